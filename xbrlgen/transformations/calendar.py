"""Days and months of the Gregorian calendar in their lexical form, and the eras and calendars that lead to them."""

from datetime import MAXYEAR, date, timedelta

ERAS = {"明治": 1867, "明": 1867, "大正": 1911, "大": 1911, "昭和": 1925, "昭": 1925}
ERAS |= {"平成": 1988, "平": 1988, "令和": 2018, "令": 2018}
"""The year before each Japanese era's first; an era may be named by its first character."""

_LEAP_YEAR = 2000
_SHORT_YEAR = 2
_MONTHS = 12
_SAKA_EPOCH = 78
_START_OF_2000 = (21, 10, 11)


def day(year: int, month: int, day_of_month: int) -> str | None:
    """`YYYY-MM-DD`, None if there is no such day."""
    try:
        return date(year, month, day_of_month).isoformat()
    except ValueError:
        return None


def day_of_any_year(month: int, day_of_month: int) -> str | None:
    """`--MM-DD`, None if no year has such a day."""
    known = day(_LEAP_YEAR, month, day_of_month)
    return known and f"--{known[5:]}"


def month_of_year(year: int, month: int) -> str | None:
    """`YYYY-MM`, None if there is no such month."""
    return f"{year:04}-{month:02}" if year and 1 <= month <= _MONTHS else None


def full_year(digits: str) -> int:
    """The year that one, two or four digits name; the shorter ones belong to the 21st century."""
    return int(digits) + (2000 if len(digits) <= _SHORT_YEAR else 0)


def indian_day(digits: str, month: int, day_of_month: int) -> str | None:
    """The Gregorian day of a day in the Indian national (Saka) calendar, None if there is no such day.

    Two digits name the Saka year that puts the day between 1 January 2000 (11 Pausa 1921) and 31 December 2099.
    """
    year = int(digits)
    if len(digits) <= _SHORT_YEAR:
        year += 1900 if (year, month, day_of_month) >= _START_OF_2000 else 2000
    lengths = [30, *[31] * 5, *[30] * 6]
    new_year = 22
    if day(year + _SAKA_EPOCH, 2, 29):  # a leap year starts a day earlier, and its first month is a day longer
        lengths[0], new_year = 31, 21
    if not 1 <= day_of_month <= lengths[month - 1] or year + _SAKA_EPOCH >= MAXYEAR:
        return None
    days = sum(lengths[: month - 1]) + day_of_month - 1
    return (date(year + _SAKA_EPOCH, 3, new_year) + timedelta(days)).isoformat()
