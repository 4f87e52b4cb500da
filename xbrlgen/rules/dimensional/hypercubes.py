"""What a hypercube allows: its axes, and the members that each takes (XBRL Dimensions 1.0 section 3.1.3)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.instance import Container, InstanceContext
from xbrlgen.model import Dimension, QName, TypedMember

if TYPE_CHECKING:
    from xbrlgen.taxonomy.networks import Relationship

Members = Mapping[QName, QName | None]
"""The member on each axis; None is a value on a typed axis, for which values are all alike."""


class Contents(NamedTuple):
    """What stands in a segment or scenario, as far as hypercubes ask; `has_other` for what is no dimension."""

    members: Members
    has_other: bool = False

    @classmethod
    def of(cls, dimensions: Iterable[Dimension], *, has_other: bool = False) -> "Contents":
        """What these dimensions say."""
        members = {each.axis: None if isinstance(each.member, TypedMember) else each.member for each in dimensions}
        return cls(members, has_other)


@dataclass(frozen=True, slots=True, eq=False)
class Hypercube:
    """A hypercube as one primary item has it.

    `axes` has the usable members of each axis, None for a typed one, which takes any value of its type; those in
    `optional` may be left out, because they have a default that is usable.
    """

    relationship: "Relationship"
    container: str
    is_closed: bool
    is_negated: bool
    axes: Mapping[QName, frozenset[QName] | None]
    optional: frozenset[QName]

    @property
    def name(self) -> QName:
        """The concept of the hypercube."""
        return self.relationship.target

    @property
    def role(self) -> str:
        """The role of its base set, whose hypercubes a fact has to suit all together."""
        return self.relationship.role

    @property
    def content(self) -> object:
        """Equal for hypercubes that allow the same."""
        return self.container, self.is_closed, self.is_negated, frozenset(self.axes.items()), self.optional

    def allows(self, contents: Contents) -> bool:
        """Whether a fact with these contents in the hypercube's container suits it, negated or not."""
        return self._holds(contents) != self.is_negated

    def _holds(self, contents: Contents) -> bool:
        members = contents.members
        if self.is_closed and (contents.has_other or not members.keys() <= self.axes.keys()):
            return False
        for axis, usable in self.axes.items():
            if axis not in members:
                if axis not in self.optional:
                    return False
            elif usable is not None and members[axis] not in usable:
                return False
        return True


BaseSet = tuple[Hypercube, ...]
"""The hypercubes of one role that a primary item has: its facts have to suit them all (section 3.1.2)."""


class Situation(NamedTuple):
    """Where facts stand: what is in their containers; `anywhere` where the syntax has no containers."""

    segment: Contents
    scenario: Contents
    anywhere: Contents | None = None

    @classmethod
    def of_context(cls, context: InstanceContext) -> "Situation":
        """The situation of facts with this context."""
        return cls(_contents(context.segment), _contents(context.scenario))

    @classmethod
    def of_dimensions(cls, dimensions: Iterable[Dimension]) -> "Situation":
        """The situation of facts in a syntax without containers."""
        nothing = Contents({})
        return cls(nothing, nothing, Contents.of(dimensions))

    @property
    def key(self) -> object:
        """Equal for situations that say the same."""
        return tuple([each and (frozenset(each.members.items()), each.has_other) for each in self])

    def dimensions(self) -> Iterator[tuple[QName, QName | None]]:
        """Every axis with its member, None for a value."""
        for each in (self.segment, self.scenario, self.anywhere):
            yield from () if each is None else each.members.items()

    def suits(self, base_sets: tuple[BaseSet, ...]) -> bool:
        """Whether facts that have these hypercubes may stand here: those of one role are enough (section 3.1.1)."""
        return not base_sets or any(
            all(each.allows(self.seen_by(each, base_set)) for each in base_set) for base_set in base_sets
        )

    def seen_by(self, hypercube: Hypercube, base_set: BaseSet) -> Contents:
        """What a hypercube looks at.

        Where there are no containers, an axis stands in that of the hypercube of the role which has the axis.
        """
        if self.anywhere is None:
            return self.scenario if hypercube.container == "scenario" else self.segment
        others = [each for each in base_set if each.container != hypercube.container]
        if not others:
            return self.anywhere
        elsewhere = {axis for each in others for axis in each.axes} - hypercube.axes.keys()
        members = {axis: member for axis, member in self.anywhere.members.items() if axis not in elsewhere}
        return Contents(members, self.anywhere.has_other)


def _contents(container: Container) -> Contents:
    return Contents.of(container.dimensions, has_other=bool(container.other))
