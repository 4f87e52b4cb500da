"""What metadata and cells give: a text, a special value or a reference (xBRL-CSV 1.0, sections 2 and 4)."""

import re
from enum import Enum
from typing import NamedTuple

from xbrlgen.readers.oim.aspects import AspectError

IDENTIFIER = re.compile(r"[^\W\d][\w-]*")
ROW_IDENTIFIER = re.compile(r"[\w-]+")
ROW_NUMBER = "rowNumber"


class Special(Enum):
    """Values that are no texts."""

    NONE = "#none"
    """That there is nothing, whatever was said elsewhere."""
    NIL = "#nil"


class Reference(NamedTuple):
    """A reference to a column, to a parameter or to the number of the row.

    `end` is ``start`` or ``end`` where not the period itself is meant.
    """

    name: str
    end: str = ""


Value = str | Special
Given = str | Special | Reference


class SpecialValueError(AspectError):
    """A text that begins as special values do, and is none."""


def read_value(text: str) -> Value:
    """What a text that is not empty stands for; raises SpecialValueError where it only looks like a special value."""
    if text[:1] != "#" or text.startswith("##"):
        return text[1:] if text[:1] == "#" else text
    if text == "#empty":
        return ""
    try:
        return Special(text)
    except ValueError:
        raise SpecialValueError(f"{text[:40]!r} is no special value", "xbrlce:unknownSpecialValue") from None


def read_given(text: str) -> Given:
    """What a dimension or decimals in the metadata give; raises AspectError for a broken reference or special value."""
    if text.startswith("$$"):
        return text[1:]
    if not text.startswith("$"):
        return read_value(text)
    name, at, end = text[1:].partition("@")
    if at and end not in {"start", "end"}:
        raise AspectError(f"{text!r} asks for {end!r}, neither start nor end", "xbrlce:invalidPeriodSpecifier")
    if not IDENTIFIER.fullmatch(name):
        raise AspectError(f"{text!r} refers to {name!r}, which is no identifier", "xbrlce:invalidReference")
    return Reference(name, end)
