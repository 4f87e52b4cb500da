"""Dates and booleans as a document prints them, with the formats that give them back."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from xbrlgen.model import QName
from xbrlgen.transformations.formatting import Unformattable
from xbrlgen.transformations.registries import NAMESPACES, transform
from xbrlgen.transformations.transformation import TransformationError


class DateStyle(StrEnum):
    """How a document writes 31 December 2024; each is named by that date."""

    ENGLISH = "31 December 2024"
    AMERICAN = "December 31, 2024"
    GERMAN = "31. Dezember 2024"
    FRENCH = "31 décembre 2024"
    JAPANESE = "2024年12月31日"
    DOTS = "31.12.2024"
    SLASHES = "31/12/2024"
    ISO = "2024-12-31"


class FormattedText(NamedTuple):
    """The text of a tag and its format (Inline XBRL 1.1, ix:nonNumeric); None where the text is the lexical value."""

    format: QName | None
    text: str


class _Writing(NamedTuple):
    pattern: str
    formats: dict[int, str]
    months: tuple[str, ...] = ()


_ENGLISH = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_GERMAN = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
_FRENCH = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)


def _since_4(name: str) -> dict[int, str]:
    return {4: name, 5: name}


def _names(first: str, second: str, fourth: str) -> dict[int, str]:
    return {1: first, 2: second, 3: second} | _since_4(fourth)


_WRITINGS = {
    DateStyle.ENGLISH: _Writing(
        "{day} {name} {year}", _names("datelonguk", "datedaymonthyearen", "date-day-monthname-year-en"), _ENGLISH
    ),
    DateStyle.AMERICAN: _Writing(
        "{name} {day}, {year}", _names("datelongus", "datemonthdayyearen", "date-monthname-day-year-en"), _ENGLISH
    ),
    DateStyle.GERMAN: _Writing("{day}. {name} {year}", _since_4("date-day-monthname-year-de"), _GERMAN),
    DateStyle.FRENCH: _Writing("{day} {name} {year}", _since_4("date-day-monthname-year-fr"), _FRENCH),
    DateStyle.JAPANESE: _Writing(
        "{year}年{month}月{day}日",
        {2: "dateyearmonthdaycjk", 3: "dateyearmonthdaycjk"} | _since_4("date-year-month-day"),
    ),
    DateStyle.DOTS: _Writing(
        "{day:02}.{month:02}.{year}", _names("datedoteu", "datedaymonthyear", "date-day-month-year")
    ),
    DateStyle.SLASHES: _Writing(
        "{day:02}/{month:02}/{year}", _names("dateslasheu", "datedaymonthyear", "date-day-month-year")
    ),
}


def format_date(day: date, style: DateStyle = DateStyle.ISO, registry: int = 5) -> FormattedText | Unformattable:
    """Write `day` in a style; unformattable where the registry (1 to 5) has no transformation for it."""
    if style is DateStyle.ISO:
        return FormattedText(None, day.isoformat())
    writing = _WRITINGS[style]
    if registry not in writing.formats:
        return Unformattable(f"registry {registry} has no transformation for dates such as “{style}”")
    name = writing.months[day.month - 1] if writing.months else ""
    first_in_french = style is DateStyle.FRENCH and day.day == 1
    text = writing.pattern.format(
        day="1er" if first_in_french else day.day, month=day.month, name=name, year=f"{day.year:04}"
    )
    return _proven(day.isoformat(), QName(NAMESPACES[registry], writing.formats[registry]), text)


def format_boolean(value: bool, text: str, registry: int = 5) -> FormattedText | Unformattable:
    """Let `text`, a tick or “Yes” for instance, stand for a truth value; registry 1 has no transformation for it."""
    if registry not in NAMESPACES or registry == 1:
        return Unformattable(f"registry {registry} has no transformation for true and false")
    word = "true" if value else "false"
    name = f"boolean{word}" if registry in {2, 3} else f"fixed-{word}"
    return _proven(word, QName(NAMESPACES[registry], name), text)


def _proven(value: str, name: QName, text: str) -> FormattedText | Unformattable:
    try:
        read = transform(name, text)
    except TransformationError as error:
        return Unformattable(str(error))
    return FormattedText(name, text) if read == value else Unformattable(f"“{text}” would be read as {read}")
