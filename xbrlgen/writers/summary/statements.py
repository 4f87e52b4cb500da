"""Sections and tables as the page shows them: headings, rows, cells, and changes between two periods."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from xbrlgen.model import Cell, CellKind, Column, Fact, Row, RowStyle, Section, Table, TextDisclosure
from xbrlgen.writers.summary import figures, prose
from xbrlgen.writers.summary.cells import CellMarkup, cell_view, fact_target, is_percent
from xbrlgen.writers.summary.footnotes import NoteView, Numbers
from xbrlgen.writers.summary.history import comparable
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


class ProseView(NamedTuple):
    """A text disclosure."""

    label: str
    body: Markup
    target: str
    severity: str
    footnotes: tuple[NoteView, ...]


class SectionView(NamedTuple):
    """A section with its anchor, and its tables and texts in order."""

    anchor: str
    title: str
    kind: str
    content: Iterator[TableView | ProseView]


def sections(subject: Subject) -> Iterator[SectionView]:
    """The sections of the report in order; their content, which may be large, is made as it is asked for."""
    number, cells = 0, CellMarkup()
    for position, section in enumerate(subject.report.sections, start=1):
        content = _content(subject, section, cells, number)
        yield SectionView(anchor(section, position), section.title, section.kind, content)
        number += sum(isinstance(part, Table) for part in section.content)


def _content(
    subject: Subject, section: Section, cells: CellMarkup, first_table: int
) -> Iterator[TableView | ProseView]:
    number = first_table
    for part in section.content:
        if isinstance(part, Table):
            yield _table(subject, section, part, cells, number)
            number += 1
        elif part.fact in subject.facts:
            yield _prose(subject, section, part)


def anchor(section: Section, position: int) -> str:
    """The id of a section in the page."""
    return f"section-{section.id if re.fullmatch(r'[A-Za-z0-9_.-]+', section.id) else position}"


def _prose(subject: Subject, section: Section, text: TextDisclosure) -> ProseView:
    fact = subject.facts[text.fact]
    value = str(fact.value or "")
    return ProseView(
        "" if text.label == section.title else text.label,
        prose.fragment(value) if text.is_block else prose.paragraphs(value),
        fact_target(fact.id),
        subject.severity(fact.id, text.id),
        subject.footnotes.texts([fact.id]),
    )


def _table(subject: Subject, section: Section, table: Table, cells: CellMarkup, number: int) -> TableView:
    pair = _pair(subject, table)
    has_rates = any(column.percent for column in table.columns)
    changes = () if not pair else ("Change",) if has_rates else ("Change", "Change in %")
    columns = tuple(_headings(subject, table))
    rows = (
        _row(
            subject,
            row,
            _row_style(row, following),
            zip(row.cells, table.columns, columns, strict=True),
            cells,
        )._replace(changes=_changes(subject, row, table, pair)[: len(changes)] if pair else ())
        for row, following in zip(table.rows, (*table.rows[1:], None), strict=True)
    )
    return TableView(
        number=number,
        title="" if table.title == section.title else table.title,
        caption=table.caption,
        groups=tuple(_groups(table)),
        columns=columns,
        bodies=_bodies(rows),
        changes=changes,
        notes=table.notes,
        footnotes=subject.footnotes.texts(cell.fact for row in table.rows for cell in row.cells),
    )


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


def _row(
    subject: Subject, row: Row, style: str, columns: Iterable[tuple[Cell, Column, Heading]], markup: CellMarkup
) -> RowView:
    """A row without its changes; `columns` are its cells, each with what it stands under."""
    has_text, cells = False, []
    of_row = subject.footnotes.of_row(row)
    for cell, column, heading in columns:
        view = cell_view(subject, cell, column)
        has_text = has_text or bool(view.text)
        if heading.style:
            view = view._replace(style=f"{view.style} {heading.style}".strip())
        if marks := tuple(each for each in subject.footnotes.of_fact(cell.fact) if each not in of_row):
            view = view._replace(marks=marks)
        cells.append(markup(view))
    joined = Markup("".join(cells))  # noqa: S704 - cells escape what is in them
    is_heading = style == RowStyle.HEADING and not has_text
    return RowView(row.label, style, min(row.level, _DEEPEST), joined, marks=of_row, is_heading=is_heading)


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


def _pair(subject: Subject, table: Table) -> tuple[int, int] | None:
    """The earlier and the later of the two columns that compare; None unless there are exactly two."""
    columns = [index for index, column in enumerate(table.columns) if column.period and not column.percent]
    if len(columns) != 2:  # noqa: PLR2004 - a comparison is between two
        return None
    first, second = columns
    if not any(_comparable_facts(subject, row.cells[first], row.cells[second]) for row in table.rows):
        return None
    one, other = table.columns[first].period, table.columns[second].period
    return (second, first) if one and other and one.end > other.end else (first, second)


def _changes(subject: Subject, row: Row, table: Table, pair: tuple[int, int]) -> tuple[str, str]:
    facts = _comparable_facts(subject, row.cells[pair[0]], row.cells[pair[1]])
    if not facts:
        return ("", "")
    old, new = (fact.value for fact in facts)
    cell, column = row.cells[pair[1]], table.columns[pair[1]]
    if isinstance(old, str) or isinstance(new, str) or old is None or new is None:
        return ("", "")
    percent = is_percent(cell, column)
    change = figures.difference(new, old, cell.display, percent=percent)
    return (change, "" if percent else figures.rate(new, old))


def _comparable_facts(subject: Subject, one: Cell, other: Cell) -> tuple[Fact, Fact] | None:
    old, new = subject.facts.get(one.fact or ""), subject.facts.get(other.fact or "")
    if old is None or new is None or not old.is_numeric or not comparable(old.period, new.period):
        return None
    same = (old.concept, old.unit, old.dimensions) == (new.concept, new.unit, new.dimensions)
    return (old, new) if same else None
