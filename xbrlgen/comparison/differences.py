"""What differs between two reports as sets of facts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from operator import eq, itemgetter
from types import MappingProxyType
from typing import Any

from xbrlgen.comparison.notes import ties
from xbrlgen.findings import Finding, Location, finding
from xbrlgen.model import Fact, FactKey, Interval, Report

_Value = tuple[Decimal | str | None, int | None]
"""A value and its decimals."""
_ASPECTS = ("concept", "entity", "period", "unit", "language", "dimensions")
_VERBS = {"dimensions": "are"}
_LONGEST = 60
_ID = itemgetter(Fact._fields.index("id"))
_SAID = itemgetter(*(place for place, name in enumerate(Fact._fields) if name != "id"))


def differences(
    expected: Report, actual: Report, locations: Mapping[str, Location] = MappingProxyType({})
) -> Iterator[Finding]:
    """Each fact of `expected` that `actual` lacks or has otherwise, and each that it has beyond; nothing if equal.

    Facts are equal by their dimensions, value, decimals, footnotes and other links (OIM 1.0 section 5.1); a fact may be
    missing where a consistent duplicate of it is there that is at least as accurate. `locations` lead from the ids of
    the expected facts to the source. Time and memory grow with the facts.
    """
    if not _are_plainly_same(expected, actual):
        yield from _Comparison(expected, actual, locations).findings()


def _are_plainly_same(expected: Report, actual: Report) -> bool:
    """Whether the facts are the same one by one, in the same order or in that of their ids, and have the same links.

    What was written from a report and is read again almost always is: then nothing has to be looked up.
    """
    if len(expected.facts) != len(actual.facts):
        return False
    wanted: Sequence[Fact] = expected.facts
    found: Sequence[Fact] = actual.facts
    if not _pair_off(wanted, found):
        wanted, found = sorted(wanted, key=_ID), sorted(found, key=_ID)
        if not _pair_off(wanted, found):
            return False
    (wanted_ties, wanted_of_notes), (found_ties, found_of_notes) = ties(expected), ties(actual)
    if not wanted_ties and not found_ties:
        return wanted_of_notes == found_of_notes
    pairs = zip(map(wanted_ties.get, map(_ID, wanted)), map(found_ties.get, map(_ID, found)), strict=True)
    return wanted_of_notes == found_of_notes and all(one == other for one, other in pairs)


def _pair_off(facts: Sequence[Fact], others: Sequence[Fact]) -> bool:
    """Whether each of some facts says what the other at its place says, whatever their ids."""
    return all(map(eq, map(_SAID, facts), map(_SAID, others)))


class _Comparison:
    """The facts of both reports by key, and what links tie to each."""

    def __init__(self, expected: Report, actual: Report, locations: Mapping[str, Location]) -> None:
        self._locations = locations
        self._groups: dict[FactKey, tuple[list[Fact], list[Fact]]] = {}
        for side, report in enumerate((expected, actual)):
            for fact in report.facts:
                self._groups.setdefault(fact.key, ([], []))[side].append(fact)
        (expected_ties, expected_of_notes), (actual_ties, actual_of_notes) = ties(expected), ties(actual)
        self._ties = (expected_ties, actual_ties)
        self._ties_of_notes = (expected_of_notes, actual_of_notes)
        self._lost: list[Fact] = []
        self._gained: list[Fact] = []

    def findings(self) -> Iterator[Finding]:
        for wanted, found in self._groups.values():
            if wanted and found:
                yield from self._same_key(wanted, found)
                yield from self._other_ties(wanted, found)
            else:
                self._lost += wanted
                self._gained += found
        yield from self._unpaired()
        yield from self._other_ties_of_notes()

    def _same_key(self, expected: list[Fact], actual: list[Fact]) -> Iterator[Finding]:
        if len(expected) == len(actual) == 1 and said(expected[0]) == said(actual[0]):
            return
        wanted, found = _by_value(expected), _by_value(actual)
        lost = [fact for value, fact in wanted.items() if value not in found]
        gained = [fact for value, fact in found.items() if value not in wanted]
        stated = [fact for value, fact in wanted.items() if value in found]
        lost = [fact for fact in lost if not any(_is_covered(fact, other) for other in stated)]
        if len(lost) == len(gained) == 1:
            yield self._changed(lost[0], gained[0])
        else:
            self._lost += lost
            self._gained += gained

    def _changed(self, expected: Fact, actual: Fact) -> Finding:
        (was, was_decimals), (is_now, decimals) = said(expected), said(actual)
        if was != is_now:
            return self._finding("XG652", expected, f"its value is {_shown(is_now)} instead of {_shown(was)}")
        what = f"its decimals are {_accuracy(decimals)} instead of {_accuracy(was_decimals)}"
        return self._finding("XG653", expected, what)

    def _other_ties(self, expected: list[Fact], actual: list[Fact]) -> Iterator[Finding]:
        if not any(self._ties):
            return
        wanted, found = (
            frozenset().union(*(ties_of.get(fact.id, ()) for fact in facts))
            for ties_of, facts in zip(self._ties, (expected, actual), strict=True)
        )
        if wanted != found:
            what = f"{len(wanted - found)} of its footnotes or links are missing, {len(found - wanted)} are not its own"
            yield self._finding("XG654", expected[0], what)

    def _other_ties_of_notes(self) -> Iterator[Finding]:
        wanted, found = self._ties_of_notes
        if wanted != found:
            what = f"{len(wanted - found)} links from footnotes are missing, {len(found - wanted)} were never there"
            yield finding("XG654", what)

    def _unpaired(self) -> Iterator[Finding]:
        """Facts without a counterpart; where the id has one, what differs between the two."""
        gained = {fact.id: fact for fact in self._gained}
        for fact in self._lost:
            other = gained.pop(fact.id, None)
            changes = "" if other is None else _changes(fact, other)
            if changes:
                yield self._finding("XG655", fact, changes)
            else:
                yield self._finding("XG650", fact, f"it is missing; its value is {_shown(fact.value)}")
                gained |= {} if other is None else {fact.id: other}
        for fact in gained.values():
            yield self._finding("XG651", fact, f"it was never reported; its value is {_shown(fact.value)}")

    def _finding(self, code: str, fact: Fact, what: str) -> Finding:
        places: Iterable[Location] = (self._locations[fact.id],) if fact.id in self._locations else ()
        when = "forever" if fact.period is None else fact.period
        return finding(code, f"fact {fact.id!r} ({fact.concept}, {when}): {what}", *places, fact=fact.id)


def _by_value(facts: Iterable[Fact]) -> dict[_Value, Fact]:
    values: dict[_Value, Fact] = {}
    for fact in facts:
        values.setdefault(said(fact), fact)
    return values


def said(fact: Fact) -> _Value:
    """Value and decimals; names are a set, in whatever order (OIM 1.0 section 5.1.1)."""
    value = fact.value
    if isinstance(value, str) and value.startswith("{"):
        value = " ".join(sorted(value.split()))
    return value, fact.decimals


def _is_covered(fact: Fact, other: Fact) -> bool:
    """Whether `other` says all that `fact` says: a consistent duplicate, at least as accurate (OIM 1.0 section 6.2)."""
    if not isinstance(fact.value, Decimal) or not isinstance(other.value, Decimal):
        return False
    is_as_accurate = other.decimals is None or (fact.decimals is not None and other.decimals >= fact.decimals)
    return is_as_accurate and Interval.of(fact.value, fact.decimals).overlaps(Interval.of(other.value, other.decimals))


def _changes(expected: Fact, actual: Fact) -> str:
    pairs = ((aspect, getattr(expected, aspect), getattr(actual, aspect)) for aspect in _ASPECTS)
    return "; ".join(
        f"its {aspect} {_VERBS.get(aspect, 'is')} {_aspect(aspect, found)} instead of {_aspect(aspect, wanted)}"
        for aspect, wanted, found in pairs
        if wanted != found
    )


def _aspect(name: str, value: Any) -> str:
    if name == "dimensions":
        return ", ".join(f"{each.axis}={each.member}" for each in value) or "none"
    return "none" if value is None else str(value)


def _accuracy(decimals: int | None) -> str:
    return "INF" if decimals is None else str(decimals)


def _shown(value: Decimal | str | None) -> str:
    if value is None:
        return "nil"
    text = format(value, "f") if isinstance(value, Decimal) else repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}... ({len(text)} characters)"
