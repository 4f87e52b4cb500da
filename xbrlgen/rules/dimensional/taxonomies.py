"""What taxonomies may declare for their dimensions: asks the rules on axes, hypercubes, domains and defaults."""

from collections.abc import Container, Iterable, Iterator
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding
from xbrlgen.rules.arcroles import DIMENSIONAL
from xbrlgen.rules.dimensional.cycles import check_relationship_sets
from xbrlgen.rules.dimensional.declarations import check_declarations
from xbrlgen.rules.dimensional.networks import dimensional_networks
from xbrlgen.rules.dimensional.relationships import check_defaults, check_relationships
from xbrlgen.rules.dimensional.target_roles import check_target_roles
from xbrlgen.taxonomy import Taxonomy

if TYPE_CHECKING:
    from xbrlgen.taxonomy.linkbase import LinkbaseDocument


def check_dimensional_taxonomy(taxonomy: Taxonomy, sound: Container[object] = frozenset()) -> Iterator[Finding]:
    """What is wrong with the axes, hypercubes, domains and defaults of a taxonomy, as its documents have them.

    Nothing is wrong with what the documents whose sources are `sound` say among themselves.
    """
    judged = [each for each in taxonomy.dts.linkbases.values() if each.source not in sound]
    known = [each for each in taxonomy.dts.linkbases.values() if each.source in sound]
    yield from check_declarations(taxonomy, sound)
    yield from check_target_roles(judged)
    touched, untouched = _base_sets(judged), _base_sets(known)
    yield from check_relationships(taxonomy, sorted(touched))
    yield from check_defaults(taxonomy)
    roles = {role for _, role in touched}
    is_apart = roles.isdisjoint(role for _, role in untouched)
    if touched:
        yield from check_relationship_sets(dimensional_networks(taxonomy), roles if is_apart else None)


def _base_sets(linkbases: "Iterable[LinkbaseDocument]") -> set[tuple[str, str]]:
    """The arcroles and roles of dimensional arcs in these linkbases."""
    found = {(arcrole, role) for linkbase in linkbases for arcrole, role, *_ in linkbase.base_sets}
    return {each for each in found if each[0] in DIMENSIONAL}
