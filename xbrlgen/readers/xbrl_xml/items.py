"""The items of an instance: its elements that report facts."""

from typing import TYPE_CHECKING

from xbrlgen.model import Concept, Fact
from xbrlgen.readers.xml_syntax.items import Item, Items, is_fraction
from xbrlgen.readers.xml_syntax.source import XBRLI, Source, name_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TUPLE, FRACTION = "tuple", "fraction"


def left_out(element: "Element", items: Items) -> str:
    """TUPLE or FRACTION where the element of a fact is one, which no report can hold; else empty."""
    concept = items.concept(name_of(str(element.tag)))
    if _is_tuple(element, concept):
        return TUPLE
    item_type = None if concept is None else concept.item_type
    return FRACTION if is_fraction(item_type) or (len(element) and element[0].tag in _TERMS) else ""


def read_item(element: "Element", fact_id: str, items: Items, source: Source, kind: str) -> Fact | None:
    """The fact of `element`; None, with findings, where it cannot be one, or no report can hold it.

    `kind` is FRACTION where it is one, TUPLE where it is within one, else empty.
    """
    name = name_of(str(element.tag))
    item = Item(fact_id, name, element, source, element.text or _default(items.concept(name)), in_tuple=kind == TUPLE)
    if kind == FRACTION:
        items.check_fraction(item)
    elif len(element) and not item.is_nil:
        item.fault("XG161", f"{name}: elements where a value should be", "cvc-datatype-valid.1")
    else:
        return items.fact(item)
    return None


_TERMS = frozenset({f"{XBRLI}numerator", f"{XBRLI}denominator"})


def _default(concept: Concept | None) -> str:
    return "" if concept is None or concept.default is None else concept.default


def _is_tuple(element: "Element", concept: Concept | None) -> bool:
    if concept is not None:
        return concept.substitution_group.local_name == "tuple"
    return element.get("contextRef") is None and len(element) > 0
