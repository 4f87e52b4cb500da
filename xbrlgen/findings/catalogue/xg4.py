"""Calculations, duplicates and tie-outs."""

from xbrlgen.findings.finding import CatalogueEntry

ENTRIES: tuple[CatalogueEntry, ...] = ()
