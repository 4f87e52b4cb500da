"""Where facts stand in CSV files: kept as two numbers each, as there may be a million of them."""

from array import array
from bisect import bisect
from collections.abc import Iterator, Mapping

from xbrlgen.findings import Location


class Places(Mapping[str, Location]):
    """The places of facts by their ids; `path` is the file whose facts are noted."""

    def __init__(self) -> None:
        self._paths: list[str] = []
        self._starts: list[int] = []
        self._ids: list[str] = []
        self._lines = array("Q")
        self._columns = array("Q")
        self._numbers: dict[str, int] = {}
        self._indexed = 0

    @property
    def path(self) -> str:
        """The file that is read."""
        return self._paths[-1]

    def begin(self, path: str) -> None:
        """Go on with the facts of another file."""
        self._paths.append(path)
        self._starts.append(len(self._ids))

    def note(self, fact: str, line: int, column: int) -> None:
        """Keep where a fact of the current file stands."""
        self._ids.append(fact)
        self._lines.append(line)
        self._columns.append(column)

    def _known(self) -> Mapping[str, int]:
        """The place of each id in the lists; made for the first finding that needs one."""
        if self._indexed < len(self._ids):
            self._numbers = {fact: number for number, fact in enumerate(self._ids)}
            self._indexed = len(self._ids)
        return self._numbers

    def __getitem__(self, fact: str) -> Location:
        """The place of a fact; raises KeyError where there is no such fact."""
        number = self._known()[fact]
        path = self._paths[bisect(self._starts, number) - 1]
        return Location(path, self._lines[number], self._columns[number])

    def __iter__(self) -> Iterator[str]:
        """The ids of the facts, in the order of the files."""
        return iter(self._known())

    def __len__(self) -> int:
        """How many facts there are."""
        return len(self._known())
