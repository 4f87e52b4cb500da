"""Judges a package, whoever wrote it: the archive, then what it is a package of."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.packaging.archive import Archive
from xbrlgen.packaging.kinds import CATALOG, META_INF, TAXONOMY_PACKAGE, Kind, code_prefix
from xbrlgen.packaging.opening import REPORTS, TAXONOMIES, open_archive
from xbrlgen.packaging.report_package import PackagedReport, read_report_package, unsupported
from xbrlgen.packaging.taxonomy_package import metadata_problems, taxonomy_package_problems
from xbrlgen.packaging.wording import listed


class Package(NamedTuple):
    """A package that was judged: its archive (None where it is refused), the reports in it, and what is wrong.

    `top` is its one top-level directory with its slash, empty where there is no such one.
    """

    archive: Archive | None
    top: str
    reports: tuple[PackagedReport, ...]
    findings: tuple[Finding, ...]


def check_package(path: Path) -> Package:
    """Judge the package at `path` and find its reports: a report package, or a zip file that is a taxonomy package.

    All of it is read once, so that damage anywhere is found. Raises OSError where the file cannot be read.
    """
    opened = open_archive(path, TAXONOMIES if Kind.of(path) is Kind.UNCONSTRAINED else REPORTS)
    archive = opened.archive
    if archive is None:
        return Package(None, "", (), opened.findings)
    prefix = code_prefix(path, archive.names)
    if damaged := tuple(_damaged(archive, archive.files, prefix)):
        return Package(None, "", (), (*opened.findings, *damaged))
    package = _checked(archive, path, prefix)
    return Package(archive, package.top, package.reports, (*opened.findings, *package.findings))


def check_taxonomy_package(path: Path) -> Package:
    """Judge the taxonomy package at `path`, of which only the description is read: its taxonomies may be large.

    Raises OSError where the file cannot be read.
    """
    opened = open_archive(path, TAXONOMIES)
    archive = opened.archive
    if archive is None:
        return Package(None, "", (), opened.findings)
    top = _top(archive)
    described = [name for name in archive.files if name.startswith(f"{top}{META_INF}")]
    if damaged := tuple(_damaged(archive, described, "tpe")):
        return Package(None, "", (), (*opened.findings, *damaged))
    found = (*_layout(archive, "tpe"), *taxonomy_package_problems(archive, top))
    return Package(archive, top, (), (*opened.findings, *found))


def _checked(archive: Archive, path: Path, prefix: str) -> Package:
    is_of_reports = prefix == "rpe"
    if is_of_reports and (unknown := unsupported(archive, path)):
        return Package(archive, "", (), (unknown,))
    if misplaced := tuple(_layout(archive, prefix)):
        return Package(archive, "", (), misplaced)
    top = _top(archive)
    if not is_of_reports:
        return Package(archive, top, (), tuple(taxonomy_package_problems(archive, top)))
    package = read_report_package(archive, path, top)
    return Package(archive, top, package.reports, (*package.findings, *_taxonomy_problems(archive, top)))


def _taxonomy_problems(archive: Archive, top: str) -> Iterator[Finding]:
    """What is wrong with the taxonomy package that a report package is too if it has taxonomyPackage.xml."""
    if archive.find(top + TAXONOMY_PACKAGE):
        yield from metadata_problems(archive, top)
    elif catalog := archive.find(top + CATALOG):
        yield finding("XG740", f"'{catalog.name}' stands without {TAXONOMY_PACKAGE}", Location(str(catalog)))


def _top(archive: Archive) -> str:
    """The directory at the top that holds META-INF, else the only one; the root itself for packages before 2016."""
    tops = [f"{each}/" for each in archive.top_directories]
    described = [each for each in tops if archive.has_directory(each + META_INF)]
    candidates = described or ([] if META_INF in tops else tops)
    return candidates[0] if len(candidates) == 1 else ""


def _layout(archive: Archive, prefix: str) -> Iterator[Finding]:
    """All files lie in one directory at the top, whatever its name."""
    place, standard = Location(str(archive)), f"{prefix}:invalidDirectoryStructure"
    tops = archive.top_directories
    if not tops and not archive.files:
        yield finding("XG709", f"'{archive.name}' holds no files", place, standard=standard)
    elif len(tops) > 1:
        message = f"'{archive.name}' has {len(tops)} directories at the top instead of one: {listed(tops)}"
        yield finding("XG709", message, place, standard=standard)
    if loose := [name for name in archive.files if "/" not in name]:
        yield finding("XG709", f"'{archive.name}' has files in no directory: {listed(loose)}", place, standard=standard)


def _damaged(archive: Archive, names: Sequence[str], prefix: str) -> Iterator[Finding]:
    for name in names:
        try:
            archive.read(name)
        except OSError as error:
            message = f"'{name}' cannot be read: {error.strerror}"
            yield finding("XG701", message, Location(str(archive)), standard=f"{prefix}:invalidArchiveFormat")
