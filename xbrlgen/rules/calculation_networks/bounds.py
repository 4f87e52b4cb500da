"""Whether a sum of single facts holds, reckoned without making anything: so it is for nearly all sums of a filing."""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from xbrlgen.rules.calculation_networks.figures import Reported, one_of

_ZERO, _ONE = Decimal(0), Decimal(1)
_FARTHEST = 1000
"""The most decimals that are reckoned with here."""

_Ends = tuple[Decimal, Decimal]


class Bounds:
    """The ends of what figures stand for, whether they belong to it or not; to be used with exact decimals."""

    def __init__(self, *, truncates: bool) -> None:
        self._truncates = truncates
        self._units: dict[int, tuple[Decimal, Decimal]] = {}

    def hold(self, total: Reported, items: Iterable[tuple[Decimal, Reported]]) -> bool:
        """Whether a total and its weighted items certainly agree; what is not certain has to be looked at closely.

        That is so for duplicates that differ, nil facts, and ranges that meet in their ends.
        """
        ends = self._of(total)
        if ends is None:
            return False
        low = high = _ZERO
        for weight, item in items:
            part = self._of(item)
            if part is None:
                return False
            if weight != _ONE:
                part = (part[0] * weight, part[1] * weight) if weight > 0 else (part[1] * weight, part[0] * weight)
            low, high = low + part[0], high + part[1]
        return (ends[0] < high and low < ends[1]) or ends[0] == ends[1] == low == high

    def _of(self, found: Reported) -> _Ends | None:
        """The ends of what one sound number stands for; None for anything else."""
        fact = one_of(found)
        if fact is None or not isinstance(fact.value, Decimal) or not fact.value.is_finite():
            return None
        value, decimals = fact.value, fact.decimals
        if decimals is None:
            return value, value
        if abs(decimals) > _FARTHEST or self._has_excess_digits(value, decimals):
            return None
        unit, half = self._unit(decimals)
        if not self._truncates:
            return value - half, value + half
        return (value - unit if value <= 0 else value, value + unit if value >= 0 else value)

    def _has_excess_digits(self, value: Decimal, decimals: int) -> bool:
        try:
            return bool(value % self._unit(decimals)[0])
        except InvalidOperation:  # more digits than are reckoned with
            return True

    def _unit(self, decimals: int) -> tuple[Decimal, Decimal]:
        """The value of the last place, and half of it."""
        known = self._units.get(decimals)
        if known is None:
            known = self._units[decimals] = Decimal((0, (1,), -decimals)), Decimal((0, (5,), -decimals - 1))
        return known
