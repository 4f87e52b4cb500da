"""The stages of a conversion: read, find what would be lost, write beside the target, prove, replace."""

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from xbrlgen.conversion.carrying import Carrying
from xbrlgen.conversion.destination import Destination, Syntax, destination
from xbrlgen.conversion.losses import losses
from xbrlgen.conversion.own_taxonomy import References
from xbrlgen.conversion.packing import packed
from xbrlgen.conversion.proof import proof
from xbrlgen.conversion.references import references
from xbrlgen.conversion.source import Source, read_source
from xbrlgen.conversion.writing import Writing
from xbrlgen.findings import Counts, Finding, Location, finding, ordered
from xbrlgen.model import Report
from xbrlgen.output_folder import beside
from xbrlgen.packages import given_packages
from xbrlgen.syntaxes import is_csv

Progress = Callable[[str], None]


class Converted(NamedTuple):
    """What was found, the files (none if an error kept them from being written), and how many facts they hold."""

    findings: tuple[Finding, ...]
    files: tuple[Path, ...]
    facts: int


def convert(
    source: Path,
    out: Path,
    *,
    packages: Sequence[Path] = (),
    syntax: str = "",
    lossy: bool = False,
    target: str | None = None,
    progress: Progress | None = None,
) -> Converted:
    """Write the report in `source` to `out`, in the syntax that its name says, or in `syntax` where it says several.

    `source` is a file of any syntax, a report package, a report folder, or a folder with the pages of a document set.
    `target` is the name of the target document of pages that is wanted (empty: the one without a name). What `out`
    cannot hold, and any other target document if none is chosen, keeps it from being written, unless `lossy`. What was
    written is read again and compared before it replaces anything. Raises OSError for a source or package that cannot
    be read.
    """
    announce = progress or _silent
    wanted = destination(out, syntax)
    if isinstance(wanted, Finding):
        return Converted((wanted,), (), 0)
    given = given_packages(packages)
    announce("reading")
    read = read_source(source, given.catalog, target)
    carrying = Carrying(wanted.syntax, read.taxonomy, read.typed_domains)
    findings = [*given.findings, *losses(read, carrying, lossy=lossy)]
    carried = carrying.carried(read.report) if read.report is not None and lossy else read.report
    return _Conversion(read.of(carried), wanted, announce, findings).run()


def _silent(_stage: str) -> None:
    """The progress of a conversion that nobody watches."""


@dataclass(slots=True)
class _Conversion:
    """One conversion, of a source that was read."""

    source: Source
    destination: Destination
    announce: Progress
    findings: list[Finding] = field(default_factory=list)
    files: tuple[Path, ...] = ()

    def run(self) -> Converted:
        """Write, prove, replace; nothing is replaced where an error is found."""
        report = self.source.report
        if report is None or self._has_errors():
            return self._done(report)
        refers = references(self.source, self.destination)
        self.findings += refers.findings
        if not self._has_errors():
            try:
                self._replace(report, refers)
            except OSError as error:
                place = Location(str(self.destination.path))
                message = f"'{self.destination.path}' cannot be written: {error.strerror or error}"
                self.findings.append(finding("XG184", message, place))
        return self._done(report)

    def _replace(self, report: Report, refers: References) -> None:
        """Write into a folder beside the target, and move what is proven to its place, the main file last."""
        target = self.destination.path.absolute()
        place = target if self.destination.is_folder else target.parent
        self.findings += _in_the_way(self.destination, place, refers)
        if self._has_errors():
            return
        with beside(target) as folder:
            self.announce("writing")
            written = self._write(report, refers, folder)
            self.announce("proving")
            if not self._has_errors():
                base = written[0] if refers.folder else place / written[0].name
                self.findings += proof(self.source, self.destination, written, base)
            if not self._has_errors():
                self.files = tuple(reversed([*_moved(written, folder, place, refers)]))

    def _write(self, report: Report, refers: References, folder: Path) -> tuple[Path, ...]:
        writing = Writing(self.source, self.destination.syntax)
        name = f"{self.destination.name}{self.destination.extension}"
        if self.destination.kind is not None:
            inner = folder / "reports"
            inner.mkdir()
            written, problems = writing.write(report, refers, inner, name)
            self.findings += problems
            return (packed(self.destination, written, refers.files, folder),)
        if refers.folder:
            (folder / refers.folder).mkdir()
            for each, content in refers.files.items():
                (folder / refers.folder / each).write_bytes(content)
        written, problems = writing.write(report, refers, folder, name)
        self.findings += problems
        return written

    def _has_errors(self) -> bool:
        return Counts.of(self.findings).error > 0

    def _done(self, report: Report | None) -> Converted:
        return Converted(ordered(self.findings), self.files, len(report.facts) if report else 0)


def _in_the_way(destination: Destination, place: Path, refers: References) -> Iterator[Finding]:
    """What would be lost though nobody named it."""
    if refers.folder and (problem := _foreign(place / refers.folder, refers.files)):
        yield problem
    metadata = place / f"{destination.name}{destination.extension}"
    is_named = metadata.name == destination.path.name
    is_bare = destination.syntax is Syntax.CSV and destination.kind is None and not is_named
    if is_bare and metadata.is_file() and not is_csv(metadata, metadata.read_bytes()):
        what = f"'{metadata.name}', where the metadata of '{destination.path.name}' would be, is something else"
        yield finding("XG935", what, Location(str(metadata)))


def _foreign(folder: Path, files: Collection[str]) -> Finding | None:
    """What forbids to replace the folder of a taxonomy: whatever no conversion put there would be lost."""
    others = sorted(each.name for each in folder.iterdir() if each.name not in files) if folder.is_dir() else []
    if not others and (folder.is_dir() or not folder.exists()):
        return None
    what = f"'{folder.name}' holds '{others[0]}'" if others else f"'{folder.name}' is a file"
    return finding("XG186", f"{what}, which no conversion made", Location(str(folder)))


def _moved(written: Sequence[Path], folder: Path, place: Path, refers: References) -> Iterator[Path]:
    """Move all files to `place`; the main one, without which the others are not looked at, comes last."""
    place.mkdir(exist_ok=True)
    beside_it = [folder / refers.folder / name for name in sorted(refers.files)] if refers.folder else []
    for path in (*beside_it, *reversed(written)):
        with path.open("rb") as file:
            os.fsync(file.fileno())
        new = place / path.relative_to(path.parent if path in written else folder)
        new.parent.mkdir(exist_ok=True)
        yield path.replace(new)
