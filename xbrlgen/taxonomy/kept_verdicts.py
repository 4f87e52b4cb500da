"""Remembers which documents of taxonomy packages nothing is wrong with, so that official ones are judged once.

What a document is judged by are itself and the documents that it leads to. So verdicts are kept for packages whose
documents lead nowhere but to the package itself and to the bundled one, and belong to that package and to those that
come before it when a URL is answered: the name of a file is a digest of theirs and of the version of the program. The
file lists the names of the documents in the package (see `xbrlgen.taxonomy.kept_files` for where it lies and when it is
trusted).
"""

import json
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from xbrlgen.resources import bundled
from xbrlgen.taxonomy import kept_files
from xbrlgen.taxonomy.documents import XLINK, Source, digest_of, is_packaged
from xbrlgen.taxonomy.dts import Dts
from xbrlgen.taxonomy.kept_taxonomies import FORM, KeptTaxonomy

_PREFIX = "sound-"
_HREF = f"{{{XLINK}}}href"
_WORTH_KEEPING = 20
"""Documents below which judging them again costs less than a file."""


class KnownSound:
    """The documents of one DTS that are known to be sound.

    Those are what the product brings along, those of packages, and all where the DTS as a whole was found sound.
    """

    def __init__(self, dts: Dts) -> None:
        self._dts = dts
        self._paths = dict(_paths(dts))
        self._names: dict[str, frozenset[str]] = {}
        self._bundled = bundled("taxonomy")

    def __contains__(self, source: object) -> bool:
        package = getattr(source, "package", "")  # protocols are slow to ask for
        if not package:
            is_known = isinstance(source, Path) and source.is_relative_to(self._bundled)
        else:
            is_known = getattr(source, "name", "") in self._known(package)
        return is_known or self._as_a_whole.is_sound

    def has_all(self) -> bool:
        """Whether nothing is wrong with any document of the DTS, nor with what they say together."""
        return self._as_a_whole.is_sound

    def add_all(self) -> None:
        """Remember that."""
        self._as_a_whole.remember()

    @cached_property
    def _as_a_whole(self) -> KeptTaxonomy:
        return KeptTaxonomy(self._dts)

    def add(self, sources: Iterable[Source]) -> None:
        """Remember that nothing is wrong with these documents."""
        found: dict[str, set[str]] = {}
        for each in sources:
            if is_packaged(each):
                found.setdefault(each.package, set()).add(each.name)
        for package, names in found.items():
            new = names - self._known(package)
            if package in self._paths and len(new) >= _WORTH_KEEPING and not _leads_elsewhere(package, self._dts):
                self._names[package] |= new
                kept_files.write(self._paths[package], _PREFIX, json.dumps(sorted(self._names[package])).encode())

    def _known(self, package: str) -> frozenset[str]:
        if package not in self._names:
            kept = kept_files.read(self._paths[package]) if package in self._paths else b""
            self._names[package] = frozenset(json.loads(kept or b"[]"))
        return self._names[package]


def _paths(dts: Dts) -> Iterator[tuple[str, Path]]:
    """Where the verdicts on each package are kept."""
    from xbrlgen import __version__

    folder = kept_files.folder()
    if folder is None:
        return
    answering: list[str] = []
    for package in dts.catalog.packages:
        if digest := getattr(package.files, "digest", ""):
            answering.append(digest)
            key = digest_of(f"{answering} {FORM} {__version__}".encode())
            yield digest, folder / f"{_PREFIX}{key}"


def _leads_elsewhere(package: str, dts: Dts) -> bool:
    """Whether a document of a package leads to one of another that was given."""
    leads = {url for source, urls in _leads(dts) if getattr(source, "package", "") == package for url in urls}
    found = (getattr(dts.locate(url), "package", "") for url in leads)
    return any(each not in {"", package} for each in found)


def _leads(dts: Dts) -> Iterator[tuple[Source, Iterable[str]]]:
    """Each document with the URLs that it leads to."""
    for schema in dts.schemas.values():
        document = schema.document
        references = (each.url for each in schema.references())
        linkbases = (document.absolute(each.get(_HREF, ""), each) for each in schema.linkbase_references())
        yield document.source, (*references, *linkbases)
    for linkbase in dts.linkbases.values():
        yield linkbase.source, [each.url for each in linkbase.leads()]
