"""An instance as an instance: copied where it says what no report model holds, so that nothing of it is lost.

Tuples, fractions and other content of segments and scenarios (XBRL 2.1 sections 4.6.4, 4.7 and 4.9) have no form in the
Open Information Model. Between two instances none is needed: only references to the taxonomy change with the place.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xbrlgen.addresses import absolute
from xbrlgen.conversion.destination import Syntax
from xbrlgen.conversion.own_taxonomy import References
from xbrlgen.conversion.source import Source
from xbrlgen.findings import Finding
from xbrlgen.readers.xml_syntax.references import address
from xbrlgen.readers.xml_syntax.source import LINK, XLINK

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

FACTS_LOST = frozenset({"XG160", "XG830"})
"""Warnings of readers that facts of a document are no part of the report."""

_REFERENCES = tuple(f"{LINK}{name}" for name in ("schemaRef", "linkbaseRef", "roleRef", "arcroleRef"))


def is_copied(source: Source, syntax: Syntax) -> bool:
    """Whether `source` is an instance that becomes an instance, and says what no report model holds."""
    instance = source.reading.instance
    is_instance = instance is not None and not instance.is_inline and syntax is Syntax.XML
    return is_instance and any(each.code in FACTS_LOST for each in source.reading.findings)


def copied(source: Source, refers: References) -> tuple[bytes, tuple[Finding, ...]]:
    """The bytes of the instance with references that lead to the same documents from its new place, and problems."""
    from lxml import etree

    content = source.package.reports[0].files[0].read_bytes() if source.package else source.path.read_bytes()
    root = etree.fromstring(content, etree.XMLParser(no_network=True, resolve_entities=False, load_dtd=False))
    problems = tuple(_moved(root, source, refers))
    tree = root.getroottree()
    return etree.tostring(tree, xml_declaration=True, encoding=tree.docinfo.encoding or "UTF-8"), problems


def _moved(root: "Element", source: Source, refers: References) -> Iterator[Finding]:
    """Change the references; what cannot be referred to from the new place."""
    for reference in root.iterchildren(*_REFERENCES):
        document, mark, element = (address(reference) or "").partition("#")
        if document and refers.refer is not None:
            new = refers.refer(absolute(document, source.url))
            if isinstance(new, Finding):
                yield new
            else:
                reference.set(f"{XLINK}href", f"{new}{mark}{element}")
