"""What a linkbase says, in a compact form that is cheap to keep: lists of names and numbers as JSON.

Follows XBRL 2.1 section 3.5. An arc joins every locator and resource with the label that it starts from to every one
with the label that it leads to (section 3.5.3.9); each pair is written out here.
"""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from xbrlgen.addresses import absolute, split
from xbrlgen.findings import Finding, finding
from xbrlgen.taxonomy.documents import LINK, XLINK, XML, Document

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_RELATIONSHIPS = 500_000
"""How many relationships a linkbase may hold: few arcs may join very many pairs."""

_TYPE, _HREF, _LABEL = f"{{{XLINK}}}type", f"{{{XLINK}}}href", f"{{{XLINK}}}label"
_ROLE, _ARCROLE = f"{{{XLINK}}}role", f"{{{XLINK}}}arcrole"
_FROM, _TO = f"{{{XLINK}}}from", f"{{{XLINK}}}to"
_LANGUAGE = f"{{{XML}}}lang"
_REFERENCES = (f"{{{LINK}}}roleRef", f"{{{LINK}}}arcroleRef")
_LEADING = frozenset({*_REFERENCES, f"{{{LINK}}}loc"})
"""What documents of a DTS are discovered by (section 3.2); locators of somebody's own are left alone."""

_XLINK = f"{{{XLINK}}}"


class Content(NamedTuple):
    """The three parts of a linkbase, each as JSON.

    `leads`: ``documents`` are the locations that its references and locators lead to, each with the line of the first;
    ``sets`` its base sets, each as arcrole, role, name of the link and name of the arc; ``languages`` the first subtags
    of those of its resources; ``acts_on_others`` says whether it may prohibit or override what another linkbase says of
    resources; ``pairs`` is how many pairs its arcs join.
    `arcs`: ``ends`` map locations and pointers to the numbers of ends; ``kinds`` are the attributes of arcs that are
    not XLink's own; ``arcs`` have for each base set a flat list of four numbers each: the two ends, the kind, the line.
    A resource as an end is its number below zero: -1 is the first.
    `resources`: name, role, language, id, the positions of its link and itself, line, and content: text, or, for a
    reference, pairs of names and texts.
    """

    leads: bytes
    arcs: bytes
    resources: bytes


class TooManyRelationshipsError(Exception):
    """A linkbase joins more than `MOST_RELATIONSHIPS` pairs."""


def read_content(linkbase: "_Element", document: Document) -> Content | Finding:
    """The content of `linkbase`, an element of `document`; a finding where it joins too many pairs."""
    reading = _Reading(document)
    try:
        for element in linkbase.iterchildren(*_REFERENCES):
            reading.leads_to(element)
        for position, link in enumerate(linkbase.iterchildren("*"), 1):
            if link.get(_TYPE) == "extended":
                reading.read(link, position)
    except TooManyRelationshipsError:
        message = f"the arcs of '{document.source}' join more than {MOST_RELATIONSHIPS:,} pairs"
        return finding("XG374", message, document.place(linkbase))
    return reading.content()


class _Reading:
    """What was read so far."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.documents: dict[str, int] = {}
        self.ends: dict[str, dict[str, int]] = {}
        self.resources: list[list[Any]] = []
        self.sets: dict[tuple[str, ...], list[int]] = {}
        self.kinds: dict[tuple[tuple[str, str], ...], int] = {}
        self._count = 0
        self._pairs = 0

    def content(self) -> Content:
        leads = {
            "documents": list(self.documents.items()),
            "sets": list(self.sets),
            "languages": sorted({first_subtag(each[2]) for each in self.resources}),
            "acts_on_others": self._acts_on_others(),
            "pairs": self._pairs,
        }
        kinds = [dict(each) for each in self.kinds]
        arcs = {"ends": self.ends, "kinds": kinds, "arcs": list(self.sets.values())}
        return Content(*(json.dumps(part, separators=(",", ":")).encode() for part in (leads, arcs, self.resources)))

    def _acts_on_others(self) -> bool:
        """Whether an arc has a use or priority of its own, or leads to what is no resource of the same link."""
        usual = {("use", "optional"), ("priority", "0")}
        special = any(
            name in {"use", "priority"} and (name, value) not in usual for each in self.kinds for name, value in each
        )
        return special or any(end >= 0 for arcs in self.sets.values() for end in arcs[1::4])

    def leads_to(self, element: "_Element") -> tuple[str, str]:
        """The location and the pointer that the href of `element` names."""
        written, pointer = split(element.get(_HREF, ""))
        location = written if not self.document.has_bases else absolute(written, self.document.base(element))
        if location and element.tag in _LEADING:
            self.documents.setdefault(location, element.sourceline or 0)
        return location, pointer

    def read(self, link: "_Element", position: int) -> None:
        ends: dict[str, list[int]] = {}
        arcs: list[_Element] = []
        for place, child in enumerate(link.iterchildren("*"), 1):
            kind = child.get(_TYPE)
            if kind == "arc":
                arcs.append(child)
            elif kind == "locator":
                ends.setdefault(child.get(_LABEL, ""), []).append(self._end(child))
            elif kind == "resource":
                self.resources.append(_resource(child, position, place))
                ends.setdefault(child.get(_LABEL, ""), []).append(-len(self.resources))
        role, name = link.get(_ROLE, ""), str(link.tag)
        for arc in arcs:
            base_set = (arc.get(_ARCROLE, ""), role, name, str(arc.tag))
            self._join(arc, ends, self.sets.setdefault(base_set, []))

    def _end(self, locator: "_Element") -> int:
        location, pointer = self.leads_to(locator)
        pointers = self.ends.setdefault(location, {})
        if pointer not in pointers:
            pointers[pointer] = self._count
            self._count += 1
        return pointers[pointer]

    def _join(self, arc: "_Element", ends: dict[str, list[int]], found: list[int]) -> None:
        sources, targets = ends.get(arc.get(_FROM, ""), ()), ends.get(arc.get(_TO, ""), ())
        self._pairs += len(sources) * len(targets)
        if self._pairs > MOST_RELATIONSHIPS:
            raise TooManyRelationshipsError
        attributes = tuple((str(name), str(value)) for name, value in arc.items() if not name.startswith(_XLINK))
        kind, line = self.kinds.setdefault(attributes, len(self.kinds)), arc.sourceline or 0
        for source in sources:
            for target in targets:
                found += (source, target, kind, line)


def _resource(element: "_Element", link: int, position: int) -> list[Any]:
    name = str(element.tag)
    is_reference = name.endswith("}reference")
    return [
        name,
        element.get(_ROLE, ""),
        _language(element),
        element.get("id", ""),
        link,
        position,
        element.sourceline or 0,
        list(_parts(element)) if is_reference else _text(element),
    ]


def _parts(reference: "_Element") -> Iterator[tuple[str, str]]:
    for part in reference.iterchildren("*"):
        yield str(part.tag), _text(part)


def _text(element: "_Element") -> str:
    return "".join(element.itertext()) if len(element) else element.text or ""


def first_subtag(language: str) -> str:
    """The part of a language tag that names the language itself: ``en`` of ``en-GB``."""
    return language.partition("-")[0].lower()


def _language(element: "_Element") -> str:
    """The language in scope (XML 1.0 section 2.12)."""
    found = element.get(_LANGUAGE)
    if found is None:
        found = next((each for one in element.iterancestors() if (each := one.get(_LANGUAGE)) is not None), "")
    return found
