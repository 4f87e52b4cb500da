"""Judges report packages and finds the reports in them.

Follows Report Package 1.0, https://www.xbrl.org/Specification/report-package/REC-2023-09-22/
"""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.packaging.archive import Archive, Member
from xbrlgen.packaging.json_documents import declared_type
from xbrlgen.packaging.kinds import JSON_REPORT, REPORT_PACKAGE, REPORTS, Kind, is_inline, is_report


class PackagedReport(NamedTuple):
    """A report in a package: its file, or the files of an inline document set in order of their names."""

    files: tuple[Member, ...]

    @property
    def is_inline(self) -> bool:
        """Whether it is an inline report."""
        return is_inline(self.files[0].name)


class ReportPackage(NamedTuple):
    """The reports of a package, and what is wrong with it."""

    reports: tuple[PackagedReport, ...]
    findings: tuple[Finding, ...]


def read_report_package(archive: Archive, path: Path, top: str) -> ReportPackage:
    """Judge the package in `archive`, the file at `path`, whose one top-level directory is `top` (with its slash)."""
    return _Reading(archive, path, top).read()


def unsupported(archive: Archive, path: Path) -> Finding | None:
    """What keeps a package from being judged: an extension of no known kind, or a structure of a future version.

    A future version has META-INF/reportPackage.json at the top of the archive, in no directory.
    """
    if Kind.of(path) is None:
        return finding("XG713", f"'{path.name}' is a package, but '{path.suffix}' is no extension of one", _place(path))
    member = archive.find(REPORT_PACKAGE)
    if member is None:
        return None
    declared = declared_type(member)
    if isinstance(declared, Finding):
        return declared
    message = f"'{path.name}' has its {REPORT_PACKAGE} in no directory, where only a later version of packages has it"
    return finding("XG712", message, _place(member))


class _Reading:
    """One package; what is wrong with one part of it does not keep the others from being judged."""

    def __init__(self, archive: Archive, path: Path, top: str) -> None:
        self._archive = archive
        self._path = path
        self._kind = Kind.of(path)
        self._declaration = f"{top}{REPORT_PACKAGE}"
        self._directory = f"{top}{REPORTS}"

    def read(self) -> ReportPackage:
        declared = self._declared()
        if declared is not None and declared.code == "XG712":
            return ReportPackage((), (declared,))
        found = [] if declared is None else [declared]
        groups = self._groups()
        mixed = [each for each in groups if len(each) > 1 and not all(is_inline(file.name) for file in each)]
        reports = tuple(PackagedReport(each) for each in groups if each not in mixed)
        found += self._missing(groups, is_certain=declared is None)
        found += map(self._mixed, mixed)
        if declared is None and self._kind is not Kind.UNCONSTRAINED:
            found += self._of_kind(groups, reports)
        if self._kind is not Kind.INLINE:
            found += _json_problems(reports)
        return ReportPackage(reports, tuple(found))

    def _declared(self) -> Finding | None:
        """What is wrong with reportPackage.json, by its own and beside the extension (section 3.4)."""
        member = self._archive.find(self._declaration)
        suffix = self._path.suffix
        if member is None:
            is_optional = self._kind is Kind.UNCONSTRAINED
            message = f"'{self._path.name}' has no {REPORT_PACKAGE}, which '{suffix}' requires"
            return None if is_optional else finding("XG714", message, _place(self._path))
        declared = declared_type(member)
        if isinstance(declared, Finding):
            return declared
        if declared not in {kind.value for kind in Kind}:
            message = f"'{declared}' is the document type of no known version of report packages"
            return finding("XG712", message, _place(member))
        if self._kind is not None and declared != self._kind.value:
            message = f"'{declared}' is not the document type of '{suffix}', which is '{self._kind.value}'"
            return finding("XG714", message, _place(member))
        return None

    def _missing(self, groups: Sequence[object], *, is_certain: bool) -> Iterator[Finding]:
        """That there is no report; where not even the declaration is right, a missing directory says nothing new."""
        if groups:
            return
        if self._archive.has_directory(self._directory):
            yield finding("XG716", f"'{self._path.name}' has no report in {self._directory}", _place(self._path))
        elif is_certain:
            yield finding("XG715", f"'{self._path.name}' has no directory {self._directory}", _place(self._path))

    def _mixed(self, files: Sequence[Member]) -> Finding:
        names = ", ".join(f"'{PurePosixPath(each.name).name}'" for each in files)
        directory = files[0].name.rpartition("/")[0]
        return finding(
            "XG718", f"{directory}/ of '{self._path.name}' has more than one report: {names}", _place(self._path)
        )

    def _of_kind(self, groups: Sequence[Sequence[Member]], reports: Sequence[PackagedReport]) -> Iterator[Finding]:
        """What a package for one report may not have: a second one, or one of the other sort."""
        suffix = self._path.suffix
        if len(groups) > 1:
            names = ", ".join(f"'{each[0].name}'" for each in groups)
            yield finding("XG717", f"'{self._path.name}' has {len(groups):,} reports: {names}", _place(self._path))
        for report in reports:
            file = report.files[0]
            if report.is_inline is not (self._kind is Kind.INLINE):
                sort = "an inline report" if report.is_inline else "no inline report"
                yield finding("XG719", f"'{file.name}' is {sort}, which '{suffix}' may not hold", _place(file))

    def _groups(self) -> Sequence[tuple[Member, ...]]:
        """The files of each report: one directly in the reports directory, else those of each directory in it."""
        start = len(self._directory)
        names = [name for name in self._archive.files if name.startswith(self._directory) and is_report(name)]
        members = [Member(self._archive, name) for name in names]
        if direct := [(each,) for each in members if "/" not in each.name[start:]]:
            return direct
        directories: dict[str, list[Member]] = {}
        for each in members:
            directory, _, name = each.name[start:].partition("/")
            if "/" not in name:
                directories.setdefault(directory, []).append(each)
        return [tuple(files) for files in directories.values()]


def _json_problems(reports: Sequence[PackagedReport]) -> Iterator[Finding]:
    """Which reports in JSON do not declare what they are: they then cannot be told from any other JSON."""
    files = [report.files[0] for report in reports if report.files[0].name.endswith(JSON_REPORT)]
    yield from (problem for file in files if isinstance(problem := declared_type(file), Finding))


def _place(where: object) -> Location:
    return Location(str(where))
