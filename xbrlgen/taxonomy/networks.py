"""Networks of relationships between concepts, after prohibition and overriding (XBRL 2.1 section 3.5.3.9.7)."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from xbrlgen.findings import Location
from xbrlgen.model import QName
from xbrlgen.taxonomy.arcs import Arc, Arcs, ResourceEnd
from xbrlgen.taxonomy.dts import Dts
from xbrlgen.taxonomy.linkbase import LinkbaseDocument

PROHIBITED = "prohibited"


class BaseSet(NamedTuple):
    """What arcs have in common that may prohibit or override each other (section 3.5.3.9.7.3)."""

    arcrole: str
    role: str
    link: QName
    arc: QName


class Relationship(NamedTuple):
    """One concept's relationship to another in an extended link of that role.

    `attributes` are those of the arc that are not XLink's own, such as ``xbrldt:targetRole``; `order`, `weight`,
    `preferred_label`, `priority` and `use` are among them, here as values: `order` is 1 and `priority` 0 where they are
    not given. `place` is that of the arc.
    """

    arcrole: str
    role: str
    source: QName
    target: QName
    order: Decimal
    weight: Decimal | None
    preferred_label: str
    attributes: Mapping[QName, str]
    priority: int
    use: str
    place: Location


class Network:
    """The relationships of one arcrole and link role that are in effect, by their order."""

    def __init__(self, arcrole: str, role: str, relationships: Iterable[Relationship] = ()) -> None:
        self.arcrole = arcrole
        self.role = role
        self.relationships = tuple(sorted(relationships, key=lambda each: each.order))

    def children(self, name: QName) -> tuple[Relationship, ...]:
        """The relationships that start from a concept, by their order."""
        return tuple(self._children.get(name, ()))

    def parents(self, name: QName) -> tuple[Relationship, ...]:
        """The relationships that lead to a concept."""
        return tuple(self._parents.get(name, ()))

    @property
    def sources(self) -> Iterable[QName]:
        """The concepts that relationships start from, each once."""
        return self._children.keys()

    @property
    def targets(self) -> Iterable[QName]:
        """The concepts that relationships lead to, each once."""
        return self._parents.keys()

    @cached_property
    def roots(self) -> tuple[QName, ...]:
        """The sources that nothing leads to."""
        return tuple(each for each in self._children if each not in self._parents)

    @cached_property
    def _children(self) -> Mapping[QName, Sequence[Relationship]]:
        found: dict[QName, list[Relationship]] = {}
        for each in self.relationships:
            found.setdefault(each.source, []).append(each)
        return found

    @cached_property
    def _parents(self) -> Mapping[QName, Sequence[Relationship]]:
        found: dict[QName, list[Relationship]] = {}
        for each in self.relationships:
            found.setdefault(each.target, []).append(each)
        return found


class Networks:
    """The networks of a DTS, each worked out when it is asked for."""

    def __init__(self, dts: Dts) -> None:
        self._dts = dts
        self._networks: dict[tuple[str, str], Network] = {}
        self._arcs: dict[str, Arcs] = {}

    def base_sets(self) -> tuple[BaseSet, ...]:
        """The base sets that have arcs, sorted."""
        return tuple(sorted({each for found in self._places.values() for each in found}))

    def arcroles(self) -> tuple[str, ...]:
        """The arcroles that arcs have, sorted."""
        return tuple(sorted({arcrole for arcrole, _ in self._places}))

    def roles(self, arcrole: str) -> tuple[str, ...]:
        """The roles of links that have arcs of `arcrole`, sorted."""
        return tuple(sorted(role for each, role in self._places if each == arcrole))

    def network(self, arcrole: str, role: str = "") -> Network:
        """The network of `arcrole` in links of `role`; it is empty where there are no such arcs.

        Arcs of different names, or in links of different names, are told apart when they prohibit and override each
        other, and are in the network together.
        """
        key = (arcrole, role)
        if key not in self._networks:
            found = (self._relationship(arcrole, role, each) for each in self.effective(arcrole, role))
            self._networks[key] = Network(arcrole, role, (each for each in found if each is not None))
        return self._networks[key]

    def effective(self, arcrole: str, role: str, language: str = "") -> Iterator[Arc]:
        """The arcs in effect between concepts or resources; to labels, those in one language at least if one is given.

        A language is named by its first subtag.
        """
        for base_set in self._places.get((arcrole, role), {}):
            yield from self.in_effect(base_set, language)

    def in_effect(self, base_set: BaseSet, language: str = "") -> Iterator[Arc]:
        """The arcs of one base set in effect, as `effective` gives them."""
        places = self._places.get((base_set.arcrole, base_set.role), {}).get(base_set, ())
        needed = ((linkbase, number) for linkbase, number in places if linkbase.may_label_in(language))
        return _effective(arc for linkbase, number in needed for arc in self._read(linkbase).of(number))

    def described(self, arcrole: str, language: str = "") -> Iterator[tuple[QName, ResourceEnd]]:
        """The concepts with the resources that arcs in effect give them, a pair perhaps more than once.

        A language leaves out linkbases as for `effective`.
        """
        for role in self.roles(arcrole):
            for base_set, places in self._places[arcrole, role].items():
                needed = [(linkbase, number) for linkbase, number in places if linkbase.may_label_in(language)]
                if not any(linkbase.acts_on_others for linkbase, _ in needed):
                    for linkbase, number in needed:
                        yield from self._read(linkbase).described(number)
                    continue
                for arc in self.in_effect(base_set, language):
                    if isinstance(arc.source, QName) and isinstance(arc.target, ResourceEnd):
                        yield arc.source, arc.target

    def linkbases(self, base_set: BaseSet) -> tuple[str, ...]:
        """The URLs of the linkbases that have arcs of a base set."""
        places = self._places.get((base_set.arcrole, base_set.role), {}).get(base_set, ())
        return tuple(linkbase.url for linkbase, _ in places)

    def written(self, linkbase: LinkbaseDocument, *arcroles: str) -> Iterator[Relationship]:
        """The relationships between concepts as a linkbase has them, prohibited and overridden ones included."""
        for arcrole, role, arc in self.written_arcs(linkbase, *arcroles):
            if (found := self._relationship(arcrole, role, arc)) is not None:
                yield found

    def written_arcs(self, linkbase: LinkbaseDocument, *arcroles: str) -> Iterator[tuple[str, str, Arc]]:
        """The arcs of a linkbase between concepts or resources, with their arcroles and the roles of their links."""
        for number, (arcrole, role, _, _) in enumerate(linkbase.base_sets):
            if arcrole in arcroles:
                for arc in self._read(linkbase).of(number):
                    yield arcrole, role, arc

    def _read(self, linkbase: LinkbaseDocument) -> Arcs:
        if linkbase.url not in self._arcs:
            self._arcs[linkbase.url] = Arcs(linkbase, self._dts)
        return self._arcs[linkbase.url]

    @cached_property
    def _places(self) -> Mapping[tuple[str, str], Mapping[BaseSet, Sequence[tuple[LinkbaseDocument, int]]]]:
        """Which linkbases have arcs of an arcrole and link role, by base sets, with their numbers in each."""
        found: dict[tuple[str, str], dict[BaseSet, list[tuple[LinkbaseDocument, int]]]] = {}
        for linkbase in self._dts.linkbases.values():
            for number, (arcrole, role, link, arc) in enumerate(linkbase.base_sets):
                base_set = BaseSet(arcrole, role, QName.parse(link), QName.parse(arc))
                found.setdefault((arcrole, role), {}).setdefault(base_set, []).append((linkbase, number))
        return found

    @staticmethod
    def _relationship(arcrole: str, role: str, arc: Arc) -> Relationship | None:
        source, target, kind = arc.source, arc.target, arc.kind
        if not isinstance(source, QName) or not isinstance(target, QName):
            return None
        return Relationship(
            arcrole,
            role,
            source,
            target,
            kind.order,
            kind.weight,
            kind.preferred_label,
            kind.attributes,
            kind.priority,
            kind.use,
            arc.linkbase.place(arc.line),
        )


def _effective(arcs: Iterable[Arc]) -> Iterator[Arc]:
    """Of equivalent arcs one of the highest priority, none where a prohibiting one has it (section 3.5.3.9.7.5)."""
    best: dict[Hashable, Arc] = {}
    for arc in arcs:
        key = (arc.source, arc.target, arc.kind.equivalence)
        other = best.get(key)
        if other is None or _overrides(arc, other):
            best[key] = arc
    return (arc for arc in best.values() if arc.kind.use != PROHIBITED)


def _overrides(arc: Arc, other: Arc) -> bool:
    if arc.kind.priority != other.kind.priority:
        return arc.kind.priority > other.kind.priority
    return arc.kind.use == PROHIBITED
