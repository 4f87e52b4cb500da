"""The facts of a report, grouped once by what they have in common, so that this is judged once and not fact by fact."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from operator import itemgetter
from typing import NamedTuple

from xbrlgen.model.accuracy import have_excess_digits
from xbrlgen.model.fact import Dimension, Entity, Fact
from xbrlgen.model.period import Period
from xbrlgen.model.qname import QName
from xbrlgen.model.unit import Unit

_VALUE, _UNIT, _DECIMALS = (itemgetter(Fact._fields.index(name)) for name in ("value", "unit", "decimals"))


class Situation(NamedTuple):
    """Where a fact stands, whatever it is a value of: who reports, when, and for which members."""

    entity: Entity
    period: Period | None
    dimensions: tuple[Dimension, ...]


class Form(NamedTuple):
    """What a fact is like, whatever its value; `kind` is the type of that: Decimal, str, or NoneType for nil."""

    unit: Unit | None
    decimals: int | None
    kind: type[object]


class GroupedFacts:
    """The facts of a report by concept, each with the number of its situation; equal situations have one number.

    Beside the facts there are two references for each of them, and an entry more once their concept is looked into by
    situation.
    """

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.facts = tuple(facts)
        self._groups: dict[QName, tuple[list[Fact], list[int]]] = {}
        self._numbers: dict[Situation, int] = {}
        self._by_situation: dict[QName, Mapping[int, Fact | list[Fact]]] = {}
        self._forms: dict[QName, tuple[Form, ...]] = {}
        self._excessive: dict[QName, bool] = {}
        self._group()
        self.situations: Sequence[Situation] = tuple(self._numbers)
        """The situations in the order of their first fact; the number of one is its place here."""

    def _group(self) -> None:
        """Facts of one context share its parts and often follow each other: that is quick to ask, unlike values."""
        known: dict[tuple[int, int, int], int] = {}
        entity, period, dimensions, number = None, None, None, -1
        for fact in self.facts:
            if fact.dimensions is not dimensions or fact.period is not period or fact.entity is not entity:
                entity, period, dimensions = fact.entity, fact.period, fact.dimensions
                parts = (id(entity), id(period), id(dimensions))
                number = known.get(parts, -1)
                if number < 0:
                    situation = Situation(entity, period, dimensions)
                    number = known[parts] = self._numbers.setdefault(situation, len(self._numbers))
            group = self._groups.get(fact.concept)
            if group is None:
                group = self._groups[fact.concept] = ([], [])
            group[0].append(fact)
            group[1].append(number)

    @property
    def concepts(self) -> Iterable[QName]:
        """The concepts that have facts, in order of their first one."""
        return self._groups

    def of_concept(self, concept: QName) -> Sequence[Fact]:
        """All facts of `concept`."""
        group = self._groups.get(concept)
        return () if group is None else group[0]

    def numbers_of_situations(self, concept: QName) -> Sequence[int]:
        """The number of the situation of each fact of `concept`."""
        group = self._groups.get(concept)
        return () if group is None else group[1]

    def forms(self, concept: QName) -> Sequence[Form]:
        """What the facts of `concept` are like, each form once, in the order of their first facts."""
        if concept not in self._forms:
            self._forms[concept] = tuple(_forms(self.of_concept(concept)))
        return self._forms[concept]

    def are_numbers(self, concept: QName) -> bool:
        """Whether each fact of `concept` is a finite number with a unit."""
        if not all(form.kind is Decimal and form.unit is not None for form in self.forms(concept)):
            return False
        return all(map(Decimal.is_finite, map(_VALUE, self.of_concept(concept))))

    def has_excess_digits(self, concept: QName) -> bool:
        """Whether any number that is reported for `concept` has digits other than zero beyond its decimals."""
        if concept not in self._excessive:
            by_decimals = self._numbers_by_decimals(concept)
            found = (decimals is not None and have_excess_digits(each, decimals) for decimals, each in by_decimals)
            self._excessive[concept] = any(found)
        return self._excessive[concept]

    def _numbers_by_decimals(self, concept: QName) -> Iterable[tuple[int | None, Sequence[Decimal]]]:
        facts, forms = self.of_concept(concept), self.forms(concept)
        if len(forms) == 1 and forms[0].kind is Decimal:
            return [(forms[0].decimals, list(map(_VALUE, facts)))]
        found: dict[int | None, list[Decimal]] = {}
        for fact in facts:
            if isinstance(fact.value, Decimal):
                found.setdefault(fact.decimals, []).append(fact.value)
        return found.items()

    def by_situation(self, concept: QName) -> Mapping[int, Fact | list[Fact]]:
        """The facts of `concept` by the number of their situation: one fact, or a list of several."""
        found = self._by_situation.get(concept)
        if found is None:
            facts, numbers = self.of_concept(concept), self.numbers_of_situations(concept)
            found = self._by_situation[concept] = by_number(numbers, facts)
        return found

    def number_of(self, situation: Situation) -> int | None:
        """The number of a situation, None where no fact stands."""
        return self._numbers.get(situation)

    def at(
        self, concept: QName, entity: Entity, period: Period | None, dimensions: tuple[Dimension, ...]
    ) -> Sequence[Fact]:
        """All facts with these dimensions, whatever their unit or language."""
        number = self._numbers.get(Situation(entity, period, dimensions))
        found = None if number is None else self.by_situation(concept).get(number)
        if found is None:
            return ()
        return found if isinstance(found, list) else (found,)

    def duplicates(self) -> Iterator[tuple[Fact, ...]]:
        """The facts that share a key, two or more at a time (OIM 1.0 section 4.2)."""
        for facts in self._repeated():
            alike: dict[tuple[Unit | None, str | None], list[Fact]] = {}
            for fact in facts:
                alike.setdefault((fact.unit, fact.language), []).append(fact)
            yield from (tuple(group) for group in alike.values() if len(group) > 1)

    def _repeated(self) -> Iterator[list[Fact]]:
        """Facts of one concept in one situation, where there are several, in the order of their first ones."""
        by_first: dict[int, list[Fact]] = {}
        for concept, (facts, numbers) in self._groups.items():
            if len(set(numbers)) < len(facts):
                found = self.by_situation(concept).values()
                by_first |= {id(several[0]): several for several in found if isinstance(several, list)}
        for fact in self.facts if by_first else ():
            several = by_first.pop(id(fact), None)
            if several is not None:
                yield several


def _forms(facts: Sequence[Fact]) -> Iterable[Form]:
    units, decimals, kinds = list(map(_UNIT, facts)), list(map(_DECIMALS, facts)), list(map(type, map(_VALUE, facts)))
    columns: tuple[Sequence[object], ...] = (units, decimals, kinds)
    if facts and all(column.count(column[0]) == len(facts) for column in columns):  # so it is for most concepts
        return (Form(units[0], decimals[0], kinds[0]),)
    return dict.fromkeys(map(Form, units, decimals, kinds))


def by_number(numbers: Sequence[int], facts: Sequence[Fact]) -> Mapping[int, Fact | list[Fact]]:
    """Facts by a number that each of them has: one fact, or a list of several, in the order of their first ones."""
    found: dict[int, Fact | list[Fact]] = dict(zip(numbers, facts, strict=True))
    if len(found) == len(facts):
        return found
    found.clear()
    for number, fact in zip(numbers, facts, strict=True):
        others = found.get(number)
        if others is None:
            found[number] = fact
        elif isinstance(others, list):
            others.append(fact)
        else:
            found[number] = [others, fact]
    return found
