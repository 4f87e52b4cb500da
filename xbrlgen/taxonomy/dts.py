"""Discovers the schemas of a taxonomy: from its entry points along imports and includes (XBRL 2.1 section 3.2)."""

import os
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urldefrag, urljoin

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.taxonomy.catalog import Catalog
from xbrlgen.taxonomy.documents import Source, read_document
from xbrlgen.taxonomy.schema import Schema, SchemaReference, read_schema

NOWHERE = Location("")


@dataclass(frozen=True, slots=True)
class Dts:
    """A discoverable taxonomy set: its schemas by URL, in the order of discovery, and what was wrong on the way.

    A schema on disk, such as an issuer's extension, has its path as its URL. A file that answers several URLs is there
    once, under the first.
    """

    entry_points: tuple[str, ...]
    catalog: Catalog
    schemas: Mapping[str, Schema]
    findings: tuple[Finding, ...]
    urls: Mapping[Source, str]

    def locate(self, url: str) -> Source | None:
        """The document that answers a URL or path of this DTS, None if none does."""
        return locate(url, self.catalog)

    def schema(self, url: str) -> Schema | None:
        """The schema that answers `url`, under whichever URL it was found first; None if it is no part of the DTS."""
        if url in self.schemas:
            return self.schemas[url]
        source = self.locate(url)
        return None if source is None else self.schemas.get(self.urls.get(source, ""))


def locate(url: str, catalog: Catalog) -> Source | None:
    """The document that answers a URL, by `catalog`, or a path; None if none does."""
    if is_url(url):
        return catalog.locate(url)
    path = Path(url)
    return path if path.is_file() else None


def discover(entry_points: Iterable[str], catalog: Catalog, referrer: Location = NOWHERE) -> Dts:
    """The DTS that starts at these URLs or paths; `referrer` is the place that names them, for findings."""
    starts = tuple(entry_points)
    discovery = _Discovery(catalog)
    for url in starts:
        discovery.wants(url, referrer)
    discovery.run()
    return Dts(starts, catalog, discovery.schemas, tuple(discovery.findings), discovery.urls)


def absolute(location: str, base: str) -> str:
    """The URL or path that `location` means in the document at `base`, without its fragment."""
    location = urldefrag(location).url
    if is_url(location):
        return location
    if is_url(base):
        joined = urljoin(base, location)
        return joined if is_url(joined) else f"file:///{joined}"  # a drive's path in a package leads to no disk
    return Path(os.path.normpath(Path(base).parent / location)).as_posix()


def is_url(text: str) -> bool:
    """Whether `text` is an absolute URL rather than a path; a single letter before the colon is a drive."""
    scheme, separator, _ = text.partition(":")
    return bool(separator) and len(scheme) > 1 and scheme.replace("+", "").replace("-", "").replace(".", "").isalnum()


@dataclass(slots=True)
class _Wanted:
    url: str
    place: Location
    namespace: str | None = None
    including: str = ""


@dataclass(slots=True)
class _Discovery:
    """The documents still to read, those that were read, and what was wrong with them."""

    catalog: Catalog
    schemas: dict[str, Schema] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    urls: dict[Source, str] = field(default_factory=dict)
    _queue: deque[_Wanted] = field(default_factory=deque)
    _seen: set[str] = field(default_factory=set)

    def wants(self, url: str, place: Location) -> None:
        self._queue.append(_Wanted(urldefrag(url).url, place))

    def run(self) -> None:
        while self._queue:
            wanted = self._queue.popleft()
            if wanted.url not in self._seen:
                self._seen.add(wanted.url)
                self._read(wanted)
            else:
                self._check_namespace(wanted, self.schemas.get(wanted.url))

    def _read(self, wanted: _Wanted) -> None:
        source = locate(wanted.url, self.catalog)
        if source is None:
            self.findings.append(unanswered(wanted.url, wanted.place))
            return
        if (other := self.urls.setdefault(source, wanted.url)) != wanted.url:
            self._check_namespace(wanted, self.schemas.get(other))
            return
        document = read_document(wanted.url, source)
        schema = document if isinstance(document, Finding) else read_schema(document, wanted.including)
        if isinstance(schema, Finding):
            self.findings.append(schema)
            return
        self.schemas[wanted.url] = schema
        self._check_namespace(wanted, schema)
        for reference in schema.references():
            self._follow(reference, schema)

    def _follow(self, reference: SchemaReference, schema: Schema) -> None:
        url = absolute(reference.location, schema.document.url)
        including = schema.namespace if reference.namespace is None else ""
        self._queue.append(_Wanted(url, schema.document.place(reference.element), reference.namespace, including))

    def _check_namespace(self, wanted: _Wanted, schema: Schema | None) -> None:
        """XML Schema 1, section 4.2.3: an import and what it imports name the same namespace."""
        if schema is not None and wanted.namespace not in {None, schema.namespace}:
            message = (
                f"'{wanted.url}' has the namespace '{schema.namespace}', not '{wanted.namespace}' as the import says"
            )
            self.findings.append(finding("XG307", message, wanted.place))


def unanswered(url: str, place: Location) -> Finding:
    """The finding for a URL or path that nothing answers."""
    places = [place] if place.path else []
    if is_url(url):
        return finding("XG301", f"neither the bundled taxonomies nor a package that was given answer '{url}'", *places)
    return finding("XG305", f"there is no file '{url}'", *places)
