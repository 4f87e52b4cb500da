"""What each column of one CSV file means: where the dimensions of its facts come from (xBRL-CSV 1.0, section 4)."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from xbrlgen.model import Dimension, QName
from xbrlgen.readers.oim.aspects import AspectError
from xbrlgen.readers.xbrl_csv.aspects import Aspects
from xbrlgen.readers.xbrl_csv.given import ROW_NUMBER, Given, Reference, Special, Value, read_value
from xbrlgen.readers.xbrl_csv.templates import Column, ColumnKind, Properties, Template

NOWHERE = "xbrlce:invalidReferenceTarget"


class Origin(NamedTuple):
    """Where the value of a dimension comes from: a cell of the row, the row's number, or what is the same in all rows.

    `target` is the name that leads nowhere, where there is one: an error for the facts that need the value.
    """

    constant: Value | int = Special.NONE
    cell: int = -1
    is_row_number: bool = False
    end: str = ""
    target: str = ""

    def value(self, cells: list[str], number: int) -> Value | int:
        """What it gives in the row `number`; raises AspectError for a broken special value or a lost target."""
        if self.cell >= 0:
            text = cells[self.cell]
            return read_value(text) if text else Special.NONE
        if self.target:
            raise AspectError(f"{self.target!r} is neither a column nor a parameter", NOWHERE)
        return str(number) if self.is_row_number else self.constant


ABSENT = Origin()


class Plan(NamedTuple):
    """The dimensions of the facts in a column, in rows with the same property groups.

    `used` are the columns that every one of its facts uses.
    """

    concept: Origin
    entity: Origin
    period: Origin
    unit: Origin
    language: Origin
    decimals: Origin
    axes: tuple[tuple[QName, Origin], ...]
    used: frozenset[int]
    dimensions: dict[tuple[Value | int, ...], tuple[Dimension, ...]]
    """The members that were met already, by what the cells give."""

    def has_row_number(self) -> bool:
        """Whether any aspect of its facts is the number of their row."""
        origins = (self.concept, self.entity, self.period, self.unit, self.language, self.decimals)
        return any(origin.is_row_number for origin in (*origins, *(origin for _, origin in self.axes)))


class Columns:
    """The columns of one CSV file, whose header names `indexes`; a comment is none of them."""

    def __init__(
        self,
        template: Template,
        indexes: Mapping[str, int],
        parameters: Iterable[Mapping[str, Value]],
        report: Properties,
        aspects: Aspects,
    ) -> None:
        self._template = template
        self._indexes = indexes
        self._parameters = tuple(parameters)
        self._report = report
        self._aspects = aspects
        self._plans: dict[tuple[str, tuple[str, ...]], Plan] = {}

    def references(self) -> tuple[frozenset[int], frozenset[int]]:
        """The columns that concepts of facts come from, and those that other aspects come from."""
        concepts, others = set[str](), set[str]()
        for level in (self._report, *self._template.levels()):
            for key, given in (*level.dimensions.items(), ("decimals", level.decimals)):
                if isinstance(given, Reference):
                    (concepts if key == "concept" else others).add(given.name)
        known = self._indexes
        return frozenset(known[each] for each in concepts if each in known), frozenset(
            known[each] for each in others if each in known
        )

    def plan(self, column: Column, groups: tuple[str, ...]) -> Plan:
        """The plan for a column in a row where its sources name these property groups (empty: none)."""
        key = (column.name, groups)
        if key not in self._plans:
            self._plans[key] = self._plan(column, groups)
        return self._plans[key]

    def _plan(self, column: Column, groups: tuple[str, ...]) -> Plan:
        named = zip(column.sources, groups, strict=True)
        chosen = [(name, self._template.columns[name].groups[group]) for name, group in named if group]
        levels = (column.properties, *(each for _, each in chosen), self._template.properties, self._report)
        given: dict[str, Given] = {}
        for level in reversed(levels):
            given |= level.dimensions
        decimals = next((level.decimals for level in levels if level.decimals is not None), Special.NONE)
        origins = {key: self._origin(value) for key, value in given.items()}
        axes = tuple((self._aspects.axis(key), origin) for key, origin in origins.items() if ":" in key)
        always = (each for key, each in origins.items() if key not in {"unit", "language"})
        used = {origin.cell for origin in always} | {self._indexes[name] for name, _ in chosen}
        return Plan(
            concept=origins.get("concept", ABSENT),
            entity=origins.get("entity", ABSENT),
            period=origins.get("period", ABSENT),
            unit=origins.get("unit", ABSENT),
            language=origins.get("language", ABSENT),
            decimals=self._origin(decimals),
            axes=axes,
            used=frozenset(used - {-1}),
            dimensions={},
        )

    def _origin(self, given: Given | int) -> Origin:
        if not isinstance(given, Reference):
            return Origin(given)
        if given.name == ROW_NUMBER:
            return Origin(is_row_number=True)
        if given.name in self._indexes:
            return Origin(cell=self._indexes[given.name], end=given.end)
        for parameters in self._parameters:
            if given.name in parameters:
                return Origin(parameters[given.name], end=given.end)
        column = self._template.columns.get(given.name)
        if column is not None and column.kind is not ColumnKind.COMMENT:
            return ABSENT
        return Origin(target=given.name)
