"""From what report.yaml and the rows of a table say to aspects: every name and setting looked up."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from xbrlgen.findings import Location
from xbrlgen.model import PERCENT_SCALE, Moment, QName
from xbrlgen.readers.report_folder import settings
from xbrlgen.readers.report_folder.aspects import Aspects, Formula
from xbrlgen.readers.report_folder.expressions import NO_MEMBER
from xbrlgen.readers.report_folder.placed_text import PlacedText
from xbrlgen.readers.report_folder.scope import Scope
from xbrlgen.readers.report_folder.structure import AspectsEntry, ColumnEntry, FactEntry, TextEntry

NO_FORMULA = "none"
_WORD = re.compile(r"\S+")

_Found = TypeVar("_Found")


@dataclass(slots=True)
class Level:
    """Reads one level of aspects; `is_broken` as soon as something in it is not understood."""

    scope: Scope
    is_broken: bool = False

    def of_table(self, entry: AspectsEntry | None) -> Aspects:
        """What the `aspects` of a table say; their scale is for monetary cells."""
        if entry is None:
            return Aspects()
        unit = self._looked_up(entry.unit, self.scope.units.printed)
        return Aspects(
            period=self._looked_up(entry.period, self.scope.periods.period),
            dimensions=self._dimensions(entry.dimensions.items()),
            unit=unit,
            scale=PERCENT_SCALE if unit and unit.is_percent else None,
            monetary_scale=entry.scale,
            decimals=entry.decimals,
            negated=entry.negated,
            dash=entry.dash,
            is_broken=self.is_broken,
            footnotes=self.scope.footnotes.named(entry.footnotes),
        )

    def of_entry(self, entry: ColumnEntry | FactEntry, place: Location) -> Aspects:
        """What a column or a single fact says."""
        unit = self._looked_up(entry.unit, self.scope.units.printed)
        is_percent = unit is not None and unit.is_percent
        return Aspects(
            entry.concept.location if entry.concept else place,
            self._looked_up(entry.concept, self.scope.names.concept),
            self._looked_up(entry.period, self.scope.periods.period),
            None,
            self._dimensions(entry.dimensions.items()),
            unit,
            PERCENT_SCALE if entry.scale is None and is_percent else entry.scale,
            None,
            entry.decimals,
            entry.negated,
            entry.dash,
            self._formula(entry.computed, has_concept=entry.concept is not None, has_unit=unit is not None),
            is_plain=entry.computed == NO_FORMULA,
            is_broken=self.is_broken,
            footnotes=self.scope.footnotes.named(entry.footnotes),
        )

    def of_row(self, cells: Mapping[str, PlacedText], place: Location) -> Aspects:
        """What the leading cells of a row say, by the names of their columns; empty ones are left out."""
        concept, period, computed = cells.get("concept"), cells.get("period"), cells.get("computed")
        moment = Moment(period) if period in {"start", "end"} else None
        unit = self._looked_up(cells.get("unit"), self.scope.units.printed)
        scale = self._setting(cells.get("scale"), settings.scale)
        return Aspects(
            concept.location if concept else place,
            self._looked_up(concept, self.scope.names.concept),
            None if moment else self._looked_up(period, self.scope.periods.period),
            moment,
            self._dimensions(self._pairs(cells.get("dimensions"))),
            unit,
            PERCENT_SCALE if scale is None and unit and unit.is_percent else scale,
            None,
            self._setting(cells.get("decimals"), settings.decimals),
            self._setting(cells.get("negated"), settings.boolean),
            self._setting(cells.get("dash"), settings.dash),
            self._formula(computed, has_concept=concept is not None, has_unit=unit is not None),
            is_plain=computed == NO_FORMULA,
            is_broken=self.is_broken,
            footnotes=self.scope.footnotes.named(_words(cells.get("footnotes"))),
        )

    def of_text(self, entry: TextEntry) -> Aspects:
        """What the entry of a text says."""
        return Aspects(
            entry.concept.location,
            self._looked_up(entry.concept, self.scope.names.concept),
            self._looked_up(entry.period, self.scope.periods.period),
            None,
            self._dimensions(entry.dimensions.items()),
            is_broken=self.is_broken,
            footnotes=self.scope.footnotes.named(entry.footnotes),
        )

    def _looked_up(self, text: PlacedText | None, look_up: Callable[[PlacedText], _Found | None]) -> _Found | None:
        found = None if text is None else look_up(text)
        self.is_broken = self.is_broken or (text is not None and found is None)
        return found

    def _setting(self, text: PlacedText | None, read: Callable[[str], _Found]) -> _Found | None:
        try:
            return None if text is None else read(text)
        except ValueError as problem:
            self.scope.find("XG115", str(problem), *((text.location,) if text else ()))
            self.is_broken = True
            return None

    def _formula(self, text: PlacedText | None, *, has_concept: bool, has_unit: bool) -> Formula | None:
        if text is None or text == NO_FORMULA:
            return None
        expression = self.scope.parser.expression(text)
        self.is_broken = self.is_broken or expression is None
        return None if expression is None else Formula(expression, text, has_concept, has_unit)

    def _dimensions(self, said: Iterable[tuple[PlacedText, PlacedText]]) -> dict[QName, QName | None]:
        found: dict[QName, QName | None] = {}
        for axis_name, member_name in said:
            axis = self._looked_up(axis_name, self.scope.names.axis)
            member = None
            if member_name != NO_MEMBER:
                member = self._looked_up(member_name, self.scope.names.member)
            if axis is not None and axis in found:
                self.scope.find("XG144", f"the axis '{axis_name}' stands here twice", axis_name.location)
            if axis is not None:
                found[axis] = member
        return found

    def _pairs(self, text: PlacedText | None) -> Iterator[tuple[PlacedText, PlacedText]]:
        """The axes and members of ``Axis=Member; Axis=Member``."""
        offset = 0
        for piece in text.split(";") if text else ():
            pair = text.part(offset, offset + len(piece)) if text else None
            offset += len(piece) + 1
            if pair is None or not pair.strip():
                continue
            axis, equals, member = pair.partition("=")
            if not (axis.strip() and equals and member.strip()):
                self.scope.find("XG143", f"expected Axis=Member, not '{pair.strip()}'", pair.location)
                self.is_broken = True
                continue
            yield pair.part(0, len(axis)).stripped(), pair.part(len(axis) + 1, len(pair)).stripped()


def _words(text: PlacedText | None) -> Iterator[PlacedText]:
    """What stands between blanks."""
    for word in _WORD.finditer(text or ""):
        if text is not None:
            yield text.part(word.start(), word.end())
