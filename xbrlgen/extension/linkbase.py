"""A linkbase of relationships between concepts: presentation, calculation or definition (XBRL 2.1 section 3.5)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from xbrlgen.extension.arcroles import DECLARED_AT
from xbrlgen.extension.networks import Arc, Network, roles_of
from xbrlgen.extension.subject import Subject
from xbrlgen.model import QName
from xbrlgen.templating import render


@dataclass(frozen=True, slots=True)
class _WrittenArc:
    arc: Arc
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class _ExtendedLink:
    """A network with the locators that its arcs go between, by label."""

    role: str
    locators: Mapping[str, str]
    arcs: Sequence[_WrittenArc]


def linkbase(kind: str, networks: Sequence[Network], subject: Subject) -> bytes:
    """The linkbase of `networks`; `kind` is what its links are called, such as ``definition``.

    Two arcs between one pair of locators are no XLink (section 5.1.3 there), so a second relationship between two
    concepts goes to a locator of its own.
    """
    schema = subject.file(subject.settings.schema_file)
    arcroles = dict.fromkeys(arc.arcrole for network in networks for arc in network.arcs if arc.arcrole in DECLARED_AT)
    return render(
        "taxonomy/linkbase.xml.jinja",
        kind=kind,
        roles=[(role.uri, f"{schema}#{role.id}") for role in roles_of(networks)],
        arcroles=[(each, DECLARED_AT[each]) for each in arcroles],
        links=[_extended_link(each, subject) for each in networks],
    )


def _extended_link(network: Network, subject: Subject) -> _ExtendedLink:
    locators = _Locators(subject)
    return _ExtendedLink(network.role.uri, locators.addresses, tuple(_written(network.arcs, locators)))


def _written(arcs: Iterable[Arc], locators: "_Locators") -> Iterator[_WrittenArc]:
    pairs: Counter[tuple[QName, QName]] = Counter()
    for arc in arcs:
        pairs[arc.source, arc.target] += 1
        yield _WrittenArc(arc, locators.label(arc.source), locators.label(arc.target, pairs[arc.source, arc.target]))


class _Locators:
    """Gives each concept a locator, and further ones where one is not enough."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._labels: dict[tuple[QName, int], str] = {}
        self.addresses: dict[str, str] = {}

    def label(self, concept: QName, occurrence: int = 1) -> str:
        """The label of a concept's locator: its local name, numbered where another locator has that."""
        known = self._labels.get((concept, occurrence))
        if known is not None:
            return known
        label, number = concept.local_name, 1
        while label in self.addresses:
            number += 1
            label = f"{concept.local_name}_{number}"
        self._labels[concept, occurrence] = label
        self.addresses[label] = self._subject.address(concept)
        return label
