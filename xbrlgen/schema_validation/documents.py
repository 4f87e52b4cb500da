"""XML documents from anybody: parsed, or refused with a finding; never a network access, never an entity."""

import re
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.schema_validation.names import XSI

if TYPE_CHECKING:
    from lxml import etree

# Atomic groups: many comments must not make the search slow.
_DOCTYPE = re.compile(rb"(?>\s+|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE(?P<subset>[^>\[]*\[)?", re.DOTALL)
_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\xef\xbb\xbf": "utf-8"}
HINTS = (f"{{{XSI}}}schemaLocation", f"{{{XSI}}}noNamespaceSchemaLocation")


def parse(content: bytes, name: str, *, takes_doctype: bool = False) -> "etree._Element | Finding":
    """The root element of `content`, or why there is none; `name` is what the finding calls the document.

    Document types are refused (they could define entities), as are documents that lxml's limits stop: 256 levels,
    10 million characters in one text. One that only names the kind of document passes where `takes_doctype` says so.
    """
    from lxml import etree

    doctype = _doctype_start(content)
    if doctype is not None and (not takes_doctype or doctype["subset"]):
        return _doctype(name)
    parser = etree.XMLParser(no_network=True, resolve_entities=False, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        return _malformed(error, name)
    if root.getroottree().docinfo.internalDTD is not None and not (takes_doctype and _declares_nothing(root)):
        return _doctype(name)
    return _without_hints(root)


def _doctype_start(content: bytes) -> "re.Match[bytes] | None":
    """The DOCTYPE that stands before the root, asked for before a parser meets the entities that it may define."""
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            content = content[len(mark) : 65_536].decode(encoding, "replace").encode()
            break
    return _DOCTYPE.match(content)


def _declares_nothing(root: "etree._Element") -> bool:
    """Whether a document type defines nothing and leaves no characters of the document to a file elsewhere."""
    from lxml import etree

    declared = root.getroottree().docinfo.internalDTD
    empty = declared is None or not any((next(declared.iterentities(), None), next(declared.iterelements(), None)))
    return empty and next(root.iter(etree.Entity), None) is None


def _without_hints(root: "etree._Element") -> "etree._Element":
    """Drop ``xsi:schemaLocation``: libxml2 would go and read what it names; the DTS alone decides (XBRL 2.1, 3.2)."""
    from lxml import etree

    hints = etree.XPath("//*[@xsi:schemaLocation or @xsi:noNamespaceSchemaLocation]", namespaces={"xsi": XSI})
    for element in hints(root):
        for hint in HINTS:
            element.attrib.pop(hint, None)
    return root


def _doctype(name: str) -> Finding:
    return finding("XG602", f"{name} declares a document type (DOCTYPE).", Location(name, 1, 1))


def _malformed(error: "etree.XMLSyntaxError", name: str) -> Finding:
    line, column = error.position
    reason = (error.msg or "it is empty").split(", line ")[0]
    return finding("XG601", f"{name} is not well-formed XML: {reason}.", Location(name, max(line, 0), max(column, 0)))
