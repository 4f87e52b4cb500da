"""The hypercubes and defaults of an extension taxonomy (ESEF Reporting Manual 3.4.2 and 3.4.3)."""

from collections.abc import Iterator, Mapping

from xbrlgen.findings import Finding, finding
from xbrlgen.findings.ruling import case
from xbrlgen.model import QName
from xbrlgen.rules.arcroles import ALL, DIMENSION_DEFAULT, DOMAIN_MEMBER, NOT_ALL
from xbrlgen.rules.extension_taxonomy.own_taxonomy import OwnTaxonomy

_CONTAINER, _CLOSED = (QName("http://xbrl.org/2005/xbrldt", each) for each in ("contextElement", "closed"))


def hypercube_forms(own: OwnTaxonomy) -> Iterator[Finding]:
    """Hypercubes say what is allowed, and nothing else is (ESEF Reporting Manual 3.4.2)."""
    for each in own.relationships(ALL, NOT_ALL):
        faults = {}
        container = each.attributes.get(_CONTAINER, "")
        if each.arcrole == NOT_ALL:
            faults["not-all"] = "says what is not allowed (notAll)"
        elif each.attributes.get(_CLOSED, "false").strip() not in {"true", "1"}:
            faults["open"] = "is open"
        if own.conventions.container not in {"", container}:
            faults["container"] = f"is about the {container}, not the {own.conventions.container}"
        for name, fault in faults.items():
            told = f"The hypercube {own.spelt(each.target)} {fault}."
            yield finding("XG342", told, each.place, standard=case(name))


def items_without_hypercube(own: OwnTaxonomy) -> Iterator[Finding]:
    """Concepts with facts that stand below the line items of no hypercube (ESEF Reporting Manual 3.4.2)."""
    below: dict[QName, list[QName]] = {}
    for each in own.relationships(DOMAIN_MEMBER):
        below.setdefault(each.source, []).append(each.target)
    covered = {each.source for each in own.relationships(ALL)} | {name for name in below if not own.is_own(name)}
    waiting = list(covered)
    while waiting:
        further = [each for each in below.get(waiting.pop(), ()) if each not in covered]
        covered.update(further)
        waiting += further
    if missing := own.reported - covered:
        yield own.about("XG343", f"Reported, but in no hypercube: {own.listed(missing)}.")


def axes_without_default(own: OwnTaxonomy) -> Iterator[Finding]:
    """Own axes without a default member in the role that is kept for defaults (ESEF Reporting Manual 3.4.3)."""
    wanted = own.conventions.defaults_role
    roles = _default_roles(own)
    for each in own.elements:
        if not each.concept.is_dimension or each.concept.typed_domain is not None:
            continue
        role = roles.get(each.concept.name)
        if role is None:
            yield each.found("XG344", f"{own.spelt(each.concept.name)} has no default member.")
        elif wanted and role != wanted:
            name = own.spelt(each.concept.name)
            yield each.found(
                "XG344", f"{name} has its default member in the role {role}, not in {wanted}.", standard=case("role")
            )


def _default_roles(own: OwnTaxonomy) -> Mapping[QName, str]:
    return {each.source: each.role for each in own.relationships(DIMENSION_DEFAULT)}
