"""The domain of an enumeration: what its declaration says, and the members that the taxonomy puts there.

Follows Extensible Enumerations 2.0 sections 2 and 3; 1.0, and the drafts of 1.1 that filings use, in the same way.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.model import QName
from xbrlgen.rules.dimensional.axes import declaration, is_bundled
from xbrlgen.rules.dimensional.networks import dimensional_networks, usable_members
from xbrlgen.taxonomy import Taxonomy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from xbrlgen.taxonomy.schema import Schema

_NAMESPACE = re.compile(r"http://xbrl\.org/(?:[A-Z]+/)?\d{4}(?:-\d\d-\d\d)?/extensible-enumerations(-2\.0)?(?:-1\.1)?")
_TYPES = frozenset({"enumerationItemType", "enumerationSetItemType", "enumerationsItemType", "enumerationListItemType"})


class EnumerationType(NamedTuple):
    """The type that makes a concept an enumeration: its name, and whether it is one of version 2.0."""

    name: QName
    is_of_version_2: bool

    @property
    def codes(self) -> str:
        """What the codes of its errors begin with, before ``te`` or ``ie``."""
        return "enum2" if self.is_of_version_2 else "enum"

    @property
    def is_set(self) -> bool:
        """Whether its values are sets, which name each member once."""
        return self.name.local_name == "enumerationSetItemType"

    @property
    def invalid_value(self) -> str:
        """The code of the error for a member that is not in the domain (section 4.1; 1.0, section 3)."""
        if self.is_of_version_2:
            return f"enum2ie:InvalidEnumeration{'Set' if self.is_set else ''}Value"
        return (
            "enumie:InvalidFactValue"
            if self.name.local_name == "enumerationItemType"
            else "enumie:InvalidListFactValue"
        )


class Declared(NamedTuple):
    """What the declaration of an enumeration says, as written: empty where it says nothing."""

    domain: str
    role: str
    is_head_usable: bool


def enumeration_type(types: Iterable[QName]) -> EnumerationType | None:
    """The first of a type and those that it derives from that makes an enumeration; None if none does."""
    for name in types:
        match = _NAMESPACE.fullmatch(name.namespace) if name.local_name in _TYPES else None
        if match is not None:
            return EnumerationType(name, match[1] is not None)
    return None


def declared(element: "Element") -> Declared:
    """What the attributes of a declaration say, of whichever version they are."""
    names = ((QName.parse(str(key)), str(value)) for key, value in element.items())
    found = {name.local_name: value for name, value in names if _NAMESPACE.fullmatch(name.namespace)}
    is_head_usable = found.get("headUsable", "").strip() in {"true", "1"}
    return Declared(found.get("domain", "").strip(), found.get("linkrole", "").strip(), is_head_usable)


def domain_name(says: Declared, schema: "Schema", element: "Element") -> QName | None:
    """The concept at the head of the domain; None where the declaration names none."""
    return schema.resolve(says.domain, element) if says.domain else None


def allowed_members(concept: QName, taxonomy: Taxonomy) -> frozenset[QName] | None:
    """The members that facts of an enumeration may name; None where that cannot be told.

    The bundled taxonomies declare enumerations, and carry no linkbases with their members.
    """
    found = declaration(concept, taxonomy)
    if found is None:
        return None
    schema, element = found
    says = declared(element)
    head = domain_name(says, schema, element)
    if head is None or not says.role:
        return None
    networks = dimensional_networks(taxonomy)
    below = list(networks.descent(networks.below(head, says.role)))
    if not below and is_bundled(schema):
        return None
    unusable_head = head in {each.target for each in below} and head not in usable_members(below)
    return usable_members(below) | ({head} if says.is_head_usable and not unusable_head else set())
