"""What a style sheet in a report may not hold."""

import re
from collections.abc import Iterator

_OFFENCES = (
    (re.compile(r"@import", re.IGNORECASE), "a style sheet may not import another one"),
    (re.compile(r"url\(\s*[\"']?(?!data:)", re.IGNORECASE), "a style sheet may not load anything: use data: addresses"),
    (re.compile(r"expression\s*\(|javascript:|-moz-binding|behavior\s*:", re.IGNORECASE), "a style may not run code"),
)
_MARKUP = re.compile(r"[<&]|\]\]>")


def style_problems(text: str) -> Iterator[tuple[int, str]]:
    """What is wrong with a style sheet or a style attribute, as parsed, with the line of each."""
    for pattern, message in _OFFENCES:
        for match in pattern.finditer(text):
            yield text.count("\n", 0, match.start()) + 1, message


def markup_problems(text: str) -> Iterator[tuple[int, str]]:
    """Characters of a style sheet that XML and HTML parsers read in two ways, with the line of each."""
    for match in _MARKUP.finditer(text):
        message = f"'{match.group()}' in a style sheet is markup to an XML parser: write \\{ord(match.group()[0]):x} "
        yield text.count("\n", 0, match.start()) + 1, message
