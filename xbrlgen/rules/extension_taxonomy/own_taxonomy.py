"""What the rules on extension taxonomies judge: the issuer's own schemas and linkbases, beside what is reported."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.model import Concept, QName, Report
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.taxonomy.documents import XLINK
from xbrlgen.taxonomy.linkbase import LinkbaseDocument
from xbrlgen.taxonomy.networks import PROHIBITED, Relationship
from xbrlgen.taxonomy.resources import WrittenResource
from xbrlgen.taxonomy.schema import Schema

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TYPE, _HREF = f"{{{XLINK}}}type", f"{{{XLINK}}}href"
_PUBLISHERS = r"https?://([a-z]+\.)*((xbrl|w3|ifrs|fasb)\.org|esma\.europa\.eu|sec\.gov|frc\.org\.uk)/"
_LISTED = 5
"""Names that a message lists at most."""


@dataclass(frozen=True, slots=True)
class Conventions:
    """What a regulator wants of an extension taxonomy; the defaults ask for nothing."""

    base_taxonomies: str = _PUBLISHERS
    """The pattern of what namespaces begin with that are no issuer's own."""
    container: str = ""
    """``segment`` or ``scenario``, where dimensions have to go."""
    calculation_arcrole: str = ""
    """The arcrole that all calculations have to have."""
    defaults_role: str = ""
    """The one role in which own axes may have their default members."""
    role_definition: str = ""
    """The pattern that the whole of a role's definition has to match."""
    file_name: str = ""
    """The pattern that the whole name of each file has to match."""
    notes_heading: str = ""
    """The local name of the concept that heads the notes, whose own concepts need no anchors."""
    language: str = ""
    """The language that own concepts have to have labels in, if not that of the report."""
    longest_base: int | None = None
    """The most characters that the names of the files may have before the date."""
    namespace: str = ""
    """The pattern of the issuer's namespace."""
    statements: tuple[str, ...] = ()
    """Local names of the concepts that head primary statements."""
    derived_anchors: bool = True
    """Whether an own concept may have a type that is derived from that of its anchor, beside the same."""
    refused_imports: str = ""
    """The pattern of schemas of the base taxonomy that the issuer's schema must not import."""
    definition_arcroles: tuple[str, ...] = ()
    """The arcroles that definitions may have; empty where all may be."""
    base_labels: bool = False
    """Whether concepts of the base taxonomy that are reported have to have labels in the language as well."""
    linkbases: tuple[str, ...] = ()
    """The kinds of linkbases that there have to be: ``presentation``, ``calculation``, ``definition``, ``label``."""


class OwnElement(NamedTuple):
    """A concept that the issuer declares, its declaration, the schema that this stands in, and its source if known."""

    concept: Concept
    element: "Element"
    schema: Schema
    source: Location | None = None

    @property
    def name(self) -> str:
        """The local name."""
        return self.concept.name.local_name

    @property
    def is_item(self) -> bool:
        """Whether it may be reported: neither abstract, nor an axis, a table or a tuple."""
        return not self.concept.is_abstract and self.concept.substitution_group.local_name == "item"

    def found(self, code: str, message: str, *, standard: str = "") -> Finding:
        """A finding about the declaration, at its source if that is known."""
        return finding(code, message, self.source or self.schema.document.place(self.element), standard=standard)


class OwnTaxonomy:
    """The issuer's own part of a taxonomy, and the report that uses it; read when first asked for.

    `taxonomy` starts at the issuer's schema as it is written. Without a `report`, rules on what is reported find
    nothing. `locations` lead from concepts, by their names in Clark notation, to where their source declares them.
    """

    def __init__(
        self,
        taxonomy: Taxonomy,
        report: Report | None = None,
        conventions: Conventions | None = None,
        locations: Mapping[str, Location] = MappingProxyType({}),
    ) -> None:
        self.taxonomy = taxonomy
        self.conventions = conventions or Conventions()
        self.locations = locations
        self.facts = report.facts if report else ()
        self.reported = frozenset(fact.concept for fact in self.facts)
        self.language = self.conventions.language or (report.language if report else "en")

    def is_own(self, name: QName) -> bool:
        """Whether a name is the issuer's."""
        return self._is_own(name.namespace)

    def _is_own(self, namespace: str) -> bool:
        return re.match(self.conventions.base_taxonomies, namespace) is None

    @cached_property
    def schemas(self) -> tuple[Schema, ...]:
        """The issuer's schemas, in the order of discovery."""
        return tuple(each for each in self.taxonomy.dts.schemas.values() if self._is_own(each.namespace))

    @cached_property
    def base(self) -> Taxonomy:
        """The taxonomy without the issuer's part."""
        dts = self.taxonomy.dts
        schemas = {url: schema for url, schema in dts.schemas.items() if not self._is_own(schema.namespace)}
        own = {each.url for each in self.linkbases}
        linkbases = {url: linkbase for url, linkbase in dts.linkbases.items() if url not in own}
        return Taxonomy(replace(dts, schemas=schemas, linkbases=linkbases, entry_points=tuple(schemas)))

    @cached_property
    def linkbases(self) -> tuple[LinkbaseDocument, ...]:
        """The linkbases that the issuer's schemas refer to or hold; one that cannot be read is for others to tell."""
        dts = self.taxonomy.dts
        own = {schema.document.url for schema in self.schemas}
        found = {url: each for url, each in dts.linkbases.items() if "#" in url and each.base in own}
        for schema in self.schemas:
            for reference in schema.linkbase_references():
                linkbase = dts.linkbase(schema.document.absolute(reference.get(_HREF, ""), reference))
                found |= {linkbase.url: linkbase} if linkbase else {}
        return tuple(found.values())

    @cached_property
    def elements(self) -> tuple[OwnElement, ...]:
        """The concepts that the issuer declares, in the order of the schemas."""
        return tuple(
            OwnElement(concept, element, schema, self.locations.get(str(concept.name)))
            for schema in self.schemas
            for name, element in schema.elements.items()
            if (concept := self.taxonomy.concept(QName(schema.namespace, name))) is not None
        )

    def relationships(self, *arcroles: str) -> Iterator[Relationship]:
        """The relationships that the issuer's linkbases hold with one of `arcroles`; prohibited ones are none."""
        for linkbase in self.linkbases:
            for each in self.taxonomy.networks.written(linkbase, *arcroles):
                if each.use != PROHIBITED:
                    yield each

    def resources(self, arcrole: str) -> Iterator[WrittenResource]:
        """The labels or references that the issuer's linkbases give to concepts, or take from them."""
        for linkbase in self.linkbases:
            yield from self.taxonomy.resources.written(linkbase, arcrole)

    def links(self) -> "Iterator[tuple[LinkbaseDocument, Element]]":
        """The extended links of the issuer's linkbases as XML."""
        for linkbase in self.linkbases:
            for link in linkbase.root.iterchildren("*"):
                if link.get(_TYPE) == "extended":
                    yield linkbase, link

    def spelt(self, name: QName) -> str:
        """A name with its usual prefix."""
        prefix = self.taxonomy.prefixes.get(name.namespace, "")
        return f"{prefix}:{name.local_name}" if prefix else name.local_name

    def listed(self, names: Iterable[QName]) -> str:
        """Some names in words."""
        spelt = sorted(map(self.spelt, names))
        more = f" and {len(spelt) - _LISTED} more" if len(spelt) > _LISTED else ""
        return f"{', '.join(spelt[:_LISTED])}{more}"

    def about(self, code: str, message: str, *, standard: str = "") -> Finding:
        """A finding about the taxonomy as a whole: it is shown at the first schema."""
        return finding(code, message, *(each.document.place() for each in self.schemas[:1]), standard=standard)
