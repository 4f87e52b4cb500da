"""Taxonomy packages: what they are called, which entry points they offer, and which URLs they answer."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from xbrlgen.findings import Finding
from xbrlgen.resources import bundled
from xbrlgen.taxonomy.documents import Document, read_document

PACKAGE = "{http://xbrl.org/2016/taxonomy-package}"
CATALOG = "{urn:oasis:names:tc:entity:xmlns:xml:catalog}"


@dataclass(frozen=True, slots=True)
class EntryPoint:
    """One way into the taxonomies of a package: its name, and the URLs of the schemas or linkbases it starts from."""

    name: str
    urls: tuple[str, ...]
    description: str = ""


@dataclass(frozen=True, slots=True)
class Rewrite:
    """URLs that start with `start` lie at `target`, with what follows the start added."""

    start: str
    target: str


@dataclass(frozen=True, slots=True)
class TaxonomyPackage:
    """An unpacked taxonomy package: the folder that holds its META-INF, and what that says.

    Follows Taxonomy Packages 1.0, https://www.xbrl.org/Specification/taxonomy-package/, and XML Catalogs 1.1.
    """

    name: str
    folder: Path
    rewrites: tuple[Rewrite, ...]
    entry_points: tuple[EntryPoint, ...]

    def locate(self, url: str) -> Path | None:
        """The file that answers `url`, by the longest start that fits; None if none does or the file is not there."""
        fitting = max((each for each in self.rewrites if url.startswith(each.start)), key=_length, default=None)
        if fitting is None:
            return None
        path = Path(os.path.normpath(fitting.target + unquote(url[len(fitting.start) :])))
        return path if path.is_relative_to(self.folder) and path.is_file() else None


def _length(rewrite: Rewrite) -> int:
    return len(rewrite.start)


def read_package(folder: Path) -> TaxonomyPackage:
    """The package that is unpacked in `folder`; raises ValueError if its META-INF cannot be read."""
    folder = Path(os.path.normpath(folder))
    catalog = _metadata(folder / "META-INF" / "catalog.xml")
    description = _metadata(folder / "META-INF" / "taxonomyPackage.xml")
    return TaxonomyPackage(
        name=description.root.findtext(f"{PACKAGE}name", "").strip(),
        folder=folder,
        rewrites=tuple(_rewrites(catalog)),
        entry_points=tuple(_entry_points(description)),
    )


@cache
def bundled_package() -> TaxonomyPackage:
    """The package that comes with the product."""
    return read_package(bundled("taxonomy"))


def _metadata(path: Path) -> Document:
    document = read_document(path.as_posix(), path, allows_doctype=True)
    if isinstance(document, Finding):
        raise ValueError(document.message)  # noqa: TRY004 - what is wrong is the file
    return document


def _rewrites(catalog: Document) -> Iterator[Rewrite]:
    for element in catalog.root.iter(f"{CATALOG}rewriteURI"):
        prefix = unquote(element.get("rewritePrefix", ""))
        target = os.path.normpath(catalog.path.parent / prefix)
        yield Rewrite(element.get("uriStartString", ""), f"{target}/" if prefix.endswith("/") else target)


def _entry_points(description: Document) -> Iterator[EntryPoint]:
    for element in description.root.iter(f"{PACKAGE}entryPoint"):
        yield EntryPoint(
            name=element.findtext(f"{PACKAGE}name", "").strip(),
            urls=tuple(each.get("href", "") for each in element.iter(f"{PACKAGE}entryPointDocument")),
            description=element.findtext(f"{PACKAGE}description", "").strip(),
        )
