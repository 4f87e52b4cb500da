"""The equations of a report wherever they can be checked, with their figures in words."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from xbrlgen.model import Display, EquationKind, Fact
from xbrlgen.model.binding import Bound
from xbrlgen.model.evaluation import Evaluation
from xbrlgen.writers.summary import figures, wording
from xbrlgen.writers.summary.subject import Subject

_KINDS = {
    EquationKind.CALCULATION: "Sums",
    EquationKind.AGGREGATION: "Sums over members",
    EquationKind.ROLL_FORWARD: "Roll-forwards",
    EquationKind.TIE_OUT: "Tie-outs",
}

_NAMES = {
    EquationKind.CALCULATION: "Sum",
    EquationKind.AGGREGATION: "Sum over members",
    EquationKind.ROLL_FORWARD: "Roll-forward",
    EquationKind.TIE_OUT: "Tie-out",
}


class Check(NamedTuple):
    """How many equations of one kind hold, of all that can be checked."""

    kind: str
    holding: int
    all: int


def calculations(subject: Subject) -> tuple[Bound, ...]:
    """Each equation of the report, at each place where its facts are reported."""
    return tuple(found for equation in subject.report.equations for found in subject.bindings.of(equation))


def checks(found: Sequence[Bound]) -> tuple[Check, ...]:
    """How the equations fare, by kind."""
    held = Counter(each.equation.kind for each in found if each.holds)
    every = Counter(each.equation.kind for each in found)
    return tuple(Check(words, held[kind], every[kind]) for kind, words in _KINDS.items() if every[kind])


def parts(found: Sequence[Bound]) -> Mapping[str, list[int]]:
    """The indexes of the calculations that each fact takes part in."""
    taken: defaultdict[str, list[int]] = defaultdict(list)
    for index, each in enumerate(found):
        for fact in each.facts:
            taken[fact.id].append(index)
    return taken


def calculation(found: Bound, number: Mapping[str, int], formula: int) -> Mapping[str, object]:
    """How a total and its terms compare, at the greatest scale of thousands at which all of them are whole.

    `number` names facts by their ids, `formula` is the index of the text of the equation.
    """
    total = _fact(found.total)
    terms = [(weight, _fact(figure), figure.value) for weight, figure in found.terms]
    places = max(map(_places, (total, *(fact for _, fact, _ in terms))))
    display = Display(max(-places, 0) // 3 * 3, max(places, 0))
    exact = Display(display.scale, display.fraction_digits + 1)
    difference = found.difference
    return {
        "kind": _NAMES[found.equation.kind],
        "formula": formula,
        "unit": wording.scaled_unit_words(total.unit, display.scale),
        "lines": [[_sign(weight), number[fact.id], figures.shown(value, display)] for weight, fact, value in terms],
        "sum": figures.shown(found.sum, display),
        "total": [number[total.id], figures.shown(found.total.value, display)],
        "difference": figures.shown(difference.copy_abs(), display),
        "explained": figures.shown(found.explained, exact),
        "status": "differs" if not found.holds else "rounding" if difference else "agrees",
    }


def _fact(figure: Evaluation) -> Fact:
    """The one of duplicate facts that gives the figure its value."""
    return next(fact for fact in figure.facts if fact.value == figure.value)


def _places(fact: Fact) -> int:
    """How many decimal places a figure needs to be shown whole."""
    if fact.decimals is not None or not isinstance(fact.value, Decimal):
        return fact.decimals or 0
    exponent = fact.value.normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _sign(weight: Decimal) -> str:
    size = "" if abs(weight) == 1 else f"{figures.unscaled(weight.copy_abs())} {figures.TIMES}"
    return (figures.MINUS if weight < 0 else "+") + size
