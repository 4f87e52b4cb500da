"""Concepts and dimensions of facts: every code with a case that passes and one that fails."""

import pytest
from small_report import H1, TAXONOMY, codes, concept, fact, judged, lines, members, millions, name, report, taxonomy

from xbrlgen.findings import Severity
from xbrlgen.model import Axis, Dimension, Extension, TypedMember


def test_a_plain_report_has_no_findings():
    assert judged(report(millions("Revenue", 128_198), fact("CompanyName", "Example"))) == []


def test_an_unknown_concept_is_told_once_with_all_its_places_and_a_suggestion():
    found = judged(report(millions("Revenu", 1), millions("Assets", 2, H1.closing), millions("Revenu", 3, H1.closing)))
    assert codes(found) == ["XG350"]
    assert lines(found[0]) == [1, 3]
    assert found[0].message == "The taxonomy has no concept Revenu, but 2 facts are reported for it."
    assert found[0].hint == "Did you mean Revenue?"
    assert found[0].standard == "oime:unknownConcept"


@pytest.mark.parametrize(
    ("local_name", "code", "what"),
    [
        ("AssetsAbstract", "XG351", "abstract"),
        ("SegmentsAxis", "XG352", "an axis"),
        ("SegmentsTable", "XG352", "a table of the taxonomy (hypercube)"),
        ("AtmMember", "XG353", "a member of an axis"),
        ("Directors", "XG354", "a tuple"),
    ],
)
def test_what_arranges_facts_is_none(local_name: str, code: str, what: str):
    found = judged(report(fact(local_name, "x", unit=None)))
    assert codes(found) == [code]
    assert found[0].message == f"{local_name} is {what}, but 1 fact is reported for it."
    assert lines(found[0]) == [1]


def _dimension(axis: str, member: str | TypedMember) -> tuple[Dimension, ...]:
    return (Dimension(name(axis), member if isinstance(member, TypedMember) else name(member)),)


@pytest.mark.parametrize(
    ("dimensions", "code", "standard"),
    [
        (_dimension("SegmentAxis", "AtmMember"), "XG360", "xbrldie:ExplicitMemberNotExplicitDimensionError"),
        (_dimension("Revenue", "AtmMember"), "XG361", "xbrldie:ExplicitMemberNotExplicitDimensionError"),
        (_dimension("Revenue", TypedMember("1")), "XG361", "xbrldie:TypedMemberNotTypedDimensionError"),
        (_dimension("SegmentsAxis", "AtnMember"), "XG362", "xbrldie:ExplicitMemberUndefinedQNameError"),
        (_dimension("SegmentsAxis", "ComponentsAxis"), "XG363", ""),
        (_dimension("SegmentsAxis", "SegmentsTable"), "XG363", ""),
        (_dimension("SegmentsAxis", "Directors"), "XG363", ""),
        (_dimension("SegmentsAxis", "CostOfSales"), "XG364", ""),
        (_dimension("SegmentsAxis", "AllMember"), "XG365", "xbrldie:DefaultValueUsedInInstanceError"),
        (_dimension("SegmentsAxis", TypedMember("1")), "XG368", "xbrldie:TypedMemberNotTypedDimensionError"),
        (_dimension("ContractAxis", "AtmMember"), "XG368", "xbrldie:ExplicitMemberNotExplicitDimensionError"),
        (_dimension("ContractAxis", TypedMember("first")), "XG369", "xbrldie:IllegalTypedDimensionContentError"),
        (_dimension("ContractAxis", TypedMember("0")), "XG369", "xbrldie:IllegalTypedDimensionContentError"),
    ],
)
def test_a_dimension_at_fault(dimensions: tuple[Dimension, ...], code: str, standard: str):
    found = judged(report(millions("Revenue", 1), millions("Revenue", 2, dimensions=dimensions)))
    assert [(each.code, each.standard, lines(each)) for each in found] == [(code, standard, [2])]


@pytest.mark.parametrize(
    "dimensions",
    [
        _dimension("SegmentsAxis", "AtmMember"),
        _dimension("SegmentsAxis", "AssetsAbstract"),
        _dimension("ContractAxis", TypedMember("7")),
        _dimension("ContractAxis", TypedMember(None)),
        members(Segments="Atm", Components="Capital"),
    ],
)
def test_a_dimension_that_is_right(dimensions: tuple[Dimension, ...]):
    assert judged(report(millions("Revenue", 1), millions("Revenue", 2, dimensions=dimensions))) == []


def test_a_dimension_is_judged_once_however_many_facts_have_it():
    dimensions = _dimension("SegmentsAxis", "AtnMember")
    found = judged(report(*(millions(each, 1, dimensions=dimensions) for each in ("Revenue", "CostOfSales"))))
    assert codes(found) == ["XG362"]
    assert found[0].message == "The taxonomy has no member AtnMember for SegmentsAxis, used by 2 facts."
    assert found[0].hint == "Did you mean AtmMember?"


def test_an_axis_stands_once():
    twice = (*members(Segments="Atm"), *members(Segments="Network"))
    found = judged(report(millions("Revenue", 1, dimensions=twice)))
    assert codes(found) == ["XG366"]
    assert found[0].standard == "xbrldie:RepeatedDimensionInInstanceError"


def test_an_axis_of_the_report_has_the_members_that_it_lists():
    own = Axis(name("ComponentsAxis"), name("AllMember"), (name("AllMember"), name("CapitalMember")))
    extension = Extension("s", "http://example.com/own", axes=(own,))
    good, bad = (millions("Revenue", 1, dimensions=members(Components=each)) for each in ("Capital", "Atm"))
    found = judged(report(good, bad, extension=extension))
    assert [(each.code, lines(each)) for each in found] == [("XG367", [2])]


def test_a_standard_axis_has_members_that_the_report_does_not_list():
    own = Axis(name("ComponentsAxis"), None, (name("CapitalMember"),))
    made = report(
        millions("Revenue", 1, dimensions=members(Components="Atm")), extension=Extension("s", "x", axes=(own,))
    )
    assert judged(made) == []


def test_facts_of_unknown_concepts_are_no_further_concern():
    found = judged(report(fact("Revenu", "abc", None), fact("Revenu", -1, unit=None)))
    assert codes(found) == ["XG350", "XG242"]


def test_suggestions_stop_where_everything_is_unknown():
    found = judged(report(*(millions(f"Revenue{number}", 1) for number in range(30))))
    assert sum(each.hint.startswith("Did you mean") for each in found) == 20
    assert {each.severity for each in found} == {Severity.ERROR}


def test_a_member_without_abstract_is_a_member():
    over = taxonomy(concept("OtherMember", "domain"))
    made = report(millions("Revenue", 1, dimensions=members(Segments="Other")))
    assert judged(made, over) == []
    assert TAXONOMY.concept(name("OtherMember")) is None
