"""The presentation of a filing, as the linkbases of the issuer's own taxonomy have it (XBRL 2.1 section 5.2.4)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from xbrlgen.findings import Location
from xbrlgen.model import QName
from xbrlgen.rules.filing.document import LINK, XLINK
from xbrlgen.rules.filing.filing import Filing
from xbrlgen.taxonomy.documents import Document, read_document
from xbrlgen.taxonomy.dts import Dts, absolute

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_REFERENCE, _LINK, _ARC, _LOC = (
    f"{LINK}{name}" for name in ("linkbaseRef", "presentationLink", "presentationArc", "loc")
)
_HREF, _LABEL, _FROM, _TO, _ROLE = (f"{XLINK}{name}" for name in ("href", "label", "from", "to", "role"))


@dataclass(frozen=True, slots=True)
class Tree:
    """The presentation of one role: the children of each concept, and where its first link stands."""

    role: str
    children: Mapping[QName, tuple[QName, ...]]
    place: Location

    @property
    def roots(self) -> tuple[QName, ...]:
        """The concepts that nothing is above."""
        below = {child for children in self.children.values() for child in children}
        return tuple(concept for concept in self.children if concept not in below)

    def under(self, concept: QName) -> frozenset[QName]:
        """The concept, and all that is below it."""
        seen, waiting = {concept}, [concept]
        while waiting:
            further = {each for each in self.children.get(waiting.pop(), ()) if each not in seen}
            seen |= further
            waiting += further
        return frozenset(seen)


def trees(filing: Filing) -> tuple[Tree, ...]:
    """The presentation of each role in the issuer's own linkbases, those that its own schemas refer to."""
    reading = _Reading(filing.subject.taxonomy.dts)
    for document in _linkbases(reading.dts, filing.requirements.base_taxonomies):
        for link in document.root.iter(_LINK):
            reading.add(link, document)
    return tuple(
        Tree(role, {parent: tuple(below) for parent, below in found.items()}, reading.places[role])
        for role, found in reading.children.items()
    )


@dataclass(slots=True)
class _Reading:
    """The trees as they grow, by role."""

    dts: Dts
    children: dict[str, dict[QName, dict[QName, None]]] = field(default_factory=dict)
    places: dict[str, Location] = field(default_factory=dict)
    _names: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def add(self, link: "Element", document: Document) -> None:
        """Add the arcs of one link; those that are prohibited say nothing."""
        role = link.get(_ROLE, "")
        self.places.setdefault(role, document.place(link))
        located = {loc.get(_LABEL): loc.get(_HREF, "") for loc in link.iterchildren(_LOC)}
        for arc in link.iterchildren(_ARC):
            parent, child = (self._concept(located.get(arc.get(end), ""), document) for end in (_FROM, _TO))
            if parent is not None and child is not None and arc.get("use") != "prohibited":
                self.children.setdefault(role, {}).setdefault(parent, {})[child] = None

    def _concept(self, reference: str, document: Document) -> QName | None:
        """The element that ``url#id`` points at."""
        location, _, identifier = reference.partition("#")
        url = absolute(location, document.url)
        schema = self.dts.schema(url)
        if schema is None:
            return None
        if url not in self._names:
            self._names[url] = {element.get("id", ""): name for name, element in schema.elements.items()}
        name = self._names[url].get(identifier)
        return None if name is None else QName(schema.namespace, name)


def _linkbases(dts: Dts, base: str) -> Iterator[Document]:
    for schema in dts.schemas.values():
        if base and re.match(base, schema.namespace):
            continue
        for element in schema.document.root.iter(_REFERENCE):
            url = absolute(element.get(_HREF, ""), schema.document.url)
            source = dts.locate(url)
            document = None if source is None else read_document(url, source)
            if isinstance(document, Document):
                yield document
