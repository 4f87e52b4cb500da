"""Footnotes: their numbers beside what they explain, and their texts below it."""

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from xbrlgen.model import Report, Row
from xbrlgen.writers.fragments import as_fragment
from xbrlgen.writers.summary import prose

Numbers = tuple[int, ...]


class NoteView(NamedTuple):
    """A footnote as it stands below a table or text."""

    number: int
    body: Markup
    language: str


class Footnotes:
    """The footnotes of a report, numbered in its order."""

    def __init__(self, report: Report) -> None:
        self._notes: list[NoteView] = []
        self._by_fact: dict[str, list[int]] = {}
        for number, note in enumerate(report.footnotes, 1):
            self._notes.append(NoteView(number, prose.fragment(as_fragment(note.content)), note.language))
            for fact in note.facts:
                self._by_fact.setdefault(fact, []).append(number)

    def of_fact(self, fact: str | None) -> Numbers:
        """The numbers of the footnotes on a fact."""
        return tuple(self._by_fact.get(fact or "", ())) if self._notes else ()

    def of_row(self, row: Row) -> Numbers:
        """The numbers that all facts of a row share: they stand once, beside its label."""
        if not self._notes:
            return ()
        numbers = [self.of_fact(cell.fact) for cell in row.cells if cell.fact]
        return tuple(each for each in numbers[0] if all(each in others for others in numbers)) if numbers else ()

    def texts(self, facts: Iterable[str | None]) -> tuple[NoteView, ...]:
        """The footnotes on any of these facts."""
        if not self._notes:
            return ()
        used = {number for fact in facts for number in self.of_fact(fact)}
        return tuple(note for note in self._notes if note.number in used)
