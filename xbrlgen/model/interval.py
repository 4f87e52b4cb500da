"""The range of true values that a rounded figure stands for."""

from dataclasses import dataclass
from decimal import Decimal, localcontext

_EXACT = 200
"""Digits kept while intervals are added: more than any lexical value that a reader accepts."""


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
        half = Decimal((0, (5,), -decimals - 1))
        with localcontext(prec=_EXACT):
            return cls(value - half, value + half)

    def overlaps(self, other: "Interval") -> bool:
        """Whether one true value could lie in both."""
        return self.low <= other.high and other.low <= self.high

    def __add__(self, other: "Interval") -> "Interval":
        with localcontext(prec=_EXACT):
            return Interval(self.low + other.low, self.high + other.high)

    def __mul__(self, weight: Decimal) -> "Interval":
        with localcontext(prec=_EXACT):
            ends = (self.low * weight, self.high * weight)
        return Interval(min(ends), max(ends))

    def intersection(self, other: "Interval") -> "Interval | None":
        """The values in both, None where there are none."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Interval(low, high) if low <= high else None
