"""From the sound structure of report.yaml to a report: names, then sections, then what is worked out of their facts."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from xbrlgen.findings import Finding, ordered
from xbrlgen.model import Cell, Entity, Extension, Fact, Period, QName, Report, Section, Table, Unit, Vocabulary
from xbrlgen.readers.reading import Reading
from xbrlgen.readers.report_folder.cells import Cells
from xbrlgen.readers.report_folder.equations import Equations
from xbrlgen.readers.report_folder.extension import ExtensionReading
from xbrlgen.readers.report_folder.footnotes import Footnotes
from xbrlgen.readers.report_folder.names import Names
from xbrlgen.readers.report_folder.periods import Periods
from xbrlgen.readers.report_folder.scope import Scope
from xbrlgen.readers.report_folder.sections import Sections
from xbrlgen.readers.report_folder.source_files import SourceFolder
from xbrlgen.readers.report_folder.structure_reading import Structure
from xbrlgen.readers.report_folder.units import Units
from xbrlgen.readers.report_folder.worked_out import WorkedOut, with_facts


class ReportReading(NamedTuple):
    """Reads a report whose structure is sound."""

    structure: Structure
    source: SourceFolder
    vocabulary: Vocabulary
    markup: Callable[[str, str], Iterable[Finding]]

    def read(self) -> Reading:
        """The report, and all that is wrong with its folder."""
        entry, findings = self.structure.report, self.source.findings
        names = Names(self.vocabulary, findings, self.structure.broken)
        extension = self._extension(names)
        scope = self._scope(names)
        worked_out = WorkedOut()
        reader = Sections(scope, Cells(scope, worked_out))
        sections = tuple(reader.read(each) for each in entry.sections)
        equations = (*reader.equations, *Equations(scope).tie_outs(entry.tie_outs))
        sections = with_facts(sections, worked_out.add_to(scope.facts, names))
        facts = scope.facts.all()
        if not facts and not findings:
            scope.find("XG118", "the report reports nothing: no cell and no text gives a fact", self.source.place)
        report = Report(
            scope.entity,
            facts,
            (self.vocabulary.entry_point,),
            self._prefixes(names),
            entry.language,
            str(entry.title),
            scope.period,
            footnotes=scope.footnotes.all(sections),
            sections=sections,
            equations=equations,
            extension=extension,
            highlights=tuple(self._highlights(scope, sections, facts)),
            entity_name=str(entry.entity.name),
            period_names=MappingProxyType({str(name): period for name, period in scope.periods.by_name.items()}),
            profile=str(entry.profile or ""),
        )
        scope.locations["taxonomy"] = entry.taxonomy.entry_point.location
        scope.locations["entity"] = entry.entity.identifier.location
        if entry.profile:
            scope.locations["profile"] = entry.profile.location
        locations = MappingProxyType(
            {**names.locations, **scope.locations, **scope.facts.locations(), **scope.footnotes.locations()}
        )
        return Reading(report, locations, ordered(findings))

    def _extension(self, names: Names) -> Extension | None:
        entry = self.structure.report.extension
        return ExtensionReading(entry, self.structure.report.language, names).read() if entry else None

    def _scope(self, names: Names) -> Scope:
        entry, findings = self.structure.report, self.source.findings
        periods = Periods(entry.periods, findings, self.structure.broken)
        units = Units(entry.units, names)
        units.check()
        return Scope(
            self.source,
            findings,
            names,
            periods,
            units,
            Entity(str(entry.entity.scheme), str(entry.entity.identifier.strip())),
            entry.language,
            periods.period(entry.period),
            Unit.currency(entry.currency) if entry.currency else None,
            entry.scale,
            entry.dash,
            Footnotes(entry.footnotes, entry.language, findings, self.structure.broken),
            self.markup,
        )

    def _prefixes(self, names: Names) -> Mapping[str, str]:
        """The prefixes that the names in the report have, written or not."""
        usual = self.vocabulary.prefixes.get(self.vocabulary.namespace)
        prefixes = dict(names.used_prefixes)
        if usual:
            prefixes[usual] = self.vocabulary.namespace
        if names.prefix:
            prefixes[names.prefix] = names.namespace
        return MappingProxyType(dict(sorted(prefixes.items())))

    def _highlights(self, scope: Scope, sections: tuple[Section, ...], reported: Iterable[Fact]) -> Iterator[str]:
        """For each key figure the first cell that shows it for the report's period, without dimensions."""
        if not self.structure.report.highlights:
            return
        facts = {fact.id: fact for fact in reported}
        shown: dict[tuple[QName, Period | None], str] = {}
        for cell in _cells(sections):
            fact = facts.get(cell.fact or "")
            if fact is not None and not fact.dimensions:
                shown.setdefault((fact.concept, fact.period), cell.id)
        for text in self.structure.report.highlights:
            concept = scope.names.concept(text)
            if concept is None or scope.period is None:
                continue
            period = scope.period.closing if concept.period_type == "instant" else scope.period
            if (cell_id := shown.get((concept.name, period))) is not None:
                yield cell_id
            elif not scope.findings:  # else what is wrong may be why it is not reported
                scope.find("XG119", f"'{text}' is not reported for {period} without dimensions", text.location)


def _cells(sections: tuple[Section, ...]) -> Iterator[Cell]:
    for section in sections:
        for table in section.content:
            if isinstance(table, Table):
                for row in table.rows:
                    yield from row.cells
