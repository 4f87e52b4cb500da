"""Which facets of a type a value breaks.

Follows XML Schema 1.0 Part 2 (second edition), section 4.3, https://www.w3.org/TR/xmlschema-2/#rf-facets
"""

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from types import MappingProxyType
from typing import Any

from xbrlgen.taxonomy.costly_patterns import is_costly

_LISTED = 6
"""Allowed values that are listed in words."""

_ORDER: Mapping[str, tuple[Callable[[Any, Any], bool], str]] = MappingProxyType(
    {
        "minInclusive": (operator.ge, "is below the least value, {}"),
        "maxInclusive": (operator.le, "is above the greatest value, {}"),
        "minExclusive": (operator.gt, "is not above {}"),
        "maxExclusive": (operator.lt, "is not below {}"),
    }
)
Limits = tuple[tuple[Callable[[Any, Any], bool], Decimal], ...]
"""Limits of numbers, with the order in which a number has to be with each."""

_SIZES = frozenset({"length", "minLength", "maxLength", "totalDigits", "fractionDigits"})
_CALENDAR = frozenset({"date", "dateTime", "dateUnion", "gYear", "gYearMonth"})
_LOCAL = r"(-?[0-9]+)((?:-[0-9]{2}){0,2}(?:T[0-9:.]+)?)"
"""A year, and what follows it without a time zone, which sorts as it is written."""


def broken_facets(base: str, facets: Mapping[str, tuple[str, ...]], value: Decimal | str) -> Iterator[str]:
    """What is wrong with a value (text with white space normalised) of a type, as clauses that follow "it"."""
    for facet, allowed in facets.items():
        broken = _broken(facet, allowed, base, value) if allowed else ""
        if broken:
            yield broken


def limits_of_order(base: str, facets: Mapping[str, tuple[str, ...]]) -> Limits | None:
    """What the facets want of a finite number: to be in such an order with such a limit; None if they want more."""
    if not facets.keys() <= _ORDER.keys():
        return None
    bounds = ((_ORDER[facet][0], _comparable(base, bound)) for facet, allowed in facets.items() for bound in allowed)
    return tuple((in_order, limit) for in_order, limit in bounds if isinstance(limit, Decimal))


def _broken(facet: str, allowed: tuple[str, ...], base: str, value: Decimal | str) -> str:
    if facet in _ORDER:
        return next((text for bound in allowed if (text := _out_of_order(facet, bound, base, value))), "")
    if facet in _SIZES:
        return _of_wrong_size(facet, allowed[-1], base, value)
    if facet == "enumeration":
        return _not_listed(allowed, value)
    if facet == "pattern":  # each is one step of derivation, and a value passes all steps
        missed = [pattern for pattern in allowed if not _matches(pattern, _text(value))]
        return f"does not match the pattern {missed[0]}" if missed else ""
    return ""


def _not_listed(allowed: tuple[str, ...], value: Decimal | str) -> str:
    if isinstance(value, Decimal):
        listed = any(_comparable("decimal", each) == value for each in allowed)
    else:
        listed = value in allowed
    if listed:
        return ""
    more = ", …" if len(allowed) > _LISTED else ""
    return f"is not one of {', '.join(allowed[:_LISTED])}{more}"


def _out_of_order(facet: str, bound: str, base: str, value: Decimal | str) -> str:
    own, limit = _comparable(base, value), _comparable(base, bound)
    if own is None or limit is None or type(own) is not type(limit):
        return ""
    in_order, words = _ORDER[facet]
    return "" if in_order(own, limit) else words.format(bound)


def _of_wrong_size(facet: str, limit: str, base: str, value: Decimal | str) -> str:
    if not limit.strip().isdecimal():
        return ""
    if facet in {"totalDigits", "fractionDigits"}:
        return _too_many_digits(facet, int(limit), value) if isinstance(value, Decimal) else ""
    length, most = _length(base, _text(value)), int(limit)
    size = f"has {length:,} {_unit(base)}"
    if facet == "minLength" and length < most:
        return f"{size}, fewer than {most:,}"
    if facet == "maxLength" and length > most:
        return f"{size}, more than {most:,}"
    return f"{size}, not {most:,}" if facet == "length" and length != most else ""


def _too_many_digits(facet: str, most: int, value: Decimal) -> str:
    _, digits, exponent = value.normalize().as_tuple()
    shift = exponent if isinstance(exponent, int) else 0
    if facet == "fractionDigits":
        count, kind = max(-shift, 0), "digits after the decimal mark"
    else:
        count, kind = max(len(digits) + max(shift, 0), -shift), "digits"
    return f"has {count:,} {kind}, more than {most:,}" if count > most else ""


def _length(base: str, text: str) -> int:
    """Length as the type counts it: bytes, list items or characters."""
    match base:
        case "hexBinary":
            return len(text) // 2
        case "base64Binary":
            return len(text.replace(" ", "").rstrip("=")) * 3 // 4
        case "IDREFS" | "ENTITIES" | "NMTOKENS":
            return len(text.split())
    return len(text)


def _unit(base: str) -> str:
    return {"hexBinary": "bytes", "base64Binary": "bytes", "IDREFS": "items", "NMTOKENS": "items"}.get(
        base, "characters"
    )


def _comparable(base: str, value: Decimal | str) -> Decimal | tuple[int, str] | None:
    """A value in a form that is ordered; None where it is in no order that is known here."""
    if isinstance(value, Decimal):
        return None if value.is_nan() else value
    try:
        if base in _CALENDAR:
            match = re.fullmatch(_LOCAL, value)
            return (int(match[1]), match[2]) if match else None
        number = Decimal(value)
    except (ValueError, InvalidOperation):
        return None
    return None if number.is_nan() else number


def _text(value: Decimal | str) -> str:
    return value if isinstance(value, str) else f"{value:f}"


def _matches(pattern: str, text: str) -> bool:
    return _matches_slowly(pattern, text) if is_costly(pattern) else _compiled(pattern).search(text) is not None


def _matches_slowly(pattern: str, text: str) -> bool:
    """By an engine that never tries a text again; what even that one gives up on is allowed."""
    from lxml import etree

    element = etree.Element("v")
    try:
        element.text = text
        return bool(_schema(pattern).validate(element))
    except (etree.XMLSchemaError, ValueError):
        return True


@cache
def _schema(pattern: str) -> Any:
    from lxml import etree

    xs = "{http://www.w3.org/2001/XMLSchema}"
    schema = etree.Element(f"{xs}schema")
    simple = etree.SubElement(etree.SubElement(schema, f"{xs}element", name="v"), f"{xs}simpleType")
    restriction = etree.SubElement(simple, f"{xs}restriction", base="xs:string", nsmap={"xs": xs[1:-1]})
    etree.SubElement(restriction, f"{xs}pattern", value=pattern)
    return etree.XMLSchema(schema)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of XML Schema as one of Python; one that cannot be read allows everything."""
    from elementpath.regex import RegexError, translate_pattern  # takes 0.1 s, and few reports need it

    try:
        return re.compile(translate_pattern(pattern, back_references=False, lazy_quantifiers=False, anchors=False))
    except (RegexError, re.error, OverflowError, RecursionError):
        return re.compile("")
