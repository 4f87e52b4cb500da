"""From a report to the files of its issuer's own taxonomy."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from xbrlgen.extension.definition import definition_networks
from xbrlgen.extension.hypercubes import Hypercube, hypercubes
from xbrlgen.extension.linkbase import linkbase
from xbrlgen.extension.networks import roles_of
from xbrlgen.extension.outline import Outline, outlines, structural_concepts
from xbrlgen.extension.schema import extension_schema, used_concepts
from xbrlgen.extension.settings import GENERIC, Settings
from xbrlgen.extension.subject import Subject
from xbrlgen.model import ExtensionConcept, Report
from xbrlgen.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class ExtensionTaxonomy:
    """An issuer's taxonomy: the name of its schema, and the content of each of its files by name."""

    schema: str
    files: Mapping[str, bytes]


def extension_taxonomy(report: Report, taxonomy: Taxonomy, settings: Settings = GENERIC) -> ExtensionTaxonomy:
    """The taxonomy of `report` on top of `taxonomy`, which may have the extension with it already.

    Follows XBRL 2.1 section 5, XBRL Dimensions 1.0 section 2 and Calculations 1.1. Raises ValueError for a report
    without an extension or period.
    """
    subject = Subject.of(report, taxonomy, settings)
    sections = outlines(subject)
    cubes = hypercubes(sections, subject)
    definition = definition_networks(cubes, subject)
    linkbases = {"definition": (settings.definition_file, definition)}
    written = {kind: (subject.file(name), networks) for kind, (name, networks) in linkbases.items() if networks}
    own = extension_schema(
        (*used_concepts(report), *_structural(sections, cubes, subject)),
        roles_of(chain.from_iterable(networks for _, networks in written.values())),
        {kind: name for kind, (name, _) in written.items()},
        subject,
    )
    name = subject.file(settings.schema_file)
    files = {file: linkbase(kind, networks, subject) for kind, (file, networks) in written.items()}
    return ExtensionTaxonomy(name, {name: own, **files})


def _structural(
    sections: Iterable[Outline], cubes: Iterable[Hypercube], subject: Subject
) -> Iterator[ExtensionConcept]:
    tables = {cube.table for cube in cubes}
    for section in sections:
        if section.table in tables:
            yield from structural_concepts(section, subject)
