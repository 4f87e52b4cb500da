"""One fact for each key: complete and consistent duplicates are written once, by the most precise of them."""

from collections.abc import Iterable, Mapping
from functools import reduce
from typing import NamedTuple

from xbrlgen.model import Fact, FactKey, Interval
from xbrlgen.model.grouping import GroupedFacts


class Deduplicated(NamedTuple):
    """The facts to write, in the order given, and for the id of each other one that of the fact that stands for it.

    `has_duplicates` says whether some of those to write still have one key.
    """

    facts: tuple[Fact, ...]
    stands_for: Mapping[str, str]
    has_duplicates: bool


def deduplicated(facts: Iterable[Fact], grouped: GroupedFacts | None = None) -> Deduplicated:
    """One fact for all that say the same; `grouped` are the same facts, where they have been grouped before.

    Inconsistent duplicates are all kept: to choose between them is the issuer's part. Follows OIM 1.0 section 6,
    https://www.xbrl.org/Specification/oim/
    """
    given = tuple(facts)
    if next((grouped or GroupedFacts(given)).duplicates(), None) is None:
        return Deduplicated(given, {}, has_duplicates=False)
    groups: dict[FactKey, list[Fact]] = {}
    for fact in given:
        groups.setdefault(fact.key, []).append(fact)
    kept: list[Fact] = []
    stands_for: dict[str, str] = {}
    for group in groups.values():
        for fact, others in _one_for_all(group) if len(group) > 1 else ((group[0], group),):
            kept.append(fact)
            stands_for |= {other.id: fact.id for other in others if other is not fact}
    return Deduplicated(tuple(kept), stands_for, has_duplicates=len(kept) > len(groups))


def _one_for_all(group: list[Fact]) -> Iterable[tuple[Fact, list[Fact]]]:
    if all(fact.is_numeric and not fact.is_nil for fact in group) and _consistent(group):
        return ((max(group, key=_accuracy), group),)
    complete: dict[tuple[object, int | None], list[Fact]] = {}
    for fact in group:
        complete.setdefault((fact.value, fact.decimals), []).append(fact)
    return ((equal[0], equal) for equal in complete.values())


def _consistent(group: list[Fact]) -> bool:
    """Whether one true value explains all of them (OIM 1.0 section 6.2.1)."""
    ranges: list[Interval | None] = [Interval.of(fact.value, fact.decimals) for fact in group]  # type: ignore[arg-type]
    common = reduce(lambda one, other: one.intersection(other) if one and other else None, ranges)
    return common is not None


def _accuracy(fact: Fact) -> tuple[bool, int]:
    return (fact.decimals is None, fact.decimals or 0)
