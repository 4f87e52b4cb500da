"""The values that a reported figure may stand for, with or without their ends (Calculations 1.1 section 4)."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from xbrlgen.model import Fact, Interval
from xbrlgen.model.exact import EXACT
from xbrlgen.rules.wording import number


class Range(NamedTuple):
    """The values from `low` to `high`; an end that is not closed is not among them."""

    low: Decimal
    high: Decimal
    is_low_closed: bool = True
    is_high_closed: bool = True

    def plus(self, other: "Range") -> "Range":
        """All sums of a value here and one of `other`."""
        return Range(
            EXACT.add(self.low, other.low),
            EXACT.add(self.high, other.high),
            self.is_low_closed and other.is_low_closed,
            self.is_high_closed and other.is_high_closed,
        )

    def times(self, weight: Decimal) -> "Range":
        """All values here times `weight`."""
        low, high = EXACT.multiply(self.low, weight), EXACT.multiply(self.high, weight)
        if weight < 0:
            return Range(high, low, self.is_high_closed, self.is_low_closed)
        return Range(low, high, self.is_low_closed, self.is_high_closed)

    def common(self, other: "Range") -> "Range | None":
        """The values in both, None where there are none."""
        low, is_low_open = max((self.low, not self.is_low_closed), (other.low, not other.is_low_closed))
        high, is_high_closed = min((self.high, self.is_high_closed), (other.high, other.is_high_closed))
        if low > high or (low == high and (is_low_open or not is_high_closed)):
            return None
        return Range(low, high, not is_low_open, is_high_closed)

    def __str__(self) -> str:
        if self.low == self.high:
            return number(self.low)
        start, end = "[" if self.is_low_closed else "(", "]" if self.is_high_closed else ")"
        return f"{start}{number(self.low)}; {number(self.high)}{end}"


ZERO = Range(Decimal(0), Decimal(0))


def rounded(fact: Fact, value: Decimal) -> Range:
    """What a rounded figure stands for: half of its last place either way."""
    interval = Interval.of(value, fact.decimals)
    return Range(interval.low, interval.high)


def truncated(fact: Fact, value: Decimal) -> Range:
    """What a figure stands for whose further digits were cut off: less than one of its last place beyond it."""
    if fact.decimals is None:
        return Range(value, value)
    whole = Interval.of(Decimal(0), fact.decimals)
    step = EXACT.subtract(whole.high, whole.low)
    if value == 0:
        return Range(EXACT.minus(step), step, is_low_closed=False, is_high_closed=False)
    if value > 0:
        return Range(value, EXACT.add(value, step), is_high_closed=False)
    return Range(EXACT.subtract(value, step), value, is_low_closed=False)


def sum_of(parts: Iterable[tuple[Decimal, Range]]) -> Range:
    """The sum of weighted ranges."""
    total = ZERO
    for weight, each in parts:
        total = total.plus(each.times(weight))
    return total
