"""The viewer of a build: the installed script, and the taxonomy of a report as a viewer shows it."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Finding, finding
from xbrlgen.model import QName, Report
from xbrlgen.taxonomy import Taxonomy

if TYPE_CHECKING:
    from xbrlgen.extension.settings import Settings
    from xbrlgen.target import TargetDocument
    from xbrlgen.writers import viewer

FILE = "viewer.html"
_KINDS = {
    "schema_file": "schema",
    "presentation_file": "presLinkbase",
    "calculation_file": "calcLinkbase",
    "definition_file": "defLinkbase",
}


class _GivenLabel(NamedTuple):
    """A label that a taxonomy gives a concept, as a viewer takes it."""

    concept: QName
    role: str
    language: str
    text: str


def viewer_script() -> "viewer.Script | Finding":
    """The script of the viewer, or what is missing."""
    from xbrlgen.writers.viewer import ScriptMissingError, installed_script

    try:
        return installed_script()
    except ScriptMissingError as problem:
        return finding("XG550", str(problem))


def write_viewer_file(
    page: Path, out: Path, document: "TargetDocument", taxonomy: "viewer.Taxonomy", script: "viewer.Script"
) -> None:
    """Write the viewer of the report whose only page is `page`; raises OSError where a file cannot be written."""
    from xbrlgen.writers.viewer import write_viewer

    with out.open("wb") as stream:
        write_viewer(page.read_bytes(), stream, name=page.name, document=document, taxonomy=taxonomy, script=script)


def viewed_taxonomy(
    report: Report, document: "TargetDocument", taxonomy: Taxonomy, settings: "Settings"
) -> "viewer.Taxonomy":
    """What a viewer shows of the taxonomy: what the issuer says in its own, and the labels of everything in use."""
    from xbrlgen.writers.viewer import reached

    own = _own(report, taxonomy, settings)
    given = (
        _GivenLabel(concept, label.role, label.language, text)
        for concept in reached(document, own)
        for label in taxonomy.labels(concept)
        if (text := " ".join(label.text.split()))
    )
    return replace(own, labels=(*given, *own.labels))


def _own(report: Report, taxonomy: Taxonomy, settings: "Settings") -> "viewer.Taxonomy":
    """What the issuer says in its own taxonomy, on top of that which it extends."""
    from xbrlgen.extension.derivation import derived_content
    from xbrlgen.extension.subject import Subject
    from xbrlgen.writers.viewer import Taxonomy as ViewedTaxonomy

    if report.extension is None:
        return ViewedTaxonomy(taxonomy, _readable)
    subject = Subject.of(report, taxonomy, settings)
    content = derived_content(subject)
    languages = sorted({label.language for label in content.labels})
    files = {subject.file(getattr(settings, field)): kind for field, kind in _KINDS.items()}
    files |= {subject.file(settings.label_file, each): "labelLinkbase" for each in languages}
    return ViewedTaxonomy(
        subject.base.extended(replace(subject.extension, concepts=content.concepts)),
        _readable,
        networks=(*content.presentation, *content.calculation, *content.definition),
        labels=content.labels,
        language=report.language,
        files=files,
    )


def _readable(name: QName) -> str:
    from xbrlgen.taxonomy.labels import readable_label

    return readable_label(name.local_name)
