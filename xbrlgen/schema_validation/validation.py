"""Judge documents against a DTS, independent of how they were made."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, ordered
from xbrlgen.schema_validation import explaining, fast, root_content
from xbrlgen.schema_validation.compilation import BARE_ROOT, Compilation
from xbrlgen.schema_validation.documents import parse
from xbrlgen.schema_validation.excerpts import excerpt
from xbrlgen.schema_validation.link_types import link_type_violations
from xbrlgen.schema_validation.names import link, namespace, xbrli
from xbrlgen.schema_validation.reporting import Document, Source, limit_reached, report
from xbrlgen.schema_validation.root_content import INSTANCE, LINKBASE, Content
from xbrlgen.schema_validation.schema_errors import is_of_unknown_schema
from xbrlgen.schema_validation.schema_set import SchemaSet
from xbrlgen.schema_validation.violation import LIMIT, Offence, Violation

if TYPE_CHECKING:
    from lxml import etree

    from xbrlgen.taxonomy.linkbase import LinkbaseDocument


def validate_instance(
    document: bytes | Path, schemas: SchemaSet, name: str, source: Source | None = None
) -> tuple[Finding, ...]:
    """What keeps an XBRL instance from being valid against `schemas`; nothing if it is valid (XBRL 2.1, section 4).

    `name` is what locations call the document. `source` answers a fact's id with the place where the user wrote it;
    that place then comes first. What is wrong with the schemas is told too; where they are not valid, it is the whole
    answer. Raises OSError for a path that cannot be read.
    """
    return _validated(document, schemas, name, (xbrli("xbrl"), INSTANCE), source)


def validate_linkbase(document: bytes | Path, schemas: SchemaSet, name: str) -> tuple[Finding, ...]:
    """What keeps a linkbase from being valid against `schemas`; nothing if it is valid (XBRL 2.1, section 3.5.2).

    Arguments and errors are those of :func:`validate_instance`.
    """
    return _validated(document, schemas, name, (link("linkbase"), LINKBASE), None)


def validate_schemas(schemas: SchemaSet) -> tuple[Finding, ...]:
    """Which schemas of a DTS are missing, unreadable or invalid, and why (XBRL 2.1, section 5.1)."""
    return ordered(schemas.findings)


def validate_taxonomy(schemas: SchemaSet, linkbases: "Iterable[LinkbaseDocument]") -> tuple[Finding, ...]:
    """What keeps the schemas of a DTS and its linkbases from being valid, those within schemas too."""
    if schemas.faults:
        return ordered(schemas.findings)
    findings = [*schemas.missing]
    for each in linkbases:
        if each.root.getparent() is None:
            findings += validate_linkbase(each.source.read_bytes(), schemas, str(each.source))
    return ordered(findings)


def _validated(
    document: bytes | Path, schemas: SchemaSet, name: str, kind: tuple[str, Content], source: Source | None
) -> tuple[Finding, ...]:
    content = document if isinstance(document, bytes) else document.read_bytes()
    root = parse(content, name)
    if isinstance(root, Finding):
        return (root,)
    if schemas.faults:
        return ordered(schemas.findings)
    tag, children = kind
    if root.tag != tag:
        found = [Violation(Offence.ROOT, root, "", (tag,))]
    else:
        reduced = schemas.compilation_for(content)
        found = _found(root, children, schemas, reduced)
        if found and reduced is not schemas.compilation:
            found = _found(root, children, schemas, schemas.compilation)
    if not found:
        return ordered(schemas.missing)
    explained = explaining.explained(root, found, schemas.documents) if root.tag == tag else found
    findings = (*schemas.missing, *report(explained, Document(root, content, name), source))
    if len(found) < LIMIT:
        return ordered(findings)
    return ordered((*findings, limit_reached(name)))


def _found(root: "etree._Element", content: Content, schemas: SchemaSet, compilation: Compilation) -> list[Violation]:
    """The first violations that something can be known of."""
    found = _violations(root, content, schemas, compilation)
    return list(islice((each for each in found if not _is_unknowable(each, schemas)), LIMIT))


def _violations(
    root: "etree._Element", content: Content, schemas: SchemaSet, compilation: Compilation
) -> Iterator[Violation]:
    """What the fast engine and the checks beside it find, without the words of the explaining engine."""
    yield from root_content.violations(root, content, schemas)
    yield from root_content.identifier_violations(root, schemas)
    yield from link_type_violations(root, schemas)
    schema = compilation.schema
    if schema is None:
        whole = explaining.built(schemas.documents)
        yield from (each for each in explaining.violations(root, whole) if each.element is not root or each.attribute)
        return
    bare = next(iter(excerpt(root, ())))
    if bare.tag == xbrli("xbrl"):
        bare.tag = BARE_ROOT
    yield from (each._replace(element=root) for each in fast.violations(bare, schema, schemas.declarations))
    for child in root.iterchildren("*"):
        yield from fast.violations(child, schema, schemas.declarations)


def _is_unknowable(violation: Violation, schemas: SchemaSet) -> bool:
    """Whether an element is undeclared only because a schema is missing, which is told once and not for each fact."""
    undeclared = violation.offence is Offence.UNDECLARED_ELEMENT
    is_missing = (
        undeclared and bool(schemas.missing) and namespace(str(violation.element.tag)) not in schemas.namespaces
    )
    return is_missing or is_of_unknown_schema(violation, schemas)
