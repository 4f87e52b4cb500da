"""Names with several spellings, in a notation of their own, and the codes they stand for.

In a name, what stands between brackets may be missing; between braces, any capitals are allowed, and elsewhere each
word that is written with a small letter may have a capital one. Round brackets may be square in the text; a hyphen
stands for any mark that is not a letter, an apostrophe may be a curly one, and a space is any white space.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache

from xbrlgen.transformations.transformation import Rule, compiled

_NOTATION = {
    "[": "(?:",
    "]": ")?",
    "{": "(?i:",
    "}": ")",
    "(": r"[(\[]",
    ")": r"[)\]]",
    "'": "['\u2019]",
    "-": r"[^\w]",
    " ": r"\s+",
    ".": r"\.",
}
_FIRST_LETTER = re.compile(r"(?<!\w)(?!(?<=['\]])s\b)[^\W\d_]")
"""The first letter of a word; the s of a genitive is none."""


def rule(codes: Mapping[str, str]) -> Rule:
    """The rule that turns a name of `codes` into its code."""
    return lazy_rule(lambda: codes)


def lazy_rule(codes: Callable[[], Mapping[str, str]]) -> Rule:
    """The same for names that are read when the first one is looked up."""

    @cache
    def found() -> tuple[str, tuple[str, ...]]:
        table = codes()
        return "|".join(f"({pattern(name)})" for name in table), tuple(table.values())

    def code(text: str) -> str | None:
        alternatives, values = found()
        match = compiled(alternatives).fullmatch(text)
        return values[match.lastindex - 1] if match and match.lastindex else None

    return code


def pattern(name: str) -> str:
    """The regular expression of a name in the notation."""

    def either_case(match: re.Match[str]) -> str:
        letter = match[0]
        return f"<{letter.upper()}{letter}>" if letter.islower() else letter

    written = _FIRST_LETTER.sub(either_case, name)
    return "".join(_NOTATION.get(character, character) for character in written).replace("<", "[").replace(">", "]")
