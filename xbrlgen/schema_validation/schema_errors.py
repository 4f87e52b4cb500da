"""What is wrong with schemas themselves."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding
from xbrlgen.schema_validation import fast
from xbrlgen.schema_validation.compilation import BEARER, alias
from xbrlgen.schema_validation.link_types import link_type_violations
from xbrlgen.schema_validation.names import XBRLI, XML_ID, XS, XSI, namespace, xs
from xbrlgen.schema_validation.reporting import Document, report
from xbrlgen.schema_validation.schema_document import SchemaDocument
from xbrlgen.schema_validation.schema_set import SchemaSet
from xbrlgen.schema_validation.violation import Offence, Violation

if TYPE_CHECKING:
    from lxml import etree

_UNRESOLVED = re.compile(r"The QName value '([^']*)' does not resolve to a\(n\) (\w+)")
_EXPECTED = {f"{{{XBRLI}}}periodType": "instant or duration", f"{{{XBRLI}}}balance": "debit or credit"}
_OF_XML = frozenset({"", XSI, namespace(XML_ID)})


def compile_findings(error: "etree.XMLSchemaParseError", documents: Sequence[SchemaDocument]) -> Iterator[Finding]:
    """Why libxml2 did not compile `documents` (XML Schema Part 1)."""
    for number, document in enumerate(documents):
        entries = [entry for entry in error.error_log if entry.filename == alias(number)]
        places = fast.Places(document.root)
        violations = dict.fromkeys(_violation(entry, places) for entry in entries)
        yield from report(tuple(violations), Document(document.root, document.content, document.url), None)


def annotation_findings(schemas: SchemaSet, schema: "etree.XMLSchema") -> Iterator[Finding]:
    """What XBRL adds to schemas and XML Schema does not look at: role types, linkbase references, concept attributes.

    Documents that are known to be right are left out. XBRL 2.1, sections 5.1.1.1, 5.1.1.2, 5.1.2, 5.1.3 and 5.1.4.
    """
    for document in schemas.documents:
        if schemas.is_sound(document):
            continue
        violations = [*_annotations(document.root, schemas, schema), *_foreign_attributes(document.root, schema)]
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
            found = chain(
                fast.violations(element, schema, schemas.declarations), link_type_violations(element, schemas)
            )
            yield from (each for each in found if not is_of_unknown_schema(each, schemas))


def is_of_unknown_schema(violation: Violation, schemas: SchemaSet) -> bool:
    """Whether an element is in the way only because the schema that its document names for it is not at hand."""
    is_strange = violation.offence in {Offence.UNDECLARED_ELEMENT, Offence.MISPLACED_ELEMENT}
    return is_strange and namespace(str(violation.element.tag)) in schemas.elsewhere


def _foreign_attributes(root: "etree._Element", schema: "etree.XMLSchema") -> Iterator[Violation]:
    """Attributes of others, such as ``xbrli:periodType``, follow their declarations; each value is judged once."""
    from lxml import etree

    judged: dict[tuple[str, str], tuple[Violation, ...]] = {}
    for element in root.iter(f"{{{XS}}}*"):
        for name, value in element.items():
            if namespace(str(name)) in _OF_XML:
                continue
            key = str(name), str(value)
            if key not in judged:
                bearer = etree.Element(BEARER, {name: value}, nsmap=element.nsmap)
                found = fast.violations(bearer, schema, ())
                expected = _EXPECTED.get(key[0])
                judged[key] = tuple(each._replace(expected=(expected,)) if expected else each for each in found)
            yield from (each._replace(element=element) for each in judged[key])
