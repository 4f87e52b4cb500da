"""Every fault of an instance is a finding, with its place and the code of the specification."""

from pathlib import Path

import kinds
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xml_documents import CASH, NAME, context, footnote_link, instance, read

from xbrlgen.findings import Severity
from xbrlgen.readers.xbrl_xml import read_xbrl_xml

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
