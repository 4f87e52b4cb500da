"""An instance as it was parsed: its elements, where they stand, and what was found wrong with them."""

from functools import lru_cache
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.model import QName
from xbrlgen.readers.canonical import UnreadableError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

XBRLI = "{http://www.xbrl.org/2003/instance}"
LINK = "{http://www.xbrl.org/2003/linkbase}"
XLINK = "{http://www.w3.org/1999/xlink}"
XBRLDI = "{http://xbrl.org/2006/xbrldi}"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
XML = "{http://www.w3.org/XML/1998/namespace}"

_LAST_EXACT_LINE = 65535
"""libxml2 counts the lines of elements up to here; beyond, it gives the line where the text in or after one ends."""


class Source:
    """One document: `path` as findings name it, and the findings so far."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Finding] = []

    def at(self, element: "Element") -> Location:
        """Where the start tag of `element` ends."""
        line = element.sourceline or 0
        if line == _LAST_EXACT_LINE:
            line = 0
        elif line > _LAST_EXACT_LINE:
            line -= (element.text or element.tail or "").count("\n")
        return Location(self.path, line)

    def fault(
        self, code: str, message: str, element: "Element", *, standard: str = "", fact: str = "", hint: str = ""
    ) -> None:
        """Note that something is wrong at `element`."""
        self.findings.append(finding(code, message, self.at(element), standard=standard, fact=fact, hint=hint))


def parse(content: bytes, source: Source) -> "Element | None":
    """The root of an XML document; None, with findings, for what is none or declares a document type.

    Never opens another file and never expands an entity that the document declares.
    """
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
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        place = Location(source.path, max(line, 0), max(column, 0))
        source.findings.append(finding("XG150", f"not well-formed XML: {error.msg}", place))
        return None
    if root.getroottree().docinfo.internalDTD is not None:
        source.fault("XG151", "the document declares a document type", root)
        return None
    return root


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
    if not local or any(each.isspace() or each == ":" for each in local):
        raise UnreadableError(f"{text!r} is no name")
    return QName(namespace or "", local)
