"""Which texts are values of which XML Schema built-in types.

Follows XML Schema 1.0 Part 2 (second edition), section 3, https://www.w3.org/TR/xmlschema-2/
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from xbrlgen.model.characters import NOT_XML

_ZONE = r"(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?"
_YEAR = r"(-?(?:[1-9]\d{4,}|\d{4}))"
_MONTH = r"(0[1-9]|1[0-2])"
_DAY = r"(0[1-9]|[12]\d|3[01])"
_TIME = r"(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)"
_NAME_START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME_CHARACTER = rf"{_NAME_START}\-.0-9\u00b7\u0300-\u036f\u203f-\u2040"
_NCNAME = rf"[{_NAME_START}][{_NAME_CHARACTER}]*"
_PLAIN_NAME = r"[A-Za-z_][A-Za-z0-9_.-]*"
_CLARK = r"\{[^{}]*\}"
_NAME = rf"[:{_NAME_START}][:{_NAME_CHARACTER}]*"
_NMTOKEN = rf"[:{_NAME_CHARACTER}]+"
_BASE64 = r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/][AQgw]==)?"
_LEAP_YEAR = 2000
_FEBRUARY = 2
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    """Compiled on use: the classes of XML's name characters take longer than all rules over a small report."""
    return re.compile(expression, re.ASCII)


def _pattern(expression: str) -> Callable[[str], bool]:
    return lambda text: _compiled(expression).fullmatch(text) is not None


def _name(expression: str, plain: str = _PLAIN_NAME) -> Callable[[str], bool]:
    """A test for names by two expressions: nearly all are `plain`, of ASCII alone, and spare us the other's classes."""
    return lambda text: any(_compiled(each).fullmatch(text) is not None for each in (plain, expression))


def _list_of(expression: str) -> Callable[[str], bool]:
    return _pattern(rf"{expression}(?: {expression})*")


def _dated(expression: str) -> Callable[[str], bool]:
    """A test for texts whose year, month and day (the groups ``y``, ``m`` and ``d``) are in the calendar."""

    def test(text: str) -> bool:
        match = _compiled(expression).fullmatch(text)
        if match is None:
            return False
        parts = match.groupdict()
        year = int((parts.get("y") or str(_LEAP_YEAR))[-4:])  # the calendar repeats every 400 years
        return parts.get("y") != "0000" and int(parts.get("d") or 1) <= _days(year, int(parts.get("m") or 1))

    return test


def _days(year: int, month: int) -> int:
    is_leap_year = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _DAYS[month - 1] + (month == _FEBRUARY and is_leap_year)


def _base64(text: str) -> bool:
    return _compiled(_BASE64).fullmatch(text.replace(" ", "")) is not None


def _uri(text: str) -> bool:
    """Any text can be escaped into a URI, except where it holds the beginnings of an escape already."""
    return is_text(text) and re.search(r"%(?![0-9A-Fa-f]{2})", text) is None


def _any(_: str) -> bool:
    return True


def is_text(text: str) -> bool:
    """Whether `text` has characters of XML alone, as every value of XML Schema has."""
    return text.isprintable() or NOT_XML.search(text) is None


_DATE = rf"(?P<y>{_YEAR})-(?P<m>{_MONTH})-(?P<d>{_DAY})"
_LEXICAL: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {
        "string": is_text,
        "normalizedString": is_text,
        "token": is_text,
        "language": _pattern(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*"),
        "Name": _name(_NAME),
        "NCName": _name(_NCNAME),
        "ID": _name(_NCNAME),
        "IDREF": _name(_NCNAME),
        "IDREFS": _list_of(_NCNAME),
        "ENTITY": _name(_NCNAME),
        "ENTITIES": _list_of(_NCNAME),
        "NMTOKEN": _pattern(_NMTOKEN),
        "NMTOKENS": _list_of(_NMTOKEN),
        "QName": _name(rf"(?:{_NCNAME}:|{_CLARK})?{_NCNAME}", rf"(?:{_CLARK})?{_PLAIN_NAME}"),
        "boolean": _pattern(r"true|false|1|0"),
        "decimal": _pattern(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)"),
        "float": _pattern(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN"),
        "double": _pattern(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN"),
        "duration": _pattern(
            r"-?P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?"
        ),
        "date": _dated(_DATE + _ZONE),
        "dateTime": _dated(f"{_DATE}T{_TIME}{_ZONE}"),
        "dateUnion": _dated(f"{_DATE}(?:T{_TIME})?{_ZONE}"),
        "time": _pattern(_TIME + _ZONE),
        "gYear": _dated(rf"(?P<y>{_YEAR}){_ZONE}"),
        "gYearMonth": _dated(rf"(?P<y>{_YEAR})-{_MONTH}{_ZONE}"),
        "gMonth": _pattern(rf"--{_MONTH}{_ZONE}"),
        "gMonthDay": _dated(rf"--(?P<m>{_MONTH})-(?P<d>{_DAY}){_ZONE}"),
        "gDay": _pattern(rf"---{_DAY}{_ZONE}"),
        "hexBinary": _pattern(r"(?:[0-9a-fA-F]{2})*"),
        "base64Binary": _base64,
        "anyURI": _uri,
    }
)

_BOUNDS: Mapping[str, tuple[int | None, int | None]] = MappingProxyType(
    {
        "integer": (None, None),
        "nonPositiveInteger": (None, 0),
        "negativeInteger": (None, -1),
        "nonNegativeInteger": (0, None),
        "positiveInteger": (1, None),
        "long": (-(2**63), 2**63 - 1),
        "int": (-(2**31), 2**31 - 1),
        "short": (-(2**15), 2**15 - 1),
        "byte": (-(2**7), 2**7 - 1),
        "unsignedLong": (0, 2**64 - 1),
        "unsignedInt": (0, 2**32 - 1),
        "unsignedShort": (0, 2**16 - 1),
        "unsignedByte": (0, 2**8 - 1),
    }
)

EXPECTED: Mapping[str, str] = MappingProxyType(
    {
        "string": "text without control characters",
        "normalizedString": "text without control characters",
        "token": "text without control characters",
        "boolean": "true or false",
        "date": "a date such as 2023-09-30",
        "dateTime": "a date and time such as 2023-09-30T15:00:00",
        "dateUnion": "a date such as 2023-09-30",
        "time": "a time such as 15:00:00",
        "gYear": "a year such as 2023",
        "gYearMonth": "a month of a year such as 2023-09",
        "gMonth": "a month such as --09",
        "gMonthDay": "a day of the year such as --09-30",
        "gDay": "a day of the month such as ---30",
        "duration": "a duration such as P1Y6M",
        "anyURI": "a web address",
        "language": "a language tag such as en or pt-BR",
        "decimal": "a number",
        "hexBinary": "pairs of hexadecimal digits",
        "base64Binary": "Base64 text",
        "integer": "a whole number",
        "nonPositiveInteger": "a whole number of at most 0",
        "negativeInteger": "a whole number below 0",
        "nonNegativeInteger": "a whole number of at least 0",
        "positiveInteger": "a whole number above 0",
    }
)
"""What a value of a built-in type looks like, in words, where its name does not say it well enough."""


def is_lexical(base: str, text: str) -> bool:
    """Whether `text`, white space normalised, is a value of the built-in type `base`; any text is of an unknown one."""
    if base in _BOUNDS:
        return re.fullmatch(r"[+-]?\d+", text, re.ASCII) is not None and _within(base, Decimal(text))
    return _LEXICAL.get(base, _any)(text)


def is_integer(base: str) -> bool:
    """Whether the built-in type `base` has whole numbers only."""
    return base in _BOUNDS


def is_number(base: str, value: Decimal) -> bool:
    """Whether `value` belongs to the built-in type `base`: whole and within its range for the integers, finite for all
    but float and double.
    """
    if not value.is_finite():
        return base in {"float", "double"}
    return base not in _BOUNDS or (value == value.to_integral_value() and _within(base, value))


def normalized(base: str, text: str) -> str:
    """`text` with white space replaced or collapsed as `base` has it (facet whiteSpace)."""
    if base == "string":
        return text
    text = re.sub("[\t\n\r]", " ", text)
    return text if base == "normalizedString" else re.sub(" +", " ", text).strip(" ")


def _within(base: str, value: Decimal) -> bool:
    low, high = _BOUNDS[base]
    return (low is None or value >= low) and (high is None or value <= high)
