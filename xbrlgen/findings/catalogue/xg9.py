"""Further syntaxes, conversion and batches."""

from xbrlgen.findings.catalogue import batches, conversion, limits, printed_figures, xbrl_csv
from xbrlgen.findings.finding import CatalogueEntry

ENTRIES: tuple[CatalogueEntry, ...] = (
    *xbrl_csv.ENTRIES,
    *batches.ENTRIES,
    *conversion.ENTRIES,
    *limits.ENTRIES,
    *printed_figures.ENTRIES,
)
