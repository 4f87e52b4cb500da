"""The catalog of a package: which URLs its files answer (Taxonomy Packages 1.0 section 3.3, XML Catalogs 1.1)."""

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, unquote, urlsplit

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.packaging.archive import Archive, Member
from xbrlgen.packaging.kinds import META_INF

if TYPE_CHECKING:
    from lxml.etree import _Element

_REWRITE = "{urn:oasis:names:tc:entity:xmlns:xml:catalog}rewriteURI"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_SAFE = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"<>\\^`{|}')
"""What URI normalisation leaves as it is (XML Catalogs 1.1 section 6.4)."""


class Rewriting(NamedTuple):
    """URLs that begin with `start` are names that begin with `target`, written in the catalog as `prefix`.

    `target` is a name in the archive, None where `prefix` leads out of the package.
    """

    start: str
    prefix: str
    target: str | None
    line: int


class Catalog(NamedTuple):
    """What a catalog says of the package in `archive`, whose directory at the top is `top`, with its slash."""

    rewritings: tuple[Rewriting, ...]
    archive: Archive
    top: str

    @classmethod
    def of(cls, root: "_Element", archive: Archive, top: str) -> "Catalog":
        """What the catalog document with this root says."""
        return cls(tuple(_rewriting(each, top) for each in root.iter(_REWRITE)), archive, top)

    def target(self, url: str) -> str | None:
        """The name that an unescaped URL has in the archive, None where it is not the catalog's to say.

        A relative URL starts from the directory of the catalog.
        """
        fitting = [each for each in self.rewritings if url.startswith(each.start) and each.target is not None]
        if fitting:
            longest = max(fitting, key=lambda each: len(each.start))
            return posixpath.normpath(f"{longest.target}{url[len(longest.start) :]}")
        return None if urlsplit(url).scheme else posixpath.normpath(posixpath.join(self.top, META_INF, url))


def catalog_problems(catalog: Catalog, member: Member) -> Iterator[Finding]:
    """What is wrong with a catalog beyond its schema: starts given twice, and targets outside or not there."""
    seen: set[str] = set()
    for each in catalog.rewritings:
        place = Location(str(member), each.line)
        start = quote(each.start, safe=_SAFE)
        if start in seen:
            yield finding("XG734", f"URLs that start with '{each.start}' are mapped twice", place)
        elif each.target is None:
            message = f"URLs that start with '{each.start}' are mapped to '{each.prefix}', outside of the package"
            yield finding("XG738", message, place)
        elif not _is_there(catalog.archive, each.target):
            message = f"URLs that start with '{each.start}' are mapped to '{each.target}', and nothing is there"
            yield finding("XG739", message, place)
        seen.add(start)


def _is_there(archive: Archive, target: str) -> bool:
    """Whether any file begins so: a target may end within a name."""
    return any(name.startswith(target) for name in archive.files)


def _rewriting(element: "_Element", top: str) -> Rewriting:
    prefix = unquote(element.get("rewritePrefix", ""))
    base = _base(element)
    target = None if _is_elsewhere(prefix) or _is_elsewhere(base) else _joined(f"{top}{META_INF}", base, prefix)
    if target is not None and (target.startswith("../") or not target.startswith(top)):
        target = None
    return Rewriting(element.get("uriStartString", ""), prefix, target, element.sourceline or 0)


def _is_elsewhere(prefix: str) -> bool:
    return bool(urlsplit(prefix).scheme) or prefix.startswith("/")


def _joined(*parts: str) -> str:
    """One name, with a slash at its end if the last part has one; empty for the root of the archive."""
    joined = posixpath.join(*parts)
    name = posixpath.normpath(joined)
    if name == ".":
        return ""
    return f"{name}/" if joined.endswith("/") else name


def _base(element: "_Element") -> str:
    """The directory that the ``xml:base`` of an element and its ancestors lead to from that of the catalog."""
    bases = [unquote(each.get(_BASE, "")) for each in (element, *element.iterancestors())]
    return posixpath.join("", *(posixpath.dirname(base) for base in reversed(bases)))
