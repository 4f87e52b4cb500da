"""Contexts that only put together anew, byte for byte, what contexts before them have: the parser is spared them.

An instance has as many contexts as its entities, periods and members can be combined, and few of each of these. Such
contexts are found in the bytes of a document, where no comment or the like is near, and a placeholder is parsed in
their place. Where that turns out to be no child of the root, the document has to be parsed as it is.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from xbrlgen.readers.xml_syntax.source import XBRLI

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NAME = b"contexts-as-before"
PLACEHOLDER = f"{XBRLI}{_NAME.decode()}"
"""The tag of the element that stands for successive contexts; no schema declares it."""

Written = tuple[bytes, bytes, bytes, bytes | None]
"""The id of a context and its entity, period and scenario as they are written, None where it has no scenario."""

_SPACE = rb"[ \t\r\n]*"
_NO_ELEMENT = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)


class MistakenError(Exception):
    """What the parser was spared is no context, or not sound."""


class RepeatedContexts:
    """Takes repeated contexts out of a document before it is parsed, and has them for whoever meets a placeholder.

    `beginning` is what was parsed until `root` began, in an encoding that writes ASCII as it is. Raises MistakenError
    for a document that has such placeholders of its own.
    """

    def __init__(self, root: "Element", beginning: bytes) -> None:
        prefix = f"{root.prefix}:".encode() if root.prefix else b""
        self._start, self._close = b"<%bcontext" % prefix, b"</%bcontext>" % prefix
        self._placeholder = b"<%b%b/>" % (prefix, _NAME)
        self._pattern = _pattern(prefix)
        self._met: set[bytes | None] = {None}
        self._parsed: dict[bytes, Written] = {}
        self._spared: deque[list[Written]] = deque()
        self._last, self._is_open = b"", False
        self._is_plain(beginning)

    def remains(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """What is to be parsed of the chunks that follow; lines stay what they are."""
        held = b""
        for chunk in chunks:
            content, already = held + chunk, len(held)
            end = len(content)
            if self._is_plain(chunk) and self._start in content:
                end = self._whole(content, already)
                yield b"".join(self._without_repeated(content[:end]))
            else:
                yield content
            held = content[end:]
        yield held

    def _whole(self, content: bytes, already: int) -> int:
        """How much of `content` has no context that goes on in the next chunk; of one that did so `already`, all."""
        last = content.rfind(self._start)
        return len(content) if last <= already or content.find(self._close, last) >= 0 else last

    def _is_plain(self, chunk: bytes) -> bool:
        """Whether there is no comment, CDATA section or processing instruction in the next chunk."""
        begun, self._last = self._last + chunk, chunk[-len(_NAME) :]
        if _NAME in begun:
            raise MistakenError
        if (b"!" in begun or b"?" in begun) and (b"<!" in begun or b"<?" in begun):
            self._is_open = self._is_open or _may_go_on(begun)
            return False
        return not self._is_open

    def _without_repeated(self, content: bytes) -> Iterator[bytes]:
        """What stands between contexts, those with some new part, and one placeholder for others that are adjacent."""
        met, pieces = self._met, iter(self._pattern.split(content))
        yield next(pieces)
        adjacent: list[Written] = []
        for context, identifier, entity, period, scenario, after in zip(*[pieces] * 6, strict=True):
            written = identifier, entity, period, scenario
            if entity in met and period in met and scenario in met:
                if not adjacent:
                    self._spared.append(adjacent)
                    yield self._placeholder
                adjacent.append(written)
                yield b"\n" * context.count(b"\n")
            else:
                met.update(written[1:])
                self._parsed[identifier] = written
                adjacent = []
                yield context
            if after:
                adjacent = []
                yield after

    def parts_of(self, identifier: str) -> Sequence[bytes | None]:
        """The entity, period and scenario of a context that is parsed as some of them are new; empty for others."""
        return self._parsed.pop(identifier.encode(), ())[1:]

    def next(self) -> Sequence[Written]:
        """The contexts for which the next placeholder stands."""
        return self._spared.popleft()

    def conclude(self) -> None:
        """Raise MistakenError where not every placeholder is a child of the root."""
        if self._spared:
            raise MistakenError


def _pattern(prefix: bytes) -> re.Pattern[bytes]:
    """Matches a context with an id, the usual parts and nothing else, together with the white space after it.

    The groups are all of that, the id, and the parts.
    """
    p = re.escape(prefix)
    within = rb"[^<]*+(?:<(?!/?%b(?:context|entity|period|scenario)[ \t\r\n/>])[^<]*+)*+" % p
    names = (b"entity", b"period", b"scenario")
    entity, period, scenario = (b"(<%b%b>%b</%b%b>)%b" % (p, name, within, p, name, _SPACE) for name in names)
    start = rb'<%bcontext[ \t\r\n]+id="([A-Za-z_][A-Za-z0-9_.-]*)"%b>%b' % (p, _SPACE, _SPACE)
    return re.compile(b"(%b%b%b(?:%b)?</%bcontext>%b)" % (start, entity, period, scenario, p, _SPACE))


def _may_go_on(content: bytes) -> bool:
    """Whether a comment, CDATA section or processing instruction is not over at the end of `content`."""
    rest = _NO_ELEMENT.sub(b"", content)
    return b"<!" in rest or b"<?" in rest
