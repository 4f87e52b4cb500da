"""Facts that no section shows in full, as rows of their own: no fact is left without a visible place."""

from collections.abc import Iterator
from typing import NamedTuple

from xbrlgen.model import PERCENT_SCALE, Dimension, QName, ValueKind
from xbrlgen.target import TargetFact
from xbrlgen.target.inline.numbers import whole
from xbrlgen.writers.inline.figures import Figure
from xbrlgen.writers.inline.subject import Subject

_ROWS = 500
"""So many in a table, which a browser lays out at once."""


class FactRow(NamedTuple):
    """A fact with the words that say what it is a value of."""

    label: str
    period: str
    dimensions: str
    unit: str
    figure: Figure


def further_facts(subject: Subject) -> Iterator[tuple[FactRow, ...]]:
    """The facts that stand nowhere yet, some hundred at a time; ask for them after everything else is written."""
    rows: list[FactRow] = []
    for target in tuple(subject.places.unshown()):
        rows.append(_row(subject, target))
        if len(rows) == _ROWS:
            yield tuple(rows)
            rows.clear()
    if rows:
        yield tuple(rows)


def _row(subject: Subject, target: TargetFact) -> FactRow:
    fact, value = target.fact, target.fact.value
    is_percent = target.item_type is not None and target.item_type.kind is ValueKind.PERCENT
    display = None
    if is_percent and value is not None and not isinstance(value, str):
        display = whole(value, PERCENT_SCALE)
    return FactRow(
        label=subject.labels(fact.concept),
        period=subject.words.period_words(fact.period),
        dimensions=", ".join(_member(subject, each) for each in fact.dimensions),
        unit=subject.words.unit_words(fact.unit),
        figure=subject.figures.figure(subject.tagging.fact(target, display, percent=is_percent)),
    )


def _member(subject: Subject, dimension: Dimension) -> str:
    member = dimension.member
    return subject.labels(member) if isinstance(member, QName) else member.value or "nil"
