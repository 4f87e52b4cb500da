"""Loading: from names, URLs and schemas on disk; each fault is a finding with its place."""

import random
from pathlib import Path

import pytest

from xbrlgen.findings import Location, catalogue
from xbrlgen.model import Axis, Extension, ExtensionConcept, QName, ValueKind
from xbrlgen.taxonomy import load_taxonomy

XBRLI = "http://www.xbrl.org/2003/instance"
XBRLDT = "http://xbrl.org/2005/xbrldt"
OWN = "http://example.com/own"
ENTRY = "https://xbrl.ifrs.org/taxonomy/2023-03-23/full_ifrs_entry_point_2023-03-23.xsd"
HEAD = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="{XBRLI}" xmlns:xbrldt="{XBRLDT}"
  xmlns:own="{OWN}" targetNamespace="{OWN}">
<xs:import namespace="{XBRLI}" schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>
<xs:import namespace="{XBRLDT}" schemaLocation="http://www.xbrl.org/2005/xbrldt-2005.xsd"/>
"""
IFRS_2023 = load_taxonomy("ifrs-2023").namespace


def _write(folder: Path, body: str, name: str = "own.xsd", head: str = HEAD) -> str:
    path = folder / name
    path.write_text(f"{head}{body}\n</xs:schema>", encoding="utf-8")
    return str(path)


def _codes(taxonomy) -> list[tuple[str, int]]:
    return [(each.code, each.locations[0].line if each.locations else 0) for each in taxonomy.findings]


def test_a_name_and_the_url_it_stands_for_give_the_same_concepts():
    assert list(load_taxonomy(ENTRY).names()) == list(load_taxonomy("ifrs-2023").names())
    assert load_taxonomy("ifrs-2023").entry_point == ENTRY


def test_a_concept_has_what_the_table_of_facts_says():
    taxonomy = load_taxonomy("ifrs-2023")
    assets = taxonomy.concept(QName(IFRS_2023, "TreasuryShares"))
    assert (assets.kind, assets.period_type, assets.balance) == (ValueKind.MONETARY, "instant", "debit")
    assert not assets.is_abstract
    assert assets.is_nillable
    axis = taxonomy.concept(QName(IFRS_2023, "SegmentsAxis"))
    assert axis.is_dimension
    assert axis.is_abstract
    assert taxonomy.concept(QName(IFRS_2023, "StatementOfFinancialPositionAbstract")).is_abstract
    assert taxonomy.concept(QName(IFRS_2023, "Asets")) is None
    assert taxonomy.concept(QName(XBRLI, "item")) is None
    assert taxonomy.concept(QName(XBRLDT, "dimensionItem")) is None


def test_default_members_come_from_the_definition_networks():
    for name, default in {"ifrs-2022": "SegmentsMember", "ifrs-2025": "SegmentsDomain"}.items():
        taxonomy = load_taxonomy(name)
        axis = QName(taxonomy.namespace, "SegmentsAxis")
        assert taxonomy.default_member(axis) == QName(taxonomy.namespace, default)
    assert load_taxonomy("ifrs-2023").default_member(QName(OWN, "OwnAxis")) is None


def test_an_extension_on_disk_has_the_concepts_of_what_it_imports(tmp_path: Path):
    path = _write(
        tmp_path,
        f'<xs:import namespace="https://xbrl.ifrs.org/taxonomy/2023-03-23/ifrs/full_ifrs_entry_point" schemaLocation="{ENTRY}"/>'
        '<xs:include schemaLocation="more.xsd"/>'
        '<xs:element name="Subtotal" id="own_Subtotal" type="xbrli:monetaryItemType" substitutionGroup="xbrli:item"'
        ' xbrli:periodType="duration" xbrli:balance="debit"/>',
    )
    (tmp_path / "more.xsd").write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:own="http://example.com/own">'
        f'<xs:element name="Part" type="x:sharesItemType" substitutionGroup="own:Subtotal" x:periodType="instant" xmlns:x="{XBRLI}"/>'
        "</xs:schema>",
        encoding="utf-8",
    )
    taxonomy = load_taxonomy(path)
    assert taxonomy.findings == ()
    assert taxonomy.namespace == IFRS_2023
    assert taxonomy.prefixes == {IFRS_2023: "ifrs-full", OWN: "own"}
    assert taxonomy.concept(QName(OWN, "Subtotal")).balance == "debit"
    part = taxonomy.concept(QName(OWN, "Part"))
    assert (part.kind, part.substitution_group) == (ValueKind.SHARES, QName(XBRLI, "item"))
    assert not part.is_nillable
    assert taxonomy.concept(QName(IFRS_2023, "Assets")) is not None
    assert QName(OWN, "Part") in list(taxonomy.names())


def test_a_typed_dimension_has_the_element_of_its_members(tmp_path: Path):
    path = _write(
        tmp_path,
        '<xs:element name="OfficeAxis" type="xbrli:stringItemType" substitutionGroup="xbrldt:dimensionItem" abstract="true"'
        ' xbrli:periodType="duration" xbrldt:typedDomainRef="#own_Office"/>'
        '<xs:element name="RoomAxis" type="xbrli:stringItemType" substitutionGroup="xbrldt:dimensionItem" abstract="true"'
        ' xbrli:periodType="duration" xbrldt:typedDomainRef="own.xsd#own_Room"/>'
        '<xs:element name="Office" id="own_Office" type="xs:int"/>'
        '<xs:element name="Room" id="own_Room"><xs:complexType><xs:sequence/></xs:complexType></xs:element>',
    )
    taxonomy = load_taxonomy(path)
    domain = taxonomy.concept(QName(OWN, "OfficeAxis")).typed_domain
    assert (domain.element, domain.item_type.base) == (QName(OWN, "Office"), "int")
    domain = taxonomy.concept(QName(OWN, "RoomAxis")).typed_domain
    assert (domain.element, domain.item_type) == (QName(OWN, "Room"), None)
    assert taxonomy.concept(QName(OWN, "Office")) is None
    assert taxonomy.findings == ()


def test_an_extended_taxonomy_has_what_the_report_declares():
    base = load_taxonomy("ifrs-2023")
    member = base.item_type_called("domainItemType").name
    extension = Extension(
        "own",
        OWN,
        (
            ExtensionConcept(QName(OWN, "PlanMember"), member, "duration", QName(XBRLI, "item"), {}, is_abstract=True),
            ExtensionConcept(
                QName(OWN, "Cash"), QName(XBRLI, "monetaryItemType"), "instant", QName(XBRLI, "item"), {}, "debit"
            ),
        ),
        (Axis(QName(OWN, "PlanAxis"), QName(OWN, "PlanMember"), (QName(OWN, "PlanMember"),)),),
    )
    taxonomy = base.extended(extension)
    assert taxonomy.concept(QName(OWN, "Cash")).kind is ValueKind.MONETARY
    assert taxonomy.concept(QName(OWN, "PlanMember")).kind is ValueKind.DOMAIN
    assert taxonomy.concept(QName(IFRS_2023, "Assets")) == base.concept(QName(IFRS_2023, "Assets"))
    assert taxonomy.default_member(QName(OWN, "PlanAxis")) == QName(OWN, "PlanMember")
    assert taxonomy.prefixes[OWN] == "own"
    assert (taxonomy.namespace, taxonomy.entry_point, taxonomy.schemas) == (IFRS_2023, ENTRY, base.schemas)
    assert set(taxonomy.names()) - set(base.names()) == {QName(OWN, "PlanMember"), QName(OWN, "Cash")}
    assert base.concept(QName(OWN, "Cash")) is None


def test_a_url_that_nothing_answers_is_named_with_its_place(tmp_path: Path):
    url = "https://taxonomy.example.com/2024/core.xsd"
    taxonomy = load_taxonomy(_write(tmp_path, f'<xs:import namespace="urn:x" schemaLocation="{url}"/>'))
    (found,) = taxonomy.findings
    assert (found.code, found.locations) == ("XG301", (Location(str(tmp_path / "own.xsd"), 5),))
    assert url in found.message
    assert "--packages" in found.hint


def test_the_place_that_names_an_entry_point_is_in_its_finding():
    place = Location("filing.xbrl", 3)
    (found,) = load_taxonomy("https://example.com/x.xsd", referrer=place).findings
    assert (found.code, found.locations) == ("XG301", (place,))


def test_an_unknown_name_offers_those_that_there_are():
    (found,) = load_taxonomy("ifrs-2032").findings
    assert found.code == "XG303"
    assert "ifrs-2023" in found.hint


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("<xs:schema", "XG302", 1),
        ("<a>" * 300 + "</a>" * 300, "XG970", 1),
        ("", "XG302", 1),
        ("<a>\n<b>\n</a>", "XG302", 3),
        ("<html/>", "XG310", 1),
        ("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>\n<a>&b;</a>", "XG304", 1),
        ("<!DOCTYPE a SYSTEM 'http://example.com/a.dtd'><a/>", "XG304", 1),
        ("<!DOCTYPE a [<!ENTITY b '" + "c" * 99 + "'><!ENTITY d '" + "&b;" * 99 + "'>]><a>&d;&d;</a>", "XG304", 1),
        ("\0", "XG302", 1),
    ],
)
def test_a_document_that_is_no_schema_is_refused(tmp_path: Path, text: str, code: str, line: int):
    path = tmp_path / "own.xsd"
    path.write_text(text, encoding="utf-8")
    assert _codes(load_taxonomy(str(path))) == [(code, line)]


def test_a_missing_file_is_named(tmp_path: Path):
    taxonomy = load_taxonomy(_write(tmp_path, '<xs:include schemaLocation="gone.xsd"/>'))
    assert _codes(taxonomy) == [("XG305", 5)]
    assert "gone.xsd" in taxonomy.findings[0].message
    assert _codes(load_taxonomy(str(tmp_path / "nothing.xsd"))) == [("XG305", 0)]
    (tmp_path / "folder.xsd").mkdir()
    assert _codes(load_taxonomy(str(tmp_path / "folder.xsd"))) == [("XG305", 0)]


def test_a_linkbase_that_is_not_there_is_named(tmp_path: Path):
    body = (
        '<xs:annotation><xs:appinfo><link:linkbaseRef xmlns:link="http://www.xbrl.org/2003/linkbase"'
        ' xmlns:xlink="http://www.w3.org/1999/xlink" xlink:type="simple" xlink:href="own_def.xml"/></xs:appinfo></xs:annotation>'
    )
    assert _codes(load_taxonomy(_write(tmp_path, body))) == [("XG305", 5)]


def test_an_import_of_another_namespace_is_found(tmp_path: Path):
    body = '<xs:import namespace="urn:other" schemaLocation="http://www.xbrl.org/2005/xbrldt-2005.xsd"/>'
    assert _codes(load_taxonomy(_write(tmp_path, body))) == [("XG307", 5)]


@pytest.mark.parametrize(
    ("attributes", "code"),
    [
        ('type="xbrli:moneyItemType" substitutionGroup="xbrli:item" xbrli:periodType="instant"', "XG306"),
        ('type="gone:monetaryItemType" substitutionGroup="xbrli:item" xbrli:periodType="instant"', "XG306"),
        ('substitutionGroup="xbrli:item" xbrli:periodType="instant"', "XG306"),
        ('type="xbrli:stringItemType" substitutionGroup="xbrldt:dimension" xbrli:periodType="duration"', "XG308"),
        ('type="xbrli:stringItemType" substitutionGroup="xbrli:item"', "XG309"),
        ('type="xbrli:stringItemType" substitutionGroup="xbrli:item" xbrli:periodType="forever"', "XG309"),
        ('type="xbrli:stringItemType" substitutionGroup="own:A" xbrli:periodType="duration"', None),
        ('type="xs:string"', None),
        ('substitutionGroup="own:Head" xbrli:periodType="instant"', None),
    ],
)
def test_a_declaration_that_breaks_xbrl_is_found(tmp_path: Path, attributes: str, code: str | None):
    head = (
        '<xs:element name="Head" type="xbrli:dateItemType" substitutionGroup="xbrli:item" xbrli:periodType="instant"/>'
    )
    taxonomy = load_taxonomy(_write(tmp_path, f'{head}<xs:element name="A" {attributes}/>'))
    assert _codes(taxonomy) == ([(code, 5)] if code else [])
    assert taxonomy.concept(QName(OWN, "B")) is None


def test_an_element_without_a_type_has_that_of_what_it_substitutes_for(tmp_path: Path):
    """XML Schema Part 1, section 3.3.2."""
    head = (
        '<xs:element name="Head" type="xbrli:dateItemType" substitutionGroup="xbrli:item" xbrli:periodType="instant"/>'
    )
    own = '<xs:element name="A" substitutionGroup="own:Head" xbrli:periodType="instant"/>'
    assert load_taxonomy(_write(tmp_path, head + own)).concept(QName(OWN, "A")).kind is ValueKind.DATE


def test_damaged_schemas_give_findings_and_never_an_exception(tmp_path: Path):
    body = (
        '<xs:complexType name="shortItemType"><xs:simpleContent><xs:restriction base="xbrli:stringItemType">'
        '<xs:maxLength value="4"/></xs:restriction></xs:simpleContent></xs:complexType>'
        '<xs:element name="A" id="own_A" type="own:shortItemType" substitutionGroup="xbrli:item" xbrli:periodType="instant"/>'
        '<xs:element name="B" type="xbrli:stringItemType" substitutionGroup="xbrldt:dimensionItem" abstract="true"'
        ' xbrli:periodType="duration" xbrldt:typedDomainRef="#own_A"/>'
    )
    path = Path(_write(tmp_path, body))
    good, dice = path.read_bytes(), random.Random(7)
    faulty = 0
    for _ in range(300):
        start = dice.randrange(len(good))
        path.write_bytes(
            good[:start]
            + dice.choice([b"", b"<", b'"', b":", b"\0", b"\xff", b"x"])
            + good[start + dice.randrange(9) :]
        )
        taxonomy = load_taxonomy(str(path))
        concepts = tuple(taxonomy.concepts())
        faulty += bool(taxonomy.findings)
        assert taxonomy.findings or len(concepts) <= 2
        assert all(each.locations and each.message for each in taxonomy.findings)
    assert faulty > 200


def test_types_that_derive_from_each_other_do_not_hang(tmp_path: Path):
    kinds = (
        f'<xs:complexType name="{one}"><xs:simpleContent><xs:restriction base="own:{two}"/></xs:simpleContent></xs:complexType>'
        for one, two in (("a", "b"), ("b", "a"))
    )
    taxonomy = load_taxonomy(_write(tmp_path, "".join(kinds)))
    assert taxonomy.item_type(QName(OWN, "a")).base == ""


def test_every_code_of_this_family_is_in_the_catalogue():
    assert {f"XG{number}" for number in range(301, 311)} <= set(catalogue())
