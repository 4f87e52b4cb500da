"""Small damages to a document, each of one kind at one place, always the same ones in the same order."""

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from itertools import islice

from lxml import etree
from small_taxonomy import NAMESPACES

XML = "{http://www.w3.org/XML/1998/namespace}"
Damage = Callable[[etree._Element], bool]


def mutants(document: bytes, added: Sequence[tuple[str, str]] = (), every: int = 1) -> Iterator[tuple[str, bytes]]:
    """What was done to `document`, and the result; results that equal it are left out.

    `added` are attributes with values to add to elements, beside those that are always tried. Of all damages, one in
    `every` is done.
    """
    original = etree.fromstring(document)
    tree = original.getroottree()
    prefixes = {prefix: uri for prefix, uri in (NAMESPACES | original.nsmap).items() if prefix}
    damages = (
        (path, *damage)
        for path in _one_of_each_kind(original)
        for damage in _damages(tree.xpath(path, namespaces=prefixes)[0], added)
    )
    for path, name, damage in islice(damages, 0, None, every):
        root = deepcopy(original)
        if damage(root.xpath(path, namespaces=prefixes)[0]):
            content = etree.tostring(root.getroottree())
            if content != document:
                yield f"{path}: {name}", content


def _one_of_each_kind(root: etree._Element) -> Iterator[str]:
    """The path of the first element of each name, parent and set of attributes."""
    kinds = set()
    for element in root.iter("*"):
        parent = element.getparent()
        kind = (element.tag, None if parent is None else parent.tag, tuple(sorted(element.attrib)))
        if kind not in kinds:
            kinds.add(kind)
            yield root.getroottree().getpath(element)


def _damages(element: etree._Element, added: Sequence[tuple[str, str]]) -> Iterator[tuple[str, Damage]]:
    if element.getparent() is not None:
        yield from PLACES.items()
    yield from CONTENTS.items()
    for attribute in element.attrib:
        yield f"without {attribute}", lambda e, a=attribute: e.attrib.pop(a, None) is not None
        yield f"{attribute} renamed", lambda e, a=attribute: _set(e, a + "x", e.attrib.pop(a))
        for value in ("", " ", "1", "not a name!", "t:Narrow", "http://example.com/x y"):
            yield f"{attribute}={value!r}", lambda e, a=attribute, v=value: _set(e, a, v)
    for attribute, value in (*ADDED, *added):
        if attribute not in element.attrib:
            yield f"with {attribute}={value!r}", lambda e, a=attribute, v=value: _set(e, a, v)


def _set(element: etree._Element, attribute: str, value: str) -> bool:
    element.set(attribute, value)
    return True


def _removed(element: etree._Element) -> bool:
    element.getparent().remove(element)
    return True


def _repeated(element: etree._Element) -> bool:
    element.addnext(deepcopy(element))
    return True


def _moved_first(element: etree._Element) -> bool:
    element.getparent().insert(0, element)
    return True


def _moved_last(element: etree._Element) -> bool:
    element.getparent().append(element)
    return True


def _put_into_its_neighbour(element: etree._Element) -> bool:
    neighbour = element.getnext()
    if neighbour is None:
        return False
    neighbour.append(element)
    return True


def _taken_out(element: etree._Element) -> bool:
    """The children take the place of the element."""
    for child in reversed(element):
        element.addnext(child)
    return _removed(element)


def _wrapped(element: etree._Element) -> bool:
    wrapper = etree.Element("{urn:unknown}wrapper")
    element.addprevious(wrapper)
    wrapper.append(element)
    return True


def _renamed(name: str) -> Damage:
    def rename(element: etree._Element) -> bool:
        element.tag = name or f"{element.tag}x"
        return True

    return rename


def _child(name: str, position: int) -> Damage:
    def insert(element: etree._Element) -> bool:
        element.insert(len(element) if position else 0, etree.Element(name))
        return True

    return insert


def _text(text: str) -> Damage:
    def write(element: etree._Element) -> bool:
        element.text = text
        return True

    return write


def _emptied(element: etree._Element) -> bool:
    tail = element.tail
    attributes = dict(element.attrib)
    element.clear()
    element.attrib.update(attributes)
    element.tail = tail
    return True


PLACES: dict[str, Damage] = {
    "removed": _removed,
    "repeated": _repeated,
    "moved to the front": _moved_first,
    "moved to the end": _moved_last,
    "put into the next element": _put_into_its_neighbour,
    "replaced by its children": _taken_out,
    "wrapped": _wrapped,
}
CONTENTS: dict[str, Damage] = {
    "misspelt": _renamed(""),
    "in no namespace": _renamed("plain"),
    "now a label": _renamed(f"{{{NAMESPACES['link']}}}label"),
    "now an item": _renamed(f"{{{NAMESPACES['xbrli']}}}item"),
    "now a concept": _renamed(f"{{{NAMESPACES['t']}}}NotNillable"),
    "emptied": _emptied,
    "with text": _text("some text"),
    "with a number": _text("7"),
    "with an unknown child": _child("{urn:unknown}child", 1),
    "with a concept in front": _child(f"{{{NAMESPACES['t']}}}Narrow", 0),
    "with a title": _child(f"{{{NAMESPACES['link']}}}documentation", 0),
}
ADDED = (
    ("unknown", "1"),
    ("id", "c1"),
    ("id", "fresh"),
    ("decimals", "INF"),
    ("precision", "-1"),
    ("order", "one"),
    ("{urn:unknown}attribute", "1"),
    (f"{XML}lang", "de"),
    (f"{XML}lang", "no language"),
    (f"{XML}base", "http://example.com/"),
    (f"{{{NAMESPACES['xlink']}}}title", "A title"),
    (f"{{{NAMESPACES['xlink']}}}role", ""),
    (f"{{{NAMESPACES['xbrldt']}}}closed", "perhaps"),
    (f"{{{NAMESPACES['xsi']}}}nil", "true"),
    (f"{{{NAMESPACES['xsi']}}}nil", "false"),
    (f"{{{NAMESPACES['xsi']}}}type", "xbrli:stringItemType"),
    (f"{{{NAMESPACES['xsi']}}}type", "t:percentageType"),
    (f"{{{NAMESPACES['xsi']}}}type", "t:unknownType"),
    (f"{{{NAMESPACES['xsi']}}}schemaLocation", "urn:unknown nowhere.xsd"),
)
