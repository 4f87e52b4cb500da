"""Types: what they mean, as Arelle sees it too, and their facets along the chain of derivation."""

from pathlib import Path

import pytest
from arelle_concepts import look

from xbrlgen.model import QName, ValueKind
from xbrlgen.taxonomy import Taxonomy, load_taxonomy

XBRLI = "http://www.xbrl.org/2003/instance"
DTR = "http://www.xbrl.org/dtr/type/"
ENUM2 = "http://xbrl.org/2020/extensible-enumerations-2.0"
OWN = "http://example.com/own"
IMPORTS = {
    "xbrli": (XBRLI, "http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"),
    "d20": (f"{DTR}2020-01-21", "https://www.xbrl.org/dtr/type/2020-01-21/types.xsd"),
    "d22": (f"{DTR}2022-03-31", "https://www.xbrl.org/dtr/type/2022-03-31/types.xsd"),
    "d24": (f"{DTR}2024-01-31", "https://www.xbrl.org/dtr/type/2024-01-31/types.xsd"),
    "num": (f"{DTR}numeric", "http://www.xbrl.org/dtr/type/numeric-2009-12-16.xsd"),
    "nonnum": (f"{DTR}non-numeric", "http://www.xbrl.org/dtr/type/nonNumeric-2009-12-16.xsd"),
    "enum1": ("http://xbrl.org/2014/extensible-enumerations", "http://www.xbrl.org/2014/extensible-enumerations.xsd"),
    "enum2": (ENUM2, "https://www.xbrl.org/2020/extensible-enumerations-2.0.xsd"),
}
OWN_TYPES = """
  <xs:complexType name="ratingItemType"><xs:simpleContent><xs:restriction base="xbrli:tokenItemType">
    <xs:enumeration value="AAA"/><xs:enumeration value="AA"/><xs:enumeration value="A"/>
  </xs:restriction></xs:simpleContent></xs:complexType>
  <xs:complexType name="goodRatingItemType"><xs:simpleContent><xs:restriction base="own:ratingItemType">
    <xs:enumeration value="AAA"/>
  </xs:restriction></xs:simpleContent></xs:complexType>
  <xs:complexType name="codeItemType"><xs:simpleContent><xs:restriction base="xbrli:stringItemType">
    <xs:pattern value="A.*"/><xs:pattern value="B.*"/>
  </xs:restriction></xs:simpleContent></xs:complexType>
  <xs:complexType name="shortCodeItemType"><xs:simpleContent><xs:restriction base="own:codeItemType">
    <xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="4"/></xs:restriction></xs:simpleType>
    <xs:pattern value=".*Z"/>
  </xs:restriction></xs:simpleContent></xs:complexType>
  <xs:complexType name="shareItemType"><xs:simpleContent><xs:restriction base="d22:percentItemType">
    <xs:minInclusive value="0"/><xs:maxInclusive value="1"/>
  </xs:restriction></xs:simpleContent></xs:complexType>
"""


def _schema(tmp_path: Path, names: list[str], own: str = "") -> Path:
    lines = [
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:own="http://example.com/own"',
        *(f' xmlns:{prefix}="{namespace}"' for prefix, (namespace, _) in IMPORTS.items()),
        f' targetNamespace="{OWN}" elementFormDefault="qualified">',
        *(f'<xs:import namespace="{each}" schemaLocation="{at}"/>' for each, at in IMPORTS.values()),
        own,
        *(
            f'<xs:element name="C{number}" id="own_C{number}" type="{name}" substitutionGroup="xbrli:item" nillable="true"'
            f' xbrli:periodType="duration"{_extra(name)}/>'
            for number, name in enumerate(names)
        ),
        "</xs:schema>",
    ]
    path = tmp_path / "own.xsd"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _extra(name: str) -> str:
    prefix, _, local_name = name.partition(":")
    if not local_name.startswith("enumeration"):
        return ""
    return f' {prefix}:domain="own:C0" {prefix}:linkrole="http://www.xbrl.org/2003/role/link"'


def _standard_types(root: Path) -> list[str]:
    """Every item type of the standard schemas, by the prefixes above."""
    taxonomy = load_taxonomy(*(location for _, location in IMPORTS.values()))
    return sorted(
        f"{prefix}:{name}"
        for prefix, (namespace, _) in IMPORTS.items()
        for schema in taxonomy.schemas_of(namespace)
        for name in schema.types
        if name.endswith("ItemType") and name != "fractionItemType"
    )


@pytest.mark.arelle
def test_arelle_gives_every_standard_type_the_same_base_and_numeric_nature(root: Path, tmp_path: Path):
    names = _standard_types(root)
    assert len(names) > 150
    path = _schema(tmp_path, names)
    taxonomy, seen = load_taxonomy(str(path)), look(path, [root / "taxonomy"])
    assert taxonomy.findings == ()
    for number, name in enumerate(names):
        theirs = seen.concepts[f"{{{OWN}}}C{number}"]
        ours = taxonomy.concept(QName(OWN, f"C{number}")).item_type
        assert str(ours.name) == theirs.item_type
        base = "XBRLI_DATEUNION" if ours.facets.get("union") == ("date", "dateTime") else ours.base
        assert (name, base) == (name, theirs.base)
        assert (name, ours.kind.is_numeric) == (name, theirs.is_numeric)


@pytest.fixture
def own(tmp_path: Path) -> Taxonomy:
    names = ["ratingItemType", "goodRatingItemType", "codeItemType", "shortCodeItemType", "shareItemType"]
    return load_taxonomy(str(_schema(tmp_path, [f"own:{name}" for name in names], OWN_TYPES)))


@pytest.mark.parametrize(
    ("name", "kind", "base", "facets"),
    [
        ("ratingItemType", ValueKind.STRING, "token", {"enumeration": ("AAA", "AA", "A")}),
        ("goodRatingItemType", ValueKind.STRING, "token", {"enumeration": ("AAA",)}),
        ("codeItemType", ValueKind.STRING, "string", {"pattern": ("(A.*)|(B.*)",)}),
        ("shortCodeItemType", ValueKind.STRING, "string", {"maxLength": ("4",), "pattern": (".*Z", "(A.*)|(B.*)")}),
        ("shareItemType", ValueKind.PERCENT, "decimal", {"minInclusive": ("0",), "maxInclusive": ("1",)}),
    ],
)
def test_facets_add_up_along_the_derivation(own: Taxonomy, name: str, kind: ValueKind, base: str, facets: dict):
    found = own.item_type(QName(OWN, name))
    assert (found.kind, found.base, dict(found.facets)) == (kind, base, facets)


def test_the_ancestors_of_a_type_lead_to_that_of_xbrl(own: Taxonomy):
    assert own.ancestors(QName(OWN, "shareItemType"))[:3] == (
        QName(OWN, "shareItemType"),
        QName(f"{DTR}2022-03-31", "percentItemType"),
        QName(XBRLI, "pureItemType"),
    )


@pytest.mark.parametrize(
    ("namespace", "name", "kind"),
    [
        (XBRLI, "monetaryItemType", ValueKind.MONETARY),
        (XBRLI, "sharesItemType", ValueKind.SHARES),
        (XBRLI, "pureItemType", ValueKind.PURE),
        (XBRLI, "nonNegativeIntegerItemType", ValueKind.NUMERIC),
        (XBRLI, "floatItemType", ValueKind.NUMERIC),
        (XBRLI, "booleanItemType", ValueKind.BOOLEAN),
        (XBRLI, "dateItemType", ValueKind.DATE),
        (XBRLI, "dateTimeItemType", ValueKind.DATE_TIME),
        (XBRLI, "QNameItemType", ValueKind.NAME),
        (XBRLI, "anyURIItemType", ValueKind.OTHER),
        (XBRLI, "durationItemType", ValueKind.OTHER),
        (XBRLI, "gYearItemType", ValueKind.OTHER),
        (f"{DTR}2020-01-21", "perShareItemType", ValueKind.PER_SHARE),
        (f"{DTR}2024-01-31", "perShareItemType", ValueKind.PER_SHARE),
        (f"{DTR}numeric", "percentItemType", ValueKind.PERCENT),
        (f"{DTR}2022-03-31", "domainItemType", ValueKind.DOMAIN),
        (f"{DTR}non-numeric", "textBlockItemType", ValueKind.TEXT_BLOCK),
        (f"{DTR}2022-03-31", "noDecimalsMonetaryItemType", ValueKind.MONETARY),
        (f"{DTR}2022-03-31", "areaItemType", ValueKind.NUMERIC),
        (ENUM2, "enumerationItemType", ValueKind.NAME),
        (ENUM2, "enumerationSetItemType", ValueKind.NAME_SET),
        ("http://xbrl.org/2014/extensible-enumerations", "enumerationItemType", ValueKind.NAME),
    ],
)
def test_types_mean_what_their_standard_says(namespace: str, name: str, kind: ValueKind):
    taxonomy = load_taxonomy(*(location for _, location in IMPORTS.values()))
    assert taxonomy.item_type(QName(namespace, name)).kind is kind


def test_a_type_by_its_local_name_comes_from_the_registry_in_use():
    assert load_taxonomy("ifrs-2023").item_type_called("domainItemType").name.namespace == f"{DTR}2020-01-21"
    assert load_taxonomy("ifrs-2025").item_type_called("domainItemType").name.namespace == f"{DTR}2022-03-31"
    assert load_taxonomy("ifrs-2025").item_type_called("monetaryItemType").name.namespace == XBRLI
    assert load_taxonomy("ifrs-2025").item_type_called("moneyItemType") is None
