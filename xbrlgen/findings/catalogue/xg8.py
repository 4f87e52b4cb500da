"""Documents of any taxonomy and filing, by the letter of XBRL 2.1 and Dimensions 1.0."""

from xbrlgen.findings.catalogue import (
    calculation_networks,
    dimensional_taxonomies,
    enumerations,
    filed_instances,
    taxonomy_documents,
)
from xbrlgen.findings.finding import CatalogueEntry

ENTRIES: tuple[CatalogueEntry, ...] = (
    *taxonomy_documents.ENTRIES,
    *filed_instances.ENTRIES,
    *calculation_networks.ENTRIES,
    *dimensional_taxonomies.ENTRIES,
    *enumerations.ENTRIES,
)
