"""How an issuer declares own concepts and roles (EDGAR Filer Manual 6.7 and 6.8, Global Filing Manual 1.3)."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from xbrlgen.findings import Finding, finding
from xbrlgen.findings.ruling import case
from xbrlgen.model import QName, ValueKind
from xbrlgen.rules.extension_taxonomy.own_taxonomy import OwnElement, OwnTaxonomy
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.taxonomy.documents import LINK, XS

LONGEST_NAME, LONGEST_URI = 200, 255
"""In bytes."""

_OF_DURATIONS = {ValueKind.STRING, ValueKind.TEXT_BLOCK, ValueKind.DATE, ValueKind.DATE_TIME}
_USES = {"link:presentationLink", "link:calculationLink", "link:definitionLink"}


def schema_form(own: OwnTaxonomy) -> Iterator[Finding]:
    """Names of elements in the namespace, those of attributes not; nothing included (GFM 1.3.1, EFM 6.7.1)."""
    for schema in own.schemas:
        root, faults = schema.document.root, []
        if not schema.namespace:
            faults.append("has no target namespace")
        if root.get("elementFormDefault") != "qualified":
            faults.append("does not say elementFormDefault='qualified'")
        if root.get("attributeFormDefault", "unqualified") != "unqualified":
            faults.append("says attributeFormDefault='qualified'")
        if root.find(f"{{{XS}}}include") is not None or root.find(f"{{{XS}}}redefine") is not None:
            told = "The schema includes another one."
            yield finding("XG319", told, schema.document.place(root), standard=case("include"))
        for fault in faults:
            yield finding("XG319", f"The schema {fault}.", schema.document.place(root))


def declaration_forms(own: OwnTaxonomy) -> Iterator[Finding]:
    """The id is made of prefix and name, and a nil value is allowed (GFM 1.3.19, EFM 6.7.17 and 6.7.18)."""
    for each in own.elements:
        wanted = f"{each.schema.usual_prefix()}_{each.name}"
        if each.element.get("id") != wanted:
            yield each.found(
                "XG320", f"{own.spelt(each.concept.name)} does not have the id '{wanted}'.", standard=case("id")
            )
        if not each.concept.is_nillable:
            yield each.found("XG320", f"{own.spelt(each.concept.name)} is not nillable.", standard=case("nil"))


def heading_types(own: OwnTaxonomy) -> Iterator[Finding]:
    """What is never reported is a string of a duration; members are of their own type (EFM 6.7.21 and 6.7.22)."""
    for each in own.elements:
        item_type = each.concept.item_type
        if each.concept.is_abstract and item_type is not None:
            is_member = each.concept.kind is ValueKind.DOMAIN
            name = own.spelt(each.concept.name)
            if each.concept.period_type != "duration":
                yield each.found("XG321", f"{name} is abstract, but of the period type {each.concept.period_type}.")
            if not is_member and item_type.name.local_name != "stringItemType":
                told = f"{name} is abstract, but of the type {item_type.name.local_name}."
                yield each.found("XG321", told, standard=case("type"))


def texts_of_instants(own: OwnTaxonomy) -> Iterator[Finding]:
    """Texts and dates are of durations (EFM 6.7.32, 6.8.16 and 6.8.17)."""
    for each in own.elements:
        if each.is_item and each.concept.kind in _OF_DURATIONS and each.concept.period_type == "instant":
            yield each.found("XG322", f"{own.spelt(each.concept.name)} is a {each.concept.kind} of an instant.")


def amounts_without_balance(own: OwnTaxonomy) -> Iterator[Finding]:
    """Amounts are debit or credit (ESEF RTS, Annex IV, paragraph 4.2)."""
    for each in own.elements:
        if each.is_item and each.concept.kind is ValueKind.MONETARY and not each.concept.balance:
            yield each.found("XG323", f"{own.spelt(each.concept.name)} is neither debit nor credit.")


def name_endings(own: OwnTaxonomy) -> Iterator[Finding]:
    """The end of a name says what kind of element it is (EFM 6.7.23 to 6.7.28, GFM 1.3.25 to 1.3.31)."""
    for each in own.elements:
        for endings, is_of_kind, kind in _endings(each):
            if each.name.endswith(endings) != is_of_kind:
                verb = "is a" if is_of_kind else "is no"
                ends = " or ".join(f"'{ending}'" for ending in endings)
                message = f"{own.spelt(each.concept.name)} {verb} {kind}, whose names end in {ends}."
                yield each.found("XG324", message, standard=case(kind.replace(" ", "-")))


def _endings(each: OwnElement) -> Iterator[tuple[tuple[str, ...], bool, str]]:
    """Endings, whether the element is of the kind that they are kept for, and that kind."""
    yield ("Axis",), each.concept.is_dimension, "axis"
    yield ("Table",), each.concept.is_hypercube, "table"
    yield ("Domain", "Member"), each.concept.kind is ValueKind.DOMAIN, "member"
    if each.name.endswith("LineItems"):
        yield ("LineItems",), each.concept.is_abstract, "abstract concept"


def member_types(own: OwnTaxonomy) -> Iterator[Finding]:
    """Members have the type that the members of the base taxonomy have (ESEF Reporting Manual 3.2.2)."""
    members = [
        (each, each.concept.item_type.name)
        for each in own.elements
        if each.concept.item_type and each.concept.kind is ValueKind.DOMAIN
    ]
    unseen = {name for _, name in members}
    of_base: set[QName] = set()
    for name in _types_of_members(own.base) if unseen else ():
        of_base.add(name)
        unseen.discard(name)
        if not unseen:  # after a few of thousands
            return
    for each, name in members:
        if of_base and name not in of_base:
            wanted = " or ".join(sorted(known.namespace for known in of_base))
            message = f"{own.spelt(each.concept.name)} has the type of {name.namespace}, not of {wanted}."
            yield each.found("XG325", message)


def _types_of_members(taxonomy: Taxonomy) -> Iterator[QName]:
    for concept in taxonomy.concepts():
        if concept.kind is ValueKind.DOMAIN and concept.item_type is not None:
            yield concept.item_type.name


def lengths(own: OwnTaxonomy) -> Iterator[Finding]:
    """Names and URIs that are too long (EFM 6.7.29 and 6.7.30)."""
    for each in own.elements:
        if len(each.name.encode()) > LONGEST_NAME:
            yield each.found(
                "XG326", f"The name {each.name} has more than {LONGEST_NAME} bytes.", standard=case("name")
            )
    for schema in own.schemas:
        uris = [(schema.document.root, schema.namespace)]
        uris += [(role, role.get("roleURI", "")) for role in schema.document.root.iter(f"{{{LINK}}}roleType")]
        for element, uri in uris:
            if len(uri.encode()) > LONGEST_URI:
                message = f"The URI {uri} has more than {LONGEST_URI} bytes."
                yield finding("XG326", message, schema.document.place(element), standard=case("uri"))


def role_forms(own: OwnTaxonomy) -> Iterator[Finding]:
    """Own roles begin with the issuer's authority, and are for all networks (EFM 6.7.9 to 6.7.12, GFM 1.3.11)."""
    pattern = own.conventions.role_definition
    for schema in own.schemas:
        authority = urlsplit(schema.namespace)[:2]
        for role in schema.document.root.iter(f"{{{LINK}}}roleType"):
            uri, definition = role.get("roleURI", ""), role.findtext(f"{{{LINK}}}definition", "")
            faults = {}
            if urlsplit(uri)[:2] != authority:
                faults["authority"] = f"does not begin as the namespace {schema.namespace} does"
            if missing := _USES - {(use.text or "").strip() for use in role.iter(f"{{{LINK}}}usedOn")}:
                faults["uses"] = f"is not used on {', '.join(sorted(missing))}"
            if pattern and not re.fullmatch(pattern, definition):
                faults["definition"] = f"has the definition '{definition}', which does not match {pattern}"
            for name, fault in faults.items():
                place = schema.document.place(role)
                yield finding("XG327", f"The role {uri} {fault}.", place, standard=case(name))


def tuples_and_fractions(own: OwnTaxonomy) -> Iterator[Finding]:
    """Neither tuples nor fractions (ESEF Reporting Manual 2.4.1, EFM 6.7.18)."""
    for each in own.elements:
        item_type = each.concept.item_type
        if each.concept.substitution_group.local_name == "tuple":
            yield each.found("XG372", f"{own.spelt(each.concept.name)} is a tuple.", standard=case("tuple"))
        elif item_type is not None and item_type.name.local_name == "fractionItemType":
            yield each.found("XG372", f"{own.spelt(each.concept.name)} is a fraction.", standard=case("fraction"))
