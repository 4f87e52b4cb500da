"""The presentation networks: the lines of each section below its heading, with the axes of its table."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from xbrlgen.extension.arcroles import PARENT_CHILD
from xbrlgen.extension.domains import members_below
from xbrlgen.extension.hypercubes import Hypercube, axes_of
from xbrlgen.extension.lines import Line
from xbrlgen.extension.networks import Arc, Network
from xbrlgen.extension.outline import Outline
from xbrlgen.extension.subject import Subject
from xbrlgen.model import QName


def presentation_networks(
    outline: Outline, cubes: Sequence[Hypercube], calculations: Iterable[Network], subject: Subject
) -> Iterator[Network]:
    """The network of a section, and one for each further role in which it has calculations (XBRL 2.1 section 5.2.4).

    Each has one root: the heading of the section.
    """
    tree = _Tree()
    lines = (*outline.lines, *_unlisted(outline, calculations))
    _place(lines, outline.heading, _container(outline, cubes, tree, subject), tree)
    if tree.arcs:
        yield Network(outline.role, tuple(tree.arcs))
    for network in calculations:
        if network.role != outline.role:
            yield _of_calculation(network, outline)


def _container(outline: Outline, cubes: Sequence[Hypercube], tree: "_Tree", subject: Subject) -> QName:
    """What the lines stand below: the heading, or the line items of a table with its axes beside them."""
    if not cubes:
        return outline.heading
    tree.add(outline.heading, outline.table)
    for axis, members in axes_of(cubes).items():
        tree.add(outline.table, axis)
        top = subject.default_member(axis) or axis
        if top != axis:
            tree.add(axis, top)
        for parent, member in members_below(axis, members, subject):
            tree.add(parent or top, member)
    tree.add(outline.table, outline.line_items)
    return outline.line_items


def _place(lines: Iterable[Line], heading: QName, container: QName, tree: "_Tree") -> None:
    """Each line below the nearest one before it that is indented less."""
    above: list[tuple[int, QName]] = []
    for line in lines:
        while above and above[-1][0] >= line.level:
            above.pop()
        parent = above[-1][1] if above else container
        if line.concept not in {None, heading} and tree.add(parent, line.concept, line.role):
            above.append((line.level, line.concept))


def _unlisted(outline: Outline, calculations: Iterable[Network]) -> Iterator[Line]:
    """Terms of calculations that the section does not show itself: both networks of a role have the same concepts."""
    listed = {line.concept for line in outline.lines}
    ends = dict.fromkeys(end for network in calculations for arc in network.arcs for end in (arc.source, arc.target))
    yield from (Line(concept, "") for concept in ends if concept not in listed)


def _of_calculation(network: Network, outline: Outline) -> Network:
    """The items of each total, and then the total."""
    roles = {line.concept: line.role for line in reversed(outline.lines)}
    tree = _Tree()
    for total in dict.fromkeys(arc.source for arc in network.arcs):
        for concept in (*(arc.target for arc in network.arcs if arc.source == total), total):
            tree.add(outline.heading, concept, roles.get(concept, ""))
    return Network(network.role, tuple(tree.arcs))


class _Tree:
    """The arcs of one network as it grows: no two are the same, and no circle closes."""

    def __init__(self) -> None:
        self.arcs: list[Arc] = []
        self._placed: set[tuple[QName, QName, str]] = set()
        self._below: defaultdict[QName, set[QName]] = defaultdict(set)
        self._children: Counter[QName] = Counter()

    def add(self, parent: QName, child: QName, role: str = "") -> bool:
        """Put `child` below `parent` under the label of `role`, unless it is there; whether it is there now."""
        if self._reaches(child, parent):
            return False
        if (parent, child, role) not in self._placed:
            self._placed.add((parent, child, role))
            self._below[parent].add(child)
            self._children[parent] += 1
            attributes = {"preferredLabel": role} if role else {}
            self.arcs.append(Arc(PARENT_CHILD, parent, child, self._children[parent], attributes))
        return True

    def _reaches(self, concept: QName, other: QName) -> bool:
        """Whether `other` is `concept` or somewhere below it."""
        seen, waiting = {concept}, [concept]
        while waiting:
            if (at := waiting.pop()) == other:
                return True
            further = self._below[at] - seen if at in self._below else set()
            seen |= further
            waiting += further
        return False
