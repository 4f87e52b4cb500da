"""Which words of a text changed: markup is left aside, and what stays is told apart from what came and went."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from html import unescape
from itertools import groupby, pairwise
from typing import NamedTuple

_TAG = re.compile(r"<[/!?]?[A-Za-z][^<>]*>|<!--.*?-->", re.DOTALL)
_BLOCK = re.compile(r"</?(?:p|div|li|tr|table|h[1-6]|br|ul|ol|td|th)\b[^<>]*>", re.IGNORECASE)
_WORD = re.compile(r"\w+|[^\w\s]|\s+")
_SENTENCE = re.compile(r"(?<=[.!?。])\s+|\n+")
_MOST_PAIRS = 2_000_000
"""Pairs of words, or of sentences, that are looked at; beyond, a passage has changed as a whole."""


class Part(StrEnum):
    """What happened to a piece of a text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class Piece(NamedTuple):
    """A piece of text and what happened to it."""

    part: Part
    text: str


def plain(text: str) -> str:
    """The words of a text block, a line for each block of its markup; other texts with single spaces."""
    if "<" in text:
        text = unescape(_TAG.sub(" ", _BLOCK.sub("\n", text)))
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def changed_words(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of two texts in order; first whole sentences are matched, then words within what differs."""
    pieces = list(_matched(_sentences(plain(old)), _sentences(plain(new)), within=True))
    return tuple(
        Piece(part, "".join(each.text for each in group)) for part, group in groupby(pieces, key=lambda each: each.part)
    )


def _sentences(text: str) -> Sequence[str]:
    """The sentences of a text, each with the space behind it."""
    starts = [0, *(each.end() for each in _SENTENCE.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(starts) if end > start]


def _matched(old: Sequence[str], new: Sequence[str], *, within: bool) -> Iterator[Piece]:
    """What two rows of words or sentences share and do not share; equal beginnings and ends cost nothing."""
    start, end = _shared(old, new)
    yield from _same(new[:start])
    was, is_now = old[start : len(old) - end], new[start : len(new) - end]
    if len(was) * len(is_now) > _MOST_PAIRS:
        yield from _replaced("".join(was), "".join(is_now))
    else:
        yield from _aligned(was, is_now, within=within)
    yield from _same(new[len(new) - end :])


def _shared(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many items both begin with, and how many of the others both end with."""
    most = min(len(old), len(new))
    start = next((number for number in range(most) if old[number] != new[number]), most)
    left = most - start
    end = next((number for number in range(left) if old[-1 - number] != new[-1 - number]), left)
    return start, end


def _aligned(old: Sequence[str], new: Sequence[str], *, within: bool) -> Iterator[Piece]:
    for kind, start, end, other_start, other_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        was, is_now = "".join(old[start:end]), "".join(new[other_start:other_end])
        if kind == "equal":
            yield Piece(Part.SAME, is_now)
        elif within and was and is_now:
            yield from _matched(_WORD.findall(was), _WORD.findall(is_now), within=False)
        else:
            yield from _replaced(was, is_now)


def _same(items: Sequence[str]) -> Iterator[Piece]:
    if items:
        yield Piece(Part.SAME, "".join(items))


def _replaced(old: str, new: str) -> Iterator[Piece]:
    """What came and what went; white space is no change."""
    if old and not old.isspace():
        yield Piece(Part.REMOVED, old)
    if new:
        yield Piece(Part.SAME if new.isspace() else Part.ADDED, new)


def shortened(pieces: Sequence[Piece], around: int) -> tuple[Piece, ...]:
    """The pieces with at most so many characters of what stayed around what changed; the rest is ``…``."""
    found: list[Piece] = []
    for number, piece in enumerate(pieces):
        if piece.part is not Part.SAME or len(piece.text) <= 2 * around + 1:
            found.append(piece)
            continue
        before = piece.text[:around] if number else ""
        after = piece.text[-around:] if number + 1 < len(pieces) else ""
        found.append(Piece(Part.SAME, f"{before}…{after}"))
    return tuple(found)
