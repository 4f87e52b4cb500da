"""ix:nonFraction: a printed number, scaled and signed (Inline XBRL 1.1 section 10)."""

import re
from decimal import Context, Decimal
from functools import lru_cache

from xbrlgen.model import QName
from xbrlgen.readers.canonical import MOST_DIGITS, UnreadableError, collapsed, decimal_number
from xbrlgen.readers.inline import rules
from xbrlgen.readers.inline.content import text_in
from xbrlgen.readers.inline.page import Tag
from xbrlgen.readers.inline.transformation import Transformations, transformed
from xbrlgen.readers.xml_syntax.items import is_nil

_INTEGER = re.compile(r"[+-]?[0-9]+")
EXACT = Context(prec=4 * MOST_DIGITS)
USUAL = MOST_DIGITS // 3
"""A text of no more characters, moved by no more places, never has too many digits."""


def check_number(tag: Tag) -> None:
    """Findings for what an ix:nonFraction holds, and for one inside of it."""
    if is_nil(tag.element):
        if tag.parent() == "nonFraction":
            tag.fault(rules.NUMBER_NESTED_NIL, f"{tag} is nil and in another ix:nonFraction")
        return
    if not len(tag.element):
        if not tag.element.text:
            tag.fault(rules.NUMBER_EMPTY, f"{tag} is empty and not nil")
        return
    inner = list(tag.children())
    if len(inner) > 1 or inner[0].tag != tag.element.tag:
        tag.fault(rules.NUMBER_CHILDREN, f"{tag} holds other elements than one ix:nonFraction")
    elif tag.element.text or inner[0].tail:
        tag.fault(rules.NUMBER_MIXED, f"{tag} holds text beside an ix:nonFraction")
    else:
        _check_nested(tag, Tag.of(tag.page, inner[0], tag.kind))


def _check_nested(outer: Tag, inner: Tag) -> None:
    different = [
        what
        for what, is_same in (
            ("format", _format(outer) == _format(inner)),
            ("scale", _scale(outer) == _scale(inner)),
            ("unit", outer.get("unitRef") == inner.get("unitRef")),
        )
        if not is_same
    ]
    if different:
        inner.fault(rules.NUMBER_NESTED, f"{inner} has another {' and '.join(different)} than {outer} around it")


def _format(tag: Tag) -> QName | str | None:
    try:
        return tag.name("format")
    except UnreadableError:
        return tag.get("format")


def _scale(tag: Tag) -> int | str:
    scale = tag.get("scale") or "0"
    power = power_of(scale)
    return scale if power is None else power


@lru_cache
def power_of(scale: str) -> int | None:
    """What a scale says, None where it is no whole number or too large to be reckoned with."""
    scale = collapsed(scale) or "0"
    is_small = _INTEGER.fullmatch(scale) is not None and len(scale) <= len(str(MOST_DIGITS)) + 1
    return int(scale) if is_small and abs(int(scale)) <= MOST_DIGITS else None


def number_content(tag: Tag, transformations: Transformations, fact: str) -> Decimal | str | None:
    """The number that a tag reports, as an instance would write it; None, with a finding, where it has none.

    A text that is no number is given as it is, as is one with so many digits that it may not be taken; an empty one is
    told of by `check_number`. The arithmetic is exact.
    """
    printed = text_in(tag)
    if not printed and tag.element.get("format") is None:
        return None
    text = transformed(tag, printed, transformations, fact)
    power = power_of(tag.element.get("scale", "0"))
    if text is None or not _has_sound_attributes(tag, power, fact) or power is None:
        return None
    text = collapsed(text)
    if text.startswith("-"):
        tag.fault(rules.NUMBER_NEGATIVE, f"the text of {tag} is {text[:40]!r}, which is negative", fact=fact)
    try:
        number = decimal_number(text, "")
    except UnreadableError:
        return text
    scaled = _scaled(number, power, is_turned=tag.element.get("sign") is not None)
    is_plain = len(text) <= USUAL and -USUAL <= power <= 0 and "e" not in text and "E" not in text
    return scaled if is_plain else _plain(scaled)


def _has_sound_attributes(tag: Tag, power: int | None, fact: str) -> bool:
    """Whether sign and scale can be read, with findings."""
    sign = tag.element.get("sign", "-")
    if sign != "-":
        tag.fault(rules.ATTRIBUTE, f'{tag} has the sign {sign!r}; the only one is "-"', fact=fact)
    if power is None:
        scale = tag.get("scale") or ""
        what = f"{tag} has the scale {scale!r}, which is no whole number"
        if _INTEGER.fullmatch(scale):
            what = f"{tag} has the scale {scale[:20]}, beyond the {MOST_DIGITS} digits that are reckoned with"
        tag.fault(rules.ATTRIBUTE, what, fact=fact)
    return power is not None and sign == "-"


def _scaled(number: Decimal, power: int, *, is_turned: bool) -> Decimal:
    """`number` times ten to the `power`, with the other sign if `is_turned`; zero has no sign."""
    scaled = EXACT.scaleb(number, power) if power else number
    if not number:
        return scaled.copy_abs()
    return scaled.copy_negate() if is_turned else scaled


def _plain(number: Decimal) -> Decimal | str:
    """A number without an exponent; as a text where it may have too many digits."""
    text = format(number, "f")
    return Decimal(text) if len(text) <= MOST_DIGITS else text
