"""Taxonomy and dimensions."""

from xbrlgen.findings.catalogue import taxonomies
from xbrlgen.findings.finding import CatalogueEntry

ENTRIES: tuple[CatalogueEntry, ...] = (*taxonomies.ENTRIES,)
