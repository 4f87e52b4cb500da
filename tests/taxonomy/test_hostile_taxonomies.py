"""Taxonomies that are made to do harm: bounded time, no recursion without end, a finding where there is a fault."""

import random
from pathlib import Path

import pytest
from cpu_time import within
from small_taxonomies import (
    OWN,
    ROLE,
    SUMMATION,
    arc,
    label,
    link,
    linkbase,
    linkbase_reference,
    locator,
    schema,
    written,
)

from xbrlgen.model import QName, ValueKind
from xbrlgen.taxonomy import Taxonomy, documents, load_taxonomy
from xbrlgen.taxonomy.resources import CONCEPT_LABEL

MANY = 3_000


def _loaded(folder: Path, body: str, **files: str) -> Taxonomy:
    return load_taxonomy(str(written(folder, {"entry.xsd": schema(body=body), **files}) / "entry.xsd"))


@pytest.fixture(autouse=True)
def _in_time():
    with within(10):
        yield


def test_a_long_chain_of_substitutions(tmp_path: Path):
    chain = "".join(
        f'<xs:element name="E{number}" substitutionGroup="own:E{number + 1}" xbrli:periodType="instant"/>'
        for number in range(MANY)
    )
    last = f'<xs:element name="E{MANY}" type="xbrli:dateItemType" substitutionGroup="xbrli:item" xbrli:periodType="instant"/>'
    taxonomy = _loaded(tmp_path, chain + last)
    assert taxonomy.concept(QName(OWN, "E0")).kind is ValueKind.DATE
    assert len(list(taxonomy.concepts())) == MANY + 1
    assert taxonomy.findings == ()


def test_elements_that_substitute_for_each_other(tmp_path: Path):
    elements = (f'<xs:element name="{one}" substitutionGroup="own:{two}"/>' for one, two in ("AB", "BC", "CA"))
    taxonomy = _loaded(tmp_path, "".join(elements))
    assert list(taxonomy.concepts()) == []


@pytest.mark.parametrize("kind", ["restriction", "union", "list"])
@pytest.mark.parametrize("is_circle", [True, False])
def test_a_long_chain_of_types(tmp_path: Path, kind: str, is_circle: bool):
    derived = {
        "restriction": '<xs:restriction base="own:{}"/>',
        "union": '<xs:union memberTypes="own:{} xs:int"/>',
        "list": '<xs:list itemType="own:{}"/>',
    }[kind]
    types = "".join(
        f'<xs:simpleType name="T{number}">{derived.format(f"T{number + 1}")}</xs:simpleType>' for number in range(MANY)
    )
    last = "T0" if is_circle else "T"
    end = f'<xs:simpleType name="T{MANY}"><xs:restriction base="{f"own:{last}" if is_circle else "xs:int"}"/></xs:simpleType>'
    taxonomy = _loaded(tmp_path, types + end)
    for number in range(0, MANY, 100):
        found = taxonomy.item_type(QName(OWN, f"T{number}"))
        assert found is None or found.base in {"", "int", "anySimpleType"}


def test_nested_types(tmp_path: Path):
    depth = 100
    types = f'<xs:simpleType name="T">{"<xs:union><xs:simpleType>" * depth}<xs:restriction base="xs:int"/>'
    taxonomy = _loaded(tmp_path, types + "</xs:simpleType></xs:union>" * depth + "</xs:simpleType>")
    assert taxonomy.item_type(QName(OWN, "T")).base == "anySimpleType"


def test_numbers_without_bounds(tmp_path: Path):
    ends = locator("entry.xsd#A", "a") + locator("entry.xsd#B", "b")
    numbers = (
        "1e999999999",
        "-1E99999999999999999999",
        "9" * 100_000,
        "Infinity",
        "NaN",
        "1_0",
        "٣",
        "",
    )
    arcs = (
        link(ends + arc("a", "b", f'weight="{each}" order="{each}" priority="{each}"'), role=f"{ROLE}/{place}")
        for place, each in enumerate(numbers)
    )
    entry = schema("A", "B", appinfo=linkbase_reference("l.xml"))
    taxonomy = load_taxonomy(str(written(tmp_path, {"entry.xsd": entry, "l.xml": linkbase(*arcs)}) / "entry.xsd"))
    for place in range(len(numbers)):
        (found,) = taxonomy.networks.network(SUMMATION, f"{ROLE}/{place}").relationships
        assert (found.weight, found.order, found.priority) == (None, 1, 0)


def test_very_many_declarations_of_one_role_and_linkbases_in_one_schema(tmp_path: Path):
    roles = '<link:roleType roleURI="urn:r" id="r"/>' * 20_000
    entry = schema("A", appinfo=roles + linkbase() * 5_000)
    taxonomy = load_taxonomy(str(written(tmp_path, {"entry.xsd": entry}) / "entry.xsd"))
    assert len(taxonomy.role_types["urn:r"]) == 20_000
    assert len(taxonomy.dts.linkbases) == 5_000


def test_thousands_of_documents(tmp_path: Path):
    files = {f"{number}.xsd": schema(f"A{number}") for number in range(2_000)}
    includes = "".join(f'<xs:include schemaLocation="{name}"/>' for name in files)
    taxonomy = _loaded(tmp_path, includes, **files)
    assert len(list(taxonomy.concepts())) == 2_000


def test_a_document_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(documents, "LARGEST", 900_000)
    taxonomy = _loaded(
        tmp_path, '<xs:include schemaLocation="large.xsd"/>', **{"large.xsd": schema("A") + " " * 900_000}
    )
    (found,) = taxonomy.findings
    assert (found.code, Path(found.locations[0].path).name) == ("XG376", "large.xsd")
    assert "900,000" in found.message


def test_damaged_linkbases_give_findings_and_never_an_exception(tmp_path: Path):
    """What is said of relationships, labels and references can always be asked for."""
    ends = locator("entry.xsd#A", "a") + locator("entry.xsd#B", "b") + locator("l.xml#t", "x")
    content = linkbase(
        link(ends + arc("a", "b", 'weight="1" order="2" use="prohibited" priority="3"')),
        link(ends + label("t", "Text") + arc("a", "t", "", "label", CONCEPT_LABEL), "label"),
        before='<link:roleRef xlink:type="simple" roleURI="urn:r" xlink:href="roles.xsd#r"/>',
        attributes='xml:base="./"',
    ).encode()
    role = '<link:roleType roleURI="urn:r" id="r"><link:usedOn>link:labelLink</link:usedOn></link:roleType>'
    entry = schema("A", "B", appinfo=linkbase_reference("l.xml") + role)
    folder = written(tmp_path, {"entry.xsd": entry, "roles.xsd": schema(namespace="urn:roles")})
    dice, faulty = random.Random(11), 0
    for _ in range(400):
        start = dice.randrange(len(content))
        damage = dice.choice(
            [b"", b"<", b'"', b":", b"#", b"%", b"[", b"(", b"/1", b"\0", b"\xff", b"x", b"-9", b"://"]
        )
        (folder / "l.xml").write_bytes(content[:start] + damage + content[start + dice.randrange(9) :])
        taxonomy = load_taxonomy(str(folder / "entry.xsd"))
        faulty += bool(taxonomy.findings)
        for each in taxonomy.networks.base_sets():
            taxonomy.networks.network(each.arcrole, each.role)
        assert all(concept.namespace == OWN for concept, _ in taxonomy.resources.labelled())
        assert taxonomy.role_types["urn:r"][0].used_on
        for linkbase_document in taxonomy.dts.linkbases.values():
            for element in linkbase_document.root.iter("*"):
                href = element.get("{http://www.w3.org/1999/xlink}href", "")
                taxonomy.dts.element(href, linkbase_document.document)
    assert faulty > 200
