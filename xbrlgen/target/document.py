"""What is written, whatever the syntax: facts with the contexts, units, ids and prefixes that they were given."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from xbrlgen.model import Dimension, Entity, Fact, Footnote, ItemType, Link, Period, QName, Unit


class Context(NamedTuple):
    """Entity, period (None: forever) and dimensions that facts share (XBRL 2.1 section 4.7)."""

    id: str
    entity: Entity
    period: Period | None
    dimensions: tuple[Dimension, ...]


class TargetUnit(NamedTuple):
    """A unit and its id (XBRL 2.1 section 4.8)."""

    id: str
    unit: Unit


class TargetFact(NamedTuple):
    """A fact as it is written.

    `id` is an NCName, unique in the document; `context` and `unit` are ids; `item_type` is None where the taxonomy does
    not know the concept; `language` is what xml:lang has to say on the fact itself, None where the root says it.
    """

    fact: Fact
    id: str
    context: str
    unit: str | None
    item_type: ItemType | None
    language: str | None


class TargetFootnote(NamedTuple):
    """A footnote, the id that it is written with, and the written ids of the facts that any link ties to it."""

    id: str
    footnote: Footnote
    facts: tuple[str, ...]


class RoleReference(NamedTuple):
    """Where a role or arcrole is declared, for ``roleRef`` or ``arcroleRef`` (XBRL 2.1 sections 4.4 and 4.5)."""

    element: str
    uri: str
    href: str


class LinkbaseReference(NamedTuple):
    """A linkbase to which an instance refers itself, and what kind it is, if it says so (XBRL 2.1 section 4.3)."""

    href: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class TargetDocument:
    """A report ready to be written.

    `contexts` and `units` are used, unequal and sorted; `facts` are in presentation order and de-duplicated.
    `container` is ``segment`` or ``scenario``, where dimensions go but those on the axes for which `containers` has
    another one. `prefixes` map each namespace that may be written to its prefix. `typed_domains` give the element for
    the members of each typed axis in use. `stands_for` leads from the id of a fact of the report that is not written to
    that of the fact that is written for it. `links` are all links, those of footnotes to their facts among them,
    between written ids; `roles` say where their types and groups are declared. `linkbases` are referred to in XML only.
    """

    schema_refs: tuple[str, ...]
    language: str | None
    container: str
    prefixes: Mapping[str, str]
    contexts: tuple[Context, ...]
    units: tuple[TargetUnit, ...]
    facts: tuple[TargetFact, ...]
    footnotes: tuple[TargetFootnote, ...]
    typed_domains: Mapping[QName, QName]
    stands_for: Mapping[str, str]
    links: tuple[Link, ...] = ()
    roles: tuple[RoleReference, ...] = ()
    linkbases: tuple[LinkbaseReference, ...] = ()
    containers: Mapping[QName, str] = field(default_factory=lambda: MappingProxyType({}))
    has_duplicates: bool | None = None
    """Whether facts have one key; None where nobody has looked."""

    def by_id(self) -> Mapping[str, TargetFact]:
        """What is written for each fact of the report, by the id that the fact has there."""
        return written_by_id(self.facts, self.stands_for)

    def in_container(self, context: Context, container: str) -> tuple[Dimension, ...]:
        """The dimensions of a context that go into its ``segment`` or its ``scenario``."""
        return tuple(each for each in context.dimensions if self.containers.get(each.axis, self.container) == container)

    def prefixed(self, name: QName) -> str:
        """`name` as the document writes it."""
        return f"{self.prefixes[name.namespace]}:{name.local_name}" if name.namespace else name.local_name


def written_by_id(facts: Iterable[TargetFact], stands_for: Mapping[str, str]) -> Mapping[str, TargetFact]:
    """What is written for each fact of a report: itself, or the fact that stands for it."""
    written = {each.fact.id: each for each in facts}
    return written | {fact: written[other] for fact, other in stands_for.items()}
