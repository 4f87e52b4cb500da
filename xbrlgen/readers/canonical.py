"""Values in the one form that the model keeps: what a type allows to be written in several ways becomes equal."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

from xbrlgen.model import ItemType, QName, ValueKind

MOST_DIGITS = 150
"""Digits of a number, written out in full, that a reader takes: far more than any amount, few enough to reckon with."""

_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_FLOAT = re.compile(_DECIMAL.pattern + r"(?:[eE][+-]?[0-9]+)?")
_USUAL = re.compile(r"[+-]?[0-9]{1,100}(?:\.[0-9]{1,40})?")
"""Numbers of every type that are not too long: nearly all that there are."""
_FLOATS = frozenset({"float", "double"})
INTEGERS = frozenset(
    {
        *("integer", "nonPositiveInteger", "negativeInteger", "nonNegativeInteger", "positiveInteger"),
        *("long", "int", "short", "byte", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"),
    }
)
_WHITE_SPACE = "\t\n\r "
_RUN = re.compile(f"[{_WHITE_SPACE}]+")
_DATE_TIME = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:T(?P<time>[0-9]{2}:[0-9]{2}:[0-9]{2})(?P<fraction>\.[0-9]+)?)?"
    r"(?P<zone>Z|[+-][0-9]{2}:[0-9]{2})?"
)
_MOMENTS = frozenset({ValueKind.DATE, ValueKind.DATE_TIME})
_LANGUAGE_FREE = frozenset({"language", "Name", "NCName", "ID", "IDREF", "ENTITY", "NMTOKEN"})
_LANGUAGE_FREE_TYPES = frozenset({"noLangTokenItemType", "noLangStringItemType"})
_DAY = timedelta(days=1)


class UnreadableError(ValueError):
    """A text that is no value of its type; the message says what is wrong with it."""


def collapsed(text: str) -> str:
    """`text` without white space at its ends, with single spaces within (XML Schema Part 2, whiteSpace collapse)."""
    return " ".join(text.split()) if text.isascii() else _RUN.sub(" ", text).strip(" ")


def decimal_number(text: str, base: str) -> Decimal:
    """The exact number that `text` writes as a value of the XML Schema type `base` (empty: not known).

    Raises UnreadableError where it writes none, one that is not finite, or one of more than MOST_DIGITS digits.
    """
    if _USUAL.fullmatch(text):
        return Decimal(text)
    text = collapsed(text)
    pattern = _FLOAT if base in _FLOATS or not base else _DECIMAL
    if not pattern.fullmatch(text):
        raise UnreadableError(f"{_shown(text)} is no number of type {base or 'decimal'}")
    mantissa, _, exponent = text.lower().partition("e")
    if len(exponent) > len(str(MOST_DIGITS)) + 2 or len(mantissa.lstrip("+-0")) + abs(int(exponent or 0)) > MOST_DIGITS:
        raise UnreadableError(f"{_shown(text)} has more than {MOST_DIGITS} digits")
    return Decimal(text)


def text_value(text: str, item_type: ItemType | None, name: Callable[[str], QName]) -> str:
    """A value that is no number, in canonical form; one that its type does not allow stays as it is.

    `name` gives the name that one word of the value stands for and raises UnreadableError if it stands for none.
    """
    if item_type is None or item_type.base in {"string", "normalizedString"}:
        return text if item_type is None or item_type.base == "string" else re.sub(f"[{_WHITE_SPACE}]", " ", text)
    text = collapsed(text)
    if item_type.kind is ValueKind.NAME:
        return str(name(text))
    if item_type.kind is ValueKind.NAME_SET:
        return " ".join(sorted(str(name(word)) for word in text.split()))
    if item_type.base == "boolean":
        return {"1": "true", "0": "false"}.get(text, text)
    return canonical_moment(text) if is_moment(item_type) else text


def typed_value(text: str, item_type: ItemType | None, name: Callable[[str], QName]) -> str:
    """The value of a typed member in canonical form; one that its type does not allow stays as it is."""
    try:
        if item_type is not None and (item_type.base == "decimal" or item_type.base in INTEGERS):
            whole, _, fraction = format(decimal_number(text, item_type.base) + 0, "f").partition(".")
            fraction = fraction.rstrip("0")
            return whole if item_type.base != "decimal" and not fraction else f"{whole}.{fraction or '0'}"
        return text_value(text, item_type, name)
    except UnreadableError:
        return text


def is_moment(item_type: ItemType) -> bool:
    """Whether values of the type are dates, with or without a time."""
    return item_type.base.startswith("date") or item_type.kind in _MOMENTS


def canonical_moment(text: str) -> str:
    """A date or a date and time: no needless fraction, no hour 24, UTC as ``Z``; as it is where it is none."""
    match = _DATE_TIME.fullmatch(text)
    if match is None:
        return text
    day, time, fraction, zone = match["date"], match["time"], (match["fraction"] or "").rstrip("0"), match["zone"] or ""
    zone = "Z" if zone in {"+00:00", "-00:00"} else zone
    if time is None:
        return f"{day}{zone}"
    if time == "24:00:00":
        try:
            day, time = str(date.fromisoformat(day) + _DAY), "00:00:00"
        except (ValueError, OverflowError):
            return text
    return f"{day}T{time}{fraction if fraction != '.' else ''}{zone}"


@lru_cache(maxsize=4096)
def moment(text: str, *, is_end: bool) -> tuple[datetime, bool]:
    """The moment that a date of a period means, and whether a time zone was dropped from it.

    A date is its first moment, or where it ends a period the midnight after it (XBRL 2.1 section 4.7.2). Raises
    UnreadableError for what is no date.
    """
    match = _DATE_TIME.fullmatch(canonical_moment(collapsed(text)))
    if match is None:
        raise UnreadableError(f"{_shown(text)} is no date as XML Schema writes it, such as 2023-09-30")
    try:
        when = datetime.fromisoformat(f"{match['date']}T{match['time'] or '00:00:00'}{(match['fraction'] or '')[:7]}")
        when += _DAY if is_end and match["time"] is None else timedelta()
        _ = when - _DAY  # a period's last day is the one before the midnight at which it ends
    except (ValueError, OverflowError):
        raise UnreadableError(f"{_shown(text)} is not in the calendar (years 1 to 9999)") from None
    return when, bool(match["zone"])


def has_language(item_type: ItemType | None) -> bool:
    """Whether facts of the type have a language: those of text, where the type does not say that they have none.

    Follows OIM 1.0 section 3.4 (language core dimension).
    """
    if item_type is None:
        return True
    if item_type.kind not in {ValueKind.STRING, ValueKind.TEXT_BLOCK}:
        return False
    return item_type.base not in _LANGUAGE_FREE and item_type.name.local_name not in _LANGUAGE_FREE_TYPES


def _shown(text: str) -> str:
    return repr(text if len(text) <= 40 else f"{text[:37]}...")  # noqa: PLR2004 - enough to recognise it
