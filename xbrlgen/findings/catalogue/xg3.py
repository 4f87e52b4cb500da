"""Taxonomy and dimensions."""

from xbrlgen.findings.catalogue import fact_concepts, own_networks, own_schemas, taxonomies, taxonomy_documents
from xbrlgen.findings.finding import CatalogueEntry

ENTRIES: tuple[CatalogueEntry, ...] = (
    *taxonomies.ENTRIES,
    *taxonomy_documents.ENTRIES,
    *own_schemas.ENTRIES,
    *own_networks.ENTRIES,
    *fact_concepts.ENTRIES,
)
