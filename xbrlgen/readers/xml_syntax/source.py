"""A document as it was parsed: its elements, where they stand, and what was found wrong with them."""

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, Location, Severity, finding
from xbrlgen.findings.parser_limits import beyond_limits
from xbrlgen.model import QName
from xbrlgen.readers.canonical import UnreadableError
from xbrlgen.readers.xml_syntax.positions import Positions

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

XBRLI = "{http://www.xbrl.org/2003/instance}"
LINK = "{http://www.xbrl.org/2003/linkbase}"
XLINK = "{http://www.w3.org/1999/xlink}"
XBRLDI = "{http://xbrl.org/2006/xbrldi}"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
XML = "{http://www.w3.org/XML/1998/namespace}"
OF_XBRL = (XBRLI, LINK)
"""How the tags of those elements of an instance begin that are no facts."""

_LAST_EXACT_LINE = 65535
"""libxml2 counts the lines of elements up to here; beyond, it gives the line where the text in or after one ends."""

_STEPS = 5
"""So far libxml2 goes to find that text."""

_NO_NAME = re.compile(r"[\s:]")
_DECLARATIONS = re.compile(rb"<!DOCTYPE[^>\[]*\[")
"""A document type that declares things of its own, in any encoding that is ASCII with or without zero bytes."""


class Source:
    """One document: `path` as findings name it, and the findings so far."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Finding] = []
        self._parsed: tuple[Element, bytes, tuple[str, ...]] | None = None

    def place(self, root: "Element", content: bytes, namespaces: tuple[str, ...]) -> None:
        """Have places say where the start tags of elements in `namespaces` (in braces) begin.

        That is found out when a place is asked for: most documents are sound, and nobody asks.
        """
        self._parsed = root, content, namespaces

    @cached_property
    def _positions(self) -> Positions | None:
        return None if self._parsed is None else Positions(*self._parsed)

    def at(self, element: "Element") -> Location:
        """Where the start tag of `element` begins where that was found out, else the line on which it ends."""
        known = None if self._positions is None else self._positions.get(element)
        if known is not None:
            return Location(self.path, *known)
        line = element.sourceline or 0
        if line == _LAST_EXACT_LINE:
            line = 0
        elif line > _LAST_EXACT_LINE:
            line -= _nearest_text(element).count("\n")
        return Location(self.path, max(line, 0))

    def fault(
        self,
        code: str,
        message: str,
        element: "Element",
        *,
        standard: str = "",
        fact: str = "",
        hint: str = "",
        severity: Severity | None = None,
    ) -> None:
        """Note that something is wrong at `element`."""
        place = self.at(element)
        self.findings.append(finding(code, message, place, standard=standard, fact=fact, hint=hint, severity=severity))


def parse(
    content: bytes, source: Source, *, takes_doctype: bool = False, parsed: "Element | None" = None
) -> "Element | None":
    """The root of an XML document; None, with findings, for what is none or declares a document type.

    A document type that only names its kind of document is a warning where `takes_doctype` says so. Never opens another
    file and never expands an entity that the document declares. `parsed` was parsed elsewhere with the same care.
    """
    root = _root(content, source) if parsed is None else parsed
    if root is None or root.getroottree().docinfo.internalDTD is None:
        return root
    if not takes_doctype or _DECLARATIONS.search(content.replace(b"\0", b"")) is not None:
        source.fault("XG151", "the document declares a document type", root)
        return None
    return _without_entities(root, source)


def _root(content: bytes, source: Source) -> "Element | None":
    from lxml import etree

    parser = etree.XMLParser(
        no_network=True,
        resolve_entities=False,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        place = Location(source.path, max(line, 0), max(column, 0))
        source.findings.append(_unreadable(error.msg or "", place))
        return None


def _unreadable(reason: str, place: Location) -> Finding:
    """Why a document was not parsed."""
    what = beyond_limits(reason)
    return finding("XG970", what, place) if what else finding("XG150", f"not well-formed XML: {reason}", place)


def _without_entities(root: "Element", source: Source) -> "Element | None":
    """`root`, None where it leaves characters to a document type that is never opened."""
    from lxml import etree

    entity = next(root.iter(etree.Entity), None)
    if entity is not None:
        what = f"{entity.text} stands for what the document type declares, which is never opened"
        source.fault("XG151", what, root, hint="write the character itself, or its number: &#160; for &nbsp;")
        return None
    source.fault("XG151", "the document names a document type", root, severity=Severity.WARNING)
    return root


def _nearest_text(element: "Element") -> str:
    """The text whose line libxml2 gives for an element far down: the first one in it, else after it."""
    for _ in range(_STEPS):
        if element.text:
            return element.text
        if len(element):
            element = element[0]
        elif element.tail:
            return element.tail
        else:
            following = element.getnext()
            if following is None:
                break
            element = following
    return ""


@lru_cache(maxsize=4096)
def name_of(tag: str) -> QName:
    """The expanded name of an element."""
    return QName.parse(tag)


def resolved(text: str, element: "Element") -> QName:
    """The name that a prefixed `text` in `element` means; raises UnreadableError for an undeclared prefix.

    A name without a prefix is in the default namespace (XML Schema Part 2, section 3.2.18).
    """
    prefix, colon, local = text.partition(":")
    if not colon:
        prefix, local = "", text
    namespace = element.nsmap.get(prefix or None)
    if prefix and namespace is None:
        raise UnreadableError(f"the prefix of {text!r} is not declared")
    if not local or _NO_NAME.search(local) is not None:
        raise UnreadableError(f"{text!r} is no name")
    return QName(namespace or "", local)
