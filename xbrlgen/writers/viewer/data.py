"""The data block that ixbrl-viewer reads, pruned to what the report reaches."""

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from urllib.parse import quote

from xbrlgen.model import QName
from xbrlgen.target import TargetDocument
from xbrlgen.writers.viewer.concepts import concept_data, defaults, further_names, reached
from xbrlgen.writers.viewer.facts import fact_data
from xbrlgen.writers.viewer.names import DIMENSION_DEFAULT, Prefixes, Roles, shown_arcrole
from xbrlgen.writers.viewer.page import Tag
from xbrlgen.writers.viewer.subject import Arc, Network, Taxonomy

Data = dict[str, object]
_Networks = dict[str, dict[str, dict[str, list[Data]]]]
"""Arcrole, role and source: what the arcs lead to."""


def viewer_data(document: TargetDocument, tags: Iterable[Tag], taxonomy: Taxonomy, file: str) -> Data:
    """All that the script has to know beside the page named `file`, as its version 1.5 reads it.

    What is left out is what nobody would see: networks of the base taxonomy, and what only they would reach.
    """
    names = reached(document, taxonomy)
    prefixes = Prefixes(document, further_names(names, taxonomy), taxonomy.vocabulary)
    roles = Roles()
    report: Data = {
        "target": None,
        "concepts": concept_data(names, taxonomy, prefixes, roles),
        "facts": fact_data(document, tags, prefixes),
        "rels": _relationships(names, taxonomy, prefixes, roles),
        "roleDefs": _role_definitions(taxonomy, roles),
        "localDocs": {file: ["inline"]} | {name: [kind] for name, kind in taxonomy.files.items()},
    }
    return {
        "sourceReports": [{"targetReports": [report], "docSetFiles": [quote(file)]}],
        "features": {},
        "prefixes": prefixes.by_prefix(),
        "roles": roles.by_key(),
    }


def script_safe(data: Data) -> str:
    """`data` as compact JSON that neither HTML nor XML takes for anything but text."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003C").replace(">", "\\u003E").replace("&", "\\u0026")


def _relationships(names: Iterable[QName], taxonomy: Taxonomy, prefixes: Prefixes, roles: Roles) -> _Networks:
    """The networks of the issuer, and the default members of all axes: the taxonomy may give these elsewhere."""
    found: _Networks = {}
    for network, arc in _shown(taxonomy):
        of_kind = found.setdefault(str(shown_arcrole(arc.arcrole)), {})
        arcs = of_kind.setdefault(roles.key(network.role.uri), {}).setdefault(prefixes.name(arc.source), [])
        arcs.append({"t": prefixes.name(arc.target), **_weight(arc.attributes)})
    for axis, member in defaults(names, taxonomy):
        default = found.setdefault("d-d", {}).setdefault(roles.key(DIMENSION_DEFAULT), {})
        default[prefixes.name(axis)] = [{"t": prefixes.name(member)}]
    return found


def _shown(taxonomy: Taxonomy) -> Iterator[tuple[Network, Arc]]:
    for network in taxonomy.networks:
        for arc in network.arcs:
            if shown_arcrole(arc.arcrole) and arc.arcrole != DIMENSION_DEFAULT:
                yield network, arc


def _weight(attributes: Mapping[str, str]) -> Data:
    """The weight of a calculation: an issuer adds or subtracts, no more."""
    if "weight" not in attributes:
        return {}
    return {"w": int(Decimal(attributes["weight"]))}


def _role_definitions(taxonomy: Taxonomy, roles: Roles) -> Mapping[str, Mapping[str, str]]:
    language = taxonomy.language.lower()
    return {roles.key(each.role.uri): {language: each.role.definition} for each, _ in _shown(taxonomy)}
