"""Contexts of one document: what many of them say in the same words is read once."""

from collections.abc import Hashable, Iterable, Iterator
from typing import TYPE_CHECKING

from xbrlgen.instance import NO_CONTAINER, InstanceContext
from xbrlgen.model import Dimension, Entity, Period, Vocabulary
from xbrlgen.readers.canonical import collapsed
from xbrlgen.readers.xml_syntax.contexts import (
    Context,
    beyond_oim,
    instance_context,
    read_container,
    read_context,
    read_dimensions,
    read_entity,
    read_period,
)
from xbrlgen.readers.xml_syntax.repeated_contexts import MistakenError, RepeatedContexts, Written
from xbrlgen.readers.xml_syntax.source import XBRLI, Source

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ENTITY, _PERIOD, _SCENARIO = (f"{XBRLI}{part}" for part in ("entity", "period", "scenario"))
_USUAL = ([_ENTITY, _PERIOD], [_ENTITY, _PERIOD, _SCENARIO])
_USUAL_ATTRIBUTES = frozenset({"scheme", "dimension"})


class _Part:
    """A part that contexts have in common: its first element, and what was read of it."""

    def __init__(self, element: "Element | None" = None) -> None:
        self.element = element
        self.entity: Entity | None = None
        self.period: Period | None = None
        self.container = NO_CONTAINER


_NO_SCENARIO = _Part()


class ContextReader:
    """Reads contexts; those that say the same have the very same entity, period, dimensions and containers.

    `has_local_prefixes` is false where certainly no element below the root binds a prefix, so that the same words mean
    the same; `repeats` has the contexts that the parser is spared. Of the last context, `is_plain` is whether it was
    sound and had an id but no other attributes than those of identifiers and members, `is_new` whether some part of it
    was not met before. A context with which anything is wrong is read by itself, so that its findings have its id and
    its places.
    """

    def __init__(
        self,
        source: Source,
        vocabulary: Vocabulary | None,
        *,
        has_local_prefixes: bool = True,
        repeats: RepeatedContexts | None = None,
    ) -> None:
        self.source = source
        self.vocabulary = vocabulary
        self.has_local_prefixes = has_local_prefixes
        self.repeats = repeats
        self.is_plain = self.is_new = False
        self._parts: dict[Hashable, _Part | None] = {None: _NO_SCENARIO}
        self._dimensions: dict[tuple[int, int], tuple[Dimension, ...] | None] = {}

    def read(self, element: "Element") -> tuple[InstanceContext, Context | None]:
        """The context as XBRL 2.1 knows it, and what a report keeps of it: None, with findings, if it is too broken."""
        self.is_new = False
        shared = self._shared(element)
        self.is_plain = shared is not None and element.keys() == ["id"]
        if shared is not None:
            return shared
        self.is_new = True
        context = instance_context(element, self.source, self.vocabulary)
        return context, read_context(element, context, self.source, self.vocabulary)

    def repeated(self, contexts: Iterable[Written]) -> Iterator[tuple[InstanceContext, Context]]:
        """Contexts that the parser was spared; raises MistakenError where contexts with some part are not sound."""
        known = self._parts.get
        for identifier, entity, period, scenario in contexts:
            found = self._of_parts(identifier.decode(), known(entity), known(period), known(scenario))
            if found is None:
                raise MistakenError
            yield found

    def _shared(self, element: "Element") -> tuple[InstanceContext, Context] | None:
        """A context that is sound in all that a report keeps, with parts in the usual order; None for others."""
        children = [*element]
        if [each.tag for each in children] not in _USUAL:
            return None
        identifier = element.get("id", "")
        written = () if self.repeats is None else self.repeats.parts_of(identifier)
        parts = map(self._part, children, written or map(self._words, children))
        return self._of_parts(collapsed(identifier), *parts)

    def _of_parts(
        self, identifier: str, entity: _Part | None, period: _Part | None, scenario: _Part | None = _NO_SCENARIO
    ) -> tuple[InstanceContext, Context] | None:
        if entity is None or entity.entity is None or period is None or scenario is None:
            return None
        found = InstanceContext(identifier, entity.element, period.element, entity.container, scenario.container)
        dimensions = self._dimensions_of(found)
        return None if dimensions is None else (found, Context(identifier, entity.entity, period.period, dimensions))

    def _part(self, element: "Element", words: Hashable) -> _Part | None:
        """What is known of a part that says the same; None where something is wrong with it."""
        if words not in self._parts:
            self.is_new = True
            self._parts[words] = self._read(element)
        return self._parts[words]

    def _words(self, element: "Element") -> Hashable:
        """Equal for parts that say the same."""
        if self.has_local_prefixes:
            from lxml import etree

            return etree.tostring(element)
        return tuple([(each.tag, each.text, each.tail, len(each), *each.items()) for each in element.iter()])

    def _read(self, element: "Element") -> _Part | None:
        aside = Source(self.source.path)
        part, context = _Part(element), element.getparent()
        attributes = {str(name) for each in element.iter() for name in each.attrib}
        if context is None or not attributes <= _USUAL_ATTRIBUTES:
            return None
        if element.tag == _PERIOD:
            part.period, _ = read_period(context, aside)
        elif element.tag == _SCENARIO:
            part.container = read_container(element, aside, self.vocabulary)
        else:
            part.entity = read_entity(context, aside)
            part.container = read_container(element.find(f"{XBRLI}segment"), aside, self.vocabulary)
        return None if aside.findings or beyond_oim(part.container) is not None else part

    def _dimensions_of(self, context: InstanceContext) -> tuple[Dimension, ...] | None:
        """The dimensions of both containers; None where something is wrong with them."""
        key = id(context.segment), id(context.scenario)
        if key not in self._dimensions:
            aside = Source(self.source.path)
            found = read_dimensions(context, aside, self.vocabulary)
            self._dimensions[key] = None if aside.findings else found
        return self._dimensions[key]
