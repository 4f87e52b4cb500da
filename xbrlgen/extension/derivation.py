"""From a report to the files of its issuer's own taxonomy."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from xbrlgen.extension.anchoring import anchoring_networks
from xbrlgen.extension.calculation import calculation_networks
from xbrlgen.extension.definition import definition_networks
from xbrlgen.extension.hypercubes import hypercubes
from xbrlgen.extension.labels import Label, label_linkbase, labels
from xbrlgen.extension.linkbase import linkbase
from xbrlgen.extension.networks import Network, roles_of
from xbrlgen.extension.outline import outlines, structural_concepts
from xbrlgen.extension.presentation import presentation_networks
from xbrlgen.extension.schema import extension_schema, used_concepts
from xbrlgen.extension.settings import GENERIC, Settings
from xbrlgen.extension.subject import Subject
from xbrlgen.model import Extension, ExtensionConcept, Period, Report
from xbrlgen.taxonomy import Taxonomy


class ExtensionTaxonomy(NamedTuple):
    """An issuer's taxonomy: the name of its schema, and the content of each of its files by name."""

    schema: str
    files: Mapping[str, bytes]


class Content(NamedTuple):
    """What an issuer's taxonomy says, before it is written: own concepts, networks and labels."""

    concepts: tuple[ExtensionConcept, ...]
    presentation: tuple[Network, ...]
    calculation: tuple[Network, ...]
    definition: tuple[Network, ...]
    labels: tuple[Label, ...]


def extension_taxonomy(report: Report, taxonomy: Taxonomy, settings: Settings = GENERIC) -> ExtensionTaxonomy:
    """The taxonomy of `report` on top of `taxonomy`, which may have the extension with it already.

    Follows XBRL 2.1 section 5, XBRL Dimensions 1.0 section 2 and Calculations 1.1. Raises ValueError for a report
    without an extension or period.
    """
    global _latest  # noqa: PLW0603 - one of many builds of a process may say again what the one before said
    subject = Subject.of(report, taxonomy, settings)
    says = _Says(derived_content(subject), subject.extension, settings, report.period)
    if _latest is None or _latest.base is not subject.base or _latest.says != says:
        _latest = _Written(says, subject.base, _written(says.content, subject))
    return _latest.taxonomy


class _Says(NamedTuple):
    """All that the bytes of an issuer's taxonomy depend on, beside the base taxonomy."""

    content: Content
    extension: Extension
    settings: Settings
    period: Period | None


class _Written(NamedTuple):
    """What was written last, and of what."""

    says: _Says
    base: Taxonomy
    taxonomy: ExtensionTaxonomy


_latest: _Written | None = None


def _written(content: Content, subject: Subject) -> ExtensionTaxonomy:
    settings = subject.settings
    linkbases = tuple(_linkbases(content, subject))
    networks = chain(content.presentation, content.calculation, content.definition)
    roles = tuple(role for role in roles_of(networks) if not role.schema)
    name = subject.file(settings.schema_file)
    references = tuple((kind, file) for kind, file, _ in linkbases)
    schema = extension_schema(content.concepts, roles, references, subject)
    files = {name: schema, **{file: written for _, file, written in linkbases}}
    return ExtensionTaxonomy(name, MappingProxyType(files))


def derived_content(subject: Subject) -> Content:
    """What the taxonomy of the report says."""
    sections = outlines(subject)
    cubes = hypercubes(sections, subject)
    concepts = list(used_concepts(subject.report))
    presentation: list[Network] = []
    calculation: list[Network] = []
    for section in sections:
        of_section = [cube for cube in cubes if cube.section == section.section.id]
        sums = tuple(calculation_networks(section, subject))
        concepts += structural_concepts(section, subject, has_table=bool(of_section))
        presentation += presentation_networks(section, of_section, sums, subject)
        calculation += sums
    definition = (*definition_networks(cubes, subject), *anchoring_networks(concepts, subject))
    found = labels(concepts, presentation, sections, subject)
    return Content(tuple(concepts), tuple(presentation), tuple(calculation), definition, found)


def _linkbases(content: Content, subject: Subject) -> Iterator[tuple[str, str, bytes]]:
    """The kind, the name and the content of each linkbase that has any."""
    settings = subject.settings
    for kind, pattern, networks in (
        ("presentation", settings.presentation_file, content.presentation),
        ("calculation", settings.calculation_file, content.calculation),
        ("definition", settings.definition_file, content.definition),
    ):
        if networks:
            yield kind, subject.file(pattern), linkbase(kind, networks, subject)
    for file, of_file in _by_file(content.labels, subject).items():
        yield "label", file, label_linkbase(of_file, subject)


def _by_file(labels: Iterable[Label], subject: Subject) -> Mapping[str, list[Label]]:
    """The labels of each file: those of one language, unless all languages share a file."""
    files: dict[str, list[Label]] = {}
    for label in sorted(labels, key=lambda label: label.language):
        files.setdefault(subject.file(subject.settings.label_file, label.language), []).append(label)
    return files
