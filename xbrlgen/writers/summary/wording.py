"""Periods, units, accuracy and types in words."""

from datetime import date, datetime, time

from xbrlgen.model import Concept, Period, Unit, ValueKind
from xbrlgen.writers.summary.figures import DASH, TIMES

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

_SCALES = {0: "", 2: "hundreds", 3: "thousands", 4: "tens of thousands", 6: "millions", 8: "hundred millions"}
_SCALES |= {9: "billions", 12: "trillions"}
_NEAREST = {2: "hundred", 3: "thousand", 4: "ten thousand", 5: "hundred thousand", 6: "million", 7: "ten million"}
_NEAREST |= {8: "hundred million", 9: "billion", 12: "trillion"}
_FULL_YEAR = 12


def period_words(period: Period | None) -> str:
    """``1 April 2023 to 30 September 2023`` or ``30 September 2023``; without a period, forever."""
    if period is None:
        return "forever"
    if period.start is None:
        return _moment(period.end, _day(period.last_day))
    first = _moment(period.start, _day(period.start))
    return f"{first} to {_moment(period.end, _day(period.last_day))}"


def short_period(period: Period | None) -> str:
    """The period for a narrow place: half a year as its two months, an instant as ``30 Sep 2023``."""
    if period is None:
        return "forever"
    last = period.last_day
    if period.start is None:
        return f"{last.day} {_MONTHS[last.month - 1][:3]} {last.year}"
    first = period.start.date()
    end = f"{_MONTHS[last.month - 1][:3]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    begin = _MONTHS[first.month - 1][:3] + (f" {first.year}" if first.year != last.year else "")
    return f"{begin}{DASH}{end}"


def length_words(period: Period | None) -> str:
    """How long a duration of whole months is: ``6 months``, ``1 year``; empty for any other period."""
    if period is None or period.start is None or period.start.day != period.end.day:
        return ""
    months = (period.end.year - period.start.year) * _FULL_YEAR + period.end.month - period.start.month
    if months <= 0 or period.start.time() != period.end.time():
        return ""
    count, word = divmod(months, _FULL_YEAR)[0], "year"
    if months % _FULL_YEAR:
        count, word = months, "month"
    return f"{count} {word}{'s' if count > 1 else ''}"


def unit_words(unit: Unit | None) -> str:
    """``JPY``, ``shares``, ``JPY per share``; empty for pure numbers and for words."""
    if unit is None:
        return ""
    above = f" {TIMES} ".join(measure.local_name for measure in unit.numerators)
    if above == "pure" and not unit.denominators:
        return ""
    below = f" {TIMES} ".join(measure.local_name for measure in unit.denominators)
    return f"{above} per {'share' if below == 'shares' else below}" if below else above


def scaled_unit_words(unit: Unit | None, scale: int) -> str:
    """The unit of a figure that is shown divided by ten to the power of `scale`: ``JPY millions``."""
    power = _SCALES.get(scale, f"{TIMES} 10^{scale}") if scale > 0 else ""
    return f"{unit_words(unit)} {power}".strip()


def accuracy_words(decimals: int | None) -> str:
    """What the decimals of a numeric fact say: ``to the nearest million``, ``to 2 decimal places``, ``exact``."""
    if decimals is None:
        return "exact"
    if decimals > 0:
        return f"to {decimals} decimal place{'s' if decimals > 1 else ''}"
    if decimals == 0:
        return "to the nearest whole number"
    return f"to the nearest {_NEAREST.get(-decimals, f'10^{-decimals}')}"


def kind_words(concept: Concept | None) -> str:
    """Type, balance and period type of a concept: ``monetary, credit, duration``."""
    if concept is None:
        return "not declared by the taxonomy"
    kind = concept.kind
    name = concept.item_type.name.local_name if concept.item_type else "tuple"
    parts = (name if kind is ValueKind.OTHER else str(kind), concept.balance, concept.period_type)
    return ", ".join(part for part in parts if part)


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _moment(at: datetime, day: str) -> str:
    return day if at.time() == time() else f"{day}, {at.time().isoformat()}"
