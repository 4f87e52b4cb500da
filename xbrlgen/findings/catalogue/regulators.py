"""Regulators' rules; each profile gives them its own codes."""

from xbrlgen.findings.catalogue import filing_facts, filing_packages, filing_pages, filing_places, filing_tags
from xbrlgen.findings.finding import CatalogueEntry

ENTRIES: tuple[CatalogueEntry, ...] = (
    *filing_facts.ENTRIES,
    *filing_pages.ENTRIES,
    *filing_tags.ENTRIES,
    *filing_packages.ENTRIES,
    *filing_places.ENTRIES,
)
