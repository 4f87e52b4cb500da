"""Sections and tables as templates see them: headings, rows, and a figure for each cell.

What a template has no business with is private: a sandbox lets nobody reach it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, starmap
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from xbrlgen.model import Cell, CellKind, Column, Row, RowStyle, Section, Table, TextDisclosure
from xbrlgen.writers.inline.figures import Figure

if TYPE_CHECKING:
    from xbrlgen.writers.inline.subject import Subject

_DEEPEST = 9
"""The deepest indent that the style sheet knows."""


class Heading(NamedTuple):
    """A heading over `span` columns; `style` names classes of the style sheet."""

    text: str
    span: int = 1
    style: str = ""


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of a table; its cells are made each time that they are asked for."""

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
        return min(self._row.level, _DEEPEST)

    @property
    def is_heading(self) -> bool:
        """Whether the row stands over those that follow and has no figures itself."""
        return self._row.style == RowStyle.HEADING and all(cell.kind is CellKind.EMPTY for cell in self._row.cells)

    @property
    def written_cells(self) -> Markup:
        """The elements of the cells, as the bundled template of tables has them."""
        written = starmap(self._subject.figures.cell_markup, self.cells)
        return Markup("".join(written))  # noqa: S704 - made by templates

    @property
    def cells(self) -> Iterator[tuple[Figure, str]]:
        """A figure for each column, and the classes of its cell."""
        for cell, column, heading in zip(self._row.cells, self._table.columns, self.columns, strict=True):
            figure = self._subject.cell(cell, column)
            yield figure, _cell_style(figure, cell, heading)


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
        if not any(column.group for column in self._table.columns):
            return ()
        grouped = groupby(self._table.columns, key=lambda column: column.group)
        return tuple(Heading(text, len(tuple(columns))) for text, columns in grouped)

    @cached_property
    def columns(self) -> tuple[Heading, ...]:
        """The headings of the columns."""
        return tuple(
            Heading(column.heading, 1, self._style(index, column)) for index, column in enumerate(self._table.columns)
        )

    @property
    def bodies(self) -> Iterator[Iterator[RowView]]:
        """The rows, cut before each heading row."""
        columns = self.columns
        cut = 0
        numbered: list[tuple[int, RowView]] = []
        for row, following in zip(self._table.rows, (*self._table.rows[1:], None), strict=True):
            view = RowView(self._subject, self._table, row, _row_style(row, following), columns)
            cut += view.is_heading
            numbered.append((cut, view))
        for _, rows in groupby(numbered, key=lambda pair: pair[0]):
            yield (row for _, row in rows)

    def _style(self, index: int, column: Column) -> str:
        """``now`` for the period that the report is about, ``texts`` for words."""
        styles = {"now": self._subject.is_now(self._table, column), "texts": self._holds_words(index)}
        return " ".join(style for style, holds in styles.items() if holds)

    def _holds_words(self, index: int) -> bool:
        holds_something = False
        for row in self._table.rows:
            cell = row.cells[index]
            if cell.kind is not CellKind.EMPTY:
                holds_something = True
                if not self._subject.is_words(cell):
                    return False
        return holds_something

    def __html__(self) -> str:
        return self._subject.render(self.template, table=self)


@dataclass(frozen=True)
class TextView:
    """A text that reports a fact; printing it writes the text in its tag."""

    _subject: "Subject"
    _text: TextDisclosure
    _section_title: str

    @property
    def id(self) -> str:
        """The name of the text in the report."""
        return self._text.id

    @property
    def label(self) -> str:
        """The words over the text, empty if they repeat the title of the section."""
        return "" if self._text.label == self._section_title else self._text.label

    @property
    def is_block(self) -> bool:
        """Whether the text is made of paragraphs, lists and tables rather than of words."""
        return self._text.is_block

    @property
    def figure(self) -> Figure:
        """The text in its tag."""
        return self._subject.fact_figure(self._text.fact)

    def __html__(self) -> str:
        return self.figure.__html__()


@dataclass(frozen=True)
class SectionView:
    """A section with its tables and texts in order; printing it writes it through its template."""

    _subject: "Subject"
    _section: Section
    anchor: str
    template: str

    @property
    def id(self) -> str:
        """The name of the section in the report."""
        return self._section.id

    @property
    def title(self) -> str:
        """The title."""
        return self._section.title

    @property
    def href(self) -> str:
        """Where the section is, from the file that is being written."""
        return self._subject.href(self._section, self.anchor)

    @property
    def kind(self) -> str:
        """``statement`` or ``disclosure``."""
        return self._section.kind.lower()

    @property
    def parts(self) -> Iterator[TableView | TextView]:
        """Its tables and texts."""
        for part in self._section.content:
            if isinstance(part, Table):
                yield self._subject.table_view(part, self.title)
            else:
                yield TextView(self._subject, part, self.title)

    def __html__(self) -> str:
        return self._subject.render(self.template, section=self)


def _row_style(row: Row, following: Row | None) -> str:
    """The style of a row; ``lead`` is a total that stands before what it is the total of, and so closes no column."""
    is_total = row.style in {RowStyle.SUBTOTAL, RowStyle.TOTAL}
    return "lead" if is_total and following is not None and following.level > row.level else str(row.style)


def _cell_style(figure: Figure, cell: Cell, heading: Heading) -> str:
    """The classes of a cell: what kind of thing stands in it, and those of its column."""
    if cell.kind is CellKind.EMPTY:
        own = ""
    elif not figure.is_number:
        own = "dash" if cell.kind is CellKind.DASH else "words"
    else:
        own = "number closed" if figure.after.endswith(")") else "number"
    computed = "computed" if cell.kind is CellKind.COMPUTED else ""
    return " ".join(each for each in (own, computed, heading.style) if each)
