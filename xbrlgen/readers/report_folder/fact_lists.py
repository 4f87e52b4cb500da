"""Lists of single values: a table of one column without a heading."""

from typing import NamedTuple

from xbrlgen.model import Column, Row, Table
from xbrlgen.readers.report_folder.aspects import Aspects
from xbrlgen.readers.report_folder.cells import NIL, Cells
from xbrlgen.readers.report_folder.identifiers import Identifiers
from xbrlgen.readers.report_folder.levels import Level
from xbrlgen.readers.report_folder.placed_text import PlacedText
from xbrlgen.readers.report_folder.scope import Scope
from xbrlgen.readers.report_folder.structure import FactEntry, FactsEntry

_COLUMN = "value"


class FactLists(NamedTuple):
    """Reads the `facts` of a report."""

    scope: Scope
    cells: Cells

    def read(self, entry: FactsEntry, section: str, title: str) -> Table:
        """The values, each with its fact."""
        identifier = self.scope.ids.new(section, "facts")
        self.scope.locations[identifier] = entry.facts[0].concept.location
        ids = Identifiers()
        rows = tuple(self._row(fact, identifier, ids) for fact in entry.facts)
        return Table(identifier, str(entry.title or title), (Column(_COLUMN, ""),), rows)

    def _row(self, entry: FactEntry, table: str, ids: Identifiers) -> Row:
        base = Aspects(period=self.scope.period, monetary_scale=self.scope.scale, dash=self.scope.dash)
        aspects = Level(self.scope).of_entry(entry, entry.concept.location).over(base)
        concept = aspects.concept.name if aspects.concept else None
        identifier = ids.new(concept.local_name if concept else entry.label)
        cell_id = self.scope.ids.unique(f"{table}.{identifier}.{_COLUMN}")
        cell = self.cells.read(cell_id, self._text(entry), aspects, entry.language or "")
        return Row(identifier, str(entry.label), (cell,), concept, negated=bool(aspects.negated))

    def _text(self, entry: FactEntry) -> PlacedText:
        """What would stand in the cell of a table."""
        if entry.nil:
            if entry.value is not None:
                message = f"'{entry.concept}' has a value and is nil at once"
                self.scope.find("XG215", message, entry.value.location)
            return PlacedText.at(NIL, entry.concept.location)
        if entry.value is None and entry.computed is None:
            self.scope.find("XG214", f"'{entry.concept}' has no value", entry.concept.location)
        return entry.value or PlacedText.at("", entry.concept.location)
