"""Where start tags stand: lxml knows the line of an element only, and far down not even that."""

from array import array
from itertools import islice
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Position = tuple[int, int]
"""A line and a column, both counted from 1."""

_PIECE = 1 << 18
"""Bytes that are looked through at a time, at the least."""
_ELEMENTS = 1 << 12
"""Elements that are numbered at a time."""


class Positions:
    """The places of the elements in `namespaces` (in braces), where `content` was parsed to `root`.

    They are found out as far into the document as they are asked for: what many findings are about stands at its
    beginning. The tree must keep its elements meanwhile. Nothing is known where the content is in an encoding that only
    libxml2 reads.
    """

    def __init__(self, root: "Element", content: bytes, namespaces: tuple[str, ...]) -> None:
        self._elements = enumerate(root.iter("*"))
        self._namespaces = namespaces
        self._numbers: dict[Element, int] = {}
        self._content = memoryview(content)
        self._lines, self._columns = array("L"), array("L")
        self._parser = expat.ParserCreate()
        self._parser.ordered_attributes = True
        self._parser.StartElementHandler = self._start

    def get(self, element: "Element") -> Position | None:
        """The place of an element; None where it is not known."""
        while element not in self._numbers:
            if not self._number_more():
                return None
        number = self._numbers[element]
        while number >= len(self._lines):
            if not self._read_more():
                return None
        return self._lines[number], self._columns[number]

    def _number_more(self) -> bool:
        further = list(islice(self._elements, _ELEMENTS))
        self._numbers.update(
            (element, number) for number, element in further if str(element.tag).startswith(self._namespaces)
        )
        return bool(further)

    def _read_more(self) -> bool:
        piece, self._content = self._content[:_PIECE], self._content[_PIECE:]
        try:
            self._parser.Parse(piece, not self._content)
        except (expat.ExpatError, LookupError, ValueError):
            self._content = self._content[:0]
        return bool(piece)

    def _start(self, _name: str, _attributes: object) -> None:
        self._lines.append(self._parser.CurrentLineNumber)
        self._columns.append(self._parser.CurrentColumnNumber + 1)
