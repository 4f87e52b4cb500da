"""Where equations bind: the same places and figures as from trying each fact for the total and each for the terms."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import product
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from xbrlgen.model import (
    PURE,
    Dimension,
    Entity,
    Equation,
    EquationKind,
    Fact,
    FactKey,
    Interval,
    Moment,
    Period,
    QName,
    Reference,
    Unit,
)
from xbrlgen.model.accuracy import has_excess_digits
from xbrlgen.model.binding import Bindings, bound
from xbrlgen.model.evaluation import FactIndex, agreed

CONCEPTS = [QName("http://example.com", name) for name in ("Balance", "Movement", "Other")]
AXIS, OTHER_AXIS = QName("http://example.com", "Axis"), QName("http://example.com", "OtherAxis")
ALL, ONE, TWO = (QName("http://example.com", name) for name in ("All", "One", "Two"))
OPENING, CLOSING = Period.instant(date(2022, 12, 31)), Period.instant(date(2023, 12, 31))
YEAR, BEFORE = (Period.duration(date(year, 1, 1), date(year, 12, 31)) for year in (2023, 2022))
MEMBERS = [(), (), (Dimension(AXIS, ONE),), (Dimension(AXIS, TWO),), (Dimension(AXIS, ONE), Dimension(OTHER_AXIS, TWO))]

WHOLE, PARTS = Reference(CONCEPTS[0]), (Reference(CONCEPTS[1]), Reference(CONCEPTS[2]))
OVER_MEMBERS = tuple(Reference(CONCEPTS[0], (Dimension(AXIS, member),)) for member in (ONE, TWO))
ROLLS = (Reference(CONCEPTS[0], at=Moment.START), Reference(CONCEPTS[1]))


def _report(seed: int) -> tuple[Fact, ...]:
    """Facts of most concepts at most places, some of them twice, and some that are no figure."""
    random = Random(seed)
    made: list[Fact] = []
    for concept, period, members in product(CONCEPTS, (OPENING, CLOSING, YEAR, BEFORE, None), MEMBERS[1:]):
        for _ in range(random.choice((0, 0, 1, 1, 1, 2))):
            value = random.choice([*map(Decimal, (1, 2, 3, 4, 5, 6)), Decimal("2.4"), random.choice((None, "text"))])
            unit, decimals = random.choice([PURE] * 9 + [Unit.currency("JPY")]), random.choice((0, 0, 0, None, -1, 1))
            entity = Entity("s", random.choice("aaaaaaaab"))
            made.append(Fact(f"f{len(made)}", concept, entity, period, value, unit, decimals, None, members))
    random.shuffle(made)
    return tuple(made)


reports = st.integers(0, 2**32).map(_report)
references = st.builds(
    Reference,
    concept=st.sampled_from([*CONCEPTS, *CONCEPTS, None]),
    dimensions=st.sampled_from([*MEMBERS, (), (Dimension(AXIS, ALL),)]),
    at=st.sampled_from([None, None, None, Moment.START, Moment.END, YEAR, CLOSING]),
    without=st.sampled_from([(), (), (), (OTHER_AXIS,), (AXIS,)]),
)
totals = st.one_of(st.sampled_from([WHOLE, WHOLE._replace(at=Moment.END), WHOLE._replace(concept=None)]), references)
terms = st.one_of(
    st.sampled_from([PARTS, OVER_MEMBERS, ROLLS]), st.lists(references, min_size=1, max_size=3).map(tuple)
).map(lambda chosen: tuple((Decimal(-1 if number == 2 else 1), each) for number, each in enumerate(chosen)))
equations = st.builds(
    Equation,
    id=st.just("e"),
    kind=st.sampled_from(EquationKind),
    total=totals,
    terms=terms,
    text=st.just("an equation"),
    concepts=st.permutations(CONCEPTS).map(tuple),
)


def _default(axis: QName) -> QName | None:
    return ALL if axis == AXIS else None


def _axes(fact: Fact) -> set[QName]:
    return {each.axis for each in fact.dimensions}


def _named(reference: Reference) -> set[QName]:
    return {each.axis for each in reference.dimensions} | set(reference.without)


def _has_members(reference: Reference, fact: Fact) -> bool:
    return set(reference.dimensions) <= set(fact.dimensions) and _axes(fact).isdisjoint(reference.without)


def _numbers(made: Sequence[Fact], reference: Reference, at: FactKey) -> list[Fact]:
    """The numbers in the unit at hand that a reference means; at the end of a duration where it has no facts."""
    meant = FactIndex((), _default).referred(reference, at)
    for period in (meant.period, None if meant.period is None else meant.period.closing):
        place = (meant.concept, meant.entity, period, meant.dimensions)
        alike = [fact for fact in made if (fact.concept, fact.entity, fact.period, fact.dimensions) == place]
        if alike:
            return [f for f in alike if isinstance(f.value, Decimal) and f.value.is_finite() and f.unit == at.unit]
    return []


def _spans(made: Sequence[Fact], equation: Equation, concept: QName) -> list[tuple[Entity, Period, set[QName]]]:
    if equation.kind is not EquationKind.ROLL_FORWARD and not isinstance(equation.total.at, Moment):
        return []
    return [
        (fact.entity, fact.period, _axes(fact) - _named(reference))
        for _, reference in equation.terms
        for fact in made
        if reference.at is None
        if fact.concept == (reference.concept or concept) and fact.period is not None and not fact.period.is_instant
        if _has_members(reference, fact)
    ]


def _places(made: Sequence[Fact], equation: Equation, concept: QName) -> Iterator[FactKey]:
    total, at = equation.total, equation.total.at
    varied = {axis for _, reference in equation.terms for axis in _named(reference)} - _named(total)
    totals = [
        fact
        for fact in made
        if fact.concept == concept and isinstance(fact.value, Decimal) and _has_members(total, fact)
        if varied.isdisjoint(_axes(fact)) and (not isinstance(at, Period) or fact.period in (at, at.closing))
    ]
    spans = _spans(made, equation, concept)
    pairs = [(fact, at if isinstance(at, Period) else fact.period) for fact in totals]
    if spans:
        pairs = [
            (fact, span)
            for entity, span, axes in spans
            for fact in totals
            if fact.period == (span.opening if at is Moment.START else span.closing)
            if fact.entity == entity and _axes(fact) - _named(total) == axes
        ]
    for fact, period in pairs:
        at_hand = tuple(each for each in fact.dimensions if each.axis not in _named(total))
        yield FactKey(fact.concept, fact.entity, period, fact.unit, None, at_hand)


def _expected(made: Sequence[Fact], equation: Equation) -> Iterator[tuple[object, ...]]:
    concepts = [equation.total.concept] if equation.total.concept else equation.concepts
    for at in dict.fromkeys(place for concept in concepts for place in _places(made, equation, concept)):
        found = [_numbers(made, reference, at) for reference in (equation.total, *(each for _, each in equation.terms))]
        agree = [each and not any(map(has_excess_digits, each)) and agreed(each) is not None for each in found]
        needed = [equation.kind is EquationKind.ROLL_FORWARD and each.at is not None for _, each in equation.terms]
        stops = any((each and not agrees) for each, agrees in zip(found, agree, strict=True))
        lacks = any(is_needed and not each for is_needed, each in zip(needed, found[1:], strict=True))
        if found[0] and any(found[1:]) and not stops and not lacks:
            yield at, [[fact.id for fact in each] for each in found if each]


@settings(max_examples=300, deadline=None)
@given(reports, equations)
def test_an_equation_binds_wherever_its_facts_are(made: Sequence[Fact], equation: Equation):
    found = bound(equation, FactIndex(made, _default))
    told = [
        (each.at, [[fact.id for fact in figure.facts] for figure in (each.total, *(term for _, term in each.terms))])
        for each in found
    ]
    assert told == list(_expected(made, equation))


@settings(max_examples=300, deadline=None)
@given(reports, equations)
def test_it_holds_where_the_intervals_have_a_value_in_common(made: Sequence[Fact], equation: Equation):
    for each in bound(equation, FactIndex(made, _default)):
        together = Interval(Decimal(0), Decimal(0))
        for weight, figure in each.terms:
            together += figure.interval.times(Interval(weight, weight))
        assert each.holds == (each.total.interval.overlaps(together))


@settings(deadline=None)
@given(reports, equations)
def test_equations_that_say_the_same_are_worked_out_once(made: Sequence[Fact], equation: Equation):
    bindings = Bindings(FactIndex(made, _default))
    assert bindings.of(equation) is bindings.of(equation._replace(id="other", table="another"))
    assert [each.at for each in bindings.of(equation)] == [each.at for each in bound(equation, bindings.index)]
