"""The definition networks: hypercubes with their axes, members and line items, and the defaults of own axes."""

from collections.abc import Iterable, Iterator

from xbrlgen.extension.arcroles import ALL, DIMENSION_DEFAULT, DIMENSION_DOMAIN, DOMAIN_MEMBER, HYPERCUBE_DIMENSION
from xbrlgen.extension.hypercubes import Hypercube
from xbrlgen.extension.networks import Arc, Network, in_order
from xbrlgen.extension.roles import defaults_role
from xbrlgen.extension.subject import Subject
from xbrlgen.model import QName


def definition_networks(hypercubes: Iterable[Hypercube], subject: Subject) -> tuple[Network, ...]:
    """One network for each hypercube, and one for the defaults (XBRL Dimensions 1.0 sections 2.2 to 2.7)."""
    cubes = tuple(hypercubes)
    networks = [Network(cube.role, tuple(_arcs(cube, subject))) for cube in cubes]
    used = dict.fromkeys(axis for cube in cubes for axis in cube.axes)
    defaults = [(axis, subject.defaults[axis]) for axis in used if axis in subject.defaults]
    if defaults:
        role = defaults_role(subject.report, subject.settings)
        networks.append(Network(role, tuple(Arc(DIMENSION_DEFAULT, axis, member) for axis, member in defaults)))
    return tuple(networks)


def _arcs(cube: Hypercube, subject: Subject) -> Iterator[Arc]:
    closed = {"xbrldt:closed": "true", "xbrldt:contextElement": subject.settings.container}
    yield Arc(ALL, cube.line_items, cube.table, 1, closed)
    yield from in_order(HYPERCUBE_DIMENSION, cube.table, cube.axes)
    for axis, members in cube.axes.items():
        yield from _domain(axis, members, subject)
    yield from in_order(DOMAIN_MEMBER, cube.line_items, cube.items)


def _domain(axis: QName, members: tuple[QName, ...], subject: Subject) -> tuple[Arc, ...]:
    """The members below the default, which is the whole that they are parts of; without one, all side by side."""
    default = subject.default_member(axis)
    if default is None:
        return in_order(DIMENSION_DOMAIN, axis, members)
    return (Arc(DIMENSION_DOMAIN, axis, default), *in_order(DOMAIN_MEMBER, default, members))
