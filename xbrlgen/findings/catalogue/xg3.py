"""Taxonomy and dimensions."""

from xbrlgen.findings.catalogue import (
    discovery,
    fact_concepts,
    own_and_base,
    own_networks,
    own_schemas,
    taxonomies,
)
from xbrlgen.findings.finding import CatalogueEntry

ENTRIES: tuple[CatalogueEntry, ...] = (
    *taxonomies.ENTRIES,
    *discovery.ENTRIES,
    *own_schemas.ENTRIES,
    *own_networks.ENTRIES,
    *own_and_base.ENTRIES,
    *fact_concepts.ENTRIES,
)
