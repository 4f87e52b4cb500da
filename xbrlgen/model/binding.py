"""Where an equation can be checked, and the facts that it joins there.

Follows Calculations 1.1 section 4, widened to other members and moments,
https://www.xbrl.org/Specification/calculation-1.1/REC-2023-02-22/calculation-1.1-REC-2023-02-22.html
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from functools import reduce
from typing import NamedTuple

from xbrlgen.model.accuracy import has_excess_digits
from xbrlgen.model.evaluation import Evaluation, FactIndex, agreed
from xbrlgen.model.exact import EXACT
from xbrlgen.model.expression import Equation, EquationKind, Moment, Reference
from xbrlgen.model.fact import Entity, Fact, FactKey
from xbrlgen.model.interval import Interval
from xbrlgen.model.period import Period
from xbrlgen.model.qname import QName


class Bound(NamedTuple):
    """An equation with its facts: `at` says where, `total` and `terms` (weight and figure) what is reported there, and
    `missing` what is not.
    """

    equation: Equation
    at: FactKey
    total: Evaluation
    terms: tuple[tuple[Decimal, Evaluation], ...]
    missing: tuple[Reference, ...] = ()

    @property
    def sum(self) -> Decimal:
        """The sum of the weighted terms."""
        return reduce(EXACT.add, (EXACT.multiply(weight, figure.value) for weight, figure in self.terms), Decimal(0))

    @property
    def difference(self) -> Decimal:
        """The total less the sum."""
        return EXACT.subtract(self.total.value, self.sum)

    @property
    def holds(self) -> bool:
        """Whether figures that round to those reported make the equation true."""
        return self.total.interval.overlaps(self._interval)

    @property
    def explained(self) -> Decimal:
        """The largest difference, without its sign, that rounding would explain in the direction of this one."""
        with localcontext(EXACT):
            total, terms = self.total, self._interval
            if self.difference > 0:
                return (total.value - total.interval.low) + (terms.high - self.sum)
            return (total.interval.high - total.value) + (self.sum - terms.low)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All facts of the equation, the total first."""
        return tuple(dict.fromkeys((*self.total.facts, *(fact for _, each in self.terms for fact in each.facts))))

    @property
    def _interval(self) -> Interval:
        whole = Interval(Decimal(0), Decimal(0))
        for weight, figure in self.terms:
            whole += figure.interval * weight
        return whole


@dataclass(slots=True)
class Bindings:
    """The equations of a report with their facts, each worked out when it is first asked for and then kept."""

    index: FactIndex
    _found: dict[str, tuple[Bound, ...]] = field(default_factory=dict)

    def of(self, equation: Equation) -> tuple[Bound, ...]:
        """The equation at each place where it can be checked."""
        if equation.id not in self._found:
            self._found[equation.id] = tuple(bound(equation, self.index))
        return self._found[equation.id]


def bound(equation: Equation, index: FactIndex) -> Iterator[Bound]:
    """The equation at each place where its total and enough of its terms are reported.

    Facts that contradict each other or have digits beyond their decimals stop the check, as Calculations 1.1 has it:
    other rules tell of them.
    """
    for concept in (equation.total.concept,) if equation.total.concept is not None else equation.concepts:
        for at in dict.fromkeys(_places(equation, concept, index)):
            found = _bind(equation, at, index)
            if found is not None:
                yield found


def _bind(equation: Equation, at: FactKey, index: FactIndex) -> Bound | None:
    total = _figure(_reported(equation.total, at, index))
    if total is None:
        return None
    terms: list[tuple[Decimal, Evaluation]] = []
    missing: list[Reference] = []
    for weight, reference in equation.terms:
        facts = _reported(reference, at, index)
        figure = _figure(facts)
        if figure is not None:
            terms.append((weight, figure))
        elif facts or _is_needed(equation, reference):
            return None
        else:
            missing.append(reference)
    return Bound(equation, at, total, tuple(terms), tuple(missing)) if terms else None


def _reported(reference: Reference, at: FactKey, index: FactIndex) -> tuple[Fact, ...]:
    return tuple(fact for fact in index.numbers(index.referred(reference, at)) if fact.unit == at.unit)


def _figure(facts: tuple[Fact, ...]) -> Evaluation | None:
    return agreed(facts) if facts and not any(map(has_excess_digits, facts)) else None


def _is_needed(equation: Equation, reference: Reference) -> bool:
    """Whether nothing can be said without a term: an opening balance that is not reported is not therefore zero."""
    return equation.kind is EquationKind.ROLL_FORWARD and reference.at is not None


def _places(equation: Equation, concept: QName, index: FactIndex) -> Iterator[FactKey]:
    """Where to look, from the facts of the total: once for each of them, or over each duration that ends with it."""
    totals = [fact for fact in index.of_concept(concept) if _is_total(equation, fact)]
    named = _named(equation.total)
    spans = _spans(equation, concept, index)
    if not spans:
        for fact in totals:
            period = equation.total.at if isinstance(equation.total.at, Period) else fact.period
            yield _place(fact, period, named)
        return
    at_moment: dict[tuple[Entity, Period | None, frozenset[QName]], list[Fact]] = {}
    for fact in totals:
        at_moment.setdefault((fact.entity, fact.period, _axes(fact) - named), []).append(fact)
    for entity, span, axes in spans:
        moment = span.opening if equation.total.at is Moment.START else span.closing
        for fact in at_moment.get((entity, moment, axes), ()):
            yield _place(fact, span, named)


def _spans(equation: Equation, concept: QName, index: FactIndex) -> Iterable[tuple[Entity, Period, frozenset[QName]]]:
    """The durations over which movements are reported, with the axes of the statement that reports them.

    Empty for equations of one period. The axes keep balances out that another statement breaks down in another way.
    """
    if equation.kind is not EquationKind.ROLL_FORWARD and not isinstance(equation.total.at, Moment):
        return ()
    spans: dict[tuple[Entity, Period, frozenset[QName]], None] = {}
    for _, reference in equation.terms:
        facts = index.of_concept(reference.concept or concept) if reference.at is None else ()
        for fact in facts:
            if fact.period is not None and not fact.period.is_instant and _has_members(reference, fact):
                spans[fact.entity, fact.period, _axes(fact) - _named(reference)] = None
    return spans


def _is_total(equation: Equation, fact: Fact) -> bool:
    """Whether the total may mean a fact: a figure with its members, and on no axis over which the terms are added."""
    varied = {axis for _, reference in equation.terms for axis in _named(reference)} - _named(equation.total)
    at = equation.total.at
    in_time = not isinstance(at, Period) or fact.period in (at, at.closing)
    return (
        in_time and isinstance(fact.value, Decimal) and _has_members(equation.total, fact) and not varied & _axes(fact)
    )


def _has_members(reference: Reference, fact: Fact) -> bool:
    return set(reference.dimensions) <= set(fact.dimensions) and not _axes(fact).intersection(reference.without)


def _named(reference: Reference) -> frozenset[QName]:
    return frozenset(dimension.axis for dimension in reference.dimensions).union(reference.without)


def _axes(fact: Fact) -> frozenset[QName]:
    return frozenset(dimension.axis for dimension in fact.dimensions)


def _place(fact: Fact, period: Period | None, named: frozenset[QName]) -> FactKey:
    """The dimensions at hand for a fact of the total: its own, less the axes that the total names itself."""
    at_hand = tuple(dimension for dimension in fact.dimensions if dimension.axis not in named)
    return FactKey(fact.concept, fact.entity, period, fact.unit, None, at_hand)
