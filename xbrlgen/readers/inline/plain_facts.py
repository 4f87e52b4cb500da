"""Facts of plain tags: what their attributes say is worked out once for each combination of these.

Whatever is not sound is left to the careful way of `Facts`, which has something to say of it. Tests hold both to the
same facts and findings.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

from xbrlgen.model import Concept, ItemType, QName, Unit, ValueKind
from xbrlgen.readers.canonical import collapsed, has_language, text_value
from xbrlgen.readers.inline.content import escaped
from xbrlgen.readers.inline.numbers import EXACT, USUAL, power_of
from xbrlgen.readers.inline.page import Page
from xbrlgen.readers.inline.shapes import LANGUAGE, Shape
from xbrlgen.readers.inline.texts import ESCAPES
from xbrlgen.readers.inline.transformation import Transformation, Transformations
from xbrlgen.readers.xml_syntax.accuracy import USUAL_DECIMALS
from xbrlgen.readers.xml_syntax.items import Items, is_fraction

_MOST_DIGITS = 40
_PLAIN = re.compile(rf"[0-9]{{1,{_MOST_DIGITS}}}(?:\.[0-9]{{1,{_MOST_DIGITS}}})?")
_NAMES = frozenset({ValueKind.NAME, ValueKind.NAME_SET})


class PlainFact(NamedTuple):
    """What facts of plain tags have in common.

    `content` gives what a text says, None where the careful way has to look; `value` what its type makes of that, where
    it makes anything of it. `language` is that of the facts, where it `is_stated` or they have none; else it is to be
    found around each tag.
    """

    concept: QName
    unit: Unit | None
    decimals: int | None
    content: Callable[[str], Decimal | str | None]
    value: Callable[[str], str] | None = None
    language: str | None = None
    is_stated: bool = True


class PlainFacts(dict[Shape | None, PlainFact | None]):
    """What the plain tags of a page report, by their shape; None for those of the careful way."""

    def __init__(self, page: Page, items: Items, transformations: Transformations) -> None:
        self._page = page
        self._items = items
        self._transformations = transformations

    def __missing__(self, shape: Shape | None) -> PlainFact | None:
        found = self[shape] = None if shape is None else self._of(shape)
        return found

    def _of(self, shape: Shape) -> PlainFact | None:
        """What tags of a shape report; None where something about it is not as usual, sound or not."""
        attributes = shape.attributes
        name = self._page.name_on_root(attributes.get("name", ""))
        concept = None if name is None else self._items.concept(name)
        if name is None or (concept is not None and not _is_simple(concept)):
            return None
        found = None
        if "format" in attributes:
            format_ = self._page.name_on_root(attributes["format"])
            found = None if format_ is None else self._transformations(format_)
            if found is None:
                return None
        item_type = None if concept is None else concept.item_type
        made = self._number if shape.kind == "nonFraction" else self._text
        return made(name if concept is None else concept.name, item_type, attributes, found)

    def _number(
        self, name: QName, item_type: ItemType | None, attributes: Mapping[str, str], found: Transformation | None
    ) -> PlainFact | None:
        unit = self._items.units.get(attributes.get("unitRef", ""))
        power = power_of(attributes.get("scale", "0"))
        decimals, sign = attributes.get("decimals"), attributes.get("sign")
        is_usual = decimals in USUAL_DECIMALS and power is not None and abs(power) <= USUAL and sign in {None, "-"}
        if unit is None or power is None or not is_usual or not (item_type is None or item_type.kind.is_numeric):
            return None
        return PlainFact(name, unit, USUAL_DECIMALS[decimals], _number(found, power, is_negative=sign is not None))

    def _text(
        self, name: QName, item_type: ItemType | None, attributes: Mapping[str, str], found: Transformation | None
    ) -> PlainFact | None:
        escape = attributes.get("escape")
        if escape not in ESCAPES or (item_type is not None and not _is_text(item_type)):
            return None
        content = _text(found, is_escaped=ESCAPES[escape])
        is_as_it_is = item_type is None or item_type.base == "string"
        value = None if is_as_it_is else lambda text: text_value(text, item_type, QName.parse)
        if not has_language(item_type):
            return PlainFact(name, None, None, content, value)
        stated = attributes.get(LANGUAGE)
        language = self._page.sole_language if stated is None else collapsed(stated).lower()
        return PlainFact(name, None, None, content, value, language or None, stated is not None or bool(language))


def _is_simple(concept: Concept) -> bool:
    """Whether a concept is an item of one value, whose type gives its attributes no values of its own."""
    item_type = concept.item_type
    if item_type is None or is_fraction(item_type) or item_type.name.local_name == "fractionItemType":
        return False
    return not item_type.defaults


def _is_text(item_type: ItemType) -> bool:
    return not item_type.kind.is_numeric and item_type.kind not in _NAMES and item_type.base != "QName"


def _number(found: Transformation | None, power: int, *, is_negative: bool) -> Callable[[str], Decimal | None]:
    """What makes the number of a text: in one step of a whole number, as nearly all are."""
    before, after = "-" if is_negative else "", "0" * power if power >= 0 else f"E{power}"
    whole = _whole_numbers(before, after) if found is None else found.whole_numbers(before, after)

    def number(text: str) -> Decimal | None:
        return whole(text) or _any_number(text, found, power, is_negative=is_negative)

    return number


def _whole_numbers(before: str, after: str) -> Callable[[str], Decimal | None]:
    """What gives the whole numbers among texts without a transformation."""

    def number(text: str) -> Decimal | None:
        is_whole = text.isdecimal() and text.isascii() and len(text) <= _MOST_DIGITS
        return Decimal(before + text + after) if is_whole else None

    return number


def _any_number(text: str, found: Transformation | None, power: int, *, is_negative: bool) -> Decimal | None:
    if found is not None:
        try:
            text = found.apply(text)
        except ValueError:
            return None
    if _PLAIN.fullmatch(text) is None:
        return None
    number = Decimal(text)
    if power:
        number = EXACT.scaleb(number, power)
        number = Decimal(format(number, "f")) if power > 0 else number
    return number.copy_negate() if is_negative and number else number


def _text(found: Transformation | None, *, is_escaped: bool) -> Callable[[str], str | None]:
    """What makes what an instance would have of a text."""
    if found is None:
        return escaped if is_escaped else _as_it_is

    def content(text: str) -> str | None:
        try:
            return found.apply(escaped(text) if is_escaped else text)
        except ValueError:
            return None

    return content


def _as_it_is(text: str) -> str:
    return text
