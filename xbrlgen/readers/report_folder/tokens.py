"""The words and marks of an expression, each with its place."""

import re
from typing import NamedTuple

from xbrlgen.findings import Location
from xbrlgen.readers.report_folder.placed_text import PlacedText
from xbrlgen.readers.report_folder.printed_numbers import MOST_DIGITS

LONGEST, MOST_TOKENS = 4_000, 400
"""Of one expression: far above any, and little enough for a scan that looks back and a tree that is walked."""

_TOKEN = re.compile(
    r"""
    (?P<number>[0-9]+(?:\.[0-9]+)?(?![\w.]))
    | (?P<name>(?:[A-Za-z_][\w.-]*:)?[A-Za-z_]\w*)
    | @\s*(?P<moment>[\w.]+(?:-[\w.]+)*)
    | (?P<mark>[-+*/()\[\]=,])
    """,
    re.VERBOSE,
)
_SPACE = re.compile(r"\s*")


class Token(NamedTuple):
    """A number, a name, a moment (without its ``@``), or a mark, whose kind is the mark itself; ``end`` is the last."""

    kind: str
    text: PlacedText

    @property
    def named(self) -> str:
        """The token as a message shows it."""
        return "the end" if self.kind == "end" else f"'{self.text}'"


class ExpressionError(Exception):
    """An expression that cannot be read, and where."""

    def __init__(self, message: str, location: Location) -> None:
        super().__init__(message)
        self.location = location


def tokens(text: PlacedText) -> list[Token]:
    """All tokens of `text`, the last of kind ``end``; raises ExpressionError."""
    if len(text) > LONGEST:
        raise ExpressionError(f"an expression has at most {LONGEST:,} characters", text.location)
    plain = text.replace("\N{MINUS SIGN}", "-")
    found: list[Token] = []
    offset = _after_space(plain, 0)
    while offset < len(plain):
        match = _TOKEN.match(plain, offset)
        if match is None:
            raise ExpressionError(f"'{plain[offset]}' has no meaning here", text.part(offset, offset + 1).location)
        group = match.lastgroup or ""
        token = Token(match[group] if group == "mark" else group, text.part(*match.span(group)))
        if group == "number" and len(token.text) > MOST_DIGITS:
            raise ExpressionError(f"the number has more than {MOST_DIGITS} digits", token.text.location)
        if len(found) == MOST_TOKENS:
            raise ExpressionError(f"an expression has at most {MOST_TOKENS} words and marks", token.text.location)
        found.append(token)
        offset = _after_space(plain, match.end())
    return [*found, Token("end", text.part(len(text), len(text)))]


def _after_space(text: str, offset: int) -> int:
    space = _SPACE.match(text, offset)
    return space.end() if space else offset
