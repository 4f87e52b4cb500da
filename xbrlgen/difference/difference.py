"""The differences between an old and a new report, fact by fact."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from xbrlgen.comparison import Tie, said, ties
from xbrlgen.model import Entity, Fact, FactKey, Period, Report

_TENTH = 10
"""A report is about the latest moment with which one in so many of its facts ends, if it does not say otherwise."""


class Kind(StrEnum):
    """What happened to a fact from the old report to the new one."""

    VALUE = "value"
    RESTATED = "restated"
    """A later report gives another value for a period that the old one was about, or that came before."""
    TEXT = "text"
    DECIMALS = "decimals"
    FOOTNOTES = "footnotes"
    ADDED = "added"
    REMOVED = "removed"


class Change(NamedTuple):
    """One fact that is not the same in both reports; `old` is None if it was added, `new` if it was removed."""

    kind: Kind
    old: Fact | None
    new: Fact | None

    @property
    def fact(self) -> Fact:
        """The fact, as the newest report that has it says it."""
        fact = self.new or self.old
        if fact is None:
            raise ValueError("a change is about a fact")
        return fact

    @property
    def delta(self) -> Decimal | None:
        """By how much a number changed."""
        values = self.old.value if self.old else None, self.new.value if self.new else None
        if isinstance(values[0], Decimal) and isinstance(values[1], Decimal):
            return values[1] - values[0]
        return None


class Side(NamedTuple):
    """One of the two reports: whom it is about (None: nobody or several), until when, and how many facts it has.

    `periods` are those in which only this report has facts, the latest first, with the number of these facts.
    """

    entity: Entity | None
    end: datetime | None
    facts: int
    periods: Mapping[Period | None, int]


class Difference(NamedTuple):
    """What differs; `changes` are in the order of the new report, what was removed comes last."""

    old: Side
    new: Side
    changes: tuple[Change, ...]
    same: int

    @property
    def is_same(self) -> bool:
        """Whether both reports say the same of the same entity."""
        return not self.changes and self.old.entity == self.new.entity

    def of(self, kind: Kind) -> tuple[Change, ...]:
        """The changes of one kind, but those in periods that one report has for itself."""
        return tuple(each for each in self.changes if each.kind is kind and not self._is_of_own_period(each))

    def of_own_periods(self, kind: Kind) -> tuple[Change, ...]:
        """The facts added or removed in periods that one report has for itself."""
        return tuple(each for each in self.changes if each.kind is kind and self._is_of_own_period(each))

    def _is_of_own_period(self, change: Change) -> bool:
        only = {Kind.ADDED: self.new, Kind.REMOVED: self.old}.get(change.kind)
        return only is not None and change.fact.period in only.periods

    @property
    def counts(self) -> Mapping[Kind, int]:
        """How many changes there are of each kind."""
        counted = Counter(each.kind for each in self.changes)
        return {kind: counted[kind] for kind in Kind}


def compared(old: Report, new: Report) -> Difference:
    """Compare two reports; where each is about one entity, and these differ, the rest is compared all the same.

    Facts are matched by their dimensions (OIM 1.0 section 5.1). Time and memory grow with the facts.
    """
    entities = _entity(old), _entity(new)
    if entities[0] is not None and entities[1] is not None and entities[0] != entities[1]:
        renamed = replace(new, facts=tuple(fact._replace(entity=entities[0]) for fact in new.facts))
        changes, same = _changes(old, renamed)
        own = {fact.id: fact for fact in new.facts}
        changes = [each._replace(new=own[each.new.id]) if each.new else each for each in changes]
    else:
        changes, same = _changes(old, new)
    only = _periods(old, new), _periods(new, old)
    sides = (
        Side(entities[0], _end(old), len(old.facts), only[0]),
        Side(entities[1], _end(new), len(new.facts), only[1]),
    )
    return Difference(*sides, tuple(changes), same)


def _entity(report: Report) -> Entity | None:
    found = {fact.entity for fact in report.facts}
    return next(iter(found)) if len(found) == 1 else None


def _end(report: Report) -> datetime | None:
    """Until when a report tells: what it says itself, else the latest moment that many of its facts end with."""
    if report.period is not None:
        return report.period.end
    ends = Counter(fact.period.end for fact in report.facts if fact.period is not None)
    return max((end for end, times in ends.items() if times * _TENTH >= ends.total()), default=None)


def _periods(report: Report, other: Report) -> Mapping[Period | None, int]:
    known = {fact.period for fact in other.facts}
    counted = Counter(fact.period for fact in report.facts if fact.period not in known)
    return dict(sorted(counted.items(), key=lambda each: each[0].sort_key if each[0] else (), reverse=True))


def _changes(old: Report, new: Report) -> tuple[list[Change], int]:
    groups: dict[FactKey, tuple[list[Fact], list[Fact]]] = {}
    for side, report in ((1, new), (0, old)):
        for fact in report.facts:
            groups.setdefault(fact.key, ([], []))[side].append(fact)
    notes = ties(old)[0], ties(new)[0]
    is_later = _is_later(old, new)
    changes: list[Change] = []
    same = 0
    for was, is_now in groups.values():
        found = list(_of_key(was, is_now, notes, is_later=is_later))
        changes += found
        same += len(is_now) - sum(each.new is not None for each in found)
    return changes, same


def _is_later(old: Report, new: Report) -> bool:
    ends = _end(old), _end(new)
    return ends[0] is not None and ends[1] is not None and ends[1] > ends[0]


def _of_key(
    old: Sequence[Fact], new: Sequence[Fact], notes: Sequence[Mapping[str, frozenset[Tie]]], *, is_later: bool
) -> Iterator[Change]:
    """What differs between the facts of one key; the same value is matched first, and the rest in order."""
    waiting: dict[object, list[Fact]] = {}
    for fact in reversed(old):
        waiting.setdefault(said(fact), []).append(fact)
    unmatched: list[Fact] = []
    for fact in new:
        equal = waiting.get(said(fact))
        if not equal:
            unmatched.append(fact)
            continue
        match = equal.pop()
        if notes[0].get(match.id, frozenset()) != notes[1].get(fact.id, frozenset()):
            yield Change(Kind.FOOTNOTES, match, fact)
    left = [fact for fact in old if any(fact is each for each in waiting[said(fact)])]
    for was, is_now in zip(left, unmatched, strict=False):
        yield Change(_kind(was, is_now, is_later=is_later), was, is_now)
    paired = min(len(left), len(unmatched))
    yield from (Change(Kind.ADDED, None, fact) for fact in unmatched[paired:])
    yield from (Change(Kind.REMOVED, fact, None) for fact in left[paired:])


def _kind(old: Fact, new: Fact, *, is_later: bool) -> Kind:
    if said(old)[0] == said(new)[0]:
        return Kind.DECIMALS
    if not old.is_numeric and isinstance(old.value, str) and isinstance(new.value, str):
        return Kind.TEXT
    return Kind.RESTATED if is_later else Kind.VALUE
