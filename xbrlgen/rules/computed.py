"""Computed figures that are printed must be what their expression comes to."""

from collections.abc import Iterator
from decimal import Decimal

from xbrlgen.findings import Finding, finding
from xbrlgen.model import Cell, Computation, Interval
from xbrlgen.model.evaluation import Evaluation, evaluate, obstacle, rounded
from xbrlgen.rules.subject import Subject
from xbrlgen.rules.wording import measured


def computed_figures(subject: Subject) -> Iterator[Finding]:
    """Each printed figure of a computed cell against the figure worked out from the facts, rounded half up alike."""
    for row, cell in subject.cells():
        computation = cell.computation
        if computation is not None and computation.printed is not None:
            told = f"{row.label}: {_figure(computation, computation.printed)} is printed"
            yield from _check(subject, cell, computation, computation.printed, told)


def _check(subject: Subject, cell: Cell, computation: Computation, printed: Decimal, told: str) -> Iterator[Finding]:
    at, expression = computation.context, computation.expression
    evaluation = None if at is None else evaluate(expression, at, subject.index)
    if evaluation is None:
        why = "it is not said where" if at is None else obstacle(expression, at, subject.index)
        message = f"{told}, but '{computation.text}' has no value: {why}."
        yield finding("XG422", message, *subject.places(cell.id), fact=cell.fact or "")
    elif rounded(evaluation.value, computation.display) != printed:
        explained = Interval.of(printed, _decimals(computation)).overlaps(evaluation.interval)
        message = f"{told}, but '{computation.text}' comes to {_result(computation, evaluation)}"
        if explained:
            message += "; that its figures are rounded explains the difference."
        else:
            message += f"; that its figures are rounded explains {_range(computation, evaluation.interval)} only."
        places = subject.places(cell.id, *(fact.id for fact in evaluation.facts))
        yield finding("XG421" if explained else "XG420", message, *places, fact=cell.fact or "")


def _decimals(computation: Computation) -> int:
    """The accuracy of a figure that is printed as the computation shows it."""
    return computation.display.fraction_digits - computation.display.scale


def _result(computation: Computation, evaluation: Evaluation) -> str:
    return _figure(computation, rounded(evaluation.value, computation.display))


def _range(computation: Computation, interval: Interval) -> str:
    low, high = (_figure(computation, rounded(end, computation.display)) for end in (interval.low, interval.high))
    return low if low == high else f"{low} to {high}"


def _figure(computation: Computation, value: Decimal) -> str:
    """A figure with the sign with which it is printed."""
    unit = computation.context.unit if computation.context is not None else None
    shown = value.copy_negate() if computation.display.negated else value
    return measured(shown, computation.display.scale, unit)
