"""Places as outputs name them: within the report folder, wherever that lies on this machine."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar, overload

from xbrlgen.findings import Finding, Location

_Other = TypeVar("_Other")


class Published(Mapping[str, Location]):
    """The places of the parts of a report, by their ids, as outputs name them."""

    def __init__(self, places: Mapping[str, Location], source: Path) -> None:
        self._places, self._source = places, source
        self._paths: dict[str, str] = {}
        self._given = self._named = Location("")
        """The place that was last asked for, and what it is named: a fact and its cell often have the very same one."""

    def __getitem__(self, part: str) -> Location:
        return self.place(self._places[part])

    @overload
    def get(self, part: str, /) -> Location | None: ...

    @overload
    def get(self, part: str, /, default: Location | _Other) -> Location | _Other: ...

    def get(self, part: str, /, default: Location | _Other | None = None) -> Location | _Other | None:
        """The place of a part; `default` where it has none."""
        place = self._places.get(part)
        if place is None:
            return default
        if place is not self._given:
            self._given, self._named = place, self.place(place)
        return self._named

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def place(self, place: Location) -> Location:
        """A place by its path in the folder; any other is as it was."""
        path, line, column, pointer, length = place
        return Location(self._paths.get(path) or self._path(path), line, column, pointer, length)

    def _path(self, path: str) -> str:
        given = Path(path)
        is_inside = given.is_relative_to(self._source)
        published = self._paths[path] = given.relative_to(self._source).as_posix() if is_inside else path
        return published

    def finding(self, each: Finding) -> Finding:
        """A finding with its places published."""
        return each._replace(locations=tuple(map(self.place, each.locations)))
