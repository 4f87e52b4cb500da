"""Decimals must suit the value that they are said of."""

from collections.abc import Iterator
from decimal import Decimal

from xbrlgen.findings import Finding
from xbrlgen.model import ValueKind
from xbrlgen.model.binding import has_excess_digits
from xbrlgen.rules.subject import Subject
from xbrlgen.rules.wording import measured, number, scaled

_MOST, _LEAST = 15, -15
"""Decimals beyond these are a slip: a thousandth of a billionth of a unit, or a thousand trillions."""

_GROWTH = ("Growth", "Change", "Increase", "Decrease", "Coverage", "Turnover")
"""Words in the names of ratios that may well be more than one."""

_PERCENT = -2


def misplaced_decimals(subject: Subject) -> Iterator[Finding]:
    """Decimals on facts that are no number or nil (XBRL 2.1 section 4.6.3)."""
    for fact in subject.report.facts:
        if fact.decimals is not None and (fact.is_nil or not fact.is_numeric):
            what = "nil" if fact.is_nil else "no number"
            standard = f"xbrl.4.6.3:{'nilPrecisionDecimals' if fact.is_nil else 'extraneousPrecisionDecimals'}"
            message = f"{subject.told(fact)} is {what}, but has decimals {fact.decimals}."
            yield subject.finding("XG260", message, fact, standard=standard)


def decimals(subject: Subject) -> Iterator[Finding]:
    """Decimals that contradict the digits of the value, or that no figure has (XBRL 2.1 section 4.6.5)."""
    for fact in subject.report.facts:
        if fact.decimals is None or not isinstance(fact.value, Decimal):
            continue
        if not _LEAST <= fact.decimals <= _MOST:
            message = f"{subject.told(fact)} has decimals {fact.decimals}, which no figure of a report has."
            yield subject.finding("XG262", message, fact)
        elif has_excess_digits(fact):
            shown = measured(fact.value, 0, fact.unit)
            message = f"{subject.told(fact)} is {shown}, with digits beyond its decimals {fact.decimals}."
            hint = f"The last digit that counts is that of {number(Decimal((0, (1,), -fact.decimals)))}."
            yield subject.finding("XG261", message, fact, hint=hint)


def percentages(subject: Subject) -> Iterator[Finding]:
    """Percentages above 100 % that nobody typed in percent, so that 12.3 may stand for 0.123."""
    for concept, facts in subject.items():
        if concept.kind is not ValueKind.PERCENT or any(word in concept.name.local_name for word in _GROWTH):
            continue
        for fact in facts:
            value = fact.value
            if not isinstance(value, Decimal) or not value.is_finite() or subject.display(fact).scale == _PERCENT:
                continue
            if abs(value) > 1:
                message = f"{subject.told(fact)} is {number(value)}, which is {scaled(value, _PERCENT)} %."
                yield subject.finding("XG263", message, fact)
