"""Remembers which documents of taxonomy packages nothing is wrong with, so that official ones are judged once.

What a document of a package is judged by are itself and the documents that it leads to, which the same packages answer.
So a file belongs to one set of packages: its name is a digest of those of the packages and of the version of the
program. It lists the documents, each as the digest of its package and its name there (see
`xbrlgen.taxonomy.kept_files` for where it lies and when it is trusted).
"""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from xbrlgen.taxonomy import kept_files
from xbrlgen.taxonomy.documents import Source
from xbrlgen.taxonomy.dts import Dts

FORM = 1
"""The version of the form and of the rules: a new one forgets all verdicts."""

_PREFIX = "sound-"
_WORTH_KEEPING = 20
"""Documents below which judging them again costs less than a file."""


class KnownSound:
    """The documents of the packages of one DTS that are known to be sound."""

    def __init__(self, dts: Dts) -> None:
        packages = {str(getattr(each, "package", "")) for each in _sources(dts)} - {""}
        self._path = _path(packages)
        self._names = frozenset(json.loads(kept_files.read(self._path) or b"[]") if self._path else ())

    def __contains__(self, source: object) -> bool:
        return bool(self._names) and _name(source) in self._names

    def add(self, sources: Iterable[Source]) -> None:
        """Remember that nothing is wrong with these documents."""
        names = {_name(each) for each in sources} - {""} | self._names
        if self._path is not None and len(names) - len(self._names) >= _WORTH_KEEPING:
            kept_files.write(self._path, _PREFIX, json.dumps(sorted(names)).encode())


def _sources(dts: Dts) -> Iterable[Source]:
    yield from (each.document.source for each in dts.schemas.values())
    yield from (each.source for each in dts.linkbases.values())


def _name(source: object) -> str:
    """What a document of a package is called here, empty for others; protocols are slow to ask for."""
    package = getattr(source, "package", "")
    return f"{package} {getattr(source, 'name', '')}" if package else ""


def _path(packages: set[str]) -> Path | None:
    from xbrlgen import __version__

    folder = kept_files.folder()
    key = hashlib.sha256(f"{sorted(packages)} {FORM} {__version__}".encode()).hexdigest()
    return folder / f"{_PREFIX}{key}" if folder is not None and packages else None
