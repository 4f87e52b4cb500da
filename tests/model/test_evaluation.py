"""Expressions over facts, and the intervals that rounding leaves open."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xbrlgen.model import (
    PURE,
    Computation,
    Dimension,
    Display,
    Entity,
    Expression,
    Fact,
    FactKey,
    Interval,
    Moment,
    Number,
    Operation,
    Period,
    QName,
    Reference,
    Unit,
)
from xbrlgen.model.evaluation import FactIndex, agreed, computed_value, evaluate, obstacle, rounded

YEN, EURO = Unit.currency("JPY"), Unit.currency("EUR")
ENTITY = Entity("http://example.com", "1")
H1, H0 = (Period.duration(date(year, 4, 1), date(year, 9, 30)) for year in (2023, 2022))
AXIS, OTHER = QName("x", "SegmentsAxis"), QName("x", "ComponentsAxis")
SALES, PROFIT, ASSETS = (QName("x", each) for each in ("Sales", "Profit", "Assets"))
ATM, ALL = Dimension(AXIS, QName("x", "Atm")), Dimension(AXIS, QName("x", "All"))
CAPITAL = Dimension(OTHER, QName("x", "Capital"))
MILLION = 1_000_000


def figure(concept: QName, value: int | str | None, period: Period, *dimensions: Dimension, **aspects) -> Fact:
    decimals, unit = aspects.get("decimals", -6), aspects.get("unit", YEN)
    number = None if value is None else Decimal(value) * MILLION
    identifier = f"{concept.local_name}-{period}-{len(dimensions)}-{value}-{decimals}"
    return Fact(identifier, concept, ENTITY, period, number, unit, decimals, None, tuple(dimensions))


FACTS = FactIndex(
    [
        figure(SALES, 128_198, H1),
        figure(SALES, 121_962, H0),
        figure(SALES, 1_467, H1, ATM),
        figure(PROFIT, 12_080, H1),
        figure(PROFIT, 0, H0),
        figure(ASSETS, 259_108, H1.closing),
        figure(ASSETS, 246_318, H1.opening),
        figure(ASSETS, 7, H1.closing, CAPITAL, ATM),
    ],
    {AXIS: ALL.member}.get,
)


def here(concept: QName = SALES, period: Period | None = H1, *dimensions: Dimension, unit: Unit = YEN) -> FactKey:
    return FactKey(concept, ENTITY, period, unit, None, dimensions)


HERE = here()


def value(expression: Expression, at: FactKey = HERE, facts: FactIndex = FACTS) -> Decimal | None:
    evaluation = evaluate(expression, at, facts)
    assert (evaluation is None) == bool(obstacle(expression, at, facts))
    return None if evaluation is None else evaluation.value


@pytest.mark.parametrize(
    ("reference", "at", "expected"),
    [
        (Reference(None), here(), 128_198),
        (Reference(SALES), here(PROFIT), 128_198),
        (Reference(None, at=H0), here(), 121_962),
        (Reference(None, (ATM,)), here(), 1_467),
        (Reference(None), here(SALES, H1, ATM), 1_467),
        (Reference(None, (ALL,)), here(SALES, H1, ATM), 128_198),
        (Reference(None, (), None, (AXIS,)), here(SALES, H1, ATM), 128_198),
        (Reference(ASSETS), here(), 259_108),
        (Reference(ASSETS, at=Moment.END), here(), 259_108),
        (Reference(ASSETS, at=Moment.START), here(), 246_318),
        (Reference(ASSETS, at=H1), here(PROFIT, H0), 259_108),
        (Reference(None, at=Moment.START), here(ASSETS, H1.opening), 246_318),
        (Reference(ASSETS, (ATM,)), here(SALES, H1, CAPITAL), 7),
        (Reference(ASSETS, (ATM,)), here(SALES, H1, ATM, CAPITAL), 7),
        (Reference(SALES), here(SALES, H1.closing), None),
        (Reference(SALES), here(SALES, None), None),
        (Reference(PROFIT, (ATM,)), here(), None),
    ],
)
def test_a_reference_takes_what_it_leaves_open_from_where_it_stands(
    reference: Reference, at: FactKey, expected: int | None
):
    # dimensions are in order of their axes, as facts have them
    found = value(reference, at)
    assert found == (None if expected is None else expected * MILLION)


def test_arithmetic_is_exact():
    now, before = Reference(None), Reference(None, at=H0)
    assert value(Operation("-", now, before)) == 6_236 * MILLION
    assert value(Operation("+", now, before)) == 250_160 * MILLION
    assert value(Operation("*", now, Number(Decimal("0.1")))) == Decimal("12819.8") * MILLION
    growth = value(Operation("-", Operation("/", now, before), Number(Decimal(1))))
    assert growth is not None
    assert str(growth).startswith("0.0511306800478837670749")  # 6236 / 121962, by long division
    assert len(growth.as_tuple().digits) >= 32


@pytest.mark.parametrize(
    ("expression", "why"),
    [
        (Operation("/", Reference(None), Reference(PROFIT, at=H0)), "it divides by zero"),
        (Reference(ASSETS, at=H0), "Assets at 2022-04-01/2022-09-30 is not reported as a number"),
        (Operation("+", Reference(None), Reference(ASSETS, at=H0)), "Assets at 2022-04-01/2022-09-30 is not reported"),
        (Operation("%", Reference(None), Reference(None)), "'%' is not an operator"),
    ],
)
def test_what_has_no_value_has_a_reason(expression: Expression, why: str):
    assert value(expression) is None
    assert obstacle(expression, here(), FACTS).startswith(why)


def test_formulas_without_end_have_no_value():
    deep: Expression = Number(Decimal(1))
    for _ in range(900):
        deep = Operation("+", deep, Number(Decimal(1)))
    assert obstacle(deep, here(), FACTS) == "the formula is nested too deeply"


def test_a_figure_in_several_units_is_taken_in_the_unit_at_hand():
    facts = FactIndex([figure(SALES, 1, H1), figure(SALES, 2, H1, unit=EURO)])
    assert value(Reference(None), here(unit=EURO), facts) == 2 * MILLION
    assert obstacle(Reference(None), here(unit=PURE), facts).endswith("is reported in several units")


def test_duplicates_are_the_most_precise_of_them_within_what_all_allow():
    rough, fine = figure(SALES, 128_200, H1, decimals=-8), figure(SALES, 128_198, H1)
    evaluation = evaluate(Reference(None), here(), FactIndex([rough, fine]))
    assert evaluation is not None
    assert evaluation.value == 128_198 * MILLION
    assert evaluation.interval == Interval.of(evaluation.value, -6)
    edge = agreed([figure(SALES, 128_150, H1), rough])
    assert edge is not None
    assert edge.interval == Interval(Decimal(128_150) * MILLION, Decimal("128150.5") * MILLION)
    assert agreed([figure(SALES, 128_149, H1), rough]) is None


def test_nil_is_no_figure():
    assert value(Reference(None), here(), FactIndex([figure(SALES, None, H1, decimals=None)])) is None


def test_facts_that_share_a_key_are_found_once():
    same, again, other = figure(SALES, 1, H1), figure(SALES, 2, H1), figure(SALES, 3, H1, unit=EURO)
    assert list(FactIndex([same, other, figure(PROFIT, 1, H1), again]).duplicates()) == [(same, again)]


@pytest.mark.parametrize(
    ("number", "scale", "digits", "shown"),
    [
        ("0.0511", -2, 1, "0.051"),
        ("0.0625", -2, 1, "0.063"),
        ("-0.0625", -2, 1, "-0.063"),
        ("0.06249999", -2, 1, "0.062"),
        ("128198500000", 6, 0, "128199000000"),
        ("128198400000", 9, 1, "128200000000"),
        ("2.5", 0, 0, "3"),
        ("-2.5", 0, 0, "-3"),
        ("0.4", 0, 0, "0"),
        ("1E+500", 0, 2, "1E+500"),
    ],
)
def test_display_rounds_half_up(number: str, scale: int, digits: int, shown: str):
    assert rounded(Decimal(number), Display(scale, digits)) == Decimal(shown)


def test_a_computed_cell_shows_its_figure():
    growth = Operation("-", Operation("/", Reference(None), Reference(None, at=H0)), Number(Decimal(1)))
    assert computed_value(Computation(growth, "", here(), Display(-2, 1)), FACTS) == Decimal("0.051")
    assert computed_value(Computation(growth, "", None, Display(-2, 1)), FACTS) is None
    assert computed_value(Computation(Reference(ASSETS, at=H0), "", here(), Display()), FACTS) is None


NUMBERS = st.decimals(-1000, 1000, places=3)
DECIMALS = st.integers(-2, 3)


@given(NUMBERS, DECIMALS, NUMBERS, DECIMALS, st.data())
def test_intervals_hold_every_result_of_the_values_in_them(one, its_decimals, other, other_decimals, data):
    left, right = Interval.of(one, its_decimals), Interval.of(other, other_decimals)
    inside = [each.low + (each.high - each.low) * data.draw(st.integers(0, 16)) / Decimal(16) for each in (left, right)]
    results = {
        left + right: inside[0] + inside[1],
        left - right: inside[0] - inside[1],
        left.times(right): inside[0] * inside[1],
    }
    quotient = left.divided_by(right)
    if quotient is not None:
        results[quotient] = inside[0] / inside[1]
    else:
        assert right.low <= 0 <= right.high
    slack = Decimal("1E-20")  # the quotient above is rounded to 28 digits
    assert all(interval.low - slack <= result <= interval.high + slack for interval, result in results.items())


@given(NUMBERS, st.integers(-(10**30), 10**30))
def test_any_number_of_decimals_gives_an_interval(number: Decimal, decimals: int):
    interval = Interval.of(number, decimals)
    assert interval.low <= number <= interval.high
