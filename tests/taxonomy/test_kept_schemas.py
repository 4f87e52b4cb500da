"""Large schemas of packages are parsed once, and say afterwards what they said when they were parsed."""

from pathlib import Path

import pytest
from lxml import etree
from small_taxonomies import OWN, schema

from xbrlgen.packages import given_packages
from xbrlgen.taxonomy import Catalog, kept_files, kept_schemas, load_taxonomy
from xbrlgen.taxonomy.documents import Document, Source, read_document
from xbrlgen.taxonomy.kept_schemas import KeptSchema, read_packaged
from xbrlgen.taxonomy.pointers import pointed
from xbrlgen.taxonomy.schema import Schema, read_schema

IFRS = "https://xbrl.ifrs.org/taxonomy"
CORES = [
    f"{IFRS}/{version}/full_ifrs/full_ifrs-cor_{version}.xsd" for version in ("2022-03-24", "2023-03-23", "2025-03-27")
]
URL = "http://example.com/t/large.xsd"
NAMES = [f"Concept{number}" for number in range(40)]
FIELDS = ("tag", "sourceline", "nsmap", "text")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache that keeps even what is rather small."""
    monkeypatch.setenv("XBRLGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(kept_schemas, "_WORTH_KEEPING", len(NAMES))
    monkeypatch.setattr(kept_schemas, "_SMALL", 0)
    return tmp_path / "cache"


def twice(url: str, source: Source) -> tuple[Document, Document]:
    """The document as it is parsed, and as the next run of the program would read it."""
    first, second = read_packaged(url, source), read_packaged(url, source)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert not isinstance(first, KeptSchema)
    return first, second


def schemas(first: Document, second: Document) -> tuple[Schema, Schema]:
    found = read_schema(first), read_schema(second)
    assert all(isinstance(each, Schema) for each in found)
    return found


def said(element: etree._Element) -> object:
    children = [said(each) for each in element]
    return [*(getattr(element, each) for each in FIELDS), dict(element.attrib), children]


def assert_same(parsed: Schema, kept: Schema) -> None:
    assert isinstance(kept.document, KeptSchema)
    assert (kept.namespace, kept.prefixes, kept.usual_prefix()) == (
        parsed.namespace,
        parsed.prefixes,
        parsed.usual_prefix(),
    )
    assert sorted(kept.elements) == sorted(parsed.elements)
    assert len(kept.elements) == len(parsed.elements)
    for name, element in parsed.elements.items():
        assert said(kept.elements[name]) == said(element)
        assert kept.resolve(element.get("type", ""), kept.elements[name]) == parsed.resolve(
            element.get("type", ""), element
        )
    assert "NoSuchName" not in kept.elements
    assert kept.elements.get("NoSuchName") is None
    assert {name: said(each) for name, each in kept.types.items()} == {
        name: said(each) for name, each in parsed.types.items()
    }
    assert (dict(kept.ids), kept.positions) == (dict(parsed.ids), parsed.positions)
    assert sorted(map(sorted, kept.substituting)) == sorted(map(sorted, parsed.substituting))
    assert [each[:2] for each in kept.references()] == [each[:2] for each in parsed.references()]
    for each in ("linkbaseRef", "roleType", "arcroleType"):
        assert [*map(said, kept.annotations(each))] == [*map(said, parsed.annotations(each))]


@pytest.mark.parametrize("url", CORES)
def test_the_second_run_knows_what_a_bundled_schema_says(url: str):
    source = Catalog.of().locate(url)
    assert source is not None
    assert_same(*schemas(*twice(url, source)))


def test_the_second_run_knows_what_schemas_of_an_official_package_say(shared: Path):
    catalog = given_packages([shared / "taxonomies" / "IFRSAT-2025.zip"]).catalog
    source = catalog.locate(CORES[-1])
    assert source is not None
    parsed, kept = schemas(*twice(CORES[-1], source))
    assert_same(parsed, kept)
    for pointer in [*list(parsed.ids)[::500], "element(/1/7)", "noSuchId"]:
        found, expected = pointed(kept.document, pointer), pointed(parsed.document, pointer)
        assert (found is None) == (expected is None)
        if found is not None and expected is not None:
            assert said(found) == said(expected)


def test_a_whole_taxonomy_has_the_same_concepts():
    parsed, kept = (load_taxonomy("ifrs-2023", catalog=Catalog.of()) for _ in range(2))
    assert [*kept.concepts()] == [*parsed.concepts()]
    assert kept.findings == parsed.findings
    assert (kept.prefixes, kept.namespace) == (parsed.prefixes, parsed.namespace)
    assert any(isinstance(each.document, KeptSchema) for each in kept.dts.schemas.values())


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "large.xsd"
    path.write_text(text, encoding="utf-8")
    return path


ANNOTATION = '<link:linkbaseRef xlink:type="simple" xlink:href="l.xml" xlink:arcrole="a"/>'


@pytest.mark.parametrize(
    "body",
    [
        "",
        '<xs:element name="More" id="More" substitutionGroup="t:Concept1"/>',
        '<xs:element name="More" id="More"><xs:complexType/></xs:element>',
        '<xs:simpleType name="More">\n<xs:restriction base="xs:int"/></xs:simpleType>',
    ],
)
def test_what_is_no_row_of_a_table_stands_in_the_frame(body: str, tmp_path: Path):
    first, second = twice(URL, written(tmp_path, schema(*NAMES, appinfo=ANNOTATION, body=body)))
    assert_same(*schemas(first, second))
    assert isinstance(second, KeptSchema)
    assert sorted(second.plain.names) == sorted(NAMES)


@pytest.mark.parametrize(
    "text",
    [
        schema(*NAMES[:-1]),
        schema(*NAMES, body='<xs:element name="Concept1" id="again"/>'),
        schema(*NAMES, body='<xs:element name="More"/>'),
        schema(*NAMES, body='<xs:element name="More" id="Concept1"/>'),
        schema(*NAMES, body='<xs:element xmlns:p="urn:p" name="More" id="more" type="p:type"/>'),
        schema(*NAMES, body='<xs:element xml:base="elsewhere/" name="More" id="more"/>'),
        schema(*NAMES, appinfo="<link:linkbase/>"),
        schema(*NAMES, body="\n" * 65_536 + '<xs:element name="More" id="more"/>'),
        "<schema>" + "".join(f'<element name="{each}" id="{each}"/>' for each in NAMES) + "</schema>",
    ],
)
def test_a_schema_of_which_a_table_would_say_less_is_parsed_each_time(text: str, tmp_path: Path):
    _, second = twice(URL, written(tmp_path, text))
    assert not isinstance(second, KeptSchema)


def test_a_schema_that_changed_or_a_damaged_file_is_not_taken(cache: Path, tmp_path: Path):
    path = written(tmp_path, schema(*NAMES))
    twice(URL, path)
    (file,) = cache.iterdir()
    assert file.stat().st_mode & 0o077 == 0
    kept = file.read_bytes()
    file.write_bytes(kept.replace(b"Concept1", b"Concept2", 1))
    assert not isinstance(read_packaged(URL, path), KeptSchema)
    file.write_bytes(kept)
    assert isinstance(read_packaged(URL, path), KeptSchema)
    path.write_text(schema(*NAMES, "More"), encoding="utf-8")
    assert not isinstance(read_packaged(URL, path), KeptSchema)


def test_nothing_is_kept_where_there_is_no_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("XBRLGEN_CACHE", "off")
    assert kept_files.folder() is None
    path = written(tmp_path, schema(*NAMES))
    _, second = twice(URL, path)
    assert not isinstance(second, KeptSchema)
    assert second.digest == read_document(URL, path).digest


def test_a_document_that_cannot_be_read_is_a_finding_as_ever(tmp_path: Path):
    broken = written(tmp_path, schema(*NAMES)[:-3])
    assert read_packaged(URL, broken) == read_document(URL, broken)
    missing = tmp_path / "missing.xsd"
    assert read_packaged(URL, missing) == read_document(URL, missing)


def test_the_namespace_of_an_includer_is_lent_to_a_kept_schema(tmp_path: Path):
    text = schema(*NAMES).replace(f'targetNamespace="{OWN}"', "")
    first, second = twice(URL, written(tmp_path, text))
    assert isinstance(second, KeptSchema)
    assert {each.namespace for each in (read_schema(first, "urn:x"), read_schema(second, "urn:x"))} == {"urn:x"}
