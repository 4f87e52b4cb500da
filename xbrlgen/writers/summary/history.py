"""The same figure at other times: what it was before, and all the periods that can stand beside each other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from xbrlgen.model import Fact, Period

_SAME_LENGTH = timedelta(days=4)
"""Quarters, halves and years differ by a few days and compare all the same."""

_YEAR = timedelta(days=365)
_ABOUT = timedelta(days=7)

_Timeless = tuple[object, ...]


def comparable(one: Period | None, other: Period | None) -> bool:
    """Whether two different periods may be set beside each other: both instants, or durations of one length."""
    if one is None or other is None or one == other or one.is_instant != other.is_instant:
        return False
    if one.start is None or other.start is None:
        return True
    return abs((one.end - one.start) - (other.end - other.start)) <= _SAME_LENGTH


class _Line:
    """Facts that differ in their period only."""

    __slots__ = ("earlier", "facts")

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self.earlier: Mapping[Period, int] | None = None
        """For each period the position of the fact to compare with, once it has been asked for."""


class History:
    """Numeric facts by all their dimensions but the period."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._lines: defaultdict[_Timeless, _Line] = defaultdict(_Line)
        for fact in facts:
            if fact.unit is not None and fact.value is not None and fact.period:
                self._lines[_timeless(fact)].facts.append(fact)
        self._earlier_in: dict[tuple[Period | None, ...], Mapping[Period, int]] = {}

    def of(self, fact: Fact) -> tuple[Fact, ...]:
        """The comparable facts up to `fact`, oldest first, itself last; one for each period."""
        period, line = fact.period, self._lines.get(_timeless(fact))
        if period is None or fact.is_nil or line is None:
            return ()
        earlier = {
            each.period.end: each
            for each in line.facts
            if each.period and comparable(each.period, period) and each.period.end < period.end
        }
        return (*(earlier[end] for end in sorted(earlier)), fact)

    def before(self, fact: Fact) -> Fact | None:
        """The fact to compare with: a duration of a year earlier if there is one, else the latest before it."""
        line = self._lines.get(_timeless(fact))
        if line is None or fact.period is None or fact.value is None:
            return None
        if line.earlier is None:
            line.earlier = self._earlier(tuple(each.period for each in line.facts))
        position = line.earlier.get(fact.period)
        return None if position is None else line.facts[position]

    def _earlier(self, periods: tuple[Period | None, ...]) -> Mapping[Period, int]:
        """Decided once for each choice of periods: the lines of a report are reported for the same few."""
        if periods not in self._earlier_in:
            self._earlier_in[periods] = _earlier(periods)
        return self._earlier_in[periods]


def _earlier(periods: Sequence[Period | None]) -> Mapping[Period, int]:
    """For each period the position of the one to compare with, where there is one."""
    found: dict[Period, int] = {}
    for period in filter(None, dict.fromkeys(periods)):
        by_end = {
            each.end: position
            for position, each in enumerate(periods)
            if each and comparable(each, period) and each.end < period.end
        }
        ends = sorted(by_end)
        years = [] if period.is_instant else [end for end in ends if abs(period.end - end - _YEAR) <= _ABOUT]
        if ends:
            found[period] = by_end[years[0] if years else ends[-1]]
    return found


def _timeless(fact: Fact) -> _Timeless:
    return (fact.concept, fact.entity, fact.unit, fact.dimensions)
