"""Remembers which taxonomies nothing is wrong with, so that an issuer's own one is judged once while its bytes stay.

A taxonomy is known by a digest of all that it is judged by: the bytes of its documents and where they lie from the
first of them, the packages that answer URLs, and the version of the program. One file lists the digests of those that
were sound, the newest first (see `xbrlgen.taxonomy.kept_files` for where it lies and when it is trusted).
"""

import json
from collections.abc import Iterator
from pathlib import Path

from xbrlgen.addresses import is_url
from xbrlgen.taxonomy import kept_files
from xbrlgen.taxonomy.copies import documents, place
from xbrlgen.taxonomy.documents import digest_of, is_packaged
from xbrlgen.taxonomy.dts import Dts

FORM = 4
"""The version of the form and of the rules: a new one forgets all verdicts."""

_MOST = 500
"""How many taxonomies are remembered; the oldest go first."""

_NAME = "taxonomies"


class KeptTaxonomy:
    """Whether a DTS as a whole is known to be sound."""

    def __init__(self, dts: Dts) -> None:
        folder = kept_files.folder()
        self._path = None if folder is None or dts.findings else folder / _NAME
        self._digest = "" if self._path is None else _digest(dts)
        self.is_sound = self._digest in self._known()

    def remember(self) -> None:
        """Keep that nothing is wrong with the DTS."""
        if self._path is not None and not self.is_sound:
            known = [self._digest, *self._known()]
            kept_files.write(self._path, _NAME, "\n".join(known[:_MOST]).encode())
            self.is_sound = True

    def _known(self) -> list[str]:
        return [] if self._path is None else kept_files.read(self._path).decode("ascii").split()


def _digest(dts: Dts) -> str:
    from xbrlgen import __version__

    packages = [getattr(each.files, "digest", "") for each in dts.catalog.packages]
    known_by = [__version__, FORM, packages, *_documents(dts)]
    return digest_of(json.dumps(known_by).encode())


def _documents(dts: Dts) -> Iterator[tuple[str, ...]]:
    """Each document: its URL, or its place from the first that lies on disk, and what tells its bytes."""
    found = [*documents(dts)]
    start = next((Path(str(source)).parent for url, source, _ in found if not is_url(url)), Path())
    for url, source, digest in found:
        if is_packaged(source):
            yield url, source.package, source.name
        else:
            yield url if is_url(url) else place(source, start), digest
