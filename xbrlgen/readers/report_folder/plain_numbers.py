"""Cells with plain numbers, most of a large table: what their row and column say is worked out once for all of them."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from xbrlgen.model import Cell, CellKind, Dimension, Display, QName, ValueKind
from xbrlgen.readers.report_folder.aspects import Aspects, of_cell
from xbrlgen.readers.report_folder.cells import Cells
from xbrlgen.readers.report_folder.facts import CoreDimensions
from xbrlgen.readers.report_folder.figures import scale_of
from xbrlgen.readers.report_folder.placed_text import PlacedText

_PLAIN = re.compile(r"0|[1-9][0-9]{0,14}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}")
"""A number without a sign, a fraction or anything else that it takes care to read."""

_OWN_UNITS = frozenset({ValueKind.SHARES, ValueKind.PURE, ValueKind.PERCENT})
_IN_CURRENCY = frozenset({ValueKind.MONETARY, ValueKind.PER_SHARE})

_Axes = tuple[tuple[QName, QName | None], ...]


class Plan(NamedTuple):
    """What all plain numbers in a column report where rows say the same, but for their members and values.

    `zeros` are what the scale puts after the digits.
    """

    core: CoreDimensions
    decimals: int
    zeros: str
    display: Display


Planned = tuple[Plan, tuple[Dimension, ...]]
"""With the members that the facts of one row have."""


class PlainNumbers:
    """Reads the plain numbers of one table; its columns say `columns`."""

    def __init__(self, cells: Cells, columns: Sequence[Aspects]) -> None:
        self._cells, self._scope, self._columns = cells, cells.scope, columns
        self._plans: dict[tuple[object, ...], tuple[Plan | None, ...]] = {}
        self._nothing: tuple[None, ...] = (None,) * len(columns)
        self._axes = [tuple(column.dimensions.items()) for column in columns]
        self._members: dict[_Axes, list[tuple[Dimension, ...]]] = {}

    def planned(self, row: Aspects) -> Sequence[Planned | None]:
        """What a row reports in each column; None where a cell has to be read with care."""
        plans = self._plans_of(row)
        if plans is self._nothing:
            return self._nothing
        own = tuple(row.dimensions.items())
        members = self._members.get(own)
        if members is None:
            by_axes = {axes: self._members_of(dict((*axes, *own))) for axes in dict.fromkeys(self._axes)}
            members = self._members[own] = [by_axes[axes] for axes in self._axes]
        return [plan and (plan, each) for plan, each in zip(plans, members, strict=True)]

    def _plans_of(self, row: Aspects) -> Sequence[Plan | None]:
        if row.concept is None and not any(column.concept for column in self._columns):
            return self._nothing
        if row.formula or row.is_plain or row.moment or row.is_broken or row.footnotes or row.decimals is not None:
            return self._nothing
        kind = (row.concept and row.concept.name, row.period, row.unit, row.scale, row.negated)
        if kind not in self._plans:
            self._plans[kind] = tuple(self._plan(of_cell(column, row)) for column in self._columns)
        return self._plans[kind]

    def read(self, identifier: str, text: PlacedText, planned: Planned) -> Cell | None:
        """The cell with its fact; None if the text is no plain number."""
        if not _PLAIN.fullmatch(text):
            return None
        (core, decimals, zeros, display), members = planned
        location, printed = text.location, str(text)
        self._scope.locations[identifier] = location
        digits = printed.replace(",", "")
        value = Decimal(digits + zeros if digits != "0" else digits)
        if display.negated and value:
            value = value.copy_negate()
        fact = self._scope.facts.report(core, members, value, decimals, location)
        return Cell(identifier, CellKind.FACT, printed, fact, display)

    def _plan(self, cell: Aspects) -> Plan | None:
        """None where a cell may be anything but a number that is reported as it stands, or lacks something."""
        concept, scale = cell.concept, scale_of(cell)
        if concept is None or not concept.kind.is_numeric or scale < 0:
            return None
        if cell.formula or cell.moment or cell.is_broken or cell.footnotes or cell.decimals is not None:
            return None
        is_money = concept.kind in _IN_CURRENCY and self._scope.currency is not None
        has_unit = cell.unit is not None or concept.kind in _OWN_UNITS or is_money
        place = cell.place or self._scope.folder.place
        unit = self._cells.figures.unit(cell, concept, place) if has_unit else None
        if cell.period is None or unit is None:
            return None
        period = cell.period.closing if concept.period_type == "instant" else cell.period
        core = self._scope.facts.core(concept.name, self._scope.entity, period, unit, None)
        return Plan(core, -scale, "0" * scale, Display(scale, 0, bool(cell.negated)))

    def _members_of(self, dimensions: Mapping[QName, QName | None]) -> tuple[Dimension, ...]:
        members = Aspects(dimensions=dimensions).reported_dimensions(self._scope.names)
        return self._scope.members.setdefault(members, members)
