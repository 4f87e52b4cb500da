"""Texts in several pieces: the chains of ix:continuation (Inline XBRL 1.1 section 4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from xbrlgen.readers.inline import rules
from xbrlgen.readers.inline.document_set import DocumentSet
from xbrlgen.readers.inline.page import Tag

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Chains = Mapping["Element", tuple[Tag, ...]]
"""The pieces that follow the first one, by the element that begins the text."""


def continuations(documents: DocumentSet) -> Chains:
    """The chains of all texts, with findings for what is broken; a broken chain ends where it breaks."""
    following = _Following(documents)
    chains: dict[Element, tuple[Tag, ...]] = {}
    for tag in documents.of("nonNumeric", "footnote"):
        if tag.get("continuedAt"):
            chains[tag.element] = following.chain(tag)
    following.check_the_rest()
    return chains


@dataclass(slots=True)
class _Following:
    """The chains so far; each piece belongs to the first text that reaches it, so that this takes linear time."""

    documents: DocumentSet
    _used: dict[str, Tag] = field(default_factory=dict)

    def chain(self, start: Tag) -> tuple[Tag, ...]:
        """The pieces that follow `start`."""
        pieces: list[Tag] = []
        elements = {start.element}
        following = self._next(start, elements)
        while following is not None:
            pieces.append(following)
            elements.add(following.element)
            following = self._next(following, elements)
        return () if _is_nested((start, *pieces), elements) else tuple(pieces)

    def check_the_rest(self) -> None:
        """Findings for the pieces that no text reaches."""
        for tag in self.documents.of("continuation"):
            if tag.id not in self._used:
                tag.fault(rules.CONTINUATION_UNUSED, f"{tag} continues no text")

    def _next(self, tag: Tag, chain: set["Element"]) -> Tag | None:
        identifier = tag.get("continuedAt")
        if not identifier:
            return None
        found = self.documents.tag(identifier)
        if found is None:
            is_other = identifier in self.documents.ids
            rule = rules.CONTINUATION_TARGET if is_other else rules.CONTINUATION_MISSING
            what = "which is no ix:continuation" if is_other else "which does not exist"
        elif found.kind != "continuation":
            rule, what = rules.CONTINUATION_TARGET, f"which is {found}"
        elif found.element in chain:
            rule, what = rules.CONTINUATION_CYCLE, "which is an earlier piece of the same text"
        elif identifier in self._used:
            rule, what = rules.CONTINUATION_SHARED, f"which {self._used[identifier]} is continued at already"
        else:
            self._used[identifier] = tag
            return found
        tag.fault(rule, f"{tag} is continued at {identifier!r}, {what}")
        return None


def _is_nested(chain: tuple[Tag, ...], elements: set["Element"]) -> bool:
    """Whether a piece is within another one of the same text, with a finding."""
    for piece in chain:
        if len(chain) > 1 and any(each in elements for each in piece.ancestors()):
            piece.fault(rules.CONTINUATION_NESTED, f"{piece} is within another piece of its own text")
            return True
    return False
