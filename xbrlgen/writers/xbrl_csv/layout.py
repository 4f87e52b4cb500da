"""Where the aspects of the facts in a table are said: once for all, by column, by row, or beside each figure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
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

    def concept_of(shown: Shown) -> str:
        return concept(shown.target)

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
        say = concept_of if key == CONCEPT else partial(_said, key)
        by_row, by_column = _along(grid, say), _along(zip(*grid, strict=True), say)
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


def _along(lines: Iterable[Sequence[Shown | None]], say: Callable[[Shown], str | None]) -> dict[int, str] | None:
    """What is said all along each line, by its number; None where a line says several things."""
    found: dict[int, str] = {}
    for number, line in enumerate(lines):
        texts = {text for shown in line if shown is not None and (text := say(shown)) is not None}
        if len(texts) > 1:
            return None
        if texts:
            found[number] = texts.pop()
    return found


def _said(key: str, shown: Shown) -> str | None:
    """What is said of an aspect of a fact; None where it means nothing to the fact."""
    text = shown.said.get(key)
    return text if text is not None or _is_silent(shown.target, key) else ""


def _is_silent(target: TargetFact, key: str) -> bool:
    """Whether an aspect means nothing to a fact, whatever is said of it (xBRL-CSV 1.0, section 5)."""
    if key == LANGUAGE:
        return target.fact.is_numeric or (target.item_type is not None and target.item_type.kind not in _TEXTS)
    return key in {UNIT, DECIMALS} and not target.fact.is_numeric
