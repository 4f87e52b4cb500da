"""What a document promises of its duplicates (OIM 1.0 section 6, xBRL-JSON 1.0 section 6.1.2)."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from operator import itemgetter

from xbrlgen.model import Fact, FactKey, QName
from xbrlgen.model.evaluation import agreed

_ASPECTS = itemgetter(*map(Fact._fields.index, FactKey._fields))


def disallowed_duplicates(facts: Sequence[Fact], allowed: str) -> Iterator[tuple[Fact, Fact]]:
    """Each fact that is a duplicate of a kind that is not `allowed`, after the first fact with the same dimensions.

    `allowed` is ``none``, ``complete``, ``consistent`` or ``all``.
    """
    repeated = frozenset[QName]() if allowed == "all" else _repeated(facts)
    groups: dict[FactKey, list[Fact]] = {}
    for fact in facts if repeated else ():
        if fact.concept in repeated:
            groups.setdefault(fact.key, []).append(fact)
    for group in groups.values():
        if len(group) > 1 and not (allowed == "consistent" and _are_consistent(group)):
            yield from ((group[0], each) for each in group[1:] if allowed == "none" or not _is_same(group[0], each))


def _repeated(facts: Iterable[Fact]) -> frozenset[QName]:
    """The concepts of which two facts seem to have the same dimensions: told by numbers, for keys take much space."""
    by_concept: dict[QName, list[Fact]] = {}
    for fact in facts:
        by_concept.setdefault(fact.concept, []).append(fact)
    groups = by_concept.items()
    return frozenset(concept for concept, group in groups if len(set(map(hash, map(_ASPECTS, group)))) < len(group))


def _is_same(one: Fact, other: Fact) -> bool:
    return (one.value, one.decimals) == (other.value, other.decimals)


def _are_consistent(group: list[Fact]) -> bool:
    """Whether one true value explains all of them (OIM 1.0 section 6.2.1)."""
    if not all(isinstance(fact.value, Decimal) for fact in group):
        return all(fact.value == group[0].value for fact in group)
    return agreed(tuple(group)) is not None
