"""The anchors of own concepts (ESEF Reporting Manual 1.4 and 3.3)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, finding
from xbrlgen.findings.ruling import case
from xbrlgen.model import Concept, QName, ValueKind
from xbrlgen.rules.arcroles import (
    DIMENSIONAL,
    GENERAL_SPECIAL,
    PARENT_CHILD,
    SUMMATIONS,
    WIDER_NARROWER,
)
from xbrlgen.rules.extension_taxonomy.own_taxonomy import OwnTaxonomy

if TYPE_CHECKING:
    from xbrlgen.taxonomy.networks import Relationship


def unanchored_concepts(own: OwnTaxonomy) -> Iterator[Finding]:
    """Own concepts that nothing says the place of; totals and what stands in the notes need no anchor (3.3.1)."""
    anchored = {end for each in own.relationships(WIDER_NARROWER) for end in (each.source, each.target)}
    related = {end for each in own.relationships(GENERAL_SPECIAL) for end in (each.source, each.target)}
    exempt = {each.source for each in own.relationships(*SUMMATIONS)} | _in_notes(own)
    for each in own.elements:
        name = each.concept.name
        if not each.is_item or name in anchored or name in exempt:
            continue
        if name in related:
            told = f"{own.spelt(name)} is related to another concept by general-special, not by an anchor."
            yield each.found("XG345", told, standard=case("arcrole"))
        else:
            yield each.found("XG345", f"{own.spelt(name)} is not anchored to a concept of the base taxonomy.")


def anchor_ends(own: OwnTaxonomy) -> Iterator[Finding]:
    """An anchor joins an own concept and one of the base taxonomy, both of which may be reported (3.3.1)."""
    for each in own.relationships(WIDER_NARROWER):
        if own.is_own(each.source) == own.is_own(each.target):
            whose = "the issuer's own" if own.is_own(each.source) else "of the base taxonomy"
            message = f"{own.spelt(each.source)} and {own.spelt(each.target)} are both {whose}."
            yield finding("XG346", message, each.place)
        for end in (each.source, each.target):
            if (concept := own.taxonomy.concept(end)) is not None and (kind := _unfit(concept)):
                standard = case(kind.split()[-1])
                yield finding("XG346", f"{own.spelt(end)} is {kind}, and has an anchor.", each.place, standard=standard)


def anchors_beside_dimensions(own: OwnTaxonomy) -> Iterator[Finding]:
    """Anchors in a role that has hypercubes as well (3.3.2)."""
    dimensional = {each.role for each in own.relationships(*DIMENSIONAL)}
    first: dict[str, Relationship] = {}
    for each in own.relationships(WIDER_NARROWER):
        if each.role in dimensional:
            first.setdefault(each.role, each)
    for role, each in first.items():
        yield finding("XG347", f"The role {role} has anchors beside dimensions.", each.place)


def anchor_types(own: OwnTaxonomy) -> Iterator[Finding]:
    """An own concept has the type of its anchor, or one derived from it (1.4.1)."""
    for each in own.relationships(WIDER_NARROWER):
        ends = (each.source, each.target) if own.is_own(each.source) else (each.target, each.source)
        mine, anchor = map(own.taxonomy.concept, ends)
        if mine is None or anchor is None or mine.item_type is None or anchor.item_type is None:
            continue
        wanted = anchor.item_type.name
        ancestors = own.taxonomy.ancestors(mine.item_type.name) if own.conventions.derived_anchors else ()
        if wanted not in (mine.item_type.name, *ancestors):
            types = mine.item_type.name.local_name, anchor.item_type.name.local_name
            message = (
                f"{own.spelt(mine.name)} is of the type {types[0]}, its anchor {own.spelt(anchor.name)} of {types[1]}."
            )
            yield finding("XG348", message, each.place)


def _unfit(concept: Concept) -> str:
    """What kind of concept it is that has no anchor; empty if it may have one."""
    if concept.is_dimension:
        return "an axis"
    if concept.kind is ValueKind.DOMAIN:
        return "a member"
    return "abstract" if concept.is_abstract else ""


def _in_notes(own: OwnTaxonomy) -> set[QName]:
    """The concepts of those roles whose presentation begins with the heading of the notes."""
    arcs = list(own.relationships(PARENT_CHILD))
    headings = {each.role for each in arcs if each.source.local_name == own.conventions.notes_heading}
    return {each.target for each in arcs if each.role in headings}
