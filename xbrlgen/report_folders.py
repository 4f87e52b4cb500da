"""From a report folder to its reading and its taxonomy, in which the report's own concepts are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from xbrlgen.addresses import is_url
from xbrlgen.findings import Finding
from xbrlgen.loading import Loaded
from xbrlgen.packages import named_packages
from xbrlgen.profiles import load_profile, profile_names
from xbrlgen.taxonomy import Catalog, Taxonomy, bundled_catalog, load_taxonomy

if TYPE_CHECKING:
    from xbrlgen.readers.report_folder.placed_text import PlacedText


@dataclass(frozen=True, slots=True)
class Cores:
    """The entry points that a regulator wants in place of bundled taxonomies, by the names of these."""

    core_of: Mapping[str, str] = field(default_factory=dict)


def load_folder(folder: Path, catalog: Catalog | None = None, profile: str = "") -> Loaded:
    """Read a report folder; its taxonomy, which `catalog` knows, has the report's own concepts with it.

    `profile` comes before the one that the report names; either may want another taxonomy in place of a bundled one,
    which is taken where `catalog` has it. Packages that the report names are looked into after those of `catalog`.
    """
    from xbrlgen.readers.report_folder import read_report_folder
    from xbrlgen.schema_validation.fragment import validate_fragment

    known = catalog or bundled_catalog()
    named: list[Taxonomy] = []

    def packages(names: "Sequence[PlacedText]") -> tuple[Finding, ...]:
        nonlocal known
        found = named_packages([(folder / each, each.location) for each in names], known)
        known = found.catalog
        return found.findings

    def vocabulary(name: str) -> Taxonomy | None:
        if known.entry_point(name) is None and not (is_url(name) and known.locate(name)):
            return None
        named.append(load_taxonomy(name, catalog=known))
        return named[-1]

    def chosen(name: str, own_profile: str) -> str:
        core = _core_taxonomy(name, profile or own_profile)
        return core if core and known.locate(core) else name

    reading = read_report_folder(folder, vocabulary, chosen, packages, validate_fragment)
    if not named or reading.report is None or reading.report.extension is None:
        return Loaded(reading, named[-1] if named else None)
    return Loaded(reading, named[-1].extended(reading.report.extension))


def _core_taxonomy(name: str, profile: str) -> str:
    """The URL of the core taxonomy that a profile wants in place of the bundled taxonomy `name`; empty if none."""
    if profile not in profile_names():
        return ""
    return load_profile(profile).compose(Cores, "taxonomy").core_of.get(name, "")
