"""Rows as nearly all are: sound, and without special values for facts. What many of them say alike is read once."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from operator import itemgetter
from sys import intern
from typing import NamedTuple

from xbrlgen.model import Dimension, Entity, Fact, Period, QName, Unit
from xbrlgen.readers.canonical import UnreadableError, has_language
from xbrlgen.readers.oim.aspects import AspectError
from xbrlgen.readers.oim.values import NOTE
from xbrlgen.readers.xbrl_csv.columns import Columns, Plan
from xbrlgen.readers.xbrl_csv.facts import CellError, Facts, Row
from xbrlgen.readers.xbrl_csv.given import Special
from xbrlgen.readers.xbrl_csv.header import Header
from xbrlgen.readers.xbrl_csv.templates import Column, ColumnKind

_MOST = 20_000
"""Situations that are kept: where few rows have the same, these must not cost more than the facts do."""
_Cells = tuple[str, ...]
_EMPTY = frozenset({""})
_IDLE = frozenset({"", Special.NONE.value})
"""What a cell may hold though no fact uses it."""


class _Aspects(NamedTuple):
    """What facts in the same situation have in common if their plans and types are alike."""

    entity: Entity
    period: Period | None
    unit: Unit | None
    decimals: int | None
    language: str | None
    dimensions: tuple[Dimension, ...]
    used: int
    """The columns that they use, as bits."""


class _Situation(NamedTuple):
    """What rows have in common that have the same cells in all columns but those of facts, concepts and groups."""

    needed: int
    """The columns that their facts have to use, as bits."""
    aspects: dict[int, _Aspects]
    """By what facts are like, as a number."""


class _Reported(NamedTuple):
    """A concept of facts with the same plan; `like` is a number for all that make the same of a situation."""

    name: QName
    value: Callable[[str], Decimal | str]
    """Raises UnreadableError for a text that is no value."""
    like: int


class _Planned(NamedTuple):
    """Facts with the same plan: all of one `concept`, or of that which a `cell` names (-1: none does)."""

    plan: Plan
    concept: str
    cell: int
    used: int
    """The columns that they use whatever their types, as bits."""
    reported: dict[str, _Reported]


class _FactColumn(NamedTuple):
    """A column of facts: where it stands, where property groups for it are named (-1: nowhere), and plans by these."""

    cell: int
    column: Column
    sources: list[int]
    plans: dict[_Cells, _Planned]


class UsualRows:
    """What makes facts of rows that are as usual, and leaves all others to those who read with care."""

    def __init__(self, table: str, header: Header, columns: Columns, reader: Facts, row_id: int) -> None:
        self._table, self._columns, self._reader = table, columns, reader
        groups = {header.columns[index].name: index for index in header.of_kind(ColumnKind.GROUPS)}
        self._groups = {name: header.columns[index].groups for name, index in groups.items()}
        of_facts = frozenset(header.of_kind(ColumnKind.FACTS))
        self._facts = [
            _FactColumn(
                index, header.columns[index], [groups.get(name, -1) for name in header.columns[index].sources], {}
            )
            for index in header.of_kind(ColumnKind.FACTS)
        ]
        concepts, others = columns.references()
        self._apart = sorted({*concepts, *groups.values()} - others - {row_id})
        mapped = {*header.of_kind(ColumnKind.PLAIN), *groups.values()}
        self._shared = sorted(({*mapped, *header.nameless} - {*self._apart, row_id}) | others)
        self._needs = [
            (0 if index in of_facts else 1 << index, _IDLE if index in mapped else _EMPTY) for index in self._shared
        ]
        self._shared_cells = _picker(self._shared)
        self._used = 0 if row_id < 0 else 1 << row_id
        self._situations: dict[_Cells, _Situation] = {}
        self._like: dict[tuple[object, ...], int] = {}

    def facts(self, name: str, cells: list[str], number: int) -> list[tuple[int, Fact]] | None:
        """The facts of a row that is called `name`, each with the index of its cell; None for an unusual row."""
        shared = self._shared_cells(cells)
        situation = self._situations.get(shared) or self._situation(shared)
        found: list[tuple[int, Fact]] = []
        used = self._used
        for index, column, sources, plans in self._facts:
            text = cells[index]
            if not text:
                continue
            groups = tuple([cells[source] if source >= 0 else "" for source in sources]) if sources else ()
            planned = plans.get(groups) or self._plan(column, groups, plans)
            if planned is None or text[0] == "#":
                return None
            concept = planned.concept if planned.cell < 0 else cells[planned.cell]
            reported = planned.reported.get(concept) or self._report(planned, concept)
            if reported is None:
                return None
            try:
                value = reported.value(text)
            except UnreadableError:
                return None
            fact_id = f"{self._table}.r_{name}.{column.name}"
            aspects = situation.aspects.get(reported.like)
            if aspects is None:
                aspects = self._aspects(fact_id, text, planned.plan, Row(cells, number))
                if aspects is None:
                    return None
                situation.aspects[reported.like] = aspects
            entity, period, unit, decimals, language, dimensions, also_used = aspects
            fact = Fact(fact_id, reported.name, entity, period, value, unit, decimals, language, dimensions)
            found.append((index, fact))
            used |= planned.used | also_used
        for index in self._apart:
            if cells[index] and not used >> index & 1:
                return None
        return None if situation.needed & ~used else found

    def _situation(self, cells: _Cells) -> _Situation:
        """A situation that was not met yet, or so many ago that it is known no more."""
        needed = 0
        for text, (bit, idle) in zip(cells, self._needs, strict=True):
            if text not in idle:
                needed |= bit
        if len(self._situations) >= _MOST:
            self._situations.clear()
        found = self._situations[tuple(map(intern, cells))] = _Situation(needed, {})
        return found

    def _plan(self, column: Column, groups: _Cells, plans: dict[_Cells, _Planned]) -> _Planned | None:
        """The plan of facts in a column whose rows name these property groups; None where it is not so simple."""
        named = zip(column.sources, groups, strict=True)
        if any(group and group not in self._groups[name] for name, group in named):
            return None
        plan = self._columns.plan(column, groups)
        concept = plan.concept.constant if isinstance(plan.concept.constant, str) else ""
        if plan.has_row_number() or (plan.concept.cell < 0 and not concept):
            return None
        found = plans[groups] = _Planned(plan, concept, plan.concept.cell, _bits(plan.used), {})
        return found

    def _report(self, planned: _Planned, concept: str) -> _Reported | None:
        """A concept of the facts of a plan; None where these need more than a look at their type."""
        aspects, plan = self._reader.aspects, planned.plan
        try:
            name = aspects.concept(concept) if concept[:1] != "#" else NOTE
        except AspectError:
            return None
        known = aspects.values.concept(name)
        item_type = None if known is None else known.item_type
        if item_type is None or name == NOTE:
            return None
        is_numeric = item_type.kind.is_numeric
        origins = (plan.entity, plan.period, plan.unit, plan.language, plan.decimals, plan.axes)
        alike = (*origins, is_numeric, has_language(item_type))
        like = self._like.setdefault(alike, len(self._like))
        value = aspects.values.reading(item_type, is_numeric=is_numeric)
        found = planned.reported[concept] = _Reported(name, value, like)
        return found

    def _aspects(self, fact_id: str, text: str, plan: Plan, row: Row) -> _Aspects | None:
        """What a fact has in common with others that are like it; None where something is wrong with it."""
        reader = self._reader
        reader.used = set()
        try:
            fact = reader.read(fact_id, text, plan, row)
        except CellError:
            return None
        if not isinstance(fact, Fact):
            return None
        used = _bits(reader.used.intersection(self._shared))
        return _Aspects(fact.entity, fact.period, fact.unit, fact.decimals, fact.language, fact.dimensions, used)


def _picker(indexes: Sequence[int]) -> Callable[[list[str]], _Cells]:
    """What takes the cells at `indexes` from a row."""
    if len(indexes) > 1:
        return itemgetter(*indexes)
    return lambda cells: tuple([cells[index] for index in indexes])


def _bits(columns: Iterable[int]) -> int:
    return sum(1 << index for index in columns)
