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


class History:
    """Numeric facts by all their dimensions but the period."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._facts: defaultdict[_Timeless, list[Fact]] = defaultdict(list)
        for fact in facts:
            if fact.unit is not None and fact.value is not None and fact.period:
                self._facts[_timeless(fact)].append(fact)
        self._earlier: dict[_Timeless, Mapping[Period, int]] = {}
        self._earlier_in: dict[tuple[Period | None, ...], Mapping[Period, int]] = {}

    def of(self, fact: Fact) -> tuple[Fact, ...]:
        """The comparable facts up to `fact`, oldest first, itself last; one for each period."""
        period = fact.period
        if period is None or fact.is_nil:
            return ()
        earlier = {
            each.period.end: each
            for each in self._facts.get(_timeless(fact), ())
            if each.period and comparable(each.period, period) and each.period.end < period.end
        }
        return (*(earlier[end] for end in sorted(earlier)), fact)

    def before(self, fact: Fact) -> Fact | None:
        """The fact to compare with: a duration of a year earlier if there is one, else the latest before it."""
        key = _timeless(fact)
        facts = self._facts.get(key)
        if facts is None or fact.period is None or fact.value is None:
            return None
        if key not in self._earlier:  # the lines of a report are reported for the same few periods
            periods = tuple(each.period for each in facts)
            if periods not in self._earlier_in:
                self._earlier_in[periods] = _earlier(periods)
            self._earlier[key] = self._earlier_in[periods]
        position = self._earlier[key].get(fact.period)
        return None if position is None else facts[position]


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
