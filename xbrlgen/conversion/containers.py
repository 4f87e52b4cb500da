"""Whether a dimension belongs into the segment or the scenario of contexts (XBRL Dimensions 1.0 section 2.3.1)."""

from collections.abc import Mapping
from itertools import chain

from xbrlgen.model import QName
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.taxonomy.networks import Relationship

_DIMENSIONS = "http://xbrl.org/int/dim/arcrole/"
_CONTEXT_ELEMENT = QName("http://xbrl.org/2005/xbrldt", "contextElement")
_TARGET_ROLE = QName("http://xbrl.org/2005/xbrldt", "targetRole")


def wanted_containers(taxonomy: Taxonomy) -> Mapping[QName, str]:
    """The axes that hypercubes want in segments; all others go into scenarios.

    Where some hypercubes of an axis want the one and some the other, no choice suits all of them.
    """
    networks = taxonomy.networks
    found: dict[QName, str] = {}
    for arcrole in (f"{_DIMENSIONS}all", f"{_DIMENSIONS}notAll"):
        cubes = chain.from_iterable(networks.network(arcrole, role).relationships for role in networks.roles(arcrole))
        for cube in cubes:
            container = cube.attributes.get(_CONTEXT_ELEMENT, "scenario")
            for each in networks.network(f"{_DIMENSIONS}hypercube-dimension", _role(cube)).children(cube.target):
                found.setdefault(each.target, container)
    return {axis: container for axis, container in found.items() if container == "segment"}


def _role(cube: Relationship) -> str:
    """The role in which the axes of a hypercube are found."""
    return cube.attributes.get(_TARGET_ROLE, cube.role)
