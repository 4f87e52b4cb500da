"""The facts of a report while it is read: one for each key, as precise as it is printed anywhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Location
from xbrlgen.model import Dimension, Entity, Fact, FactKey, Interval, Period, QName, Unit

if TYPE_CHECKING:
    from hashlib import _Hash as Hash

_LONGEST_NAME = 60
_KEY_DIGITS = 8


class _SameKey:
    """The facts of one key: where there are several, they contradict each other."""

    __slots__ = ("_by_value", "_decimals", "facts")

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self._by_value: dict[Decimal | str | None, int] | None = None
        self._decimals: set[int | None] | None = None

    def first(self, value: Decimal | str | None, decimals: int | None) -> int | None:
        """The number of the first that may be true as well as a value, None where none may.

        A slip can make thousands of figures one fact: those of one accuracy are looked up by what they say.
        """
        if self._by_value is not None and self._decimals == {decimals}:
            return self._by_value.get(value)
        every = enumerate(self.facts)
        return next((number for number, each in every if _can_both_be_true(each, value, decimals)), None)

    def add(self, fact: Fact) -> None:
        """Add a fact that contradicts all others."""
        self.facts.append(fact)
        if self._by_value is not None and self._decimals is not None:
            self._by_value.setdefault(fact.value, len(self.facts) - 1)
            self._decimals.add(fact.decimals)
        elif len(self.facts) > 1:  # nearly all have one, of which nothing else need be kept
            self._index()

    def replace(self, number: int, fact: Fact) -> None:
        """Put a fact in the place of one that is less precise."""
        self.facts[number] = fact
        if self._by_value is not None:
            self._index()

    def _index(self) -> None:
        self._by_value = {fact.value: number for number, fact in reversed([*enumerate(self.facts)])}
        self._decimals = {fact.decimals for fact in self.facts}


class CoreDimensions(NamedTuple):
    """The dimensions of facts but those of the taxonomy (OIM 1.0 section 2.1), and the facts that have them.

    `name` and `digest` are what the ids of these facts have in common; `facts` are by their members.
    """

    concept: QName
    entity: Entity
    period: Period | None
    unit: Unit | None
    language: str | None
    name: str
    digest: "Hash"
    facts: dict[tuple[Dimension, ...], _SameKey]


@dataclass(slots=True)
class Facts:
    """Takes in each printed fact, and gives the id of the fact that it is.

    Figures that can all be true are one fact, the most precise of them. One that cannot is a fact of its own with the
    same key: the rule on duplicates finds it, with both places.
    """

    _cores: dict[tuple[object, ...], CoreDimensions] = field(default_factory=dict)
    _in_order: list[_SameKey] = field(default_factory=list)
    """The facts of each key, in the order in which the keys came first."""
    _places: dict[str, Location] = field(default_factory=dict)
    _members: dict[tuple[Dimension, ...], bytes] = field(default_factory=dict)

    def add(self, key: FactKey, value: Decimal | str | None, decimals: int | None, location: Location) -> str:
        """Report a value; `decimals` None is infinite accuracy."""
        return self.report(self.core(*key[:-1]), key.dimensions, value, decimals, location)

    def core(
        self, concept: QName, entity: Entity, period: Period | None, unit: Unit | None, language: str | None
    ) -> CoreDimensions:
        """The facts with these dimensions, to be asked for once where many of them are reported."""
        own = (concept, entity, period, unit, language)
        found = self._cores.get(own)
        if found is None:
            name, digest = f"f-{concept.local_name[:_LONGEST_NAME]}-", sha256(_spelled(*own).encode())
            found = self._cores[own] = CoreDimensions(*own, name, digest, {})
        return found

    def report(
        self,
        core: CoreDimensions,
        members: tuple[Dimension, ...],
        value: Decimal | str | None,
        decimals: int | None,
        location: Location,
    ) -> str:
        """Report a value with these members."""
        concept, entity, period, unit, language, _, _, facts = core
        same = facts.get(members)
        if same is None:
            same = facts[members] = _SameKey()
            self._in_order.append(same)
        accuracy = decimals if isinstance(value, Decimal) else None
        number = same.first(value, accuracy) if same.facts else None
        if number is None:
            identifier = self._identifier(core, members, len(same.facts))
            same.add(Fact(identifier, concept, entity, period, value, unit, accuracy, language, members))
            self._places[identifier] = location
            return identifier
        known = same.facts[number]
        if _is_more_precise(decimals, known):
            more = Fact(known.id, concept, entity, period, value, unit, accuracy, language, members)
            same.replace(number, more)
            self._places[known.id] = location
        return known.id

    def all(self) -> tuple[Fact, ...]:
        """The facts in the order in which their keys came first."""
        return tuple(chain.from_iterable(same.facts for same in self._in_order))

    def locations(self) -> Mapping[str, Location]:
        """Where each fact is reported as precisely as it is."""
        return self._places

    def _identifier(self, core: CoreDimensions, members: tuple[Dimension, ...], number: int) -> str:
        """An id that says the concept and depends on nothing but the key, so that it outlives changes elsewhere.

        Where others of the same key have it, a number follows: `number` is how many there are.
        """
        digest = core.digest.copy()
        if members:
            spelled = self._members.get(members)
            if spelled is None:
                spelled = self._members[members] = _spelled_members(members)
            digest.update(spelled)
        wanted = f"{core.name}{digest.hexdigest()[:_KEY_DIGITS]}"
        found = f"{wanted}-{number + 1}" if number else wanted
        while found in self._places:
            number += 1
            found = f"{wanted}-{number + 1}"
        return found


def _can_both_be_true(fact: Fact, value: Decimal | str | None, decimals: int | None) -> bool:
    if not (isinstance(fact.value, Decimal) and isinstance(value, Decimal)) or fact.decimals == decimals:
        return fact.value == value
    return Interval.of(fact.value, fact.decimals).overlaps(Interval.of(value, decimals))


def _is_more_precise(decimals: int | None, fact: Fact) -> bool:
    return fact.decimals is not None and (decimals is None or decimals > fact.decimals)


def _spelled(concept: QName, entity: Entity, period: Period | None, unit: Unit | None, language: str | None) -> str:
    """All of a key but its members as one text."""
    return "\n".join(map(str, (concept, entity.scheme, entity.identifier, period, _spelled_unit(unit), language)))


def _spelled_members(dimensions: tuple[Dimension, ...]) -> bytes:
    return "".join(f"\n{each.axis}\n{each.member}" for each in dimensions).encode()


def _spelled_unit(unit: Unit | None) -> str:
    if unit is None:
        return ""
    return "*".join(map(str, unit.numerators)) + "/" + "*".join(map(str, unit.denominators))
