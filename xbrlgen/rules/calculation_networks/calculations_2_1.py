"""Declared sums over the items of an instance, as XBRL 2.1 section 5.2.5.2 checks them.

https://www.xbrl.org/Specification/XBRL-2.1/REC-2003-12-31/XBRL-2.1-REC-2003-12-31+corrected-errata-2013-02-20.html
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal, localcontext
from typing import NamedTuple

from xbrlgen.model import QName
from xbrlgen.model.exact import EXACT
from xbrlgen.rules.calculation_networks.summations import Summation
from xbrlgen.rules.instance.items import Item, ItemIndex
from xbrlgen.rules.instance.rounding import rounded


class Inconsistency(NamedTuple):
    """A total that is not what its items come to: `reached` is their sum, rounded as the total is.

    None where nothing is known of one of the figures, by a precision of 0.
    """

    summation: Summation
    total: Item
    items: tuple[tuple[Decimal, Item], ...]
    missing: tuple[QName, ...]
    sum: Decimal | None
    reached: Decimal | None


def inconsistencies(sums: Sequence[Summation], items: ItemIndex) -> Iterator[Inconsistency]:
    """The totals that do not agree with their items, wherever a sum binds."""
    for summation in sums:
        for place, found in items.of(summation.total).items():
            totals = [each for each in found if each.parent is items.ancestors[place]]
            if len(totals) == 1 and totals[0].value is not None:
                yield from _check(summation, totals[0], place, items)


def _check(summation: Summation, total: Item, place: int, items: ItemIndex) -> Iterator[Inconsistency]:
    """One total against its contributing items: those within its parent that are not nil."""
    found: list[tuple[Decimal, Item]] = []
    missing: list[QName] = []
    for name, weight in summation.items:
        reported = items.of(name).get(place, ())
        contributing = [each for each in reported if each.value is not None]
        if _has_duplicates(contributing):
            return
        found += ((weight, each) for each in contributing)
        if not reported:
            missing.append(name)
    if not found:
        return
    value, together = rounded(total.number, total.accuracy), _sum(found)
    reached = None if together is None else rounded(together, total.accuracy)
    if value is None or reached is None or value != reached:
        yield Inconsistency(summation, total, tuple(found), tuple(missing), together, reached)


def _has_duplicates(contributing: Sequence[Item]) -> bool:
    """Whether two items of a concept are in the same place of the same tuple, or of the instance (section 4.10)."""
    return len({id(each.parent) for each in contributing}) < len(contributing)


def _sum(items: Sequence[tuple[Decimal, Item]]) -> Decimal | None:
    total = Decimal(0)
    with localcontext(EXACT):
        for weight, each in items:
            value = rounded(each.number, each.accuracy)
            if value is None:
                return None
            total += weight * value
    return total
