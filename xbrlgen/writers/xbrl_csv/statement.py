"""A table of the report as one of CSV, for people too: its labels, its rows and columns, its figures."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

from xbrlgen.model import CellKind, Column, Row, Table, ValueKind
from xbrlgen.target import TargetFact
from xbrlgen.writers.xbrl_csv.cells import CONCEPT, DECIMALS, LANGUAGE, UNIT, Cells
from xbrlgen.writers.xbrl_csv.table import Names, WrittenTable

_ID, _LABEL = "id", "label"
_TEXTS = frozenset({ValueKind.STRING, ValueKind.TEXT_BLOCK})

_Place = tuple[int, int]


class _Layout(NamedTuple):
    """Where each aspect is said: for the whole table, by column, by row, or beside each cell."""

    table: Mapping[str, str]
    columns: Mapping[int, Mapping[str, str]]
    rows: Mapping[str, Mapping[int, str]]
    cells: tuple[str, ...]
    has_suffixes: bool
    """Whether each number says its own decimals."""


def statement_table(
    name: str, table: Table, fact_of: Callable[[str], TargetFact | None], cells: Cells
) -> WrittenTable | None:
    """A table with the facts that its cells show, by `fact_of` from their ids; None where it shows none.

    What is the same all over is said once, above the figures; what goes by rows has a column of its own.
    """
    grid = {
        (row, column): target
        for row, line in enumerate(table.rows)
        for column, shown in enumerate(line.cells)
        if shown.kind is CellKind.FACT and shown.fact and (target := fact_of(shown.fact)) is not None
    }
    return _Statement(name, table, grid, cells).written() if grid else None


class _Statement:
    """One table on its way into CSV."""

    def __init__(self, name: str, table: Table, grid: Mapping[_Place, TargetFact], cells: Cells) -> None:
        self._name = name
        self._table = table
        self._grid = grid
        self._cells = cells
        self._aspects = {place: cells.aspects(target) for place, target in grid.items()}
        self._layout = layout = _laid_out(grid, self._aspects, cells)
        names = Names(_ID, _LABEL)
        self._headings = {key: names.give(_named(key)) for key in layout.rows}
        shown = [index for index, _ in enumerate(table.columns) if index in layout.columns or self._is_printed(index)]
        self._columns = {index: names.give(_heading(table.columns[index])) for index in shown}
        self._beside = {
            (index, key): names.give(f"{self._columns[index]}_{_named(key)}")
            for index in layout.columns
            for key in layout.cells
        }
        rows = Names()
        self._row_ids = [rows.give(row.id) for row in table.rows]

    def written(self) -> WrittenTable:
        """The table with its template."""
        fact_ids = {
            f"{self._name}.r_{self._row_ids[row]}.{self._columns[column]}": target.id
            for (row, column), target in self._grid.items()
        }
        header = [_ID, _LABEL, *self._headings.values()]
        for index, heading in self._columns.items():
            header += [*self._headings_beside(index).values(), heading]
        beside = {index: tuple(self._headings_beside(index)) for index in self._columns}
        rows = [self._row(number, row, beside) for number, row in enumerate(self._table.rows)]
        return WrittenTable(self._name, self._template(), header, rows, fact_ids)

    def _is_printed(self, index: int) -> bool:
        return any(index < len(row.cells) and row.cells[index].printed for row in self._table.rows)

    def _headings_beside(self, index: int) -> Mapping[str, str]:
        return {key: self._beside[index, key] for key in self._layout.cells if (index, key) in self._beside}

    def _template(self) -> Mapping[str, object]:
        layout = self._layout
        columns: dict[str, object] = {_ID: {}, _LABEL: {"comment": True}}
        columns |= {heading: {} for heading in self._headings.values()}
        for index, heading in self._columns.items():
            beside = self._headings_beside(index)
            columns |= {each: {} for each in beside.values()}
            if index in layout.columns:
                columns[heading] = _properties(layout.columns[index], beside)
            else:
                columns[heading] = {"comment": True}
        return {"columns": columns, **_properties(layout.table, self._headings), "rowIdColumn": _ID}

    def _row(self, number: int, row: Row, beside: Mapping[int, tuple[str, ...]]) -> list[str]:
        written = [self._row_ids[number], "  " * row.level + row.label]
        written += (self._layout.rows[key].get(number, "") for key in self._headings)
        for index in self._columns:
            place = (number, index)
            written += (self._said(place, key) for key in beside[index])
            if place in self._grid:
                written.append(self._value(place))
            elif index in self._layout.columns or index >= len(row.cells):
                written.append("")
            else:
                written.append(row.cells[index].printed)
        return written

    def _said(self, place: _Place, key: str) -> str:
        if place not in self._grid:
            return ""
        return self._cells.concept(self._grid[place]) if key == CONCEPT else self._aspects[place].get(key, "")

    def _value(self, place: _Place) -> str:
        target = self._grid[place]
        text = self._cells.value(target)
        if self._layout.has_suffixes and target.fact.is_numeric and not target.fact.is_nil:
            return f"{text}d{self._aspects[place].get(DECIMALS, 'INF')}"
        return text


def _laid_out(grid: Mapping[_Place, TargetFact], aspects: Mapping[_Place, Mapping[str, str]], cells: Cells) -> _Layout:
    above: dict[str, str] = {}
    columns: dict[int, dict[str, str]] = {column: {} for _, column in grid}
    rows: dict[str, dict[int, str]] = {}
    beside: list[str] = []
    alike = {id(said): said for said in aspects.values()}.values()  # most facts share what is said of them
    for key in dict.fromkeys((CONCEPT, *(key for said in alike for key in said))):
        everywhere = {said.get(key, "") for said in alike} if key != CONCEPT else {""}
        if len(everywhere) == 1 and everywhere != {""}:
            above[key] = everywhere.pop()
            continue
        said = list(_texts(key, grid, aspects, cells))
        if len({text for _, text in said}) == 1:
            above[key] = said[0][1]
            continue
        by_row, by_column = ({(place[axis], text) for place, text in said} for axis in (0, 1))
        goes_by_row, goes_by_column = (_is_function(pairs) for pairs in (by_row, by_column))
        if goes_by_column and not (goes_by_row and key == CONCEPT):
            for column, text in by_column:
                columns[column] |= {key: text} if text else {}
        elif goes_by_row:
            rows[key] = {place[0]: text for place, text in said}
        else:
            beside.append(key)
    has_suffixes = DECIMALS in beside
    return _Layout(above, columns, rows, tuple(key for key in beside if key != DECIMALS), has_suffixes)


def _texts(
    key: str, grid: Mapping[_Place, TargetFact], aspects: Mapping[_Place, Mapping[str, str]], cells: Cells
) -> Iterator[tuple[_Place, str]]:
    """What is said of an aspect in each cell to which it means something."""
    for place, target in grid.items():
        if key == CONCEPT:
            yield place, cells.concept(target)
        elif key in aspects[place]:
            yield place, aspects[place][key]
        elif not _is_silent(target, key):
            yield place, ""


def _is_silent(target: TargetFact, key: str) -> bool:
    """Whether an aspect means nothing to a fact, whatever is said of it (xBRL-CSV 1.0, section 5)."""
    if key == LANGUAGE:
        return target.fact.is_numeric or (target.item_type is not None and target.item_type.kind not in _TEXTS)
    return key in {UNIT, DECIMALS} and not target.fact.is_numeric


def _is_function(said: Collection[tuple[int, str]]) -> bool:
    """Whether a row or column alone tells what is said in it."""
    return len(said) == len({index for index, _ in said})


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
