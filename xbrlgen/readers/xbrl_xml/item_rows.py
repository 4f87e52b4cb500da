"""What is kept of each item of an instance beside its fact: so little that there may be a million of them."""

from array import array
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xbrlgen.findings import Location


class ItemRows:
    """Columns with the tag, the context and the id of each item as written, and the number of the root's child it is.

    `places` are those of items that are not plain, by the number of their row.
    """

    def __init__(self) -> None:
        self.tags: list[str] = []
        self.contexts: list[str] = []
        self.ids: list[str] = []
        self.children = array("L")
        self.places: dict[int, Location] = {}

    def __len__(self) -> int:
        return len(self.tags)

    def add(self, tag: str, context: str, identifier: str, child: int) -> None:
        """One more item."""
        self.tags.append(tag)
        self.contexts.append(context)
        self.ids.append(identifier)
        self.children.append(child)

    def replace_ids(self, ids: Mapping[str, str], first: int) -> None:
        """Hold the ids that equal ones of `ids` lead to in place of those of the rows from `first` on."""
        if ids:
            self.ids[first:] = [ids.get(each, each) for each in self.ids[first:]]
