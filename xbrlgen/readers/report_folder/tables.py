"""Tables: the rows of a CSV file below the columns of report.yaml."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from xbrlgen.model import Cell, Column, QName, Row, RowStyle, Table
from xbrlgen.readers.report_folder import settings
from xbrlgen.readers.report_folder.aspects import Aspects, of_cell, of_column
from xbrlgen.readers.report_folder.cells import Cells
from xbrlgen.readers.report_folder.dots import warn_of_dots
from xbrlgen.readers.report_folder.identifiers import Identifiers, slug
from xbrlgen.readers.report_folder.levels import Level
from xbrlgen.readers.report_folder.placed_text import PlacedText
from xbrlgen.readers.report_folder.plain_numbers import PlainNumbers, Planned
from xbrlgen.readers.report_folder.rows import LEADING, CsvRow, Rows
from xbrlgen.readers.report_folder.scope import Scope
from xbrlgen.readers.report_folder.structure import ColumnEntry, TableEntry

_Found = TypeVar("_Found")


class ReadTable(NamedTuple):
    """A table, and the numeric concepts in it, in order."""

    table: Table
    concepts: tuple[QName, ...]


class _Column(NamedTuple):
    name: PlacedText
    column: Column
    aspects: Aspects


class Tables(NamedTuple):
    """Reads the tables of a report."""

    scope: Scope
    cells: Cells

    def read(self, entry: TableEntry, title: str) -> ReadTable | None:
        """The table with its facts; None, and a finding, if its file gives no rows."""
        base = Aspects(monetary_scale=self.scope.scale, dash=self.scope.dash)
        shared = Level(self.scope).of_table(entry.aspects).over(base)
        columns = self._columns(entry, shared)
        text = self.scope.folder.text(entry.table)
        path = self.scope.folder.display(entry.table)
        found = None if text is None else Rows(self.scope, entry.columns, path).read(text, entry.table.location)
        if found is None:
            return None
        warn_of_dots(self.scope, found)
        identifier = self.scope.ids.new(_stem(entry.table))
        self.scope.locations[identifier] = entry.table.location
        reader = _RowReader(self.scope, self.cells, identifier, columns)
        rows = reader.read(found)
        notes = [*map(str, entry.notes), *(str(row.leading["note"]) for row in found if "note" in row.leading)]
        table = Table(
            identifier,
            str(entry.title or title),
            tuple(each.column for each in columns),
            rows,
            str(entry.caption or ""),
            tuple(notes),
        )
        concepts = [each.aspects.concept.name for each in columns if each.aspects.concept]
        concepts += [row.concept for row in rows if row.concept]
        return ReadTable(table, tuple(each for each in dict.fromkeys(concepts) if self._is_number(each)))

    def _is_number(self, name: QName) -> bool:
        concept = self.scope.names.declared(name)
        return concept is not None and concept.kind.is_numeric and not concept.is_abstract

    def _columns(self, entry: TableEntry, shared: Aspects) -> tuple[_Column, ...]:
        ids = Identifiers()
        found = []
        for name, column in entry.columns.items():
            if name in LEADING:
                message = f"'{name}' names what every table has: a column of values needs another name"
                self.scope.find("XG115", message, name.location)
            aspects = Level(self.scope).of_entry(column, name.location)
            aspects = of_column(shared, aspects)
            found.append(_Column(name, _column(ids.new(name), name, column, aspects), aspects))
        return tuple(found)


def _column(identifier: str, name: PlacedText, entry: ColumnEntry, aspects: Aspects) -> Column:
    is_percent = aspects.unit is not None and aspects.unit.is_percent
    return Column(identifier, str(entry.heading or name), str(entry.group or ""), aspects.period, is_percent)


def _stem(name: str) -> str:
    """What a file is called, made to begin with a letter."""
    stem = name.rpartition(".")[0].removeprefix("tables/")
    return stem if stem[:1].isalpha() else f"table-{stem}"


@dataclass(slots=True)
class _RowReader:
    """Reads the rows of one table."""

    scope: Scope
    cells: Cells
    table: str
    columns: Sequence[_Column]
    plain: PlainNumbers = field(init=False)

    def __post_init__(self) -> None:
        self.plain = PlainNumbers(self.cells, [column.aspects for column in self.columns])

    def read(self, rows: Sequence[CsvRow]) -> tuple[Row, ...]:
        """The rows with their cells and facts."""
        given = self._given_ids(rows)
        ids = Identifiers()
        for identifier in given.values():
            ids.new(identifier)
        return tuple(self._row(row, given.get(number), ids) for number, row in enumerate(rows))

    def _given_ids(self, rows: Sequence[CsvRow]) -> Mapping[int, str]:
        """The ids that rows have of their own, by the number of the row."""
        given: dict[str, tuple[int, PlacedText]] = {}
        for number, row in enumerate(rows):
            if (text := row.leading.get("id")) is None or not self._setting(text, settings.identifier):
                continue
            if (slugged := slug(text)) in given:
                message = f"the id '{text}' is given to two rows"
                self.scope.find("XG116", message, text.location, given[slugged][1].location)
            else:
                given[slugged] = (number, text)
        return {number: identifier for identifier, (number, _) in given.items()}

    def _row(self, row: CsvRow, given: str | None, ids: Identifiers) -> Row:
        leading = row.leading
        aspects = Level(self.scope).of_row(leading, row.location)
        planned = self.plain.planned(aspects)
        self._check_concepts(row, aspects)
        concept = aspects.concept.name if aspects.concept else None
        named = " ".join(filter(None, (concept.local_name if concept else leading["label"], aspects.moment)))
        identifier = given or ids.new(named)
        return Row(
            identifier,
            str(leading["label"]),
            tuple(self._cell(identifier, row, aspects, *each) for each in zip(self.columns, planned, strict=True)),
            concept,
            self._setting(leading.get("style"), settings.style) or RowStyle.LINE,
            self._setting(leading.get("level"), settings.level) or 0,
            bool(aspects.negated),
            str(aspects.moment or ""),
        )

    def _cell(self, row_id: str, row: CsvRow, aspects: Aspects, column: _Column, planned: Planned | None) -> Cell:
        text = row.values.get(column.name)
        identifier = self.scope.ids.unique(f"{self.table}.{row_id}.{column.column.id}")
        if text and planned and (found := self.plain.read(identifier, text, planned)):
            return found
        if text is None:  # a computed column need not be in the file
            text = PlacedText.at("", row.location)
        together = of_cell(column.aspects, aspects)
        return self.cells.read(identifier, text, together)

    def _check_concepts(self, row: CsvRow, aspects: Aspects) -> None:
        """A cell has one concept: that of its row or that of its column."""
        if aspects.concept is None:
            return
        for column in self.columns:
            if column.aspects.concept and row.values.get(column.name):
                message = f"the row says '{row.leading['concept']}', and its column '{column.name}' a concept as well"
                places = filter(None, (aspects.place, column.aspects.place))
                self.scope.find("XG210", message, *places)
                return

    def _setting(self, text: PlacedText | None, read: Callable[[str], _Found]) -> _Found | None:
        try:
            return None if text is None else read(text)
        except ValueError as problem:
            self.scope.find("XG115", str(problem), *((text.location,) if text else ()))
            return None
