"""The figures that the issuer puts first."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from xbrlgen.model import PERCENT_SCALE, Cell, Display, Row, Table
from xbrlgen.writers.inline.figures import Figure
from xbrlgen.writers.inline.subject import Subject


class KeyFigure(NamedTuple):
    """A figure with the words of its row and its unit."""

    label: str
    unit: str
    figure: Figure


def key_figures(subject: Subject) -> Iterator[KeyFigure]:
    """The highlights of the report in their order; those that are no numbers are left out."""
    wanted = frozenset(subject.report.highlights)
    rows = {cell.id: (row, cell) for row, cell in _cells(subject) if cell.id in wanted} if wanted else {}
    for name in subject.report.highlights:
        if name in rows and (found := _key_figure(subject, *rows[name])):
            yield found


def _key_figure(subject: Subject, row: Row, cell: Cell) -> KeyFigure | None:
    target = subject.targets.get(cell.fact or "")
    if target is None or not isinstance(target.fact.value, Decimal):
        return None
    finest = subject.finest_cells.get(target.id, cell)
    # it stands by itself, so it has the sign that is reported, not the one that its table turns
    display = Display(finest.display.scale, finest.display.fraction_digits)
    percent = display.scale == PERCENT_SCALE
    unit = "" if percent else subject.words.unit_words(target.fact.unit, display.scale)
    shown = subject.tagging.fact(target, display, finest.printed, percent=percent)
    return KeyFigure(row.label, unit, subject.figures.figure(shown, has_notes=False))


def _cells(subject: Subject) -> Iterator[tuple[Row, Cell]]:
    for section in subject.report.sections:
        for part in section.content:
            if isinstance(part, Table):
                yield from ((row, cell) for row in part.rows for cell in row.cells)
