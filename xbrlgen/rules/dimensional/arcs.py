"""What the arcs of XBRL Dimensions say beside what all arcs say (XBRL Dimensions 1.0 sections 2.3 to 2.5)."""

from typing import TYPE_CHECKING

from xbrlgen.model import QName
from xbrlgen.rules.arcroles import NOT_ALL
from xbrlgen.taxonomy.concepts import XBRLDT

if TYPE_CHECKING:
    from xbrlgen.taxonomy.networks import Relationship

TARGET_ROLE = QName(XBRLDT, "targetRole")
_CONTEXT_ELEMENT, _CLOSED, _USABLE = (QName(XBRLDT, each) for each in ("contextElement", "closed", "usable"))
_TRUE, _FALSE = {"true", "1"}, {"false", "0"}

CONTAINERS = ("segment", "scenario")


def consecutive_role(relationship: "Relationship") -> str:
    """The role in which the next relationships stand: that of the target role, else the same (section 2.4.3)."""
    return _attribute(relationship, TARGET_ROLE) or relationship.role


def context_element(relationship: "Relationship") -> str:
    """Which container the hypercube is about, ``segment`` or ``scenario`` (section 2.3.1.2)."""
    return _attribute(relationship, _CONTEXT_ELEMENT)


def is_closed(relationship: "Relationship") -> bool:
    """Whether the container may hold nothing but what the hypercube names (section 2.3.2)."""
    return _attribute(relationship, _CLOSED) in _TRUE


def is_usable(relationship: "Relationship") -> bool:
    """Whether the target may be a member of the domain; it may unless told otherwise (section 2.5.3)."""
    return _attribute(relationship, _USABLE) not in _FALSE


def is_negated(relationship: "Relationship") -> bool:
    """Whether the hypercube has what facts must not have (section 2.3.1)."""
    return relationship.arcrole == NOT_ALL


def _attribute(relationship: "Relationship", name: QName) -> str:
    return relationship.attributes.get(name, "").strip()
