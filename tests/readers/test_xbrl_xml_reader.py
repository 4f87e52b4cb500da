"""Instances read: real filings as Arelle sees them, what was written before, and what items, contexts and units say."""

from collections import Counter
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import kinds
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_facts import TypesOnly, comparable, listed, sample
from xml_documents import CASH, NAME, context, fact, instance, read

from xbrlgen.comparison import differences
from xbrlgen.model import Dimension, QName, TypedMember
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
