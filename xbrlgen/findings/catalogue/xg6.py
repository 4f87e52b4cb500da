"""Schema validation and read-back."""

from xbrlgen.findings.finding import CatalogueEntry

ENTRIES: tuple[CatalogueEntry, ...] = ()
