"""What the page is about: the report and its document, with the look-ups that every template needs."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from xbrlgen.model import PERCENT_SCALE, Cell, CellKind, Column, Display, QName, Report, Section, Table, Vocabulary
from xbrlgen.model.evaluation import FactIndex, computed_value
from xbrlgen.model.namespaces import ISO4217
from xbrlgen.target import TargetDocument, TargetFact
from xbrlgen.target.inline import InlineSettings, Shown, Tagging
from xbrlgen.target.inline.numbers import DASH
from xbrlgen.writers.inline.figures import Figure, Figures
from xbrlgen.writers.inline.files import File
from xbrlgen.writers.inline.places import Places
from xbrlgen.writers.inline.sections import SectionView
from xbrlgen.writers.inline.tables import TableView
from xbrlgen.writers.inline.wording import Wording, wording

NOT_COMPUTED = "n/a"
_EMPTY = Shown("")


@dataclass(frozen=True)
class Subject:
    """A report, the document made of it, and how its facts are tagged.

    `labels` give the words for a concept or member. `own_templates` are the names of those that the issuer wrote;
    `files` say which section is in which file of a set; `render` renders a template by name.
    """

    report: Report
    document: TargetDocument
    vocabulary: Vocabulary
    labels: Callable[[QName], str]
    settings: InlineSettings
    own_templates: frozenset[str] = frozenset()
    files: tuple[File, ...] = ()
    render: Callable[..., str] = lambda _template, **_context: ""

    @cached_property
    def places(self) -> Places:
        """Where facts and footnotes stand."""
        return Places(self.document)

    @cached_property
    def figures(self) -> Figures:
        """What makes figures of decisions."""
        return Figures(self.document, self.settings, self.places)

    @cached_property
    def tagging(self) -> Tagging:
        """What decides on tags."""
        return Tagging(self.report.language, self.settings, self.labels)

    @cached_property
    def words(self) -> Wording:
        """The words of the page's language."""
        return wording(self.report.language)

    @cached_property
    def targets(self) -> Mapping[str, TargetFact]:
        """The written fact for each fact of the report, by its id."""
        return self.document.by_id()

    @cached_property
    def finest_cells(self) -> Mapping[str, Cell]:
        """The cell that shows a fact with the most digits, the first of several, by the id of the written fact."""
        finest: dict[str, Cell] = {}
        for cell in self._cells():
            target = self.targets.get(cell.fact or "")
            if target and (target.id not in finest or _last_place(cell) < _last_place(finest[target.id])):
                finest[target.id] = cell
        return finest

    def cell(self, cell: Cell, column: Column) -> Figure:
        """What stands in a cell."""
        percent = column.percent or cell.display.scale == PERCENT_SCALE
        percent = percent or bool(cell.computation and cell.computation.percent)
        return self.figures.figure(self._shown(cell, percent=percent))

    def fact_figure(self, fact: str) -> Figure:
        """A fact of the report, by its id, with all its digits."""
        target = self.targets.get(fact)
        return self.figures.figure(_EMPTY if target is None else self.tagging.fact(target))

    def is_words(self, cell: Cell) -> bool:
        """Whether a cell holds words rather than a number."""
        target = self.targets.get(cell.fact or "")
        return cell.kind is CellKind.TEXT if target is None else target.unit is None

    def common_unit(self, table: Table) -> str:
        """The currency and scale of all numbers in a table but percentages, in words; empty where others are there."""
        shown = ((self.targets.get(cell.fact or ""), cell.display.scale) for row in table.rows for cell in row.cells)
        names = {(each.unit, scale) for each, scale in shown if each is not None and scale != PERCENT_SCALE}
        units = {(each.unit, scale) for each in self.document.units for name, scale in names if each.id == name}
        unit, scale = units.pop() if len(units) == 1 else (None, 0)
        is_money = unit is not None and not unit.denominators and unit.numerators[0].namespace == ISO4217
        return self.words.unit_words(unit, scale) if is_money else ""

    def sections(self) -> Iterator[SectionView]:
        """The sections in order."""
        return map(self.section_view, self.report.sections)

    def section_view(self, section: Section) -> SectionView:
        """A section as templates see it."""
        template = self.template("section", section.id)
        return SectionView(self, section, self._anchors[id(section)], template)

    def href(self, section: Section, anchor: str) -> str:
        """The address of a section on the page."""
        file = next((each.name for each in self.files if section in each.sections), "")
        return f"#{anchor}" if self.places.file in {"", file} else f"{file}#{anchor}"

    def table_view(self, table: Table, section_title: str) -> TableView:
        """A table as templates see it."""
        return TableView(self, table, section_title, self._anchors[id(table)], self.template("table", table.id))

    def template(self, kind: str, name: str) -> str:
        """The template for a section or table: its own one if there is one, else that for all of its kind."""
        candidates = (f"{kind}-{name}.xhtml.jinja", f"{kind}.xhtml.jinja")
        return next((each for each in candidates if each in self.own_templates), f"inline/{kind}.xhtml.jinja")

    def _shown(self, cell: Cell, *, percent: bool) -> Shown:
        target = self.targets.get(cell.fact or "")
        if target is not None:
            return self.tagging.cell(target, cell, percent=percent)
        if cell.kind is CellKind.COMPUTED and cell.computation:
            value = computed_value(cell.computation, self._index)
            if value is None:
                return Shown(NOT_COMPUTED, is_number=True)
            return self.tagging.figure(value, cell.computation.display, cell.printed, percent=percent)
        return Shown(DASH if cell.kind is CellKind.DASH else cell.printed)

    @cached_property
    def _index(self) -> FactIndex:
        return FactIndex(self.report.facts, self.vocabulary.default_member)

    @cached_property
    def _anchors(self) -> Mapping[int, str]:
        """The ids of sections and tables on the page."""
        parts: list[tuple[str, Section | Table]] = []
        for section in self.report.sections:
            parts.append((f"section-{section.id}", section))
            parts += [(f"table-{part.id}", part) for part in section.content if isinstance(part, Table)]
        return {id(part): self.places.another_id(wanted) for wanted, part in parts}

    def _cells(self) -> Iterator[Cell]:
        tables = (part for section in self.report.sections for part in section.content if isinstance(part, Table))
        return (cell for table in tables for row in table.rows for cell in row.cells)


def _last_place(cell: Cell) -> int:
    display: Display = cell.display
    return display.scale - display.fraction_digits
