"""Judges how schemas declare enumerations (Extensible Enumerations 2.0 section 2)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, finding
from xbrlgen.model import QName
from xbrlgen.rules.dimensional.axes import is_bundled, is_primary_item
from xbrlgen.rules.enumerations.domains import EnumerationType, declared, domain_name, enumeration_type
from xbrlgen.taxonomy import Taxonomy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from xbrlgen.taxonomy.schema import Schema

_WORD = "numeration"
"""What a namespace has to hold if enumerations may be declared at all; most taxonomies have none."""


def check_enumerations(taxonomy: Taxonomy) -> Iterator[Finding]:
    """Enumerations outside the bundled taxonomies whose domain is missing, or is none."""
    if not any(_WORD in each.namespace for each in taxonomy.dts.schemas.values()):
        return
    for schema in taxonomy.dts.schemas.values():
        if not is_bundled(schema):
            known: dict[str, EnumerationType | None] = {}
            for name, element in schema.elements.items():
                kind = _kind(taxonomy, schema, element, known)
                if kind is not None:
                    yield from _check(taxonomy, kind, name, schema, element)


def _kind(
    taxonomy: Taxonomy, schema: "Schema", element: "Element", known: dict[str, EnumerationType | None]
) -> EnumerationType | None:
    text = element.get("type", "")
    if not text:
        concept = taxonomy.concept(QName(schema.namespace, element.get("name", "")))
        return None if concept is None else enumeration_type(taxonomy.types(concept))
    if text not in known or schema.document.has_local_prefixes:
        known[text] = enumeration_type(taxonomy.ancestors(schema.resolve(text, element)))
    return known[text]


def _check(
    taxonomy: Taxonomy, kind: EnumerationType, name: str, schema: "Schema", element: "Element"
) -> Iterator[Finding]:
    says, place, errors = declared(element), schema.document.place(element), f"{kind.codes}te"
    head = domain_name(says, schema, element)
    if head is None:
        message = f"the enumeration '{name}' does not say which concept is the head of its values"
        yield finding("XG890", message, place, standard=f"{errors}:MissingDomainError")
    elif not is_primary_item(taxonomy.concept(head)):
        message = (
            f"the values of the enumeration '{name}' are those below '{says.domain}', which is no item to be a member"
        )
        yield finding("XG891", message, place, standard=f"{errors}:InvalidDomainError")
    if not says.role:
        message = f"the enumeration '{name}' does not say in which role its values stand"
        yield finding("XG892", message, place, standard=f"{errors}:MissingLinkRoleError")
