"""One fact, one value: facts with equal dimensions must agree.

Follows OIM 1.0 section 4.2 (duplicates) and Calculations 1.1 (what rounded figures stand for).
"""

from collections.abc import Iterator
from decimal import Decimal

from xbrlgen.findings import Finding
from xbrlgen.model import Fact
from xbrlgen.model.evaluation import agreed
from xbrlgen.rules.subject import Subject
from xbrlgen.rules.wording import quoted

_LISTED = 5
"""Different values that a message lists."""


def duplicates(subject: Subject) -> Iterator[Finding]:
    """Facts that share all their dimensions: whether all of them can be true.

    A report may print a figure many times, also with fewer digits; what agrees is worth a word in a filing only, where
    nobody knows why it stands there twice.
    """
    for facts in subject.index.duplicates():
        if not _can_all_be_true(facts):
            yield _contradiction(subject, facts)
        elif not subject.is_own:
            yield _repetition(subject, facts)


def _can_all_be_true(facts: tuple[Fact, ...]) -> bool:
    if len({fact.value for fact in facts}) == 1 and len({fact.decimals for fact in facts}) == 1:
        return True
    if any(not isinstance(fact.value, Decimal) or not fact.value.is_finite() for fact in facts):
        return len({fact.value for fact in facts}) == 1
    return agreed(facts) is not None


def _contradiction(subject: Subject, facts: tuple[Fact, ...]) -> Finding:
    first, *_ = different = _one_of_each_value(facts)
    listed = [_value(subject, fact) for fact in different[:_LISTED]]
    more = f" and {len(different) - _LISTED:,} more" if len(different) > _LISTED else ""
    told = f"{subject.told(first)} has {len(different):,} different values: {'; '.join(listed)}{more}"
    if any(fact.is_numeric for fact in facts):
        message = f"{told}. They are not roundings of one figure."
        return subject.finding("XG400", message, *different, severity=subject.strict)
    return subject.finding("XG403", f"{told}.", *different, severity=subject.strict)


def _repetition(subject: Subject, facts: tuple[Fact, ...]) -> Finding:
    first, *others = facts
    if all((fact.value, fact.decimals) == (first.value, first.decimals) for fact in others):
        message = f"{subject.told(first)} is reported {len(facts):,} times with the same value."
        return subject.finding("XG402", message, *facts)
    values = "; ".join(_value(subject, fact) for fact in _one_of_each_value(facts)[:_LISTED])
    message = f"{subject.told(first)} is reported {len(facts):,} times, with different precision: {values}."
    return subject.finding("XG401", message, *facts)


def _one_of_each_value(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return tuple({(fact.value, fact.decimals): fact for fact in reversed(facts)}.values())[::-1]


def _value(subject: Subject, fact: Fact) -> str:
    if fact.value is None:
        return "nil"
    if isinstance(fact.value, str):
        return quoted(fact.value)
    precision = "exact" if fact.decimals is None else f"decimals {fact.decimals}"
    return f"{subject.figure(fact)} ({precision})"
