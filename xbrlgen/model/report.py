"""The canonical model of a report."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from xbrlgen.model.expression import Equation
from xbrlgen.model.fact import Entity, Fact
from xbrlgen.model.period import Period
from xbrlgen.model.presentation import Section
from xbrlgen.model.qname import QName


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note on facts: an XHTML fragment or plain text in one language, and the ids of the facts that it explains."""

    id: str
    language: str
    content: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Anchors:
    """Concepts of the base taxonomy that mean more than an own concept, or less, and so tell what it is."""

    wider: tuple[QName, ...] = ()
    narrower: tuple[QName, ...] = ()


@dataclass(frozen=True, slots=True)
class ExtensionConcept:
    """A concept, dimension or member that the issuer declares because no element of the base taxonomy means it.

    `item_type` is the QName of an XBRL item type; `substitution_group` is xbrli:item, xbrldt:dimensionItem or
    xbrldt:hypercubeItem; `balance` is ``debit``, ``credit`` or empty; `labels` map a language to the standard label.
    """

    name: QName
    item_type: QName
    period_type: str
    substitution_group: QName
    labels: Mapping[str, str]
    balance: str = ""
    is_abstract: bool = False
    documentation: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    anchors: Anchors = Anchors()


@dataclass(frozen=True, slots=True)
class Axis:
    """An explicit dimension as the report uses it: its members in order, and the default that is never written."""

    name: QName
    default: QName | None
    members: tuple[QName, ...]


@dataclass(frozen=True, slots=True)
class Extension:
    """The issuer's own taxonomy, as far as the report declares it by hand; the rest is derived."""

    prefix: str
    namespace: str
    concepts: tuple[ExtensionConcept, ...] = ()
    axes: tuple[Axis, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A set of facts, and the presentation that its issuer chose.

    `schema_refs` are the entry points (URLs, or paths relative to the report) of its taxonomy; `prefixes` map each
    namespace prefix that the source used to its URI. `period` is the period that the report is about.
    A report that was read from a filing has no sections, equations or extension.
    """

    entity: Entity | None
    facts: tuple[Fact, ...]
    schema_refs: tuple[str, ...]
    prefixes: Mapping[str, str]
    language: str = "en"
    title: str = ""
    period: Period | None = None
    footnotes: tuple[Footnote, ...] = ()
    sections: tuple[Section, ...] = ()
    equations: tuple[Equation, ...] = ()
    extension: Extension | None = None
    highlights: tuple[str, ...] = ()
    """Ids of the cells to show as key figures, in order."""
    entity_name: str = ""
    """What the source calls the entity, for people; a fact may report it as well."""
    period_names: Mapping[str, Period] = field(default_factory=lambda: MappingProxyType({}))
    """The periods to which the source gives short names."""
    profile: str = ""
    """Whose rules the report has to follow, as its source names them; empty where it names nobody's."""
