"""Judges what stands at the two ends of dimensional arcs (XBRL Dimensions 1.0 sections 2.2 to 2.6)."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Finding, finding
from xbrlgen.model import Concept, QName
from xbrlgen.rules.arcroles import (
    ALL,
    DIMENSION_DEFAULT,
    DIMENSION_DOMAIN,
    DOMAIN_MEMBER,
    HYPERCUBE_DIMENSION,
    NOT_ALL,
)
from xbrlgen.rules.dimensional.arcs import CONTAINERS, context_element
from xbrlgen.rules.dimensional.axes import is_primary_item, is_typed_axis
from xbrlgen.taxonomy import Taxonomy

if TYPE_CHECKING:
    from xbrlgen.taxonomy.networks import Relationship


class _Kind(NamedTuple):
    """What an end of an arc has to be: in words, and as a test."""

    words: str
    holds: Callable[[Concept | None, Taxonomy], bool]


def _is_explicit(concept: Concept | None, taxonomy: Taxonomy) -> bool:
    return concept is not None and concept.is_dimension and not is_typed_axis(concept.name, taxonomy)


_HYPERCUBE = _Kind("a hypercube", lambda concept, _: concept is not None and concept.is_hypercube)
_AXIS = _Kind("an axis", lambda concept, _: concept is not None and concept.is_dimension)
_EXPLICIT = _Kind("an axis that takes members, not values", _is_explicit)
_LINE_ITEM = _Kind("a line item", lambda concept, _: is_primary_item(concept))
_MEMBER = _Kind("a member", lambda concept, _: is_primary_item(concept))

_ENDS = {
    ALL: ("HasHypercube", _LINE_ITEM, _HYPERCUBE),
    NOT_ALL: ("HasHypercube", _LINE_ITEM, _HYPERCUBE),
    HYPERCUBE_DIMENSION: ("HypercubeDimension", _HYPERCUBE, _AXIS),
    DIMENSION_DOMAIN: ("DimensionDomain", _EXPLICIT, _MEMBER),
    DOMAIN_MEMBER: ("DomainMember", _MEMBER, _MEMBER),
    DIMENSION_DEFAULT: ("DimensionDefault", _EXPLICIT, _MEMBER),
}
"""What each arcrole joins, and how the codes of its errors begin."""


def check_relationships(taxonomy: Taxonomy, base_sets: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """Dimensional relationships between the wrong kinds of concepts, or without the attributes that they need.

    `base_sets` are arcroles and roles whose relationships are judged.
    """
    suits: dict[tuple[str, QName], bool] = {}
    for arcrole, role in base_sets:
        for relationship in taxonomy.networks.network(arcrole, role).relationships:
            yield from _check_ends(taxonomy, relationship, suits)
            if arcrole in {ALL, NOT_ALL} and context_element(relationship) not in CONTAINERS:
                yield _without_container(relationship)


def check_defaults(taxonomy: Taxonomy) -> Iterator[Finding]:
    """Axes with several default members, in whichever roles (section 2.7.1.1)."""
    first: dict[QName, QName] = {}
    for role in taxonomy.networks.roles(DIMENSION_DEFAULT):
        for relationship in taxonomy.networks.network(DIMENSION_DEFAULT, role).relationships:
            axis, member = relationship.source, relationship.target
            if first.setdefault(axis, member) != member:
                message = (
                    f"the axis '{axis.local_name}' has the default '{member.local_name}' in the role '{role}', but "
                    f"'{first[axis].local_name}' is its default already"
                )
                yield finding("XG868", message, relationship.place)


def _check_ends(
    taxonomy: Taxonomy, relationship: "Relationship", suits: dict[tuple[str, QName], bool]
) -> Iterator[Finding]:
    code, *kinds = _ENDS[relationship.arcrole]
    ends = (("Source", relationship.source), ("Target", relationship.target))
    for (end, name), kind in zip(ends, kinds, strict=True):
        if (kind.words, name) not in suits:
            suits[kind.words, name] = kind.holds(taxonomy.concept(name), taxonomy)
        if not suits[kind.words, name]:
            message = f"{_told(relationship, end)} {_kind_of(name, taxonomy)} instead of {kind.words}"
            yield finding("XG865", message, relationship.place, standard=f"xbrldte:{code}{end}Error")


def _told(relationship: "Relationship", end: str) -> str:
    where = "comes from" if end == "Source" else "leads to"
    kind = relationship.arcrole.rpartition("/")[2]
    return (
        f"the relationship {kind} from '{relationship.source.local_name}' to '{relationship.target.local_name}' in the "
        f"role '{relationship.role}' {where}"
    )


def _kind_of(name: QName, taxonomy: Taxonomy) -> str:
    concept = taxonomy.concept(name)
    if concept is None:
        return "an element that is no concept"
    if concept.is_dimension:
        return "an axis for values" if is_typed_axis(name, taxonomy) else "an axis"
    if concept.is_hypercube:
        return "a hypercube"
    return "an item" if is_primary_item(concept) else "a tuple"


def _without_container(relationship: "Relationship") -> Finding:
    message = (
        f"the relationship from '{relationship.source.local_name}' to the hypercube "
        f"'{relationship.target.local_name}' in the role '{relationship.role}' does not say whether it is about "
        "the segment or the scenario"
    )
    return finding("XG866", message, relationship.place)
