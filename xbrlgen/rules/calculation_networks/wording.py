"""How sums are told: figures with their accuracy, link roles by their definitions."""

from collections.abc import Iterable
from decimal import Decimal

from xbrlgen.model import Fact, QName
from xbrlgen.rules.subject import Subject
from xbrlgen.rules.wording import measured, number, place, quoted

LISTED = 12
"""Items that a hint lists."""


def figure(fact: Fact) -> str:
    """A value with what its decimals say of it."""
    if not isinstance(fact.value, Decimal):
        return "nil"
    return f"{number(fact.value)} ({'exact' if fact.decimals is None else f'decimals {fact.decimals}'})"


def told(subject: Subject, fact: Fact) -> str:
    """A fact by its concept, period and members."""
    return f"{subject.spelt(fact.concept)} ({place(fact.period, fact.dimensions)})"


def told_sum(subject: Subject, fact: Fact, values: tuple[Decimal, Decimal, Decimal], role: str) -> str:
    """A total that does not agree with its items: what it is, what they come to, and the difference of both."""
    total, reached, difference = (measured(each, 0, fact.unit) for each in values)
    told_total = f"{told(subject, fact)} is {total}"
    return (
        f"{told_total}, but its items come to {reached}, a difference of {difference}, in {role_name(subject, role)}."
    )


def role_name(subject: Subject, role: str) -> str:
    """A link role by its definition, where the taxonomy has one."""
    declared = subject.taxonomy.role_types.get(role, ())
    definition = next((each.definition for each in declared if each.definition), "")
    return f"the link role {quoted(definition or role)}"


def listed(subject: Subject, items: Iterable[tuple[Decimal, QName, str]]) -> str:
    """The items of a sum: their weights, concepts and figures."""
    parts = [f"{_weight(weight)}{subject.spelt(name)} {what}" for weight, name, what in items]
    more = f" and {len(parts) - LISTED:,} more" if len(parts) > LISTED else ""
    return "; ".join(parts[:LISTED]) + more


def missing(subject: Subject, names: Iterable[QName]) -> str:
    """A sentence with the items that are not reported; empty where all are."""
    spelt = [subject.spelt(each) for each in names]
    more = f" and {len(spelt) - LISTED:,} more" if len(spelt) > LISTED else ""
    return f" Not reported there: {', '.join(spelt[:LISTED])}{more}." if spelt else ""


def _weight(weight: Decimal) -> str:
    sign = "less " if weight < 0 else ""
    return sign if abs(weight) == 1 else f"{sign}{number(abs(weight))} \N{MULTIPLICATION SIGN} "
