"""Numbers as XBRL 2.1 compares them: rounded to what is known of them (section 4.6.7)."""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from enum import Enum
from typing import TYPE_CHECKING

from xbrlgen.model.exact import EXACT

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_INTEGER = re.compile(r"[+-]?[0-9]{1,5}")


class Unknown(Enum):
    """Nothing is known of a number whose precision is 0 (section 4.6.4)."""

    UNKNOWN = "unknown"


UNKNOWN = Unknown.UNKNOWN
Accuracy = int | Unknown | None
"""Decimals, None for an exact number."""

_USUAL: Mapping[str | None, int | None] = {"INF": None, **{str(each): each for each in range(-12, 13)}}


def accuracy(element: "Element", value: Decimal, defaults: Mapping[str, str]) -> Accuracy:
    """The decimals of a number, inferred from its precision where it has one (section 4.6.6).

    `defaults` are the values that its type gives to attributes which are not written.
    """
    written = element.get("decimals")
    if written in _USUAL and element.get("precision") is None and not defaults:
        return _USUAL[written]
    precision, decimals = (element.get(each, defaults.get(each, "")).strip() for each in ("precision", "decimals"))
    if _INTEGER.fullmatch(precision):
        if int(precision) == 0:
            return UNKNOWN
        return int(precision) - value.adjusted() - 1 if value else None
    return int(decimals) if not precision and _INTEGER.fullmatch(decimals) else None


def rounded(value: Decimal, to: Accuracy) -> Decimal | None:
    """`value` rounded to an accuracy, half to even (section 4.6.7.2); None where nothing is known of it."""
    if to is UNKNOWN:
        return None
    if not isinstance(to, int) or value.adjusted() + to >= EXACT.prec:
        return value
    return value.quantize(Decimal((0, (1,), -to)), rounding=ROUND_HALF_EVEN, context=EXACT)
