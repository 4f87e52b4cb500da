"""The same figure at other times: what it was before, and all the periods that can stand beside each other."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from xbrlgen.model import Fact, FactKey, Period

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
            if fact.is_numeric and not fact.is_nil and fact.period:
                self._facts[_timeless(fact.key)].append(fact)

    def of(self, fact: Fact) -> tuple[Fact, ...]:
        """The comparable facts up to `fact`, oldest first, itself last; one for each period."""
        period = fact.period
        if period is None or fact.is_nil:
            return ()
        earlier = {
            each.period.end: each
            for each in self._facts[_timeless(fact.key)]
            if each.period and comparable(each.period, period) and each.period.end < period.end
        }
        return (*(earlier[end] for end in sorted(earlier)), fact)

    def before(self, fact: Fact) -> Fact | None:
        """The fact to compare with: a duration of a year earlier if there is one, else the latest before it."""
        earlier = self.of(fact)[:-1]
        if not earlier or fact.period is None:
            return None
        if not fact.period.is_instant:
            for each in earlier:
                if each.period and abs(fact.period.end - each.period.end - _YEAR) <= _ABOUT:
                    return each
        return earlier[-1]


def _timeless(key: FactKey) -> _Timeless:
    return (key.concept, key.entity, key.unit, key.dimensions)
