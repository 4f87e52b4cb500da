"""Instances read: real filings as Arelle sees them, what was written before, and every fault as a finding."""

from collections import Counter
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import kinds
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_facts import TypesOnly, comparable, listed, sample

from xbrlgen.comparison import differences
from xbrlgen.findings import Severity
from xbrlgen.model import Dimension, Fact, Link, QName, TypedMember
from xbrlgen.readers.xbrl_xml import read_xbrl_xml
from xbrlgen.target import target_document
from xbrlgen.writers.xbrl_xml import write_xbrl_xml

FILINGS = [
    "kr-samsung-2025q3",
    "mx-walmex_2018-3",
    "mx-funo-2016",
    "dk-andco-2017",
    "dk-gaap-2017-offentliggorelse",
]


def instance(body: str, *, root: str = "", schema_ref: str | None = "kinds.xsd") -> bytes:
    """An instance with two contexts and two units, around `body`."""
    reference = "" if schema_ref is None else f'<link:schemaRef xlink:type="simple" xlink:href="{schema_ref}"/>'
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"
 xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:k="{kinds.NAMESPACE}"
 xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"{root}>
{reference}
{context("d", "<xbrli:startDate>2023-04-01</xbrli:startDate><xbrli:endDate>2023-09-30</xbrli:endDate>")}
{context("i", "<xbrli:instant>2023-09-30</xbrli:instant>")}
<xbrli:unit id="JPY"><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unit>
<xbrli:unit id="pure"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>
{body}
</xbrli:xbrl>""".encode()


def context(name: str, period: str, scenario: str = "", segment: str = "") -> str:
    segment = segment and f"<xbrli:segment>{segment}</xbrli:segment>"
    scenario = scenario and f"<xbrli:scenario>{scenario}</xbrli:scenario>"
    return f"""<xbrli:context id="{name}"><xbrli:entity><xbrli:identifier scheme="{kinds.ENTITY.scheme}"> 37740
 </xbrli:identifier>{segment}</xbrli:entity><xbrli:period>{period}</xbrli:period>{scenario}</xbrli:context>"""


def read(body: str, **more):
    return read_xbrl_xml(instance(body, **more), kinds.taxonomy(), "r.xbrl")


def fact(body: str, **more) -> Fact:
    """The one fact of a document without a fault."""
    reading = read(body, **more)
    assert reading.findings == ()
    assert reading.report is not None
    (found,) = reading.report.facts
    return found


CASH = '<k:Cash id="f" contextRef="i" unitRef="JPY" decimals="0">1</k:Cash>'
NAME = '<k:Name id="n" contextRef="d">IIJ</k:Name>'


# --- real filings -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("filing", FILINGS)
def test_the_facts_of_real_filings_are_those_that_arelle_sees(shared: Path, filing: str):
    path, expected = sample(shared, filing)
    reading = read_xbrl_xml(path, TypesOnly(expected))
    assert reading.findings == ()
    assert Counter(map(comparable, reading.report.facts)) == Counter(map(listed, expected))
    assert len(reading.locations) == len(expected)
    assert all(each.line > 0 for each in reading.locations.values())


# --- what was written before ------------------------------------------------------------------------------------------


def test_a_report_of_every_kind_comes_back_whole():
    report = kinds.one_of_each_kind()
    reading = _written_and_read(report)
    assert reading.findings == ()
    assert list(differences(report, reading.report)) == []
    assert set(reading.locations) == {each.id for each in (*report.facts, *report.footnotes)}
    assert reading.report.entity == kinds.ENTITY
    assert reading.report.schema_refs == report.schema_refs
    assert reading.report.prefixes["k"] == kinds.NAMESPACE


@given(kinds.reports(), st.sampled_from(["segment", "scenario"]))
@settings(max_examples=150, deadline=None)
def test_any_report_comes_back_whole(report, container):
    reading = _written_and_read(report, container)
    assert reading.findings == ()
    assert list(differences(report, reading.report)) == []
    assert {each.id: each for each in reading.report.facts}.keys() == {each.id for each in report.facts}


def _written_and_read(report, container="scenario"):
    out = BytesIO()
    write_xbrl_xml(target_document(report, kinds.taxonomy(), container=container), out)
    return read_xbrl_xml(out.getvalue(), kinds.taxonomy())


# --- values and places ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("element", "value"),
    [
        ('<k:Cash contextRef="i" unitRef="JPY" decimals="0">\n +1.50 </k:Cash>', Decimal("1.50")),
        ('<k:Cash contextRef="i" unitRef="JPY" decimals="0">-.5</k:Cash>', Decimal("-0.5")),
        ('<k:Measured contextRef="d" unitRef="pure" decimals="0">1.5e3</k:Measured>', Decimal(1500)),
        ('<k:Employees contextRef="d" unitRef="pure" decimals="0">007</k:Employees>', Decimal(7)),
        ('<k:Cash contextRef="i" unitRef="JPY" xsi:nil="true"/>', None),
        ('<k:Cash contextRef="i" unitRef="JPY" xsi:nil=" 1 "></k:Cash>', None),
        ('<k:Cash contextRef="i" unitRef="JPY" decimals="0" xsi:type="xbrli:monetaryItemType">1</k:Cash>', Decimal(1)),
        ('<k:Cash contextRef=" i " unitRef=" JPY " decimals=" 0 ">1</k:Cash>', Decimal(1)),
        ('<k:Name contextRef="d"> a\tb  c\n </k:Name>', " a\tb  c\n "),
        ('<k:Name contextRef="d">a&#13;b<!-- not said --> c<?pi?><![CDATA[<d>]]></k:Name>', "a\rb c<d>"),
        ('<k:Code contextRef="d"> a\tb  c\n </k:Code>', "a b c"),
        ('<k:Audited contextRef="d"> 1 </k:Audited>', "true"),
        ('<k:Audited contextRef="d">0</k:Audited>', "false"),
        ('<k:Audited contextRef="d">yes</k:Audited>', "yes"),
        ('<k:Approved contextRef="d"> 2023-11-07 </k:Approved>', "2023-11-07"),
        ('<k:Signed contextRef="d">2023-12-31T24:00:00.000+00:00</k:Signed>', "2024-01-01T00:00:00Z"),
        ('<k:Signed contextRef="d">2023-12-31T12:00:00.120</k:Signed>', "2023-12-31T12:00:00.12"),
        ('<k:Form contextRef="d"> k:Name </k:Form>', f"{{{kinds.NAMESPACE}}}Name"),
        ('<k:Form contextRef="d" xmlns="http://d">Name</k:Form>', "{http://d}Name"),
        (f'<k:Region contextRef="d"> {kinds.NAMESPACE}#NorthMember</k:Region>', f"{{{kinds.NAMESPACE}}}NorthMember"),
        (
            f'<k:Regions contextRef="d">{kinds.NAMESPACE}#B\n{kinds.NAMESPACE}#A</k:Regions>',
            f"{{{kinds.NAMESPACE}}}A {{{kinds.NAMESPACE}}}B",
        ),
        ('<k:Regions contextRef="d"/>', ""),
    ],
)
def test_values_are_read_in_canonical_form(element, value):
    assert fact(element).value == value


@pytest.mark.parametrize(
    ("accuracy", "value", "expected"),
    [
        ('decimals="INF"', "1", None),
        ('decimals="-06"', "1", -6),
        ('decimals="+2"', "1", 2),
        ('precision="INF"', "1", None),
        ('precision="5"', "123", 2),
        ('precision="4"', "123456", -2),
        ('precision="3"', "0.00234", 5),
        ('precision="1"', "-999", -2),
        ('precision="4"', "12e10", -8),
        ('precision="3"', "0", None),
    ],
)
def test_decimals_are_read_or_inferred_from_precision(accuracy, value, expected):
    element = f'<k:Measured contextRef="d" unitRef="pure" {accuracy}>{value}</k:Measured>'
    assert fact(element).decimals == expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("<xbrli:instant>2023-12-31</xbrli:instant>", "2024-01-01T00:00:00"),
        ("<xbrli:instant> 2023-12-31T00:00:00 </xbrli:instant>", "2023-12-31T00:00:00"),
        ("<xbrli:instant>2023-12-31T24:00:00</xbrli:instant>", "2024-01-01T00:00:00"),
        ("<xbrli:instant>2024-02-29T15:30:00.5</xbrli:instant>", "2024-02-29T15:30:00.500000"),
    ],
)
def test_instants_mean_the_end_of_the_day_unless_a_time_is_given(period, expected):
    found = fact(context("x", period) + '<k:Cash contextRef="x" unitRef="JPY" decimals="0">1</k:Cash>')
    assert (found.period.start, found.period.end.isoformat()) == (None, expected)


def test_a_duration_ends_with_its_last_day_and_forever_is_no_period():
    assert fact('<k:Revenue contextRef="d" unitRef="JPY" decimals="0">1</k:Revenue>').period == kinds.HALF
    found = fact(context("x", "<xbrli:forever/>") + '<k:Name contextRef="x">a</k:Name>')
    assert found.period is None


@pytest.mark.parametrize(
    ("root", "own", "expected"),
    [
        ("", "", None),
        (' xml:lang="EN-us"', "", "en-us"),
        (' xml:lang="en"', ' xml:lang="JA"', "ja"),
        (' xml:lang="en"', ' xml:lang=""', None),
    ],
)
def test_the_language_is_the_nearest_one(root, own, expected):
    assert fact(f'<k:Name contextRef="d"{own}>a</k:Name>', root=root).language == expected
    assert fact(f'<k:Approved contextRef="d"{own}>2023-01-01</k:Approved>', root=root).language is None


def test_dimensions_are_read_from_segment_and_scenario():
    members = (
        '<xbrldi:explicitMember dimension=" k:SegmentsAxis "> k:NorthMember\n</xbrldi:explicitMember>',
        """<xbrldi:typedMember dimension="k:YearAxis"><k:year> 007 </k:year></xbrldi:typedMember>
        <xbrldi:typedMember dimension="k:BondAxis"><k:bond xsi:nil="true"/></xbrldi:typedMember>""",
    )
    period = "<xbrli:instant>2023-09-30</xbrli:instant>"
    found = fact(context("x", period, *members) + '<k:Cash contextRef="x" unitRef="JPY" decimals="0">1</k:Cash>')
    year = Dimension(kinds.name("YearAxis"), TypedMember("7"))
    assert found.dimensions == (kinds.bond(None), kinds.segment("NorthMember"), year)


def test_units_are_products_and_quotients():
    unit = """<xbrli:unit id="u"><xbrli:divide><xbrli:unitNumerator><xbrli:measure> iso4217:JPY </xbrli:measure>
    </xbrli:unitNumerator><xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure><xbrli:measure>k:x</xbrli:measure>
    </xbrli:unitDenominator></xbrli:divide></xbrli:unit>"""
    found = fact(f'{unit}<k:Ratio contextRef="d" unitRef="u" decimals="0">1</k:Ratio>')
    assert found.unit.numerators == kinds.YEN.numerators
    assert found.unit.denominators == (kinds.name("x"), QName("http://www.xbrl.org/2003/instance", "shares"))


def test_a_fact_without_id_is_given_one_that_nothing_else_has():
    reading = read(f'<k:Code id="fact-2" contextRef="d">a</k:Code>{NAME.replace(" id=", " title=")}')
    assert [each.id for each in reading.report.facts] == ["fact-2", "fact-2_"]


def test_every_fact_has_its_line_even_far_down():
    shapes = (
        '<k:Name id="n{}" contextRef="d"/>',
        '<k:Name id="n{}" contextRef="d">a</k:Name>',
        '<k:Name id="n{}" contextRef="d">a\nb\n</k:Name>',
    )
    content = instance("\n".join(shapes[number % 3].format(number) for number in range(60_000)))
    reading = read_xbrl_xml(content, kinds.taxonomy())
    lines = content.decode().split("\n")
    wrong = [
        name for name, place in reading.locations.items() if place.line and f'id="{name}"' not in lines[place.line - 1]
    ]
    assert wrong == []
    assert sum(place.line == 0 for place in reading.locations.values()) <= 1


def test_without_a_taxonomy_facts_are_what_their_attributes_say():
    reading = read_xbrl_xml(instance(CASH + NAME), None)
    assert [(each.value, each.is_numeric) for each in reading.report.facts] == [(Decimal(1), True), ("IIJ", False)]
    assert reading.findings == ()


def test_the_taxonomy_may_be_found_by_the_schema_references():
    asked = []
    read_xbrl_xml(instance(CASH, schema_ref="a.xsd"), asked.append)
    assert asked == [("a.xsd",)]


# --- footnotes --------------------------------------------------------------------------------------------------------

XLINK = 'xlink:type="arc" xlink:arcrole="http://www.xbrl.org/2003/arcrole/fact-footnote"'


def footnote_link(
    *,
    href="#f",
    arc_to="note",
    language=' xml:lang="EN"',
    arcrole="fact-footnote",
    content="x &amp; y",
    role="footnote",
):
    arcrole_uri = f"http://www.xbrl.org/2003/arcrole/{arcrole}"
    return f"""<link:footnoteLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">
<link:loc xlink:type="locator" xlink:href="{href}" xlink:label="fact"/>
<link:loc xlink:type="locator" xlink:href="#n" xlink:label="fact"/>
<link:footnote id="note-1" xlink:type="resource" xlink:label="note"
 xlink:role="http://www.xbrl.org/2003/role/{role}"{language}>{content}</link:footnote>
<link:footnoteArc xlink:type="arc" xlink:arcrole="{arcrole_uri}" xlink:from="fact" xlink:to="{arc_to}"/>
</link:footnoteLink>"""


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("x &amp; y", "x & y"),
        ("", ""),
        ('<b xmlns="http://www.w3.org/1999/xhtml" z="1" a="&lt;">x &amp;</b> y', '<b a="&lt;" z="1">x &amp;</b> y'),
        ('<h:br xmlns:h="http://www.w3.org/1999/xhtml"/>', "<br/>"),
    ],
)
def test_footnotes_are_text_or_a_fragment(content, expected):
    reading = read(CASH + NAME + footnote_link(content=content))
    assert reading.findings == ()
    (footnote,) = reading.report.footnotes
    assert (footnote.id, footnote.language, footnote.content, footnote.facts) == ("note-1", "en", expected, ("f", "n"))
    assert reading.locations["note-1"].line == 16


@pytest.mark.parametrize(
    ("change", "code", "standard"),
    [
        ({"href": "#nothing"}, "XG163", "xbrl.4.11.1.1"),
        ({"href": "#i"}, "XG163", "xbrl.4.11.1.1"),
        ({"arc_to": "nothing"}, "XG163", "xbrl.3.5.3.9"),
        ({"language": ""}, "XG163", "xbrl.4.11.1.2.1"),
        ({"arc_to": "fact"}, "XG164", "oime:illegalStandardFootnoteTarget"),
        ({"role": "other"}, "XG164", "xbrlxe:nonStandardFootnoteResourceRole"),
    ],
)
def test_a_broken_footnote_is_found(change, code, standard):
    found = read(CASH + NAME + footnote_link(**change)).findings
    assert (found[0].code, found[0].standard) == (code, standard)


def test_links_of_other_types_and_groups_are_kept_and_those_between_facts():
    other = footnote_link(arcrole="other") + footnote_link(arcrole="other", arc_to="fact").replace("note-1", "note-2")
    grouped = footnote_link().replace("role/link", "role/group").replace("note-1", "note-3")
    reading = read(CASH + NAME + other + grouped)
    assert [each.standard for each in reading.findings] == ["xbrlxe:unlinkedFootnoteResource"]
    arcrole, role = "http://www.xbrl.org/2003/arcrole/{}", "http://www.xbrl.org/2003/role/{}"
    kinds_of_links = {
        (arcrole.format("other"), role.format("link")): {("f", "note-1"), ("n", "note-1")},
        (arcrole.format("fact-footnote"), role.format("group")): {("f", "note-3"), ("n", "note-3")},
    }
    kinds_of_links[arcrole.format("other"), role.format("link")] |= {(a, b) for a in "fn" for b in "fn"}
    expected = {Link(*kind, *ends) for kind, pairs in kinds_of_links.items() for ends in pairs}
    assert len(reading.report.links) == len(expected)
    assert set(reading.report.links) == expected
    assert [(each.id, each.facts) for each in reading.report.footnotes] == [("note-1", ()), ("note-3", ())]


def test_a_footnote_may_be_pointed_to_by_the_element_scheme():
    reading = read(CASH + NAME + footnote_link(href="#element(f)"))
    assert reading.findings == ()


# --- faults -----------------------------------------------------------------------------------------------------------

PERIOD = "<xbrli:instant>2023-09-30</xbrli:instant>"
MEMBER = '<xbrldi:explicitMember dimension="k:SegmentsAxis">k:{}</xbrldi:explicitMember>'.format
TYPED = '<xbrldi:typedMember dimension="k:BondAxis">{}</xbrldi:typedMember>'.format


@pytest.mark.parametrize(
    ("body", "code", "standard"),
    [
        ('<k:Name id="n" contextRef="zz">a</k:Name>', "XG154", "xbrl.4.6.1"),
        ('<k:Name id="n">a</k:Name>', "XG154", "xbrl.4.6.1"),
        ('<k:Cash contextRef="i" decimals="0">1</k:Cash>', "XG155", "xbrl.4.6.2"),
        ('<k:Cash contextRef="i" unitRef="EUR" decimals="0">1</k:Cash>', "XG155", "xbrl.4.6.2"),
        ('<k:Name contextRef="d" unitRef="JPY">1</k:Name>', "XG155", "xbrl.4.6.2"),
        ('<k:Cash contextRef="i" unitRef="JPY">1</k:Cash>', "XG159", "xbrl.4.6.3"),
        ('<k:Cash contextRef="i" unitRef="JPY" decimals="0" precision="1">1</k:Cash>', "XG159", "xbrl.4.6.3"),
        ('<k:Cash contextRef="i" unitRef="JPY" decimals="two">1</k:Cash>', "XG159", "xbrl.4.6.3"),
        ('<k:Cash contextRef="i" unitRef="JPY" precision="-1">1</k:Cash>', "XG159", "xbrl.4.6.3"),
        ('<k:Cash contextRef="i" unitRef="JPY" decimals="99999999999999999999">1</k:Cash>', "XG159", "xbrl.4.6.3"),
        (
            '<k:Cash contextRef="i" unitRef="JPY" precision="0">1</k:Cash>',
            "XG830",
            "xbrlxe:unsupportedZeroPrecisionFact",
        ),
        ('<k:Cash contextRef="i" unitRef="JPY" decimals="0" xsi:nil="true"/>', "XG159", "xbrl.4.6.3"),
        ('<k:Name contextRef="d" decimals="0">1</k:Name>', "XG159", "xbrl.4.6.3"),
        ('<k:Cash contextRef="i" unitRef="JPY" xsi:nil="true">1</k:Cash>', "XG162", "cvc-elt.3.2.1"),
        ('<k:Cash contextRef="i" unitRef="JPY" decimals="0">1,000</k:Cash>', "XG161", "cvc-datatype-valid.1"),
        ('<k:Cash contextRef="i" unitRef="JPY" decimals="0"/>', "XG161", "cvc-datatype-valid.1"),
        ('<k:Cash contextRef="i" unitRef="JPY" decimals="0">1e3</k:Cash>', "XG161", "cvc-datatype-valid.1"),
        ('<k:Measured contextRef="d" unitRef="pure" decimals="0">INF</k:Measured>', "XG161", "cvc-datatype-valid.1"),
        (
            '<k:Measured contextRef="d" unitRef="pure" decimals="0">1e999999999</k:Measured>',
            "XG161",
            "cvc-datatype-valid.1",
        ),
        (f'<k:Cash contextRef="i" unitRef="JPY" decimals="0">{"9" * 5000}</k:Cash>', "XG161", "cvc-datatype-valid.1"),
        ('<k:Form contextRef="d">zz:Name</k:Form>', "XG161", "cvc-datatype-valid.1"),
        ('<k:Form contextRef="d"/>', "XG161", "cvc-datatype-valid.1"),
        ('<k:Region contextRef="d">k:NorthMember</k:Region>', "XG161", "cvc-datatype-valid.1"),
        ('<k:Name contextRef="d"><k:Name/></k:Name>', "XG161", "cvc-datatype-valid.1"),
        (
            '<k:Fraction contextRef="d" unitRef="pure"><xbrli:numerator>1</xbrli:numerator></k:Fraction>',
            "XG160",
            "xbrlxe:unsupportedFraction",
        ),
        ('<k:Manager><k:Name contextRef="d">a</k:Name></k:Manager>', "XG160", "xbrlxe:unsupportedTuple"),
        ("<xbrli:measure>iso4217:JPY</xbrli:measure>", "XG165", "xbrl.4"),
        ('<k:Name id="d" contextRef="d">a</k:Name>', "XG153", "cvc-id.2"),
        ('<k:Name contextRef="d" xml:base="http://x">a</k:Name>', "XG167", "xbrlxe:unsupportedXmlBase"),
        ('<link:linkbaseRef xlink:type="simple" xlink:href="l.xml"/>', "XG167", "xbrlxe:unsupportedLinkbaseReference"),
        ('<xbrli:unit id="u"/>', "XG158", "xbrl.4.8.2"),
        ('<xbrli:unit id="u"><xbrli:measure>zz:a</xbrli:measure></xbrli:unit>', "XG158", "xbrl.4.8.2"),
        (
            '<xbrli:unit id="u"><xbrli:divide><xbrli:unitNumerator><xbrli:measure>k:a</xbrli:measure></xbrli:unitNumerator></xbrli:divide></xbrli:unit>',
            "XG158",
            "xbrl.4.8.3",
        ),
        (
            '<xbrli:unit id="u"><xbrli:divide><xbrli:unitNumerator><xbrli:measure>k:a</xbrli:measure></xbrli:unitNumerator><xbrli:unitDenominator><xbrli:measure>k:a</xbrli:measure></xbrli:unitDenominator></xbrli:divide></xbrli:unit>',
            "XG158",
            "xbrl.4.8.4",
        ),
        (f'<xbrli:context id="x"><xbrli:period>{PERIOD}</xbrli:period></xbrli:context>', "XG156", "xbrl.4.7.3"),
        (context("x", PERIOD).replace("37740", ""), "XG156", "xbrl.4.7.3.1"),
        (context("x", ""), "XG156", "xbrl.4.7.2"),
        (context("x", "<xbrli:startDate>2023-01-01</xbrli:startDate>"), "XG156", "xbrl.4.7.2"),
        (context("x", "<xbrli:instant>30.09.2023</xbrli:instant>"), "XG156", "xbrl.4.7.2"),
        (context("x", "<xbrli:instant>2023-02-30</xbrli:instant>"), "XG156", "xbrl.4.7.2"),
        (context("x", "<xbrli:instant>9999-12-31</xbrli:instant>"), "XG156", "xbrl.4.7.2"),
        (context("x", "<xbrli:instant>0001-01-01T00:00:00</xbrli:instant>"), "XG156", "xbrl.4.7.2"),
        (
            context("x", "<xbrli:startDate>2023-09-30</xbrli:startDate><xbrli:endDate>2023-04-01</xbrli:endDate>"),
            "XG156",
            "xbrl.4.7.2",
        ),
        (
            context(
                "x", "<xbrli:startDate>2023-09-30T24:00:00</xbrli:startDate><xbrli:endDate>2023-09-30</xbrli:endDate>"
            ),
            "XG156",
            "xbrl.4.7.2",
        ),
        (context("x", "<xbrli:instant>2023-09-30Z</xbrli:instant>"), "XG168", ""),
        (
            context("x", PERIOD, TYPED("<k:bond>1</k:bond>").replace("k:Bond", "zz:Bond")),
            "XG157",
            "xbrldie:TypedMemberNotTypedDimensionError",
        ),
        (context("x", PERIOD, MEMBER("NorthMember") * 2), "XG157", "xbrldie:RepeatedDimensionInInstanceError"),
        (context("x", PERIOD, MEMBER("A"), MEMBER("B")), "XG157", "xbrldie:RepeatedDimensionInInstanceError"),
        (context("x", PERIOD, MEMBER("GroupMember")), "XG157", "xbrldie:DefaultValueUsedInInstanceError"),
        (
            context("x", PERIOD, MEMBER("A").replace("k:A", "zz:A")),
            "XG157",
            "xbrldie:ExplicitMemberUndefinedQNameError",
        ),
        (
            context("x", PERIOD, MEMBER("A").replace("k:Seg", "zz:Seg")),
            "XG157",
            "xbrldie:ExplicitMemberUndefinedQNameError",
        ),
        (context("x", PERIOD, MEMBER("A").replace("k:A<", "<")), "XG157", "xbrldie:ExplicitMemberUndefinedQNameError"),
        (context("x", PERIOD, TYPED("")), "XG157", "xbrldie:IllegalTypedDimensionContentError"),
        (context("x", PERIOD, TYPED("<k:bond/><k:bond/>")), "XG157", "xbrldie:IllegalTypedDimensionContentError"),
        (context("x", PERIOD, TYPED("<k:year>1</k:year>")), "XG157", "xbrldie:IllegalTypedDimensionContentError"),
        (context("x", PERIOD, TYPED("<k:bond><k:year/></k:bond>")), "XG830", "xbrlxe:unsupportedComplexTypedDimension"),
        (context("x", PERIOD, "<k:bond/>"), "XG830", "xbrlxe:nonDimensionalSegmentScenarioContent"),
    ],
)
def test_a_fault_is_found_with_its_place_and_the_specifications_code(body, code, standard):
    found = read(f"{body}\n{CASH}").findings
    assert (found[0].code, found[0].standard) == (code, standard)
    assert len(found) == 1
    assert found[0].locations[0].path == "r.xbrl"
    assert found[0].locations[0].line >= 8


def test_all_faults_are_reported_at_once_and_the_rest_is_read():
    reading = read('<k:Name contextRef="zz">a</k:Name><k:Cash contextRef="i" unitRef="no">1</k:Cash>' + CASH + NAME)
    assert [each.code for each in reading.findings] == ["XG154", "XG155", "XG159"]
    assert [each.id for each in reading.report.facts] == ["f", "n"]


def test_a_fact_of_a_broken_context_is_left_out_without_a_second_finding():
    reading = read(context("x", "") + '<k:Name contextRef="x">a</k:Name>' + NAME)
    assert [each.code for each in reading.findings] == ["XG156"]
    assert [each.id for each in reading.report.facts] == ["n"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "XG150"),
        (b"<a>", "XG150"),
        (b"\x00\x01", "XG150"),
        (b"<a>&undeclared;</a>", "XG150"),
        (b"\xff\xfe<\x00a\x00", "XG150"),
        (b"<a>" * 300, "XG970"),
        (b"<a/>", "XG152"),
        (b'<!DOCTYPE a SYSTEM "http://example.com/x.dtd"><a/>', "XG151"),
        (b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', "XG151"),
        (
            b'<!DOCTYPE a [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "'
            + b"&a;" * 5000
            + b'">]><a b="&b;&b;&b;&b;&b;&b;&b;&b;"/>',
            None,
        ),
        (instance("", schema_ref=None), "XG166"),
        (instance("", schema_ref=""), "XG166"),
    ],
)
def test_what_is_no_instance_is_a_finding(content, code):
    reading = read_xbrl_xml(content, kinds.taxonomy(), "r.xbrl")
    assert len(reading.findings) == 1
    assert reading.findings[0].severity is Severity.ERROR
    assert code in {reading.findings[0].code, None}
    assert reading.findings[0].locations[0].path == "r.xbrl"


def test_a_file_that_is_not_there_is_a_finding(tmp_path: Path):
    reading = read_xbrl_xml(tmp_path / "none.xbrl", None)
    assert [each.code for each in reading.findings] == ["XG181"]


_WHOLE = instance(
    CASH + NAME + footnote_link() + context("x", PERIOD, MEMBER("NorthMember"), TYPED("<k:bond>1</k:bond>"))
)


@given(
    st.integers(0, len(_WHOLE) - 1),
    st.integers(0, 40),
    st.binary(max_size=6) | st.sampled_from([b"k:", b'""', b"<", b"&#0;"]),
)
@settings(max_examples=400, deadline=None)
def test_damage_never_raises(start, length, inserted):
    damaged = _WHOLE[:start] + inserted + _WHOLE[start + length :]
    reading = read_xbrl_xml(damaged, kinds.taxonomy())
    assert reading.report is not None or reading.findings


# --- mutants ----------------------------------------------------------------------------------------------------------

STRUCTURAL = {
    "bad-date": "XG156",
    "dangling-contextRef": "XG154",
    "date-slashes": "XG156",
    "decimals-bad-lexical": "XG159",
    "duplicate-context-id": "XG153",
    "duplicate-fact-id": "XG153",
    "footnote-arc-bad-label": "XG163",
    "footnote-loc-dangling": "XG163",
    "nil-with-content": "XG162",
    "parenthesised-negative": "XG161",
    "pure-unit-unprefixed": None,
    "start-after-end": "XG156",
    "unbound-unit-prefix": "XG158",
    "xbrli-element-in-scenario": "XG830",
    "xml-not-wellformed": "XG150",
}


@pytest.mark.parametrize("mutant", sorted(STRUCTURAL))
def test_published_mutants_with_a_structural_fault_are_found(shared: Path, mutant: str):
    reading = read_xbrl_xml(shared / f"conformance/mutants/xml/{mutant}.xbrl", None)
    expected = STRUCTURAL[mutant]
    assert {expected} - {None} <= {each.code for each in reading.findings}
    assert all(each.locations for each in reading.findings)


@pytest.mark.parametrize(
    "mutant", ["valid", "calc-inconsistent", "dup-complete", "fact-in-wrong-order-after-footnote-ok"]
)
def test_published_mutants_without_one_are_read_without_a_finding(shared: Path, mutant: str):
    reading = read_xbrl_xml(shared / f"conformance/mutants/xml/{mutant}.xbrl", None)
    assert reading.findings == ()
    assert len(reading.report.facts) in {15, 16}


@pytest.mark.parametrize(
    ("start", "end", "is_sound"),
    [
        ("2023-09-30T12:00:00+09:00", "2023-09-30T12:00:00Z", True),
        ("2023-09-30T12:00:00+09:00", "2023-09-30T11:00:00Z", True),
        ("2023-09-30T12:00:00Z", "2023-09-30T12:00:00+09:00", False),
        ("2023-09-30T12:00:00Z", "2023-09-30T13:00:00+09:00", False),
        ("2023-09-30T12:00:00Z", "2023-09-30T12:00:00", False),
        ("2023-09-29-05:00", "2023-09-29+14:00", True),
        ("0001-01-02Z", "9999-12-30+14:00", True),
    ],
)
def test_a_period_ends_after_its_start_by_their_time_zones(start: str, end: str, is_sound: bool):
    dates = f"<xbrli:startDate>{start}</xbrli:startDate><xbrli:endDate>{end}</xbrli:endDate>"
    found = read(f"{context('x', dates)}\n{CASH}").findings
    assert ("XG156" in {each.code for each in found}) is not is_sound
