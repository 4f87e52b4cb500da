"""How exact a number is: decimals, or precision as older filings have it."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from xbrlgen.readers.canonical import collapsed
from xbrlgen.readers.xml_syntax.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

FURTHEST = 1000
"""The most decimals, before or after the point, that are reckoned with."""

_INTEGER = re.compile(r"[+-]?[0-9]+")
USUAL_DECIMALS: Mapping[str | None, int | None] = {"INF": None, **{str(each): each for each in range(-12, 13)}}


def read_decimals(
    item: "Element", value: Decimal | None, source: Source, fact: str, defaults: Mapping[str, str]
) -> int | None:
    """The decimals of a number (None: infinitely many), with findings for what is missing or wrong.

    `defaults` are the values that the type of the item gives to attributes which are not written.
    """
    decimals, precision = item.get("decimals"), item.get("precision")
    if defaults and value is not None:
        decimals, precision = decimals or defaults.get("decimals"), precision or defaults.get("precision")
    if decimals in USUAL_DECIMALS and precision is None and value is not None:
        return USUAL_DECIMALS[decimals]
    if value is None:
        if decimals is not None or precision is not None:
            _fault(item, source, fact, "is nil but has decimals or precision")
        return None
    if (decimals is None) == (precision is None):
        what = "neither decimals nor precision" if decimals is None else "both decimals and precision"
        _fault(item, source, fact, f"has {what}")
    if decimals is not None:
        return _integer(decimals, "decimals", item, source, fact)
    return None if precision is None else _from_precision(precision, value, item, source, fact)


def refuse_accuracy(item: "Element", source: Source, fact: str) -> None:
    """A finding where a fact that is no number has decimals or precision."""
    if item.get("decimals") is not None or item.get("precision") is not None:
        _fault(item, source, fact, "is no number but has decimals or precision")


def _from_precision(text: str, value: Decimal, item: "Element", source: Source, fact: str) -> int | None:
    """XBRL 2.1 section 4.6.6: the digits that are precise, counted from the first that is not zero."""
    precision = _integer(text, "precision", item, source, fact)
    return precision - value.adjusted() - 1 if precision and value else None


def is_meaningless(item: "Element", defaults: Mapping[str, str]) -> bool:
    """Whether the precision of a number is 0, which says that nothing is known of it (XBRL 2.1 section 4.6.4)."""
    precision = item.get("precision") or defaults.get("precision") or ""
    return "0" in precision and not collapsed(precision).strip("+0")


def _integer(text: str, attribute: str, item: "Element", source: Source, fact: str) -> int | None:
    text = collapsed(text)
    if text == "INF":
        return None
    is_number = _INTEGER.fullmatch(text) is not None and (attribute == "decimals" or not text.startswith("-"))
    if not is_number:
        _fault(item, source, fact, f"has {attribute} {text!r}, which is neither a whole number nor INF")
        return None
    if len(text) > len(str(FURTHEST)) + 1 or abs(int(text)) > FURTHEST:
        _fault(item, source, fact, f"has {attribute} {text[:20]}, beyond the {FURTHEST} that are reckoned with")
        return None
    return int(text)


def _fault(item: "Element", source: Source, fact: str, what: str) -> None:
    source.fault("XG159", f"{fact} {what}", item, standard="xbrl.4.6.3", fact=fact)
