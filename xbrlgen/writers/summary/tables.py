"""Tables as the page shows them: headings, rows, cells, and changes between two periods."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from xbrlgen.model import Row, RowStyle, Table
from xbrlgen.writers.layout import DEEPEST, Heading, columns_of_now, group_headings, holds_words, styled_rows
from xbrlgen.writers.summary.cells import CellMarkup, cell_view
from xbrlgen.writers.summary.changes import changes, compared_columns
from xbrlgen.writers.summary.footnotes import NoteView, Numbers
from xbrlgen.writers.summary.subject import Subject


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
            style,
            min(row.level, DEEPEST),
            _cells(subject, row, table, columns, cells),
            changes(subject, row, table, pair)[: len(compared)] if pair else (),
            subject.footnotes.of_row(row),
            is_heading=row.style is RowStyle.HEADING and not _has_text(subject, row, table),
        )
        for row, style in styled_rows(table)
    )
    return TableView(
        number=number,
        title="" if table.title == section_title else table.title,
        caption=table.caption,
        groups=group_headings(table),
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


def _headings(subject: Subject, table: Table) -> Iterator[Heading]:
    """The headings of the columns, with classes of the style sheet."""
    now = columns_of_now(table, subject.report.period)
    for index, column in enumerate(table.columns):
        texts = holds_words(table, index, subject.is_words)
        styles = {"now": index in now, "percent": column.percent, "texts": texts}
        yield Heading(column.heading, 1, " ".join(style for style, holds in styles.items() if holds))


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
