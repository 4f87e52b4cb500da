"""The registries of 2020 and 2022: hyphenated names, months in many languages, fixed values, canonical numbers."""

from typing import NamedTuple

from xbrlgen.transformations.dates import ANY_SCRIPT, DEVANAGARI, HINDI
from xbrlgen.transformations.definitions import (
    date,
    fixed,
    indian_date,
    japanese_date,
    number,
    number_with_units,
)
from xbrlgen.transformations.month_names import BY_LANGUAGE, ENGLISH, ROMAN, WITHOUT_DAY
from xbrlgen.transformations.month_names import HINDI as HINDI_MONTHS
from xbrlgen.transformations.numbers import APOSTROPHES, FULL_WIDTH_APOSTROPHE, free, free_with_units
from xbrlgen.transformations.transformation import Definition, Output

_ANYTHING = "[^0-9]*"
_FIRST = ("", ".+")
_AFTER_A_LETTER = ".+"
_AFTER_NO_LETTER = ".*[^a-zA-Z]"


class _Style(NamedTuple):
    """How a language writes a date: `ending` is how long a month may go on after its stem where nothing follows.

    `starts_a_word`: no Latin letter goes directly before the name. `is_whole`: it is no stem, but the word itself.
    `after_year`: words may follow the year.
    """

    ending: int
    starts_a_word: bool = False
    is_whole: bool = False
    after_year: bool = False

    @property
    def before(self) -> str:
        return _AFTER_NO_LETTER if self.starts_a_word else _AFTER_A_LETTER

    @property
    def between(self) -> str:
        """What stands after a name that a number follows."""
        return "[^a-zA-Z].*" if self.is_whole else ".+"

    @property
    def end(self) -> str:
        return "[.]?" if self.is_whole else f".{{0,{self.ending}}}"


_DAY_FIRST = {
    **dict.fromkeys(("da", "de", "hr", "it", "nl", "no", "pt", "sk", "sl", "sv"), _Style(6)),
    "bg": _Style(6, after_year=True),
    "cs": _Style(0, is_whole=True),
    "el": _Style(8),
    "en": _Style(0),
    "es": _Style(7),
    "et": _Style(5),
    "fi": _Style(8, starts_a_word=True),
    "fr": _Style(5),
    "pl": _Style(9, starts_a_word=True, after_year=True),
    "ro": _Style(7),
}
_WELSH = {"cy": _Style(7, starts_a_word=True)}


def registry_4() -> dict[str, Definition]:
    """Transformation Registry 4 of 12 February 2020.

    https://www.xbrl.org/Specification/inlineXBRL-transformationRegistry/REC-2020-02-12/
    """
    return {
        "date-day-month": date("day month"),
        "date-day-month-year": date("day month year", digits=DEVANAGARI),
        "date-month-day": date("month day"),
        "date-month-day-year": date("month day year"),
        "date-month-year": date("month year", digits=DEVANAGARI),
        "date-year-month": date("year month", ending=f"[^{ANY_SCRIPT.all}]*", digits=ANY_SCRIPT),
        "date-year-month-day": date("year month day", ending=f"[^{ANY_SCRIPT.all}]*", digits=ANY_SCRIPT),
        "date-jpn-era-year-month": japanese_date(has_day=False, has_era=True),
        "date-jpn-era-year-month-day": japanese_date(has_day=True, has_era=True),
        "fixed-empty": fixed("", Output.STRING),
        "fixed-false": fixed("false", Output.BOOLEAN),
        "fixed-true": fixed("true", Output.BOOLEAN),
        "fixed-zero": fixed("0", Output.DECIMAL),
        "num-comma-decimal": number(free(",", "."), "1.234,5"),
        "num-dot-decimal": number(free(".", ","), "1,234.5"),
        "num-unit-decimal": number_with_units(free_with_units(), "5 euros 30 cents"),
        **_day_first(_DAY_FIRST),
        **_roman(),
        **_other_orders(),
    }


def registry_5() -> dict[str, Definition]:
    """Transformation Registry 5 of 16 February 2022: adds Welsh months, and apostrophes between digits.

    https://www.xbrl.org/Specification/inlineXBRL-transformationRegistry/REC-2022-02-16/
    """
    units = free_with_units(APOSTROPHES + FULL_WIDTH_APOSTROPHE)
    return registry_4() | {
        "num-comma-decimal-apos": number(free(",", "." + APOSTROPHES), "1'234,5"),
        "num-dot-decimal-apos": number(free(".", "," + APOSTROPHES), "1'234.5"),
        "num-unit-decimal-apos": number_with_units(units, "1'234 francs 50 centimes"),
        **_day_first(_WELSH),
    }


def _day_first(styles: dict[str, _Style]) -> dict[str, Definition]:
    """The three transformations of each language in which a day goes before its month, and a month before its year."""
    definitions: dict[str, Definition] = {}
    for language, style in styles.items():
        names = ENGLISH if language == "en" else BY_LANGUAGE[language]
        without_day = ENGLISH if language == "en" else WITHOUT_DAY[language]
        ending = _ANYTHING if style.after_year else ""
        around = (style.before, style.between)
        definitions |= {
            f"date-day-monthname-{language}": date("day name", names, (style.before, style.end)),
            f"date-day-monthname-year-{language}": date("day name year", names, around, ending=ending),
            f"date-monthname-year-{language}": date("name year", without_day, ("", style.between), ending=ending),
        }
    return definitions


def _roman() -> dict[str, Definition]:
    before, after = ".*[^IVX]", "[^IVX].*"
    return {
        "date-day-monthroman": date("day name", ROMAN, (before, "")),
        "date-day-monthroman-year": date("day name year", ROMAN, (before, after)),
        "date-monthroman-year": date("name year", ROMAN, ("", after)),
    }


def _other_orders() -> dict[str, Definition]:
    """American English, Hungarian, Lithuanian, Latvian and Hindi dates."""
    hungarian, lithuanian, latvian = (BY_LANGUAGE[language] for language in ("hu", "lt", "lv"))
    return {
        "date-monthname-day-en": date("name day", ENGLISH, _FIRST, ending="[a-zA-Z]{0,2}"),
        "date-monthname-day-year-en": date("name day year", ENGLISH, _FIRST),
        "date-year-monthname-en": date("year name", ENGLISH, (_AFTER_A_LETTER, "")),
        "date-monthname-day-hu": date("name day", hungarian, _FIRST),
        "date-year-monthname-day-hu": date("year name day", hungarian, (_AFTER_A_LETTER, ".+")),
        "date-year-monthname-hu": date("year name", hungarian, (_AFTER_A_LETTER, ".{0,7}")),
        "date-monthname-day-lt": date("name day", lithuanian, _FIRST, ending=_ANYTHING),
        "date-year-monthname-day-lt": date("year name day", lithuanian, (_AFTER_NO_LETTER, ".+"), ending=_ANYTHING),
        "date-year-monthname-lt": date("year name", lithuanian, (_AFTER_NO_LETTER, ".*")),
        "date-day-monthname-lv": date("day name", latvian, (_AFTER_A_LETTER, ".{0,6}")),
        "date-year-day-monthname-lv": date("year day name", latvian, (_AFTER_A_LETTER, ".*")),
        "date-year-monthname-lv": date("year name", latvian, (_AFTER_A_LETTER, ".{0,7}")),
        "date-day-monthname-year-hi": date("day name year", HINDI_MONTHS, (".+", ".+"), digits=HINDI),
        "date-monthname-year-hi": date("name year", HINDI_MONTHS, _FIRST, digits=HINDI),
        "date-ind-day-monthname-year-hi": indian_date(),
    }
