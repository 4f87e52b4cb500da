"""What the facts of a concept say at each place where a sum may be checked (Calculations 1.1 sections 4 and 6)."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

from xbrlgen.model import Fact, QName, Unit
from xbrlgen.model.accuracy import has_excess_digits
from xbrlgen.model.grouping import GroupedFacts, by_number
from xbrlgen.rules.calculation_networks.ranges import Range, rounded, truncated

Reported = Fact | list[Fact]
"""What is reported of one concept at one place: a fact, or a list of duplicates."""


class Figure(NamedTuple):
    """What one or more duplicate facts say: the value of the most precise one, and all that they allow together."""

    value: Decimal
    range: Range
    facts: tuple[Fact, ...]


class Contradiction(NamedTuple):
    """Duplicate facts that cannot all be true, or that have digits beyond their decimals."""

    facts: tuple[Fact, ...]
    has_excess_digits: bool


class Figures:
    """The facts with units by concept and place, each concept looked at when it is first asked for.

    A place is a number for what the facts of one sum have in common: entity, period, dimensions and unit.
    """

    def __init__(self, grouped: GroupedFacts, *, truncates: bool) -> None:
        self._grouped = grouped
        self._range: Callable[[Fact, Decimal], Range] = truncated if truncates else rounded
        self._units: dict[Unit, int] = {}
        self._places: dict[QName, Mapping[int, Reported]] = {}
        self._are_plain: dict[QName, bool] = {}

    def places(self, concept: QName) -> Mapping[int, Reported]:
        """The facts of a concept by their places, in the order of the facts."""
        found = self._places.get(concept)
        if found is None:
            found = self._places[concept] = self._placed(concept)
        return found

    def are_plain(self, concept: QName) -> bool:
        """Whether the concept has nothing but numbers that keep to their decimals, and duplicates that are alike."""
        found = self._are_plain.get(concept)
        if found is None:
            grouped = self._grouped
            found = grouped.are_numbers(concept) and not grouped.has_excess_digits(concept)
            found = found and all(one_of(each) is not None for each in self.places(concept).values())
            self._are_plain[concept] = found
        return found

    def agreed(self, reported: Reported) -> Figure | Contradiction | None:
        """What the facts of a concept at a place say, None where they are nil."""
        facts = tuple(reported) if isinstance(reported, list) else (reported,)
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

    def _placed(self, concept: QName) -> Mapping[int, Reported]:
        """By the numbers of the situations; those with a further unit follow those with the units before."""
        grouped = self._grouped
        offsets = {form.unit: self._offset(form.unit) for form in grouped.forms(concept)}
        if set(offsets.values()) == {0}:  # so it is where all figures are in one currency
            return grouped.by_situation(concept)
        pairs = zip(grouped.of_concept(concept), grouped.numbers_of_situations(concept), strict=True)
        placed = [(number + offset, fact) for fact, number in pairs if (offset := offsets[fact.unit]) is not None]
        return by_number([number for number, _ in placed], [fact for _, fact in placed])

    def _offset(self, unit: Unit | None) -> int | None:
        """What is added to the number of a situation; None for facts that have no unit and so no place."""
        if unit is None:
            return None
        return self._units.setdefault(unit, len(self._units)) * len(self._grouped.situations)


def one_of(found: Reported) -> Fact | None:
    """The fact that is reported, or one of those that say the same; None where duplicates differ."""
    if not isinstance(found, list):
        return found
    first, *others = found
    is_alike = all(each.value == first.value and each.decimals == first.decimals for each in others)
    return first if is_alike else None
