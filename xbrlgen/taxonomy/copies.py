"""Whether a taxonomy lies somewhere else, too, byte for byte."""

import os
from collections.abc import Iterator
from pathlib import Path

from xbrlgen.addresses import absolute, is_url
from xbrlgen.taxonomy.catalog import Catalog
from xbrlgen.taxonomy.documents import Source, digest_of
from xbrlgen.taxonomy.dts import Dts


def documents(dts: Dts) -> Iterator[tuple[str, Source, str]]:
    """The URL or path of each document, where it lies, and the digest of its bytes (see `Document`)."""
    for url, schema in dts.schemas.items():
        yield url, schema.document.source, schema.document.digest
    for url, linkbase in dts.linkbases.items():
        if "#" not in url:  # else it stands in a schema
            yield url, linkbase.source, linkbase.digest


def place(source: Source, start: Path) -> str:
    """Where a document on disk lies from the folder `start`."""
    try:
        return Path(os.path.relpath(str(source), start)).as_posix()
    except ValueError:  # on another drive
        return str(source)


def is_copied(dts: Dts, entry: str, catalog: Catalog) -> bool:
    """Whether the taxonomy that starts at the URL `entry`, as `catalog` answers it, is that of `dts`.

    Its documents on disk then lie in the same places from each other there, with the same bytes, and all others are the
    very same.
    """
    start = Path(dts.entry_points[0]).parent
    return all(
        catalog.locate(url) == source
        if is_url(url)
        else _has_digest(catalog.locate(absolute(place(source, start), entry)), digest)
        for url, source, digest in documents(dts)
    )


def _has_digest(source: Source | None, digest: str) -> bool:
    try:
        return source is not None and digest_of(source.read_bytes()) == digest
    except OSError:
        return False
