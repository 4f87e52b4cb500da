"""Schemas compiled without the elements that a document does not have come to the same verdict as whole ones."""

from collections import Counter
from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import chain, islice, product
from pathlib import Path

import pytest
from lxml import etree
from mutations import mutants

from xbrlgen.findings import Finding
from xbrlgen.pipeline import build
from xbrlgen.readers.xbrl_xml import XmlInstance, read_xbrl_xml
from xbrlgen.schema_validation.documents import parse
from xbrlgen.schema_validation.element_names import element_names
from xbrlgen.schema_validation.names import INLINE_1_1
from xbrlgen.schema_validation.page_contexts import validate_page_contexts
from xbrlgen.schema_validation.root_content import INSTANCE
from xbrlgen.schema_validation.schema_set import SchemaSet
from xbrlgen.schema_validation.validation import _violations, validate_instance
from xbrlgen.schema_validation.while_read import JudgeWhileRead
from xbrlgen.taxonomy import Catalog, load_taxonomy
from xbrlgen.taxonomy.documents import Source
from xbrlgen.taxonomy.kept_verdicts import KnownSound

IFRS = "https://xbrl.ifrs.org/taxonomy/2023-03-23/ifrs-full"
CORE = "https://xbrl.ifrs.org/taxonomy/2023-03-23/full_ifrs/full_ifrs-cor_2023-03-23.xsd"
OWN = "urn:own"
OWN_URL = "https://example.com/own.xsd"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
XBRLI = "http://www.xbrl.org/2003/instance"
IMPORTS = f"""
  <xs:import namespace="http://www.xbrl.org/2003/instance" schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>
  <xs:import namespace="http://xbrl.org/2005/xbrldt" schemaLocation="http://www.xbrl.org/2005/xbrldt-2005.xsd"/>
  <xs:import namespace="https://xbrl.ifrs.org/taxonomy/2023-03-23/ifrs-full" schemaLocation="{CORE}"/>"""
SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance"
    xmlns:xbrldt="http://xbrl.org/2005/xbrldt" xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:ifrs="{ifrs}"
    xmlns:own="{own}" targetNamespace="{own}" elementFormDefault="qualified">
  {annotation}{imports}
  <xs:element name="Number" id="n" type="xbrli:monetaryItemType" substitutionGroup="xbrli:item" xbrli:periodType="instant"/>
  <xs:element name="LikeRevenue" id="l" substitutionGroup="ifrs:Revenue" xbrli:periodType="duration"/>
  <xs:element name="domain" id="d" type="xs:int"/>
  <xs:element name="Axis" id="a" type="xbrli:stringItemType" substitutionGroup="xbrldt:dimensionItem" abstract="true"
    xbrli:periodType="duration" xbrldt:typedDomainRef="#d"/>
  <xs:element name="Both" id="b" substitutionGroup="xbrli:tuple"><xs:complexType><xs:complexContent>
    <xs:restriction base="xs:anyType"><xs:sequence><xs:element ref="ifrs:Assets"/><xs:element ref="own:Number"/>
    </xs:sequence></xs:restriction></xs:complexContent></xs:complexType></xs:element>
  {more}
</xs:schema>"""
CONTEXT = """<xbrli:context id="{}"><xbrli:entity><xbrli:identifier scheme="http://example.com">1</xbrli:identifier>
  <xbrli:segment>{}</xbrli:segment></xbrli:entity><xbrli:period>{}</xbrli:period></xbrli:context>"""
DOCUMENT = f"""<?xml version="1.0" encoding="utf-8"?>
<xbrli:xbrl xmlns:xbrli="{XBRLI}" xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xsi="{XSI}"
  xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:iso="http://www.xbrl.org/2003/iso4217"
  xmlns:ifrs="{IFRS}" xmlns:own="{OWN}" xmlns:t="urn:t">
<link:schemaRef xlink:type="simple" xlink:href="{OWN_URL}"/>
{CONTEXT.format("i", '<xbrldi:explicitMember dimension="ifrs:SegmentsAxis">ifrs:ReportableSegmentsMember</xbrldi:explicitMember>', "<xbrli:instant>2023-03-31</xbrli:instant>")}
{CONTEXT.format("d", '<xbrldi:typedMember dimension="own:Axis"><own:domain>7</own:domain></xbrldi:typedMember>', "<xbrli:startDate>2023-01-01</xbrli:startDate><xbrli:endDate>2023-03-31</xbrli:endDate>")}
{CONTEXT.format("o", '<ifrs:Inventories contextRef="i" unitRef="u" decimals="0">1</ifrs:Inventories>', "<xbrli:forever/>")}
<xbrli:unit id="u"><xbrli:measure>iso:JPY</xbrli:measure></xbrli:unit>
<ifrs:Assets id="f1" contextRef="i" unitRef="u" decimals="-3">1000</ifrs:Assets>
<ifrs:Revenue id="f2" contextRef="d" unitRef="u" xsi:nil="true"/>
<own:LikeRevenue id="f3" contextRef="d" unitRef="u" decimals="0">5</own:LikeRevenue>
<ifrs:NameOfReportingEntityOrOtherMeansOfIdentification id="f4" contextRef="d">A</ifrs:NameOfReportingEntityOrOtherMeansOfIdentification>
<ifrs:Liabilities id="f5" xsi:type="xbrli:monetaryItemType" contextRef="i" unitRef="u" decimals="0">3</ifrs:Liabilities>
<own:Both><ifrs:Assets contextRef="i" unitRef="u" decimals="0">1</ifrs:Assets><own:Number contextRef="i" unitRef="u" decimals="0">2</own:Number></own:Both>
</xbrli:xbrl>""".encode()
NAMES = (
    f"{{{IFRS}}}ProfitLoss",
    f"{{{IFRS}}}StatementOfFinancialPositionAbstract",
    f"{{{IFRS}}}SegmentsAxis",
    f"{{{IFRS}}}ReportableSegmentsMember",
    f"{{{IFRS}}}DateOfEndOfReportingPeriod2013",
    f"{{{IFRS}}}DisclosureOfInventoriesExplanatory",
    f"{{{IFRS}}}Asets",
    f"{{{IFRS}}}Number",
    f"{{{OWN}}}Assets",
    f"{{{OWN}}}domain",
    f"{{{OWN}}}LikeRevenue",
    f"{{{OWN}}}Axis",
    f"{{{XBRLI}}}Assets",
    f"{{{XBRLI}}}item",
    "{urn:other}Assets",
    "Assets",
)
"""What elements are renamed to, or get as a child: of other types, abstract, misspelt, in other namespaces, of no use."""
FEW = 10


def schema_set(annotation: str = "", more: str = "", sound: bool = True) -> SchemaSet:
    """The bundled taxonomy and an issuer's own; where nothing is known to be sound, it is compiled whole."""
    catalog = Catalog.of()  # whose schemas are read from what is kept of them
    text = SCHEMA.format(own=OWN, ifrs=IFRS, imports=IMPORTS, annotation=annotation, more=more).encode()

    def resolve(url: str) -> Source | bytes | None:
        return text if url == OWN_URL else catalog.locate(url)

    known = KnownSound(load_taxonomy("ifrs-2023").dts) if sound else ()
    return SchemaSet([OWN_URL], resolve, (), known, catalog)


@pytest.fixture(scope="module")
def both() -> tuple[SchemaSet, SchemaSet]:
    """The set that is reduced, and one that is compiled whole."""
    return schema_set(), schema_set()


def renamed(document: bytes, every: int) -> Iterator[tuple[str, bytes]]:
    """The document with one element of each name renamed, or with a child of another name."""
    root = etree.fromstring(document)
    places = {each.tag: place for place, each in enumerate(root.iter("*")) if each is not root}
    cases = product(places.items(), NAMES, ("renamed", "with", "nil", "typed"))
    for (tag, place), name, how in islice(cases, 0, None, every):
        copy = deepcopy(root)
        element = next(islice(copy.iter("*"), place, None))
        if how == "with":
            element.append(etree.Element(name))
        else:
            element.tag = name
        if how == "nil":
            element.set(f"{{{XSI}}}nil", "true")
        elif how == "typed":
            element.set(f"{{{XSI}}}type", "xbrli:stringItemType")
        yield f"{tag} {how} {name}", etree.tostring(copy)


def takes(document: bytes, schemas: SchemaSet, *, whole: bool) -> bool:
    root = parse(document, "x")
    assert not isinstance(root, Finding)
    compilation = schemas.compilation if whole else schemas.compilation_for(document)
    assert compilation.findings == ()
    return next(_violations(root, INSTANCE, schemas, compilation), None) is None


def is_taken_while_read(document: bytes, schemas: SchemaSet) -> bool:
    judge = JudgeWhileRead(lambda _: schemas)
    instance = read_xbrl_xml(document, None, "x", lambda: judge.schema(None, document)).instance
    return isinstance(instance, XmlInstance) and instance.is_valid and judge.takes(instance.root, instance.tags)


def verdicts(
    documents: Iterable[tuple[str, bytes]], reduced: SchemaSet, whole: SchemaSet
) -> Counter[tuple[bool, bool]]:
    """How many were taken by the careful way, and while they were read."""
    counts: Counter[tuple[bool, bool]] = Counter()
    for name, each in documents:
        verdict, while_read = takes(each, whole, whole=True), is_taken_while_read(each, reduced)
        assert takes(each, reduced, whole=False) == verdict, name
        assert verdict or not while_read, name
        counts[verdict, while_read] += 1
    assert "compilation" not in vars(reduced)
    return counts


def test_damaged_instances_get_one_verdict(both: tuple[SchemaSet, SchemaSet]):
    documents = chain([("itself", DOCUMENT)], mutants(DOCUMENT, every=11), renamed(DOCUMENT, every=11))
    counts = verdicts(documents, *both)
    assert counts[True, True] > FEW
    assert counts[False, False] > 10 * FEW


def test_a_damaged_report_with_hundreds_of_concepts_gets_one_verdict(root: Path, tmp_path: Path):
    folder = build(root / "examples" / "iij-1h23", tmp_path / "out").folder
    assert folder is not None
    (instance,) = folder.glob("*.xbrl")
    taxonomy = load_taxonomy(str(next(folder.glob("taxonomy/*.xsd"))))

    def schemas() -> SchemaSet:
        return SchemaSet(taxonomy.dts.schemas, taxonomy.dts.locate, (), KnownSound(taxonomy.dts), taxonomy.dts.catalog)

    document = instance.read_bytes()
    counts = verdicts(chain([("itself", document)], renamed(document, every=131)), schemas(), schemas())
    assert counts[True, True] > 1
    assert counts[False, False] > 5 * FEW


def test_what_is_told_of_a_damaged_instance_is_the_same_to_the_letter(both: tuple[SchemaSet, SchemaSet]):
    _, whole = both
    for _, each in islice(renamed(DOCUMENT, every=29), 0, None, 8):
        assert validate_instance(each, schema_set(), "a.xbrl") == validate_instance(each, whole, "a.xbrl")


def test_only_what_a_document_names_is_compiled(both: tuple[SchemaSet, SchemaSet]):
    reduced, whole = both
    document = etree.fromstring(f'<Equity xmlns="{IFRS}" contextRef="c" unitRef="u" decimals="0">1</Equity>')
    others = reduced.compilation_with(frozenset({"Cash"})).schema
    assert others is not None
    assert not others.validate(document)
    assert reduced.compilation_with(frozenset({"Equity", "Cash"})).schema.validate(document)
    assert whole.compilation.schema.validate(document)


@pytest.mark.parametrize(
    "broken",
    [
        '<xs:element name="A" type="xbrli:noType" substitutionGroup="xbrli:item" xbrli:periodType="instant"/>',
        '<xs:element name="A" type="xbrli:stringItemType" substitutionGroup="ifrs:Equity" xbrli:periodType="instant"/>',
        '<xs:element name="A" type="xbrli:monetaryItemType" substitutionGroup="xbrli:item" xbrli:periodType="never"/>',
        '<xs:element name="Number" type="xbrli:monetaryItemType" substitutionGroup="xbrli:item"/>',
        '<xs:complexType name="c"><xs:sequence><xs:element ref="ifrs:NoSuch"/></xs:sequence></xs:complexType>',
        '<xs:complexType name="c"><xs:sequence><xs:element name="x" type="xs:int" default="a"/></xs:sequence></xs:complexType>',
    ],
)
def test_the_faults_of_an_issuers_schema_are_found_as_ever(broken: str):
    found = schema_set(more=broken).findings
    assert found
    assert found == schema_set(more=broken, sound=False).findings


@pytest.mark.parametrize(
    "inside", ["<ifrs:Equity>a</ifrs:Equity>", "<link:roleType/>", '<ifrs:Equity contextRef="a">1</ifrs:Equity>']
)
def test_declared_elements_in_the_annotations_of_an_issuer_are_judged(inside: str):
    annotation = f"<xs:annotation><xs:appinfo>{inside}</xs:appinfo></xs:annotation>"
    found = schema_set(annotation).findings
    assert found
    assert found == schema_set(annotation, sound=False).findings


@pytest.mark.parametrize(
    "said",
    [
        '<xbrldi:typedMember dimension="own:Axis"><own:domain>a</own:domain></xbrldi:typedMember>',
        '<xbrldi:typedMember dimension="own:Axis"><ifrs:Equity>1</ifrs:Equity></xbrldi:typedMember>',
        '<ifrs:Equity contextRef="c" unitRef="u" decimals="x">1</ifrs:Equity>',
        '<xbrldi:explicitMember dimension="own:Axis">no name</xbrldi:explicitMember>',
    ],
)
def test_what_stands_in_contexts_of_pages_is_judged(said: str):
    context = CONTEXT.format("c", said, "<xbrli:forever/>")
    page = f"""<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="{INLINE_1_1}" xmlns:xbrli="{XBRLI}"
      xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:ifrs="{IFRS}" xmlns:own="{OWN}"><body>{context}</body></html>"""
    content = page.encode()
    found, expected = (
        validate_page_contexts(etree.fromstring(content), content, schema_set(sound=sound), "a.xhtml")
        for sound in (True, False)
    )
    assert found
    assert found == expected


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (b"<a><!-- <c/> --><p:b x='1'/>\n</a >", {"a", "b", "c"}),
        ("<?xml version='1.0' encoding='UTF-8'?><\u00e4:\u00f6 />".encode(), {"\u00f6"}),
        (b"\xef\xbb\xbf<a>&lt;b></a>", {"a"}),
        ("<?xml version='1.0' encoding='ISO-8859-1'?><\u00f6/>".encode("latin-1"), None),
        ("<a/>".encode("utf-16"), None),
        ("<a/>".encode("utf-16-le"), None),
        (b"<!DOCTYPE a [<!ENTITY e '&#60;b/>'>]><a>&e;</a>", None),
        (b"\x4c\x6f\xa7\x94", None),
        (b"<a>" + b" " * 5_000_000 + b"</a>", None),
    ],
)
def test_the_names_of_elements_are_seen_in_the_bytes_or_not_told(content: bytes, names: set[str] | None):
    assert element_names(content) == names
