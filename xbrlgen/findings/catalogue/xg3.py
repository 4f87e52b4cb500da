"""Taxonomy and dimensions."""

from xbrlgen.findings.catalogue import fact_concepts, taxonomies
from xbrlgen.findings.finding import CatalogueEntry

ENTRIES: tuple[CatalogueEntry, ...] = (*taxonomies.ENTRIES, *fact_concepts.ENTRIES)
