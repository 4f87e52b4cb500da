"""Cycles of relationships (XBRL 2.1 sections 5.1.4.3, 5.2.4.2 and 5.2.6.2; Generic Links 1.0 section 3.4)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from xbrlgen.findings import Finding, finding
from xbrlgen.model import QName
from xbrlgen.rules.taxonomy_documents.extended_links import GENERIC, STANDARD_LINKS
from xbrlgen.rules.taxonomy_documents.standard_roles import ARCS_OF_ARCROLES
from xbrlgen.rules.taxonomy_documents.subject import TaxonomyDocuments
from xbrlgen.taxonomy.arcs import Arc, End
from xbrlgen.taxonomy.documents import LINK
from xbrlgen.taxonomy.networks import BaseSet

_ARCROLE = "http://www.xbrl.org/2003/arcrole/"
_STANDARD = {
    f"{_ARCROLE}parent-child": "xbrl.5.2.4.2",
    f"{_ARCROLE}general-special": "xbrl.5.2.6.2.1",
    f"{_ARCROLE}essence-alias": "xbrl.5.2.6.2.1",
}
"""The arcroles of XBRL 2.1 that take undirected cycles only, and the sections that say so; the others take any."""

_LINKS = frozenset(map(QName.parse, STANDARD_LINKS))
_ARCS = frozenset(QName(LINK, each) for each in ARCS_OF_ARCROLES.values())


class _Rule(NamedTuple):
    """Which cycles an arcrole allows, ``undirected`` or ``none``, and the code for others."""

    allowed: str
    standard: str


def cycles(documents: TaxonomyDocuments) -> Iterator[Finding]:
    """The cycles that arcroles do not allow, one for each base set."""
    networks = documents.taxonomy.networks
    for base_set in documents.base_sets():
        rule = _rule(documents, base_set)
        if rule is None:
            continue
        arcs = tuple(networks.in_effect(base_set))
        found = _directed(arcs) or (_undirected(arcs) if rule.allowed == "none" else ())
        if found:
            yield _finding(documents, base_set, found, rule.standard)


def _rule(documents: TaxonomyDocuments, base_set: BaseSet) -> _Rule | None:
    """What is asked of a base set; None where any cycle may be, as in links and arcs of somebody's own."""
    is_of_xbrl = base_set.link in _LINKS and base_set.arc in _ARCS
    if base_set.arcrole in _STANDARD:
        return _Rule("undirected", _STANDARD[base_set.arcrole]) if is_of_xbrl else None
    declared = documents.taxonomy.arcrole_types.get(base_set.arcrole, ())
    allowed = declared[0].cycles_allowed if declared else "any"
    if allowed not in {"undirected", "none"}:
        return None
    if QName(GENERIC, "arc") in documents.heads(base_set.arc):
        return _Rule(allowed, "xbrlgene:violatedCyclesConstraint")
    return _Rule(allowed, "xbrl.5.1.4.3:cycles") if is_of_xbrl else None


def _finding(documents: TaxonomyDocuments, base_set: BaseSet, path: Sequence[Arc], standard: str) -> Finding:
    names = [_spelt(documents, arc.source) for arc in path]
    kind = "leads back to itself" if path[-1].target == path[0].source else "is reached on two ways"
    message = f"{names[0]} {kind} by arcs of {base_set.arcrole} in the role {base_set.role}: {' → '.join(names)}"
    places = dict.fromkeys(arc.linkbase.place(arc.line) for arc in path)
    return finding("XG819", message, *places, standard=standard)


def _spelt(documents: TaxonomyDocuments, end: End) -> str:
    return documents.spelt(end) if isinstance(end, QName) else "a resource"


def _directed(arcs: Iterable[Arc]) -> Sequence[Arc]:
    """The arcs of a cycle along their directions, none if there is none."""
    following: dict[End, list[Arc]] = {}
    for arc in arcs:
        following.setdefault(arc.source, []).append(arc)
    finished: set[End] = set()
    for start in following:
        if start not in finished and (found := _cycle_from(start, following, finished)):
            return found
    return ()


def _cycle_from(start: End, following: Mapping[End, Sequence[Arc]], finished: set[End]) -> Sequence[Arc]:
    """A cycle that is reached from `start`; what leads to none is `finished` afterwards."""
    path: list[Arc] = []
    on_path = {start: 0}
    todo = [iter(following.get(start, ()))]
    while todo:
        arc = next(todo[-1], None)
        if arc is None:
            todo.pop()
            end = path.pop().target if path else start
            finished.add(end)
            on_path.pop(end, None)
        elif arc.target in on_path:
            return [*path[on_path[arc.target] :], arc]
        elif arc.target not in finished:
            path.append(arc)
            on_path[arc.target] = len(path)
            todo.append(iter(following.get(arc.target, ())))
    return ()


def _undirected(arcs: Iterable[Arc]) -> Sequence[Arc]:
    """An arc that closes a cycle when directions do not count, none if there is none."""
    parts: dict[End, End] = {}
    for arc in arcs:
        first, second = _part(parts, arc.source), _part(parts, arc.target)
        if first == second:
            return [arc]
        parts[first] = second
    return ()


def _part(parts: dict[End, End], end: End) -> End:
    """What stands for the part of the graph that holds `end`; paths are halved on the way."""
    while (above := parts.get(end, end)) != end:
        parts[end] = parts.get(above, above)
        end = above
    return end
