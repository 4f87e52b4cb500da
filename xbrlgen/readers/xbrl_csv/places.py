"""Where facts stand in CSV files: kept as two numbers each, as there may be a million of them."""

from array import array
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from xbrlgen.findings import Location

if TYPE_CHECKING:
    from xbrlgen.model import Fact

_FURTHEST = 2**32 - 1


class Places(Mapping[str, Location]):
    """The places of facts and notes by their ids; `path` is the file whose facts are noted.

    `facts` are all facts, in the order in which they were noted: they have to be given before a place is asked for.
    """

    def __init__(self) -> None:
        self.facts: Sequence[Fact] = ()
        self._notes: dict[int, str] = {}
        self._paths: list[str] = []
        self._starts: list[int] = []
        self._lines = array("I")
        self._columns = array("I")

    @property
    def path(self) -> str:
        """The file that is read."""
        return self._paths[-1]

    def begin(self, path: str) -> None:
        """Go on with the facts of another file."""
        self._paths.append(path)
        self._starts.append(len(self._lines))

    def add(self, line: int, column: int, note: str = "") -> None:
        """Keep where the next fact of the current file stands, or the `note` of that id."""
        if note:
            self._notes[len(self._lines)] = note
        self._lines.append(line)
        self._columns.append(min(column, _FURTHEST))

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        """What number of the lines and columns each id has; made for the first finding that needs one."""
        notes, facts = self._notes, iter(self.facts)
        ids = (notes[number] if number in notes else next(facts).id for number in range(len(self._lines)))
        return {name: number for number, name in enumerate(ids)}

    def __getitem__(self, fact: str) -> Location:
        """The place of a fact; raises KeyError where there is no such fact."""
        number = self._numbers[fact]
        path = self._paths[bisect(self._starts, number) - 1]
        return Location(path, self._lines[number], self._columns[number])

    def __iter__(self) -> Iterator[str]:
        """The ids of the facts, in the order of the files."""
        return iter(self._numbers)

    def __len__(self) -> int:
        """How many facts there are."""
        return len(self._numbers)
