"""The network that anchors own concepts to those of the base taxonomy (ESEF Reporting Manual 1.4 and 3.3)."""

from collections import Counter
from collections.abc import Iterable, Iterator

from xbrlgen.extension.arcroles import WIDER_NARROWER
from xbrlgen.extension.networks import Arc, Network
from xbrlgen.extension.roles import anchoring_role
from xbrlgen.extension.subject import Subject
from xbrlgen.model import ExtensionConcept, QName


def anchoring_networks(concepts: Iterable[ExtensionConcept], subject: Subject) -> Iterator[Network]:
    """One network with an arc from each wider concept to the narrower one; none where nothing is anchored."""
    orders: Counter[QName] = Counter()
    arcs: list[Arc] = []
    for wider, narrower in dict.fromkeys(pair for concept in concepts for pair in _pairs(concept)):
        orders[wider] += 1
        arcs.append(Arc(WIDER_NARROWER, wider, narrower, orders[wider]))
    if arcs:
        yield Network(anchoring_role(subject), tuple(arcs))


def _pairs(concept: ExtensionConcept) -> Iterator[tuple[QName, QName]]:
    yield from ((wider, concept.name) for wider in concept.anchors.wider)
    yield from ((concept.name, narrower) for narrower in concept.anchors.narrower)
