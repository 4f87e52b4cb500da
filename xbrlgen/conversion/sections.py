"""Sections for a report that has none: its facts as the taxonomy presents them, the others in their own order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from xbrlgen.conversion.outline import Line, Outline, outlines
from xbrlgen.conversion.tables import LONG_TEXT, Lines, TableMaker
from xbrlgen.labels import Labels
from xbrlgen.model import Fact, QName, Report, Section, TextDisclosure, ValueKind
from xbrlgen.model.fragment import canonical_fragment
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.writers.inline.wording import wording


def sections(report: Report, taxonomy: Taxonomy, labels: Labels, left_out: frozenset[str]) -> tuple[Section, ...]:
    """Every fact of the report once, but those in `left_out`, in one section for each role that presents any.

    A fact stands in the first role whose network has its concept and all its axes; facts in no network come last.
    """
    arranging = _Arranging(report, taxonomy, labels)
    for fact in report.facts:
        if fact.id not in left_out:
            arranging.waiting.setdefault(fact.concept, []).append(fact)
    return tuple(arranging.sections())


@dataclass(slots=True)
class _Arranging:
    """The facts that wait for a place, by concept, in the order of the report."""

    report: Report
    taxonomy: Taxonomy
    labels: Labels
    waiting: dict[QName, list[Fact]] = field(default_factory=dict)

    def sections(self) -> Iterator[Section]:
        for number, outline in enumerate(outlines(self.taxonomy), 1):
            if any(line.concept in self.waiting for line in outline.lines):
                section = self._section(f"role-{number}", outline.title, tuple(self._presented(outline)))
                if section.content:
                    yield section
        others = tuple((Line(concept, 0, ""), tuple(facts)) for concept, facts in self.waiting.items() if facts)
        if others:
            yield self._section("facts", wording(self.report.language).facts, others)

    def _presented(self, outline: Outline) -> Iterator[tuple[Line, Sequence[Fact]]]:
        """The lines with the facts that find their place there; headings with none."""
        for line in outline.lines:
            waiting = self.waiting.get(line.concept, ())
            facts = tuple(each for each in waiting if all(part.axis in outline.axes for part in each.dimensions))
            if facts:
                placed = {each.id for each in facts}
                self.waiting[line.concept] = [each for each in waiting if each.id not in placed]
            if facts or self._is_heading(line.concept):
                yield line, facts

    def _is_heading(self, name: QName) -> bool:
        concept = self.taxonomy.concept(name)
        is_structural = concept is not None and (concept.is_dimension or concept.is_hypercube)
        return concept is not None and concept.is_abstract and not is_structural and concept.kind != ValueKind.DOMAIN

    def _section(self, name: str, title: str, lines: Lines) -> Section:
        short = tuple((line, tuple(each for each in facts if not _is_long(each))) for line, facts in lines)
        tables = TableMaker(name, self.labels, self.taxonomy).tables(short)
        texts = (self._text(line, each) for line, facts in lines for each in facts if _is_long(each))
        return Section(name, title, (*tables, *texts), kind="Disclosure")

    def _text(self, line: Line, fact: Fact) -> TextDisclosure:
        aspects = self.labels.aspects(fact)
        label = self.labels.of(line.concept, line.label_role)
        is_block = isinstance(fact.value, str) and canonical_fragment(fact.value) == fact.value
        return TextDisclosure(f"text-{fact.id}", f"{label} ({aspects})" if aspects else label, fact.id, is_block)


def _is_long(fact: Fact) -> bool:
    """Whether a fact is a text that no cell of a table should hold."""
    return isinstance(fact.value, str) and not fact.is_numeric and len(fact.value) > LONG_TEXT
