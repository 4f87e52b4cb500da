"""Where facts stand in CSV files: kept as one number each, as there may be a million of them."""

from collections.abc import Iterator, Mapping

from xbrlgen.findings import Location

_BITS = 32
_MASK = (1 << _BITS) - 1


class Places(Mapping[str, Location]):
    """The places of facts by their ids; `path` is the file whose facts are noted."""

    def __init__(self) -> None:
        self._paths: list[str] = []
        self._packed: dict[str, int] = {}

    @property
    def path(self) -> str:
        """The file that is read."""
        return self._paths[-1]

    def begin(self, path: str) -> None:
        """Go on with the facts of another file."""
        self._paths.append(path)

    def note(self, fact: str, line: int, column: int) -> None:
        """Keep where a fact of the current file stands."""
        self._packed[fact] = (((len(self._paths) - 1) << _BITS | line) << _BITS) | column

    def __getitem__(self, fact: str) -> Location:
        """The place of a fact; raises KeyError where there is no such fact."""
        packed = self._packed[fact]
        return Location(self._paths[packed >> 2 * _BITS], packed >> _BITS & _MASK, packed & _MASK)

    def __iter__(self) -> Iterator[str]:
        """The ids of the facts, in the order of the files."""
        return iter(self._packed)

    def __len__(self) -> int:
        """How many facts there are."""
        return len(self._packed)
