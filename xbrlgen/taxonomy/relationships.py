"""Reads a linkbase: the relationships between concepts, and the labels and references that concepts have.

Follows XBRL 2.1 section 3.5. Arcs are taken as they are written, without the overriding and prohibition of section
3.5.3.9.7, for those who judge what is written.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from xbrlgen.findings import Location
from xbrlgen.model import QName
from xbrlgen.taxonomy.documents import LINK, XLINK, Document
from xbrlgen.taxonomy.dts import Dts, absolute
from xbrlgen.taxonomy.schema import Schema

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPE, _HREF, _LABEL = f"{{{XLINK}}}type", f"{{{XLINK}}}href", f"{{{XLINK}}}label"
_ROLE, _ARCROLE = f"{{{XLINK}}}role", f"{{{XLINK}}}arcrole"
_FROM, _TO = f"{{{XLINK}}}from", f"{{{XLINK}}}to"


@dataclass(frozen=True, slots=True)
class Relationship:
    """One arc between two concepts in an extended link of that role: the arc's element, and where it stands."""

    arcrole: str
    role: str
    source: QName
    target: QName
    arc: "_Element"
    place: Location


@dataclass(frozen=True, slots=True)
class Resource:
    """A label or reference of a concept, the arc that gives it to the concept, and where the resource stands."""

    concept: QName
    role: str
    element: "_Element"
    arc: "_Element"
    place: Location


@dataclass(frozen=True, slots=True)
class Linkbase:
    """What the extended links of one linkbase document say.

    `dangling` are locators that point at no element of the DTS; `repeated` are arcs between two labels that another arc
    of the same link joins already, which XLink 1.0 section 5.1.3 forbids.
    """

    document: Document
    links: Sequence["_Element"]
    relationships: Sequence[Relationship]
    resources: Sequence[Resource]
    dangling: Sequence["_Element"]
    repeated: Sequence["_Element"]


def read_linkbase(document: Document, dts: Dts) -> Linkbase:
    """The linkbase in `document`, whose locators point into `dts`; links of other namespaces are passed over."""
    links = [each for each in document.root.iterchildren(f"{{{LINK}}}*") if each.get(_TYPE) == "extended"]
    reading = _Reading(document, dts)
    for link in links:
        reading.read(link)
    return Linkbase(document, links, reading.relationships, reading.resources, reading.dangling, reading.repeated)


@dataclass(slots=True)
class _Reading:
    """What was read so far."""

    document: Document
    dts: Dts
    relationships: list[Relationship] = field(default_factory=list)
    resources: list[Resource] = field(default_factory=list)
    dangling: list["_Element"] = field(default_factory=list)
    repeated: list["_Element"] = field(default_factory=list)
    _known: dict[str, Mapping[str, QName]] = field(default_factory=dict)

    def read(self, link: "_Element") -> None:
        located: dict[str, list[QName]] = {}
        texts: dict[str, list[_Element]] = {}
        for each in link.iterchildren("*"):
            if each.get(_TYPE) == "locator":
                located.setdefault(each.get(_LABEL, ""), []).extend(self._concept(each))
            elif each.get(_TYPE) == "resource":
                texts.setdefault(each.get(_LABEL, ""), []).append(each)
        joined: set[tuple[str, str]] = set()
        for arc in (each for each in link.iterchildren("*") if each.get(_TYPE) == "arc"):
            ends = arc.get(_FROM, ""), arc.get(_TO, "")
            if ends in joined:
                self.repeated.append(arc)
            joined.add(ends)
            for source in located.get(ends[0], ()):
                self._relate(link, arc, source, located.get(ends[1], ()))
                self._describe(arc, source, texts.get(ends[1], ()))

    def _relate(self, link: "_Element", arc: "_Element", source: QName, targets: Sequence[QName]) -> None:
        role, arcrole, place = link.get(_ROLE, ""), arc.get(_ARCROLE, ""), self.document.place(arc)
        self.relationships += (Relationship(arcrole, role, source, target, arc, place) for target in targets)

    def _describe(self, arc: "_Element", concept: QName, texts: "Sequence[_Element]") -> None:
        places = ((text, self.document.place(text)) for text in texts)
        self.resources += (Resource(concept, text.get(_ROLE, ""), text, arc, place) for text, place in places)

    def _concept(self, locator: "_Element") -> Iterator[QName]:
        """The element that ``url#id`` or ``url#element(/1/n)`` points at (XBRL 2.1 section 3.5.4), if it does."""
        location, _, pointer = locator.get(_HREF, "").partition("#")
        url = absolute(location, self.document.url)
        if url not in self._known:
            schema = self.dts.schema(url)
            self._known[url] = {} if schema is None else dict(_pointers(schema))
        found = self._known[url].get(pointer)
        if found is None:
            self.dangling.append(locator)
        else:
            yield found


def _pointers(schema: Schema) -> Iterator[tuple[str, QName]]:
    for position, element in enumerate(schema.document.root, 1):
        if (local_name := element.get("name", "")) in schema.elements:
            name = QName(schema.namespace, local_name)
            yield f"element(/1/{position})", name
            yield element.get("id", ""), name
