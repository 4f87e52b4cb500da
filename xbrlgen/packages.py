"""Packages as sources: the taxonomies that a user gives, and the taxonomy that a report brings along."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from xbrlgen.findings import Finding, Location, Severity, finding
from xbrlgen.inputs import file_problem
from xbrlgen.taxonomy import Catalog, TaxonomyPackage, bundled_catalog, bundled_names, read_package
from xbrlgen.taxonomy.package import Rewrite

if TYPE_CHECKING:
    from xbrlgen.packaging.archive import Member
    from xbrlgen.packaging.checking import Package

INSIDE = "file:///"
"""How the URLs of documents in a package begin: relative references between them then never lead to a disk."""


class GivenPackages(NamedTuple):
    """What answers URLs when a user gives taxonomy packages, the first given first, and what is wrong with them."""

    catalog: Catalog
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What keeps a package from being read."""
        return tuple(each for each in self.findings if each.severity is Severity.ERROR)

    @property
    def usual_taxonomy(self) -> str:
        """The name of the first entry point that was given, else of the newest bundled taxonomy."""
        *given, _bundled = self.catalog.packages
        named = (each.name for package in given for each in package.entry_points)
        return next(named, max(bundled_names()))


def given_packages(paths: Sequence[Path]) -> GivenPackages:
    """The taxonomy packages in the zip files at `paths`, and behind them the bundled one.

    What breaks the specification but can be read is a warning: regulators' packages do. Files that stay as they are are
    read once in a process. Raises OSError for a file that cannot be read.
    """
    stated = ((path, path.stat()) for path in paths)
    return _given(tuple((path, status.st_mtime_ns, status.st_size) for path, status in stated))


@lru_cache(maxsize=4)
def _given(files: tuple[tuple[Path, int, int], ...]) -> GivenPackages:
    """The packages in these files, each with when it was changed and its size."""
    paths = [path for path, *_ in files]
    packages: list[tuple[Path, TaxonomyPackage]] = []
    findings: list[Finding] = []
    for path in paths:
        checked = _checked(path)
        read = read_offer(checked)
        findings += checked.findings if read is None else map(_warning, checked.findings)
        packages += [] if read is None else [(path, read)]
    for (path, one), (other_path, other) in combinations(packages, 2):
        findings += _overlaps(path, one, other_path, other)
    return GivenPackages(Catalog.of(each for _, each in packages) if packages else bundled_catalog(), tuple(findings))


def _checked(path: Path) -> "Package":
    from xbrlgen.packaging.checking import check_taxonomy_package

    return check_taxonomy_package(path)


def named_packages(names: Sequence[tuple[Path, Location]], catalog: Catalog) -> GivenPackages:
    """The packages that a source names, each with the place that does, behind those that `catalog` has already."""
    problems = [(file_problem(path), place) for path, place in names]
    findings = [each._replace(locations=(place,)) for each, place in problems if each is not None]
    found = given_packages([path for (path, _), (problem, _) in zip(names, problems, strict=True) if problem is None])
    if not names:
        both = catalog
    elif catalog is bundled_catalog():
        both = found.catalog
    else:
        both = catalog.with_packages(found.catalog.packages[:-1])
    return GivenPackages(both, (*findings, *found.findings))


def packaged_catalog(package: "Package", given: Catalog) -> Catalog:
    """What answers URLs for the reports of a package: the packages that the user gave, its own, the bundled one.

    Its own comes after those of the user, so that no report replaces the taxonomy that it is to be judged by.
    """
    archive = package.archive
    if archive is None:
        return given
    own = read_offer(package) or TaxonomyPackage("", archive, (), ())
    inside = Rewrite(f"{INSIDE}{quote(archive.name)}/", "")
    return given.with_packages([own._replace(rewrites=(*own.rewrites, inside))])


def inner_url(member: "Member") -> str:
    """The URL of a document in a package, which relative references in it start from."""
    return f"{INSIDE}{quote(member.archive.name)}/{quote(member.name)}"


def read_offer(package: "Package") -> TaxonomyPackage | None:
    """What the META-INF of a package offers, None where it says nothing that can be understood."""
    if package.archive is None:
        return None
    try:
        return read_package(package.archive, package.top)
    except ValueError:
        return None


def _warning(each: Finding) -> Finding:
    return each._replace(severity=Severity.WARNING) if each.severity is Severity.ERROR else each


def _overlaps(path: Path, one: TaxonomyPackage, other_path: Path, other: TaxonomyPackage) -> Iterator[Finding]:
    """Starts of URLs that two packages map, or of which one lies within that of the other."""
    for rewrite in one.rewrites:
        for rival in other.rewrites:
            if rewrite.start.startswith(rival.start) or rival.start.startswith(rewrite.start):
                start = max(rewrite.start, rival.start, key=len)
                message = f"'{path.name}' and '{other_path.name}' both answer URLs that start with '{start}'"
                yield finding("XG737", message, Location(str(path)), Location(str(other_path)))
