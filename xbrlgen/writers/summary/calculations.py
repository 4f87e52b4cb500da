"""The equations of a report with their figures: where each one applies, what it comes to, what rounding explains."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext

from xbrlgen.model import Equation, EquationKind, Fact, FactKey, Interval, Moment, QName, Reference
from xbrlgen.model.evaluation import Evaluation, FactIndex, agreed

_EXACT = 200

KINDS = {
    EquationKind.CALCULATION: "Sum",
    EquationKind.AGGREGATION: "Sum over members",
    EquationKind.ROLL_FORWARD: "Roll-forward",
    EquationKind.TIE_OUT: "Tie-out",
}


@dataclass(frozen=True, slots=True)
class Calculation:
    """An equation in one place: its total, the reported ones of its terms with their weights, and how they compare.

    `difference` is the total less the sum, `largest` the largest difference that rounding explains.
    """

    equation: Equation
    total: Fact
    terms: tuple[tuple[Decimal, Fact], ...]
    sum: Decimal
    difference: Decimal
    largest: Decimal
    holds: bool


def calculations(equations: tuple[Equation, ...], facts: FactIndex) -> Iterator[Calculation]:
    """Each equation wherever its total and one of its terms are reported, in order.

    Follows Calculations 1.1 section 5 (a total is checked against the terms reported with it),
    https://www.xbrl.org/Specification/calculation-1.1/REC-2023-02-22/calculation-1.1-REC-2023-02-22.html
    """
    for equation in equations:
        for at in _contexts(equation, facts):
            calculation = _calculation(equation, at, facts)
            if calculation:
                yield calculation


def _contexts(equation: Equation, facts: FactIndex) -> Iterator[FactKey]:
    """Where the equation may apply: the dimensions of its facts, without the axes that it speaks of itself."""
    references = (equation.total, *(reference for _, reference in equation.terms))
    spoken = {axis for each in references for axis in (*(d.axis for d in each.dimensions), *each.without)}
    needs_duration = any(isinstance(each.at, Moment) for each in references)
    for subject in equation.concepts if equation.total.concept is None else (equation.total.concept,):
        seen: set[tuple[object, ...]] = set()
        for concept in dict.fromkeys(each.concept or subject for each in references):
            for fact in facts.of_concept(concept):
                if not fact.is_numeric or (needs_duration and (fact.period is None or fact.period.is_instant)):
                    continue
                at = _without(fact.key, subject, spoken)
                place = (at.entity, at.period, at.dimensions)
                if place not in seen:
                    seen.add(place)
                    yield at


def _without(key: FactKey, concept: QName, axes: set[QName]) -> FactKey:
    kept = tuple(dimension for dimension in key.dimensions if dimension.axis not in axes)
    return replace(key, concept=concept, dimensions=kept)


def _calculation(equation: Equation, at: FactKey, facts: FactIndex) -> Calculation | None:
    total = _figure(equation.total, at, facts)
    if total is None:
        return None
    terms = [(weight, _figure(reference, at, facts)) for weight, reference in equation.terms]
    reported = [(weight, figure) for weight, figure in terms if figure and figure.facts != total.facts]
    if not reported:
        return None
    zero = Decimal(0)
    interval = Interval(zero, zero)
    with localcontext(prec=_EXACT):
        for weight, figure in reported:
            interval += figure.interval * weight
        summed = sum((weight * figure.value for weight, figure in reported), zero)
        widths = (total.interval.high - total.interval.low) + (interval.high - interval.low)
        return Calculation(
            equation,
            _most_precise(total),
            tuple((weight, _most_precise(figure)) for weight, figure in reported),
            summed,
            total.value - summed,
            widths / 2,
            total.interval.overlaps(interval),
        )


def _figure(reference: Reference, at: FactKey, facts: FactIndex) -> Evaluation | None:
    found = facts.numbers(facts.referred(reference, at))
    if len({fact.unit for fact in found}) > 1:
        found = tuple(fact for fact in found if fact.unit == at.unit)
    return agreed(found) if found else None


def _most_precise(figure: Evaluation) -> Fact:
    """The one of duplicate facts that gave the figure its value."""
    return next(fact for fact in figure.facts if fact.value == figure.value)
