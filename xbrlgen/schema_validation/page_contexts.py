"""What stands in segments and scenarios of pages: the schemas of their taxonomy know it, the schema of pages does not.

The target document of a page has the same contexts, and is valid by these schemas (Inline XBRL 1.1 section 15.1.2).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from xbrlgen.schema_validation import fast
from xbrlgen.schema_validation.names import XBRLDI, xbrli
from xbrlgen.schema_validation.reporting import Document, report
from xbrlgen.schema_validation.violation import LIMIT, Violation

if TYPE_CHECKING:
    from lxml import etree

    from xbrlgen.findings import Finding
    from xbrlgen.schema_validation.compilation import Compilation
    from xbrlgen.schema_validation.schema_set import SchemaSet

_EXPLICIT_MEMBER = f"{{{XBRLDI}}}explicitMember"
_CONTAINERS = (xbrli("segment"), xbrli("scenario"))


def validate_page_contexts(
    root: "etree._Element", content: bytes, schemas: "SchemaSet", name: str
) -> "tuple[Finding, ...]":
    """What keeps the dimensions in the page of `root` from being valid by `schemas`; `name` is what places call it."""
    containers = list(root.iter(*_CONTAINERS))
    names = frozenset(str(each.tag).rpartition("}")[2] for container in containers for each in container.iter("*"))
    reduced = schemas.compilation_with(names)
    found = _found(containers, reduced, schemas)
    if found and reduced is not schemas.compilation:
        found = _found(containers, schemas.compilation, schemas)
    return report(found, Document(root, content, name), None)


def _found(
    containers: "Iterable[etree._Element]", compilation: "Compilation", schemas: "SchemaSet"
) -> Sequence[Violation]:
    """The first violations; none where libxml2 cannot judge."""
    schema = compilation.schema
    return [] if schema is None else list(islice(_violations(containers, schema, schemas), LIMIT))


def _violations(
    containers: "Iterable[etree._Element]", schema: "etree.XMLSchema", schemas: "SchemaSet"
) -> Iterator[Violation]:
    taken: set[tuple[str | None, str | None]] = set()
    for container in containers:
        for element in container.iterchildren("*"):
            said = _said(element)
            if said in taken or element.tag not in schemas.declarations:
                continue
            found = tuple(fast.violations(element, schema, schemas.declarations))
            if said is not None and not found:
                taken.add(said)
            yield from found


def _said(element: "etree._Element") -> tuple[str | None, str | None] | None:
    """What a plain explicit member says: many contexts have the same, and one of them is judged for all.

    That the prefixes are declared where it stands is for the reader of contexts to see.
    """
    if element.tag != _EXPLICIT_MEMBER or len(element) or len(element.attrib) != 1:
        return None
    return element.get("dimension"), element.text
