"""Loads a taxonomy by the name of an entry point, by URL, or from schemas and linkbases on disk."""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from xbrlgen.addresses import is_url
from xbrlgen.findings import Finding, Location, finding
from xbrlgen.resources import bundled
from xbrlgen.taxonomy.catalog import Catalog, bundled_catalog
from xbrlgen.taxonomy.discovery import discover
from xbrlgen.taxonomy.dts import NOWHERE
from xbrlgen.taxonomy.taxonomy import Taxonomy


def load_taxonomy(*entry_points: str, catalog: Catalog | None = None, referrer: Location = NOWHERE) -> Taxonomy:
    """The taxonomy that starts at `entry_points`: names such as ``ifrs-2023``, URLs, or paths of files.

    `catalog` says which files answer URLs (default: the bundled ones only); `referrer` is the place that names the
    entry points. Whatever is wrong is in the taxonomy's `findings`; what could be read is there all the same.
    """
    catalog = catalog or bundled_catalog()
    if catalog is bundled_catalog() and referrer == NOWHERE and bundled_names().issuperset(entry_points):
        return _bundled(entry_points)
    known = None if _remembered is None else _recalled(_remembered, entry_points, catalog, referrer)
    if known is not None:
        return known
    taxonomy = _load(entry_points, catalog, referrer)
    if _remembered is not None and not taxonomy.dts.findings and (digests := _digests(taxonomy)):
        _remembered.appendleft(_Remembered(entry_points, catalog, referrer, digests, taxonomy))
    return taxonomy


def remember_taxonomies() -> None:
    """Load a taxonomy again only if one of its files has changed: for a process that builds the same report often."""
    global _remembered  # noqa: PLW0603 - a choice of the whole process, like that of its cache
    _remembered = deque(maxlen=_MOST_REMEMBERED)


class _Remembered(NamedTuple):
    """A taxonomy without faults, what asked for it, and digests of those of its files that lie in no package."""

    entry_points: tuple[str, ...]
    catalog: Catalog
    referrer: Location
    digests: Mapping[Path, bytes]
    taxonomy: Taxonomy


_MOST_REMEMBERED = 4
_remembered: deque[_Remembered] | None = None


def _recalled(
    remembered: Iterable[_Remembered], entry_points: tuple[str, ...], catalog: Catalog, referrer: Location
) -> Taxonomy | None:
    wanted = (entry_points, referrer)
    for each in remembered:
        if each.catalog is catalog and (each.entry_points, each.referrer) == wanted and _are_unchanged(each.digests):
            return each.taxonomy
    return None


def _digests(taxonomy: Taxonomy) -> Mapping[Path, bytes]:
    dts, known = taxonomy.dts, bundled("taxonomy")
    sources = (
        *(each.document.source for each in dts.schemas.values()),
        *(each.source for each in dts.linkbases.values()),
    )
    own = (each for each in sources if isinstance(each, Path) and not each.is_relative_to(known))
    return {path: _digest(path) for path in own}


def _are_unchanged(digests: Mapping[Path, bytes]) -> bool:
    return all(path.is_file() and _digest(path) == digest for path, digest in digests.items())


def _digest(path: Path) -> bytes:
    from hashlib import sha256

    return sha256(path.read_bytes()).digest()


def bundled_names() -> frozenset[str]:
    """The names of the bundled taxonomies."""
    return frozenset(each.name for each in bundled_catalog().entry_points())


@cache
def _bundled(names: tuple[str, ...]) -> Taxonomy:
    return _load(names, bundled_catalog(), NOWHERE)


def _load(entry_points: tuple[str, ...], catalog: Catalog, referrer: Location) -> Taxonomy:
    urls: list[str] = []
    unknown: list[Finding] = []
    for each in entry_points:
        if referrer.path or is_url(each) or "/" in each or each.endswith((".xsd", ".xml")):
            urls.append(each)
        elif (named := catalog.entry_point(each)) is not None:
            urls.extend(named.urls)
        else:
            unknown.append(_unknown(each, catalog, referrer))
    found = discover(urls, catalog, referrer)
    return Taxonomy(replace(found, findings=(*unknown, *found.findings)))


def _unknown(name: str, catalog: Catalog, referrer: Location) -> Finding:
    names = ", ".join(each.name for each in catalog.entry_points())
    return finding(
        "XG303", f"there is no taxonomy '{name}'", *([referrer] if referrer.path else ()), hint=f"Use {names}."
    )
