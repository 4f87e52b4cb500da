"""From whatever a path names to a reading: a report folder, a file of any syntax, a package."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from xbrlgen.findings import Location, finding
from xbrlgen.loading import Loaded, load_document, load_files
from xbrlgen.model import Fact
from xbrlgen.packages import given_packages, inner_url, packaged_catalog
from xbrlgen.packaging.kinds import is_package
from xbrlgen.readers.reading import Reading
from xbrlgen.taxonomy import Catalog

if TYPE_CHECKING:
    from xbrlgen.packaging.report_package import PackagedReport


def load(source: Path, packages: Sequence[Path] = ()) -> Reading:
    """Read a report folder, a file of any syntax or the report in a package, with the taxonomies in `packages`.

    Raises OSError for a file that cannot be read.
    """
    given = given_packages(packages)
    reading = _reading(source, given.catalog)
    return replace(reading, findings=(*given.findings, *reading.findings))


def _reading(source: Path, catalog: Catalog) -> Reading:
    if source.is_dir():
        from xbrlgen.report_folders import load_folder

        return load_folder(source, catalog).reading
    if is_package(source):
        return _packaged(source, catalog)
    return load_document(source, source.read_bytes(), catalog=catalog).reading


def _packaged(source: Path, catalog: Catalog) -> Reading:
    """The one report of a package; which of several is meant cannot be known."""
    from xbrlgen.packaging.checking import check_package

    package = check_package(source)
    findings = package.findings
    if len(package.reports) == 1:
        reading = load_report(package.reports[0], packaged_catalog(package, catalog)).reading
        return replace(reading, findings=(*findings, *reading.findings))
    if package.reports:
        message = f"'{source.name}' holds {len(package.reports):,} reports, and one can be read at a time"
        findings = (*findings, finding("XG720", message, Location(str(source))))
    return Reading(None, MappingProxyType({}), findings)


def load_report(report: "PackagedReport", catalog: Catalog, known: Sequence[Fact] = ()) -> Loaded:
    """Read a report in a package, of a document set its first target; `catalog` is that of its package.

    Facts of an instance or of JSON that equal `known` ones are these.
    """
    return load_files(contents_of(report), catalog=catalog, url=inner_url(report.files[0]), known=known)[0]


def contents_of(report: "PackagedReport") -> Mapping[Path, bytes]:
    """The files of a report in a package."""
    return {Path(str(file)): file.read_bytes() for file in report.files}
