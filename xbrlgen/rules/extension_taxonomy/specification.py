"""What XBRL itself forbids in linkbases, beyond what a schema can say."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xbrlgen.addresses import split
from xbrlgen.findings import Finding, finding
from xbrlgen.rules.extension_taxonomy.arcroles import DIMENSION_DEFAULT, PARENT_CHILD, SUMMATIONS
from xbrlgen.rules.extension_taxonomy.own_taxonomy import OwnTaxonomy
from xbrlgen.taxonomy.documents import XLINK

if TYPE_CHECKING:
    from xbrlgen.model import QName

_TYPE = f"{{{XLINK}}}type"


def repeated_arcs(own: OwnTaxonomy) -> Iterator[Finding]:
    """Two arcs of one link between the same labels (XLink 1.0 section 5.1.3)."""
    for linkbase, link in own.links():
        joined: set[tuple[str, str]] = set()
        for arc in (each for each in link.iterchildren("*") if each.get(_TYPE) == "arc"):
            ends = source, target = arc.get(f"{{{XLINK}}}from", ""), arc.get(f"{{{XLINK}}}to", "")
            if ends in joined:
                message = f"Another arc of this link leads from '{source}' to '{target}' already."
                yield finding("XG311", message, linkbase.document.place(arc))
            joined.add(ends)


def dangling_locators(own: OwnTaxonomy) -> Iterator[Finding]:
    """Locators that point at no element of the taxonomy (XBRL 2.1 section 3.5.3.7)."""
    for linkbase, link in own.links():
        for locator in (each for each in link.iterchildren("*") if each.get(_TYPE) == "locator"):
            location, pointer = split(locator.get(f"{{{XLINK}}}href", ""))
            names = own.taxonomy.dts.names(linkbase.document.absolute(location, locator))
            if names and pointer not in names:
                message = f"The taxonomy has no element at '{location}#{pointer}'."
                yield finding("XG316", message, linkbase.document.place(locator))


def preferred_labels(own: OwnTaxonomy) -> Iterator[Finding]:
    """Preferred labels that a concept does not have (XBRL 2.1 section 5.2.4.2.1)."""
    for each in own.relationships(PARENT_CHILD):
        role = each.preferred_label
        if role and not own.taxonomy.has_label(each.target, role):
            message = f"{own.spelt(each.target)} has no label of the role '{role}', by which it is to be shown."
            yield finding("XG312", message, each.place)


def weights_against_balances(own: OwnTaxonomy) -> Iterator[Finding]:
    """Items of the total's balance are added, others subtracted (XBRL 2.1 section 5.1.1.2, table 6)."""
    for each in own.relationships(*SUMMATIONS):
        total, item = own.taxonomy.concept(each.source), own.taxonomy.concept(each.target)
        if total is None or item is None or not (total.balance and item.balance):
            continue
        is_subtracted = each.weight is not None and each.weight < 0
        if is_subtracted == (total.balance == item.balance):
            done = "subtracted from" if is_subtracted else "added to"
            message = f"{own.spelt(each.target)} ({item.balance}) is {done} {own.spelt(each.source)} ({total.balance})."
            yield finding("XG313", message, each.place)


def sums_of_no_numbers(own: OwnTaxonomy) -> Iterator[Finding]:
    """Only numbers add up (XBRL 2.1 section 5.2.5.2)."""
    for each in own.relationships(*SUMMATIONS):
        ends = ((name, own.taxonomy.concept(name)) for name in (each.source, each.target))
        for name, concept in ends:
            if concept is not None and not concept.kind.is_numeric:
                yield finding("XG314", f"{own.spelt(name)} is part of a sum, but holds no number.", each.place)


def contradicting_defaults(own: OwnTaxonomy) -> Iterator[Finding]:
    """An axis has one default member, whichever linkbase says so (XBRL Dimensions 1.0 section 2.7.1.1)."""
    given: dict[QName, QName] = {}
    for each in own.relationships(DIMENSION_DEFAULT):
        first = own.base.default_member(each.source) or given.setdefault(each.source, each.target)
        if first != each.target:
            message = (
                f"{own.spelt(each.source)} has the default member {own.spelt(first)},"
                f" and {own.spelt(each.target)} as well."
            )
            yield finding("XG315", message, each.place)
