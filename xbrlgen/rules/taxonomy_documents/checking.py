"""Asks the rules on documents of taxonomies: those on schemas, those on links, those on networks."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding
from xbrlgen.rules.taxonomy_documents.arcs import ends_of_arcs, repeated_arcs, resources_elsewhere
from xbrlgen.rules.taxonomy_documents.concepts import declarations
from xbrlgen.rules.taxonomy_documents.cycles import cycles
from xbrlgen.rules.taxonomy_documents.extended_links import ExtendedLink, extended_links
from xbrlgen.rules.taxonomy_documents.locators import forms_of_locators, targets_of_locators
from xbrlgen.rules.taxonomy_documents.references import linkbase_references, role_references
from xbrlgen.rules.taxonomy_documents.relationships import aliases, calculations, preferred_labels, similar_tuples
from xbrlgen.rules.taxonomy_documents.resources import forms_of_resources, languages
from xbrlgen.rules.taxonomy_documents.role_types import role_declarations
from xbrlgen.rules.taxonomy_documents.roles import References, arcroles, roles
from xbrlgen.rules.taxonomy_documents.schemas import (
    identifiers,
    namespaces,
    places_of_xbrl_elements,
    redefinitions,
)
from xbrlgen.rules.taxonomy_documents.subject import TaxonomyDocuments
from xbrlgen.rules.taxonomy_documents.tuples import tuple_contents
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.taxonomy.documents import Document

if TYPE_CHECKING:
    from collections.abc import Container

    from lxml.etree import _Element as Element

    from xbrlgen.taxonomy.documents import Source

_ON_SCHEMAS: tuple[Callable[[TaxonomyDocuments], Iterator[Finding]], ...] = (
    namespaces,
    identifiers,
    redefinitions,
    places_of_xbrl_elements,
    role_declarations,
    declarations,
    tuple_contents,
    linkbase_references,
)
_ON_LINKS: tuple[Callable[[ExtendedLink], Iterator[Finding]], ...] = (
    forms_of_locators,
    forms_of_resources,
    languages,
    ends_of_arcs,
    repeated_arcs,
    resources_elsewhere,
)
_ON_NETWORKS: tuple[Callable[[TaxonomyDocuments], Iterator[Finding]], ...] = (
    cycles,
    calculations,
    preferred_labels,
    aliases,
    similar_tuples,
)


def check_taxonomy_documents(taxonomy: Taxonomy, sound: "Container[Source]" = ()) -> Iterator[Finding]:
    """What is wrong with the schemas and linkbases of `taxonomy`.

    Those that come with the product are not judged, nor those that lie at a source in `sound`.
    """
    documents = TaxonomyDocuments(taxonomy, sound)
    for rule in _ON_SCHEMAS:
        yield from rule(documents)
    for linkbase in documents.linkbases:
        yield from check_links(documents, linkbase.root, linkbase.document)
    if documents.linkbases:
        for rule in _ON_NETWORKS:
            yield from rule(documents)


def check_links(documents: TaxonomyDocuments, root: "Element", document: Document) -> Iterator[Finding]:
    """What is wrong with the links in `root`, a linkbase or an instance, and with its references to roles."""
    references = References.of(root)
    yield from role_references(documents, root, document)
    for link in extended_links(root, document):
        for rule in _ON_LINKS:
            yield from rule(link)
        yield from targets_of_locators(documents, link)
        yield from roles(documents, link, references)
        yield from arcroles(documents, link, references)
