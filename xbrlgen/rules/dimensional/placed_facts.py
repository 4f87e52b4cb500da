"""The facts of an instance or of a report by concept and situation, so that each such pair is judged once."""

from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from xbrlgen.findings import Location
from xbrlgen.instance import InstanceContext, InstanceDocument
from xbrlgen.model import Dimension, QName
from xbrlgen.rules.dimensional.hypercubes import Situation
from xbrlgen.rules.subject import Subject

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

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
    """The items of an instance, those in tuples too."""

    def __init__(self, subject: Subject, instance: InstanceDocument) -> None:
        self._subject = subject
        self._instance = instance
        self._names: dict[str, QName | None] = {}

    def by_concept(self) -> Mapping[QName, Mapping[Hashable, None]]:
        """The ids of contexts by concept."""
        if self._instance.is_inline:
            named = ((self._instance.name(each), _context(each)) for each in self._instance.items())
            return _grouped((name, where) for name, where in named if name is not None)
        facts = self._instance.facts()  # all but tuples have a context
        by_tag = _grouped((str(each.tag), where.strip()) for each in facts if (where := each.get("contextRef")))
        return {QName.parse(tag): contexts for tag, contexts in by_tag.items()}

    def dimensions(self, where: Hashable) -> tuple[Dimension, ...] | None:
        """The dimensions in both containers of a context."""
        context = self._instance.contexts.get(str(where))
        return None if context is None else _dimensions_of(context)

    def situation(self, where: Hashable) -> Situation:
        """What hypercubes see of a context."""
        return Situation.of_context(self._instance.contexts[str(where)])

    def among(self, wanted: Mapping[QName, Container[Hashable]]) -> Iterator[PlacedFact]:
        """The items with these contexts."""
        for element in self._instance.items():
            name, where = self._name(element), _context(element)
            if name is not None and where in wanted.get(name, ()):
                yield PlacedFact(name, where, element.get("id", ""), self._placing(element))

    def _placing(self, element: "Element") -> Callable[[], Location | None]:
        """A fact that was written for a report has the place of its cell there."""
        return lambda: self._subject.locations.get(element.get("id", "")) or self._instance.place(element)

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


def _context(element: "Element") -> str:
    return element.get("contextRef", "").strip()


def _placing_fact(subject: Subject, fact: str) -> Callable[[], Location | None]:
    return lambda: next(iter(subject.places(fact)), None)


def _dimensions_of(context: InstanceContext) -> tuple[Dimension, ...] | None:
    """All dimensions of a context, None where some cannot be read or stand there twice."""
    containers = context.segment, context.scenario
    found = tuple(each for container in containers for each in container.dimensions)
    is_whole = len(found) == sum(len(container.members) for container in containers)
    return found if is_whole and not _has_repeated_axes(found) else None


def _has_repeated_axes(dimensions: tuple[Dimension, ...]) -> bool:
    return len(dimensions) > 1 and len({each.axis for each in dimensions}) < len(dimensions)
