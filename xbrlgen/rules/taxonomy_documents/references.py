"""Simple links: references to linkbases, roles and arcroles (XBRL 2.1 sections 3.5.1, 3.5.2.4, 3.5.2.5 and 4.3)."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Finding, finding
from xbrlgen.rules.taxonomy_documents.extended_links import ARCROLE, HREF, ROLE, TYPE
from xbrlgen.rules.taxonomy_documents.locators import foreign_scheme
from xbrlgen.rules.taxonomy_documents.standard_roles import LINKBASE_ROLES, STANDARD_ROLES
from xbrlgen.rules.taxonomy_documents.subject import TaxonomyDocuments
from xbrlgen.taxonomy.documents import LINK, XLINK, Document

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from xbrlgen.taxonomy.role_types import ArcroleType, RoleType

_LINKBASE = f"{{{LINK}}}linkbase"
_LINKBASE_ARCROLE = f"{XLINK}/properties/linkbase"


class _Kind(NamedTuple):
    """References to roles or to arcroles: the element, its attribute with the URI, and the section on them."""

    name: str
    attribute: str
    section: str

    def code(self, fault: str) -> str:
        return f"xbrl.{self.section}.5:{self.name}{fault}"


_ROLES = _Kind("roleRef", "roleURI", "3.5.2.4")
_ARCROLES = _Kind("arcroleRef", "arcroleURI", "3.5.2.5")


def simple_link(document: Document, element: "Element") -> Iterator[Finding]:
    """How a simple link is written (section 3.5.1)."""
    name, place = str(element.tag).rpartition("}")[2], document.place(element)
    if element.get(TYPE) != "simple":
        message = f"link:{name} is no link without xlink:type='simple'"
        yield finding("XG809", message, place, standard="xbrl.3.5.1.1:simpleLinkType")
    href = element.get(HREF, "")
    if not href or foreign_scheme(href.partition("#")[2]):
        message = f"link:{name} has the address '{href}', which leads nowhere"
        yield finding("XG809", message, place, standard="xbrl.3.5.1.2:simpleLinkHref")
    for attribute in (ROLE, ARCROLE):
        if element.get(attribute) == "":
            message = f"link:{name} has an empty xlink:{attribute.rpartition('}')[2]}"
            yield finding("XG809", message, place, standard=f"xbrl.3.5.1.2:simpleLink{attribute}")


def linkbase_references(documents: TaxonomyDocuments) -> Iterator[Finding]:
    """The references of schemas to linkbases."""
    for schema in documents.schemas:
        for element in schema.linkbase_references():
            yield from linkbase_reference(documents, schema.document, element)


def linkbase_reference(documents: TaxonomyDocuments, document: Document, element: "Element") -> Iterator[Finding]:
    """A reference to a linkbase, in a schema or an instance: its role says what the linkbase holds (section 4.3)."""
    yield from simple_link(document, element)
    place, href, role = document.place(element), element.get(HREF, ""), element.get(ROLE)
    if element.get(ARCROLE) != _LINKBASE_ARCROLE:
        message = f"the reference to '{href}' does not have the arcrole {_LINKBASE_ARCROLE}"
        yield finding("XG809", message, place, standard="xbrl.4.3.3:linkbaseRefArcrole")
    if role in STANDARD_ROLES and role not in LINKBASE_ROLES:
        message = f"the role '{role}' is not for references to linkbases"
        yield finding("XG812", message, place, standard="xbrl.4.3.4")
    if not documents.knows(href, element, document):
        return
    target = documents.target(href, element, document)
    if target is None or target.tag != _LINKBASE:
        yield finding("XG810", f"'{href}' is no linkbase", place, standard="xbrl.4.3.2:linkbaseRefHref")
    elif (wanted := LINKBASE_ROLES.get(role or "")) is not None:
        others = {str(each.tag) for each in target.iterchildren("*") if each.get(TYPE) == "extended"} - {wanted}
        for other in sorted(each.rpartition("}")[2] for each in others):
            message = f"the reference to '{href}' says {wanted.rpartition('}')[2]}, but there is a {other} in it"
            yield finding("XG810", message, place, standard="xbrl.4.3.4:linkbaseRefLinks")


def role_references(documents: TaxonomyDocuments, root: "Element", document: Document) -> Iterator[Finding]:
    """The references of a linkbase or an instance to the declarations of roles and arcroles."""
    taxonomy = documents.taxonomy
    yield from _references(documents, root, document, _ROLES, taxonomy.role_types)
    yield from _references(documents, root, document, _ARCROLES, taxonomy.arcrole_types)


def _references(
    documents: TaxonomyDocuments,
    root: "Element",
    document: Document,
    kind: _Kind,
    declared: "Mapping[str, tuple[RoleType | ArcroleType, ...]]",
) -> Iterator[Finding]:
    seen: set[str] = set()
    for element in root.iterchildren(f"{{{LINK}}}{kind.name}"):
        yield from simple_link(document, element)
        uri, place = element.get(kind.attribute, ""), document.place(element)
        if (role := element.get(ROLE)) in STANDARD_ROLES:
            yield finding("XG812", f"the role '{role}' is not for link:{kind.name}", place, standard="xbrl.5.1.3")
        if uri in seen:
            yield finding("XG811", f"'{uri}' is referred to twice here", place, standard=kind.code("Duplicate"))
            continue
        seen.add(uri)
        if not uri:
            message = f"link:{kind.name} does not say which URI it is about"
            yield finding("XG811", message, place, standard=kind.code("Missing"))
        elif documents.knows(element.get(HREF, ""), element, document):
            yield from _declaration(documents, document, element, kind, declared)


def _declaration(
    documents: TaxonomyDocuments,
    document: Document,
    element: "Element",
    kind: _Kind,
    declared: "Mapping[str, tuple[RoleType | ArcroleType, ...]]",
) -> Iterator[Finding]:
    """Whether a reference leads to the declaration of its URI."""
    uri, href, place = element.get(kind.attribute, ""), element.get(HREF, ""), document.place(element)
    target = documents.target(href, element, document)
    if uri not in declared:
        message = f"the taxonomy does not declare '{uri}'"
        yield finding("XG811", message, place, standard=kind.code("NotDefined"))
    elif target is None or target.tag != f"{{{LINK}}}{kind.name.replace('Ref', 'Type')}":
        message = f"'{href}' is not where '{uri}' is declared"
        yield finding("XG811", message, place, standard=kind.code("Mismatch"))
    elif (other := target.get(kind.attribute, "").strip()) != uri:
        message = f"'{href}' declares '{other}', not '{uri}'"
        yield finding("XG811", message, place, standard=kind.code("Mismatch"))
