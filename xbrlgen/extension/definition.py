"""The definition networks: hypercubes with their axes, members and line items, defaults of own axes, and anchors."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from xbrlgen.extension.arcroles import ALL, DIMENSION_DEFAULT, DIMENSION_DOMAIN, DOMAIN_MEMBER, HYPERCUBE_DIMENSION
from xbrlgen.extension.domains import members_below
from xbrlgen.extension.hypercubes import Hypercube, axes_of
from xbrlgen.extension.networks import Arc, Network, in_order
from xbrlgen.extension.roles import base_role, defaults_role
from xbrlgen.extension.subject import Subject
from xbrlgen.model import QName


def definition_networks(cubes: Sequence[Hypercube], subject: Subject) -> Iterator[Network]:
    """One network for each hypercube, one for the items in none, and one for the defaults of own axes.

    Follows XBRL Dimensions 1.0 sections 2.2 to 2.7.
    """
    yield from (Network(cube.role, tuple(_arcs(cube, subject))) for cube in cubes)
    yield from _undimensioned(cubes, subject)
    defaults = [(axis, subject.defaults[axis]) for axis in axes_of(cubes) if axis in subject.defaults]
    if defaults:
        arcs = tuple(Arc(DIMENSION_DEFAULT, axis, member) for axis, member in defaults)
        yield Network(defaults_role(subject), arcs)


def _arcs(cube: Hypercube, subject: Subject) -> Iterator[Arc]:
    closed = {"xbrldt:closed": "true", "xbrldt:contextElement": subject.settings.container}
    yield Arc(ALL, cube.line_items, cube.table, 1, closed)
    yield from in_order(HYPERCUBE_DIMENSION, cube.table, cube.axes)
    for axis, members in cube.axes.items():
        yield from _domain(axis, members, subject)
    yield from in_order(DOMAIN_MEMBER, cube.line_items, cube.items)


def _domain(axis: QName, members: tuple[QName, ...], subject: Subject) -> Iterator[Arc]:
    """The members below the default, which is the whole that they are parts of; without one, below the axis itself."""
    default = subject.default_member(axis)
    if default is not None:
        yield Arc(DIMENSION_DOMAIN, axis, default)
    orders: Counter[QName] = Counter()
    for whole, member in members_below(axis, members, subject):
        above = whole or default or axis
        orders[above] += 1
        yield Arc(DIMENSION_DOMAIN if above == axis else DOMAIN_MEMBER, above, member, orders[above])


def _undimensioned(cubes: Iterable[Hypercube], subject: Subject) -> Iterator[Network]:
    """Items that no hypercube with axes has, where the base taxonomy keeps a place for them (ESEF Manual 3.4.2)."""
    role = base_role(subject.settings.undimensioned_role, subject)
    line_items = subject.base_concept(subject.settings.undimensioned_line_items)
    if role is None or line_items is None:
        return
    dimensioned = {item for cube in cubes if cube.axes for item in cube.items}
    items = dict.fromkeys(fact.concept for fact in subject.report.facts if fact.concept not in dimensioned)
    if items:
        yield Network(role, in_order(DOMAIN_MEMBER, line_items, items))
