"""Contexts as an instance writes them: segment and scenario apart, with all that stands in them."""

from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.model import Dimension

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Container(NamedTuple):
    """What stands in a segment or a scenario (XBRL 2.1 sections 4.7.3.2 and 4.7.4).

    `dimensions` are those that can be read, as written: in document order, with repeated ones and default members; the
    value of a typed member with elements in it is its canonical XML. `members` are the elements of all dimensions, also
    of those that cannot be read; `other` are all other elements. `element` is None where there is no such container.
    """

    dimensions: tuple[Dimension, ...] = ()
    other: tuple["Element", ...] = ()
    members: tuple["Element", ...] = ()
    element: "Element | None" = None


NO_CONTAINER = Container()


class InstanceContext(NamedTuple):
    """A context: the elements of its entity and period, None where it has none, and its two containers.

    Contexts that say the same in some part may share the element of it, which then is that of the first of them.
    """

    id: str
    entity: "Element | None"
    period: "Element | None"
    segment: Container = NO_CONTAINER
    scenario: Container = NO_CONTAINER
