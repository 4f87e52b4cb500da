"""The stages of a validation: read, load the taxonomy, judge by schema, check by rules; and the proof of a build."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from xbrlgen.findings import Counts, Finding, Location, ordered
from xbrlgen.loading import is_inline, is_json, load_document
from xbrlgen.model import Report
from xbrlgen.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Validated:
    """What was found in some files, and how many facts they hold together."""

    findings: tuple[Finding, ...]
    facts: int


def validate(files: Sequence[Path], *, progress: Callable[[str], None] | None = None) -> Validated:
    """Judge XBRL files by their taxonomies, which are bundled or lie beside them: instances and reports as JSON.

    `progress` is told which file is judged. Raises OSError for a file that cannot be read.
    """
    findings: list[Finding] = []
    facts = 0
    for path in files:
        if progress is not None:
            progress(f"judging {path.name}")
        judged = _judged(path)
        findings += judged.findings
        facts += judged.facts
    return Validated(ordered(findings), facts)


def _judged(path: Path) -> Validated:
    """One file; the rules are asked only where its taxonomy is whole, for they would blame the facts for its gaps."""
    from xbrlgen.rules import check

    content = path.read_bytes()
    loaded = load_document(path, content)
    reading, taxonomy = loaded.reading, loaded.taxonomy
    findings = [*reading.findings]
    if taxonomy is not None and reading.report is not None:
        findings += taxonomy.findings
        if not Counts.of(taxonomy.findings).error:
            findings += _schema_findings(path, content, taxonomy, None)
            findings += check(reading.report, taxonomy, reading.locations)
    return Validated(tuple(findings), len(reading.report.facts) if reading.report else 0)


def written_findings(report: Report, files: Sequence[Path], locations: Mapping[str, Location]) -> Iterator[Finding]:
    """What is wrong with files that were written for `report`: by schema, and by reading them again.

    `locations` lead from facts back to the cells of the source.
    """
    from xbrlgen.comparison import differences

    taxonomy: Taxonomy | None = None
    for path in files:
        content = path.read_bytes()
        loaded = load_document(path, content, taxonomy)
        taxonomy = loaded.taxonomy
        yield from loaded.reading.findings
        if taxonomy is not None:
            yield from taxonomy.findings
            yield from _schema_findings(path, content, taxonomy, locations.get)
        if loaded.reading.report is not None:
            yield from differences(report, loaded.reading.report, locations)


def _schema_findings(
    path: Path, content: bytes, taxonomy: Taxonomy, source: Callable[[str], Location | None] | None
) -> Sequence[Finding]:
    """What the schemas say of an instance, at the places that `source` gives for the ids of facts."""
    from xbrlgen.schema_validation.schema_set import SchemaSet
    from xbrlgen.schema_validation.validation import validate_instance

    if is_json(path, content) or is_inline(path, content):
        return ()
    schemas = SchemaSet(taxonomy.dts.entry_points, taxonomy.dts.locate)
    return validate_instance(content, schemas, str(path), source)
