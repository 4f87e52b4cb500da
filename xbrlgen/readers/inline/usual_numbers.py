"""Numbers as nearly all are tagged: what their attributes say is worked out once for each combination of these.

Whatever is not usual, sound or broken, is left to the careful way of `Facts`, which has something to say of it. Tests
hold both to the same facts.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from xbrlgen.model import Fact, QName, Unit
from xbrlgen.readers.canonical import UnreadableError
from xbrlgen.readers.inline.numbers import EXACT, USUAL, power_of
from xbrlgen.readers.inline.page import Page, Tag
from xbrlgen.readers.inline.transformation import Transformation, Transformations
from xbrlgen.readers.xml_syntax.accuracy import USUAL_DECIMALS
from xbrlgen.readers.xml_syntax.items import Items

_ATTRIBUTES = ("name", "unitRef", "decimals", "scale", "format", "sign")
_PLAIN = re.compile(r"[0-9]{1,40}(?:\.[0-9]{1,40})?")


class _Shape(NamedTuple):
    """What the attributes of a number say, other than which fact it is."""

    concept: QName
    unit: Unit
    decimals: int | None
    transformation: Transformation | None
    power: int
    is_negative: bool


@dataclass(slots=True)
class UsualNumbers:
    """The numbers of a page that can be read without a second look."""

    page: Page
    items: Items
    transformations: Transformations
    _shapes: dict[tuple[str | None, ...], _Shape | None] = field(default_factory=dict)

    def fact(self, tag: Tag, identifier: str) -> Fact | None:
        """The fact that a tag reports; None where that is for the careful way to say."""
        element = tag.element
        get = element.get
        key = tuple(map(get, _ATTRIBUTES))
        if key not in self._shapes:
            self._shapes[key] = self._shape(*key) if self.page.has_one_scope else None
        shape = self._shapes[key]
        context = self.items.contexts.get(get("contextRef", ""))
        if shape is None or context is None or context.beyond_oim or len(element):
            return None
        its_own = 1 + (get("id") is not None) + (get("target") is not None)
        if len(element.attrib) > its_own + len(key) - key.count(None):  # those of nil, of members of tuples ...
            return None
        value = _value(element.text or "", shape)
        if value is None:
            return None
        return Fact(
            identifier,
            shape.concept,
            context.entity,
            context.period,
            value,
            shape.unit,
            shape.decimals,
            None,
            context.dimensions,
        )

    def _shape(self, *attributes: str | None) -> _Shape | None:
        """What attributes say together; None where they are not the usual ones of a number that is declared as one."""
        name, unit_reference, decimals, scale, transformation, sign = attributes
        unit, power = self.items.units.get(unit_reference or ""), power_of(scale or "0")
        if name is None or unit is None or decimals not in USUAL_DECIMALS or power is None or abs(power) > USUAL:
            return None
        try:
            concept = self.items.concept(self.page.name(name, self.page.root))
            found = None
            if transformation is not None:
                found = self.transformations(self.page.name(transformation, self.page.root))
        except UnreadableError:
            return None
        item_type = None if concept is None else concept.item_type
        if concept is None or item_type is None or not item_type.kind.is_numeric or sign not in {None, "-"}:
            return None
        if item_type.name.local_name == "fractionItemType" or (found is None) != (transformation is None):
            return None
        return _Shape(concept.name, unit, USUAL_DECIMALS[decimals], found, power, sign == "-")


def _value(text: str, shape: _Shape) -> Decimal | None:
    if shape.transformation is not None:
        try:
            text = shape.transformation.apply(text)
        except ValueError:
            return None
    if _PLAIN.fullmatch(text) is None:
        return None
    number = Decimal(text)
    if shape.power:
        number = EXACT.scaleb(number, shape.power)
        number = Decimal(format(number, "f")) if shape.power > 0 else number
    return number.copy_negate() if shape.is_negative and number else number
