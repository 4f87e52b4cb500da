"""What is wrong with schemas themselves."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding
from xbrlgen.schema_validation import fast
from xbrlgen.schema_validation.names import XBRLI, XS, namespace, xs
from xbrlgen.schema_validation.reporting import Document, report
from xbrlgen.schema_validation.schema_set import SchemaDocument, SchemaSet
from xbrlgen.schema_validation.violation import Offence, Violation

if TYPE_CHECKING:
    from lxml import etree

_UNRESOLVED = re.compile(r"The QName value '([^']*)' does not resolve to a\(n\) (\w+)")
_CONCEPT_ATTRIBUTES = {"periodType": ("instant", "duration"), "balance": ("debit", "credit")}


def alias(number: int) -> str:
    """What libxml2 calls the document of that `number`."""
    return f"set:{number}"


def compile_findings(error: "etree.XMLSchemaParseError", documents: Sequence[SchemaDocument]) -> Iterator[Finding]:
    """Why libxml2 did not compile `documents` (XML Schema Part 1)."""
    for number, document in enumerate(documents):
        entries = [entry for entry in error.error_log if entry.filename == alias(number)]
        places = fast.Places(document.root)
        violations = dict.fromkeys(_violation(entry, places) for entry in entries)
        yield from report(tuple(violations), Document(document.root, document.content, document.url), None)


def annotation_findings(schemas: SchemaSet, schema: "etree.XMLSchema") -> Iterator[Finding]:
    """What XBRL adds to schemas and XML Schema does not look at: role types, linkbase references, concept attributes.

    XBRL 2.1, sections 5.1.1.1, 5.1.1.2, 5.1.2, 5.1.3 and 5.1.4.
    """
    for document in schemas.documents:
        violations = [*_annotations(document.root, schemas, schema), *_concept_attributes(document.root)]
        yield from report(violations, Document(document.root, document.content, document.url), None)


def _violation(entry: "etree._LogEntry", places: fast.Places) -> Violation:
    violation = fast.violation(entry, places.of(entry))
    if violation.offence is not Offence.OTHER:
        return violation
    reason = entry.message.partition("': ")[2].rstrip(". \n") or entry.message.rstrip(". \n")
    if (unresolved := _UNRESOLVED.search(entry.message)) is not None:
        reason = f"no schema declares the {unresolved[2]} '{unresolved[1]}'"
    return Violation(Offence.SCHEMA, violation.element, violation.attribute, (reason,), violation.rule)


def _annotations(root: "etree._Element", schemas: SchemaSet, schema: "etree.XMLSchema") -> Iterator[Violation]:
    """Declared elements in annotations are judged, all others are left alone."""
    for element in root.iterfind(f".//{xs('appinfo')}/*"):
        if element.tag in schemas.declarations:
            found = fast.violations(element, schema, schemas.declarations)
            yield from (each for each in found if not is_of_unknown_schema(each, schemas))


def is_of_unknown_schema(violation: Violation, schemas: SchemaSet) -> bool:
    """Whether an element is in the way only because no schema at hand describes its namespace."""
    is_strange = violation.offence in {Offence.UNDECLARED_ELEMENT, Offence.MISPLACED_ELEMENT}
    return is_strange and namespace(str(violation.element.tag)) not in schemas.namespaces


def _concept_attributes(root: "etree._Element") -> Iterator[Violation]:
    from lxml import etree

    for name, allowed in _CONCEPT_ATTRIBUTES.items():
        values = " or ".join(f"normalize-space(@xbrli:{name})='{value}'" for value in allowed)
        wrong = etree.XPath(f"//xs:element[@xbrli:{name}][not({values})]", namespaces={"xs": XS, "xbrli": XBRLI})
        for element in wrong(root):
            yield Violation(Offence.ATTRIBUTE_VALUE, element, f"{{{XBRLI}}}{name}", (" or ".join(allowed),))
