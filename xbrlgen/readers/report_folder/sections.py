"""Sections: tables, texts and short values in order."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from xbrlgen.model import Equation, Section, Table, TextDisclosure
from xbrlgen.readers.report_folder.cells import Cells
from xbrlgen.readers.report_folder.equations import Equations
from xbrlgen.readers.report_folder.fact_lists import FactLists
from xbrlgen.readers.report_folder.placed_text import PlacedText
from xbrlgen.readers.report_folder.scope import Scope
from xbrlgen.readers.report_folder.structure import FactsEntry, SectionEntry, TextEntry
from xbrlgen.readers.report_folder.tables import Tables
from xbrlgen.readers.report_folder.texts import Texts


@dataclass(slots=True)
class Sections:
    """Reads the sections of a report, and gathers the equations in them."""

    scope: Scope
    cells: Cells
    equations: list[Equation] = field(default_factory=list)
    _seen: dict[str, PlacedText] = field(default_factory=dict)

    def read(self, entry: SectionEntry) -> Section:
        """The section with all its content that can be read."""
        first = self._seen.setdefault(entry.id, entry.id)
        if first is not entry.id and entry.id.is_verbatim:  # else it only stands in for a missing one
            message = f"the id '{entry.id}' is given to two sections"
            self.scope.find("XG116", message, entry.id.location, first.location)
        content = tuple(self._content(entry))
        return Section(str(entry.id), str(entry.title), content, entry.kind, entry.new_file)

    def _content(self, entry: SectionEntry) -> Iterator[Table | TextDisclosure]:
        tables, texts = Tables(self.scope, self.cells), Texts(self.scope, self.cells)
        for each in entry.content:
            if isinstance(each, FactsEntry):
                yield FactLists(self.scope, self.cells).read(each, entry.id, entry.title)
            elif isinstance(each, TextEntry):
                if text := texts.read(each, entry.id):
                    yield text
            elif found := tables.read(each, entry.title):
                self.equations += Equations(self.scope).of_table(each, found.table.id, found.concepts)
                yield found.table
