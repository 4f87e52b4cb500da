"""Judges dimensional relationship sets as a whole (XBRL Dimensions 1.0 sections 2.4.2 and 2.5.3.1.1)."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, finding
from xbrlgen.model import QName
from xbrlgen.rules.dimensional.arcs import consecutive_role, is_usable
from xbrlgen.rules.dimensional.axes import is_typed_axis
from xbrlgen.rules.dimensional.networks import DimensionalNetworks

if TYPE_CHECKING:
    from xbrlgen.taxonomy.networks import Relationship


def check_relationship_sets(networks: DimensionalNetworks, roles: Container[str] | None) -> Iterator[Finding]:
    """Domains that lead in a circle, and line items that are members of an axis of their own hypercube.

    A relationship counts only where consecutive relationships lead to it from a hypercube in one of `roles`, or in any
    role if they are not given.
    """
    domains: dict[tuple[QName, str], frozenset[QName]] = {}
    items: dict[tuple[QName, str], frozenset[QName]] = {}
    for has_hypercube in networks.has_hypercubes(roles):
        first = (has_hypercube.source, has_hypercube.role)
        if first not in items:
            below = networks.descent(networks.below(*first))
            items[first] = _usable(below) | {has_hypercube.source}
        for to_axis in networks.axes(has_hypercube):
            domain = (to_axis.target, consecutive_role(to_axis))
            if domain not in domains and not is_typed_axis(to_axis.target, networks.taxonomy):
                domains[domain] = _usable(networks.domain(*domain))
                yield from _circles(*domain, networks)
            if both := domains.get(domain, frozenset()) & items[first]:
                yield _ambiguous(has_hypercube, min(both), *domain, networks)


def _usable(relationships: Iterable["Relationship"]) -> frozenset[QName]:
    return frozenset(each.target for each in relationships if is_usable(each))


def _circles(axis: QName, role: str, networks: DimensionalNetworks) -> Iterator[Finding]:
    targets: dict[QName, list[Relationship]] = {}
    for relationship in networks.domain(axis, role):
        targets.setdefault(relationship.source, []).append(relationship)
    circle = _circle(targets)
    if circle:
        path = " > ".join(each.source.local_name for each in circle)
        message = (
            f"the domain of the axis '{axis.local_name}' in the role '{role}' leads in a circle: "
            f"{path} > {circle[-1].target.local_name}"
        )
        yield finding("XG869", message, *(each.place for each in circle))


def _circle(targets: Mapping[QName, Sequence["Relationship"]]) -> list["Relationship"]:
    """The relationships of a circle, the first that a search in depth meets; empty if there is none."""
    done: set[QName] = set()
    for start in targets:
        trail: list[Relationship] = []
        open_names = {start: 0}
        pending = [iter(targets[start])] if start not in done else []
        while pending:
            relationship = next(pending[-1], None)
            if relationship is None:
                pending.pop()
                done.add(open_names.popitem()[0])
                if trail:
                    trail.pop()
            elif relationship.target in open_names:
                return [*trail[open_names[relationship.target] :], relationship]
            elif relationship.target not in done and relationship.target in targets:
                trail.append(relationship)
                open_names[relationship.target] = len(trail)
                pending.append(iter(targets[relationship.target]))
    return []


def _ambiguous(
    has_hypercube: "Relationship", name: QName, axis: QName, role: str, networks: DimensionalNetworks
) -> Finding:
    """What is both a line item and a member of the same hypercube."""
    message = (
        f"'{name.local_name}' is a line item of the hypercube '{has_hypercube.target.local_name}' in the role "
        f"'{has_hypercube.role}', and also a member of its axis '{axis.local_name}'"
    )
    as_member = next(each for each in networks.domain(axis, role) if each.target == name and is_usable(each))
    return finding("XG871", message, as_member.place, has_hypercube.place)
