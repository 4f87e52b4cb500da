"""Networks of relationships between concepts, whatever the linkbase that they are written to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from xbrlgen.extension.roles import Role
from xbrlgen.model import QName


@dataclass(frozen=True, slots=True)
class Arc:
    """A relationship from one concept to another; `attributes` are what its arc has beside arcrole and order."""

    arcrole: str
    source: QName
    target: QName
    order: int = 1
    attributes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


class Network(NamedTuple):
    """The arcs of one role in one linkbase; never empty."""

    role: Role
    arcs: tuple[Arc, ...]


def in_order(arcrole: str, source: QName, targets: Iterable[QName]) -> tuple[Arc, ...]:
    """One arc from `source` to each of `targets`, numbered from 1."""
    return tuple(Arc(arcrole, source, target, order) for order, target in enumerate(targets, 1))


def roles_of(networks: Iterable[Network]) -> tuple[Role, ...]:
    """The roles of the networks, each once, in order of first use."""
    return tuple(dict.fromkeys(network.role for network in networks))
