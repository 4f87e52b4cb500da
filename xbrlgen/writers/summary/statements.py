"""Sections as the page shows them: their tables and texts in order."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from xbrlgen.model import Section, Table, TextDisclosure
from xbrlgen.writers.summary import prose
from xbrlgen.writers.summary.cells import CellMarkup, fact_target
from xbrlgen.writers.summary.footnotes import NoteView
from xbrlgen.writers.summary.subject import Subject
from xbrlgen.writers.summary.tables import TableView, table_view


class ProseView(NamedTuple):
    """A text disclosure."""

    label: str
    body: Markup
    target: str
    severity: str
    footnotes: tuple[NoteView, ...]


class SectionView(NamedTuple):
    """A section with its anchor, and its tables and texts in order."""

    anchor: str
    title: str
    kind: str
    content: Iterator[TableView | ProseView]


def sections(subject: Subject) -> Iterator[SectionView]:
    """The sections of the report in order; their content, which may be large, is made as it is asked for."""
    number, cells = 0, CellMarkup(subject)
    for position, section in enumerate(subject.report.sections, start=1):
        content = _content(subject, section, cells, number)
        yield SectionView(anchor(section, position), section.title, section.kind, content)
        number += sum(isinstance(part, Table) for part in section.content)


def _content(
    subject: Subject, section: Section, cells: CellMarkup, first_table: int
) -> Iterator[TableView | ProseView]:
    number = first_table
    for part in section.content:
        if isinstance(part, Table):
            yield table_view(subject, part, section.title, cells, number)
            number += 1
        elif part.fact in subject.facts:
            yield _prose(subject, section, part)


def anchor(section: Section, position: int) -> str:
    """The id of a section in the page."""
    return f"section-{section.id if re.fullmatch(r'[A-Za-z0-9_.-]+', section.id) else position}"


def _prose(subject: Subject, section: Section, text: TextDisclosure) -> ProseView:
    fact = subject.facts[text.fact]
    value = str(fact.value or "")
    return ProseView(
        "" if text.label == section.title else text.label,
        prose.fragment(value) if text.is_block else prose.paragraphs(value),
        fact_target(fact.id),
        subject.severity(fact.id, text.id),
        subject.footnotes.texts([fact.id]),
    )
