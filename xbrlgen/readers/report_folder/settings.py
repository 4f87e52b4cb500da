"""Settings of report.yaml and of tables: from text to their value, or a ValueError that says why not."""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Literal

from xbrlgen.model import Period, RowStyle
from xbrlgen.readers.report_folder.suggestions import nearest

EXACT: Literal["INF"] = "INF"
Decimals = int | Literal["INF"]

SCALES = {"units": 0, "thousands": 3, "millions": 6, "billions": 9, "trillions": 12}
WIDEST_SCALE = 18
LEAST_DECIMALS, MOST_DECIMALS = -30, 40
DEEPEST_LEVEL = 9

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PERIOD_NAME = re.compile(r"[\w.]+(?:-[\w.]+)*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LOCAL_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_PREFIX = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_CURRENCY = re.compile(r"[A-Z]{3}")


class Dash(StrEnum):
    """What a dash in a cell means."""

    NONE = "none"
    ZERO = "zero"
    NIL = "nil"


def choice(text: str, *options: str) -> str:
    """`text` if it is one of `options`."""
    if text in options:
        return text
    raise ValueError(f"expected {' or '.join(options)}, not '{text}'{_meant(text, options)}")


def _meant(text: str, options: Iterable[str]) -> str:
    meant, _ = nearest(text, options)
    return f"; did you mean '{meant}'?" if meant else ""


def boolean(text: str) -> bool:
    """``yes`` and ``true``, ``no`` and ``false``."""
    return choice(text.lower(), "yes", "no", "true", "false") in {"yes", "true"}


def dash(text: str) -> Dash:
    """The meaning of a dash by its name."""
    return Dash(choice(text, *Dash))


def style(text: str) -> RowStyle:
    """The style of a row by its name."""
    return RowStyle(choice(text, *RowStyle))


def level(text: str) -> int:
    """An indent."""
    if not (text.isascii() and text.isdigit() and int(text[:3]) <= DEEPEST_LEVEL):
        raise ValueError(f"expected an indent from 0 to {DEEPEST_LEVEL}, not '{text}'")
    return int(text)


def scale(text: str) -> int:
    """A power of ten, by its name or as a number."""
    if text in SCALES:
        return SCALES[text]
    power = _integer(text)
    if power is None or abs(power) > WIDEST_SCALE:
        limits = f"a power of ten from -{WIDEST_SCALE} to {WIDEST_SCALE}"
        raise ValueError(f"expected {', '.join(SCALES)}, or {limits}, not '{text}'{_meant(text, SCALES)}")
    return power


def decimals(text: str) -> Decimals:
    """The decimals attribute of XBRL 2.1 section 4.6.5: an integer, or INF for an exact figure."""
    if text == EXACT:
        return EXACT
    number = _integer(text)
    if number is None or not LEAST_DECIMALS <= number <= MOST_DECIMALS:
        raise ValueError(f"expected INF, or an integer from {LEAST_DECIMALS} to {MOST_DECIMALS}, not '{text}'")
    return number


def _integer(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[+-]?[0-9]{1,3}", text) else None


def day(text: str) -> date:
    """A calendar date, ``2023-09-30``."""
    if not _DATE.fullmatch(text):
        raise ValueError(f"expected a date such as 2023-09-30, not '{text}'")
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"there is no day '{text}' in the calendar") from None
    if found == date.max:  # its end is no date any more
        raise ValueError(f"the date '{text}' is too late")
    return found


def period(text: str) -> Period:
    """One date, the end of that day, or two with a slash between them, the first and the last day."""
    first, slash, last = text.partition("/")
    if not slash:
        return Period.instant(day(text))
    start, end = day(first.strip()), day(last.strip())
    if end < start:
        raise ValueError(f"the period '{text}' ends before it starts")
    return Period.duration(start, end)


def period_name(text: str) -> str:
    """A short name of a period that expressions can tell from the rest of them."""
    if not _PERIOD_NAME.fullmatch(text) or text in {"start", "end"}:
        raise ValueError(f"expected letters, digits, '-', '_' and '.', and neither start nor end, not '{text}'")
    return text


def language(text: str) -> str:
    """A language tag of BCP 47, in lower case as OIM 1.0 has it."""
    if not _LANGUAGE.fullmatch(text):
        raise ValueError(f"expected a language tag such as en or ja, not '{text}'")
    return text.lower()


def local_name(text: str) -> str:
    """The name of an element of the extension: an XML name that expressions can tell from a subtraction."""
    if not _LOCAL_NAME.fullmatch(text):
        raise ValueError(f"expected Latin letters, digits and '_', beginning with a letter, not '{text}'")
    return text


def prefix(text: str) -> str:
    """A namespace prefix."""
    if not _PREFIX.fullmatch(text) or text.lower().startswith("xml"):
        raise ValueError(f"expected Latin letters, digits, '_' and '-', beginning with a letter, not '{text}'")
    return text


def identifier(text: str) -> str:
    """A name that can stand in addresses and file names."""
    if not _IDENTIFIER.fullmatch(text):
        raise ValueError(f"expected Latin letters, digits, '-', '_' and '.', beginning with a letter, not '{text}'")
    return text


def uri(text: str) -> str:
    """An absolute URI."""
    if not _URI.fullmatch(text):
        raise ValueError(f"expected an absolute URI such as http://www.example.com/2023, not '{text}'")
    return text


def currency(text: str) -> str:
    """The form of a currency code of ISO 4217."""
    if not _CURRENCY.fullmatch(text):
        raise ValueError(f"expected a currency code of three capital letters such as EUR, not '{text}'")
    return text
