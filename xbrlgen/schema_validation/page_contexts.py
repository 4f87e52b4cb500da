"""What stands in segments and scenarios of pages: the schemas of their taxonomy know it, the schema of pages does not.

The target document of a page has the same contexts, and is valid by these schemas (Inline XBRL 1.1 section 15.1.2).
"""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from xbrlgen.schema_validation import fast
from xbrlgen.schema_validation.names import xbrli
from xbrlgen.schema_validation.reporting import Document, report
from xbrlgen.schema_validation.violation import LIMIT, Violation

if TYPE_CHECKING:
    from lxml import etree

    from xbrlgen.findings import Finding
    from xbrlgen.schema_validation.schema_set import SchemaSet

_CONTAINERS = (xbrli("segment"), xbrli("scenario"))


def validate_page_contexts(
    root: "etree._Element", content: bytes, schemas: "SchemaSet", name: str
) -> "tuple[Finding, ...]":
    """What keeps the dimensions in the page of `root` from being valid by `schemas`; `name` is what places call it."""
    schema = schemas.compilation.schema
    if schema is None:
        return ()
    found = list(islice(_violations(root, schema, schemas), LIMIT))
    return report(found, Document(root, content, name), None)


def _violations(root: "etree._Element", schema: "etree.XMLSchema", schemas: "SchemaSet") -> Iterator[Violation]:
    for container in root.iter(*_CONTAINERS):
        for element in container.iterchildren("*"):
            if element.tag in schemas.declarations:
                yield from fast.violations(element, schema, schemas.declarations)
