"""The ends of arcs (XBRL 2.1 section 3.5.3.9, XLink 1.0 section 5.1.3)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding
from xbrlgen.rules.taxonomy_documents.extended_links import FROM, TO, ExtendedLink
from xbrlgen.taxonomy.documents import LINK

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SECTIONS = {FROM: "xbrl.3.5.3.9.2", TO: "xbrl.3.5.3.9.3"}
_TO_RESOURCES = frozenset({f"{{{LINK}}}labelArc", f"{{{LINK}}}referenceArc"})
_ELSEWHERE = "xbrl.5.2.2.3:labelArcRemoteResource"


def repeated_arcs(link: ExtendedLink) -> Iterator[Finding]:
    """No two arcs of a link join the same labels."""
    joined: set[tuple[str | None, str | None]] = set()
    for arc in link.arcs:
        ends = arc.get(FROM), arc.get(TO)
        if ends in joined:
            message = f"another arc of this link leads from '{ends[0] or ''}' to '{ends[1] or ''}' already"
            yield link.found("XG311", message, arc)
        joined.add(ends)


def ends_of_arcs(link: ExtendedLink) -> Iterator[Finding]:
    """Arcs start and end at labels of locators or resources of the same link."""
    for arc in link.arcs:
        for attribute, section in _SECTIONS.items():
            label = arc.get(attribute)
            if label in link.locators or label in link.resources:
                continue
            name = attribute.rpartition("}")[2]
            if label:
                message = f"the arc leads {name} '{label}', which is the label of nothing in this link"
                yield link.found("XG816", message, arc, f"{section}:arcResource")
            else:
                message = f"the arc does not say where it leads {name}"
                yield link.found("XG816", message, arc, f"xbrl.3.5.3.9.2:arc{name.title()}")


def resources_elsewhere(link: ExtendedLink) -> Iterator[Finding]:
    """Labels and references stand in the link itself; only a prohibiting arc leads to others (5.2.2.3, 5.2.3.3)."""
    for arc in link.arcs:
        if arc.tag in _TO_RESOURCES and arc.get("use") != "prohibited" and arc.get(TO) in link.locators:
            message = f"the arc leads to '{arc.get(TO, '')}', which stands in another link"
            yield link.found("XG817", message, arc, _ELSEWHERE)


def prohibited_resources(link: ExtendedLink) -> "frozenset[Element]":
    """The locators that prohibiting arcs lead to, which have to point at labels or references."""
    found: set[Element] = set()
    for arc in link.arcs:
        if arc.tag in _TO_RESOURCES and arc.get("use") == "prohibited":
            found.update(link.locators.get(arc.get(TO, ""), ()))
    return frozenset(found)
