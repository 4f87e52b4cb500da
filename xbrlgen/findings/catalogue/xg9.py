"""Further syntaxes, conversion and batches."""

from xbrlgen.findings.catalogue import batches
from xbrlgen.findings.finding import CatalogueEntry

ENTRIES: tuple[CatalogueEntry, ...] = (*batches.ENTRIES,)
