"""Loads a taxonomy by the name of an entry point, by URL, or from schemas and linkbases on disk."""

from dataclasses import replace
from functools import cache

from xbrlgen.addresses import is_url
from xbrlgen.findings import Finding, Location, finding
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
    return _load(entry_points, catalog, referrer)


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
