"""Sources and reading."""

from xbrlgen.findings.catalogue import commands, inline, instances, report_files, report_names, report_tables
from xbrlgen.findings.finding import CatalogueEntry

ENTRIES: tuple[CatalogueEntry, ...] = (
    *report_files.ENTRIES,
    *report_names.ENTRIES,
    *report_tables.ENTRIES,
    *commands.ENTRIES,
    *instances.ENTRIES,
    *inline.ENTRIES,
)
