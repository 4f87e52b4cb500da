"""Declared sums over the facts of a report, by Calculations 1.1.

https://www.xbrl.org/Specification/calculation-1.1/REC-2023-02-22/calculation-1.1-REC-2023-02-22.html
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal, localcontext
from typing import NamedTuple

from xbrlgen.model import Fact, QName
from xbrlgen.model.accuracy import has_excess_digits
from xbrlgen.model.exact import EXACT
from xbrlgen.rules.calculation_networks.bounds import Bounds
from xbrlgen.rules.calculation_networks.ranges import Range, rounded, sum_of, truncated
from xbrlgen.rules.calculation_networks.summations import Summation


class Figure(NamedTuple):
    """What one or more duplicate facts say: the value of the most precise one, and all that they allow together."""

    value: Decimal
    range: Range
    facts: tuple[Fact, ...]


class Contradiction(NamedTuple):
    """Duplicate facts that cannot all be true, or that have digits beyond their decimals."""

    facts: tuple[Fact, ...]
    has_excess_digits: bool


class Verdict(NamedTuple):
    """One sum at one place: the figures of its items with their weights, and the items that are not reported there."""

    summation: Summation
    total: Figure
    items: tuple[tuple[Decimal, Figure], ...]
    missing: tuple[QName, ...]
    range: Range

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


class Figures:
    """The numeric facts of concepts that sums are about, by concept and place; each fact is looked at once.

    A place is a number for what the facts of one sum have in common: entity, period, unit and dimensions. There is one
    fact there, or a list of duplicates.
    """

    def __init__(self, facts: Sequence[Fact], concepts: frozenset[QName], *, truncates: bool) -> None:
        self._range: Callable[[Fact, Decimal], Range] = truncated if truncates else rounded
        self._facts: dict[QName, dict[int, Fact | list[Fact]]] = {}
        seen: dict[tuple[int, int, int, int], int] = {}
        numbers: dict[tuple[object, ...], int] = {}
        for fact in facts:
            if fact.unit is None or fact.concept not in concepts:
                continue
            parts = (id(fact.entity), id(fact.period), id(fact.unit), id(fact.dimensions))
            if parts not in seen:  # facts of one context share these objects: comparing them by value takes longer
                key = (fact.entity, fact.period, fact.unit, fact.dimensions)
                seen[parts] = numbers.setdefault(key, len(numbers))
            self._add(self._facts.setdefault(fact.concept, {}), seen[parts], fact)

    @staticmethod
    def _add(places: dict[int, Fact | list[Fact]], place: int, fact: Fact) -> None:
        others = places.setdefault(place, fact)
        if isinstance(others, list):
            others.append(fact)
        elif others is not fact:
            places[place] = [others, fact]

    def places(self, concept: QName) -> Mapping[int, Fact | list[Fact]]:
        """The facts of a concept by their places."""
        return self._facts.get(concept, {})

    def at(self, concept: QName, place: int) -> Figure | Contradiction | None:
        """What the facts of a concept say at a place, None where there are none but nil ones."""
        found = self.places(concept).get(place, [])
        return self._agreed(tuple(found) if isinstance(found, list) else (found,))

    def _agreed(self, facts: tuple[Fact, ...]) -> Figure | Contradiction | None:
        numbers = [(fact, fact.value) for fact in facts if isinstance(fact.value, Decimal) and fact.value.is_finite()]
        if not numbers:
            return None
        if any(has_excess_digits(fact) for fact, _ in numbers):
            return Contradiction(facts, has_excess_digits=True)
        common: Range | None = self._range(*numbers[0])
        alike: dict[int | None, Decimal] = {}
        for fact, value in numbers:
            is_alike = alike.setdefault(fact.decimals, value) == value
            common = common.common(self._range(fact, value)) if common is not None and is_alike else None
        if common is None or len(numbers) < len(facts):  # a value and nil contradict each other
            return Contradiction(facts, has_excess_digits=False)
        _, best = min(numbers, key=lambda each: (each[0].decimals is not None, -(each[0].decimals or 0)))
        return Figure(best, common, facts)


def failures(sums: Sequence[Summation], figures: Figures, *, truncates: bool) -> list[Verdict | Contradiction]:
    """The sums that do not hold, at each place, and the contradictions that keep sums from being checked."""
    found: list[Verdict | Contradiction] = []
    told: set[tuple[str, ...]] = set()
    plain = Bounds(truncates=truncates)
    with localcontext(EXACT):
        for summation in sums:
            items = [(weight, figures.places(name)) for name, weight in summation.items]
            for place, total in figures.places(summation.total).items():
                if not plain.hold(total, ((weight, facts.get(place)) for weight, facts in items)):
                    found += _judged(summation, place, figures, told)
    return found


def _judged(
    summation: Summation, place: int, figures: Figures, told: set[tuple[str, ...]]
) -> Iterator[Verdict | Contradiction]:
    """A sum at one place in full; nothing where it holds, or where its total or all items are missing."""
    found = [(name, weight, figures.at(name, place)) for name, weight in summation.items]
    total = figures.at(summation.total, place)
    if total is None or all(each is None for _, _, each in found):
        return
    stopping = [each for each in (total, *(each for _, _, each in found)) if isinstance(each, Contradiction)]
    for each in stopping:
        ids = tuple(fact.id for fact in each.facts)
        if ids not in told:
            told.add(ids)
            yield each
    if not stopping and isinstance(total, Figure):
        items = tuple((weight, each) for _, weight, each in found if isinstance(each, Figure))
        missing = tuple(name for name, _, each in found if each is None)
        verdict = Verdict(summation, total, items, missing, sum_of((weight, each.range) for weight, each in items))
        if not verdict.holds:
            yield verdict
