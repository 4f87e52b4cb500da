"""Pointers into a document: ids and the element() scheme (XBRL 2.1 section 3.5.4; XPointer element() Scheme)."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_SCHEMES = re.compile(r"element\(([^()]*)\)")
_SEQUENCE = re.compile(r"(?P<id>[^/]*)(?P<steps>(?:/[1-9]\d*)*)")
_DEEPEST = 256


def pointed(root: "_Element", pointer: str) -> "_Element | None":
    """The element of the document of `root` that `pointer` means, None if it means none."""
    if "(" not in pointer:
        return _with_id(root, pointer)
    found = (_by_sequence(root, each) for each in _SCHEMES.findall(pointer))
    return next((each for each in found if each is not None), None)


def _with_id(root: "_Element", identifier: str) -> "_Element | None":
    from lxml import etree

    return next(iter(etree.XPath("//*[@id = $id]", smart_strings=False)(root, id=identifier)), None)


def _by_sequence(root: "_Element", sequence: str) -> "_Element | None":
    """What a child sequence leads to: ``/1/3``, ``someId/2``, ``someId``."""
    parts = _SEQUENCE.fullmatch(sequence)
    if parts is None or len(sequence) > _DEEPEST * 8:
        return None
    steps = [int(each) for each in parts["steps"].split("/")[1:]]
    element: _Element | None
    if parts["id"]:
        element = _with_id(root, parts["id"])
    elif steps and steps.pop(0) == 1:
        element = root.getroottree().getroot()
    else:
        return None
    for step in steps:
        element = None if element is None else _child(element, step)
    return element


def _child(element: "_Element", number: int) -> "_Element | None":
    return next((each for place, each in enumerate(element.iterchildren("*"), 1) if place == number), None)
