"""ix:nonFraction: a printed number, scaled and signed (Inline XBRL 1.1 section 10)."""

import re
from decimal import Decimal

from xbrlgen.model import QName
from xbrlgen.readers.canonical import MOST_DIGITS, UnreadableError, collapsed, decimal_number
from xbrlgen.readers.inline import rules
from xbrlgen.readers.inline.content import text_of
from xbrlgen.readers.inline.page import Tag
from xbrlgen.readers.inline.transformation import Transformations, transformed
from xbrlgen.readers.xml_syntax.items import is_nil

_INTEGER = re.compile(r"[+-]?[0-9]+")


def check_number(tag: Tag) -> None:
    """Findings for what an ix:nonFraction holds, and for one inside of it."""
    nil, inner = is_nil(tag.element), list(tag.children())
    if nil:
        if tag.parent() == "nonFraction":
            tag.fault(rules.NUMBER_NESTED_NIL, f"{tag} is nil and in another ix:nonFraction")
        return
    if not inner:
        if not tag.element.text:
            tag.fault(rules.NUMBER_EMPTY, f"{tag} is empty and not nil")
        return
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
    return int(scale) if _is_small(scale) else scale


def _is_small(scale: str) -> bool:
    return _INTEGER.fullmatch(scale) is not None and len(scale) <= len(str(MOST_DIGITS)) + 1


def number_content(tag: Tag, transformations: Transformations, fact: str) -> str | None:
    """The number that a tag reports, as an instance would write it; None, with a finding, where it has none.

    A text that is no number is given as it is; an empty one is told of by `check_number`. The arithmetic is exact.
    """
    printed = text_of((tag,))
    if not printed and tag.get("format") is None:
        return None
    text = transformed(tag, printed, transformations, fact)
    if text is None or not _has_sound_attributes(tag, fact):
        return None
    if collapsed(text).startswith("-"):
        tag.fault(rules.NUMBER_NEGATIVE, f"the text of {tag} is {collapsed(text)[:40]!r}, which is negative", fact=fact)
    try:
        number = decimal_number(text, "")
    except UnreadableError:
        return text
    return format(_scaled(number, tag), "f")


def _has_sound_attributes(tag: Tag, fact: str) -> bool:
    """Whether sign and scale can be read, with findings."""
    sign, scale = tag.element.get("sign", "-"), tag.get("scale") or "0"
    if sign != "-":
        tag.fault(rules.ATTRIBUTE, f'{tag} has the sign {sign!r}; the only one is "-"', fact=fact)
    is_integer = _INTEGER.fullmatch(scale) is not None
    if not is_integer:
        tag.fault(rules.ATTRIBUTE, f"{tag} has the scale {scale!r}, which is no whole number", fact=fact)
    elif not _is_small(scale) or abs(int(scale)) > MOST_DIGITS:
        what = f"{tag} has the scale {scale[:20]}, beyond the {MOST_DIGITS} digits that are reckoned with"
        tag.fault(rules.ATTRIBUTE, what, fact=fact)
        return False
    return is_integer and sign == "-"


def _scaled(number: Decimal, tag: Tag) -> Decimal:
    """`number` with the sign of `tag`, times ten to the power of its scale; zero has no sign."""
    sign, digits, exponent = number.as_tuple()
    is_negative = number != 0 and bool(sign) != (tag.element.get("sign") is not None)
    return Decimal((int(is_negative), digits, int(exponent) + int(tag.get("scale") or "0")))
