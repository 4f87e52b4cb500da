"""From a path to a reading and its taxonomy: which reader is for it, and where the taxonomy lies."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from xbrlgen.addresses import absolute, is_url
from xbrlgen.findings import Finding, Location, finding
from xbrlgen.packages import given_packages, inner_url, named_packages, packaged_catalog
from xbrlgen.packaging.checking import check_package, is_package
from xbrlgen.packaging.report_package import PackagedReport
from xbrlgen.readers.reading import Reading
from xbrlgen.taxonomy import Catalog, Taxonomy, bundled_catalog, load_taxonomy
from xbrlgen.taxonomy.documents import LINK, XS, Source

if TYPE_CHECKING:
    from xbrlgen.readers.inline import InlineDocument
    from xbrlgen.readers.report_folder.placed_text import PlacedText

_TAXONOMIES = frozenset({f"{{{XS}}}schema", f"{{{LINK}}}linkbase"})
_PAGES = frozenset({".xhtml", ".html", ".htm"})
_CSV = re.compile(rb'"documentType"\s*:\s*"https:(?:\\?/){2}xbrl\.org\\?/2021\\?/xbrl-csv"')
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<[?!][^>]*>\s*)*<(?:[\w.-]+:)?html[\s>]")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read, and its taxonomy: None where the source names none, or none that is there."""

    reading: Reading
    taxonomy: Taxonomy | None


def load(source: Path, packages: Sequence[Path] = ()) -> Reading:
    """Read a report folder, a file of any syntax or the report in a package, with the taxonomies in `packages`.

    Raises OSError for a file that cannot be read.
    """
    given = given_packages(packages)
    reading = _reading(source, given.catalog)
    return replace(reading, findings=(*given.findings, *reading.findings))


def _reading(source: Path, catalog: Catalog) -> Reading:
    if source.is_dir():
        return load_folder(source, catalog).reading
    if is_package(source):
        return _packaged(source, catalog)
    return load_document(source, source.read_bytes(), catalog=catalog).reading


def _packaged(source: Path, catalog: Catalog) -> Reading:
    """The one report of a package; which of several is meant cannot be known."""
    package = check_package(source)
    findings = package.findings
    if len(package.reports) == 1:
        reading = load_report(package.reports[0], packaged_catalog(package, catalog)).reading
        return replace(reading, findings=(*findings, *reading.findings))
    if package.reports:
        message = f"'{source.name}' holds {len(package.reports):,} reports, and one can be read at a time"
        findings = (*findings, finding("XG720", message, Location(str(source))))
    return Reading(None, MappingProxyType({}), findings)


def load_report(report: PackagedReport, catalog: Catalog) -> Loaded:
    """Read a report in a package; `catalog` is that of its package."""
    from xbrlgen.readers.inline import InlineDocument

    first = report.files[0]
    if len(report.files) == 1:
        return load_document(Path(str(first)), first.read_bytes(), catalog=catalog, url=inner_url(first))
    documents = [InlineDocument(str(file), file.read_bytes()) for file in report.files]
    return load_inline(documents, catalog=catalog, url=inner_url(first))


def load_folder(folder: Path, catalog: Catalog | None = None, profile: str = "") -> Loaded:
    """Read a report folder; its taxonomy, which `catalog` knows, has the report's own concepts with it.

    `profile` comes before the one that the report names; either may want another taxonomy in place of a bundled one,
    which is taken where `catalog` has it. Packages that the report names are looked into after those of `catalog`.
    """
    from xbrlgen.filing import core_taxonomy
    from xbrlgen.readers.report_folder import read_report_folder
    from xbrlgen.schema_validation.fragment import validate_fragment

    known = catalog or bundled_catalog()
    named: list[Taxonomy] = []

    def packages(names: "Sequence[PlacedText]") -> tuple[Finding, ...]:
        nonlocal known
        found = named_packages([(folder / each, each.location) for each in names], known)
        known = found.catalog
        return found.findings

    def vocabulary(name: str) -> Taxonomy | None:
        if known.entry_point(name) is None and not (is_url(name) and known.locate(name)):
            return None
        named.append(load_taxonomy(name, catalog=known))
        return named[-1]

    def chosen(name: str, own_profile: str) -> str:
        core = core_taxonomy(name, profile or own_profile)
        return core if core and known.locate(core) else name

    reading = read_report_folder(folder, vocabulary, chosen, packages, validate_fragment)
    if not named or reading.report is None or reading.report.extension is None:
        return Loaded(reading, named[-1] if named else None)
    return Loaded(reading, named[-1].extended(reading.report.extension))


def load_document(
    path: Path, content: bytes, taxonomy: Taxonomy | None = None, *, catalog: Catalog | None = None, url: str = ""
) -> Loaded:
    """Read `content`, the file at `path`; its taxonomy is looked for unless it is known already.

    `catalog` answers URLs; relative references start from `url` if one is given, as of a file in a package, else from
    the file.
    """
    from xbrlgen.readers.inline import InlineDocument
    from xbrlgen.readers.xbrl_json import read_xbrl_json
    from xbrlgen.readers.xbrl_xml import read_xbrl_xml

    if is_inline(path, content):
        return load_inline([InlineDocument(str(path), content)], taxonomy, catalog=catalog, url=url)
    named = [] if taxonomy is None else [taxonomy]
    finder = _finder(path, named, catalog, url)
    if is_csv(path, content):
        from xbrlgen.readers.xbrl_csv import read_xbrl_csv

        files = _CsvFiles(path, catalog or bundled_catalog())
        reading = read_xbrl_csv(content, finder, str(path), url=url or path.as_posix(), files=files)
        return Loaded(reading, named[0] if named else None)
    read = read_xbrl_json if is_json(path, content) else read_xbrl_xml
    reading = read(content, finder, str(path))
    if reading.instance is not None and url:
        reading.instance.url = url
    return Loaded(reading, named[0] if named else None)


def load_inline(
    documents: "Sequence[InlineDocument]",
    taxonomy: Taxonomy | None = None,
    target: str | None = None,
    *,
    catalog: Catalog | None = None,
    url: str = "",
) -> Loaded:
    """Read one target of an inline document set, by default the one without a name.

    The pages lie in one folder; the taxonomy is looked for as by `load_document`, from the first of them.
    """
    from xbrlgen.readers.inline import read_inline_xbrl
    from xbrlgen.transformations import transformation

    named = [] if taxonomy is None else [taxonomy]
    reading = read_inline_xbrl(documents, _finder(Path(documents[0].name), named, catalog, url), transformation, target)
    return Loaded(reading, named[0] if named else None)


def _finder(
    path: Path, named: list[Taxonomy], catalog: Catalog | None, url: str
) -> Callable[[tuple[str, ...]], Taxonomy]:
    """What finds the taxonomy of the file at `path` by its references, and keeps it in `named`."""

    def vocabulary(references: tuple[str, ...]) -> Taxonomy:
        if not named:
            starts = (absolute(each, url or str(path)) for each in references)
            named.append(load_taxonomy(*starts, catalog=catalog, referrer=Location(str(path))))
        return named[0]

    return vocabulary


class _CsvFiles:
    """The files that the metadata of a report in CSV lead to: on disk, in its package, or where a URL is answered."""

    def __init__(self, path: Path, catalog: Catalog) -> None:
        from xbrlgen.readers.xbrl_csv.files import LocalFiles

        self._local = LocalFiles(path)
        self._catalog = catalog

    def absolute(self, reference: str, base: str) -> str:
        """The URL or path that a reference in the document at `base` means."""
        return absolute(reference, base)

    def find(self, address: str) -> Source | None:
        """What answers a URL, or the file at a path."""
        return self._catalog.locate(address) if is_url(address) else self._local.find(address)


def is_csv(path: Path, content: bytes) -> bool:
    """Whether a file is meant to be the metadata of a report in CSV: by the type that it says it has."""
    return is_json(path, content) and _CSV.search(content.replace(b"\0", b"")) is not None


def is_json(path: Path, content: bytes) -> bool:
    """Whether a file is meant to be JSON: by its first character, else by its name."""
    first = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return first == b"{" or (first != b"<" and path.suffix == ".json")


def is_inline(path: Path, content: bytes) -> bool:
    """Whether a file is meant to be a page: by its name, else by its first element; JSON is none."""
    return (path.suffix.lower() in _PAGES or _PAGE.match(content) is not None) and not is_json(path, content)


def is_taxonomy(path: Path, content: bytes) -> bool:
    """Whether a file is meant to be a schema or a linkbase: by its name, else by its first element."""
    from lxml import etree

    if path.suffix.lower() == ".xsd" or is_json(path, content) or is_inline(path, content):
        return path.suffix.lower() == ".xsd"
    begun = etree.iterparse(BytesIO(content), events=("start",), no_network=True, resolve_entities=False)
    try:
        _, root = next(iter(begun))
    except (etree.XMLSyntaxError, StopIteration):
        return False
    return root.tag in _TAXONOMIES
