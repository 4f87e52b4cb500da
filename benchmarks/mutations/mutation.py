"""One deterministic fault in an XML document: in an element, an attribute, a text or the order of elements."""

import copy
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

_XML = "{http://www.w3.org/XML/1998/namespace}"
_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_VALUES = (
    *("", "x", "-1", "0", "2", "1.5", "INF", "true", "a b", "é", " ", "2099-01-01", "2016-13-45", "12,5", "#x"),
    *("http://example.com/x", "ifrs-full:Assets", "xbrli:pure", "iso4217:EUR", "prohibited", "nowhere:Thing", "1e5"),
)
"""What attributes and texts are set to: wrong nearly everywhere, and right somewhere."""

_ADDED = (
    *("decimals", "precision", "id", "contextRef", "unitRef", "x", "scale", "sign", "format", "name", "order"),
    *(f"{_XSI}nil", f"{_XSI}type", f"{_XML}lang", f"{_XML}base", f"{_XLINK}role", f"{_XLINK}href"),
)


@dataclass(frozen=True, slots=True)
class Mutation:
    """What was done to which element, and the document afterwards."""

    kind: str
    element: str
    content: bytes


def mutated(content: bytes, seed: str) -> Mutation | None:
    """The document with one fault that `seed` decides; None where that fault cannot be made at the chosen element."""
    from lxml import etree

    dice = random.Random(seed)
    root = etree.fromstring(content, etree.XMLParser(no_network=True, resolve_entities=False))
    elements = [each for each in root.iter("*") if each is not root]
    chosen = _chosen(elements, dice)
    kind = dice.choice(tuple(_KINDS))
    name = str(chosen.tag)
    if not _KINDS[kind](chosen, elements, dice):
        return None
    changed = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8")
    return Mutation(kind, name, changed)


def _chosen(elements: "list[Element]", dice: random.Random) -> "Element":
    """Half of the time any element, else any of a kind: there are few contexts among thousands of cells."""
    if dice.choice((True, False)):
        return dice.choice(elements)
    kinds: dict[str, list[Element]] = {}
    for each in elements:
        kinds.setdefault(str(each.tag), []).append(each)
    return dice.choice(kinds[dice.choice(sorted(kinds))])


def _without_attribute(element: "Element", _: "list[Element]", dice: random.Random) -> bool:
    if element.attrib:
        del element.attrib[dice.choice(sorted(element.attrib))]
        return True
    return False


def _odd_attribute(element: "Element", _: "list[Element]", dice: random.Random) -> bool:
    if element.attrib:
        element.set(dice.choice(sorted(element.attrib)), dice.choice(_VALUES))
        return True
    return False


def _attribute_of_another(element: "Element", elements: "list[Element]", dice: random.Random) -> bool:
    if element.attrib:
        name = dice.choice(sorted(element.attrib))
        element.set(name, dice.choice([each.attrib[name] for each in elements if name in each.attrib]))
        return True
    return False


def _added_attribute(element: "Element", _: "list[Element]", dice: random.Random) -> bool:
    element.set(dice.choice(_ADDED), dice.choice(_VALUES))
    return True


def _odd_text(element: "Element", _: "list[Element]", dice: random.Random) -> bool:
    element.text = dice.choice(_VALUES)
    return True


def _text_of_another(element: "Element", elements: "list[Element]", dice: random.Random) -> bool:
    element.text = dice.choice(elements).text
    return True


def _removed(element: "Element", _: "list[Element]", __: random.Random) -> bool:
    _parent(element).remove(element)
    return True


def _repeated(element: "Element", _: "list[Element]", __: random.Random) -> bool:
    element.addnext(copy.deepcopy(element))
    return True


def _renamed(element: "Element", elements: "list[Element]", dice: random.Random) -> bool:
    element.tag = dice.choice(sorted({str(each.tag) for each in elements}))
    return True


def _moved(element: "Element", _: "list[Element]", dice: random.Random) -> bool:
    """To another place among its siblings."""
    siblings = list(_parent(element))
    other = dice.choice(siblings)
    if other is element:
        return False
    other.addnext(element) if dice.choice((True, False)) else other.addprevious(element)
    return True


def _moved_away(element: "Element", elements: "list[Element]", dice: random.Random) -> bool:
    """Into another element."""
    other = dice.choice(elements)
    if other is element or element in other.iterancestors():
        return False
    other.append(element)
    return True


def _parent(element: "Element") -> "Element":
    parent = element.getparent()
    assert parent is not None
    return parent


_KINDS: "dict[str, Callable[[Element, list[Element], random.Random], bool]]" = {
    "attribute removed": _without_attribute,
    "attribute set": _odd_attribute,
    "attribute of another": _attribute_of_another,
    "attribute added": _added_attribute,
    "text set": _odd_text,
    "text of another": _text_of_another,
    "element removed": _removed,
    "element repeated": _repeated,
    "element renamed": _renamed,
    "order changed": _moved,
    "element moved": _moved_away,
}
