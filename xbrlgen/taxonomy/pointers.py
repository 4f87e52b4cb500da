"""Pointers into a document: ids and the element() scheme (XBRL 2.1 section 3.5.4; XPointer element() Scheme)."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

    from xbrlgen.taxonomy.documents import Document

_SCHEMES = r"element\(([^()]*)\)"
_SEQUENCE = r"(?P<id>[^/]*)(?P<steps>(?:/[1-9]\d*)*)"
_DEEPEST = 256


def pointed(document: "Document", pointer: str) -> "_Element | None":
    """The element of a document that `pointer` means, None if it means none."""
    if "(" not in pointer:
        return document.with_id(pointer)
    found = (_by_sequence(document, each) for each in re.findall(_SCHEMES, pointer))
    return next((each for each in found if each is not None), None)


def _by_sequence(document: "Document", sequence: str) -> "_Element | None":
    """What a child sequence leads to: ``/1/3``, ``someId/2``, ``someId``."""
    parts = re.fullmatch(_SEQUENCE, sequence)
    if parts is None or len(sequence) > _DEEPEST * 8:
        return None
    steps = [int(each) for each in parts["steps"].split("/")[1:]]
    element: _Element | None
    if parts["id"]:
        element = document.with_id(parts["id"])
    elif steps and steps.pop(0) == 1:
        element = document.root.getroottree().getroot()
    else:
        return None
    for step in steps:
        element = None if element is None else _child(element, step)
    return element


def _child(element: "_Element", number: int) -> "_Element | None":
    return next((each for place, each in enumerate(element.iterchildren("*"), 1) if place == number), None)
