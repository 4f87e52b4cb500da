"""A discoverable taxonomy set: its documents, and what points into them (XBRL 2.1 section 3.2)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from xbrlgen.addresses import absolute, is_url, split
from xbrlgen.findings import Finding, Location, finding
from xbrlgen.model import QName
from xbrlgen.taxonomy.catalog import Catalog
from xbrlgen.taxonomy.documents import Document, Source
from xbrlgen.taxonomy.linkbase import LinkbaseDocument
from xbrlgen.taxonomy.pointers import pointed
from xbrlgen.taxonomy.schema import Schema

if TYPE_CHECKING:
    from lxml.etree import _Element

NOWHERE = Location("")

_NAMED = 3
"""How many of the URLs that one server should answer a finding names."""
_OF_TAXONOMIES = frozenset({".xsd", ".xml"})


class Folders(NamedTuple):
    """The folders whose files may be read: those of the files that the user gave, with all below them.

    A reference may also lead out of them, as from ``filing/`` to ``../taxonomy/``, to what is called a schema or
    linkbase and is one. Nothing else on the disk is opened, and no finding tells whether there is something else.
    """

    paths: tuple[Path, ...]

    @classmethod
    def of(cls, files: Iterable[str]) -> "Folders":
        """The folders that these files lie in; URLs lie in none."""
        return cls(tuple(dict.fromkeys(Path(each).resolve().parent for each in files if not is_url(each))))

    def find(self, path: str) -> Path | None:
        """The file at `path` if it is there and may be read; a path as URLs write it is understood too."""
        return next((found for each in (path, unquote(path)) if (found := self._file(Path(each))) is not None), None)

    def hold(self, path: Path) -> bool:
        """Whether a file lies in the folders, wherever links lead; raises OSError for what is no path."""
        try:
            true = path.resolve()
        except (RuntimeError, ValueError) as problem:  # links in a circle, zero bytes
            raise OSError(str(problem)) from problem
        return any(true.is_relative_to(each) for each in self.paths)

    def _file(self, path: Path) -> Path | None:
        try:
            may_be_read = self.hold(path) or (self.paths and path.resolve().suffix.lower() in _OF_TAXONOMIES)
            return path if may_be_read and path.is_file() else None
        except OSError:  # such as a name that is too long
            return None


@dataclass(frozen=True, slots=True)
class Dts:
    """A discoverable taxonomy set: schemas and linkbases by URL, in the order of discovery, and what was wrong on the
    way.

    A document on disk, such as an issuer's extension, has its path as its URL. A file that answers several URLs is
    there once, under the first. A linkbase that stands in a schema has the schema's URL with a pointer.
    """

    entry_points: tuple[str, ...]
    catalog: Catalog
    folders: Folders
    schemas: Mapping[str, Schema]
    linkbases: Mapping[str, LinkbaseDocument]
    findings: tuple[Finding, ...]
    urls: Mapping[Source, str]
    _embedded: dict[str, list[LinkbaseDocument]] = field(default_factory=dict, init=False, compare=False)

    def locate(self, url: str) -> Source | None:
        """The document that answers a URL or path of this DTS, None if none does."""
        return locate(url, self.catalog, self.folders)

    def schema(self, url: str) -> Schema | None:
        """The schema that answers `url`, under whichever URL it was found first; None if it is no part of the DTS."""
        return self.schemas.get(self._known(url))

    def linkbase(self, url: str) -> LinkbaseDocument | None:
        """The linkbase whose document answers `url`, None if none of the DTS does."""
        return self.linkbases.get(self._known(url))

    def embedded_linkbases(self, url: str) -> Sequence[LinkbaseDocument]:
        """The linkbases that stand in the schema that answers `url`."""
        if not self._embedded:
            for each in self.linkbases.values():
                self._embedded.setdefault(each.base if "#" in each.url else "", []).append(each)
        return self._embedded.get(self._known(url), ())

    def document(self, url: str) -> Document | None:
        """The schema or linkbase that answers `url`, as XML; None if it is no part of the DTS."""
        if (schema := self.schema(url)) is not None:
            return schema.document
        linkbase = self.linkbase(url)
        return None if linkbase is None else linkbase.document

    def element(self, href: str, base: "Document") -> "tuple[Document, _Element] | None":
        """The element that `href`, written in the document `base`, points at; None if there is none in the DTS.

        Pointers are ids and the element() scheme (XBRL 2.1 section 3.5.4); without one it is the root.
        """
        location, pointer = split(href)
        document = base if not location else self.document(absolute(location, base.url))
        if document is None:
            return None
        found = pointed(document, pointer) if pointer else document.root
        return None if found is None else (document, found)

    def names(self, url: str) -> Mapping[str, QName]:
        """The names of the elements that the schema at `url` declares, by their ids."""
        schema = self.schema(url)
        return {} if schema is None else schema.ids

    def positions(self, url: str) -> Mapping[str, QName]:
        """The names of the elements that the schema at `url` declares, by their places: ``/1/3``."""
        schema = self.schema(url)
        return {} if schema is None else schema.positions

    def _known(self, url: str) -> str:
        """The URL that the document at `url` is known by, empty if it is not known."""
        if url in self.schemas or url in self.linkbases:
            return url
        source = self.locate(url)
        return "" if source is None else self.urls.get(source, "")


def locate(url: str, catalog: Catalog, folders: Folders) -> Source | None:
    """The document that answers a URL, by `catalog`, or a path, within `folders`; None if none does."""
    return catalog.locate(url) if is_url(url) else folders.find(url)


def unanswered(places: Mapping[str, Location]) -> Iterator[Finding]:
    """The findings for URLs and paths that nothing answers, by who asks for each.

    Those of one server are one finding: they lack the same package.
    """
    servers: dict[str, list[str]] = {}
    for url, place in places.items():
        if is_url(url):
            servers.setdefault("/".join(url.split("/", 3)[:3]), []).append(url)
        else:
            yield finding("XG305", f"there is no file '{url}'", *([place] if place.path else []))
    for server, urls in servers.items():
        named = ", ".join(f"'{each}'" for each in urls[:_NAMED])
        more = f" and {len(urls) - _NAMED:,} more" if len(urls) > _NAMED else ""
        what = named if len(urls) == 1 else f"{len(urls):,} URLs of '{server}': {named}{more}"
        known = dict.fromkeys(places[each] for each in urls if places[each].path)
        yield finding("XG301", f"neither the bundled taxonomies nor a package that was given answer {what}", *known)
