"""Taxonomies, instances and dimensions by the letter of XBRL."""

from xbrlgen.findings.catalogue import taxonomy_documents
from xbrlgen.findings.finding import CatalogueEntry

ENTRIES: tuple[CatalogueEntry, ...] = (*taxonomy_documents.ENTRIES,)
