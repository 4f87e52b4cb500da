"""Dates as printed: the order of their fields, the digits, and where the name of the month stands."""
# Full-width and Devanagari digits are meant where they look like Latin letters.
# ruff: noqa: RUF001

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from xbrlgen.transformations import calendar
from xbrlgen.transformations.month_names import INDIAN_CALENDAR, MonthNames
from xbrlgen.transformations.transformation import Rule, compiled

NUMERIC = frozenset({"day", "month", "year"})


class Digits(NamedTuple):
    """The digits of one or more scripts; `mixed`: one number may use several. `years` are their lengths.

    `months` are the scripts of the number of a month, if not the same.
    """

    scripts: tuple[str, ...] = ("0-9",)
    mixed: bool = False
    years: tuple[int, ...] = (4, 2, 1)
    months: tuple[str, ...] = ()

    @property
    def all(self) -> str:
        """Every digit, for use between brackets."""
        return "".join(self.scripts)

    def number(self, field: str) -> str:
        """The pattern of a day, month or year."""
        lengths = [f"{{{length}}}" for length in self.years] if field == "year" else ["{1,2}"]
        scripts = (self.months if field == "month" else ()) or ((self.all,) if self.mixed else self.scripts)
        return "|".join(f"[{script}]{length}" for script in scripts for length in lengths)


ASCII = Digits()
FULL_WIDTH = Digits(("0-9", "０-９"), mixed=True)
ANY_SCRIPT = Digits(("0-9", "０-９", "०-९"), mixed=True)
DEVANAGARI = Digits(("0-9", "०-९"), mixed=True)
HINDI = Digits(("0-9", "०-९"), years=(4, 2), months=("०-९",))


@dataclass(frozen=True, slots=True)
class DateRule:
    """Fields in their order (`day`, `month`, `year`, `name` for a named month), divided by text without digits.

    `before` and `after` are patterns for the text around the name of the month; `ending` is one for the text after a
    last number, `ending_of_name` one that the text after a name has to match, too. `divider` is the pattern between two
    numbers, any text without digits if empty.
    """

    fields: str
    names: MonthNames | None = None
    before: str = ""
    after: str = ""
    ending: str = ""
    ending_of_name: str = ""
    divider: str = ""
    digits: Digits = ASCII

    def __call__(self, text: str) -> str | None:
        """The date in the lexical form of its data type, None if `text` has not the form or there is no such date."""
        match = compiled(_fields(self.fields, self.digits, self.divider) + self.ending).fullmatch(text)
        if not match:
            return None
        found = match.groupdict()
        month = self._month(found["name"], self.names) if self.names else int(found["month"])
        return _date(found.get("year"), month, found.get("day")) if month else None

    def _month(self, text: str, names: MonthNames) -> int | None:
        """The month that a stretch of text names; the last name counts if text may go before it."""
        match = compiled(f"{self.before}({names.pattern}){self.after}").fullmatch(text)
        if not match or not compiled(self.ending_of_name or ".*").fullmatch(text, match.end(1)):
            return None
        return names.numbers.get(match[1]) or names.numbers.get(match[1].lower())


def _date(year: str | None, month: int, day: str | None) -> str | None:
    if day is None:
        return calendar.month_of_year(calendar.full_year(year or ""), month)
    if year is None:
        return calendar.day_of_any_year(month, int(day))
    return calendar.day(calendar.full_year(year), month, int(day))


@cache
def _fields(fields: str, digits: Digits, divider: str = "") -> str:
    """The pattern of all fields: stretches of digits and of other characters in turn, so that it takes linear time."""
    pattern, after_number = "", False
    for field in fields.split():
        if field in NUMERIC:
            pattern += (divider or f"[^{digits.all}]+") if after_number else ""
            pattern += f"(?P<{field}>{digits.number(field)})"
        else:
            pattern += f"(?P<{field}>[^{digits.all}]+)"
        after_number = field in NUMERIC
    return pattern


_SPACE = "[ \u00a0]*"
_MONTH_AND_DAY = f"{_SPACE}年{_SPACE}(?P<month>[{FULL_WIDTH.all}]{{1,2}}){_SPACE}月"
_DAY = f"{_SPACE}(?P<day>[{FULL_WIDTH.all}]{{1,2}}){_SPACE}日"


@dataclass(frozen=True, slots=True)
class JapaneseRule:
    """A date with the characters for year, month and day; `has_era`: the years are counted from that of an emperor."""

    has_day: bool
    has_era: bool

    def __call__(self, text: str) -> str | None:
        """The date in the lexical form of its data type, None if `text` has not the form or there is no such date."""
        match = compiled(self._pattern()).fullmatch(text)
        if not match:
            return None
        found = match.groupdict()
        year = found["year"]
        if self.has_era:
            year = f"{calendar.ERAS[found['era']] + (1 if year == '元' else int(year)):04}"
        return _date(year, int(found["month"]), found.get("day"))

    def _pattern(self) -> str:
        year = f"(?P<year>{FULL_WIDTH.number('year')})"
        if self.has_era:
            year = f"(?P<era>{'|'.join(calendar.ERAS)}){_SPACE}(?P<year>[{FULL_WIDTH.all}]{{1,2}}|元)"
        return year + _MONTH_AND_DAY + (_DAY if self.has_day else "")


@dataclass(frozen=True, slots=True)
class EitherRule:
    """The first rule that takes the text."""

    rules: tuple[Rule, ...]

    def __call__(self, text: str) -> str | None:
        """The value, None if no rule takes `text`."""
        return next((value for rule in self.rules if (value := rule(text)) is not None), None)


def indian_national_day(text: str) -> str | None:
    """The Gregorian day of `text`, a day of the Indian national calendar; None if there is no such day."""
    match = compiled(_fields("day name year", HINDI)).fullmatch(text)
    name = match and compiled(f".+(?:{_INDIAN_MONTHS}).+").fullmatch(match["name"])
    if not match or not name or not name.lastindex:
        return None
    return calendar.indian_day(match["year"], name.lastindex, int(match["day"]))


_INDIAN_MONTHS = "|".join(f"({names})" for names in INDIAN_CALENDAR.split())
"""A group for each month, so that the number of the group is that of the month."""
