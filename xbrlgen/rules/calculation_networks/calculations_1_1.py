"""Declared sums over the facts of a report, by Calculations 1.1.

https://www.xbrl.org/Specification/calculation-1.1/REC-2023-02-22/calculation-1.1-REC-2023-02-22.html
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, Inexact, getcontext, localcontext
from typing import NamedTuple

from xbrlgen.model import QName
from xbrlgen.model.exact import EXACT
from xbrlgen.rules.calculation_networks.bounds import Bounds
from xbrlgen.rules.calculation_networks.figures import Contradiction, Figure, Figures, Reported
from xbrlgen.rules.calculation_networks.ranges import Range, sum_of
from xbrlgen.rules.calculation_networks.summations import Summation

_ZERO, _ONE = Decimal(0), Decimal(1)


class Verdict(NamedTuple):
    """One sum at one place: the figures of its items that are reported there, with their weights."""

    summation: Summation
    total: Figure
    items: tuple[tuple[Decimal, Figure], ...]
    range: Range

    @property
    def missing(self) -> tuple[QName, ...]:
        """The items that are not reported there."""
        reported = {figure.facts[0].concept for _, figure in self.items}
        return tuple(name for name, _ in self.summation.items if name not in reported)

    @property
    def holds(self) -> bool:
        """Whether there are values behind the figures that make the sum true."""
        return self.total.range.common(self.range) is not None

    @property
    def sum(self) -> Decimal:
        """The sum of the reported figures."""
        with localcontext(EXACT):
            return sum((weight * figure.value for weight, figure in self.items), Decimal(0))

    @property
    def difference(self) -> Decimal:
        """The total less the sum."""
        with localcontext(EXACT):
            return self.total.value - self.sum


def failures(sums: Sequence[Summation], figures: Figures, *, truncates: bool) -> Iterator[Verdict | Contradiction]:
    """The sums that do not hold, at each place, and the contradictions that keep sums from being checked."""
    told: set[tuple[str, ...]] = set()
    bounds = Bounds(truncates=truncates)
    for summation in sums:
        found: list[Verdict | Contradiction] = []
        with localcontext(EXACT):  # which must not last while others look at what was found
            totals = figures.places(summation.total)
            for place, items in _suspects(summation, figures).items():
                if not bounds.hold(totals[place], items):
                    found += _judged(summation, totals[place], items, figures, told)
        yield from found


def _suspects(summation: Summation, figures: Figures) -> dict[int, list[tuple[Decimal, Reported]]]:
    """The places where a sum may not hold, in the order of its totals, each with the items that are reported there."""
    totals = figures.places(summation.total)
    items = [(weight, figures.places(name)) for name, weight in summation.items]
    names = (summation.total, *(name for name, _ in summation.items))
    places: Iterable[int] = totals
    if all(map(figures.are_plain, names)):
        places = _unequal(totals, items)
    found: dict[int, list[tuple[Decimal, Reported]]] = {place: [] for place in places}
    for weight, facts in items:
        for place in found.keys() & facts.keys():
            found[place].append((weight, facts[place]))
    return {place: each for place, each in found.items() if each}


def _unequal(totals: Mapping[int, Reported], items: Sequence[tuple[Decimal, Mapping[int, Reported]]]) -> Iterable[int]:
    """Where plain totals are not to the last digit what their items come to; elsewhere the sum holds.

    For every figure is among the values that it stands for, by rounding and by truncation, and so is the sum of some
    figures among the sums of what these stand for. An equal total is in both ranges, which then have a value in common
    (section 4).
    """
    sums: dict[int, Decimal] = {}
    getcontext().clear_flags()
    for weight, facts in items:
        for place in totals.keys() & facts.keys():
            part = _value(facts[place])
            if weight != _ONE:
                part = weight * part
            sums[place] = sums[place] + part if place in sums else part
    if getcontext().flags[Inexact]:
        return totals
    return [place for place, total in totals.items() if place in sums and _value(total) != sums[place]]


def _value(found: Reported) -> Decimal:
    """The value of a plain fact, or of duplicates that are alike."""
    value = found[0].value if isinstance(found, list) else found.value
    return value if isinstance(value, Decimal) else _ZERO


def _judged(
    summation: Summation,
    total: Reported,
    items: Sequence[tuple[Decimal, Reported]],
    figures: Figures,
    told: set[tuple[str, ...]],
) -> Iterator[Verdict | Contradiction]:
    """A sum at one place in full; nothing where it holds, or where its total or all items are nil."""
    whole = figures.agreed(total)
    found = [(weight, each) for weight, reported in items if (each := figures.agreed(reported)) is not None]
    if whole is None or not found:
        return
    stopping = [each for each in (whole, *(each for _, each in found)) if isinstance(each, Contradiction)]
    for each in stopping:
        ids = tuple(fact.id for fact in each.facts)
        if ids not in told:
            told.add(ids)
            yield each
    if not stopping and isinstance(whole, Figure):
        parts = tuple((weight, each) for weight, each in found if isinstance(each, Figure))
        verdict = Verdict(summation, whole, parts, sum_of((weight, each.range) for weight, each in parts))
        if not verdict.holds:
            yield verdict
