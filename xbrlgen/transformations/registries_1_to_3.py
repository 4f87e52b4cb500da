"""The registries of 2010, 2011 and 2015, with their names written in one word."""

from xbrlgen.transformations import numbers
from xbrlgen.transformations.dates import FULL_WIDTH, HINDI, Digits
from xbrlgen.transformations.definitions import (
    dash,
    date,
    fixed,
    hindi_date_of_registry_3,
    indian_date,
    japanese_date,
    number,
    number_with_units,
)
from xbrlgen.transformations.month_names import (
    DANISH_OF_REGISTRY_3,
    ENGLISH,
    ENGLISH_ABBREVIATED,
    ENGLISH_IN_FULL,
)
from xbrlgen.transformations.month_names import HINDI as HINDI_MONTHS
from xbrlgen.transformations.numbers import SPACES, thousands, ungrouped
from xbrlgen.transformations.transformation import Definition, Output

_TWO_OR_FOUR = Digits(years=(4, 2))
_BETWEEN = (".+", ".+")
_LAST = (".+", "")
_FIRST = ("", ".+")


def registry_1() -> dict[str, Definition]:
    """Inline XBRL Transformations 1.0 of 20 April 2010: marks, slashes, and single spaces around English months.

    https://www.xbrl.org/Specification/inlineXBRL-specifiedTransformations/REC-2010-04-20/
    """
    return {
        "numcomma": number(ungrouped(","), "1234,5"),
        "numcommadot": number(thousands(".", ",", optional=False), "1,234.5"),
        "numdash": Definition(Output.DECIMAL, "a hyphen", lambda text: "0" if text == "-" else None),
        "numdotcomma": number(thousands(",", ".", optional=False), "1.234,5"),
        "numspacecomma": number(thousands(",", SPACES, optional=False), "1 234,5"),
        "numspacedot": number(thousands(".", SPACES, optional=False), "1 234.5"),
        "datedoteu": date("day month year", divider="[.]"),
        "datedotus": date("month day year", divider="[.]"),
        "dateslasheu": date("day month year", divider="/"),
        "dateslashus": date("month day year", divider="/"),
        "dateslashdaymontheu": date("day month", divider="/"),
        "dateslashmonthdayus": date("month day", divider="/"),
        **_english_of_registry_1("long"),
        **_english_of_registry_1("short"),
    }


def _english_of_registry_1(length: str) -> dict[str, Definition]:
    names = ENGLISH_IN_FULL if length == "long" else ENGLISH_ABBREVIATED
    first, between, last = ("", " "), (" ", " "), (" ", "")
    return {
        f"date{length}uk": date("day name year", names, between, digits=_TWO_OR_FOUR),
        f"date{length}us": date("name day year", names, first, divider=", ", digits=_TWO_OR_FOUR),
        f"date{length}daymonthuk": date("day name", names, last),
        f"date{length}monthdayus": date("name day", names, first),
        f"date{length}monthyear": date("name year", names, first, digits=_TWO_OR_FOUR),
        f"date{length}yearmonth": date("year name", names, last, digits=_TWO_OR_FOUR),
    }


def registry_2() -> dict[str, Definition]:
    """Transformation Registry 2 of 31 July 2011, with the errata of 17 April 2019.

    https://www.xbrl.org/Specification/inlineXBRL-transformationRegistry/REC-2011-07-31+errata-2019-04-17/
    """
    return {
        "booleanfalse": fixed("false", Output.BOOLEAN),
        "booleantrue": fixed("true", Output.BOOLEAN),
        "datedaymonth": date("day month"),
        "datedaymonthen": date("day name", ENGLISH, _LAST),
        "datedaymonthyear": date("day month year"),
        "datedaymonthyearen": date("day name year", ENGLISH, _BETWEEN),
        "dateerayearmonthdayjp": japanese_date(has_day=True, has_era=True),
        "dateerayearmonthjp": japanese_date(has_day=False, has_era=True),
        "datemonthday": date("month day", ending="[A-Za-z]*"),
        "datemonthdayen": date("name day", ENGLISH, _FIRST, ending="[A-Za-z]{0,2}"),
        "datemonthdayyear": date("month day year"),
        "datemonthdayyearen": date("name day year", ENGLISH, _FIRST),
        "datemonthyearen": date("name year", ENGLISH, _FIRST),
        "dateyearmonthcjk": japanese_date(has_day=False, has_era=False),
        "dateyearmonthdaycjk": japanese_date(has_day=True, has_era=False),
        "dateyearmonthen": date("year name", ENGLISH, _LAST),
        "nocontent": fixed("", Output.STRING),
        "numcommadecimal": number(thousands(",", f".{SPACES}"), "1.234,5"),
        "numdotdecimal": number(thousands(".", f",{SPACES}"), "1,234.5"),
        "numunitdecimal": number_with_units(numbers.THOUSANDS_WITH_UNITS, "5 euros 30 cents"),
        "zerodash": dash(),
    }


def registry_3() -> dict[str, Definition]:
    """Transformation Registry 3 of 26 February 2015, with the errata of 17 April 2019: adds Danish and Indian ones.

    https://www.xbrl.org/Specification/inlineXBRL-transformationRegistry/REC-2015-02-26+errata-2019-04-17/
    """
    danish = DANISH_OF_REGISTRY_3
    letters_or_dots = "(?:[A-Za-z]*|[.]*)"
    """A Danish month is written in full or abbreviated with a full stop, not both."""
    not_both = "(?![A-Za-z]+[.]).*"
    return registry_2() | {
        "calindaymonthyear": indian_date(),
        "datedaymonthdk": date("day name", danish, (".+", ".*"), ending_of_name=letters_or_dots),
        "datedaymonthyeardk": date("day name year", danish, (".+", ".*"), ending_of_name=not_both),
        "datedaymonthyearin": hindi_date_of_registry_3(),
        "datemonthyear": date("month year"),
        "datemonthyeardk": date("name year", danish, ("", ".*"), ending_of_name=not_both),
        "datemonthyearin": date("name year", HINDI_MONTHS, _FIRST, digits=HINDI),
        "dateyearmonthday": date("year month day", ending=f"[^{FULL_WIDTH.all}]*", digits=FULL_WIDTH),
        "numdotdecimalin": number(numbers.LAKHS, "12,34,567.8"),
        "numunitdecimalin": number_with_units(numbers.LAKHS_WITH_UNITS, "12,34,567 rupees 80 paise"),
    }
