"""Text, and collections of text, that know where they stand in the user's files."""

from collections.abc import Mapping
from typing import Self

from xbrlgen.findings import Location


class PlacedText(str):
    """A piece of a source file: its text, and where it starts.

    It is equal to, and hashes as, its text. What is cut out of it is plain text again, except by `part`.
    """

    __slots__ = ("is_verbatim", "location", "segments")

    location: Location
    """Where it stands; it takes one character of the file at the least."""
    is_verbatim: bool
    """Whether the text stands in the file character by character, on one line."""
    segments: tuple[tuple[int, int, int], ...]
    """Of a text that is folded over several lines: where in it each line starts, and the line and column of that."""

    def __new__(cls, text: str, location: Location, *, is_verbatim: bool = True) -> Self:
        """Placed text; a large report has one for each cell."""
        placed = str.__new__(cls, text)
        placed.location = location
        placed.is_verbatim = is_verbatim
        placed.segments = ()
        return placed

    @classmethod
    def at(cls, text: str, location: Location) -> Self:
        """A text that stands for what is at `location`."""
        return cls(text, location, is_verbatim=False)

    def part(self, start: int, end: int) -> "PlacedText":
        """The text between two offsets, with its own place where that is known."""
        path, line, column, *_ = self.location
        length = max(1, end - start)
        for offset, its_line, its_column in reversed(self.segments):
            if offset <= start:
                return PlacedText(self[start:end], Location(path, its_line, its_column + start - offset, "", length))
        if not self.is_verbatim:
            return PlacedText.at(self[start:end], self.location)
        return PlacedText(self[start:end], Location(path, line, column + start, "", length))

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
