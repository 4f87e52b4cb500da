"""The sums that a taxonomy declares: totals, the items that make them up, and with what weights."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from xbrlgen.findings import Location
from xbrlgen.model import QName
from xbrlgen.taxonomy import Taxonomy

LEGACY = "http://www.xbrl.org/2003/arcrole/summation-item"
"""The arcrole of XBRL 2.1 (section 5.2.5.2)."""

CURRENT = "https://xbrl.org/2023/arcrole/summation-item"
"""The arcrole of Calculations 1.1, which XBRL 2.1's own check leaves alone."""


class Summation(NamedTuple):
    """A total and its items with their weights, as one link role declares them; `place` is that of the first arc."""

    arcrole: str
    role: str
    total: QName
    items: tuple[tuple[QName, Decimal], ...]
    place: Location


def summations(taxonomy: Taxonomy, *arcroles: str) -> Iterator[Summation]:
    """The sums of all link roles, by arcrole, role and the order of their arcs."""
    for arcrole in arcroles:
        for role in taxonomy.networks.roles(arcrole):
            network = taxonomy.networks.network(arcrole, role)
            for total in network.sources:
                arcs = network.children(total)
                items = tuple((each.target, Decimal(1) if each.weight is None else each.weight) for each in arcs)
                yield Summation(arcrole, role, total, items, arcs[0].place)
