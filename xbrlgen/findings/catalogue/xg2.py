"""Facts, values, units and periods."""

from xbrlgen.findings.catalogue import fact_units, fact_values, report_values
from xbrlgen.findings.finding import CatalogueEntry

ENTRIES: tuple[CatalogueEntry, ...] = (
    *report_values.ENTRIES,
    *fact_values.ENTRIES,
    *fact_units.ENTRIES,
)
