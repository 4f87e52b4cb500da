"""A document whose facts are decoded one after the other, so that neither its whole text nor a tree of it is held."""

import re
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from json import JSONDecoder
from typing import BinaryIO

from xbrlgen.readers.oim.source import Members, decoder, has_surrogates, is_writable

_PIECE = 1 << 20
"""Bytes that are read and decoded at a time, at the least."""
_ESCAPE = len(r"\uD800")
_SPACE = "[ \t\n\r]*"
_MEMBER = rf'"([^"\\\x00-\x1f]*)"{_SPACE}:{_SPACE}(?=[^ \t\n\r])'
_FIRST = re.compile(rf"{_SPACE}\{{{_SPACE}(?:{_MEMBER}|\}})")
_NEXT = re.compile(rf"{_SPACE}(?:,{_SPACE}{_MEMBER}|\}})")
_END = re.compile(rf"{_SPACE}\}}{_SPACE}")


class UnusualError(Exception):
    """A document that is not laid out as documents usually are, or that is none: it has to be read as a whole."""


class Pieces:
    """A document that ends with its facts, as they usually do, while it is read: `head` are the members before them.

    Raises UnusualError, as its methods do, as soon as it turns out to be another one or to be no JSON.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.ids: set[str] = set()
        """The keys of the facts so far."""
        self._text = _Text(stream)
        self._quick = JSONDecoder(object_pairs_hook=tuple).raw_decode
        self._repeating: list[Members] = []
        self._careful = decoder(self._repeating).raw_decode
        self.head = self._head()

    def _head(self) -> Members:
        head = Members()
        key = self._text.take(_FIRST)
        while key != "facts":
            if key is None or key in head:
                raise UnusualError
            head[key] = self._text.value(self._careful)
            key = self._text.take(_NEXT)
        if self._repeating or not _is_sound(head):
            raise UnusualError
        return head

    def facts(self) -> Iterator[tuple[str, object]]:
        """Each fact by its key; objects are tuples of pairs (key, value), for nothing is quicker to make."""
        text, ids, quick = self._text, self.ids, self._quick
        key = text.take(_FIRST)
        while key is not None:
            if key in ids:
                raise UnusualError
            ids.add(key)
            value = text.value(quick)
            if text.has_surrogates and not _is_sound(value):
                raise UnusualError
            yield key, value
            key = text.take(_NEXT)
        text.end()

    def with_care(self) -> object:
        """The fact at hand as `parse` would have it."""
        value = self._text.again(self._careful)
        if self._repeating:
            raise UnusualError
        return value


def _is_sound(value: object) -> bool:
    """Whether all texts in a value are made of characters, and it is not too deep to tell."""
    try:
        return is_writable(value)
    except RecursionError:
        return False


class _Text:
    """The text of a document from where it is read on, decoded as far as was needed.

    `has_surrogates` is whether there was an escape for half of a surrogate pair so far.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.has_surrogates = False
        self._stream = stream
        self._is_whole = False
        self._decode = getincrementaldecoder("utf-8")().decode
        self._text = ""
        self._begin = self._position = 0

    def _more(self) -> None:
        """Decode further, twice as much as is left to be read, so that a long value takes few attempts."""
        if self._is_whole:
            raise UnusualError
        left = self._text[self._position :]
        size = max(_PIECE, 2 * len(left))
        content = self._stream.read(size)
        self._is_whole = len(content) < size
        try:
            further = self._decode(content, final=self._is_whole)
        except UnicodeDecodeError:
            raise UnusualError from None
        self.has_surrogates = self.has_surrogates or has_surrogates(left[-_ESCAPE:] + further)
        self._text, self._position = left + further, 0

    def take(self, pattern: re.Pattern[str]) -> str | None:
        """The key of a member that comes first or next in an object, None at the end of it."""
        while (found := pattern.match(self._text, self._position)) is None:
            self._more()
        self._position = found.end()
        key: str | None = found[1]
        return key

    def value(self, decode: Callable[[str, int], tuple[object, int]]) -> object:
        """The value of a member; none ends with the text, for there is an object around it."""
        while True:
            try:
                value, end = decode(self._text, self._position)
            except ValueError:
                end = len(self._text)
            except RecursionError:
                raise UnusualError from None
            if end < len(self._text):
                self._begin, self._position = self._position, end
                return value
            self._more()

    def again(self, decode: Callable[[str, int], tuple[object, int]]) -> object:
        """The value that was taken last."""
        try:
            return decode(self._text, self._begin)[0]
        except (ValueError, RecursionError):
            raise UnusualError from None

    def end(self) -> None:
        """See that nothing but the end of the document is left."""
        while not self._is_whole:
            self._more()
        if not _END.fullmatch(self._text, self._position):
            raise UnusualError
