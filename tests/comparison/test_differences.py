"""Two reports compared fact by fact."""

import sys
from dataclasses import replace
from decimal import Decimal

import kinds
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xbrlgen.comparison import differences
from xbrlgen.findings import Location
from xbrlgen.model import Dimension, Entity, Footnote, TypedMember, Unit

comparison = sys.modules["xbrlgen.comparison.differences"]  # the function of that name hides the module
FACT = kinds.number("Revenue", 812, decimals=-6, id="revenue")
OTHER = kinds.text("Name", "IIJ", "en", id="name")


def codes(expected, actual):
    return [each.code for each in differences(expected, actual)]


def message(expected, actual):
    (found,) = differences(expected, actual)
    assert found.fact == "revenue"
    return found.message


@given(kinds.reports(), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_order_and_ids_make_no_difference(report, random):
    shuffled = [fact._replace(id=f"other-{fact.id}") for fact in report.facts]
    random.shuffle(shuffled)
    notes = tuple(
        note._replace(id=f"x{note.id}", facts=tuple(f"other-{fact}" for fact in note.facts))
        for note in report.footnotes
    )
    other = replace(report, facts=tuple(shuffled), footnotes=notes)
    assert codes(report, other) == codes(other, report) == []


def test_a_lost_and_an_invented_fact_are_named():
    assert codes(kinds.report(FACT, OTHER), kinds.report(OTHER)) == ["XG650"]
    assert codes(kinds.report(OTHER), kinds.report(FACT, OTHER)) == ["XG651"]
    assert "'revenue'" in message(kinds.report(FACT), kinds.report())
    assert "{http://example.com/kinds}Revenue" in message(kinds.report(FACT), kinds.report())


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        ({"value": Decimal(-812)}, "XG652", "-812 instead of 812"),
        ({"value": Decimal("812.0000000000000000000000000001")}, "XG652", "instead of 812"),
        ({"value": None}, "XG652", "nil instead of 812"),
        ({"decimals": -3}, "XG653", "-3 instead of -6"),
        ({"decimals": None}, "XG653", "INF instead of -6"),
        ({"period": kinds.HALF.closing}, "XG655", "its period is 2023-09-30 instead of 2023-04-01/2023-09-30"),
        ({"period": None}, "XG655", "its period is none"),
        ({"unit": Unit.currency("EUR")}, "XG655", "its unit is"),
        ({"entity": Entity("http://x", "1")}, "XG655", "its entity is"),
        ({"concept": kinds.name("Cash")}, "XG655", "its concept is"),
        ({"dimensions": (kinds.segment("NorthMember"),)}, "XG655", "NorthMember instead of none"),
        ({"dimensions": (kinds.bond("1"),)}, "XG655", "its dimensions are"),
    ],
)
def test_what_differs_is_named(change, code, words):
    expected, actual = kinds.report(FACT), kinds.report(FACT._replace(**change))
    assert codes(expected, actual) == [code]
    assert words in message(expected, actual)


@pytest.mark.parametrize("change", [{"value": "IIJ "}, {"value": "iij"}, {"value": ""}, {"value": None}])
def test_texts_are_compared_to_the_letter(change):
    assert codes(kinds.report(OTHER), kinds.report(OTHER._replace(**change))) == ["XG652"]


def test_a_language_that_changed_is_a_dimension_that_changed():
    assert codes(kinds.report(OTHER), kinds.report(OTHER._replace(language="ja"))) == ["XG655"]


def test_a_typed_member_is_not_an_explicit_one_of_the_same_text():
    explicit = Dimension(kinds.name("BondAxis"), kinds.name("x"))
    typed = Dimension(kinds.name("BondAxis"), TypedMember(str(kinds.name("x"))))
    one, other = (kinds.report(FACT._replace(dimensions=(each,))) for each in (explicit, typed))
    assert codes(one, other) == ["XG655"]


def test_an_accurate_fact_stands_for_its_consistent_duplicates_but_not_the_other_way_round():
    precise = FACT._replace(value=Decimal(812300000), decimals=-5, id="precise")
    rounded = FACT._replace(value=Decimal(812000000), decimals=-6)
    assert codes(kinds.report(rounded, precise), kinds.report(precise)) == []
    assert codes(kinds.report(rounded, precise), kinds.report(rounded)) == ["XG650"]


def test_an_inconsistent_duplicate_must_not_vanish():
    contrary = FACT._replace(value=Decimal(999000000), id="contrary")
    assert codes(kinds.report(FACT, contrary), kinds.report(FACT)) == ["XG650"]
    assert codes(kinds.report(FACT, contrary, contrary), kinds.report(contrary, FACT)) == []


def test_names_are_sets():
    names = [str(kinds.name(each)) for each in ("NorthMember", "SouthMember")]
    one, other = (kinds.text("Regions", " ".join(each)) for each in (names, names[::-1]))
    assert codes(kinds.report(one), kinds.report(other)) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("R&D", "R&D", []),
        ("see <b a='1' c='2'>x</b>", 'see <b c="2" a="1">x</b>', []),
        ("a<br/>b", "a<br></br>b", []),
        ("a<br/>b", "ab", ["XG654"]),
        ("a<b>x</b>", "a<i>x</i>", ["XG654"]),
        ("see <b>x</b>", "see <b>y</b>", ["XG654"]),
        ("1 < 2", "1 < 2", []),
        ("1 < 2", "1 < 3", ["XG654"]),
    ],
)
def test_footnotes_are_compared_by_what_they_say(one, other, expected):
    reports = (kinds.report(FACT, footnotes=(Footnote("n", "en", each, ("revenue",)),)) for each in (one, other))
    assert codes(*reports) == expected


def test_a_footnote_that_moved_or_changed_its_language_is_found():
    note = Footnote("n", "en", "x", ("revenue",))
    report = kinds.report(FACT, OTHER, footnotes=(note,))
    assert codes(report, replace(report, footnotes=())) == ["XG654"]
    assert codes(report, replace(report, footnotes=(note._replace(language="ja"),))) == ["XG654"]
    assert codes(report, replace(report, footnotes=(note._replace(facts=("name",)),))) == ["XG654", "XG654"]


def test_findings_lead_to_the_source():
    place = Location("tables/pl.csv", 3, 4)
    (found,) = differences(kinds.report(FACT), kinds.report(), {"revenue": place})
    assert found.locations == (place,)
    assert next(differences(kinds.report(FACT), kinds.report())).locations == ()


@given(kinds.reports(), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_reports_that_pair_off_differ_in_nothing(report, random):
    """What is found the same at a glance is the same when everything is looked up, and what is not is looked up."""
    changes = (
        {"value": None},
        {"decimals": 3},
        {"period": None},
        {"language": "tlh"},
        {"dimensions": ()},
        {"id": "new"},
    )
    facts = list(report.facts)
    if facts and random.random() < 0.8:
        place = random.randrange(len(facts))
        facts[place] = facts[place]._replace(**random.choice(changes))
    if random.random() < 0.5:
        random.shuffle(facts)
    other = replace(report, facts=tuple(facts))
    looked_up = list(comparison._Comparison(report, other, {}).findings())
    assert not (comparison._are_plainly_same(report, other) and looked_up)
    assert list(differences(report, other)) == looked_up


def test_equal_reports_are_told_at_a_glance(monkeypatch):
    monkeypatch.setattr(comparison, "_Comparison", None)
    note = Footnote("n", "en", "A note", ("revenue",))
    one, turned = kinds.report(FACT, OTHER, footnotes=(note,)), kinds.report(OTHER, FACT, footnotes=(note,))
    assert codes(one, one) == codes(one, turned) == []
