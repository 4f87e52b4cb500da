"""Where facts and footnotes have been put so far: the ids of their occurrences, and what is left."""

from collections.abc import Iterator
from typing import NamedTuple

from xbrlgen.model import FACT_FOOTNOTE, STANDARD_LINK
from xbrlgen.target import TargetDocument, TargetFact, TargetFootnote
from xbrlgen.target.identifiers import Identifiers


class Relationship(NamedTuple):
    """Links from occurrences of facts, by their ids, to a footnote or fact; the usual type and group are empty."""

    type: str
    group: str
    sources: tuple[str, ...]
    target: str


class Places:
    """The ids of one document or document set, given as the page is written."""

    def __init__(self, document: TargetDocument) -> None:
        self._document = document
        parts = (document.contexts, document.units, document.facts, document.footnotes)
        self._ids = Identifiers(each.id for written in parts for each in written)
        self._times: dict[str, int] = {}
        self._files: dict[str, str] = {}
        self._noted: dict[str, list[TargetFootnote]] = {}
        for footnote in document.footnotes:
            for fact in footnote.facts:
                self._noted.setdefault(fact, []).append(footnote)
        self._numbers = {each.id: number for number, each in enumerate(document.footnotes, 1)}
        self._occurrences: dict[str, list[str]] = {
            end: [] for link in document.links for end in (link.source, link.target)
        }
        self._due: dict[str, TargetFootnote] = {}
        self._written_notes: dict[str, str] = {}
        self.file = ""
        """The name of the file that is being written, empty where there is only one."""

    def new_id(self, fact: TargetFact) -> str:
        """The id of the next occurrence of `fact`: its own for the first one."""
        times = self._times[fact.id] = self._times.get(fact.id, 0) + 1
        name = fact.id if times == 1 else self._ids.give(f"{fact.id}-{times}", f"{fact.id} {times}")
        self._files.setdefault(fact.id, self.file)
        if fact.id in self._occurrences:
            self._occurrences[fact.id].append(name)
        return name

    def another_id(self, wanted: str) -> str:
        """An id for anything else on the page."""
        return self._ids.give(wanted, wanted)

    def first_link(self, fact: TargetFact) -> bool:
        """Whether words now link to a hidden fact for the first time."""
        is_first = fact.id not in self._times
        if is_first:
            self.new_id(fact)
        return is_first

    def href(self, fact: TargetFact) -> str:
        """The address of the first occurrence; empty where a further file may hold it."""
        if not self.file:
            return f"#{fact.id}"
        file = self._files.get(fact.id)
        return "" if file is None else f"{'' if file == self.file else file}#{fact.id}"

    def unshown(self) -> Iterator[TargetFact]:
        """The facts that stand nowhere yet."""
        return (fact for fact in self._document.facts if fact.id not in self._times)

    def notes(self, fact: TargetFact) -> tuple[tuple[int, str], ...]:
        """The numbers and addresses of the footnotes on `fact`, which are due from now on."""
        if not self._noted:
            return ()
        found = self._noted.get(fact.id, ())
        self._due |= {each.id: each for each in found if each.id not in self._written_notes}
        return tuple((self._numbers[each.id], f"{self._file_of(each)}#{each.id}") for each in found)

    def _file_of(self, footnote: TargetFootnote) -> str:
        """The file that has a footnote already; empty for the one that is being written."""
        file = self._written_notes.get(footnote.id, self.file)
        return "" if file == self.file else file

    def relationships(self) -> Iterator[Relationship]:
        """All links, between all occurrences of the facts that they start from and the first one of their targets."""
        notes = self._numbers.keys()
        related: dict[tuple[str, str, str], list[str]] = {}
        for link in self._document.links:
            related.setdefault((link.type, link.group, link.target), []).extend(self._occurrences[link.source])
        for (kind, group, target), sources in related.items():
            if sources and (target in notes or self._occurrences[target]):
                shown = "" if kind == FACT_FOOTNOTE else kind, "" if group == STANDARD_LINK else group
                yield Relationship(*shown, tuple(sources), target)

    def due_notes(self) -> Iterator[tuple[int, TargetFootnote]]:
        """The footnotes that a reader has been pointed at, each once; they are written now."""
        while self._due:
            name = min(self._due, key=lambda each: self._numbers[each])
            yield self._numbers[name], self._due.pop(name)
            self._written_notes[name] = self.file

    def unwritten_notes(self) -> tuple[TargetFootnote, ...]:
        """The footnotes that stand nowhere yet."""
        return tuple(each for each in self._document.footnotes if each.id not in self._written_notes)
