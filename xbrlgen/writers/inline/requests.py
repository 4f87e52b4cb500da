"""What the templates of a document may ask for by name, and what becomes of a request that leads to nothing."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from xbrlgen.model import PERCENT_SCALE, Cell, Column, Display, Table
from xbrlgen.target import TargetFact
from xbrlgen.target.inline import Tag
from xbrlgen.target.inline.numbers import whole
from xbrlgen.writers.inline.figures import Figure
from xbrlgen.writers.inline.lookup import Lookup, UnknownNameError
from xbrlgen.writers.inline.problem import Problem
from xbrlgen.writers.inline.sections import SectionView
from xbrlgen.writers.inline.subject import Subject
from xbrlgen.writers.inline.tables import TableView
from xbrlgen.writers.inline.texts import SplitTexts, TextPart

_NO_MEMBERS: Mapping[str, str] = {}


@dataclass(slots=True)
class Requests:
    """Answers templates; a request that cannot be met is a problem at the line that made it, and writes nothing."""

    subject: Subject
    texts: SplitTexts
    write_text: Callable[[TextPart], str]
    problems: list[Problem]
    _lookup: Lookup = field(init=False)

    def __post_init__(self) -> None:
        self._lookup = Lookup(self.subject)

    def names(self) -> Mapping[str, object]:
        """The functions by the names that templates call them."""
        return {
            "fact": self.fact,
            "cell": self.cell,
            "text": self.text,
            "table": self.table,
            "section": self.section,
        }

    def fact(
        self,
        concept: str,
        period: str | None = None,
        members: Mapping[str, str] = _NO_MEMBERS,
        *,
        scale: int | None = None,
        digits: int | None = None,
        negated: bool | None = None,
        language: str | None = None,
    ) -> Figure:
        """A fact by concept, period and members; displayed as its most precise cell is, unless more is said."""
        try:
            target = self._lookup.fact(concept, period, members, language)
        except UnknownNameError as unknown:
            return self._unmet(unknown)
        cell = self.subject.finest_cells.get(target.id)
        display = cell.display if cell else _whole(target, 0)
        if scale is not None and digits is None:
            display = _whole(target, scale)
        display = display._replace(
            scale=display.scale if scale is None else scale,
            fraction_digits=display.fraction_digits if digits is None else digits,
            negated=display.negated if negated is None else negated,
        )
        percent = display.scale == PERCENT_SCALE and target.unit is not None
        shown = self.subject.tagging.fact(target, display, cell.printed if cell else "", percent=percent)
        return self.subject.figures.figure(shown)

    def cell(self, table: str, row: str, column: str) -> Figure:
        """What stands in a cell of a table, by the names of the table, its row and its column."""
        try:
            return self.subject.cell(*self._cell(self._table(table)[0], row, column))
        except UnknownNameError as unknown:
            return self._unmet(unknown)

    def text(
        self,
        concept: str,
        period: str | None = None,
        members: Mapping[str, str] = _NO_MEMBERS,
        *,
        first: int = 1,
        last: int | None = None,
        after: int | None = None,
        language: str | None = None,
        caller: Callable[[], str] | None = None,
    ) -> Markup:
        """A text, or its blocks `first` to `last`; what a call block holds stands behind the block `after`."""
        try:
            tag = self._text(self._lookup.fact(concept, period, members, language))
            part = self.texts.part(tag, first, last, after, caller() if caller else None)
        except UnknownNameError as unknown:
            self._unmet(unknown)
            return Markup("")
        return Markup(self.write_text(part))  # noqa: S704 - made by a template

    def table(self, name: str) -> TableView | str:
        """A table by its name, which the file without its ending is."""
        try:
            found, section_title = self._table(name)
        except UnknownNameError as unknown:
            self._unmet(unknown)
            return ""
        return self.subject.table_view(found, section_title)

    def section(self, name: str) -> SectionView | str:
        """A section by its id."""
        sections = {section.id: section for section in self.subject.report.sections}
        if name in sections:
            return self.subject.section_view(sections[name])
        self._unmet(_unknown("section", name, sections))
        return ""

    def _text(self, target: TargetFact) -> Tag:
        """The tag of a fact that is a text."""
        tag = None if target.unit is not None else self.subject.tagging.fact(target).tag
        if tag is None or target.fact.is_nil:
            raise UnknownNameError(f"'{target.fact.concept.local_name}' is no text")
        return tag

    def _table(self, name: str) -> tuple[Table, str]:
        tables = {
            part.id: (part, section.title)
            for section in self.subject.report.sections
            for part in section.content
            if isinstance(part, Table)
        }
        if name not in tables:
            raise _unknown("table", name, tables)
        return tables[name]

    def _cell(self, table: Table, row: str, column: str) -> tuple[Cell, Column]:
        rows = {each.id: each for each in table.rows}
        columns = {each.id: index for index, each in enumerate(table.columns)}
        if row not in rows:
            raise _unknown("row", row, rows)
        if column not in columns:
            raise _unknown("column", column, columns)
        index = columns[column]
        return rows[row].cells[index], table.columns[index]

    def _unmet(self, unknown: UnknownNameError) -> Figure:
        path, line = _asking_line()
        self.problems.append(Problem("XG526", str(unknown), "", path, line, unknown.hint))
        return self.subject.figures.figure()


def _unknown(kind: str, name: str, known: Mapping[str, object]) -> UnknownNameError:
    from difflib import get_close_matches

    close = get_close_matches(name, known, 1)
    hint = f"Did you mean '{close[0]}'?" if close else f"There are {', '.join(sorted(known)[:10])}."
    return UnknownNameError(f"there is no {kind} '{name}'", hint)


def _whole(target: TargetFact, scale: int) -> Display:
    value = target.fact.value
    return Display(scale) if value is None or isinstance(value, str) else whole(value, scale)


def _asking_line() -> tuple[str, int]:
    """The template that is being rendered, and its line: the innermost one on the stack."""
    frame = sys._getframe(1)  # noqa: SLF001 - jinja2 finds the lines of its own errors in the same way
    while frame.f_back is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return str(template.filename or ""), int(template.get_corresponding_lineno(frame.f_lineno))
        frame = frame.f_back
    return "", 0
