"""Sources and reading."""

from xbrlgen.findings.catalogue import commands, instances
from xbrlgen.findings.finding import CatalogueEntry

ENTRIES: tuple[CatalogueEntry, ...] = (
    *commands.ENTRIES,
    *instances.ENTRIES,
)
