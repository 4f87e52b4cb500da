"""Sources and reading."""

from xbrlgen.findings.catalogue import commands
from xbrlgen.findings.finding import CatalogueEntry

ENTRIES: tuple[CatalogueEntry, ...] = (
    *commands.ENTRIES,
)
