"""Facts, values, units and periods."""

from xbrlgen.findings.catalogue import fact_units, fact_values
from xbrlgen.findings.finding import CatalogueEntry

ENTRIES: tuple[CatalogueEntry, ...] = (*fact_values.ENTRIES, *fact_units.ENTRIES)
