"""Text, and collections of text, that know where they stand in the user's files."""

from collections.abc import Mapping
from typing import Self

from xbrlgen.findings import Location


class PlacedText(str):
    """A piece of a source file: its text, and where it starts.

    It is equal to, and hashes as, its text. What is cut out of it is plain text again, except by `part`.
    """

    __slots__ = ("is_verbatim", "location")

    location: Location
    is_verbatim: bool

    def __new__(cls, text: str, location: Location, *, is_verbatim: bool = True) -> Self:
        """`is_verbatim` says that the text stands in the file character by character, on one line."""
        placed = super().__new__(cls, text)
        placed.location = location
        placed.is_verbatim = is_verbatim
        return placed

    def part(self, start: int, end: int) -> "PlacedText":
        """The text between two offsets, with its own place where that is known."""
        return PlacedText(self[start:end], self.span(start, end), is_verbatim=self.is_verbatim)

    def span(self, start: int, end: int) -> Location:
        """Where the text between two offsets stands; the whole of it where no better is known."""
        if not self.is_verbatim:
            return self.location
        whole = self.location
        return Location(whole.path, whole.line, whole.column + start, length=max(1, end - start))

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
