"""Tables as the page shows them: headings, rows, cells, and changes between two periods."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from xbrlgen.model import CellKind, Row, RowStyle, Table
from xbrlgen.writers.summary.cells import CellMarkup, cell_view
from xbrlgen.writers.summary.changes import changes, compared_columns
from xbrlgen.writers.summary.footnotes import NoteView, Numbers
from xbrlgen.writers.summary.subject import Subject

_DEEPEST = 9
"""The deepest indent that the style sheet knows."""


class Heading(NamedTuple):
    """A heading over `span` columns."""

    text: str
    span: int = 1
    style: str = ""


class RowView(NamedTuple):
    """A row with the markup of its cells and, where the table compares two periods, the change and its rate.

    `marks` are the numbers of the footnotes on all its facts. With `is_heading` it stands over those that follow and
    has no figures itself.
    """

    label: str
    style: str
    level: int
    cells: Markup
    changes: tuple[str, ...] = ()
    marks: Numbers = ()
    is_heading: bool = False


class TableView(NamedTuple):
    """A table: at most two rows of headings, bodies that each begin with a heading row, notes and footnotes.

    `changes` are the headings of the columns that compare two periods; empty where no two compare.
    """

    number: int
    title: str
    caption: str
    groups: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    bodies: Iterator[tuple[RowView, ...]]
    changes: tuple[str, ...]
    notes: tuple[str, ...]
    footnotes: tuple[NoteView, ...]


def table_view(subject: Subject, table: Table, section_title: str, cells: CellMarkup, number: int) -> TableView:
    """The table of that number on the page; its rows are made as they are asked for."""
    pair = compared_columns(subject, table)
    has_rates = any(column.percent for column in table.columns)
    compared = () if not pair else ("Change",) if has_rates else ("Change", "Change in %")
    columns = tuple(_headings(subject, table))
    rows = (
        RowView(
            row.label,
            _row_style(row, following),
            min(row.level, _DEEPEST),
            _cells(subject, row, table, columns, cells),
            changes(subject, row, table, pair)[: len(compared)] if pair else (),
            subject.footnotes.of_row(row),
            is_heading=row.style is RowStyle.HEADING and not _has_text(subject, row, table),
        )
        for row, following in zip(table.rows, (*table.rows[1:], None), strict=True)
    )
    return TableView(
        number=number,
        title="" if table.title == section_title else table.title,
        caption=table.caption,
        groups=tuple(_groups(table)),
        columns=columns,
        bodies=_bodies(rows),
        changes=compared,
        notes=table.notes,
        footnotes=subject.footnotes.texts(cell.fact for row in table.rows for cell in row.cells),
    )


def _cells(subject: Subject, row: Row, table: Table, headings: Sequence[Heading], markup: CellMarkup) -> Markup:
    """The elements of the cells of a row."""
    of_row = subject.footnotes.of_row(row)
    cells = (
        markup(cell, column, heading.style, of_row)
        for cell, column, heading in zip(row.cells, table.columns, headings, strict=True)
    )
    return Markup("".join(cells))  # noqa: S704 - cells escape what is in them


def _has_text(subject: Subject, row: Row, table: Table) -> bool:
    return any(cell_view(subject, *each).text for each in zip(row.cells, table.columns, strict=True))


def _row_style(row: Row, following: Row | None) -> str:
    """The style of a row; ``lead`` is a total that stands before what it is the total of, and so closes no column."""
    is_total = row.style in {RowStyle.SUBTOTAL, RowStyle.TOTAL}
    return "lead" if is_total and following is not None and following.level > row.level else row.style


def _groups(table: Table) -> Iterator[Heading]:
    """The headings over neighbouring columns; empty if the table has none."""
    if any(column.group for column in table.columns):
        for text, columns in groupby(table.columns, key=lambda column: column.group):
            yield Heading(text, len(tuple(columns)))


def _headings(subject: Subject, table: Table) -> Iterator[Heading]:
    """The headings of the columns, ``now`` over those of the latest period where the table shows earlier ones too."""
    ends = {each.period.end for each in table.columns if each.period}
    about = subject.report.period
    latest = about.end if about and about.end in ends else max(ends, default=None)
    periods = Counter(column.period for column in table.columns)
    for index, column in enumerate(table.columns):
        # where several columns share the period, it is not what tells them apart
        is_now = len(ends) > 1 and column.period is not None and column.period.end == latest
        is_now = is_now and periods[column.period] == 1
        styles = {"now": is_now, "percent": column.percent, "texts": _holds_words(subject, table, index)}
        yield Heading(column.heading, 1, " ".join(style for style, holds in styles.items() if holds))


def _holds_words(subject: Subject, table: Table, column: int) -> bool:
    """Whether a column holds words and no numbers."""
    holds_something = False
    for row in table.rows:
        cell = row.cells[column]
        if cell.kind is not CellKind.EMPTY:
            holds_something = True
            fact = subject.facts.get(cell.fact or "")
            if not (isinstance(fact.value, str) if fact else cell.kind is CellKind.TEXT):
                return False
    return holds_something


def _bodies(rows: Iterator[RowView]) -> Iterator[tuple[RowView, ...]]:
    """The rows, cut before each heading."""
    body: list[RowView] = []
    for row in rows:
        if row.is_heading and body:
            yield tuple(body)
            body = []
        body.append(row)
    if body:
        yield tuple(body)
