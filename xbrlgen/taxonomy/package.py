"""Taxonomy packages: what they are called, which entry points they offer, and which URLs they answer."""

import os
import posixpath
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol
from urllib.parse import unquote

from xbrlgen.findings import Finding
from xbrlgen.resources import bundled
from xbrlgen.taxonomy.documents import Document, Source, read_document

if TYPE_CHECKING:
    from lxml.etree import _Element

CATALOG = "{urn:oasis:names:tc:entity:xmlns:xml:catalog}"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"


class Files(Protocol):
    """The files of a package: those of a folder, or the members of a zip file; as text, it is what findings call it."""

    def find(self, name: str) -> Source | None:
        """The file called `name`, a path from the root of the package with slashes; None if there is none."""
        ...


class Folder(NamedTuple):
    """The files of an unpacked package, and none outside of its folder."""

    path: Path

    def find(self, name: str) -> Path | None:
        """The file called `name`, None if there is none within the folder."""
        path = Path(os.path.normpath(self.path / name))
        return path if path.is_relative_to(self.path) and path.is_file() else None

    def __str__(self) -> str:
        return str(self.path)


class EntryPoint(NamedTuple):
    """One way into the taxonomies of a package: its name, and the URLs of the schemas or linkbases it starts from."""

    name: str
    urls: tuple[str, ...]
    description: str = ""


class Rewrite(NamedTuple):
    """URLs that start with `start` are files that start with `target`, with what follows the start added."""

    start: str
    target: str


class TaxonomyPackage(NamedTuple):
    """A taxonomy package: its files, and what its META-INF says of them.

    Follows Taxonomy Packages 1.0, https://www.xbrl.org/Specification/taxonomy-package/, and XML Catalogs 1.1.
    """

    name: str
    files: Files
    rewrites: tuple[Rewrite, ...]
    entry_points: tuple[EntryPoint, ...]

    def locate(self, url: str) -> Source | None:
        """The file that answers `url`, by the longest start that fits; None if none does or the file is not there."""
        fitting = max((each for each in self.rewrites if url.startswith(each.start)), key=_length, default=None)
        if fitting is None:
            return None
        return self.files.find(posixpath.normpath(fitting.target + unquote(url[len(fitting.start) :])))


def _length(rewrite: Rewrite) -> int:
    return len(rewrite.start)


def read_package(files: Files | Path, top: str = "") -> TaxonomyPackage:
    """The package whose META-INF lies in the directory `top` of `files`, or of a folder.

    `top` is empty or ends in a slash. Packages older than the specification may lack one of the two documents in
    META-INF; raises ValueError where both are missing, or one cannot be read.
    """
    files = Folder(Path(os.path.normpath(files))) if isinstance(files, Path) else files
    catalog = _metadata(files, f"{top}META-INF/catalog.xml")
    description = _metadata(files, f"{top}META-INF/taxonomyPackage.xml")
    if catalog is None and description is None:
        raise ValueError(f"'{files}' has neither META-INF/taxonomyPackage.xml nor META-INF/catalog.xml")
    return TaxonomyPackage(
        name="" if description is None else _text(description.root, "name"),
        files=files,
        rewrites=() if catalog is None else tuple(_rewrites(catalog, f"{top}META-INF/")),
        entry_points=() if description is None else tuple(_entry_points(description)),
    )


@cache
def bundled_package() -> TaxonomyPackage:
    """The package that comes with the product."""
    return read_package(bundled("taxonomy"))


def _metadata(files: Files, name: str) -> Document | None:
    source = files.find(name)
    if source is None:
        return None
    document = read_document(str(source), source, allows_doctype=True)
    if isinstance(document, Finding):
        raise ValueError(document.message)  # noqa: TRY004 - what is wrong is the file
    return document


def _rewrites(catalog: Document, directory: str) -> Iterator[Rewrite]:
    for element in catalog.root.iter(f"{CATALOG}rewriteURI"):
        prefix = unquote(element.get("rewritePrefix", ""))
        target = posixpath.normpath(posixpath.join(directory, _base(element), prefix))
        yield Rewrite(element.get("uriStartString", ""), f"{target}/" if prefix.endswith("/") else target)


def _base(element: "_Element") -> str:
    """The directory that the ``xml:base`` of an element and its ancestors lead to, from that of the catalog."""
    bases = [unquote(each.get(_BASE, "")) for each in (element, *element.iterancestors())]
    return posixpath.join("", *(posixpath.dirname(base) for base in reversed(bases)))


def _entry_points(description: Document) -> Iterator[EntryPoint]:
    """The entry points; their namespace is not asked for, as drafts of the specification had others."""
    for element in description.root.iterfind("{*}entryPoints/{*}entryPoint"):
        yield EntryPoint(
            name=_text(element, "name"),
            urls=tuple(each.get("href", "") for each in element.iterfind("{*}entryPointDocument")),
            description=_text(element, "description"),
        )


def _text(element: "_Element", name: str) -> str:
    return element.findtext(f"{{*}}{name}", "").strip()
