"""How the page of a report and its summary are laid out alike: headings, columns and rows of tables."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import NamedTuple

from xbrlgen.model import Cell, CellKind, Period, Row, RowStyle, Table

MANY_FACTS = 5_000
"""From here on the browser lays out a section only when it comes into view."""

DEEPEST = 9
"""The deepest indent that the style sheets know."""


class Heading(NamedTuple):
    """A heading over `span` columns; `style` names classes of the style sheet."""

    text: str
    span: int = 1
    style: str = ""


def group_headings(table: Table) -> tuple[Heading, ...]:
    """The headings over neighbouring columns; none if no column has one."""
    if not any(column.group for column in table.columns):
        return ()
    grouped = groupby(table.columns, key=lambda column: column.group)
    return tuple(Heading(text, len(tuple(columns))) for text, columns in grouped)


def columns_of_now(table: Table, about: Period | None) -> frozenset[int]:
    """The columns of the period that a report is `about`, else of the latest, where the table shows earlier ones too.

    Where several columns share the period, it is not what tells them apart.
    """
    periods = Counter(column.period for column in table.columns if column.period)
    ends = {period.end for period in periods}
    if len(ends) <= 1:
        return frozenset()
    now = about.end if about and about.end in ends else max(ends)
    return frozenset(
        index
        for index, column in enumerate(table.columns)
        if column.period and column.period.end == now and periods[column.period] == 1
    )


def holds_words(table: Table, column: int, is_words: Callable[[Cell], bool]) -> bool:
    """Whether a column holds something, and nothing but words."""
    holds_something = False
    for row in table.rows:
        cell = row.cells[column]
        if cell.kind is not CellKind.EMPTY:
            holds_something = True
            if not is_words(cell):
                return False
    return holds_something


def styled_rows(table: Table) -> Iterator[tuple[Row, str]]:
    """The rows with their styles; ``lead`` is a total before what it is the total of, which so closes no column."""
    for row, following in zip(table.rows, (*table.rows[1:], None), strict=True):
        is_total = row.style in {RowStyle.SUBTOTAL, RowStyle.TOTAL}
        leads = is_total and following is not None and following.level > row.level
        yield row, "lead" if leads else str(row.style)
