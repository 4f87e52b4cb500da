"""Where start tags stand: lxml knows the line of an element only, and far down not even that."""

from array import array
from collections.abc import Mapping
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Position = tuple[int, int]
"""A line and a column, both counted from 1."""


def positions(root: "Element", content: bytes, namespaces: tuple[str, ...]) -> Mapping["Element", Position]:
    """The place of each element in `namespaces` (in braces), where `content` was parsed to `root`.

    Nothing where the content is in an encoding that only libxml2 reads.
    """
    lines, columns = array("L"), array("L")
    parser = expat.ParserCreate()

    def start(_name: str, _attributes: object) -> None:
        lines.append(parser.CurrentLineNumber)
        columns.append(parser.CurrentColumnNumber + 1)

    parser.ordered_attributes = True
    parser.StartElementHandler = start
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError):
        return {}
    return {
        element: (lines[number], columns[number])
        for number, element in enumerate(root.iter("*"))
        if str(element.tag).startswith(namespaces) and number < len(lines)
    }
