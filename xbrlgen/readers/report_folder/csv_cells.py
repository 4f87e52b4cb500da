"""CSV as rows of placed text: every cell knows its line and column.

Follows RFC 4180, https://www.rfc-editor.org/rfc/rfc4180, and takes all line ends.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.readers.report_folder.placed_text import PlacedText

MOST_LINES, MOST_COLUMNS, LONGEST_CELL = 100_000, 1_000, 100_000

_BARE = re.compile(r"[^,\r\n]*")
_QUOTED = re.compile(r'"(?:[^"]|"")*+"')
_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Record:
    """One row of cells; `location` is its start."""

    cells: tuple[PlacedText, ...]
    location: Location


def read_records(text: str, path: str, findings: list[Finding]) -> tuple[Record, ...]:
    """The rows of a CSV text without its empty lines; the first one that cannot be read ends it, with a finding."""
    scanner = _Scanner(text, path)
    records: list[Record] = []
    try:
        records.extend(scanner.records())
    except _MalformedCsvError as problem:
        findings.append(finding(problem.code, str(problem), problem.location, hint=problem.hint))
    return tuple(records)


class _MalformedCsvError(Exception):
    def __init__(self, code: str, message: str, location: Location, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.location, self.hint = code, location, hint


@dataclass(slots=True)
class _Scanner:
    text: str
    path: str
    offset: int = 0
    line: int = 1
    line_start: int = 0

    def records(self) -> Iterator[Record]:
        while self.offset < len(self.text):
            location = self._here()
            if self.line > MOST_LINES:
                raise _MalformedCsvError("XG139", f"the table has more than {MOST_LINES:,} lines", location)
            cells = tuple(self._record())
            if any(cell.strip() for cell in cells):
                yield Record(cells, location)

    def _record(self) -> Iterator[PlacedText]:
        """The cells up to the end of the line, which is passed over."""
        for number in range(1, MOST_COLUMNS + 2):
            if number > MOST_COLUMNS:
                raise _MalformedCsvError("XG139", f"the row has more than {MOST_COLUMNS:,} cells", self._here())
            yield self._cell()
            if self.text.startswith(",", self.offset):
                self.offset += 1
                continue
            if line_end := _LINE_END.match(self.text, self.offset):
                self._next_line(line_end.end())
            return

    def _cell(self) -> PlacedText:
        if self.text.startswith('"', self.offset):
            return self._quoted()
        found = _BARE.match(self.text, self.offset)
        bare = found[0] if found else ""
        if '"' in bare.strip():
            self.offset += bare.index('"')
            hint = 'put the whole cell in quotes and double each quote inside it: "a ""quoted"" word"'
            raise _MalformedCsvError(
                "XG131", "a quote stands inside a cell that begins without one", self._here(), hint
            )
        cell = PlacedText(bare, self._bounded(len(bare)))
        self.offset += len(bare)
        return cell.stripped()

    def _quoted(self) -> PlacedText:
        found = _QUOTED.match(self.text, self.offset)
        if found is None:
            raise _MalformedCsvError("XG131", "the quote that opens here is never closed", self._here())
        raw = found[0][1:-1]
        location = self._bounded(len(raw), shift=1)
        is_verbatim = '"' not in raw and "\n" not in raw and "\r" not in raw
        for line_end in _LINE_END.finditer(self.text, self.offset, found.end()):
            self._next_line(line_end.end())
        self.offset = found.end()
        after = _BARE.match(self.text, self.offset)
        if after and after[0]:
            if after[0].strip():
                raise _MalformedCsvError("XG131", f"'{after[0].strip()[:40]}' follows a closing quote", self._here())
            self.offset = after.end()
        return PlacedText(raw.replace('""', '"'), location, is_verbatim=is_verbatim)

    def _bounded(self, length: int, shift: int = 0) -> Location:
        if length > LONGEST_CELL:
            raise _MalformedCsvError("XG139", f"the cell is longer than {LONGEST_CELL:,} characters", self._here())
        return Location(self.path, self.line, self.offset - self.line_start + 1 + shift, length=max(1, length))

    def _here(self) -> Location:
        return Location(self.path, self.line, self.offset - self.line_start + 1)

    def _next_line(self, start: int) -> None:
        self.offset = self.line_start = start
        self.line += 1
