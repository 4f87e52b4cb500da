"""The facts of an instance or of a report by concept and situation, so that each such pair is judged once."""

from collections.abc import Container, Hashable, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol

from xbrlgen.findings import Location
from xbrlgen.instance import InstanceContext, InstanceDocument
from xbrlgen.model import Dimension, QName
from xbrlgen.rules.dimensional.hypercubes import Situation
from xbrlgen.rules.subject import Subject

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Pair(NamedTuple):
    """A concept, and what says where its facts stand: the id of a context, or their dimensions."""

    concept: QName
    where: Hashable


class Place(NamedTuple):
    """Where a fact is written, and its id, empty if it has none."""

    location: Location | None
    fact: str


class PlacedFacts(Protocol):
    """Facts by pairs."""

    def pairs(self) -> Iterable[Pair]:
        """Each pair that facts have, once, in the order of the facts."""

    def dimensions(self, where: Hashable) -> tuple[Dimension, ...] | None:
        """All dimensions there; None where they are not known, because they cannot be read or stand there twice."""

    def situation(self, where: Hashable) -> Situation:
        """What hypercubes see there."""

    def places(self, pairs: Container[Pair]) -> Mapping[Pair, list[Place]]:
        """Where the facts of these pairs are."""


class FactsOfInstance:
    """The items of an instance, those in tuples too."""

    def __init__(self, instance: InstanceDocument) -> None:
        self._instance = instance
        self._names: dict[str, QName | None] = {}

    def pairs(self) -> Iterable[Pair]:
        return dict.fromkeys(pair for pair in map(self._pair, self._instance.items()) if pair is not None)

    def dimensions(self, where: Hashable) -> tuple[Dimension, ...] | None:
        context = self._context(where)
        return None if context is None else dimensions_of(context)

    def situation(self, where: Hashable) -> Situation:
        context = self._context(where)
        return Situation.of_dimensions(()) if context is None else Situation.of_context(context)

    def places(self, pairs: Container[Pair]) -> Mapping[Pair, list[Place]]:
        found: dict[Pair, list[Place]] = {}
        for element in self._instance.items():
            pair = self._pair(element)
            if pair is not None and pair in pairs:
                found.setdefault(pair, []).append(Place(self._instance.place(element), element.get("id", "")))
        return found

    def _context(self, where: Hashable) -> InstanceContext | None:
        return self._instance.contexts.get(where) if isinstance(where, str) else None

    def _pair(self, element: "Element") -> Pair | None:
        name = self._name(element)
        return None if name is None else Pair(name, element.get("contextRef", "").strip())

    def _name(self, element: "Element") -> QName | None:
        if self._instance.is_inline:
            return self._instance.name(element)
        tag = str(element.tag)
        if tag not in self._names:
            self._names[tag] = self._instance.name(element)
        return self._names[tag]


class FactsOfReport:
    """The facts of a report whose syntax has no containers."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject

    def pairs(self) -> Iterable[Pair]:
        return dict.fromkeys(Pair(fact.concept, fact.dimensions) for fact in self._subject.report.facts)

    def dimensions(self, where: Hashable) -> tuple[Dimension, ...] | None:
        return where if isinstance(where, tuple) and not _has_repeated_axes(where) else None

    def situation(self, where: Hashable) -> Situation:
        return Situation.of_dimensions(where if isinstance(where, tuple) else ())

    def places(self, pairs: Container[Pair]) -> Mapping[Pair, list[Place]]:
        found: dict[Pair, list[Place]] = {}
        for fact in self._subject.report.facts:
            pair = Pair(fact.concept, fact.dimensions)
            if pair in pairs:
                location = next(iter(self._subject.places(fact.id)), None)
                found.setdefault(pair, []).append(Place(location, fact.id))
        return found


def dimensions_of(context: InstanceContext) -> tuple[Dimension, ...] | None:
    """All dimensions of a context, None where some cannot be read or stand there twice."""
    containers = context.segment, context.scenario
    found = tuple(each for container in containers for each in container.dimensions)
    is_whole = len(found) == sum(len(container.members) for container in containers)
    return found if is_whole and not _has_repeated_axes(found) else None


def _has_repeated_axes(dimensions: tuple[Dimension, ...]) -> bool:
    return len(dimensions) > 1 and len({each.axis for each in dimensions}) < len(dimensions)
