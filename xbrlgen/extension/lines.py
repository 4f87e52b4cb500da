"""The lines of a section: which concepts it shows, in which order, how deep, and under which labels."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from xbrlgen.extension.label_roles import preferred
from xbrlgen.extension.subject import Subject
from xbrlgen.model import Cell, Fact, QName, Row, RowStyle, Section, Table, TextDisclosure

_TOTALS = {RowStyle.TOTAL, RowStyle.SUBTOTAL}


class Line(NamedTuple):
    """A concept in its place; a heading may have none, and then only ends what is above it.

    `level` counts indents from 0. `role` is that of the label, empty for the standard one; `label` is as printed, and
    `is_of_members` if it names the members of the figures rather than their concept.
    """

    concept: QName | None
    label: str
    level: int = 0
    role: str = ""
    is_heading: bool = False
    is_of_members: bool = False


class _Shown(NamedTuple):
    """A row as far as it shows one concept (None: none at all), with its cells and their facts.

    `is_of_members` says that it shows no figure of the whole.
    """

    concept: QName | None
    row: Row
    facts: Sequence[tuple[Cell, Fact]]
    is_of_members: bool

    @property
    def line(self) -> Line:
        row = self.row
        is_negated = any(cell.display.negated for cell, _ in self.facts)
        is_total = row.style in _TOTALS and not self.is_of_members
        role = preferred(moment=row.moment, is_total=is_total, is_negated=is_negated) if self.facts else ""
        return Line(self.concept, row.label, row.level, role, row.style is RowStyle.HEADING, self.is_of_members)


def lines(section: Section, subject: Subject) -> tuple[Line, ...]:
    """The lines of a section in order.

    A row that only breaks a concept down by members is none where another row shows the whole: the members have
    their own place below the axis.
    """
    shown = [each for content in section.content for each in _shown(content, subject)]
    whole = {(each.concept, each.row.moment) for each in shown if isinstance(each, _Shown) and not each.is_of_members}
    return tuple(
        each if isinstance(each, Line) else each.line
        for each in shown
        if isinstance(each, Line) or not (each.is_of_members and (each.concept, each.row.moment) in whole)
    )


def _shown(content: Table | TextDisclosure, subject: Subject) -> Iterator[_Shown | Line]:
    if isinstance(content, TextDisclosure):
        yield Line(subject.facts[content.fact].concept, content.label)
        return
    for row in content.rows:
        reported: dict[QName | None, list[tuple[Cell, Fact]]] = {}
        for cell in row.cells:
            if cell.fact is not None:
                fact = subject.facts[cell.fact]
                reported.setdefault(fact.concept, []).append((cell, fact))
        for concept in reported if row.concept is None and reported else (row.concept,):
            facts = reported.get(concept, [])
            yield _Shown(concept, row, facts, bool(facts) and all(fact.dimensions for _, fact in facts))
