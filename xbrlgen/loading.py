"""From the files of a report to readings and their taxonomy: which reader is for them, and where the taxonomy lies."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.addresses import absolute, is_url
from xbrlgen.findings import Location
from xbrlgen.model import Fact
from xbrlgen.readers.contents import is_large
from xbrlgen.readers.reading import Reading
from xbrlgen.syntaxes import beginning_of, document_type, is_csv, is_inline, is_json, is_taxonomy
from xbrlgen.taxonomy import Catalog, Taxonomy, bundled_catalog, load_taxonomy
from xbrlgen.taxonomy.documents import Source

if TYPE_CHECKING:
    from lxml.etree import XMLSchema
    from lxml.etree import _Element as Element

    from xbrlgen.readers.inline.reader import ParsePage
    from xbrlgen.schema_validation.schema_set import SchemaSet
    from xbrlgen.schema_validation.while_read import JudgeWhileRead

_Finder = Callable[[tuple[str, ...]], Taxonomy]


class Loaded(NamedTuple):
    """What was read, and its taxonomy: None where the source names none, or none that is there.

    `roots` are those of the pages that the reading was made of, by what findings call them, `bare_roots` the same for
    those who look at no tags: from these the attributes may have been taken. `taken` names those that
    whoever loaded them parsed and vouches for, `distinct` those in which no id is given twice. `target` is the target
    document of theirs (None: the default one). `schemas` are those of the taxonomy, where an instance was judged by
    them while it was read; it is among `taken` then if they take it.
    """

    reading: Reading
    taxonomy: Taxonomy | None
    roots: "Mapping[str, Element]" = MappingProxyType({})
    bare_roots: "Mapping[str, Element]" = MappingProxyType({})
    taken: frozenset[str] = frozenset()
    target: str | None = None
    distinct: frozenset[str] = frozenset()
    schemas: "SchemaSet | None" = None


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
    parse: "ParsePage | None" = None,
    judge: "JudgeWhileRead | None" = None,
    known: Sequence[Fact] = (),
) -> tuple[Loaded, ...]:
    """Read the files of one report: one of any syntax, or the pages of a document set, each of its target documents.

    Taxonomies are looked for as by `load_document`, from the first file; `taxonomy` is that of the first target, which
    also has what was found in the set as a whole. `parse` may give the root of a page, which is parsed otherwise;
    `judge` judges an instance while it is read. Facts of an instance or of JSON that equal `known` ones are these.
    """
    first, content = next(iter(files.items()))
    if len(files) == 1 and not is_inline(first, content):
        if is_json(first, content):
            named = [] if taxonomy is None else [taxonomy]
            return (Loaded(_read_json(first, content, named, catalog, url, known=known), named[0] if named else None),)
        return (load_instance(first, content, taxonomy, catalog=catalog, url=url, judge=judge, known=known),)
    from xbrlgen.readers.inline import InlineDocument, InlineDocumentSet
    from xbrlgen.transformations import transformation

    given = () if parse is None else (parse,)
    pages = InlineDocumentSet([InlineDocument(str(path), content, *given) for path, content in files.items()])
    loaded: list[Loaded] = []
    for target in pages.targets or (None,):
        named = [] if taxonomy is None or loaded else [taxonomy]
        reading = pages.read(_finder(first, named, catalog, url), transformation, target)
        if reading.instance is not None and url:
            reading.instance.url = url
        found = reading.findings if loaded else (*pages.findings, *reading.findings)
        reading = replace(reading, findings=found)
        taxonomy_of_it = named[0] if named else None
        roots = pages.roots, pages.bare_roots
        loaded.append(Loaded(reading, taxonomy_of_it, *roots, pages.taken, target, pages.distinct))
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


def load_large(
    path: Path,
    *,
    catalog: Catalog | None = None,
    url: str = "",
    judge: "JudgeWhileRead | None" = None,
    known: Sequence[Fact] = (),
) -> Loaded | None:
    """Read a large instance, or a large report as JSON, as `load_files` does but without holding its bytes.

    None for any other file. Raises OSError where it cannot be read.
    """
    if not is_large(path):
        return None
    beginning = beginning_of(path)
    if is_json(path, beginning):
        if document_type(beginning) != b"json":
            return None
        from xbrlgen.readers.xbrl_json import read_xbrl_json

        named: list[Taxonomy] = []
        reading = read_xbrl_json(path, _finder(path, named, catalog, url), str(path), known)
        return Loaded(reading, named[0] if named else None)
    if is_inline(path, beginning) or is_taxonomy(path, beginning):
        return None
    return load_instance(path, catalog=catalog, url=url, judge=judge, known=known)


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
