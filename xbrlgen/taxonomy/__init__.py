"""Taxonomies: which file answers a URL, what the schemas declare, what concepts there are; search and suggestions."""

from xbrlgen.taxonomy.catalog import Catalog, bundled_catalog
from xbrlgen.taxonomy.loading import bundled_names, load_taxonomy
from xbrlgen.taxonomy.package import EntryPoint, TaxonomyPackage, read_package
from xbrlgen.taxonomy.taxonomy import Taxonomy

__all__ = [
    "Catalog",
    "EntryPoint",
    "Taxonomy",
    "TaxonomyPackage",
    "bundled_catalog",
    "bundled_names",
    "load_taxonomy",
    "read_package",
]
