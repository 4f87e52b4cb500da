"""Reads one XML document of a taxonomy, hardened: nothing outside the document is ever looked at."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeGuard

from xbrlgen.addresses import absolute
from xbrlgen.findings import Finding, Location, finding
from xbrlgen.findings.parser_limits import beyond_limits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from xbrlgen.taxonomy.plain_elements import PlainElements

XS = "http://www.w3.org/2001/XMLSchema"
LINK = "http://www.xbrl.org/2003/linkbase"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"

LARGEST = 200_000_000
"""Bytes of a document on disk; those in packages have limits of their own."""

_BASE = f"{{{XML}}}base"


class Source(Protocol):
    """Where a document lies: a path on disk, or a member of a package; as text, it is what findings call it."""

    def read_bytes(self) -> bytes:
        """The whole document; raises OSError where it cannot be read."""
        ...


class PackagedSource(Source, Protocol):
    """A document in a package: its name there, and a digest of the package's bytes."""

    @property
    def name(self) -> str:
        """A path from the root of the package, with slashes."""
        ...

    @property
    def package(self) -> str:
        """The SHA-256 digest of all bytes of the package, in hexadecimal digits."""
        ...


def is_packaged(source: Source) -> TypeGuard[PackagedSource]:
    """Whether a document lies in a package."""
    return hasattr(source, "package")


class Document:
    """A document that was read: the URL that the DTS knows it by, where it lies, and its root.

    `has_local_prefixes` is false where certainly no element below the root binds a namespace prefix, `has_bases` where
    none has an ``xml:base``. `digest` is the SHA-256 of the bytes that were read, in hexadecimal digits; that of a
    document in a package is empty, as its source has the package's.
    """

    plain: "PlainElements | None" = None
    """What a schema declares beside that which is in its frame."""

    def __init__(
        self,
        url: str,
        source: Source,
        root: "_Element",
        *,
        has_local_prefixes: bool = True,
        has_bases: bool = True,
        digest: str = "",
    ) -> None:
        self.url = url
        self.source = source
        self.frame = root
        """The root, in documents with plain elements without these."""
        self.has_local_prefixes = has_local_prefixes
        self.has_bases = has_bases
        self.digest = digest

    @property
    def root(self) -> "_Element":
        """The root of the whole document."""
        return self.frame

    def with_id(self, identifier: str) -> "_Element | None":
        """The first element with that id, None if there is none."""
        return self._identified.get(identifier)

    @cached_property
    def _identified(self) -> "Mapping[str, _Element]":
        return {each.get("id", ""): each for each in reversed(self.frame.xpath("//*[@id]"))}

    def place(self, element: "_Element | None" = None) -> Location:
        """Where `element` stands in the document."""
        return Location(str(self.source), 0 if element is None else element.sourceline or 0)

    def base(self, element: "_Element") -> str:
        """What references of `element` start from, itself relative to the document (XML Base section 4.2)."""
        base = ""
        if self.has_bases:
            for each in (*reversed([*element.iterancestors()]), element):
                base = absolute(each.get(_BASE, ""), base)
        return base

    def absolute(self, reference: str, element: "_Element") -> str:
        """The URL or path that `reference` on `element` means, without its fragment."""
        return absolute(absolute(reference, self.base(element)), self.url)


def read_document(url: str, source: Source, *, allows_doctype: bool = False) -> Document | Finding:
    """The document at `source`, or the finding that says why it cannot be used.

    A DOCTYPE is refused, as it may declare entities; `allows_doctype` lets one pass that declares nothing itself
    (catalogs often name OASIS's). External parts of it are never fetched.
    """
    from lxml import etree

    try:
        if isinstance(source, Path) and source.stat().st_size > LARGEST:
            message = f"'{source}' has more than {LARGEST:,} bytes"
            return finding("XG376", message, Location(str(source)))
        content = source.read_bytes()
        root = etree.fromstring(content, parser())
    except OSError as error:
        return finding("XG305", f"cannot read '{source}': {error.strerror}", Location(str(source)))
    except etree.XMLSyntaxError as error:
        line, column = error.position
        place = Location(str(source), line or 0, column or 0)
        if what := beyond_limits(error.msg or ""):
            return finding("XG970", f"'{source}': {what}", place)
        return finding("XG302", f"'{source}' is not well-formed XML: {error.msg}", place)
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and not (allows_doctype and not declared.entities() and not declared.elements()):
        return finding("XG304", f"'{source}' has a DOCTYPE", Location(str(source), 1))
    return Document(
        url,
        source,
        root,
        has_local_prefixes=content.count(b"xmlns") != len(root.nsmap),
        has_bases=b"xml:base" in content or b"\0" in content[:4],  # zeros: UTF-16
        digest="" if is_packaged(source) else digest_of(content),
    )


def declared(root: "_Element", *tags: str) -> "dict[str, _Element]":
    """The children of these names by what they declare."""
    return {name: each for each in root.iterchildren(*tags) if (name := each.get("name"))}


def digest_of(content: bytes) -> str:
    """The SHA-256 of some bytes in hexadecimal digits."""
    from hashlib import sha256

    return sha256(content).hexdigest()


def parser() -> Any:
    """A parser that resolves no entity, loads no DTD and reaches no network."""
    from lxml import etree

    return etree.XMLParser(
        no_network=True,
        resolve_entities=False,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
