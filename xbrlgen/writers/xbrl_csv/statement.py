"""A table of the report as one of CSV, for people too: its labels, its rows and columns, its figures."""

from collections.abc import Iterator, Mapping

from xbrlgen.model import Cell, CellKind, Column, Table
from xbrlgen.target import TargetFact
from xbrlgen.writers.xbrl_csv.cells import CONCEPT, DECIMALS, Cells
from xbrlgen.writers.xbrl_csv.layout import Grid, Shown, laid_out
from xbrlgen.writers.xbrl_csv.table import Names, WrittenTable

_ID, _LABEL = "id", "label"


def statement_table(name: str, table: Table, facts: Mapping[str, TargetFact], cells: Cells) -> WrittenTable | None:
    """A table with those of the `facts`, by their ids in the report, that its cells show; None where it shows none.

    What is the same all over is said once, above the figures; what goes by rows has a column of its own.
    """

    def shown(cell: Cell) -> Shown | None:
        target = facts.get(cell.fact) if cell.fact and cell.kind is CellKind.FACT else None
        return None if target is None else Shown(target, cells.aspects(target))

    grid = [list(map(shown, row.cells)) for row in table.rows]
    return _Statement(name, table, grid, cells).written() if any(map(any, grid)) else None


class _Statement:
    """One table on its way into CSV."""

    def __init__(self, name: str, table: Table, grid: Grid, cells: Cells) -> None:
        self._name = name
        self._table = table
        self._grid = grid
        self._cells = cells
        self._layout = layout = laid_out(grid, cells.concept)
        names = Names(_ID, _LABEL)
        self._headings = {key: names.give(_named(key)) for key in layout.rows}
        reported = layout.columns
        shown = [index for index, _ in enumerate(table.columns) if index in reported or self._is_printed(index)]
        self._columns = {index: names.give(_heading(table.columns[index])) for index in shown}
        self._beside: Mapping[int, Mapping[str, str]] = {index: {} for index in shown} | {
            index: {key: names.give(f"{self._columns[index]}_{_named(key)}") for key in layout.cells}
            for index in reported
        }
        rows = Names()
        self._row_ids = [rows.give(row.id) for row in table.rows]

    def written(self) -> WrittenTable:
        """The table with its template; its rows are made as they are written."""
        header = [_ID, _LABEL, *self._headings.values()]
        for index, heading in self._columns.items():
            header += [*self._beside[index].values(), heading]
        facts = [shown.target.id for row in self._grid for shown in row if shown is not None]
        return WrittenTable(self._name, self._template(), header, self._rows(), facts, self._fact_ids())

    def _fact_ids(self) -> Iterator[str]:
        for name, row in zip(self._row_ids, self._grid, strict=True):
            for column, shown in enumerate(row):
                if shown is not None:
                    yield f"{self._name}.r_{name}.{self._columns[column]}"

    def _is_printed(self, index: int) -> bool:
        return any(row.cells[index].printed for row in self._table.rows)

    def _template(self) -> Mapping[str, object]:
        layout = self._layout
        columns: dict[str, object] = {_ID: {}, _LABEL: {"comment": True}}
        columns |= {heading: {} for heading in self._headings.values()}
        for index, heading in self._columns.items():
            beside = self._beside[index]
            columns |= {each: {} for each in beside.values()}
            if index in layout.columns:
                columns[heading] = _properties(layout.columns[index], beside)
            else:
                columns[heading] = {"comment": True}
        return {"columns": columns, **_properties(layout.table, self._headings), "rowIdColumn": _ID}

    def _rows(self) -> Iterator[list[str]]:
        columns = [(index, tuple(self._beside[index]), index in self._layout.columns) for index in self._columns]
        for number, (row, shown) in enumerate(zip(self._table.rows, self._grid, strict=True)):
            written = [self._row_ids[number], "  " * row.level + row.label]
            written += (self._layout.rows[key].get(number, "") for key in self._headings)
            for index, beside, is_reported in columns:
                fact = shown[index]
                written += (self._said(fact, key) for key in beside)
                written.append(self._value(fact) if fact else "" if is_reported else row.cells[index].printed)
            yield written

    def _said(self, shown: Shown | None, key: str) -> str:
        if shown is None:
            return ""
        return self._cells.concept(shown.target) if key == CONCEPT else shown.said.get(key, "")

    def _value(self, shown: Shown) -> str:
        target, said = shown
        text = self._cells.value(target)
        if self._layout.has_suffixes and target.fact.is_numeric and not target.fact.is_nil:
            return f"{text}d{said.get(DECIMALS, 'INF')}"
        return text


def _properties(said: Mapping[str, str], references: Mapping[str, str]) -> dict[str, object]:
    """Dimensions and decimals that are said here, or elsewhere under a heading."""
    dimensions = {key: _given(text) for key, text in said.items() if key != DECIMALS}
    dimensions |= {key: f"${heading}" for key, heading in references.items() if key != DECIMALS}
    found: dict[str, object] = {"dimensions": dict(sorted(dimensions.items()))}
    if DECIMALS in said:
        found[DECIMALS] = int(said[DECIMALS])
    elif DECIMALS in references:
        found[DECIMALS] = f"${references[DECIMALS]}"
    return found


def _given(text: str) -> str:
    """A text of a cell as metadata have it, where a dollar begins a reference."""
    return f"${text}" if text.startswith("$") else text


def _named(key: str) -> str:
    return key.replace(":", "_")


def _heading(column: Column) -> str:
    return "_".join(each for each in (column.group, column.heading) if each) or str(column.period or "")
