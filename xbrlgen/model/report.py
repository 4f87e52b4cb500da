"""The canonical model of a report."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from xbrlgen.model.expression import Equation
from xbrlgen.model.fact import Entity, Fact
from xbrlgen.model.period import Period
from xbrlgen.model.presentation import Section
from xbrlgen.model.qname import QName

FACT_FOOTNOTE = "http://www.xbrl.org/2003/arcrole/fact-footnote"
"""The type of the links from facts to their footnotes (XBRL 2.1 section 4.11.1.3.1)."""
STANDARD_LINK = "http://www.xbrl.org/2003/role/link"
"""The group of links that belong to no group in particular (XBRL 2.1 section 3.5.3.3)."""


class Footnote(NamedTuple):
    """A note: an XHTML fragment or plain text in one language, and the ids of the facts that it explains.

    These facts have a link of the usual type to it, in the usual group; links of other kinds are links of the report.
    """

    id: str
    language: str
    content: str
    facts: tuple[str, ...]


class Link(NamedTuple):
    """A link from a fact or note to another, by their ids.

    `type` and `group` are URIs, in XML the arcrole and the role of the extended link. Follows OIM 1.0 section 3.5
    (links), https://www.xbrl.org/Specification/oim/
    """

    type: str
    group: str
    source: str
    target: str


class Anchors(NamedTuple):
    """Concepts of the base taxonomy that mean more than an own concept, or less, and so tell what it is."""

    wider: tuple[QName, ...] = ()
    narrower: tuple[QName, ...] = ()


_NO_ANCHORS = Anchors()


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
    anchors: Anchors = _NO_ANCHORS


class Axis(NamedTuple):
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
    links: tuple[Link, ...] = ()
    """Links of other types or groups than those of footnotes to the facts that they explain."""

    def all_links(self) -> Iterator[Link]:
        """Every link, those of footnotes to their facts first."""
        for footnote in self.footnotes:
            yield from (Link(FACT_FOOTNOTE, STANDARD_LINK, fact, footnote.id) for fact in footnote.facts)
        yield from self.links
