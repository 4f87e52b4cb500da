"""The situations of a report by number: which of them references lead to, and which have the members that they name.

Each is worked out once, however many equations and facts ask for it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from xbrlgen.model.evaluation import FactIndex
from xbrlgen.model.expression import Reference
from xbrlgen.model.fact import Dimension, Entity
from xbrlgen.model.grouping import Situation
from xbrlgen.model.period import Period
from xbrlgen.model.qname import QName

NOWHERE = -1
"""The number of a situation that has no facts."""


class Targets(dict[int, tuple[int, int]]):
    """Where a reference leads from a situation, both by number; worked out when it is first asked for.

    The second is the end of the first where that is a duration, for balances.
    """

    def __init__(self, find: Callable[[int], tuple[int, int]]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, number: int) -> tuple[int, int]:
        found = self[number] = self._find(number)
        return found


class Span(NamedTuple):
    """A duration over which movements are reported, with the axes of the statement that reports them."""

    entity: Entity
    period: Period
    axes: frozenset[QName]


class Situations:
    """The situations of the facts of `index`, and further ones that equations are about."""

    def __init__(self, index: FactIndex) -> None:
        self._index = index
        self._further: dict[Situation, int] = {}
        self._every: list[Situation] = list(index.situations)
        self._targets: dict[Reference, Targets] = {}
        self._axes: dict[int, frozenset[QName]] = {}
        self._positions: dict[QName, Mapping[int, int]] = {}

    def __getitem__(self, number: int) -> Situation:
        return self._every[number]

    def number(self, situation: Situation) -> int:
        """The number of a situation, a new one where it has no facts."""
        known = self._index.number_of(situation)
        if known is None:
            known = self._further.setdefault(situation, len(self._every))
            if known == len(self._every):
                self._every.append(situation)
        return known

    def axes(self, number: int) -> frozenset[QName]:
        """The axes on which there is a member."""
        found = self._axes.get(number)
        if found is None:
            found = self._axes[number] = frozenset(each.axis for each in self._every[number].dimensions)
        return found

    def targets(self, reference: Reference) -> Targets:
        """Where a reference leads, whatever its concept."""
        same = reference._replace(concept=None)
        if same not in self._targets:
            self._targets[same] = Targets(lambda number: self._target(same, self._every[number]))
        return self._targets[same]

    def _target(self, reference: Reference, at: Situation) -> tuple[int, int]:
        meant = self._index.referred_situation(reference, at)
        number = self._index.number_of(meant)
        end = None if meant.period is None else self._index.number_of(meant._replace(period=meant.period.closing))
        return (NOWHERE if number is None else number, NOWHERE if end is None else end)

    def standing(self, concept: QName, reference: Reference) -> Iterator[int]:
        """Where there are facts of a concept that a reference may mean, each situation once in their order."""
        wanted, ruled_out = frozenset(reference.dimensions), frozenset(reference.without)
        for number in self._candidates(concept, reference):
            has_members = not wanted or wanted.issubset(self._every[number].dimensions)
            if has_members and ruled_out.isdisjoint(self.axes(number)):
                yield number

    def _candidates(self, concept: QName, reference: Reference) -> Iterable[int]:
        """The situations of a concept; only those with a member or period of the reference where they are fewer."""
        reported = self._index.by_situation(concept)
        at = reference.at
        lists = [self._with_dimension.get(each, []) for each in reference.dimensions]
        if isinstance(at, Period):
            periods = dict.fromkeys((at, at.closing))
            lists.append([number for period in periods for number in self._at_period.get(period, ())])
        fewest = min(lists, key=len, default=None)
        if fewest is None or len(fewest) >= len(reported):
            return reported
        positions = self._positions.get(concept)
        if positions is None:
            positions = self._positions[concept] = {number: place for place, number in enumerate(reported)}
        return sorted({number for number in fewest if number in positions}, key=positions.__getitem__)

    @cached_property
    def _with_dimension(self) -> Mapping[Dimension, list[int]]:
        found: dict[Dimension, list[int]] = {}
        for number, situation in enumerate(self._index.situations):
            for dimension in situation.dimensions:
                found.setdefault(dimension, []).append(number)
        return found

    @cached_property
    def _at_period(self) -> Mapping[Period | None, list[int]]:
        found: dict[Period | None, list[int]] = {}
        for number, situation in enumerate(self._index.situations):
            found.setdefault(situation.period, []).append(number)
        return found

    def spans(self, concept: QName, reference: Reference, named: frozenset[QName]) -> Iterator[Span]:
        """The durations of facts of a concept that a reference may mean, less the axes that it names."""
        for number in self.standing(concept, reference):
            entity, period, _ = self._every[number]
            if period is not None and not period.is_instant:
                yield Span(entity, period, self.axes(number) - named)
