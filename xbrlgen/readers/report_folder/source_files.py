"""The files of a report folder: found inside it only, bounded in size, and strictly UTF-8."""

import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.model.characters import NOT_XML
from xbrlgen.readers.report_folder.placed_text import PlacedText

REPORT_FILE = "report.yaml"

LARGEST_FILE: Mapping[str, int] = MappingProxyType({".yaml": 4_000_000, ".csv": 16_000_000})
LARGEST_TEXT = 8_000_000
"""In bytes; far above any report, and small enough to refuse a file that was never meant to be one."""

_LINE_END = re.compile(r"\r\n?|\n")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(slots=True)
class SourceFolder:
    """A report folder and what was found wrong with its files."""

    root: Path
    findings: list[Finding]
    _used: dict[Path, PlacedText] = field(default_factory=dict)

    def display(self, name: str) -> str:
        """The path of a file in the folder as the user would write it."""
        return (self.root / name).as_posix()

    @property
    def place(self) -> Location:
        """The place of what concerns the report as a whole."""
        return Location(self.display(REPORT_FILE))

    def report_text(self) -> str | None:
        """The text of report.yaml; None, and a finding, if there is none."""
        place = self.place
        if not self.root.is_dir():
            place = Location(self.root.as_posix())
            hint = "name the folder that holds report.yaml; `xbrlgen new DIR` makes a starter"
            self.findings.append(finding("XG101", f"there is no folder '{self.root.as_posix()}'", place, hint=hint))
            return None
        path = self._inside(PlacedText.at(REPORT_FILE, place))
        return None if path is None else self._read(path, place, place.path)

    def text(self, name: PlacedText) -> str | None:
        """The text of the file called `name`; None, and a finding, where it cannot be had. Each file serves once."""
        path = self._inside(name)
        if path is None:
            return None
        if (earlier := self._used.setdefault(path, name)) is not name:
            message = f"the file '{name}' is already used elsewhere in the report"
            self.findings.append(finding("XG105", message, name.location, earlier.location))
            return None
        return self._read(path, name.location, self.display(name))

    def _inside(self, name: PlacedText) -> Path | None:
        """The real path of a file of the folder: neither its name nor a link may lead out."""
        try:
            path = (self.root / name).resolve()
            is_inside = not Path(name).is_absolute() and path.is_relative_to(self.root.resolve())
        except (OSError, ValueError, RuntimeError) as problem:
            self.findings.append(finding("XG102", f"'{name}' is no file name: {problem}", name.location))
            return None
        if not is_inside:
            message = f"the file '{name}' lies outside the report folder"
            self.findings.append(finding("XG103", message, name.location))
            return None
        return path

    def _read(self, path: Path, asked_at: Location, display: str) -> str | None:
        limit = LARGEST_FILE.get(path.suffix, LARGEST_TEXT)
        try:
            if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for its writer
                self.findings.append(finding("XG102", f"'{display}' is not a file", asked_at))
                return None
            with path.open("rb") as file:
                content = file.read(limit + 1)
        except FileNotFoundError:
            self.findings.append(self._missing(path, asked_at, display))
            return None
        except OSError as problem:
            message = f"'{display}' cannot be read: {problem.strerror}"
            self.findings.append(finding("XG102", message, asked_at))
            return None
        if len(content) > limit:
            message = f"'{display}' is larger than {limit:,} bytes, the most that is read of such a file"
            self.findings.append(finding("XG104", message, asked_at))
            return None
        return self._decoded(content, display)

    def _missing(self, path: Path, asked_at: Location, display: str) -> Finding:
        from xbrlgen.readers.report_folder.suggestions import did_you_mean, nearest

        try:
            present = sorted(each.name for each in path.parent.iterdir())
        except OSError:  # the folder is missing as well, or may not be listed
            present = []
        hint = did_you_mean(nearest(path.name, present)[0])
        return finding("XG101", f"there is no file '{display}'", asked_at, hint=hint)

    def _decoded(self, content: bytes, display: str) -> str | None:
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            message = f"'{display}' is encoded in UTF-16, not in UTF-8"
            self.findings.append(finding("XG106", message, Location(display, 1, 1)))
            return None
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as problem:
            # The codec counts from after the byte order mark that it skipped.
            offset = len(content) - len(problem.object) + problem.start
            before = content[:offset].decode("utf-8-sig")
            message = f"'{display}' is not UTF-8: byte 0x{content[offset]:02X} begins no character"
            self.findings.append(finding("XG106", message, place_of(before, len(before), display)))
            return None
        return self._printable(text, display)

    def _printable(self, text: str, display: str) -> str:
        """`text` without characters that no report can hold; the first of them is a finding."""
        found = NOT_XML.search(text)
        if found is None:
            return text
        message = f"'{display}' holds the character U+{ord(found[0]):04X}, which no report can carry"
        self.findings.append(finding("XG107", message, place_of(text, found.start(), display)))
        return NOT_XML.sub(_REPLACEMENT, text)


def place_of(text: str, offset: int, display: str) -> Location:
    """The line and column of an offset into the text of a file."""
    line, start = 1, 0
    for end in _LINE_END.finditer(text, 0, offset):
        line, start = line + 1, end.end()
    return Location(display, line, offset - start + 1)
