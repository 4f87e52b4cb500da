"""The facts of a report while it is read: one for each key, as precise as it is printed anywhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING

from xbrlgen.findings import Location
from xbrlgen.model import Dimension, Fact, FactKey, Interval, Unit

if TYPE_CHECKING:
    from hashlib import _Hash as Hash

_LONGEST_NAME = 60
_KEY_DIGITS = 8


@dataclass(slots=True)
class Facts:
    """Takes in each printed fact, and gives the id of the fact that it is.

    Figures that can all be true are one fact, the most precise of them. One that cannot is a fact of its own with the
    same key: the rule on duplicates finds it, with both places.
    """

    _by_key: dict[FactKey, list[Fact]] = field(default_factory=dict)
    _places: dict[str, Location] = field(default_factory=dict)
    _begun: dict[tuple[object, ...], tuple[str, "Hash"]] = field(default_factory=dict)
    _members: dict[tuple[Dimension, ...], bytes] = field(default_factory=dict)

    def add(self, key: FactKey, value: Decimal | str | None, decimals: int | None, location: Location) -> str:
        """Report a value; `decimals` None is infinite accuracy."""
        same = self._by_key.setdefault(key, [])
        for number, fact in enumerate(same):
            if _can_both_be_true(fact, value, decimals):
                if _is_more_precise(decimals, fact):
                    same[number] = _fact(fact.id, key, value, decimals)
                    self._places[fact.id] = location
                return fact.id
        identifier = self._identifier(key)
        same.append(_fact(identifier, key, value, decimals))
        self._places[identifier] = location
        return identifier

    def all(self) -> tuple[Fact, ...]:
        """The facts in the order in which their keys came first."""
        return tuple(chain.from_iterable(self._by_key.values()))

    def locations(self) -> Mapping[str, Location]:
        """Where each fact is reported as precisely as it is."""
        return self._places

    def _identifier(self, key: FactKey) -> str:
        """An id that says the concept and depends on nothing but the key, so that it outlives changes elsewhere."""
        name, begun = self._beginning(key)
        digest = begun.copy()
        if key.dimensions:
            if key.dimensions not in self._members:
                self._members[key.dimensions] = _spelled_members(key.dimensions)
            digest.update(self._members[key.dimensions])
        wanted = f"{name}{digest.hexdigest()[:_KEY_DIGITS]}"
        found, number = wanted, 1
        while found in self._places:
            number += 1
            found = f"{wanted}-{number}"
        return found

    def _beginning(self, key: FactKey) -> tuple[str, "Hash"]:
        """What ids of facts begin with that differ in their members only, and the digest of what these share."""
        shared = key[:-1]
        if shared not in self._begun:
            name = f"f-{key.concept.local_name[:_LONGEST_NAME]}-"
            self._begun[shared] = (name, sha256(_spelled(key).encode()))
        return self._begun[shared]


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
    """All of a key but its members as one text."""
    parts = (key.concept, key.entity.scheme, key.entity.identifier, key.period, _spelled_unit(key.unit), key.language)
    return "\n".join(map(str, parts))


def _spelled_members(dimensions: tuple[Dimension, ...]) -> bytes:
    return "".join(f"\n{each.axis}\n{each.member}" for each in dimensions).encode()


def _spelled_unit(unit: Unit | None) -> str:
    if unit is None:
        return ""
    return "*".join(map(str, unit.numerators)) + "/" + "*".join(map(str, unit.denominators))
