"""Instances by the letter of XBRL 2.1 section 4: each fault on an instance of its own."""

from pathlib import Path

import pytest
from filed import CASH, NAME, PERIODS, arc, codes, context, faults, filed

from xbrlgen.validation import validate

PERSON = f"<f:Person>{NAME}{CASH}</f:Person>"
HALF = (
    '<f:Half contextRef="i" unitRef="pure"><xbrli:numerator>1</xbrli:numerator>'
    "<xbrli:denominator>2</xbrli:denominator></f:Half>"
)
SEGMENT = "<xbrli:segment>{}</xbrli:segment>".format
SCENARIO = "<xbrli:scenario>{}</xbrli:scenario>".format
PLANET = "<f:planet>Mars</f:planet>"


# --- what no report model holds is valid ------------------------------------------------------------------------------


def test_tuples_fractions_and_segments_of_other_kinds_are_valid_and_told_of(tmp_path: Path):
    elsewhere = context("m", segment=SEGMENT(PLANET))
    body = f"{PERSON}<f:Person xsi:nil='true'/>{HALF}" + CASH.replace('"i"', '"m"').replace("cash", "mars")
    validated = validate([filed(tmp_path, body, contexts=elsewhere)])
    assert [(each.code, each.severity) for each in validated.findings if each.severity != "info"] == [
        ("XG830", "warning"),
        ("XG160", "warning"),
        ("XG160", "warning"),
    ]
    fraction, tuple_ = sorted(each.message for each in validated.findings if each.code == "XG160")
    assert fraction.endswith("Half is a fraction; it is left out of the report")
    assert tuple_.endswith("Person is a tuple; all 2 of it are left out of the report")
    assert validated.facts == 3, "the items in the tuple, and that on Mars"


def test_a_number_of_precision_0_is_valid(tmp_path: Path):
    path = filed(tmp_path, CASH.replace('decimals="0"', 'precision="0"'))
    assert [(each.code, each.severity, each.standard) for each in faults(path)] == [
        ("XG830", "warning", "xbrlxe:unsupportedZeroPrecisionFact")
    ]


def test_what_the_schema_says_for_who_writes_nothing_is_read(tmp_path: Path):
    body = '<f:Rough contextRef="i" unitRef="EUR">5000</f:Rough><f:None contextRef="i" unitRef="EUR" decimals="0"/>'
    assert codes(filed(tmp_path, body)) == []


# --- facts in tuples --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("member", "expected"),
    [
        (CASH.replace('"i"', '"gone"'), ("XG154", "xbrl.4.6.1")),
        (CASH.replace('"i"', '"d"'), ("XG240", "xbrl.4.7.2:contextPeriodType")),
        (CASH.replace("EUR", "pure"), ("XG252", "xbrl.4.8.2:monetaryFactUnit-notMonetaryMeasure")),
        (CASH.replace('decimals="0"', ""), ("XG159", "xbrl.4.6.3")),
        (CASH.replace(">5<", ">five<"), ("XG161", "cvc-datatype-valid.1")),
    ],
)
def test_items_in_tuples_are_judged_as_others_are(member, expected, tmp_path: Path):
    assert expected in codes(filed(tmp_path, f"<f:Person>{NAME}{member}</f:Person>"))


def test_the_content_of_tuples_is_that_of_the_schema(tmp_path: Path):
    assert "XG" in str(codes(filed(tmp_path, f"<f:Person>{CASH}{NAME}</f:Person>")))
    assert codes(filed(tmp_path, f"<f:Person>{NAME}{CASH}{CASH.replace('cash', 'more')}</f:Person>")) == []


@pytest.mark.parametrize("attribute", ['xlink:title="a"', 'xbrli:decimals="0"'])
def test_a_tuple_has_no_attributes_of_xbrl(attribute, tmp_path: Path):
    found = codes(filed(tmp_path, PERSON.replace("<f:Person", f"<f:Person {attribute}")))
    assert ("XG832", "xbrl.4.9:tupleAttribute") in found


@pytest.mark.parametrize(
    ("half", "expected"),
    [
        (HALF.replace('"i"', '"d"'), ("XG833", "xbrl.4.7.2:contextPeriodType")),
        (HALF.replace(' unitRef="pure"', ""), ("XG155", "xbrl.4.6.2")),
        (HALF.replace('"pure"', '"gone"'), ("XG155", "xbrl.4.6.2")),
        (HALF.replace('"i"', '"gone"'), ("XG154", "xbrl.4.6.1")),
        (HALF.replace("<f:Half", '<f:Half decimals="0"'), ("XG159", "xbrl.4.6.3")),
    ],
)
def test_fractions_have_contexts_and_units_and_no_accuracy(half, expected, tmp_path: Path):
    assert expected in codes(filed(tmp_path, half))


# --- contexts ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "standard"),
    [
        ({"segment": SEGMENT("")}, "xbrl.4.7.3.2:segmentEmpty"),
        ({"scenario": SCENARIO("")}, "xbrl.4.7.4:scenarioEmpty"),
        ({"segment": SEGMENT(f"<n xmlns='http://n'>{PERIODS['i']}</n>")}, "xbrl.4.7.3.2:segmentXbrliElement"),
        ({"scenario": SCENARIO(f"<n xmlns='http://n'>{PERIODS['i']}</n>")}, "xbrl.4.7.4:scenarioXbrliElement"),
        ({"segment": SEGMENT(CASH)}, "xbrl.4.7.3.2:segmentItemOrTuple"),
        ({"scenario": SCENARIO(PERSON)}, "xbrl.4.7.4:scenarioItemOrTuple"),
    ],
)
def test_segments_and_scenarios_hold_what_is_neither_of_xbrl_nor_a_fact(written, standard, tmp_path: Path):
    path = filed(tmp_path, contexts=context("x", **written))
    (told, *_) = [each for each in faults(path) if each.code == "XG831"]
    assert told.standard == standard
    assert told.locations[0].path == str(path)


# --- references and footnote links ------------------------------------------------------------------------------------

_LOC = '<link:loc xlink:type="locator" xlink:href="{}" xlink:label="{}"/>'.format
_NOTE = (
    '<link:footnote xlink:type="resource" xlink:label="note" xml:lang="en"'
    ' xlink:role="http://www.xbrl.org/2003/role/footnote">n</link:footnote>'
)
_ARC = (
    '<link:footnoteArc xlink:type="arc" xlink:from="{}" xlink:to="{}"'
    ' xlink:arcrole="http://www.xbrl.org/2003/arcrole/fact-footnote"/>'
).format


def _link(*parts: str, role: str = "http://www.xbrl.org/2003/role/link") -> str:
    return f'<link:footnoteLink xlink:type="extended" xlink:role="{role}">{"".join(parts)}</link:footnoteLink>'


def test_a_footnote_may_be_on_a_tuple_an_item_in_it_or_a_fraction(tmp_path: Path):
    body = PERSON.replace("<f:Person", '<f:Person id="person"') + HALF.replace("<f:Half", '<f:Half id="half"')
    locators = [_LOC(f"filed.xbrl#{name}", "fact") for name in ("person", "half", "cash")]
    assert codes(filed(tmp_path, body + _link(*locators, _NOTE, _ARC("fact", "note")))) == []


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (_link(_NOTE, _ARC("note", "note")), ("XG836", "xbrl.4.11.1.3.1:factFootnoteArcFrom")),
        (
            _link(_LOC("#cash", "fact"), _LOC("#name", "note"), _ARC("fact", "note")),
            ("XG836", "xbrl.4.11.1.3.1:factFootnoteArcTo"),
        ),
        (_link(_LOC("other.xbrl#cash", "fact"), _NOTE, _ARC("fact", "note")), ("XG163", "xbrl.4.11.1.1")),
        (_link(_LOC("#i", "fact"), _NOTE, _ARC("fact", "note")), ("XG163", "xbrl.4.11.1.1")),
        (
            _link(_LOC("#cash", "fact"), _NOTE.replace("role/footnote", "role/label"), _ARC("fact", "note")),
            ("XG812", "xbrl.4.11.1.2"),
        ),
        (
            _link(_LOC("#cash", "fact"), _NOTE, _ARC("fact", "note"), role="http://www.xbrl.org/2003/role/footnote"),
            ("XG812", "xbrl.3.5.3"),
        ),
        (
            _link(_LOC("#cash", "fact"), _NOTE, _ARC("fact", "note").replace("2003/arcrole/fact", "2020/own/fact")),
            ("XG813", "xbrl.3.5.2.5:missingArcroleRef"),
        ),
        (_link(_LOC("#cash", "fact"), _NOTE, _ARC("fact", "note"), _ARC("fact", "note")), ("XG311", "xlink:dupArcs")),
    ],
)
def test_a_fault_of_a_footnote_link(link, expected, tmp_path: Path):
    assert expected in codes(filed(tmp_path, CASH + NAME + link))


def test_a_fault_of_a_footnote_link_is_told_once(tmp_path: Path):
    link = _link(_LOC("#cash", "fact"), _NOTE.replace(' xml:lang="en"', ""), _ARC("fact", "note"))
    assert codes(filed(tmp_path, CASH + link)) == [("XG163", "xbrl.4.11.1.2.1")]


def test_the_language_of_a_footnote_may_stand_around_it(tmp_path: Path):
    link = _link(_LOC("#cash", "fact"), _NOTE.replace(' xml:lang="en"', ""), _ARC("fact", "note"))
    assert codes(filed(tmp_path, CASH + link.replace("<link:footnoteLink", '<link:footnoteLink xml:lang="en"'))) == []


_TO_LINKBASE = 'xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"'


def test_a_reference_to_a_schema_leads_to_one(tmp_path: Path):
    references = '<link:schemaRef xlink:type="simple" xlink:href="arcs.xml"/>'
    assert codes(filed(tmp_path, references=references)) == [("XG837", "xbrl.4.2.2:schemaRefHref")]


@pytest.mark.parametrize(
    ("attributes", "standard"),
    [
        ('xlink:arcrole="http://own"', "xbrl.4.3.3:linkbaseRefArcrole"),
        (f'{_TO_LINKBASE} xlink:role="http://www.xbrl.org/2003/role/labelLinkbaseRef"', "xbrl.4.3.4:linkbaseRefLinks"),
    ],
)
def test_a_reference_to_a_linkbase_says_what_it_holds(attributes, standard, tmp_path: Path):
    references = f'<link:linkbaseRef xlink:type="simple" xlink:href="arcs.xml" {attributes}/>'
    assert standard in [found for _, found in codes(filed(tmp_path, references=references))]


# --- aliases and requirements -----------------------------------------------------------------------------------------

_ALIAS = arc("essence-alias", "Cash", "Liquid")
LIQUID = CASH.replace("f:Cash", "f:Liquid").replace("cash", "liquid")


@pytest.mark.parametrize(
    ("alias", "agrees"),
    [
        (LIQUID, True),
        (LIQUID.replace(">5<", ">6<"), False),
        (LIQUID.replace('"EUR"', '"pure"'), False),
        (LIQUID.replace('"i"', '"later"').replace(">5<", ">6<"), True),
        (LIQUID.replace('decimals="0"', 'decimals="1"').replace(">5<", ">5.4<"), True),
        (LIQUID.replace('decimals="0"', 'decimals="1"').replace(">5<", ">5.6<"), False),
        (LIQUID.replace('decimals="0"', 'xsi:nil="true"').replace(">5<", "><"), True),
        (f"<f:Person>{NAME}{LIQUID.replace('>5<', '>6<')}</f:Person>", True),
    ],
)
def test_an_alias_agrees_with_its_essence_where_both_are_reported(alias, agrees, tmp_path: Path):
    later = context("later", "<xbrli:instant>2025-12-31</xbrli:instant>")
    told = [
        each
        for each in faults(filed(tmp_path, f"{CASH}\n{alias}", contexts=later, arcs=_ALIAS))
        if each.code == "XG840"
    ]
    assert len(told) == (not agrees)
    for each in told:
        assert (each.severity, each.standard) == ("warning", "xbrl.5.2.6.2.2:essenceAliasUnitsInconsistency")
        assert len(each.locations) == 2


@pytest.mark.parametrize(("body", "is_missing"), [(CASH, True), (CASH + NAME, False), (NAME, False), (PERSON, False)])
def test_a_required_concept_is_reported_somewhere(body, is_missing, tmp_path: Path):
    found = codes(filed(tmp_path, body, arcs=arc("requires-element", "Cash", "Name")))
    assert found == [("XG841", "xbrl.5.2.6.2.4:requiresElementInconsistency")] * is_missing
