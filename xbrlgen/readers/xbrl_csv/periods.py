"""Periods as xBRL-CSV abbreviates them (xBRL-CSV 1.0, section 4: period representation)."""

import re
from datetime import date, timedelta

from xbrlgen.model import Period
from xbrlgen.readers.oim.aspects import AspectError, read_period

INVALID = "xbrlce:invalidPeriodRepresentation"
NOT_A_DURATION = "xbrlce:referenceTargetNotDuration"

_RANGE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.\.([0-9]{4}-[0-9]{2}-[0-9]{2})")
_SHORT = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|W(?P<week>[0-9]{2}))?(?:@(?P<end>start|end))?"
)
_DAY = timedelta(days=1)


def read_csv_period(text: str, end: str = "") -> tuple[Period, bool]:
    """The period that `text` writes, or its `end` (``start`` or ``end``), and whether a time zone was dropped.

    Raises AspectError where it writes none, or where it is no duration and so has no ends.
    """
    try:
        period, own_end, has_zone = _period(text)
    except (ValueError, OverflowError):
        what = f"{text!r} is no period such as 2023, 2023-04, 2023Q2 or 2023-04-01..2023-09-30"
        raise AspectError(what, INVALID) from None
    if own_end:
        period = _end_of(period, own_end)
    if end and period.is_instant:
        raise AspectError(f"{text!r} is no duration, so it has no @{end}", NOT_A_DURATION)
    return (_end_of(period, end) if end else period), has_zone


def _end_of(period: Period, end: str) -> Period:
    return period.opening if end == "start" else period.closing


def _period(text: str) -> tuple[Period, str, bool]:
    if match := _SHORT.fullmatch(text):
        return _short(match), match["end"] or "", False
    if match := _RANGE.fullmatch(text):
        return Period.duration(date.fromisoformat(match[1]), date.fromisoformat(match[2])), "", False
    period, has_zone = read_period(text)
    return period, "", has_zone


def _short(match: re.Match[str]) -> Period:
    year = int(match["year"])
    if match["week"]:
        monday = date.fromisocalendar(year, int(match["week"]), 1)
        return Period.duration(monday, monday + 6 * _DAY)
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return Period.duration(day, day)
    if match["month"]:
        return _months(year, int(match["month"]), 1)
    if match["quarter"]:
        return _months(year, 3 * int(match["quarter"]) - 2, 3)
    return _months(year, 6 * int(match["half"]) - 5, 6) if match["half"] else _months(year, 1, 12)


def _months(year: int, first: int, count: int) -> Period:
    """`count` months from the month `first` of `year`, none of them beyond its end."""
    following = first + count
    after = date(year + 1, 1, 1) if following > 12 else date(year, following, 1)  # noqa: PLR2004 - months of a year
    return Period.duration(date(year, first, 1), after - _DAY)
