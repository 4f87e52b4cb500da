"""The presentation of an extension taxonomy (ESEF Reporting Manual 3.4, EDGAR Filer Manual 6.12)."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from xbrlgen.findings import Finding, finding
from xbrlgen.findings.ruling import case
from xbrlgen.model import QName
from xbrlgen.rules.arcroles import DIMENSIONAL, PARENT_CHILD, SUMMATIONS
from xbrlgen.rules.extension_taxonomy.own_taxonomy import OwnTaxonomy
from xbrlgen.taxonomy.networks import Relationship

_ORDER = QName("", "order")
_MOMENTS = ("eriodStartLabel", "eriodEndLabel")


def several_roots(own: OwnTaxonomy) -> Iterator[Finding]:
    """Networks that begin in several places (ESEF Reporting Manual 3.4.7, EFM 6.12)."""
    for role, arcs in _by_role(own).items():
        below = {each.target for each in arcs}
        roots = {each.source for each in arcs} - below
        if len(roots) > 1:
            message = f"The presentation of {role} begins with {own.listed(roots)}."
            is_statement = any(root.local_name in own.conventions.statements for root in roots)
            yield finding("XG333", message, arcs[0].place, standard=case("statement" if is_statement else "other"))


def repeated_lines(own: OwnTaxonomy) -> Iterator[Finding]:
    """A concept twice below another with nothing to tell the lines apart (ESEF Reporting Manual 3.4.4)."""
    first: dict[tuple[str, QName, QName, str], Relationship] = {}
    for each in own.relationships(PARENT_CHILD):
        key = (each.role, each.source, each.target, each.preferred_label)
        other = first.setdefault(key, each)
        if other is not each:
            message = f"{own.spelt(each.target)} stands twice below {own.spelt(each.source)} under the same label."
            yield finding("XG334", message, each.place, other.place)


def orders(own: OwnTaxonomy) -> Iterator[Finding]:
    """Lines and items whose order is not given, or given twice (EFM 6.12.1 and 6.14.1, GFM 1.6 and 1.7)."""
    taken: set[tuple[str, str, QName, Decimal]] = set()
    for each in own.relationships(PARENT_CHILD, *SUMMATIONS):
        try:
            order = Decimal(each.attributes.get(_ORDER, ""))
        except InvalidOperation:
            told = f"The arc to {own.spelt(each.target)} has no order."
            yield finding("XG335", told, each.place, standard=_case_of_order(each, "missing"))
            continue
        key = (each.arcrole, each.role, each.source, order)
        if key in taken:
            message = f"{own.spelt(each.target)} has the same order {order} as another concept beside it."
            yield finding("XG335", message, each.place, standard=_case_of_order(each, "repeated"))
        taken.add(key)


def _case_of_order(each: Relationship, fault: str) -> str:
    return case(f"{fault}-{'line' if each.arcrole == PARENT_CHILD else 'item'}")


def reported_not_presented(own: OwnTaxonomy) -> Iterator[Finding]:
    """Concepts with facts that have no place in the presentation (ESEF Reporting Manual 3.4.6)."""
    presented = {end for each in own.relationships(PARENT_CHILD) for end in (each.source, each.target)}
    if missing := own.reported - presented:
        yield own.about("XG336", f"Reported, but not in the presentation: {own.listed(missing)}.")
    dimensions = {each for fact in own.facts for each in fact.dimensions}
    used = {end for each in dimensions for end in (each.axis, each.member) if isinstance(end, QName)}
    if absent := used - presented:
        told = f"Axes and members of facts, but not in the presentation: {own.listed(absent)}."
        yield own.about("XG336", told, standard=case("dimension"))


def moments_of_durations(own: OwnTaxonomy) -> Iterator[Finding]:
    """Lines of movements that are to be shown by the label of a balance at the start or end (EFM 6.12.7)."""
    for each in own.relationships(PARENT_CHILD):
        concept = own.taxonomy.concept(each.target)
        is_moment = each.preferred_label.endswith(_MOMENTS)
        if concept is not None and is_moment and concept.period_type == "duration":
            told = f"{own.spelt(each.target)} is of a duration, but to be shown by the label of a moment."
            yield finding("XG391", told, each.place)


def axes_without_members(own: OwnTaxonomy) -> Iterator[Finding]:
    """Axes in the presentation with no member below them, which leave no fact to show (EFM 6.12.8)."""
    for role, arcs in _by_role(own).items():
        above = {each.source for each in arcs}
        for each in arcs:
            concept = own.taxonomy.concept(each.target)
            if concept is not None and concept.is_dimension and each.target not in above and not concept.typed_domain:
                told = f"{own.spelt(each.target)} has no members below it in the presentation of {role}."
                yield finding("XG392", told, each.place)


def related_not_reported(own: OwnTaxonomy) -> Iterator[Finding]:
    """Concepts that could be reported, stand in linkbases, and are not (ESEF Reporting Manual 3.4.6)."""
    shared = {id(fact.dimensions): fact.dimensions for fact in own.facts}  # facts of one context share them
    dimensions = {each for some in shared.values() for each in some}
    used = own.reported | {each.axis for each in dimensions}
    used |= {each.member for each in dimensions if isinstance(each.member, QName)}
    first: dict[QName, Relationship] = {}
    for each in own.relationships(PARENT_CHILD, *SUMMATIONS, *DIMENSIONAL) if own.facts else ():
        for end in (each.source, each.target):
            first.setdefault(end, each)
    for name, each in first.items():
        concept = own.taxonomy.concept(name)
        if name not in used and concept is not None and not concept.is_abstract and concept.item_type is not None:
            yield finding(
                "XG337", f"{own.spelt(name)} stands in the linkbases, but nothing is reported by it.", each.place
            )


def _by_role(own: OwnTaxonomy) -> dict[str, list[Relationship]]:
    found: dict[str, list[Relationship]] = {}
    for each in own.relationships(PARENT_CHILD):
        found.setdefault(each.role, []).append(each)
    return found
