"""What an expression comes to: the facts that it refers to, its exact value, and what rounding leaves open."""

from collections.abc import Callable, Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import NamedTuple

from xbrlgen.model.exact import EXACT
from xbrlgen.model.expression import Expression, Moment, Number, Operation, Reference
from xbrlgen.model.fact import Dimension, Fact, FactKey
from xbrlgen.model.grouping import GroupedFacts, Situation
from xbrlgen.model.interval import Interval
from xbrlgen.model.period import Period
from xbrlgen.model.presentation import Computation, Display
from xbrlgen.model.qname import QName

_QUOTIENT = 34
"""Digits kept of a quotient, as decimal128 of IEEE 754 has them."""

_DEEPEST = 400
"""Operations within each other that are followed; no formula that a person wrote has more."""


class Evaluation(NamedTuple):
    """What an expression comes to: its value (exact; a quotient to 34 digits), and the facts that it was worked out
    from, in the order in which they were met.

    `range` is the interval of true values that the rounding of its facts leaves possible, None for what one fact says.
    """

    value: Decimal
    range: Interval | None
    facts: tuple[Fact, ...] = ()

    @property
    def interval(self) -> Interval:
        """The true values that are possible; worked out only when it is asked for, as most figures add up exactly."""
        return Interval.of(self.value, self.facts[0].decimals) if self.range is None else self.range


class FactIndex(GroupedFacts):
    """The facts of a report by what they are values of; built once and shared, each look-up takes the same short time.

    `default_member` gives the default of an axis (None where there is none): a reference to it means facts without it.
    """

    def __init__(self, facts: Iterable[Fact], default_member: Callable[[QName], QName | None] | None = None) -> None:
        super().__init__(facts)
        self._default_member = default_member

    def referred(self, reference: Reference, at: FactKey) -> FactKey:
        """The key of the fact that `reference` means when it is evaluated at `at`."""
        entity, period, dimensions = self.referred_situation(reference, Situation(at.entity, at.period, at.dimensions))
        concept = reference.concept or at.concept
        return FactKey(concept, entity, period, at.unit, at.language, dimensions)

    def referred_situation(self, reference: Reference, at: Situation) -> Situation:
        """The situation that `reference` means where that at hand is `at`."""
        return Situation(at.entity, _period(reference.at, at.period), self._dimensions(reference, at.dimensions))

    def numbers(self, key: FactKey) -> tuple[Fact, ...]:
        """The numeric facts with the concept, entity, period and dimensions of `key`, in whatever unit; nil is none.

        Where a duration has no facts, those at its end are meant: the concept is an instant one.
        """
        facts = self.at(key.concept, key.entity, key.period, key.dimensions)
        if not facts and key.period is not None:
            facts = self.at(key.concept, key.entity, key.period.closing, key.dimensions)
        return tuple(fact for fact in facts if isinstance(fact.value, Decimal) and fact.value.is_finite())

    def _dimensions(self, reference: Reference, at_hand: tuple[Dimension, ...]) -> tuple[Dimension, ...]:
        if not reference.dimensions and not reference.without:
            return at_hand
        named = {dimension.axis for dimension in reference.dimensions}.union(reference.without)
        kept = [dimension for dimension in at_hand if dimension.axis not in named]
        kept += [dimension for dimension in reference.dimensions if not self._is_default(dimension)]
        return tuple(sorted(kept, key=lambda dimension: dimension.sort_key))

    def _is_default(self, dimension: Dimension) -> bool:
        return self._default_member is not None and self._default_member(dimension.axis) == dimension.member


def evaluate(expression: Expression, at: FactKey, facts: FactIndex) -> Evaluation | None:
    """What `expression` comes to where the dimensions at hand are `at`; None where it has no value (see `obstacle`).

    A fact is taken in whatever unit it is reported; where there are several, in the unit of `at`.
    """
    outcome = _outcome(expression, at, facts, 0)
    return outcome if isinstance(outcome, Evaluation) else None


def obstacle(expression: Expression, at: FactKey, facts: FactIndex) -> str:
    """Why `expression` has no value at `at`, as a clause to put into a sentence; empty where it has one."""
    outcome = _outcome(expression, at, facts, 0)
    return outcome if isinstance(outcome, str) else ""


def computed_value(computation: Computation, facts: FactIndex) -> Decimal | None:
    """The figure of a computed cell, unscaled and rounded half up to the digits that it shows; None if it has none.

    The sign is that of the expression: `Display.negated` is left to whoever shows it.
    """
    if computation.context is None:
        return None
    evaluation = evaluate(computation.expression, computation.context, facts)
    return None if evaluation is None else rounded(evaluation.value, computation.display)


def rounded(value: Decimal, display: Display) -> Decimal:
    """`value` rounded half up (away from zero) to the last digit that `display` shows; unscaled as it was."""
    last_place = display.scale - display.fraction_digits
    if value.adjusted() - last_place >= EXACT.prec:  # it has no digit as small as that to lose
        return value
    with localcontext(EXACT):
        return value.quantize(Decimal((0, (1,), last_place)), rounding=ROUND_HALF_UP)


def agreed(facts: Sequence[Fact]) -> Evaluation | None:
    """The figure that duplicate numeric facts agree on: the most precise one, and the values that all of them allow.

    None where they cannot all be true, as Calculations 1.1 treats duplicates.
    """
    if len(facts) == 1:
        return Evaluation(_number(facts[0]), None, tuple(facts))
    most_precise = min(facts, key=lambda fact: (fact.decimals is not None, -(fact.decimals or 0)))
    value = _number(most_precise)
    interval: Interval | None = Interval.of(value, most_precise.decimals)
    rounded_alike: dict[int | None, Decimal] = {}
    for fact in facts:
        if interval is None or rounded_alike.setdefault(fact.decimals, _number(fact)) != fact.value:
            return None
        interval = interval.intersection(Interval.of(_number(fact), fact.decimals))
    return None if interval is None else Evaluation(value, interval, tuple(facts))


def _outcome(expression: Expression, at: FactKey, facts: FactIndex, depth: int) -> Evaluation | str:
    """The evaluation, or the obstacle to it."""
    if depth > _DEEPEST:
        return "the formula is nested too deeply"
    if isinstance(expression, Number):
        return Evaluation(expression.value, Interval(expression.value, expression.value))
    if isinstance(expression, Reference):
        return _figure(facts.referred(expression, at), facts)
    left = _outcome(expression.left, at, facts, depth + 1)
    if isinstance(left, str):
        return left
    right = _outcome(expression.right, at, facts, depth + 1)
    return right if isinstance(right, str) else _combined(expression, left, right)


def _figure(key: FactKey, facts: FactIndex) -> Evaluation | str:
    what = f"{key.concept.local_name} at {'forever' if key.period is None else key.period}"
    found = facts.numbers(key)
    if not found:
        return f"{what} is not reported as a number"
    if len({fact.unit for fact in found}) > 1:
        found = tuple(fact for fact in found if fact.unit == key.unit)
        if not found:
            return f"{what} is reported in several units"
    return agreed(found) or f"{what} is reported with values that contradict each other"


def _combined(operation: Operation, left: Evaluation, right: Evaluation) -> Evaluation | str:
    facts = tuple(dict.fromkeys(left.facts + right.facts))
    with localcontext(EXACT, prec=_QUOTIENT if operation.operator == "/" else EXACT.prec):
        match operation.operator:
            case "+":
                return Evaluation(left.value + right.value, left.interval + right.interval, facts)
            case "-":
                return Evaluation(left.value - right.value, left.interval - right.interval, facts)
            case "*":
                return Evaluation(left.value * right.value, left.interval.times(right.interval), facts)
            case "/" if right.value:
                value = left.value / right.value
                # a divisor that may be zero leaves every quotient possible: then only the figure itself is known
                return Evaluation(value, left.interval.divided_by(right.interval) or Interval(value, value), facts)
            case "/":
                return "it divides by zero"
            case other:
                return f"{other!r} is not an operator"


def _period(at: Period | Moment | None, at_hand: Period | None) -> Period | None:
    if isinstance(at, Period):
        return at
    if at is None or at_hand is None:
        return at_hand
    return at_hand.opening if at is Moment.START else at_hand.closing


def _number(fact: Fact) -> Decimal:
    return fact.value if isinstance(fact.value, Decimal) else Decimal(0)
