"""What is kept of each item of an instance beside its fact: so little that there may be a million of them."""

from bisect import bisect_right
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xbrlgen.findings import Location


class ItemRows:
    """Columns with the tag, the context and the id of each item as written.

    `places` are those of items that are not plain, by the number of their row. Which child of the root an item is need
    not be kept of each: next to nearly every item comes another one.
    """

    def __init__(self) -> None:
        self.tags: list[str] = []
        self.contexts: list[str] = []
        self.ids: list[str] = []
        self.places: dict[int, Location] = {}
        self._starts = [0]
        self._ahead = [0]
        """By how much the numbers of children are ahead of those of rows, from each start on."""

    def __len__(self) -> int:
        return len(self.tags)

    @property
    def next_child(self) -> int:
        """The number of the child of the root, among those that are items or tuples, that the next row is of."""
        return len(self) + self._ahead[-1]

    @next_child.setter
    def next_child(self, number: int) -> None:
        if number != self.next_child:
            self._starts.append(len(self))
            self._ahead.append(number - len(self))

    def child(self, row: int) -> int:
        """The number of the child of the root that a row is of or within."""
        return row + self._ahead[bisect_right(self._starts, row) - 1]

    def add(self, tag: str, context: str, identifier: str) -> None:
        """One more item, of the next child."""
        self.tags.append(tag)
        self.contexts.append(context)
        self.ids.append(identifier)

    def replace_ids(self, ids: Mapping[str, str], first: int) -> None:
        """Hold the ids that equal ones of `ids` lead to in place of those of the rows from `first` on."""
        if ids:
            self.ids[first:] = [ids.get(each, each) for each in self.ids[first:]]
