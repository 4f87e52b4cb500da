"""How a taxonomy presents its concepts: one outline for each role of presentation links (XBRL 2.1 section 5.2.4)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from xbrlgen.model import QName
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.taxonomy.networks import Network

PARENT_CHILD = "http://www.xbrl.org/2003/arcrole/parent-child"
_MOST_LINES = 20_000
"""So many lines of one role are presented: concepts below several others multiply."""
_NUMBERED = re.compile(r"^\s*(?:\[\S+\]|[\d.]+\s+-)\s*")
"""What regulators put before a title to sort by."""


class Line(NamedTuple):
    """A concept where it is presented, how deep, and the role of the label that it has there."""

    concept: QName
    level: int
    label_role: str


class Outline(NamedTuple):
    """The lines of one role in order, and the axes among them."""

    role: str
    title: str
    lines: tuple[Line, ...]
    axes: frozenset[QName]


def outlines(taxonomy: Taxonomy) -> Iterator[Outline]:
    """The outlines of all roles, by what their definitions begin with, else by URI."""
    roles = taxonomy.networks.roles(PARENT_CHILD)
    for role in sorted(roles, key=lambda each: (_definition(each, taxonomy) or each, each)):
        lines = tuple(_lines(taxonomy.networks.network(PARENT_CHILD, role)))
        axes = frozenset(each.concept for each in lines if _is_axis(each.concept, taxonomy))
        definition = _definition(role, taxonomy)
        title = _NUMBERED.sub("", definition) or definition or role.rstrip("/").rpartition("/")[2]
        yield Outline(role, title, lines, axes)


def _definition(role: str, taxonomy: Taxonomy) -> str:
    declared = taxonomy.role_types.get(role, ())
    return " ".join(declared[0].definition.split()) if declared else ""


def _is_axis(name: QName, taxonomy: Taxonomy) -> bool:
    concept = taxonomy.concept(name)
    return concept is not None and concept.is_dimension


def _lines(network: Network) -> Iterator[Line]:
    """Every concept below the roots, depth first; a concept is not repeated below itself."""
    left = _MOST_LINES
    waiting = [(Line(root, 0, ""), frozenset({root})) for root in sorted(network.roots, reverse=True)]
    while waiting and left:
        left -= 1
        line, above = waiting.pop()
        yield line
        for each in reversed(network.children(line.concept)):
            if each.target not in above:
                below = Line(each.target, line.level + 1, each.preferred_label)
                waiting.append((below, above | {each.target}))
