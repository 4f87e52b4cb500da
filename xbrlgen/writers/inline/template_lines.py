"""Which line of which template each part of a page came from, so that a fault of the page has a place to mend it."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.lexer import Token, TokenStream

_MARK = "\0"
"""Stands around a place in the page until it is complete; no XML document can hold it (XML 1.0 section 2.2)."""


class Origins(NamedTuple):
    """The places of the parts of a page, by the offsets at which they begin."""

    offsets: tuple[int, ...]
    places: tuple[tuple[str, int], ...]

    def at(self, offset: int) -> tuple[str, int]:
        """The path and line of the template that wrote what stands at `offset`; empty if none of the issuer's did."""
        index = bisect_right(self.offsets, offset) - 1
        return self.places[index] if index >= 0 else ("", 0)


def mark_lines(environment: "Environment", paths: Mapping[str, str]) -> None:
    """Have the templates named in `paths` mark each line that they write; `unmarked` takes the marks away."""
    from jinja2.ext import Extension
    from jinja2.lexer import Token

    numbers = {name: number for number, name in enumerate(sorted(paths))}

    class Marking(Extension):
        def filter_stream(self, stream: "TokenStream") -> "TokenStream | Iterator[Token]":
            number = numbers.get(stream.name or "")
            return stream if number is None else _marked(stream, number)

    def _marked(stream: "TokenStream", number: int) -> "Iterator[Token]":
        for token in stream:
            if token.type != "data":
                yield token
                continue
            lines = token.value.split("\n")
            text = "\n".join(f"{_MARK}{number}:{line}{_MARK}{each}" for line, each in enumerate(lines, token.lineno))
            yield Token(token.lineno, "data", text)

    environment.add_extension(Marking)


def unmarked(page: str, paths: Mapping[str, str]) -> tuple[str, Origins]:
    """The page without its marks, and what they said."""
    names = sorted(paths)
    pieces: list[str] = []
    offsets: list[int] = []
    places: list[tuple[str, int]] = []
    length = 0
    for index, piece in enumerate(page.split(_MARK)):
        if index % 2:
            number, _, line = piece.partition(":")
            offsets.append(length)
            places.append((paths[names[int(number)]], int(line)))
        else:
            pieces.append(piece)
            length += len(piece)
    return "".join(pieces), Origins(tuple(offsets), tuple(places))
