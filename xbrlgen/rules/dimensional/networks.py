"""The dimensional relationship sets of a taxonomy in a form in which facts are judged fast.

Follows XBRL Dimensions 1.0 sections 2.4 to 2.6 and 3.1,
https://www.xbrl.org/specification/dimensions/rec-2012-01-25/dimensions-rec-2006-09-18+corrected-errata-2012-01-25-clean.html
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from xbrlgen.model import QName
from xbrlgen.rules.arcroles import (
    ALL,
    DIMENSION_DOMAIN,
    DOMAIN_MEMBER,
    HYPERCUBE_DIMENSION,
    NOT_ALL,
)
from xbrlgen.rules.dimensional.arcs import consecutive_role, context_element, is_closed, is_negated, is_usable
from xbrlgen.rules.dimensional.axes import is_typed_axis
from xbrlgen.rules.dimensional.hypercubes import BaseSet, Hypercube
from xbrlgen.taxonomy import Taxonomy

if TYPE_CHECKING:
    from xbrlgen.taxonomy.networks import Relationship


class DimensionalNetworks:
    """What the definition networks of a taxonomy say of dimensions; everything is worked out once, when asked for."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        self._base_sets: dict[QName, tuple[BaseSet, ...]] = {}
        self._alike: dict[tuple[BaseSet, ...], tuple[BaseSet, ...]] = {}
        self._hypercubes: dict[int, Hypercube] = {}
        self._members: dict[tuple[QName, str], frozenset[QName]] = {}

    def has_hypercubes(self, roles: Container[str] | None = None) -> Iterator["Relationship"]:
        """Every relationship from a primary item to a hypercube in one of `roles`, or in any role without these."""
        for arcrole in (ALL, NOT_ALL):
            for role in self.taxonomy.networks.roles(arcrole):
                if roles is None or role in roles:
                    yield from self.taxonomy.networks.network(arcrole, role).relationships

    def base_sets(self, primary_item: QName) -> tuple[BaseSet, ...]:
        """The hypercubes of a primary item, its own and inherited ones, by role (section 2.6.1).

        Of roles that allow the same it is the first. Primary items that have the same hypercubes have the same tuple.
        """
        if primary_item not in self._base_sets:
            by_role: dict[str, list[Hypercube]] = {}
            for relationship in self._own_and_inherited(primary_item):
                by_role.setdefault(relationship.role, []).append(self.hypercube(relationship))
            by_content: dict[frozenset[object], BaseSet] = {}
            for _, each in sorted(by_role.items()):
                by_content.setdefault(frozenset(hypercube.content for hypercube in each), tuple(each))
            found = tuple(by_content.values())
            self._base_sets[primary_item] = self._alike.setdefault(found, found)
        return self._base_sets[primary_item]

    def hypercube(self, relationship: "Relationship") -> Hypercube:
        """The hypercube that a primary item has by this relationship, with its axes and their members."""
        key = id(relationship)  # a primary item may have one hypercube several times, with other attributes
        if key not in self._hypercubes:
            self._hypercubes[key] = self._compact(relationship)
        return self._hypercubes[key]

    def axes(self, has_hypercube: "Relationship") -> tuple["Relationship", ...]:
        """The relationships to the axes of a hypercube, in the role where that primary item looks for them."""
        network = self.taxonomy.networks.network(HYPERCUBE_DIMENSION, consecutive_role(has_hypercube))
        return tuple(network.children(has_hypercube.target))

    def members(self, axis: QName, role: str) -> frozenset[QName]:
        """The usable members of an axis whose domain stands in `role`.

        A member that one relationship makes usable and another one does not is not (section 2.5.3.3).
        """
        if (axis, role) not in self._members:
            self._members[axis, role] = usable_members(self.domain(axis, role))
        return self._members[axis, role]

    def domain(self, axis: QName, role: str) -> Iterator["Relationship"]:
        """Each relationship of the domain of an axis, from dimension-domain on along consecutive relationships."""
        return self.descent(self.taxonomy.networks.network(DIMENSION_DOMAIN, role).children(axis))

    def descent(self, first: Iterable["Relationship"]) -> Iterator["Relationship"]:
        """These relationships, and all domain-member relationships that follow them; each once."""
        todo = list(first)
        passed: set[tuple[QName, str]] = set()
        while todo:
            relationship = todo.pop()
            yield relationship
            reached = (relationship.target, consecutive_role(relationship))
            if reached not in passed:
                passed.add(reached)
                todo.extend(self.below(*reached))

    def below(self, name: QName, role: str) -> Iterable["Relationship"]:
        """The domain-member relationships from a primary item or member in a role."""
        return self.taxonomy.networks.network(DOMAIN_MEMBER, role).children(name)

    def _own_and_inherited(self, primary_item: QName) -> Iterator["Relationship"]:
        """The has-hypercube relationships of a primary item, and of those above it along consecutive relationships."""
        yield from self._hypercubes_of.get(primary_item, ())
        todo = [*self._above.get(primary_item, ())]
        passed: set[tuple[QName, str]] = set()
        while todo:
            relationship = todo.pop()
            source, role = relationship.source, relationship.role
            if (source, role) not in passed:
                passed.add((source, role))
                if source != primary_item:  # its own ones are there already
                    yield from self._from(source, role)
                todo += (each for each in self._above.get(source, ()) if consecutive_role(each) == role)

    def _from(self, primary_item: QName, role: str) -> Iterator["Relationship"]:
        return (each for each in self._hypercubes_of.get(primary_item, ()) if each.role == role)

    @cached_property
    def _hypercubes_of(self) -> Mapping[QName, Sequence["Relationship"]]:
        """The has-hypercube relationships of all roles by their primary items, role by role."""
        networks = self.taxonomy.networks
        found: dict[QName, list[Relationship]] = {}
        for role in sorted({*networks.roles(ALL), *networks.roles(NOT_ALL)}):
            for arcrole in (ALL, NOT_ALL):
                for each in networks.network(arcrole, role).relationships:
                    found.setdefault(each.source, []).append(each)
        return found

    @cached_property
    def _above(self) -> Mapping[QName, Sequence["Relationship"]]:
        """The domain-member relationships of all roles by their targets."""
        found: dict[QName, list[Relationship]] = {}
        for role in self.taxonomy.networks.roles(DOMAIN_MEMBER):
            for each in self.taxonomy.networks.network(DOMAIN_MEMBER, role).relationships:
                found.setdefault(each.target, []).append(each)
        return found

    def _compact(self, relationship: "Relationship") -> Hypercube:
        axes: dict[QName, frozenset[QName] | None] = {}
        for each in self.axes(relationship):
            axis = each.target
            if is_typed_axis(axis, self.taxonomy):
                axes[axis] = None
            else:  # an axis that stands there twice, with domains in two roles, takes what both have
                usable, other = self.members(axis, consecutive_role(each)), axes.get(axis)
                axes[axis] = usable if other is None else usable & other
        return Hypercube(
            relationship=relationship,
            container=context_element(relationship),
            is_closed=is_closed(relationship),
            is_negated=is_negated(relationship),
            axes=axes,
            optional=frozenset(axis for axis, usable in axes.items() if self._may_be_left_out(axis, usable)),
        )

    def _may_be_left_out(self, axis: QName, usable: frozenset[QName] | None) -> bool:
        """Whether the axis has a default, which facts without the axis have, and which is usable (section 2.7.1)."""
        default = self.taxonomy.default_member(axis)
        return default is not None and usable is not None and default in usable


def usable_members(domain: Iterable["Relationship"]) -> frozenset[QName]:
    """The targets of relationships, without those that any of them makes unusable."""
    usable: set[QName] = set()
    unusable: set[QName] = set()
    for relationship in domain:
        (usable if is_usable(relationship) else unusable).add(relationship.target)
    return frozenset(usable - unusable)


@lru_cache(maxsize=4)
def dimensional_networks(taxonomy: Taxonomy) -> DimensionalNetworks:
    """The dimensional networks of a taxonomy, worked out once for all reports that are judged by it."""
    return DimensionalNetworks(taxonomy)
