"""The long table: one fact a row, one aspect a column. And the table of footnotes."""

from collections.abc import Callable, Iterator, Sequence

from xbrlgen.target import TargetDocument, TargetFact
from xbrlgen.writers.fragments import as_fragment
from xbrlgen.writers.xbrl_csv.cells import CONCEPT, DECIMALS, ENTITY, LANGUAGE, PERIOD, UNIT, Cells, cell, decimals
from xbrlgen.writers.xbrl_csv.table import Names, WrittenTable

_ID, _VALUE, _NOTE = "id", "value", "note"


def long_table(name: str, facts: Sequence[TargetFact], cells: Cells) -> WrittenTable:
    """All `facts`, in their order; an aspect that none has gets no column, and one entity for all goes above them."""
    contexts = [cells.context(target) for target in facts]
    entities = {context.get(ENTITY, "") for context in contexts}
    entity = entities.pop() if len(entities) == 1 else ""
    shared = {ENTITY: entity} if entity else {}
    columns: dict[str, Callable[[TargetFact], str]] = {
        CONCEPT: cells.concept,
        **{key: _of_context(key, cells) for key in (ENTITY, PERIOD, *cells.axes)},
        UNIT: cells.unit,
        DECIMALS: decimals,
        LANGUAGE: lambda target: target.fact.language or "",
    }
    used = {key for context in contexts for key in context} | {CONCEPT}
    used |= {key for key in (UNIT, DECIMALS, LANGUAGE) if any(columns[key](target) for target in facts)}
    kept = {key: write for key, write in columns.items() if key in used - shared.keys()}
    names = Names(_ID, _VALUE)
    headings = {key: names.give(key.replace(":", "_")) for key in kept}
    dimensions = {key: f"${heading}" for key, heading in headings.items() if key != DECIMALS}
    value: dict[str, object] = {"dimensions": {**shared, **dimensions}}
    if DECIMALS in headings:
        value[DECIMALS] = f"${headings[DECIMALS]}"
    plain: dict[str, object] = {heading: {} for heading in (_ID, *headings.values())}
    template = {"columns": {**plain, _VALUE: value}, "rowIdColumn": _ID}
    rows = Names()
    row_ids = {target.id: rows.give(target.id) for target in facts}
    return WrittenTable(
        name,
        template,
        (_ID, *headings.values(), _VALUE),
        _Rows(facts, lambda target: [row_ids[target.id], *(write(target) for write in kept.values())], cells),
        tuple(row_ids),
        (f"{name}.r_{row}.{_VALUE}" for row in row_ids.values()),
    )


def _of_context(key: str, cells: Cells) -> Callable[[TargetFact], str]:
    return lambda target: cells.context(target).get(key, "")


class _Rows:
    """A row for each fact, made when it is written."""

    def __init__(self, facts: Sequence[TargetFact], write: Callable[[TargetFact], list[str]], cells: Cells) -> None:
        self._facts = facts
        self._write = write
        self._cells = cells

    def __iter__(self) -> Iterator[list[str]]:
        for target in self._facts:
            yield [*self._write(target), self._cells.value(target)]


def footnote_table(name: str, document: TargetDocument) -> WrittenTable:
    """The text footnotes, which are facts of their own (OIM 1.0 section 3.5.1.1)."""
    dimensions = {CONCEPT: "xbrl:note", LANGUAGE: f"${LANGUAGE}"}
    template = {"columns": {_ID: {}, LANGUAGE: {}, _NOTE: {"dimensions": dimensions}}, "rowIdColumn": _ID}
    names = Names()
    row_ids = {each.id: names.give(each.id) for each in document.footnotes}
    rows = [
        (row_ids[each.id], each.footnote.language.lower(), cell(as_fragment(each.footnote.content)))
        for each in document.footnotes
    ]
    fact_ids = (f"{name}.r_{row}.{_NOTE}" for row in row_ids.values())
    return WrittenTable(name, template, (_ID, LANGUAGE, _NOTE), rows, tuple(row_ids), fact_ids)
