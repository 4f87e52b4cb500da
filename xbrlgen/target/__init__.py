"""The target document: a report's facts with the contexts, units, ids and prefixes that every syntax writes."""

from xbrlgen.target.allocation import concepts_of, holds_names, presented, target_document, with_names
from xbrlgen.target.document import (
    Context,
    LinkbaseReference,
    RoleReference,
    TargetDocument,
    TargetFact,
    TargetFootnote,
    TargetUnit,
)
from xbrlgen.target.obstacles import Obstacle, obstacles
from xbrlgen.target.prefixes import names_in

__all__ = [
    "Context",
    "LinkbaseReference",
    "Obstacle",
    "RoleReference",
    "TargetDocument",
    "TargetFact",
    "TargetFootnote",
    "TargetUnit",
    "concepts_of",
    "holds_names",
    "names_in",
    "obstacles",
    "presented",
    "target_document",
    "with_names",
]
