"""Judges dimensional relationship sets as a whole (XBRL Dimensions 1.0 sections 2.4.2 and 2.5.3.1.1)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, finding
from xbrlgen.model import QName
from xbrlgen.rules.dimensional.arcs import consecutive_role, is_usable
from xbrlgen.rules.dimensional.axes import is_typed_axis
from xbrlgen.rules.dimensional.networks import DimensionalNetworks

if TYPE_CHECKING:
    from xbrlgen.taxonomy.networks import Relationship


def check_relationship_sets(networks: DimensionalNetworks) -> Iterator[Finding]:
    """Domains that lead in a circle, and line items that are members of an axis of their own hypercube.

    A relationship counts only where consecutive relationships lead to it from a hypercube.
    """
    judged: set[tuple[QName, str]] = set()
    for has_hypercube in networks.has_hypercubes():
        items: frozenset[QName] | None = None
        for to_axis in networks.axes(has_hypercube):
            axis, role = to_axis.target, consecutive_role(to_axis)
            if is_typed_axis(axis, networks.taxonomy):
                continue
            if (axis, role) not in judged:
                judged.add((axis, role))
                yield from _circles(axis, role, networks)
            items = items or _line_items(has_hypercube, networks)
            yield from _both(has_hypercube, axis, items, networks.domain(axis, role))


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


def _line_items(has_hypercube: "Relationship", networks: DimensionalNetworks) -> frozenset[QName]:
    """The primary items that have a hypercube: the one that it is given to, and those that inherit it."""
    below = networks.descent(networks.below(has_hypercube.source, has_hypercube.role))
    return frozenset({has_hypercube.source, *(each.target for each in below if is_usable(each))})


def _both(
    has_hypercube: "Relationship", axis: QName, items: frozenset[QName], domain: Iterable["Relationship"]
) -> Iterator[Finding]:
    for relationship in domain:
        if relationship.target in items and is_usable(relationship):
            name = relationship.target.local_name
            message = (
                f"'{name}' is a line item of the hypercube '{has_hypercube.target.local_name}' in the role "
                f"'{has_hypercube.role}', and also a member of its axis '{axis.local_name}'"
            )
            yield finding("XG871", message, relationship.place, has_hypercube.place)
            return
