"""Sections as templates see them, with their tables and texts.

What a template has no business with is private: a sandbox lets nobody reach it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xbrlgen.model import Section, Table, TextDisclosure
from xbrlgen.writers.inline.figures import Figure
from xbrlgen.writers.inline.tables import TableView

if TYPE_CHECKING:
    from xbrlgen.writers.inline.subject import Subject


@dataclass(frozen=True)
class TextView:
    """A text that reports a fact; printing it writes the text in its tag."""

    _subject: "Subject"
    _text: TextDisclosure
    _section_title: str

    @property
    def id(self) -> str:
        """The name of the text in the report."""
        return self._text.id

    @property
    def label(self) -> str:
        """The words over the text, empty if they repeat the title of the section."""
        return "" if self._text.label == self._section_title else self._text.label

    @property
    def is_block(self) -> bool:
        """Whether the text is made of paragraphs, lists and tables rather than of words."""
        return self._text.is_block

    @property
    def figure(self) -> Figure:
        """The text in its tag."""
        return self._subject.fact_figure(self._text.fact)

    def __html__(self) -> str:
        return self.figure.__html__()


@dataclass(frozen=True)
class SectionView:
    """A section with its tables and texts in order; printing it writes it through its template."""

    _subject: "Subject"
    _section: Section
    anchor: str
    template: str

    @property
    def id(self) -> str:
        """The name of the section in the report."""
        return self._section.id

    @property
    def title(self) -> str:
        """The title."""
        return self._section.title

    @property
    def href(self) -> str:
        """Where the section is, from the file that is being written."""
        return self._subject.href(self._section, self.anchor)

    @property
    def kind(self) -> str:
        """``statement`` or ``disclosure``."""
        return self._section.kind.lower()

    @property
    def parts(self) -> Iterator[TableView | TextView]:
        """Its tables and texts."""
        for part in self._section.content:
            if isinstance(part, Table):
                yield self._subject.table_view(part, self.title)
            else:
                yield TextView(self._subject, part, self.title)

    def __html__(self) -> str:
        return self._subject.render(self.template, section=self)
