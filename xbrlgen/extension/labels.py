"""The labels of an extension taxonomy: of own concepts, and of rows that show a concept in a way of their own."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from xbrlgen.extension.label_roles import DOCUMENTATION, LABEL, declared
from xbrlgen.extension.locators import Locators
from xbrlgen.extension.networks import Network
from xbrlgen.extension.outline import Outline
from xbrlgen.extension.subject import Subject
from xbrlgen.model import ExtensionConcept, QName
from xbrlgen.templating import render


class Label(NamedTuple):
    """A label of a concept (XBRL 2.1 section 5.2.2.2): its role, language and text."""

    concept: QName
    role: str
    language: str
    text: str


def labels(
    concepts: Iterable[ExtensionConcept], presentation: Iterable[Network], outlines: Iterable[Outline], subject: Subject
) -> tuple[Label, ...]:
    """One label at most for each concept, role and language.

    Own concepts have their standard labels and documentation. Every label that the presentation prefers exists (XBRL
    2.1 section 5.2.4.2.1): where the base taxonomy has none of that role, it is what the report prints. Labels of the
    base taxonomy are never written again.
    """
    found: dict[tuple[QName, str, str], Label] = {}
    for label in (*_of_concepts(concepts), *_of_rows(presentation, outlines, subject)):
        if label.text:
            found.setdefault((label.concept, label.role, label.language), label)
    return tuple(found.values())


def label_linkbase(labels: Iterable[Label], subject: Subject) -> bytes:
    """The label linkbase of `labels`, which are of one language."""
    locators = Locators(subject)
    by_locator: dict[str, list[Label]] = {}
    for label in labels:
        by_locator.setdefault(locators.label(label.concept), []).append(label)
    suffix = "_label"
    while any(f"{each}{suffix}" in locators.addresses for each in locators.addresses):
        suffix += "_"
    return render(
        "taxonomy/labels.xml.jinja",
        roles=declared(dict.fromkeys(label.role for found in by_locator.values() for label in found)),
        addresses=locators.addresses,
        labels=by_locator,
        suffix=suffix,
    )


def _of_concepts(concepts: Iterable[ExtensionConcept]) -> Iterator[Label]:
    for concept in concepts:
        for role, texts in ((LABEL, concept.labels), (DOCUMENTATION, concept.documentation)):
            yield from (Label(concept.name, role, language, _spaced(text)) for language, text in texts.items())


def _of_rows(presentation: Iterable[Network], outlines: Iterable[Outline], subject: Subject) -> Iterator[Label]:
    printed = _printed(outlines, subject)
    language = subject.report.language
    for arc in (arc for network in presentation for arc in network.arcs):
        role = arc.attributes.get("preferredLabel", "")
        if role and not subject.base.has_label(arc.target, role, language):
            yield Label(arc.target, role, language, _spaced(printed[arc.target, role]))


def _printed(outlines: Iterable[Outline], subject: Subject) -> Mapping[tuple[QName | None, str], str]:
    """What the report prints for a concept under a role; the name of a member only where it has no other."""
    own = {each.name: each.labels.get(subject.report.language, "") for each in subject.extension.concepts}
    lines = [line for outline in outlines for line in outline.lines]
    printed: dict[tuple[QName | None, str], str] = {}
    for line in sorted(lines, key=lambda line: line.is_of_members):
        named = own.get(line.concept, "") if line.concept and line.is_of_members else ""
        printed.setdefault((line.concept, line.role), named or line.label)
    return printed


def _spaced(text: str) -> str:
    """Single spaces, and none at the ends (EFM 6.10.8)."""
    return " ".join(text.split())
