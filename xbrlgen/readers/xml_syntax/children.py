"""The children of a document's root, one after the other while it is parsed, so that it need not be held whole."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from xbrlgen.readers.xml_syntax.repeated_contexts import RepeatedContexts
from xbrlgen.readers.xml_syntax.source import XSI

if TYPE_CHECKING:
    from lxml import etree
    from lxml.etree import _Element as Element

_CHUNK = 32_768
"""Bytes that are parsed at a time: so few that the elements made of them are still at hand when they are read."""

_ENCODING = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml\s[^>]*?encoding\s*=\s*[\"']([^\"'>]*)")
_ASCII_AND_MORE = re.compile(rb"utf-8|us-ascii|iso-8859-\d+|windows-125\d", re.IGNORECASE)
_START_TAG = re.compile(rb"<[A-Za-z_][\w:.-]*(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*+\s*/?>")
_REFUSED = (b"<!DOCTYPE", b"chemaLocation")
_LONGEST_REFUSED = max(map(len, _REFUSED))
_HINT = re.compile(rb"\s([\w.-]+):(?:schemaLocation|noNamespaceSchemaLocation)\s*=\s*(?:\"[^\"<]*\"|'[^'<]*')")


class UnstreamableError(Exception):
    """A document that cannot be read child by child: not well-formed, of another kind, or with a document type."""


class InvalidError(UnstreamableError):
    """A document that breaks the schema by which it is judged while it is parsed, or cannot be judged like that."""


class Children:
    """The children of the element `tag` at the top of a document or file, in batches; that element is `root`.

    Whoever takes a batch may remove its elements from the root. Comments and processing instructions are left out.
    With a `schema` the document is judged while it is parsed. Raises UnstreamableError, with a schema InvalidError,
    from the start or on the way. If wished the parser is spared contexts that only repeat others; `repeated` has those,
    if there can be any.
    """

    def __init__(
        self, content: bytes | Path, tag: str, schema: "etree.XMLSchema | None" = None, *, spares_contexts: bool = False
    ) -> None:
        from lxml import etree

        self._refusal = UnstreamableError if schema is None else InvalidError
        self._malformed = etree.XMLSyntaxError
        # With a schema, lxml overlooks missing end tags if it leaves entities alone; there are none without a DOCTYPE.
        self._parser = etree.XMLPullParser(
            events=("start",),
            tag=tag,
            schema=schema,
            no_network=True,
            resolve_entities=False if schema is None else "internal",
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        if isinstance(content, Path):
            self._chunks = _parted(self._pieces(content, is_judged=schema is not None))
        else:
            self._chunks = _parted(_chunks(content, content[:_CHUNK] if schema is None else self._judgeable(content)))
        self.repeated: RepeatedContexts | None = None
        self.root = self._begun(spares_contexts=spares_contexts)

    def __iter__(self) -> "Iterator[list[Element]]":
        """Batches of children, each whole and with the text after it."""
        last: Element | None = None
        while self._feed() is not None:
            batch = list(self.root) if last is None else [last, *last.itersiblings()]
            if batch:
                last = batch.pop()  # it may still grow
                yield batch
        yield list(self.root) if last is None else [last, *last.itersiblings()]

    def _begun(self, *, spares_contexts: bool) -> "Element":
        beginning = b""
        while (chunk := self._feed()) is not None:
            beginning += chunk
            for _, element in self._parser.read_events():
                if element.getparent() is not None or element.getroottree().docinfo.internalDTD is not None:
                    raise self._refusal
                if spares_contexts and _has_ascii(beginning):
                    self.repeated = RepeatedContexts(element, beginning)
                    self._chunks = self.repeated.remains(self._chunks)
                return element
        raise self._refusal

    def _feed(self) -> bytes | None:
        """Parse a little more and return it; None where there was no more."""
        chunk = next(self._chunks, None)
        try:
            if chunk is None:
                self._parser.close()
            else:
                self._parser.feed(chunk)
        except self._malformed as error:
            raise self._refusal from error
        if len(self._parser.feed_error_log.filter_from_errors()):
            raise self._refusal
        return chunk

    def _pieces(self, path: Path, *, is_judged: bool) -> Iterator[bytes]:
        """The chunks of a file; where they are judged, none may say what `_judgeable` refuses."""
        before = b""
        try:
            with path.open("rb") as file:
                while piece := file.read(_CHUNK):
                    if is_judged:
                        piece = piece if before else self._judgeable(piece)
                        if any(word in before + piece for word in _REFUSED):
                            raise self._refusal
                        before = piece[-_LONGEST_REFUSED:]
                    yield piece
        except OSError as error:
            raise self._refusal from error

    def _judgeable(self, content: bytes) -> bytes:
        """The first chunk without hints where schemas are, which libxml2 would follow."""
        if b"<!DOCTYPE" in content or not _has_ascii(content):
            raise self._refusal
        first = _START_TAG.sub(_without_hints, content[:_CHUNK], count=1)
        if b"chemaLocation" in first or content.find(b"chemaLocation", max(0, _CHUNK - len("chemaLocation"))) >= 0:
            raise self._refusal
        return first


class Parsed:
    """The children of a root that was parsed whole, as one batch."""

    repeated = None

    def __init__(self, root: "Element") -> None:
        self.root = root

    def __iter__(self) -> "Iterator[list[Element]]":
        yield list(self.root)


def kept(children: Children | Parsed, wanted: "Callable[[Element], bool]") -> "Element":
    """The root with those of its children that are `wanted`."""
    for batch in children:
        for child in batch:
            if not wanted(child):
                children.root.remove(child)
    return children.root


def _chunks(content: bytes, first: bytes) -> Iterator[bytes]:
    yield first
    for start in range(_CHUNK, len(content), _CHUNK):
        yield content[start : start + _CHUNK]


def _parted(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The chunks, with the root's start tag apart, so that what it says is known for all the rest."""
    first = next(chunks, b"")
    start_tag = _START_TAG.search(first)
    end = len(first) if start_tag is None else start_tag.end()
    yield first[:end]
    yield first[end:]
    yield from chunks


def _has_ascii(content: bytes) -> bool:
    """Whether the characters of ASCII have one byte each, and no other character has one of these."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:4]:
        return False
    encoding = _ENCODING.match(content)
    return encoding is None or _ASCII_AND_MORE.fullmatch(encoding[1]) is not None


def _without_hints(start_tag: re.Match[bytes]) -> bytes:
    """A start tag with spaces in place of hints, so that lines stay what they are."""
    names = re.findall(rb"xmlns:([\w.-]+)\s*=\s*[\"']" + _XSI + rb"[\"']", start_tag[0])
    return _HINT.sub(lambda hint: re.sub(rb"[^\r\n]", b" ", hint[0]) if hint[1] in names else hint[0], start_tag[0])


_XSI = re.escape(XSI[1:-1].encode())
