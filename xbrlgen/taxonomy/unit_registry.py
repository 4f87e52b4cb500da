"""A registry of units: which units facts of a type may have.

Follows Units Registry - Structure 1.0, sections 2 and 4,
https://www.xbrl.org/Specification/utr/REC-2013-11-18/utr-REC-2013-11-18-clean.html
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from xbrlgen.model import QName, Unit


class TypeName(NamedTuple):
    """An item type as the registry names it; without a namespace it is the type of that name in any."""

    local_name: str
    namespace: str = ""

    def is_that_of(self, name: QName) -> bool:
        """Whether this is the type `name`."""
        return self.local_name == name.local_name and self.namespace in {"", name.namespace}


class RegisteredUnit(NamedTuple):
    """A measure (one without a namespace may stand in any) or a quotient of two types, for facts of one type."""

    item_type: TypeName
    measure: QName | None = None
    numerator: TypeName | None = None
    denominator: TypeName | None = None

    def is_measured_by(self, measure: QName) -> bool:
        """Whether `measure` is this unit's."""
        own = self.measure
        return own is not None and own.local_name == measure.local_name and own.namespace in {"", measure.namespace}


class UnitRegistry:
    """The units of all types; `names` are the local names of their measures."""

    def __init__(self, units: Iterable[RegisteredUnit]) -> None:
        self.units = tuple(units)
        self.names = frozenset(each.measure.local_name for each in self.units if each.measure is not None)
        self._of_type: dict[str, list[RegisteredUnit]] = {}
        for each in self.units:
            self._of_type.setdefault(each.item_type.local_name, []).append(each)

    def regulated(self, ancestors: Iterable[QName]) -> QName | None:
        """The first of a type and its ancestors, the type itself first, that has units here; None if none has."""
        return next((name for name in ancestors if self._units(name)), None)

    def of(self, ancestors: Iterable[QName]) -> tuple[RegisteredUnit, ...]:
        """The units of the nearest type that has some; empty where facts may have any unit."""
        name = self.regulated(ancestors)
        return () if name is None else self._units(name)

    def fits(self, unit: Unit, ancestors: Iterable[QName]) -> bool:
        """Whether facts of a type may have `unit`; `ancestors` are the type and those that it derives from."""
        units = self.of(ancestors)
        if not units:
            return True
        if len(unit.numerators) != 1 or len(unit.denominators) > 1:
            return False
        if not unit.denominators:
            return any(each.is_measured_by(unit.numerators[0]) for each in units)
        above, below = unit.numerators[0], unit.denominators[0]
        return any(self._measures(above, each.numerator) and self._measures(below, each.denominator) for each in units)

    def _units(self, name: QName) -> tuple[RegisteredUnit, ...]:
        return tuple(each for each in self._of_type.get(name.local_name, ()) if each.item_type.is_that_of(name))

    def _measures(self, measure: QName, kind: TypeName | None) -> bool:
        """Whether `measure` is one of a type; a type without measures here has any."""
        if kind is None:
            return False
        known = [each for each in self._of_type.get(kind.local_name, ()) if _is_same(each.item_type, kind)]
        return not known or any(each.is_measured_by(measure) for each in known)


def registry_of(
    measures: Mapping[TypeName, Iterable[QName]], quotients: Iterable[tuple[TypeName, TypeName, TypeName]]
) -> UnitRegistry:
    """A registry of these measures by type, and of these types with those of their numerators and denominators."""
    simple = [RegisteredUnit(name, each) for name, found in measures.items() for each in found]
    divided = [RegisteredUnit(name, None, above, below) for name, above, below in quotients]
    return UnitRegistry([*simple, *divided])


def _is_same(registered: TypeName, wanted: TypeName) -> bool:
    return registered.namespace in {"", wanted.namespace}
