"""The XML documents in META-INF: parsed without following anything, and judged by their schemas."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.packaging.archive import Member
from xbrlgen.resources import bundled

if TYPE_CHECKING:
    from lxml.etree import XMLParser, XMLSchema, _Element

LARGEST = 16_000_000
"""In bytes; the largest description of a taxonomy that is known has some hundred thousand."""

_SCHEMAS = "taxonomy", "www.xbrl.org", "2016"
_NAMESPACE = re.compile(r"\{[^}]*\}")


def parse_xml(member: Member, code: str) -> "_Element | Finding":
    """The root of an XML document, or a finding of `code` that says why it has none.

    A DOCTYPE may name a DTD, as catalogs often do, which is never fetched; one that declares something is refused.
    Raises OSError where the member cannot be read.
    """
    from lxml import etree

    if member.archive.size(member.name) > LARGEST:
        return finding(code, f"'{member.name}' has more than {LARGEST:,} bytes", Location(str(member)))
    try:
        root = etree.fromstring(member.read_bytes(), _parser())
    except etree.XMLSyntaxError as error:
        line, column = error.position
        message = f"'{member.name}' is not well-formed XML: {error.msg}"
        return finding(code, message, Location(str(member), max(line, 0), max(column, 0)))
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and (declared.entities() or declared.elements()):
        return finding(code, f"'{member.name}' has a DOCTYPE with declarations", Location(str(member), 1))
    return root


def schema_problems(root: "_Element", schema: str, member: Member, code: str) -> Iterator[Finding]:
    """What is wrong with a document by the bundled schema of that file name, at its lines."""
    judge = _schema(schema)
    if not judge.validate(root):
        for entry in judge.error_log:
            message = f"'{member.name}': {_NAMESPACE.sub('', entry.message).rstrip('.')}"
            yield finding(code, message, Location(str(member), entry.line))


@cache
def _schema(name: str) -> "XMLSchema":
    from lxml import etree

    folder, *parts = _SCHEMAS
    return etree.XMLSchema(etree.parse(bundled(folder).joinpath(*parts, name), _parser()))


def _parser() -> "XMLParser[_Element]":
    from lxml import etree

    return etree.XMLParser(
        no_network=True, resolve_entities=False, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
