"""Keeps what the linkbases of a taxonomy on disk say, so that an issuer's own are read through once while they stay.

A file belongs to the first document of a taxonomy that lies on disk: its name is a digest of the bytes of that, the
version of the program and that of the form. It has the contents of linkbases by digests of their bytes, in the form of
`xbrlgen.taxonomy.kept_linkbases`. Those that a taxonomy has no more are left out when it is written again.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from xbrlgen.taxonomy import kept_files
from xbrlgen.taxonomy.documents import LARGEST, Document, Source, digest_of
from xbrlgen.taxonomy.kept_linkbases import FORM, body_of, read_body
from xbrlgen.taxonomy.linkbase import LinkbaseDocument
from xbrlgen.taxonomy.linkbase_content import Content

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WORTH_KEEPING = 50_000
"""Bytes of contents below which reading the XML again costs less than a file."""

_PREFIX = "contents-"


class KeptContents:
    """The contents of the linkbases on disk of one taxonomy, those from an earlier run and those that are new."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._places: Mapping[str, Sequence[Sequence[int]]] = {}
        self._parts = b""
        self._used: dict[str, Content] = {}
        self._has_new = False

    def start(self, document: Document) -> None:
        """Look for what is kept, if `document` is the first one that lies on disk."""
        folder = kept_files.folder()
        if self._path is None and document.digest and folder is not None:
            self._path = folder / f"{_PREFIX}{digest_of(_key(document).encode())}"
            self._places, self._parts = read_body(self._path)

    def find(self, url: str, source: Source) -> LinkbaseDocument | None:
        """The linkbase at `source`, which findings know by `url`; None if it is none, or not known."""
        if not self._places or not isinstance(source, Path) or source.suffix == ".xsd":
            return None
        try:
            digest = digest_of(source.read_bytes()) if source.stat().st_size <= LARGEST else ""
        except OSError:
            return None
        if digest not in self._places:
            return None
        content = Content(*(self._parts[start:end] for start, end in self._places[digest]))
        self._used[digest] = content
        return LinkbaseDocument(url, source, content, digest=digest)

    def add(self, document: Document, content: Content) -> None:
        """Keep the content of a linkbase, on disk after `save`."""
        if self._path is not None and document.digest:
            self._used[document.digest] = content
            self._has_new = True

    def save(self) -> None:
        """Write what the taxonomy has, if some of it is new and it is worth it."""
        size = sum(len(part) for content in self._used.values() for part in content)
        if self._path is not None and self._has_new and size >= _WORTH_KEEPING:
            kept_files.write(self._path, _PREFIX, body_of(self._used))


def _key(document: Document) -> str:
    from xbrlgen import __version__

    return f"{document.digest} {FORM} {__version__}"
