"""Sums over many facts, judged together, against Calculations 1.1 taken word for word: each sum in each place alone."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xbrlgen.findings import Location
from xbrlgen.model import PURE, Dimension, Entity, Fact, Period, QName, Unit
from xbrlgen.model.grouping import GroupedFacts
from xbrlgen.rules.calculation_networks.calculations_1_1 import Verdict, failures
from xbrlgen.rules.calculation_networks.figures import Figures
from xbrlgen.rules.calculation_networks.summations import LEGACY, Summation

NAMES = [QName("http://example.com", name) for name in ("Total", "First", "Second", "Third")]
PERIODS = [Period.instant(date(2023, 3, 31)), Period.instant(date(2024, 3, 31))]
DIMENSIONS = [(), (Dimension(NAMES[1], NAMES[2]),)]

Ends = tuple[Fraction, bool, Fraction, bool]
"""The ends of a range: low, whether it belongs to it, high, whether it belongs to it."""

facts = st.builds(
    Fact,
    id=st.just(""),
    concept=st.sampled_from(NAMES),
    entity=st.just(Entity("s", "a")),
    period=st.sampled_from(PERIODS).map(lambda period: Period(*period)),
    value=st.one_of(
        st.integers(-6, 6).map(Decimal), st.sampled_from([None, Decimal("NaN"), Decimal("0.4"), Decimal("-0")])
    ),
    unit=st.sampled_from([PURE, PURE, PURE, Unit.currency("JPY"), None]),
    decimals=st.sampled_from([None, 0, 0, 0, -1, 1, 90]),
    dimensions=st.sampled_from(DIMENSIONS),
)
reports = st.lists(facts, max_size=14).map(
    lambda made: tuple(fact._replace(id=f"f{number}") for number, fact in enumerate(made))
)
weights = st.sampled_from([Decimal(1), Decimal(1), Decimal(-1), Decimal(2), Decimal("0.5")])
summations = st.lists(
    st.builds(
        lambda total, items: Summation(LEGACY, "r", total, tuple(items), Location("sums.xml")),
        st.sampled_from(NAMES[:2]),
        st.lists(st.tuples(st.sampled_from(NAMES[1:]), weights), min_size=1, max_size=3),
    ),
    min_size=1,
    max_size=2,
)


def _range(fact: Fact, *, truncates: bool) -> Ends:
    """What one figure stands for: half a unit of the last place either way, or less than one more of it."""
    value = Fraction(fact.value)
    if fact.decimals is None:
        return value, True, value, True
    last_place = Fraction(10) ** -fact.decimals
    if not truncates:
        return value - last_place / 2, True, value + last_place / 2, True
    low = (value, True) if value > 0 else (value - last_place, False)
    high = (value, True) if value < 0 else (value + last_place, False)
    return *low, *high


def _common(one: Ends, other: Ends) -> Ends | None:
    low, is_low_open = max((one[0], not one[1]), (other[0], not other[1]))
    high, is_high_closed = min((one[2], one[3]), (other[2], other[3]))
    is_empty = low > high or (low == high and (is_low_open or not is_high_closed))
    return None if is_empty else (low, not is_low_open, high, is_high_closed)


def _agreed(alike: Sequence[Fact], *, truncates: bool) -> Ends | str | None:
    """The range of duplicates; None where none is a number, a word where they forbid to go on."""
    numbers = [fact for fact in alike if fact.value is not None and fact.value.is_finite()]
    if not numbers:
        return None
    exact = [fact for fact in numbers if fact.decimals is not None]
    if any((Fraction(fact.value) * Fraction(10) ** fact.decimals).denominator != 1 for fact in exact):
        return "digits"
    if len(numbers) < len(alike):
        return "nil"
    if any(one.decimals == other.decimals and one.value != other.value for one in numbers for other in numbers):
        return "values"
    common: Ends | None = _range(numbers[0], truncates=truncates)
    for fact in numbers:
        common = None if common is None else _common(common, _range(fact, truncates=truncates))
    return "ranges" if common is None else common


def _expected(made: Sequence[Fact], sums: Sequence[Summation], *, truncates: bool) -> Iterator[tuple[object, ...]]:
    told = set()
    for summation in sums:
        totals = [fact for fact in made if fact.concept == summation.total and fact.unit is not None]
        for place in dict.fromkeys((fact.period, fact.unit, fact.dimensions) for fact in totals):
            at = [fact for fact in made if (fact.period, fact.unit, fact.dimensions) == place]
            total = [fact for fact in at if fact.concept == summation.total]
            items = [[fact for fact in at if fact.concept == name] for name, _ in summation.items]
            agreed = [_agreed(each, truncates=truncates) for each in (total, *items)]
            if agreed[0] is None or all(each is None for each in agreed[1:]):
                continue
            for alike, each in zip((total, *items), agreed, strict=True):
                ids = tuple(fact.id for fact in alike)
                if isinstance(each, str) and ids not in told:
                    told.add(ids)
                    yield ids, each == "digits"
            if not any(isinstance(each, str) for each in agreed) and not _holds(summation, agreed):
                yield tuple(fact.id for fact in total), summation


def _holds(summation: Summation, agreed: Sequence[Ends | str | None]) -> bool:
    low, is_low_closed, high, is_high_closed = Fraction(0), True, Fraction(0), True
    for (_, weight), each in zip(summation.items, agreed[1:], strict=True):
        if isinstance(each, tuple):
            ends = [(Fraction(weight) * each[0], each[1]), (Fraction(weight) * each[2], each[3])]
            (least, is_least_in), (most, is_most_in) = ends if weight >= 0 else reversed(ends)
            low, is_low_closed = low + least, is_low_closed and is_least_in
            high, is_high_closed = high + most, is_high_closed and is_most_in
    return isinstance(agreed[0], tuple) and _common(agreed[0], (low, is_low_closed, high, is_high_closed)) is not None


@pytest.mark.parametrize("truncates", [False, True])
@settings(deadline=None)
@given(made=reports, sums=summations)
def test_what_is_judged_together_has_the_verdict_of_each_alone(truncates: bool, made, sums):
    found = failures(sums, Figures(GroupedFacts(made), truncates=truncates), truncates=truncates)
    told = [
        (tuple(fact.id for fact in each.total.facts), each.summation)
        if isinstance(each, Verdict)
        else (tuple(fact.id for fact in each.facts), each.has_excess_digits)
        for each in found
    ]
    assert told == list(_expected(made, sums, truncates=truncates))
