"""Plain items: those that have nothing but an id, a context, a unit with decimals, and one text.

Nearly all items of nearly all instances are. What their tag and attributes say is decided once for all that are alike.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.model import ItemType, QName, Unit, ValueKind
from xbrlgen.readers.canonical import UnreadableError, has_language, text_value
from xbrlgen.readers.xml_syntax.accuracy import USUAL_DECIMALS
from xbrlgen.readers.xml_syntax.items import Items, is_fraction
from xbrlgen.readers.xml_syntax.source import name_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Shape = tuple[str, str | None, str | None, int]
"""A tag, the attributes unitRef and decimals, and how many attributes there are in all."""

PLAIN_NUMBER = re.compile(r"[+-]?[0-9]{1,60}(?:\.[0-9]{1,60})?").fullmatch
"""Matches numbers that are values of every numeric type but those that are narrower than decimal numbers."""

_NAMES = frozenset({ValueKind.NAME, ValueKind.NAME_SET})


class PlainItem(NamedTuple):
    """What plain items of one shape have in common; `canonical` makes the value of a text, None stands for a number."""

    tag: str
    concept: QName
    unit: Unit | None
    decimals: int | None
    language: str | None
    canonical: Callable[[str | None], str] | None


def shape_of(element: "Element") -> Shape:
    """The shape of an item."""
    return str(element.tag), element.get("unitRef"), element.get("decimals"), len(element.attrib)


class PlainItems(NamedTuple):
    """Decides what plain items are; `language` is that of texts, which the root states."""

    items: Items
    language: str | None

    def of(self, shape: Shape) -> PlainItem | None:
        """What items of this shape have in common; None for those that are not plain."""
        tag, unit_id, decimals, count = shape
        name = name_of(tag)
        concept = self.items.concept(name)
        item_type = None if concept is None else concept.item_type
        if count != 2 + (unit_id is not None) + (decimals is not None):
            return None
        if concept is not None and (item_type is None or is_fraction(item_type)):
            return None
        is_numeric = unit_id is not None if item_type is None else item_type.kind.is_numeric
        if is_numeric:
            return self._number(shape, name, item_type)
        if unit_id is not None or decimals is not None or (item_type is not None and item_type.kind in _NAMES):
            return None
        language = self.language if has_language(item_type) else None
        default = "" if concept is None or concept.default is None else concept.default
        return PlainItem(tag, name, None, None, language, _canonical(item_type, default))

    def _number(self, shape: Shape, name: QName, item_type: ItemType | None) -> PlainItem | None:
        tag, unit_id, decimals, _ = shape
        unit = self.items.units.get(unit_id or "")
        if unit is None or decimals is None or decimals not in USUAL_DECIMALS or (item_type and item_type.defaults):
            return None
        return PlainItem(tag, name, unit, USUAL_DECIMALS[decimals], None, None)


def _canonical(item_type: ItemType | None, default: str) -> Callable[[str | None], str]:
    def no_name(word: str) -> QName:
        raise UnreadableError(word)

    return lambda text: text_value(text or default, item_type, no_name)
