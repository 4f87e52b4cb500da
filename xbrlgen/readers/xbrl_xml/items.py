"""The items of an instance: its elements that report facts."""

from typing import TYPE_CHECKING

from xbrlgen.model import Concept, Fact
from xbrlgen.readers.xml_syntax.items import Item, Items
from xbrlgen.readers.xml_syntax.source import XBRLI, Source, name_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def read_item(element: "Element", fact_id: str, items: Items, source: Source) -> Fact | None:
    """The fact of `element`; None, with findings, where it cannot be one."""
    name = name_of(str(element.tag))
    item = Item(fact_id, name, element, source, element.text or "")
    if _is_tuple(element, items.concept(name)):
        source.fault("XG160", f"{name} is a tuple; its facts are left out", element, standard="xbrlxe:unsupportedTuple")
    elif element.find(f"{XBRLI}numerator") is not None:
        source.fault("XG160", f"{name} is a fraction; it is left out", element, standard="xbrlxe:unsupportedFraction")
    elif len(element) and not item.is_nil:
        item.fault("XG161", f"{name}: elements where a value should be", "cvc-datatype-valid.1")
    else:
        return items.fact(item)
    return None


def _is_tuple(element: "Element", concept: Concept | None) -> bool:
    if concept is not None:
        return concept.item_type is None
    return element.get("contextRef") is None and len(element) > 0
