"""A linkbase of relationships between concepts: presentation, calculation or definition (XBRL 2.1 section 3.5)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.extension.arcroles import DECLARED_AT
from xbrlgen.extension.label_roles import declared
from xbrlgen.extension.locators import Locators
from xbrlgen.extension.networks import Arc, Network, roles_of
from xbrlgen.extension.roles import Role
from xbrlgen.extension.subject import Subject
from xbrlgen.templating import render

if TYPE_CHECKING:
    from xbrlgen.model import QName


class _WrittenArc(NamedTuple):
    arc: Arc
    source: str
    target: str


class _ExtendedLink(NamedTuple):
    """A network with the locators that its arcs go between, by label."""

    role: str
    locators: Mapping[str, str]
    arcs: Sequence[_WrittenArc]


def linkbase(kind: str, networks: Sequence[Network], subject: Subject) -> bytes:
    """The linkbase of `networks`; `kind` is what its links are called, such as ``definition``.

    Two arcs between one pair of locators are no XLink (section 5.1.3 there), so a second relationship between two
    concepts goes to a locator of its own.
    """
    arcs = [arc for network in networks for arc in network.arcs]
    arcroles = dict.fromkeys(arc.arcrole for arc in arcs)
    labels = dict.fromkeys(arc.attributes.get("preferredLabel", "") for arc in arcs)
    return render(
        "taxonomy/linkbase.xml.jinja",
        kind=kind,
        roles=[*((role.uri, _address(role, subject)) for role in roles_of(networks)), *declared(labels)],
        arcroles=[(each, DECLARED_AT[each]) for each in arcroles if each in DECLARED_AT],
        links=[_extended_link(each, subject) for each in networks],
    )


def _address(role: Role, subject: Subject) -> str:
    return f"{role.schema or subject.file(subject.settings.schema_file)}#{role.id}"


def _extended_link(network: Network, subject: Subject) -> _ExtendedLink:
    locators = Locators(subject)
    return _ExtendedLink(network.role.uri, locators.addresses, tuple(_written(network.arcs, locators)))


def _written(arcs: Iterable[Arc], locators: Locators) -> Iterator[_WrittenArc]:
    pairs: Counter[tuple[QName, QName]] = Counter()
    for arc in arcs:
        pairs[arc.source, arc.target] += 1
        yield _WrittenArc(arc, locators.label(arc.source), locators.label(arc.target, pairs[arc.source, arc.target]))
