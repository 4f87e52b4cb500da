"""What many entries of the inspector's data have in common: written once, and named by its index."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)


class Shared(Generic[_Key]):
    """Entries by what they are made of, each made on first use."""

    def __init__(self, entry: Callable[[_Key], object]) -> None:
        self.entries: list[object] = []
        self._entry = entry
        self._indexes: dict[_Key, int] = {}

    def index(self, key: _Key) -> int:
        """The index of the entry for `key`."""
        index = self._indexes.get(key)
        if index is None:
            index = self._indexes[key] = len(self.entries)
            self.entries.append(self._entry(key))
        return index
