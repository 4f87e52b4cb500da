"""Periods must suit their concept, and dates must be plausible."""

from collections.abc import Iterator
from datetime import date, time, timedelta

from xbrlgen.findings import Finding
from xbrlgen.model import Concept, Fact, Period
from xbrlgen.rules.subject import Subject
from xbrlgen.rules.wording import counted

_DAY = timedelta(days=1)
_EARLIEST, _LATEST = 1900, 2200
_INSTANT, _DURATION = "instant", "duration"


def period_types(subject: Subject) -> Iterator[Finding]:
    """Instant concepts at instants, duration concepts over durations (XBRL 2.1 section 4.7.2)."""
    kinds = [_kind(situation.period) for situation in subject.index.situations]
    for concept, facts in subject.items():
        numbers = subject.index.numbers_of_situations(concept.name)
        if {concept.period_type}.issuperset(map(kinds.__getitem__, numbers)):
            continue
        for fact in facts:
            if concept.period_type != _kind(fact.period):
                yield _of_wrong_period_type(subject, concept, fact)


def dates(subject: Subject) -> Iterator[Finding]:
    """Periods that cannot be meant: without length, without end, in another century, a day too long or too late.

    Each period is judged once, however many facts it has.
    """
    periods = dict.fromkeys(situation.period for situation in subject.index.situations)
    first_days = {period.first_day for period in periods if period is not None and _days(period) > 1}
    faults = {period: found for period in periods if (found := [*_faults(period, first_days)])}
    by_period: dict[Period | None, list[Fact]] = {period: [] for period in faults}
    for fact in subject.report.facts if faults else ():
        if fact.period in faults:
            by_period[fact.period].append(fact)
    for period, facts in by_period.items():
        for code, fault in faults[period]:
            message = f"The period {period or 'forever'} of {counted(len(facts), 'fact')} {fault}."
            yield subject.finding(code, message, *facts)


def periods_after_the_report(subject: Subject) -> Iterator[Finding]:
    """Figures for durations that end after the period of the report, and that no dimension marks as expected ones."""
    own = subject.report.period
    if own is None:
        return
    are_any = any(not each.dimensions and _ends_after(each.period, own) for each in subject.index.situations)
    for fact in subject.report.facts if are_any else ():
        if not fact.dimensions and fact.is_numeric and _ends_after(fact.period, own):
            message = f"{subject.told(fact)} ends after {own}, the period of the report, yet stands as a result."
            yield subject.finding("XG246", message, fact)


def _kind(period: Period | None) -> str:
    """The period type that a period suits; what is forever is a duration."""
    return _INSTANT if period is not None and period.is_instant else _DURATION


def _ends_after(period: Period | None, own: Period) -> bool:
    """Whether a period is a duration that goes on when that of the report is over."""
    return period is not None and period.start is not None and period.end > own.end


def _of_wrong_period_type(subject: Subject, concept: Concept, fact: Fact) -> Finding:
    if concept.period_type == _INSTANT:
        wanted, hint = "a moment, not for a stretch of time", "Give it one date, the end of the period."
    else:
        wanted, hint = "a stretch of time, not at a moment", "Give it a first and a last day."
    return subject.finding("XG240", f"{subject.told(fact)} is measured for {wanted}.", fact, hint=hint)


def _faults(period: Period | None, first_days: set[date | None]) -> Iterator[tuple[str, str]]:
    """Codes, and clauses that follow "the period"."""
    if period is None:
        yield "XG242", "has no end"
        return
    if period.start is not None and period.start >= period.end:
        yield "XG241", "has no length" if period.start == period.end else "ends before it begins"
        return
    if any(moment.time() != time() for moment in (period.start, period.end) if moment is not None):
        yield "XG243", "does not begin and end with a day"
    first_year = (period.start or period.end).year
    if first_year < _EARLIEST or period.end.year > _LATEST:
        yield "XG247", f"lies outside the years {_EARLIEST} to {_LATEST}"
    if period.is_instant and period.last_day in first_days:
        opening = period.last_day - _DAY
        yield "XG244", f"is the end of the first day of a duration; an opening balance stands at the end of {opening}"
    if _is_a_day_too_long(period):
        yield "XG245", "is a day longer than whole months"


def _days(period: Period) -> int:
    return 0 if period.start is None else (period.end - period.start).days


def _is_a_day_too_long(period: Period) -> bool:
    """Whether both days are the first of a month, or both the last: then one of them is a slip."""
    first, last = period.first_day, period.last_day
    if first is None or first >= last:
        return False
    return (first.day == 1 and last.day == 1) or (_ends_month(first) and _ends_month(last))


def _ends_month(day: date) -> bool:
    return day != date.max and (day + _DAY).day == 1
