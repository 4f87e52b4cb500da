"""Keeps what large schemas of packages declare on disk, so that their thousands of elements need not be parsed again.

A file belongs to the bytes of one schema: its name is a digest of these, or of those of its package, the version of the
program and that of the form. It has the plain elements as a table, and all else as XML, its frame. Whoever needs the
schema as it is written has it parsed after all.
"""

import json
from collections.abc import Mapping, Sequence
from copy import deepcopy
from functools import cached_property
from typing import TYPE_CHECKING, Any

from xbrlgen.findings import Finding
from xbrlgen.taxonomy import kept_files
from xbrlgen.taxonomy.documents import (
    LINK,
    XS,
    Document,
    Source,
    declared,
    digest_of,
    is_packaged,
    parser,
    read_document,
)
from xbrlgen.taxonomy.plain_elements import ELEMENT, PlainElements, Table, at_line, is_plain

if TYPE_CHECKING:
    from lxml.etree import _Element

FORM = 1
"""The version of the form."""

_WORTH_KEEPING = 500
"""Plain elements below which parsing a schema again costs less than a file."""

_SMALL = 100_000
"""Bytes of a document that cannot have so many."""

_LARGEST_FRAME = 5_000
"""Elements in a frame above which a file would save little."""

_LAST_LINE = 65_535
"""The last line that an element which is made can be said to stand on."""

_PREFIX = "schema-"


def read_packaged(url: str, source: Source) -> Document | Finding:
    """The document at `source` in a package, as `read_document` gives it, parsed only as far as it was not kept."""
    folder, digest = kept_files.folder(), "" if is_packaged(source) else _digest(source)
    if folder is None or not (digest or is_packaged(source)):
        return read_document(url, source)
    path = folder / f"{_PREFIX}{_key(source, digest)}"
    if kept := kept_files.read(path):
        return KeptSchema(url, source, digest, json.loads(kept))
    document = read_document(url, source)
    if isinstance(document, Document) and (body := _body(document)):
        kept_files.write(path, _PREFIX, body)
    return document


class KeptSchema(Document):
    """A schema whose frame and plain elements are known; it is parsed when it is asked for as a whole."""

    plain: PlainElements

    def __init__(self, url: str, source: Source, digest: str, kept: Mapping[str, Any]) -> None:
        from lxml import etree

        frame: _Element = etree.fromstring(kept["frame"], parser())
        for element, line in zip(frame.iter("*"), kept["lines"], strict=True):
            at_line(element, line)
        super().__init__(url, source, frame, has_local_prefixes=False, has_bases=False, digest=digest)
        self.plain = PlainElements(frame, declared(frame, ELEMENT), Table(**kept["plain"]))

    @property
    def root(self) -> "_Element":
        """The root of the whole document."""
        return self._whole

    def with_id(self, identifier: str) -> "_Element | None":
        """The first element with that id, None if there is none."""
        name = self.plain.names_by_id.get(identifier)
        return super().with_id(identifier) if name is None else self.plain[name]

    @cached_property
    def _whole(self) -> "_Element":
        from lxml import etree

        root: _Element = etree.fromstring(self.source.read_bytes(), parser())
        return root


def _digest(source: Source) -> str:
    """A digest of a document on disk; empty for one that is small, or cannot be read."""
    try:
        content = source.read_bytes()
    except OSError:
        return ""
    return "" if len(content) < _SMALL else digest_of(content)


def _key(source: Source, digest: str) -> str:
    from xbrlgen import __version__

    known_by = (source.package, source.name) if is_packaged(source) else (digest,)
    return digest_of(json.dumps([FORM, __version__, *known_by]).encode())


def _body(document: Document) -> bytes:
    """What is kept of a document; empty where it is no large schema, or where that would be less than it says."""
    from lxml import etree

    root, elements = document.root, [*document.root.iterchildren(ELEMENT)]
    plain = [each for each in elements if is_plain(each)]
    if root.tag != f"{{{XS}}}schema" or len(plain) < _WORTH_KEEPING or not _are_distinct(elements):
        return b""
    known = frozenset(plain)
    others = [each for each in root.iterchildren("*") if each not in known]
    lines = [root.sourceline, *(each.sourceline for other in others for each in other.iter("*"))]
    has_linkbase = any(next(each.iter(f"{{{LINK}}}linkbase"), None) is not None for each in others)
    if document.has_local_prefixes or document.has_bases or has_linkbase or len(lines) > _LARGEST_FRAME:
        return b""
    if max(each.sourceline or 0 for each in (root, *root.iter("*"))) > _LAST_LINE:
        return b""
    frame = etree.Element(root.tag, dict(root.attrib), nsmap=root.nsmap)
    frame.extend(deepcopy(each) for each in others)
    kept = {"frame": etree.tostring(frame, encoding="unicode"), "lines": lines, "plain": Table.of(plain)._asdict()}
    return json.dumps(kept, separators=(",", ":")).encode()


def _are_distinct(elements: "Sequence[_Element]") -> bool:
    """Whether all elements have names and ids of their own, so that nobody needs their places."""
    return all(
        len({value for each in elements if (value := each.get(attribute))}) == len(elements)
        for attribute in ("name", "id")
    )
