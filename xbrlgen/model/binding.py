"""Where an equation can be checked, and the facts that it joins there.

Follows Calculations 1.1 section 4, widened to other members and moments,
https://www.xbrl.org/Specification/calculation-1.1/REC-2023-02-22/calculation-1.1-REC-2023-02-22.html
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import reduce
from itertools import chain
from typing import NamedTuple

from xbrlgen.model.accuracy import has_excess_digits
from xbrlgen.model.evaluation import Evaluation, FactIndex, agreed
from xbrlgen.model.exact import EXACT
from xbrlgen.model.expression import Equation, EquationKind, Moment, Reference
from xbrlgen.model.fact import Fact, FactKey
from xbrlgen.model.grouping import Situation
from xbrlgen.model.interval import Interval
from xbrlgen.model.period import Period
from xbrlgen.model.qname import QName
from xbrlgen.model.situations import Situations, Span
from xbrlgen.model.unit import Unit


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
        """Whether figures that round to those reported make the equation true.

        They do where single facts add up exactly: each value is in its interval, and so their sum is in the sum of the
        intervals.
        """
        are_single = self.total.range is None and all(figure.range is None for _, figure in self.terms)
        return (are_single and not self.difference) or self.total.interval.overlaps(self._interval)

    @property
    def explained(self) -> Decimal:
        """The largest difference, without its sign, that rounding would explain in the direction of this one."""
        value, total, reached, terms = self.total.value, self.total.interval, self.sum, self._interval
        if EXACT.subtract(value, reached) > 0:
            return EXACT.add(EXACT.subtract(value, total.low), EXACT.subtract(terms.high, reached))
        return EXACT.add(EXACT.subtract(total.high, value), EXACT.subtract(reached, terms.low))

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


class Bindings:
    """The equations of a report with their facts, each worked out when it is first asked for and then kept.

    Tables often declare what others declare, too: that is worked out once.
    """

    def __init__(self, index: FactIndex) -> None:
        self.index = index
        self._situations: Situations | None = None
        self._found: dict[str, tuple[Bound, ...]] = {}
        self._alike: dict[tuple[object, ...], tuple[Bound, ...]] = {}

    def of(self, equation: Equation) -> tuple[Bound, ...]:
        """The equation at each place where it can be checked; a Bound may name another equation that says the same."""
        if equation.id not in self._found:
            self._situations = self._situations or Situations(self.index)
            content = (equation.kind, equation.total, equation.terms, equation.concepts, equation.text)
            if content not in self._alike:
                self._alike[content] = tuple(_Search(equation, self.index, self._situations).found())
            self._found[equation.id] = self._alike[content]
        return self._found[equation.id]


def bound(equation: Equation, index: FactIndex) -> Iterator[Bound]:
    """The equation at each place where its total and enough of its terms are reported.

    Facts that contradict each other or have digits beyond their decimals stop the check, as Calculations 1.1 has it:
    other rules tell of them.
    """
    return _Search(equation, index, Situations(index)).found()


class _Search:
    """One equation, and the facts that it is about."""

    def __init__(self, equation: Equation, index: FactIndex, situations: Situations) -> None:
        self._equation = equation
        self._index = index
        self._situations = situations
        self._total = situations.targets(equation.total)
        self._terms = [(weight, each, situations.targets(each)) for weight, each in equation.terms]
        self._named = _named(equation.total)
        self._varied = frozenset(axis for _, each in equation.terms for axis in _named(each)) - self._named

    def found(self) -> Iterator[Bound]:
        """The equation wherever it can be checked: where it names no concept, for each of those that it is for."""
        of_total = self._equation.total.concept
        for concept in self._equation.concepts if of_total is None else (of_total,):
            for at, unit in dict.fromkeys(self._places(concept)):
                found = self._bind(concept, at, unit)
                if found is not None:
                    yield found

    def _bind(self, concept: QName, at: int, unit: Unit | None) -> Bound | None:
        total = self._figure(self._reported(concept, self._total[at], unit))
        if total is None:
            return None
        terms: list[tuple[Decimal, Evaluation]] = []
        missing: list[Reference] = []
        for weight, reference, targets in self._terms:
            facts = self._reported(reference.concept or concept, targets[at], unit)
            figure = self._figure(facts)
            if figure is not None:
                terms.append((weight, figure))
            elif facts or self._is_needed(reference):
                return None
            else:
                missing.append(reference)
        if not terms:
            return None
        entity, period, dimensions = self._situations[at]
        place = FactKey(concept, entity, period, unit, None, dimensions)
        return Bound(self._equation, place, total, tuple(terms), tuple(missing))

    def _reported(self, concept: QName, target: tuple[int, int], unit: Unit | None) -> tuple[Fact, ...]:
        """The numbers of a concept; where a duration has no facts, those at its end, as of a balance."""
        by_situation = self._index.by_situation(concept)
        number, end = target
        found = by_situation.get(number) or by_situation.get(end)
        if found is None:
            return ()
        facts = found if isinstance(found, list) else (found,)
        return tuple([fact for fact in facts if fact.unit == unit and _is_number(fact)])

    def _figure(self, facts: tuple[Fact, ...]) -> Evaluation | None:
        if not facts or (self._index.has_excess_digits(facts[0].concept) and any(map(has_excess_digits, facts))):
            return None
        return agreed(facts)

    def _is_needed(self, reference: Reference) -> bool:
        """Whether nothing can be said without a term: an opening balance that is not reported is not therefore zero."""
        return self._equation.kind is EquationKind.ROLL_FORWARD and reference.at is not None

    def _places(self, concept: QName) -> Iterator[tuple[int, Unit | None]]:
        """Where to look, from the facts of the total: once for each of them, or over each duration that ends with it.

        A place is the number of a situation, and a unit.
        """
        totals, situations = self._totals(concept), self._situations
        at, spans = self._equation.total.at, self._spans(concept)
        if not spans:
            for fact, number in totals:
                yield self._place(number, at if isinstance(at, Period) else situations[number].period), fact.unit
            return
        at_moment: dict[Span, list[tuple[Fact, int]]] = {}
        for fact, number in totals:
            entity, period, _ = situations[number]
            if period is not None:
                moment = Span(entity, period, situations.axes(number) - self._named)
                at_moment.setdefault(moment, []).append((fact, number))
        for span in spans:
            period = span.period.opening if at is Moment.START else span.period.closing
            for fact, number in at_moment.get(span._replace(period=period), ()):
                yield self._place(number, span.period), fact.unit

    def _place(self, number: int, period: Period | None) -> int:
        """What is at hand for a fact of the total: its own situation, less the axes that the total names itself."""
        entity, own, dimensions = self._situations[number]
        if not self._named and period is own:
            return number
        at_hand = tuple(dimension for dimension in dimensions if dimension.axis not in self._named)
        return self._situations.number(Situation(entity, period, at_hand))

    def _spans(self, concept: QName) -> Mapping[Span, None]:
        """The durations over which movements are reported, with the axes of the statement that reports them.

        Empty for equations of one period. The axes keep balances out that another statement breaks down in another way.
        """
        equation = self._equation
        if equation.kind is not EquationKind.ROLL_FORWARD and not isinstance(equation.total.at, Moment):
            return {}
        movements = [reference for _, reference in equation.terms if reference.at is None]
        spans = (self._situations.spans(each.concept or concept, each, _named(each)) for each in movements)
        return dict.fromkeys(chain.from_iterable(spans))

    def _totals(self, concept: QName) -> Iterable[tuple[Fact, int]]:
        """The facts that the total may mean, with their situations: figures with its members, and on no axis over
        which the terms are added.
        """
        at, situations = self._equation.total.at, self._situations
        numbers = [
            number
            for number in situations.standing(concept, self._equation.total)
            if self._varied.isdisjoint(situations.axes(number))
            and (not isinstance(at, Period) or situations[number].period in (at, at.closing))
        ]
        by_situation = self._index.by_situation(concept)
        found = [(by_situation[number], number) for number in numbers]
        single = [(fact, number) for fact, number in found if isinstance(fact, Fact)]
        if len(single) < len(found):
            among = frozenset(numbers)
            every = zip(self._index.of_concept(concept), self._index.numbers_of_situations(concept), strict=True)
            single = [(fact, number) for fact, number in every if number in among]
        return [(fact, number) for fact, number in single if isinstance(fact.value, Decimal)]


def _is_number(fact: Fact) -> bool:
    return isinstance(fact.value, Decimal) and fact.value.is_finite()


def _named(reference: Reference) -> frozenset[QName]:
    return frozenset(dimension.axis for dimension in reference.dimensions).union(reference.without)
