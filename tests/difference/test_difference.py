"""What the comparison for people tells of two reports, against changes made by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import kinds
import pytest

from xbrlgen.difference import Kind, compared
from xbrlgen.difference.words import Part, changed_words, plain
from xbrlgen.model import Entity, Footnote, Period

YEARS = {year: Period.duration(date(year, 1, 1), date(year, 12, 31)) for year in (2021, 2022, 2023)}
BLOCK = "<p>We apply IFRS. Revenue is recognised over time.</p><p>{}</p>"


def facts(year: int, **values):
    """Revenue, employees and a policy of a year and the year before."""
    given = {"revenue": 100, "before": 90, "employees": 7, "policy": BLOCK.format("Leases are short."), "decimals": -3}
    given |= values
    return (
        kinds.number("Revenue", given["revenue"], decimals=given["decimals"], period=YEARS[year], id="r"),
        kinds.number("Revenue", given["before"], decimals=-3, period=YEARS[year - 1], id="b"),
        kinds.number("Employees", given["employees"], kinds.PURE, period=YEARS[year], id="e"),
        kinds.text("Policy", given["policy"], "en", period=YEARS[year], id="p"),
    )


def test_equal_reports_do_not_differ_whatever_their_order_and_ids():
    report = kinds.one_of_each_kind()
    other = replace(
        report, facts=tuple(each._replace(id=f"x-{each.id}") for each in reversed(report.facts)), footnotes=()
    )
    found = compared(replace(report, footnotes=()), other)
    assert found.is_same
    assert found.same == len(report.facts)


@pytest.mark.parametrize(
    ("change", "kind", "delta"),
    [
        ({"revenue": 101}, Kind.VALUE, Decimal(1)),
        ({"revenue": None}, Kind.VALUE, None),
        ({"before": 80}, Kind.VALUE, Decimal(-10)),
        ({"decimals": 0}, Kind.DECIMALS, Decimal(0)),
        ({"policy": BLOCK.format("Leases are long.")}, Kind.TEXT, None),
    ],
)
def test_one_change_is_told_by_its_kind(change, kind, delta):
    found = compared(kinds.report(*facts(2023)), kinds.report(*facts(2023, **change)))
    assert not found.is_same
    assert [(each.kind, each.delta) for each in found.changes] == [(kind, delta)]
    assert found.same == 3


def test_a_later_report_restates_the_value_of_the_year_before():
    old, new = kinds.report(*facts(2022)), kinds.report(*facts(2023, before=95))
    found = compared(old, new)
    (restated,) = found.of(Kind.RESTATED)
    assert (restated.old.value, restated.new.value, restated.fact.period) == (100, 95, YEARS[2022])
    assert found.counts[Kind.VALUE] == 0
    assert (found.old.periods, found.new.periods) == ({YEARS[2021]: 1}, {YEARS[2023]: 3})
    assert [each.fact.id for each in found.of_own_periods(Kind.ADDED)] == ["r", "e", "p"]
    assert [each.old.period for each in found.of(Kind.REMOVED)] == [YEARS[2022], YEARS[2022]], "employees and policy"
    assert compared(new, old).of(Kind.RESTATED) == (), "an earlier report restates nothing"


def test_another_entity_is_told_and_its_facts_are_compared():
    old = kinds.report(*facts(2023))
    other = Entity("http://standards.iso.org/iso/17442", "X")
    found = compared(old, replace(old, facts=tuple(each._replace(entity=other) for each in old.facts)))
    assert (found.old.entity, found.new.entity, found.changes) == (kinds.ENTITY, other, ())
    assert not found.is_same


def test_other_footnotes_are_a_change_of_their_facts():
    old = kinds.report(*facts(2023), footnotes=(Footnote("n", "en", "Before tax", ("r", "b")),))
    new = kinds.report(*facts(2023), footnotes=(Footnote("other", "en", "Before tax", ("r",)),))
    assert [(each.kind, each.fact.id) for each in compared(old, new).changes] == [(Kind.FOOTNOTES, "b")]


def test_duplicates_are_matched_by_value_first():
    first, *rest = facts(2023)
    old = kinds.report(first, first._replace(id="r2", value=Decimal(105)), *rest)
    new = kinds.report(first._replace(value=Decimal(105)), first._replace(id="r2", value=Decimal(99)), *rest)
    assert [(each.old.value, each.new.value) for each in compared(old, new).changes] == [(100, 99)]


# --- words ------------------------------------------------------------------------------------------------------------


def test_words_are_told_apart_from_markup():
    old = BLOCK.format("Leases are short &amp; few.")
    new = "<div>We apply <b>IFRS</b>. Revenue is recognised over time. Leases are long &amp; few.</div>"
    pieces = changed_words(old, new)
    assert [each.text for each in pieces if each.part is Part.REMOVED] == ["short"]
    assert [each.text for each in pieces if each.part is Part.ADDED] == ["long"]
    assert plain("a < b\n\n c") == "a < b\nc"


def test_a_long_text_takes_bounded_time():
    words = [f"word{number}" for number in range(60_000)]
    pieces = changed_words(" ".join(words), " ".join(reversed(words)))
    assert {each.part for each in pieces} <= set(Part)
    sentences = [f"Sentence {number} tells of {number}." for number in range(3_000)]
    changed = [*sentences[:1_500], "Something else.", *sentences[1_501:]]
    pieces = changed_words(" ".join(sentences), " ".join(changed))
    assert sum(len(each.text) for each in pieces if each.part is not Part.SAME) < 100
