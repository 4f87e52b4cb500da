"""What the report in a report folder declares itself, as files that go along with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from xbrlgen.conversion.destination import Destination
from xbrlgen.conversion.source import Source
from xbrlgen.findings import Finding
from xbrlgen.packaging.contents import taxonomy_package
from xbrlgen.target import LinkbaseReference, RoleReference

if TYPE_CHECKING:
    from xbrlgen.profiles import Profile


@dataclass(frozen=True, slots=True)
class References:
    """The references to the taxonomy, in order; `roles` are for links, `linkbases` for XML.

    `files` go along: in a package by their names below its top, else in a folder beside the report, called `folder`.
    `refer` gives the reference to any other document by its URL or path, where that is known.
    """

    schema_refs: tuple[str, ...]
    files: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    folder: str = ""
    findings: tuple[Finding, ...] = ()
    roles: tuple[RoleReference, ...] = ()
    linkbases: tuple[LinkbaseReference, ...] = ()
    refer: Callable[[str], str | Finding] | None = None


def own_taxonomy(source: Source, destination: Destination) -> References:
    """The references of a report from a report folder: to the taxonomy that is derived from it, if it needs one."""
    from xbrlgen.extension import Settings, extension_taxonomy
    from xbrlgen.packaging.settings import Settings as PackageSettings
    from xbrlgen.packing import Packing

    report, profile = source.report, folder_profile(source)
    if isinstance(profile, Finding):
        return References((), findings=(profile,))
    if report is None or report.extension is None:
        return References((source.taxonomy.entry_point,))
    own = extension_taxonomy(report, source.taxonomy, profile.compose(Settings, "extension"))
    if destination.kind is None:
        folder = f"{destination.name}-taxonomy"
        return References((f"{folder}/{own.schema}",), own.files, folder)
    packing = Packing(report, profile.compose(PackageSettings, "packaging"), destination.name)
    packed = packing.taxonomy(own.files, own.schema)
    if packed is None:
        return References((source.taxonomy.entry_point,))
    files = {name.lstrip("/"): content for name, content in taxonomy_package("", packed).items()}
    return References((packed.reference(own.schema),), files)


def folder_profile(source: Source) -> "Profile | Finding":
    """The profile that the report in a folder is made for."""
    from xbrlgen.filing import GENERIC, profile_of
    from xbrlgen.profiles import load_profile

    return load_profile(GENERIC) if source.report is None else profile_of(source.report, source.reading.locations)
