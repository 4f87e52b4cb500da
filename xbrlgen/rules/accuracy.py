"""Decimals must suit the value that they are said of."""

from collections.abc import Iterator
from decimal import Decimal
from types import NoneType

from xbrlgen.findings import Finding
from xbrlgen.model import QName, ValueKind
from xbrlgen.model.accuracy import has_excess_digits
from xbrlgen.model.evaluation import FactIndex
from xbrlgen.rules.subject import Subject
from xbrlgen.rules.wording import measured, number, scaled

_MOST, _LEAST = 15, -15
"""Decimals beyond these are a slip: a thousandth of a billionth of a unit, or a thousand trillions."""

_GROWTH = ("Growth", "Change", "Increase", "Decrease", "Coverage", "Turnover")
"""Words in the names of ratios that may well be more than one."""

_PERCENT = -2


def misplaced_decimals(subject: Subject) -> Iterator[Finding]:
    """Decimals on facts that are no number or nil (XBRL 2.1 section 4.6.3)."""
    forms = (form for name in subject.index.concepts for form in subject.index.forms(name))
    are_any = any(form.decimals is not None and (form.kind is NoneType or form.unit is None) for form in forms)
    for fact in subject.report.facts if are_any else ():
        if fact.decimals is not None and (fact.is_nil or not fact.is_numeric):
            what = "nil" if fact.is_nil else "no number"
            standard = f"xbrl.4.6.3:{'nilPrecisionDecimals' if fact.is_nil else 'extraneousPrecisionDecimals'}"
            message = f"{subject.told(fact)} is {what}, but has decimals {fact.decimals}."
            yield subject.finding("XG260", message, fact, standard=standard)


def decimals(subject: Subject) -> Iterator[Finding]:
    """Decimals that contradict the digits of the value, or that no figure has (XBRL 2.1 section 4.6.5)."""
    are_any = not all(_have_sound_decimals(subject.index, name) for name in subject.index.concepts)
    for fact in subject.report.facts if are_any else ():
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


def _have_sound_decimals(index: FactIndex, concept: QName) -> bool:
    said = {form.decimals for form in index.forms(concept) if form.decimals is not None and form.kind is Decimal}
    return all(_LEAST <= each <= _MOST for each in said) and not index.has_excess_digits(concept)


def percentages(subject: Subject) -> Iterator[Finding]:
    """Percentages above 100 % that nobody typed in percent, so that 12.3 may stand for 0.123."""
    for concept, facts in subject.items():
        if concept.kind is not ValueKind.PERCENT or any(word in concept.name.local_name for word in _GROWTH):
            continue
        for fact in facts:
            value = fact.value
            if not isinstance(value, Decimal) or not value.is_finite() or not abs(value) > 1:
                continue
            if subject.display(fact).scale != _PERCENT:
                message = f"{subject.told(fact)} is {number(value)}, which is {scaled(value, _PERCENT)} %."
                yield subject.finding("XG263", message, fact)
