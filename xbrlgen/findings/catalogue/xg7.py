"""Packages."""

from xbrlgen.findings.catalogue import archives, report_packages, taxonomy_packages
from xbrlgen.findings.finding import CatalogueEntry

ENTRIES: tuple[CatalogueEntry, ...] = (*archives.ENTRIES, *report_packages.ENTRIES, *taxonomy_packages.ENTRIES)
