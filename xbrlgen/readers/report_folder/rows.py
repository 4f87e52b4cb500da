"""The rows of a table: which cell of a record is what."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from xbrlgen.findings import Location
from xbrlgen.readers.report_folder.csv_cells import Record, read_records
from xbrlgen.readers.report_folder.placed_text import PlacedText
from xbrlgen.readers.report_folder.scope import Scope
from xbrlgen.readers.report_folder.structure import ColumnEntry
from xbrlgen.readers.report_folder.suggestions import did_you_mean, nearest

LEADING = (
    *("label", "concept", "id", "style", "level", "period", "dimensions", "unit"),
    *("scale", "decimals", "negated", "dash", "computed", "note", "footnotes"),
)
"""The names of columns that say what a row is; all others hold values."""

MOST_RAGGED = 50
"""Ragged rows of one table that are named singly; so many have one cause."""

_SEPARATORS = ((";", "semicolons"), ("\t", "tabs"), ("|", "bars"))


class CsvRow(NamedTuple):
    """A row: what it says of itself (empty cells left out), and its values by the names of their columns."""

    leading: Mapping[str, PlacedText]
    values: Mapping[str, PlacedText]
    location: Location


class Rows(NamedTuple):
    """Reads the rows of one CSV file."""

    scope: Scope
    columns: Mapping[PlacedText, ColumnEntry]
    path: str

    def read(self, text: str, asked_at: Location) -> tuple[CsvRow, ...] | None:
        """The rows below the heading; None, and a finding, where the heading does not let one read on."""
        records = read_records(text, self.path, self.scope.findings)
        if not records:
            if text.strip():
                return None
            self.scope.find("XG137", f"the table '{self.path}' is empty", Location(self.path, 1, 1), asked_at)
            return None
        names = self._names(records[0])
        if names is None:
            return None
        if len(records) == 1:
            self.scope.find("XG137", f"the table '{self.path}' has no rows", records[0].location)
        sound = [record for record in records[1:] if len(record.cells) == len(names)]
        self._report_ragged([record for record in records[1:] if len(record.cells) != len(names)], len(names))
        return tuple(row for record in sound if (row := self._row(names, record)) is not None)

    def _names(self, heading: Record) -> Sequence[str] | None:
        """What each cell of a row is, by the first line; an empty name for one that is not understood."""
        if len(heading.cells) == 1 and len(self.columns) > 0:
            for separator, name in _SEPARATORS:
                if separator in heading.cells[0]:
                    message = f"the cells are separated by {name}, not by commas"
                    self.scope.find("XG132", message, heading.cells[0].location)
                    return None
        names: dict[str, PlacedText] = {}
        meant: list[str] = []
        for cell in heading.cells:
            name = self._name(cell.stripped(), heading)
            if name in names:
                message = f"the column '{name}' stands here twice"
                self.scope.find("XG134", message, cell.location, names[name].location)
                name = ""
            elif name:
                names[name] = cell
            meant.append(name)
        self._check_complete(names, heading)
        return None if "label" not in names else meant

    def _name(self, cell: PlacedText, heading: Record) -> str:
        if cell in LEADING or cell in self.columns:
            return str(cell)
        absent = [name for name in (*LEADING, *self.columns) if name not in heading.cells]
        suggestion, _ = nearest(cell, absent)
        if cell not in self.scope.names.broken:
            hint = did_you_mean(suggestion) or "declare it under `columns` of the table in report.yaml"
            message = f"the column '{cell}' is neither declared nor one that every table has"
            self.scope.find("XG135", message if cell else "a column has no name", cell.location, hint=hint)
        return suggestion

    def _check_complete(self, names: Mapping[str, PlacedText], heading: Record) -> None:
        if "label" not in names:
            self.scope.find("XG136", "the table has no column 'label'", heading.location)
        for name, column in self.columns.items():
            if name not in names and column.computed is None:
                message = f"the column '{name}' is declared, but the table does not have it"
                self.scope.find("XG136", message, heading.location, name.location)

    def _report_ragged(self, records: Sequence[Record], width: int) -> None:
        for record in records[:MOST_RAGGED]:
            is_long = len(record.cells) > width
            place = record.cells[width].location if is_long else record.location
            hint = 'figures with commas stand in quotes: "42,587"' if is_long else ""
            message = f"the row has {len(record.cells)} cells, and the heading {width}"
            self.scope.find("XG133", message, place, hint=hint)
        if more := records[MOST_RAGGED:]:
            message = f"{len(more):,} more rows have more or fewer cells than the heading"
            self.scope.find("XG133", message, more[0].location)

    def _row(self, names: Sequence[str], record: Record) -> CsvRow | None:
        leading: dict[str, PlacedText] = {}
        values: dict[str, PlacedText] = {}
        for name, cell in zip(names, record.cells, strict=True):
            if name not in LEADING:
                values[name] = cell
            elif cell.strip():
                leading[name] = cell.stripped()
        if "label" not in leading:
            label = record.cells[list(names).index("label")]
            self.scope.find("XG138", "the row has no label", label.location)
            return None
        return CsvRow(leading, values, record.location)
