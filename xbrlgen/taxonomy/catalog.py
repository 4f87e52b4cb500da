"""Which document answers a URL: the given packages in their order, the bundled one last."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from xbrlgen.findings import Finding
from xbrlgen.taxonomy.documents import Document, Source, read_document
from xbrlgen.taxonomy.package import EntryPoint, TaxonomyPackage, bundled_package


@dataclass(frozen=True, slots=True)
class Catalog:
    """Taxonomy packages; the first that answers a URL wins, so an official one takes the place of the bundled one.

    What is in a package does not change: a document of one that was read stays in `documents`, by its URL and source.
    """

    packages: tuple[TaxonomyPackage, ...]
    documents: dict[tuple[str, Source], Document | Finding] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, packages: Iterable[TaxonomyPackage] = ()) -> "Catalog":
        """These packages, and behind them the bundled one."""
        return cls((*packages, bundled_package()))

    def locate(self, url: str) -> Source | None:
        """The document that answers `url` (without a fragment), None if no package has it."""
        return next((source for each in self.packages if (source := each.locate(url)) is not None), None)

    def document(self, url: str, source: Source) -> Document | Finding:
        """The document of a package at `source`, read once; or why it cannot be used."""
        if (url, source) not in self.documents:
            self.documents[url, source] = read_document(url, source)
        return self.documents[url, source]

    def with_packages(self, packages: Iterable[TaxonomyPackage]) -> "Catalog":
        """This catalog with further packages before the bundled one."""
        *given, bundled = self.packages
        return Catalog((*given, *packages, bundled), self.documents)

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
