"""Where the aspects of the facts in a table are said: once for all, by column, by row, or beside each figure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from xbrlgen.model import ValueKind
from xbrlgen.target import TargetFact
from xbrlgen.writers.xbrl_csv.cells import CONCEPT, DECIMALS, LANGUAGE, UNIT

_TEXTS = frozenset({ValueKind.STRING, ValueKind.TEXT_BLOCK})


class Shown(NamedTuple):
    """A fact in a cell, with all that is said of it but its concept."""

    target: TargetFact
    said: Mapping[str, str]


Grid = Sequence[Sequence[Shown | None]]
"""The facts of a table by row and column."""


class Layout(NamedTuple):
    """Where each aspect is said: for the whole table, by column, by row, or beside each cell."""

    table: Mapping[str, str]
    columns: Mapping[int, Mapping[str, str]]
    rows: Mapping[str, Mapping[int, str]]
    cells: tuple[str, ...]
    has_suffixes: bool
    """Whether each number says its own decimals."""


def laid_out(grid: Grid, concept: Callable[[TargetFact], str]) -> Layout:
    """Where to say what facts have in common; `concept` gives the name of that of a fact."""
    above: dict[str, str] = {}
    columns: dict[int, dict[str, str]] = {
        column: {} for row in grid for column, shown in enumerate(row) if shown is not None
    }
    rows: dict[str, Mapping[int, str]] = {}
    beside: list[str] = []
    # most facts share what is said of them
    alike = {id(shown.said): shown.said for row in grid for shown in row if shown is not None}.values()
    for key in dict.fromkeys((CONCEPT, *(key for said in alike for key in said))):
        everywhere = {said.get(key, "") for said in alike} if key != CONCEPT else {""}
        if len(everywhere) == 1 and everywhere != {""}:
            above[key] = everywhere.pop()
            continue
        by_row, by_column = _by_row_and_column(_texts(key, grid, concept))
        if by_row and len(set(by_row.values())) == 1:
            above[key] = next(iter(by_row.values()))
        elif by_column is not None and not (by_row is not None and key == CONCEPT):
            for column, text in by_column.items():
                columns[column] |= {key: text} if text else {}
        elif by_row is not None:
            rows[key] = by_row
        else:
            beside.append(key)
    return Layout(above, columns, rows, tuple(key for key in beside if key != DECIMALS), DECIMALS in beside)


_ByIndex = dict[int, str] | None


def _by_row_and_column(texts: Iterator[tuple[int, int, str]]) -> tuple[_ByIndex, _ByIndex]:
    """What is said in each row, and in each column; None where it is not the same all along."""
    by_row: _ByIndex = {}
    by_column: _ByIndex = {}
    for row, column, text in texts:
        if by_row is not None and by_row.setdefault(row, text) != text:
            by_row = None
        if by_column is not None and by_column.setdefault(column, text) != text:
            by_column = None
        if by_row is None and by_column is None:
            break
    return by_row, by_column


def _texts(key: str, grid: Grid, concept: Callable[[TargetFact], str]) -> Iterator[tuple[int, int, str]]:
    """What is said of an aspect in each cell to which it means something, by row and column."""
    for row, cells in enumerate(grid):
        for column, shown in enumerate(cells):
            if shown is None:
                continue
            target, said = shown
            if key == CONCEPT:
                yield row, column, concept(target)
            elif key in said:
                yield row, column, said[key]
            elif not _is_silent(target, key):
                yield row, column, ""


def _is_silent(target: TargetFact, key: str) -> bool:
    """Whether an aspect means nothing to a fact, whatever is said of it (xBRL-CSV 1.0, section 5)."""
    if key == LANGUAGE:
        return target.fact.is_numeric or (target.item_type is not None and target.item_type.kind not in _TEXTS)
    return key in {UNIT, DECIMALS} and not target.fact.is_numeric
