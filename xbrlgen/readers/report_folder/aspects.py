"""What a cell reports, put together from its table, its column and its row."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from xbrlgen.findings import Location
from xbrlgen.model import Concept, Dimension, Expression, Moment, Period, QName
from xbrlgen.readers.report_folder.names import Names
from xbrlgen.readers.report_folder.placed_text import PlacedText
from xbrlgen.readers.report_folder.settings import Dash, Decimals
from xbrlgen.readers.report_folder.units import PrintedUnit


class Formula(NamedTuple):
    """An expression as it was written.

    With a concept beside it, the figure is a fact itself; with a unit, it is not in the unit of its concept.
    """

    expression: Expression
    text: PlacedText
    has_concept: bool
    has_unit: bool


@dataclass(frozen=True, slots=True)
class Aspects:
    """What one level (table, column, row or single fact) says of its cells; None says nothing.

    `monetary_scale` is a scale that only monetary cells take. `dimensions` map an axis to None where it is taken away.
    `is_plain` takes the formula of other levels away; `is_contested` says that two levels had one. `is_broken` says
    that something could not be understood, which is a finding already: the cells report no facts. `place` is where the
    concept stands, else the level itself. `footnotes` of all levels come together.
    """

    place: Location | None = None
    concept: Concept | None = None
    period: Period | None = None
    moment: Moment | None = None
    dimensions: Mapping[QName, QName | None] = field(default_factory=dict)
    unit: PrintedUnit | None = None
    scale: int | None = None
    monetary_scale: int | None = None
    decimals: Decimals | None = None
    negated: bool | None = None
    dash: Dash | None = None
    formula: Formula | None = None
    is_plain: bool = False
    is_contested: bool = False
    is_broken: bool = False
    footnotes: tuple[str, ...] = ()

    def over(self, base: "Aspects") -> "Aspects":
        """These aspects, and those of `base` where these say nothing."""
        scale = self.scale
        if scale is None and not (self.unit and base.unit and base.unit.is_percent):
            scale = base.scale
        return Aspects(
            self.place if self.concept or not base.concept else base.place,
            self.concept or base.concept,
            self.period or base.period,
            self.moment or base.moment,
            {**base.dimensions, **self.dimensions},
            self.unit or base.unit,
            scale,
            base.monetary_scale if self.monetary_scale is None else self.monetary_scale,
            base.decimals if self.decimals is None else self.decimals,
            base.negated if self.negated is None else self.negated,
            self.dash or base.dash,
            self.formula or (None if self.is_plain else base.formula),
            is_contested=bool(self.formula and base.formula),
            is_broken=self.is_broken or base.is_broken,
            footnotes=base.footnotes + self.footnotes,
        )

    def reported_dimensions(self, names: Names) -> tuple[Dimension, ...]:
        """The dimensions of the facts, sorted; default members are left out (XBRL Dimensions 1.0 section 2.7.1.3)."""
        members = [
            Dimension(axis, member)
            for axis, member in self.dimensions.items()
            if member is not None and member != names.default_member(axis)
        ]
        return tuple(sorted(members, key=lambda each: each.sort_key))


def of_column(table: Aspects, column: Aspects) -> Aspects:
    """What a column says of its cells, and the table where the column says nothing.

    A column that computes something in a unit of its own takes nothing from the table that is about other units.
    """
    if column.formula and column.formula.has_unit:
        table = replace(table, unit=None, scale=None, decimals=None, negated=None)
    return column.over(table)


def of_cell(column: Aspects, row: Aspects) -> Aspects:
    """What a cell reports: the row over the column.

    What the row says of units is about the figures of its concept: a column that computes something else of them, in a
    unit of its own, goes without it.
    """
    if column.formula and column.formula.has_unit and not (row.formula or row.is_plain):
        row = replace(row, unit=None, scale=None, decimals=None, negated=None)
    return row.over(column)
