"""Text, and collections of text, that know where they stand in the user's files."""

from collections.abc import Mapping
from typing import Self

from xbrlgen.findings import Location


class PlacedText(str):
    """A piece of a source file: its text, and where it starts.

    It is equal to, and hashes as, its text. What is cut out of it is plain text again, except by `part`.
    """

    __slots__ = ("column", "is_verbatim", "length", "line", "path", "segments")

    path: str
    line: int
    column: int
    length: int
    is_verbatim: bool
    """Whether the text stands in the file character by character, on one line."""
    segments: tuple[tuple[int, int, int], ...]
    """Of a text that is folded over several lines: where in it each line starts, and the line and column of that."""

    def __new__(cls, text: str, path: str, line: int, column: int, length: int, *, is_verbatim: bool = True) -> Self:
        """`length` is how many characters of the file it takes."""
        placed = super().__new__(cls, text)
        placed.path, placed.line, placed.column, placed.length = path, line, column, length
        placed.is_verbatim = is_verbatim
        placed.segments = ()
        return placed

    @classmethod
    def at(cls, text: str, location: Location) -> Self:
        """A text that stands for what is at `location`."""
        return cls(text, location.path, location.line, location.column, location.length, is_verbatim=False)

    @property
    def location(self) -> Location:
        """Where the text stands."""
        return Location(self.path, self.line, self.column, length=max(1, self.length))

    def part(self, start: int, end: int) -> "PlacedText":
        """The text between two offsets, with its own place where that is known."""
        for offset, line, column in reversed(self.segments):
            if offset <= start:
                return PlacedText(self[start:end], self.path, line, column + start - offset, end - start)
        if not self.is_verbatim:
            return PlacedText(self[start:end], self.path, self.line, self.column, self.length, is_verbatim=False)
        return PlacedText(self[start:end], self.path, self.line, self.column + start, end - start)

    def stripped(self) -> "PlacedText":
        """The text without space around it."""
        bare = self.strip()
        if len(bare) == len(self):
            return self
        start = len(self) - len(self.lstrip())
        return self.part(start, start + len(bare))


class PlacedMapping(dict[PlacedText, "Node"]):
    """A mapping of a source file: `location` is where it starts."""

    __slots__ = ("location",)

    def __init__(self, location: Location) -> None:
        super().__init__()
        self.location = location


class PlacedList(list["Node"]):
    """A list of a source file: `location` is where it starts."""

    __slots__ = ("location",)

    def __init__(self, location: Location) -> None:
        super().__init__()
        self.location = location


Node = PlacedText | PlacedMapping | PlacedList


def key_of(mapping: Mapping[PlacedText, object], name: str) -> PlacedText:
    """The key of `mapping` that reads `name`, with its place; raises KeyError if there is none."""
    for key in mapping:
        if key == name:
            return key
    raise KeyError(name)
