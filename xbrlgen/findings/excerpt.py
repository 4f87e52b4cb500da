"""The source line that a location points at, and the marks under its part."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, NamedTuple

from xbrlgen.findings.location import Location

LONGEST_LINE = 1 << 20
"""In bytes; a longer line (of a minified file) is not shown, its place alone says where to look."""

ELLIPSIS = "…"
UNPRINTABLE = "\N{REPLACEMENT CHARACTER}"
_TAB = "    "
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_COMBINING = frozenset({"Mn", "Me"})


class Excerpt(NamedTuple):
    """One line ready for a terminal, and the line of carets below it; `marks` is empty where no column is known."""

    line: str
    marks: str


def source_lines(locations: Iterable[Location]) -> Mapping[tuple[str, int], str]:
    """The lines that `locations` point at, by path and line; what cannot be read or is not text is left out.

    Each file is read once, and no more of it is kept than the lines in question.
    """
    wanted: dict[str, set[int]] = {}
    for location in locations:
        if location.line:
            wanted.setdefault(location.path, set()).add(location.line)
    return {(path, number): line for path, numbers in wanted.items() for number, line in _lines(path, numbers)}


def _lines(path: str, numbers: set[int]) -> Iterator[tuple[int, str]]:
    try:
        if not Path(path).is_file():  # opening a pipe would wait for its writer
            return
        with Path(path).open("rb") as file:
            for number, line in zip(range(1, max(numbers) + 1), _bounded_lines(file), strict=False):
                if number in numbers and line is not None and b"\0" not in line:
                    yield number, line.decode("utf-8-sig" if number == 1 else "utf-8", "replace").rstrip("\r\n")
    except (OSError, ValueError):
        return


def _bounded_lines(file: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a file; None stands for one that is longer than `LONGEST_LINE`."""
    while line := file.readline(LONGEST_LINE):
        part = line
        while len(part) == LONGEST_LINE and not part.endswith(b"\n"):
            part = file.readline(LONGEST_LINE)
        yield line if part is line else None


def excerpt(line: str, column: int, length: int = 1, width: int = 100) -> Excerpt:
    """The part of `line` around the 1-based `column` that fits `width` terminal columns, with carets below `length`.

    A tab becomes four blanks, a character that a terminal would obey or hide becomes U+FFFD, a wide one counts for two.
    """
    start = min(max(column - 1, 0), len(line))
    first, last = _window(line, start, width - 2 * len(ELLIPSIS))
    cells = [_cell(character) for character in line[first:last]]
    before, after = ELLIPSIS * (first > 0), ELLIPSIS * (last < len(line))
    shown = f"{before}{''.join(text for text, _ in cells)}{after}"
    if not column:
        return Excerpt(shown, "")
    sizes = [size for _, size in cells]
    blank = len(before) + sum(sizes[: start - first])
    marked = sum(sizes[start - first : start - first + max(length, 1)])
    return Excerpt(shown, " " * blank + "^" * max(marked, 1))


def _window(line: str, start: int, width: int) -> tuple[int, int]:
    """The slice of `line` to show: from a third of the width before `start`, or more where little follows it."""
    most = 2 * width  # characters; combining ones take no room, and a line may have thousands of them
    first = start - _fitting(reversed(line[max(start - most, 0) : start]), width // 3)
    last = first + _fitting(line[first : first + most], width)
    if last == len(line):
        first = last - _fitting(reversed(line[max(last - most, 0) :]), width)
    return min(first, start), last


def _fitting(characters: Iterable[str], width: int) -> int:
    """How many of `characters` fit into `width`."""
    count = 0
    for count, character in enumerate(characters, 1):
        width -= _cell(character)[1]
        if width < 0:
            return count - 1
    return count


def _cell(character: str) -> tuple[str, int]:
    """What is printed for a character, and how many columns it takes."""
    if " " <= character <= "~":
        return character, 1
    if character == "\t":
        return _TAB, len(_TAB)
    category = unicodedata.category(character)
    if category in _HIDDEN:
        return UNPRINTABLE, 1
    if category in _COMBINING:
        return character, 0
    return character, 2 if unicodedata.east_asian_width(character) in "WF" else 1


def printable(text: str) -> str:
    """`text` with U+FFFD for every character that a terminal would obey or hide; line ends stay."""
    return "".join(character if character == "\n" else _cell(character)[0] for character in text)
