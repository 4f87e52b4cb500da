"""Writes a report in one syntax: the same calls whatever is around the files."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from xbrlgen.conversion.copying import copied, is_copied
from xbrlgen.conversion.destination import Syntax
from xbrlgen.conversion.own_taxonomy import References
from xbrlgen.conversion.source import Source
from xbrlgen.conversion.tuples import flat, gather, has_tuples_to_gather, tuples_of_page
from xbrlgen.findings import Finding, finding
from xbrlgen.model import QName, Report
from xbrlgen.target import TargetDocument, target_document


@dataclass(frozen=True)
class Writing:
    """The report of a source, on its way into `syntax`."""

    source: Source
    syntax: Syntax

    def write(
        self, report: Report, refers: References, folder: Path, name: str
    ) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
        """Write files that begin with `name` (the main one first, its extension included); what cannot be written.

        Raises OSError where a file cannot be written.
        """
        path = folder / name
        if self.syntax is Syntax.INLINE:
            return self._write_page(report, refers, path)
        if is_copied(self.source, self.syntax):
            content, problems = copied(self.source, refers)
            path.write_bytes(content)
            return (path,), problems
        gathers = has_tuples_to_gather(self.source, self.syntax)
        document = self._document(flat(self.source, report) if gathers else report, refers)
        if self.syntax is Syntax.CSV:
            from xbrlgen.writers.xbrl_csv import write_xbrl_csv

            return write_xbrl_csv(document, path, report.sections), ()
        with path.open("wb") as out:
            if self.syntax is Syntax.XML:
                from xbrlgen.writers.xbrl_xml import write_xbrl_xml

                write_xbrl_xml(document, out)
            else:
                from xbrlgen.writers.xbrl_json import write_xbrl_json

                write_xbrl_json(document, out)
        if gathers and self.source.reading.instance is not None:
            gather(path, tuples_of_page(self.source.reading.instance))
        return (path,), ()

    def _document(self, report: Report, refers: References) -> TargetDocument:
        document = target_document(
            report,
            self.source.taxonomy,
            schema_refs=refers.schema_refs,
            keeps_duplicates=True,
            containers=self._containers,
            typed_domains=self.source.typed_domains,
        )
        return replace(document, roles=refers.roles, linkbases=refers.linkbases)

    def _write_page(
        self, report: Report, refers: References, path: Path
    ) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
        """The generic page; a report without sections gets those that its taxonomy presents."""
        from xbrlgen.conversion.sections import sections
        from xbrlgen.labels import Labels
        from xbrlgen.target.inline import InlineSettings
        from xbrlgen.writers.cover import naming_fact
        from xbrlgen.writers.inline import write_inline_xbrl

        labels = Labels(self.source.taxonomy, report)
        if not report.sections:
            found = naming_fact(report)
            on_cover = frozenset([found.id] if found else ())
            report = replace(report, sections=sections(report, self.source.taxonomy, labels, on_cover))
        written = write_inline_xbrl(
            self._document(report, refers),
            report,
            path.with_suffix(""),
            vocabulary=self.source.taxonomy,
            labels=labels,
            settings=InlineSettings(suffix=path.suffix),
        )
        places = self.source.reading.locations
        problems = (
            finding(
                each.code, each.message, *([places[each.subject]] if each.subject in places else []), hint=each.hint
            )
            for each in written.problems
        )
        return written.pages, tuple(problems)

    @cached_property
    def _containers(self) -> Mapping[QName, str]:
        """Which axes stand in segments: those that do so in the source, else as hypercubes of the taxonomy want it."""
        if self.source.is_folder:
            return self._containers_of_folder()
        if self.source.reading.instance is None:
            from xbrlgen.conversion.containers import wanted_containers

            return wanted_containers(self.source.taxonomy)
        contexts = self.source.reading.instance.contexts.values()
        found = (each.axis for context in contexts for each in context.segment.dimensions)
        return dict.fromkeys(found, "segment")

    def _containers_of_folder(self) -> Mapping[QName, str]:
        """Of a report folder its profile decides."""
        from xbrlgen.conversion.own_taxonomy import folder_profile
        from xbrlgen.extension.settings import Settings

        profile, report = folder_profile(self.source), self.source.report
        if isinstance(profile, Finding) or report is None:
            return {}
        container = profile.compose(Settings, "extension").container
        return {each.axis: container for fact in report.facts for each in fact.dimensions}
