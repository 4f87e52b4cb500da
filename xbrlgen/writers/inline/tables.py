"""Tables as templates see them: headings, rows, and a figure for each cell.

What a template has no business with is private: a sandbox lets nobody reach it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from xbrlgen.model import Cell, CellKind, Column, Row, RowStyle, Table
from xbrlgen.writers.inline.figures import Figure
from xbrlgen.writers.layout import DEEPEST, Heading, columns_of_now, group_headings, holds_words, styled_rows

if TYPE_CHECKING:
    from xbrlgen.writers.inline.subject import Subject


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of a table; its cells are made each time that they are asked for, and printing it writes them.

    Rows that are headings are for the template of the table to write.
    """

    _subject: "Subject"
    _table: Table
    _row: Row
    style: str
    columns: tuple[Heading, ...]

    @property
    def id(self) -> str:
        """The name of the row in its table."""
        return self._row.id

    @property
    def label(self) -> str:
        """The words before the figures."""
        return self._row.label

    @property
    def level(self) -> int:
        """How far the label is indented, 0 to 9."""
        return min(self._row.level, DEEPEST)

    @property
    def is_heading(self) -> bool:
        """Whether the row stands over those that follow and has no figures itself."""
        return self._row.style == RowStyle.HEADING and all(cell.kind is CellKind.EMPTY for cell in self._row.cells)

    @property
    def cells(self) -> Iterator[tuple[Figure, str]]:
        """A figure for each column, and the classes of its cell."""
        for cell, column, heading in zip(self._row.cells, self._table.columns, self.columns, strict=True):
            figure = self._subject.cell(cell, column)
            yield figure, cell_style(figure, cell, heading.style)

    def __html__(self) -> str:
        written = "".join(map(self._written, self._row.cells, self._table.columns, self.columns))
        return self._subject.figures.markup.row(self.label, self.style, self.level, written)

    def _written(self, cell: Cell, column: Column, heading: Heading) -> str:
        """The element of a cell, in the short way where it is as most are."""
        figures = self._subject.figures
        if plain := figures.plain_cells.cell(cell, column, heading.style):
            return plain
        figure = self._subject.cell(cell, column)
        return figures.markup.cell(figure, cell_style(figure, cell, heading.style))


@dataclass(frozen=True)
class TableView:
    """A table: `title` is empty where its section says it, `accessible_title` never.

    `bodies` are the rows, cut before each heading row; printing the table writes it through its template.
    """

    _subject: "Subject"
    _table: Table
    _section_title: str
    anchor: str
    template: str

    @property
    def id(self) -> str:
        """The name of the table in the report."""
        return self._table.id

    @property
    def title(self) -> str:
        """The title, empty if it repeats that of the section."""
        return "" if self._table.title == self._section_title else self._table.title

    @property
    def accessible_title(self) -> str:
        """The title in any case."""
        return self._table.title or self._section_title

    @cached_property
    def caption(self) -> str:
        """What is printed above the table; where the issuer says nothing, the unit that all of its amounts are in."""
        return self._table.caption or ("" if self.is_list else self._subject.common_unit(self._table))

    @property
    def notes(self) -> tuple[str, ...]:
        """The notes under the table."""
        return self._table.notes

    @property
    def is_list(self) -> bool:
        """Whether it is a list of single values, with neither headings nor a second column."""
        return len(self._table.columns) == 1 and not self._table.columns[0].heading

    @property
    def is_wide(self) -> bool:
        """Whether it wants a page on its side."""
        return len(self._table.columns) > 7  # noqa: PLR2004 - what fits an upright page

    @property
    def groups(self) -> tuple[Heading, ...]:
        """The headings over neighbouring columns; none if no column has one."""
        return group_headings(self._table)

    @cached_property
    def columns(self) -> tuple[Heading, ...]:
        """The headings of the columns: ``now`` for the period that the report is about, ``texts`` for words."""
        now = columns_of_now(self._table, self._subject.report.period)
        return tuple(
            Heading(column.heading, 1, self._style(index, is_now=index in now))
            for index, column in enumerate(self._table.columns)
        )

    @property
    def bodies(self) -> Iterator[Iterator[RowView]]:
        """The rows, cut before each heading row."""
        columns = self.columns
        cut = 0
        numbered: list[tuple[int, RowView]] = []
        for row, style in styled_rows(self._table):
            view = RowView(self._subject, self._table, row, style, columns)
            cut += view.is_heading
            numbered.append((cut, view))
        for _, rows in groupby(numbered, key=lambda pair: pair[0]):
            yield (row for _, row in rows)

    def _style(self, index: int, *, is_now: bool) -> str:
        styles = {"now": is_now, "texts": holds_words(self._table, index, self._subject.is_words)}
        return " ".join(style for style, holds in styles.items() if holds)

    def __html__(self) -> str:
        return self._subject.render(self.template, table=self)


def cell_style(figure: Figure, cell: Cell, column: str) -> str:
    """The classes of a cell: what kind of thing stands in it, and those of its `column`."""
    if cell.kind is CellKind.EMPTY:
        own = ""
    elif not figure.is_number:
        own = "dash" if cell.kind is CellKind.DASH else "words"
    else:
        own = "number closed" if figure.after.endswith(")") else "number"
    computed = "computed" if cell.kind is CellKind.COMPUTED else ""
    return " ".join(each for each in (own, computed, column) if each)
