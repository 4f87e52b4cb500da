"""Patterns of XML Schema that an engine which tries one way after the other may never be done with."""

import re

_UNSEEN = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]")
"""Escapes and classes of characters, in which signs stand for themselves."""

_GROUP = re.compile(r"\(([^()]*)\)([*+]|\{[0-9]+,[0-9]*\})?")
_MANY = re.compile(r"[*+|]|\{[0-9]+,[0-9]*\}")


def is_costly(pattern: str) -> bool:
    """Whether a repeated group has choices or repetitions in it, so that one text can be cut in very many ways."""
    text = _UNSEEN.sub("x", pattern)
    while group := _GROUP.search(text):
        content, repeated = group.groups()
        has_choices = _MANY.search(content) is not None
        if repeated and has_choices:
            return True
        text = text[: group.start()] + ("x*" if has_choices else "x") + (repeated or "") + text[group.end() :]
    return False
