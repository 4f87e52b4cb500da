"""Facts that nobody typed: worked out once all the typed ones are known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from xbrlgen.findings import Location
from xbrlgen.model import Cell, CellKind, FactKey, Section, Table
from xbrlgen.model.evaluation import FactIndex, computed_value
from xbrlgen.readers.report_folder.facts import Facts
from xbrlgen.readers.report_folder.names import Names


class _Expected(NamedTuple):
    cell: Cell
    key: FactKey
    location: Location


@dataclass(slots=True)
class WorkedOut:
    """Gathers the cells whose facts are to be worked out, then does so, in whatever order they need each other."""

    _expected: list[_Expected] = field(default_factory=list)

    def expect(self, cell: Cell, key: FactKey, location: Location) -> None:
        """Ask for the fact that `cell` computes."""
        self._expected.append(_Expected(cell, key, location))

    def add_to(self, facts: Facts, names: Names) -> Mapping[str, str]:
        """Add what can be worked out to `facts`; gives the ids of those facts by the ids of their cells."""
        found: dict[str, str] = {}
        waiting = self._expected
        while waiting:
            index = FactIndex(facts.all(), names.default_member)
            left = [each for each in waiting if not _add(each, index, facts, found)]
            if len(left) == len(waiting):
                break
            waiting = left
        return found


def _add(expected: _Expected, index: FactIndex, facts: Facts, found: dict[str, str]) -> bool:
    computation = expected.cell.computation
    value = computed_value(computation, index) if computation else None
    if computation is None or value is None:
        return False
    display = computation.display
    found[expected.cell.id] = facts.add(expected.key, value, display.fraction_digits - display.scale, expected.location)
    return True


def with_facts(sections: tuple[Section, ...], found: Mapping[str, str]) -> tuple[Section, ...]:
    """`sections` with the facts that were worked out in their cells."""
    if not found:
        return sections
    return tuple(
        section._replace(
            content=tuple(_table(each, found) if isinstance(each, Table) else each for each in section.content),
        )
        for section in sections
    )


def _table(table: Table, found: Mapping[str, str]) -> Table:
    rows = tuple(row._replace(cells=tuple(_cell(cell, found) for cell in row.cells)) for row in table.rows)
    return table._replace(rows=rows)


def _cell(cell: Cell, found: Mapping[str, str]) -> Cell:
    return cell._replace(kind=CellKind.FACT, fact=found[cell.id]) if cell.id in found else cell
