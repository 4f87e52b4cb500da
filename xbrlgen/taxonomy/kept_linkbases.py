"""Keeps what the linkbases of taxonomy packages say on disk, so that a large package is read through once.

A file belongs to one package: its name is a digest of the package's bytes, the version of the program and that of the
form. It begins with a digest of all that follows; then come, on one line as JSON, the places of the parts of each
linkbase, and the parts themselves (see `xbrlgen.taxonomy.linkbase_content.Content`). Nothing in it is ever executed,
and a file that is damaged, older, or somebody else's counts as none.

It lies in the directory that the environment variable ``XBRLGEN_CACHE`` names (``off``: nowhere), else in ``xbrlgen``
below ``XDG_CACHE_HOME`` or ``~/.cache``.
"""

import contextlib
import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from xbrlgen.taxonomy.documents import PackagedSource, Source
from xbrlgen.taxonomy.linkbase_content import Content

FORM = 1
"""The version of the form, of the files and of the contents in them."""

_WORTH_KEEPING = 200_000
"""Bytes of new contents below which reading the XML again costs less than a file."""

_LARGEST = 500_000_000
_FILES = 24
"""How many files are kept; the oldest go first."""

_PREFIX = "linkbases-"
_DIGEST = 64


class KeptLinkbases:
    """The contents of the linkbases of one package, those from an earlier run and those that were added since."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._places, self._parts = _read(path) if path is not None else ({}, b"")
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
        with contextlib.suppress(OSError):
            _write(self._path, known | self._added)
            _remove_oldest(self._path.parent)


def kept_content(source: Source) -> Content | None:
    """The content of the linkbase that lies at `source` in a package, None if it is not known."""
    return _of_package(source.package, _folder()).find(source.name) if isinstance(source, PackagedSource) else None


def keep(source: PackagedSource, content: Content) -> None:
    """Remember the content of the linkbase at `source`; on disk after `save`."""
    _of_package(source.package, _folder()).add(source.name, content)


def save(sources: Iterable[Source]) -> None:
    """Write what is new of the packages that `sources` lie in."""
    for package in {each.package for each in sources if isinstance(each, PackagedSource)}:
        _of_package(package, _folder()).save()


@lru_cache(maxsize=8)
def _of_package(digest: str, folder: Path | None) -> KeptLinkbases:
    from xbrlgen import __version__

    key = hashlib.sha256(f"{digest} {FORM} {__version__}".encode()).hexdigest()
    return KeptLinkbases(None if folder is None else folder / f"{_PREFIX}{key}")


def _folder() -> Path | None:
    named = os.environ.get("XBRLGEN_CACHE", "")
    if named == "off":
        return None
    if named:
        return Path(named)
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "xbrlgen"
    except RuntimeError:  # there is no home
        return None


def _read(path: Path) -> tuple[Mapping[str, Sequence[Sequence[int]]], bytes]:
    """The places of the parts of each linkbase, and the parts; nothing where the file is not to be trusted."""
    try:
        with path.open("rb") as file:
            content = file.read() if _is_own(os.fstat(file.fileno())) else b""
    except OSError:
        return {}, b""
    body = memoryview(content)[_DIGEST:]
    if hashlib.sha256(body).hexdigest().encode() != content[:_DIGEST]:
        return {}, b""
    line = content.index(b"\n")
    return json.loads(content[_DIGEST:line]), content[line + 1 :]


def _is_own(status: os.stat_result) -> bool:
    """Whether a file is a regular one of a bearable size, and nobody else may write to it."""
    is_safe = os.name != "posix" or (
        status.st_uid == os.getuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    )
    return is_safe and stat.S_ISREG(status.st_mode) and status.st_size <= _LARGEST


def _write(path: Path, contents: Mapping[str, Content]) -> None:
    """Write a new file and put it in the place of the old one in one step."""
    places: dict[str, list[tuple[int, int]]] = {}
    end = 0
    for name, content in contents.items():
        places[name] = []
        for part in content:
            places[name].append((end, end := end + len(part)))
    head = json.dumps(places, separators=(",", ":")).encode() + b"\n"
    body = head + b"".join(part for content in contents.values() for part in content)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(prefix=_PREFIX, dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(hashlib.sha256(body).hexdigest().encode())
            file.write(body)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


def _remove_oldest(folder: Path) -> None:
    files = sorted(folder.glob(f"{_PREFIX}*"), key=lambda each: each.stat().st_mtime, reverse=True)
    for each in files[_FILES:]:
        each.unlink(missing_ok=True)
