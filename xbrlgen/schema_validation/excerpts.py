"""Copies of an element with a part of what it holds."""

from copy import deepcopy
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from lxml import etree


MOST_CHILDREN = 2000
"""An element with more children than this is wide: whatever counts its children for each fault takes minutes."""


def excerpt(
    root: "etree._Element", children: "Iterable[etree._Element]", faulty: "Container[etree._Element]" = ()
) -> "dict[etree._Element, etree._Element]":
    """A copy of `root` with no more than `children`: each copied element and its original, the root first.

    Of a child that is wide, only the children that are `faulty` are copied.
    """
    from lxml import etree

    copied = etree.Element(root.tag, dict(root.attrib), nsmap=root.nsmap)
    originals = {copied: root}
    for child in children:
        part = _whole(child) if len(child) <= MOST_CHILDREN else excerpt(child, (e for e in child if e in faulty))
        copied.append(next(iter(part)))
        originals.update(part)
    return originals


def _whole(element: "etree._Element") -> "dict[etree._Element, etree._Element]":
    copy = deepcopy(element)
    copy.tail = None
    return dict(zip(copy.iter("*"), element.iter("*"), strict=True))
