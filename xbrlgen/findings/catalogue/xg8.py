"""Documents of any taxonomy and filing, by the letter of XBRL 2.1 and Dimensions 1.0."""

from xbrlgen.findings.catalogue import dimensional_taxonomies
from xbrlgen.findings.finding import CatalogueEntry

ENTRIES: tuple[CatalogueEntry, ...] = (
    *dimensional_taxonomies.ENTRIES,
)
