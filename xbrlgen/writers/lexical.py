"""Values as the syntaxes write them: numbers, moments, names."""

from collections.abc import Callable
from datetime import datetime, time
from decimal import Decimal

from xbrlgen.model import Period, QName
from xbrlgen.target import TargetDocument, TargetFact, holds_names, names_in

_INTEGERS = frozenset(
    {
        *("integer", "nonPositiveInteger", "negativeInteger", "nonNegativeInteger", "positiveInteger"),
        *("long", "int", "short", "byte", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"),
    }
)
_FLOATS = frozenset({"float", "double"})


def number(value: Decimal, base: str) -> str:
    """An exact number in plain notation, with the digits that it was given; never ``-0``.

    `base` is the XML Schema type that its type derives from: integers have no decimal point.
    """
    text = format(abs(value) if value.is_zero() else value, "f")
    if base in _INTEGERS and "." in text:
        return text.rstrip("0").rstrip(".")
    return text


def canonical_number(value: Decimal, base: str) -> str:
    """The canonical representation of XML Schema Part 2 (1.0), sections 3.2.3.2, 3.2.5.2 and 3.3.13.2."""
    if base in _FLOATS:
        return _scientific(value)
    whole, _, fraction = number(value, "decimal").partition(".")
    fraction = fraction.rstrip("0")
    return whole if base in _INTEGERS and not fraction else f"{whole}.{fraction or '0'}"


def is_canonical_value(target: TargetFact) -> bool:
    """Whether the value of a fact is written in the canonical form of its type: not where that allows no such value."""
    value, item_type = target.fact.value, target.item_type
    if value is None or item_type is None:
        return item_type is not None
    if item_type.base in _INTEGERS:
        return isinstance(value, Decimal) and value == value.to_integral_value()
    return item_type.base != "boolean" or value in {"true", "false"}


def _scientific(value: Decimal) -> str:
    sign, digits, exponent = value.as_tuple()
    text = "".join(map(str, digits)).lstrip("0")
    if not text:
        return "0.0E0"
    power = len(text) - 1 + int(exponent)
    return f"{'-' if sign else ''}{text[0]}.{text[1:].rstrip('0') or '0'}E{power}"


def moment(when: datetime) -> str:
    """A date and time as XML Schema writes it; fractions of a second only where there are any."""
    text = when.isoformat()
    return text.rstrip("0") if when.microsecond else text


def start_date(period: Period) -> str | None:
    """The first day of a duration, as a date unless it does not begin at midnight; None for an instant."""
    if period.start is None:
        return None
    return moment(period.start) if period.start.time() != time() else str(period.first_day)


def end_date(period: Period) -> str:
    """The last day that belongs to the period: a midnight ends the day before (XBRL 2.1 section 4.7.2)."""
    return moment(period.end) if period.end.time() != time() else str(period.last_day)


def names(target: TargetFact, write: Callable[[QName], str]) -> str | None:
    """The names in the value, each through `write` and in the order of what it gives; None if it holds no names."""
    if not holds_names(target):
        return None
    return " ".join(sorted(map(write, names_in(str(target.fact.value)))))


def xml_name(target: TargetFact, document: TargetDocument) -> Callable[[QName], str]:
    """How the fact's type writes names: with prefixes, or expanded (Extensible Enumerations 2.0 section 4)."""
    if target.item_type is not None and target.item_type.base == "QName":
        return document.prefixed
    return lambda name: f"{name.namespace}#{name.local_name}"


def base_type(target: TargetFact) -> str:
    """The XML Schema type of the value; decimal for a number that the taxonomy does not know."""
    if target.item_type is not None:
        return target.item_type.base
    return "decimal" if target.fact.is_numeric else "string"
