"""Schemas as wholes: what XBRL leaves out of XML Schema, and where its own elements may stand (section 5.1)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, finding
from xbrlgen.rules.taxonomy_documents.subject import TaxonomyDocuments
from xbrlgen.taxonomy.documents import LINK, XS

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PLACES = {
    f"{{{LINK}}}roleType": "xbrl.5.1.3.roleTypeLocation",
    f"{{{LINK}}}arcroleType": "xbrl.5.1.4.arcroleTypeLocation",
    f"{{{LINK}}}linkbaseRef": "xbrl.5.1.2.linkbaseRefLocation",
    f"{{{LINK}}}linkbase": "xbrl.5.2.linkbaseLocation",
}
_AROUND = (f"{{{XS}}}appinfo", f"{{{XS}}}annotation", f"{{{XS}}}schema")


def namespaces(documents: TaxonomyDocuments) -> Iterator[Finding]:
    """A target namespace that is given is not empty."""
    for schema in documents.schemas:
        if schema.document.root.get("targetNamespace", " ") == "":
            yield finding(
                "XG801", "the target namespace of the schema is empty", schema.document.place(schema.document.root)
            )


def redefinitions(documents: TaxonomyDocuments) -> Iterator[Finding]:
    """No schema redefines another one (erratum to section 5.1)."""
    for schema in documents.schemas:
        for element in schema.document.root.iterchildren(f"{{{XS}}}redefine"):
            message = f"the schema redefines '{element.get('schemaLocation', '')}'"
            yield finding("XG800", message, schema.document.place(element))


def places_of_xbrl_elements(documents: TaxonomyDocuments) -> Iterator[Finding]:
    """Role types, linkbases and references to them stand in the annotations of the schema itself."""
    for schema in documents.schemas:
        for element in schema.document.root.iter(*_PLACES):
            if not _is_in_place(element):
                name = str(element.tag).rpartition("}")[2]
                message = f"link:{name} does not stand in schema/annotation/appinfo, where XBRL looks for it"
                standard = _PLACES[str(element.tag)]
                yield finding("XG802", message, schema.document.place(element), standard=standard)


def _is_in_place(element: "Element") -> bool:
    around = tuple(each.tag for each in element.iterancestors())
    return around == _AROUND


def identifiers(documents: TaxonomyDocuments) -> Iterator[Finding]:
    """No two elements of a schema have one id, else nobody knows where locators lead (XML 1.0 section 3.3.1)."""
    for schema in documents.schemas:
        elements = [each for each in schema.document.root.iter("*") if each.get("id") is not None]
        taken: set[str] = set()
        for element in elements:
            identifier = element.get("id", "").strip()
            if identifier in taken:
                message = f"The id '{identifier}' is already taken by another element."
                place = schema.document.place(element)
                yield finding("XG620", message, place, standard="xml.3.3.1:idMustBeUnique")
            taken.add(identifier)
