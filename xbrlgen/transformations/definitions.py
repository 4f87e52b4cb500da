"""The kinds of definitions from which the registries are put together."""

from xbrlgen.transformations import numbers
from xbrlgen.transformations.dates import (
    ASCII,
    HINDI,
    DateRule,
    Digits,
    EitherRule,
    JapaneseRule,
    indian_national_day,
)
from xbrlgen.transformations.month_names import HINDI as HINDI_MONTHS
from xbrlgen.transformations.month_names import MonthNames
from xbrlgen.transformations.numbers import NumberRule, UnitNumberRule
from xbrlgen.transformations.transformation import Definition, Output

_FIELDS = {"day": "a day", "month": "the number of a month", "name": "the name of a month", "year": "a year"}


def fixed(value: str, output: Output) -> Definition:
    """The same value for any text."""
    return Definition(output, "any text", lambda _: value, is_fixed=True)


def number(rule: NumberRule, example: str) -> Definition:
    """A number without units, as in `example`."""
    return Definition(Output.DECIMAL, f"an unsigned number as in “{example}”", rule)


def number_with_units(rule: UnitNumberRule, example: str) -> Definition:
    """A number whose whole and hundredths are followed by units, as in `example`."""
    return Definition(Output.DECIMAL, f"an unsigned number as in “{example}”", rule)


def dash() -> Definition:
    """Zero for a dash."""
    return Definition(Output.DECIMAL, "a single dash", numbers.dash)


def date(
    fields: str,
    names: MonthNames | None = None,
    around: tuple[str, str] = ("", ""),
    *,
    ending: str = "",
    ending_of_name: str = "",
    divider: str = "",
    digits: Digits = ASCII,
) -> Definition:
    """A date with `fields` in this order; `around` are the patterns before and after the name of a month."""
    rule = DateRule(fields, names, *around, ending, ending_of_name, divider, digits)
    return Definition(_output(fields), _takes(fields, names), rule)


def japanese_date(*, has_day: bool, has_era: bool) -> Definition:
    """A date with the characters for year, month and day."""
    example = ("令和6年12月" if has_era else "2024年12月") + ("31日" if has_day else "")
    output = Output.DATE if has_day else Output.YEAR_MONTH
    return Definition(output, f"a date in the calendar as in “{example}”", JapaneseRule(has_day, has_era))


def indian_date() -> Definition:
    """A day of the Indian national calendar."""
    takes = "a day, the name of a month and a year of the Indian national calendar"
    return Definition(Output.DATE, takes, indian_national_day)


def hindi_date_of_registry_3() -> Definition:
    """A day, a month in words or Devanagari digits, and a year."""
    named = DateRule("day name year", HINDI_MONTHS, ".+", ".+", digits=HINDI)
    numbered = DateRule("day month year", digits=HINDI)
    return Definition(Output.DATE, _takes("day name year", HINDI_MONTHS), EitherRule((named, numbered)))


def _takes(fields: str, names: MonthNames | None) -> str:
    words = [_FIELDS[field] for field in fields.split()]
    language = f" in {names.language}" if names else ""
    dates = f"{', '.join(words[:-1])} and {words[-1]}".replace("the name of a month", f"the name of a month{language}")
    return f"{dates}, in this order and in the calendar"


def _output(fields: str) -> Output:
    if "year" not in fields:
        return Output.MONTH_DAY
    return Output.DATE if "day" in fields else Output.YEAR_MONTH
