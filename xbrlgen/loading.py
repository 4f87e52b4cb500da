"""From a path to a reading and its taxonomy: which reader is for it, and where the taxonomy lies."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from xbrlgen.addresses import absolute, is_url
from xbrlgen.findings import Finding, Location, finding
from xbrlgen.model import Fact
from xbrlgen.packages import given_packages, inner_url, named_packages, packaged_catalog
from xbrlgen.packaging.kinds import is_package
from xbrlgen.readers.reading import Reading
from xbrlgen.taxonomy import Catalog, Taxonomy, bundled_catalog, load_taxonomy
from xbrlgen.taxonomy.documents import LINK, XS, Source

if TYPE_CHECKING:
    from lxml.etree import XMLSchema
    from lxml.etree import _Element as Element

    from xbrlgen.packaging.report_package import PackagedReport
    from xbrlgen.readers.report_folder.placed_text import PlacedText
    from xbrlgen.schema_validation.schema_set import SchemaSet
    from xbrlgen.schema_validation.while_read import JudgeWhileRead

_TAXONOMIES = frozenset({f"{{{XS}}}schema", f"{{{LINK}}}linkbase"})
_CSV = re.compile(rb'"documentType"\s*:\s*"https:(?:\\?/){2}xbrl\.org\\?/2021\\?/xbrl-csv"')
_Finder = Callable[[tuple[str, ...]], Taxonomy]
PAGES = frozenset({".xhtml", ".html", ".htm"})
"""What the names of pages end in."""

_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<[?!][^>]*>\s*)*<(?:[\w.-]+:)?html[\s>]")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read, and its taxonomy: None where the source names none, or none that is there.

    `roots` are those of the pages that the reading was made of, by what findings call them; `taken` names those that
    whoever loaded them parsed and vouches for, `distinct` those in which no id is given twice. `target` is the target
    document of theirs (None: the default one). `schemas` are those of the taxonomy, where an instance was judged by
    them while it was read; it is among `taken` then if they take it.
    """

    reading: Reading
    taxonomy: Taxonomy | None
    roots: "Mapping[str, Element]" = field(default_factory=dict)
    taken: frozenset[str] = frozenset()
    target: str | None = None
    distinct: frozenset[str] = frozenset()
    schemas: "SchemaSet | None" = None


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

    Facts that equal `known` ones are these.
    """
    return load_files(contents_of(report), catalog=catalog, url=inner_url(report.files[0]), known=known)[0]


def contents_of(report: "PackagedReport") -> Mapping[Path, bytes]:
    """The files of a report in a package."""
    return {Path(str(file)): file.read_bytes() for file in report.files}


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
    the file. Of a page, the first target document is read.
    """
    return load_files({path: content}, taxonomy, catalog=catalog, url=url)[0]


def load_files(
    files: Mapping[Path, bytes],
    taxonomy: Taxonomy | None = None,
    *,
    catalog: Catalog | None = None,
    url: str = "",
    parse: "Callable[[bytes], Element | None]" = lambda _content: None,
    judge: "JudgeWhileRead | None" = None,
    known: Sequence[Fact] = (),
) -> tuple[Loaded, ...]:
    """Read the files of one report: one of any syntax, or the pages of a document set, each of its target documents.

    Taxonomies are looked for as by `load_document`, from the first file; `taxonomy` is that of the first target, which
    also has what was found in the set as a whole. `parse` may give the root of a page, which is parsed otherwise;
    `judge` judges an instance while it is read. Facts that equal `known` ones are these.
    """
    first, content = next(iter(files.items()))
    if len(files) == 1 and not is_inline(first, content):
        if is_json(first, content):
            named = [] if taxonomy is None else [taxonomy]
            return (Loaded(_read_json(first, content, named, catalog, url, known=known), named[0] if named else None),)
        return (load_instance(first, content, taxonomy, catalog=catalog, url=url, judge=judge, known=known),)
    from xbrlgen.readers.inline import InlineDocument, InlineDocumentSet
    from xbrlgen.transformations import transformation

    documents = [InlineDocument(str(path), content, parse(content)) for path, content in files.items()]
    pages = InlineDocumentSet(documents)
    taken = frozenset(each.name for each in documents if each.root is not None)
    loaded: list[Loaded] = []
    for target in pages.targets or (None,):
        named = [] if taxonomy is None or loaded else [taxonomy]
        reading = pages.read(_finder(first, named, catalog, url), transformation, target)
        if reading.instance is not None and url:
            reading.instance.url = url
        found = reading.findings if loaded else (*pages.findings, *reading.findings)
        reading = replace(reading, findings=found)
        taxonomy_of_it = named[0] if named else None
        loaded.append(Loaded(reading, taxonomy_of_it, pages.roots, taken, target, pages.distinct))
    return tuple(loaded)


def _read_json(
    path: Path, content: bytes, named: list[Taxonomy], catalog: Catalog | None, url: str, *, known: Sequence[Fact]
) -> Reading:
    """What a report as JSON or CSV says; its taxonomy is kept in `named`."""
    from xbrlgen.readers.xbrl_json import read_xbrl_json

    finder = _finder(path, named, catalog, url)
    if is_csv(path, content):
        from xbrlgen.readers.xbrl_csv import read_xbrl_csv

        files = _CsvFiles(path, catalog or bundled_catalog())
        start = url if is_url(url) else path.as_posix()  # tables lie beside the metadata, wherever both will be
        return read_xbrl_csv(content, finder, str(path), url=start, files=files)
    return read_xbrl_json(content, finder, str(path), known)


def load_instance(
    path: Path,
    content: bytes | None = None,
    taxonomy: Taxonomy | None = None,
    *,
    catalog: Catalog | None = None,
    url: str = "",
    judge: "JudgeWhileRead | None" = None,
    known: Sequence[Fact] = (),
) -> Loaded:
    """Read an instance as `load_files` does; without `content`, bytes of a large one are not held beside its facts."""
    from xbrlgen.readers.xbrl_xml import XmlInstance, read_xbrl_xml

    named = [] if taxonomy is None else [taxonomy]

    def schema() -> "XMLSchema | None":
        return judge.schema(named[0], source) if judge is not None and named else None

    source = path if content is None else content
    finder = _finder(path, named, catalog, url)
    reading = read_xbrl_xml(source, finder, str(path), schema, known)
    instance, taken = reading.instance, frozenset[str]()
    if isinstance(instance, XmlInstance) and instance.is_valid and judge is not None:
        taken = frozenset({str(path)} if judge.takes(instance.root, instance.tags) else ())
    if instance is not None and url:
        instance.url = url
    schemas = None if judge is None else judge.schemas
    return Loaded(reading, named[0] if named else None, taken=taken, schemas=schemas)


def _finder(path: Path, named: list[Taxonomy], catalog: Catalog | None, url: str) -> _Finder:
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
    return (path.suffix.lower() in PAGES or _PAGE.match(content) is not None) and not is_json(path, content)


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
