"""The presentation of a filing, as the linkbases of the issuer's own taxonomy have it (XBRL 2.1 section 5.2.4)."""

from collections.abc import Mapping
from typing import NamedTuple

from xbrlgen.model import QName
from xbrlgen.rules.extension_taxonomy import OwnTaxonomy

_PARENT_CHILD = "http://www.xbrl.org/2003/arcrole/parent-child"


class Tree(NamedTuple):
    """The presentation of one role: the children of each concept."""

    children: Mapping[QName, tuple[QName, ...]]

    @property
    def roots(self) -> tuple[QName, ...]:
        """The concepts that nothing is above."""
        below = {child for children in self.children.values() for child in children}
        return tuple(concept for concept in self.children if concept not in below)

    def under(self, concept: QName) -> frozenset[QName]:
        """The concept, and all that is below it."""
        seen, waiting = {concept}, [concept]
        while waiting:
            further = {each for each in self.children.get(waiting.pop(), ()) if each not in seen}
            seen |= further
            waiting += further
        return frozenset(seen)


def trees(own: OwnTaxonomy) -> tuple[Tree, ...]:
    """The presentation of each role, in the order of the linkbases."""
    found: dict[str, dict[QName, list[QName]]] = {}
    for each in own.relationships(_PARENT_CHILD):
        found.setdefault(each.role, {}).setdefault(each.source, []).append(each.target)
    return tuple(Tree({parent: tuple(below) for parent, below in of_role.items()}) for of_role in found.values())
