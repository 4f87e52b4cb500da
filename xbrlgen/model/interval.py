"""The range of true values that a rounded figure stands for."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from xbrlgen.model.exact import EXACT

_FLOOR, _CEILING = EXACT.copy(), EXACT.copy()
_FLOOR.rounding, _CEILING.rounding = ROUND_FLOOR, ROUND_CEILING

_FARTHEST = 9_999
"""The largest number of decimals that means anything; the exponents of Decimal end before those of xsd:integer."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval of exact decimals.

    Follows Calculations 1.1 section 4 (rounding mode),
    https://www.xbrl.org/Specification/calculation-1.1/REC-2023-02-22/calculation-1.1-REC-2023-02-22.html
    """

    low: Decimal
    high: Decimal

    @classmethod
    def of(cls, value: Decimal, decimals: int | None) -> "Interval":
        """What `value`, rounded to `decimals` places (None: exact), stands for: half of the last place either way."""
        if decimals is None:
            return cls(value, value)
        half = Decimal((0, (5,), min(max(-decimals, -_FARTHEST), _FARTHEST) - 1))
        return cls(EXACT.subtract(value, half), EXACT.add(value, half))

    def overlaps(self, other: "Interval") -> bool:
        """Whether one true value could lie in both."""
        return self.low <= other.high and other.low <= self.high

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(EXACT.add(self.low, other.low), EXACT.add(self.high, other.high))

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(EXACT.subtract(self.low, other.high), EXACT.subtract(self.high, other.low))

    def __mul__(self, weight: Decimal) -> "Interval":
        if weight == 1:
            return self
        return self.times(Interval(weight, weight))

    def times(self, other: "Interval") -> "Interval":
        """All products of a value here and one of `other`."""
        return self._hull(Context.multiply, other)

    def divided_by(self, other: "Interval") -> "Interval | None":
        """All quotients of a value here by one of `other`; None where `other` holds zero, for they have no bound."""
        return None if other.low <= 0 <= other.high else self._hull(Context.divide, other)

    def intersection(self, other: "Interval") -> "Interval | None":
        """The values in both, None where there are none."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Interval(low, high) if low <= high else None

    def _hull(self, operation: Callable[[Context, Decimal, Decimal], Decimal], other: "Interval") -> "Interval":
        """The least interval with all results, which lie between those of the ends; rounded outwards."""
        pairs = [(mine, its) for mine in (self.low, self.high) for its in (other.low, other.high)]
        low = min(operation(_FLOOR, *pair) for pair in pairs)
        return Interval(low, max(operation(_CEILING, *pair) for pair in pairs))
