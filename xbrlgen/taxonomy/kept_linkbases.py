"""Keeps what the linkbases of taxonomy packages say on disk, so that a large package is read through once.

A file belongs to one package: its name is a digest of the package's bytes, the version of the program and that of the
form. There are, on one line as JSON, the places of the parts of each linkbase, and then the parts themselves (see
`xbrlgen.taxonomy.linkbase_content.Content`).
"""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from xbrlgen.taxonomy import kept_files
from xbrlgen.taxonomy.documents import PackagedSource, Source, digest_of, is_packaged
from xbrlgen.taxonomy.linkbase_content import Content

FORM = 4
"""The version of the form, of the files and of the contents in them."""

_WORTH_KEEPING = 200_000
"""Bytes of new contents below which reading the XML again costs less than a file."""

_PREFIX = "linkbases-"


class KeptLinkbases:
    """The contents of the linkbases of one package, those from an earlier run and those that were added since."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._places, self._parts = read_body(path) if path is not None else ({}, b"")
        self._added: dict[str, Content] = {}
        self._unsaved = 0

    def find(self, name: str) -> Content | None:
        """The content of the linkbase at `name` in the package, None if it is not known."""
        if name in self._places:
            return Content(*(self._parts[start:end] for start, end in self._places[name]))
        return self._added.get(name)

    def add(self, name: str, content: Content) -> None:
        """Keep the content of a linkbase, on disk after `save`."""
        self._added[name] = content
        self._unsaved += sum(map(len, content))

    def save(self) -> None:
        """Write what was added, if it is worth it; a directory that cannot be written to is left as it is."""
        if self._path is None or self._unsaved < _WORTH_KEEPING:
            return
        self._unsaved = 0
        known = {name: content for name in self._places if (content := self.find(name)) is not None}
        kept_files.write(self._path, _PREFIX, body_of(known | self._added))


class KeptPackages:
    """What is kept of the packages that one taxonomy needs; the documents of none are passed over."""

    def __init__(self) -> None:
        self._folder = kept_files.folder()
        self._packages: dict[str, KeptLinkbases] = {}

    def find(self, source: Source) -> Content | None:
        """The content of the linkbase that lies at `source` in a package, None if it is not known."""
        return self._of(source).find(source.name) if is_packaged(source) else None

    def add(self, source: Source, content: Content) -> None:
        """Keep the content of the linkbase at `source`, on disk after `save`."""
        if is_packaged(source):
            self._of(source).add(source.name, content)

    def save(self) -> None:
        """Write what is new."""
        for each in self._packages.values():
            each.save()

    def _of(self, source: PackagedSource) -> KeptLinkbases:
        if source.package not in self._packages:
            self._packages[source.package] = _of_package(source.package, self._folder)
        return self._packages[source.package]


@lru_cache(maxsize=8)
def _of_package(digest: str, folder: Path | None) -> KeptLinkbases:
    from xbrlgen import __version__

    key = digest_of(f"{digest} {FORM} {__version__}".encode())
    return KeptLinkbases(None if folder is None else folder / f"{_PREFIX}{key}")


def read_body(path: Path) -> tuple[Mapping[str, Sequence[Sequence[int]]], bytes]:
    """The places of the parts of each linkbase, and the parts; nothing where the file is not to be trusted."""
    head, _, parts = kept_files.read(path).partition(b"\n")
    return json.loads(head or b"{}"), parts


def body_of(contents: Mapping[str, Content]) -> bytes:
    """The contents as they are kept."""
    places: dict[str, list[tuple[int, int]]] = {}
    end = 0
    for name, content in contents.items():
        places[name] = []
        for part in content:
            places[name].append((end, end := end + len(part)))
    head = json.dumps(places, separators=(",", ":")).encode() + b"\n"
    return head + b"".join(part for content in contents.values() for part in content)
