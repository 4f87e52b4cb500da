"""Which document answers a URL: the given packages in their order, the bundled one last."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding
from xbrlgen.taxonomy.documents import Document, Source
from xbrlgen.taxonomy.kept_schemas import read_packaged
from xbrlgen.taxonomy.package import EntryPoint, TaxonomyPackage, bundled_package
from xbrlgen.taxonomy.schema import Schema, read_schema

if TYPE_CHECKING:
    from xbrlgen.taxonomy.linkbase import LinkbaseDocument


class Kept:
    """What was read of the documents of packages."""

    def __init__(self) -> None:
        self.documents: dict[tuple[str, Source], Document | Finding] = {}
        self.schemas: dict[tuple[str, Source, str], Schema | Finding] = {}
        self.linkbases: dict[tuple[str, Source], LinkbaseDocument] = {}


class Catalog:
    """Taxonomy packages; the first that answers a URL wins, so an official one takes the place of the bundled one.

    What is in a package does not change: a document of one that was read is kept, by its URL and source, as long as the
    catalog that first had the package.
    """

    def __init__(self, packages: tuple[TaxonomyPackage, ...], base: "Catalog | None" = None) -> None:
        self.packages = packages
        self.kept = Kept()
        self._base = base
        self._located: dict[str, Source] = {}

    @classmethod
    def of(cls, packages: Iterable[TaxonomyPackage] = ()) -> "Catalog":
        """These packages, and behind them the bundled one."""
        return cls((*packages, bundled_package()))

    def locate(self, url: str) -> Source | None:
        """The document that answers `url` (without a fragment), None if no package has it."""
        if url not in self._located:
            found = next((source for each in self.packages if (source := each.locate(url)) is not None), None)
            if found is None:
                return None
            self._located[url] = found
        return self._located[url]

    def kept_of(self, url: str, source: Source) -> Kept:
        """Where a document of a package is kept: what a report brings along goes with it, all else stays for others."""
        is_of_base = self._base is not None and self._base.locate(url) == source
        return self._base.kept_of(url, source) if self._base is not None and is_of_base else self.kept

    def document(self, url: str, source: Source) -> Document | Finding:
        """The document of a package at `source`, read once; or why it cannot be used."""
        documents = self.kept_of(url, source).documents
        if (url, source) not in documents:
            documents[url, source] = read_packaged(url, source)
        return documents[url, source]

    def schema(self, document: Document, including: str = "") -> Schema | Finding:
        """The schema in a document of a package, looked through once; see `read_schema`."""
        schemas = self.kept_of(document.url, document.source).schemas
        key = document.url, document.source, including
        if key not in schemas:
            schemas[key] = read_schema(document, including)
        return schemas[key]

    def with_packages(self, packages: Iterable[TaxonomyPackage]) -> "Catalog":
        """This catalog with further packages before the bundled one."""
        *given, bundled = self.packages
        return Catalog((*given, *packages, bundled), self)

    def entry_point(self, name: str) -> EntryPoint | None:
        """The entry point of that name, such as ``ifrs-2023``; None if no package has it."""
        return next((each for each in self.entry_points() if each.name == name), None)

    def entry_points(self) -> tuple[EntryPoint, ...]:
        """Every entry point, in the order of the packages."""
        return tuple(each for package in self.packages for each in package.entry_points)


@cache
def bundled_catalog() -> Catalog:
    """The catalog that has nothing but the bundled package."""
    return Catalog.of()
