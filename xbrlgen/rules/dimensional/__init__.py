"""XBRL Dimensions 1.0: what taxonomies may declare, and which facts they allow.

https://www.xbrl.org/specification/dimensions/rec-2012-01-25/dimensions-rec-2006-09-18+corrected-errata-2012-01-25-clean.html
"""

from collections.abc import Iterator

from xbrlgen.findings import Finding
from xbrlgen.rules.dimensional.cycles import check_relationship_sets
from xbrlgen.rules.dimensional.declarations import check_declarations
from xbrlgen.rules.dimensional.networks import dimensional_networks
from xbrlgen.rules.dimensional.relationships import check_defaults, check_relationships
from xbrlgen.rules.dimensional.target_roles import check_target_roles
from xbrlgen.taxonomy import Taxonomy

__all__ = ["check_dimensional_taxonomy"]


def check_dimensional_taxonomy(taxonomy: Taxonomy) -> Iterator[Finding]:
    """What is wrong with the axes, hypercubes, domains and defaults of a taxonomy, as its documents have them."""
    yield from check_declarations(taxonomy)
    yield from check_target_roles(taxonomy)
    yield from check_relationships(taxonomy)
    yield from check_defaults(taxonomy)
    yield from check_relationship_sets(dimensional_networks(taxonomy))
