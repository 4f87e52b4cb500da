"""The facts of a report while it is read: one for each key, as precise as it is printed anywhere."""

from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha256

from xbrlgen.findings import Location
from xbrlgen.model import Fact, FactKey, Interval, Unit

_LONGEST_NAME = 60
_KEY_DIGITS = 8


@dataclass(slots=True)
class _Reported:
    fact: Fact
    location: Location


@dataclass(slots=True)
class Facts:
    """Takes in each printed fact, and gives the id of the fact that it is.

    Figures that can all be true are one fact, the most precise of them. One that cannot is a fact of its own with the
    same key: the rule on duplicates finds it, with both places.
    """

    _by_key: dict[FactKey, list[_Reported]] = field(default_factory=dict)
    _given: dict[str, FactKey] = field(default_factory=dict)

    def add(self, key: FactKey, value: Decimal | str | None, decimals: int | None, location: Location) -> str:
        """Report a value; `decimals` None is infinite accuracy."""
        same = self._by_key.setdefault(key, [])
        for reported in same:
            if _can_both_be_true(reported.fact, value, decimals):
                if _is_more_precise(decimals, reported.fact):
                    reported.fact = _fact(reported.fact.id, key, value, decimals)
                    reported.location = location
                return reported.fact.id
        identifier = self._identifier(key)
        same.append(_Reported(_fact(identifier, key, value, decimals), location))
        return identifier

    def all(self) -> tuple[Fact, ...]:
        """The facts in the order in which their keys came first."""
        return tuple(reported.fact for same in self._by_key.values() for reported in same)

    def locations(self) -> dict[str, Location]:
        """Where each fact is reported as precisely as it is."""
        return {each.fact.id: each.location for same in self._by_key.values() for each in same}

    def _identifier(self, key: FactKey) -> str:
        """An id that says the concept and depends on nothing but the key, so that it outlives changes elsewhere."""
        digest = sha256(_spelled(key).encode()).hexdigest()[:_KEY_DIGITS]
        wanted = f"f-{key.concept.local_name[:_LONGEST_NAME]}-{digest}"
        found, number = wanted, 1
        while found in self._given:
            number += 1
            found = f"{wanted}-{number}"
        self._given[found] = key
        return found


def _fact(identifier: str, key: FactKey, value: Decimal | str | None, decimals: int | None) -> Fact:
    return Fact(
        identifier,
        key.concept,
        key.entity,
        key.period,
        value,
        key.unit,
        decimals if isinstance(value, Decimal) else None,
        key.language,
        key.dimensions,
    )


def _can_both_be_true(fact: Fact, value: Decimal | str | None, decimals: int | None) -> bool:
    if not (isinstance(fact.value, Decimal) and isinstance(value, Decimal)) or fact.decimals == decimals:
        return fact.value == value
    return Interval.of(fact.value, fact.decimals).overlaps(Interval.of(value, decimals))


def _is_more_precise(decimals: int | None, fact: Fact) -> bool:
    return fact.decimals is not None and (decimals is None or decimals > fact.decimals)


def _spelled(key: FactKey) -> str:
    """All of a key as one text."""
    parts: list[object] = [
        key.concept,
        key.entity.scheme,
        key.entity.identifier,
        key.period,
        _spelled_unit(key.unit),
        key.language,
    ]
    parts += [part for dimension in key.dimensions for part in (dimension.axis, dimension.member)]
    return "\n".join(str(part) for part in parts)


def _spelled_unit(unit: Unit | None) -> str:
    if unit is None:
        return ""
    return "*".join(map(str, unit.numerators)) + "/" + "*".join(map(str, unit.denominators))
