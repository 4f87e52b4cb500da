"""Which tag reports which fact: nothing is kept for each fact but a number."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from xbrlgen.model import Fact
from xbrlgen.readers.inline.document_set import DocumentSet
from xbrlgen.readers.inline.page import Tag

if TYPE_CHECKING:
    from array import array


class TagsOfFacts(Mapping[str, Tag]):
    """The tags of `facts` by their ids, and of what else is in `further`; made when they are asked for.

    `numbers` are those of the tags among all in the set that report facts.
    """

    def __init__(
        self, documents: DocumentSet, facts: tuple[Fact, ...], numbers: "array[int]", further: Mapping[str, Tag]
    ) -> None:
        self.facts = facts
        self._documents = documents
        self._numbers = numbers
        self._further = further

    def __getitem__(self, name: str) -> Tag:
        found = self._further.get(name)
        return self._documents.fact(self._by_id[name]) if found is None else found

    def __iter__(self) -> Iterator[str]:
        yield from self._by_id
        yield from (name for name in self._further if name not in self._by_id)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @cached_property
    def _by_id(self) -> Mapping[str, int]:
        return {fact.id: number for fact, number in zip(self.facts, self._numbers, strict=True)}
