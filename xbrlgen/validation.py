"""The stages of a validation: read, load the taxonomy, judge by schema, check by rules; and the proof of a build."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from xbrlgen.findings import Finding, Location, Severity, ordered
from xbrlgen.model import Report
from xbrlgen.readers.reading import Reading
from xbrlgen.taxonomy import Taxonomy, load_taxonomy
from xbrlgen.taxonomy.dts import is_url

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Validated:
    """What was found in some files, and how many facts they hold together."""

    findings: tuple[Finding, ...]
    facts: int


def validate(files: Sequence[Path], *, progress: Progress | None = None) -> Validated:
    """Judge XBRL files by their taxonomies, which are bundled or lie beside them: instances and reports as JSON.

    `progress` is told which file is judged.
    """
    findings: list[Finding] = []
    facts = 0
    for path in files:
        if progress is not None:
            progress(f"judging {path.name}")
        document = _Document(path)
        findings += document.findings()
        facts += document.fact_count
    return Validated(ordered(findings), facts)


def written_findings(report: Report, files: Sequence[Path], locations: Mapping[str, Location]) -> Iterator[Finding]:
    """What is wrong with files that were written for `report`: by schema, and by reading them again.

    `locations` lead from facts back to the cells of the source.
    """
    from xbrlgen.comparison import differences

    taxonomy: Taxonomy | None = None
    for path in files:
        document = _Document(path, taxonomy)
        yield from document.schema_findings(locations.get)
        reading = document.reading
        yield from reading.findings
        if reading.report is not None:
            yield from differences(report, reading.report, locations)
        taxonomy = document.taxonomy


class _Document:
    """One file while it is judged; a `taxonomy` that is known already is not loaded again."""

    def __init__(self, path: Path, taxonomy: Taxonomy | None = None) -> None:
        self._path = path
        self._content = path.read_bytes()
        self._is_json = self._content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" or path.suffix == ".json"
        self.taxonomy = taxonomy
        self.reading = self._read()

    @property
    def fact_count(self) -> int:
        """How many facts could be read."""
        return len(self.reading.report.facts) if self.reading.report else 0

    def findings(self) -> Iterator[Finding]:
        """Everything that is wrong with the file; rules are asked only where the taxonomy is whole."""
        from xbrlgen.rules import check

        yield from self.reading.findings
        if self.taxonomy is None or self.reading.report is None:
            return
        yield from self.taxonomy.findings
        if any(each.severity is Severity.ERROR for each in self.taxonomy.findings):
            return
        yield from self.schema_findings(None)
        yield from check(self.reading.report, self.taxonomy, self.reading.locations)

    def schema_findings(self, source: Callable[[str], Location | None] | None) -> Iterator[Finding]:
        """What the schemas say of an instance, at the places that `source` gives for the ids of facts."""
        from xbrlgen.schema_validation.schema_set import SchemaSet
        from xbrlgen.schema_validation.validation import validate_instance

        if not self._is_json and self.taxonomy is not None:
            schemas = SchemaSet(self.taxonomy.dts.entry_points, self.taxonomy.dts.locate)
            yield from validate_instance(self._content, schemas, str(self._path), source)

    def _read(self) -> Reading:
        from xbrlgen.readers.xbrl_json import read_xbrl_json
        from xbrlgen.readers.xbrl_xml import read_xbrl_xml

        read = read_xbrl_json if self._is_json else read_xbrl_xml
        return read(self._content, self._load, str(self._path))

    def _load(self, schema_refs: tuple[str, ...]) -> Taxonomy:
        if self.taxonomy is None:
            base = self._path.parent
            references = (each if is_url(each) else (base / each).as_posix() for each in schema_refs)
            self.taxonomy = load_taxonomy(*references, referrer=Location(str(self._path)))
        return self.taxonomy
