"""Reads CSS as far as the rules need it: which declarations hold for what, and which addresses they name.

Follows CSS Syntax Module Level 3, https://www.w3.org/TR/css-syntax-3/, without its error recovery.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_PIECE = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|url\(\s*[^\"')\s][^)]*\)|[{};]|[^{};\"'u]+|.", re.DOTALL)
_ADDRESS = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)]*?))\s*\)", re.IGNORECASE)
_IMPORT = re.compile(r"@import\s*[\"']([^\"']+)", re.IGNORECASE)


class Rule(NamedTuple):
    """One rule: the at-rules around it, what it selects, and what it declares."""

    around: tuple[str, ...]
    selector: str
    declarations: str


def rules(sheet: str) -> Iterator[Rule]:
    """The rules of a style sheet; ``@font-face`` is one whose selector is that name."""
    prelude, around = "", []
    for piece in _PIECE.findall(_COMMENT.sub("", sheet)):
        if piece == "{":
            around.append(prelude.strip())
            prelude = ""
        elif piece == "}":
            if around:
                selector = around.pop()
                if prelude.strip():
                    yield Rule(tuple(around), selector, prelude)
            prelude = ""
        elif piece == ";" and (not around or around[-1].startswith("@media")):
            prelude = ""
        else:
            prelude += piece


def addresses(text: str) -> Iterator[str]:
    """The addresses that a style sheet or declarations name."""
    text = _COMMENT.sub("", text)
    for quoted, apostrophed, bare in _ADDRESS.findall(text):
        yield (quoted or apostrophed or bare).strip()
    yield from _IMPORT.findall(text)


def declared(declarations: str, name: str) -> str:
    """What declarations say of a property, in lower case; empty where they say nothing."""
    found = re.findall(rf"(?:^|;)\s*{re.escape(name)}\s*:\s*([^;]*)", declarations, re.IGNORECASE)
    return str(found[-1]).replace("!important", "").strip().lower() if found else ""
