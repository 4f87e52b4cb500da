"""The facts of an instance or of a report by concept and situation, so that each such pair is judged once."""

from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol, TypeVar

from xbrlgen.findings import Location
from xbrlgen.instance import InstanceContext, InstanceDocument, PlacedItem
from xbrlgen.model import Dimension, QName
from xbrlgen.rules.dimensional.hypercubes import Situation
from xbrlgen.rules.subject import Subject

_Key = TypeVar("_Key", bound=Hashable)


class PlacedFact(NamedTuple):
    """A fact that is wrong where it stands; `where` says where: the id of its context, or its dimensions."""

    concept: QName
    where: Hashable
    id: str
    place: Callable[[], Location | None]


class PlacedFacts(Protocol):
    """Facts by concept and by where they stand."""

    def by_concept(self) -> Mapping[QName, Mapping[Hashable, None]]:
        """Where there are facts of each concept, each place once, in the order of the facts."""

    def dimensions(self, where: Hashable) -> tuple[Dimension, ...] | None:
        """All dimensions there; None where they are not known, because they cannot be read or stand there twice."""

    def situation(self, where: Hashable) -> Situation:
        """What hypercubes see there."""

    def among(self, wanted: Mapping[QName, Container[Hashable]]) -> Iterator[PlacedFact]:
        """The facts that stand there."""


class FactsOfInstance:
    """The items of an instance, those in tuples too.

    Of contexts with the very same containers, the first stands for all.
    """

    def __init__(self, subject: Subject, instance: InstanceDocument) -> None:
        self._subject = subject
        self._instance = instance
        first: dict[tuple[int, int], str] = {}
        self._alike = {
            name: first.setdefault((id(segment), id(scenario)), name)
            for name, (_, _, _, segment, scenario) in instance.contexts.items()
        }

    def by_concept(self) -> Mapping[QName, Mapping[Hashable, None]]:
        """The ids of contexts by concept."""
        return _grouped(self._instance.placements(self._alike))

    def dimensions(self, where: Hashable) -> tuple[Dimension, ...] | None:
        """The dimensions in both containers of a context."""
        context = self._instance.contexts.get(str(where))
        return None if context is None else _dimensions_of(context)

    def situation(self, where: Hashable) -> Situation:
        """What hypercubes see of a context."""
        return Situation.of_context(self._instance.contexts[str(where)])

    def among(self, wanted: Mapping[QName, Container[Hashable]]) -> Iterator[PlacedFact]:
        """The items with these contexts."""
        for item in self._instance.placed_items():
            where = self._alike.get(item.context, item.context)
            if where in wanted.get(item.concept, ()):
                yield PlacedFact(item.concept, where, item.id, self._placing(item))

    def _placing(self, item: PlacedItem) -> Callable[[], Location | None]:
        """A fact that was written for a report has the place of its cell there."""
        return lambda: self._subject.locations.get(item.id) or item.place()


class FactsOfReport:
    """The facts of a report whose syntax has no containers."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject

    def by_concept(self) -> Mapping[QName, Mapping[Hashable, None]]:
        """The dimensions of facts by concept."""
        return _grouped((fact.concept, fact.dimensions) for fact in self._subject.report.facts)

    def dimensions(self, where: Hashable) -> tuple[Dimension, ...] | None:
        """The dimensions themselves."""
        return where if isinstance(where, tuple) and not _has_repeated_axes(where) else None

    def situation(self, where: Hashable) -> Situation:
        """What hypercubes see of them."""
        return Situation.of_dimensions(where if isinstance(where, tuple) else ())

    def among(self, wanted: Mapping[QName, Container[Hashable]]) -> Iterator[PlacedFact]:
        """The facts with these dimensions."""
        for fact in self._subject.report.facts:
            if fact.dimensions in wanted.get(fact.concept, ()):
                yield PlacedFact(fact.concept, fact.dimensions, fact.id, _placing_fact(self._subject, fact.id))


def _grouped(pairs: Iterable[tuple[_Key, Hashable]]) -> dict[_Key, dict[Hashable, None]]:
    found: dict[_Key, dict[Hashable, None]] = {}
    for name, where in pairs:
        contexts = found.get(name)
        if contexts is None:
            contexts = found[name] = {}
        contexts[where] = None
    return found


def _placing_fact(subject: Subject, fact: str) -> Callable[[], Location | None]:
    return lambda: next(iter(subject.places(fact)), None)


def _dimensions_of(context: InstanceContext) -> tuple[Dimension, ...] | None:
    """All dimensions of a context, None where some cannot be read or stand there twice."""
    segment, scenario = context.segment, context.scenario
    found = segment.dimensions + scenario.dimensions
    is_whole = len(found) == len(segment.members) + len(scenario.members)
    return found if is_whole and not _has_repeated_axes(found) else None


def _has_repeated_axes(dimensions: tuple[Dimension, ...]) -> bool:
    return len(dimensions) > 1 and len({each.axis for each in dimensions}) < len(dimensions)
