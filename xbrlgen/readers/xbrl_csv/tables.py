"""The rows of one CSV file (xBRL-CSV 1.0, section 5)."""

from collections.abc import Iterator

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.model import Fact
from xbrlgen.readers.xbrl_csv.columns import Columns
from xbrlgen.readers.xbrl_csv.facts import CellError, Facts, Note, Row
from xbrlgen.readers.xbrl_csv.given import ROW_IDENTIFIER, Special
from xbrlgen.readers.xbrl_csv.header import Header
from xbrlgen.readers.xbrl_csv.places import Places
from xbrlgen.readers.xbrl_csv.records import Record
from xbrlgen.readers.xbrl_csv.templates import ColumnKind, Table
from xbrlgen.readers.xbrl_csv.usual import UsualRows

_NONE = Special.NONE.value


class TableReading:
    """The facts and notes of one table, row by row."""

    def __init__(self, table: Table, header: Header, columns: Columns, facts: Facts, places: Places) -> None:
        self._name = table.name
        self._header = header
        self._columns = columns
        self._facts = facts
        self._places = places
        self._reported = [(index, header.columns[index]) for index in header.of_kind(ColumnKind.FACTS)]
        self._groups = {header.columns[index].name: index for index in header.of_kind(ColumnKind.GROUPS)}
        self._others = header.of_kind(ColumnKind.PLAIN, ColumnKind.GROUPS)
        self._nameless = header.nameless
        self._row_id = header.indexes.get(table.template.row_id, -1)
        self._row_ids: set[str] = set()
        self._usual = UsualRows(table.name, header, columns, facts, self._row_id)
        self.findings: list[Finding] = []
        self.notes: dict[str, Note] = {}

    def facts(self, records: Iterator[Record]) -> Iterator[Fact]:
        """The facts of all rows below the header."""
        usual, width = self._usual, self._header.width
        for number, record in enumerate(records, 1):
            name = self._plain_name(record, number)
            found = usual.facts(name, record.cells, number) if name and len(record.cells) == width else None
            if found is not None:
                self._row_ids.add(name)
                for index, fact in found:
                    self._places.add(*record.position(index))
                    yield fact
                continue
            missing = width - len(record.cells)
            row = Row(record.cells + [""] * missing if missing > 0 else record.cells, number)
            yield from self._row(row, record)

    def _plain_name(self, record: Record, number: int) -> str:
        """What ids of facts name a row by; empty where something is wrong with it."""
        if self._row_id < 0:
            return str(number)
        name = record.cells[self._row_id] if self._row_id < len(record.cells) else ""
        return name if name not in self._row_ids and ROW_IDENTIFIER.fullmatch(name) else ""

    def _row(self, row: Row, record: Record) -> Iterator[Fact]:
        facts, cells = self._facts, row.cells
        facts.used = set()
        row_name = self._row_name(row, record)
        groups = self._row_groups(row, record) if self._groups else {}
        reported = [(index, column) for index, column in self._reported if cells[index]]
        if groups is None:
            return
        if reported and not row_name:
            what = "the row has facts and no identifier"
            self._fault("XG913", what, record, self._row_id, "xbrlce:missingRowIdentifier")
            row_name = str(row.number)
        for index, column in reported:
            fact_id = f"{self._name}.r_{row_name}.{column.name}"
            plan = self._columns.plan(column, tuple([groups.get(name, "") for name in column.sources]))
            try:
                found = facts.read(fact_id, cells[index], plan, row)
            except CellError as error:
                where = index if error.cell < 0 else error.cell
                self._fault(error.code, f"fact {fact_id!r}: {error}", record, where, error.standard)
                facts.used.update(self._others)  # what an unread fact would have used is not known
            else:
                if isinstance(found, Fact):
                    self._places.add(*record.position(index))
                    yield found
                else:
                    self._places.add(*record.position(index), note=fact_id)
                    self.notes[fact_id] = found
        self._check_unmapped(row, record)

    def _row_name(self, row: Row, record: Record) -> str:
        """What ids of facts name the row by: empty where it should have a name and has none."""
        if self._row_id < 0:
            return str(row.number)
        name = row.cells[self._row_id]
        self._facts.used.add(self._row_id)
        if name and not ROW_IDENTIFIER.fullmatch(name):
            what = f"the row identifier {name[:40]!r} has characters that none may have"
            self._fault("XG913", what, record, self._row_id, "xbrlce:invalidRowIdentifier")
            return str(row.number)
        if name and name in self._row_ids:
            what = f"the row identifier {name!r} is that of another row"
            self._fault("XG913", what, record, self._row_id, "xbrlce:repeatedRowIdentifier")
            return f"{name}-{row.number}"
        self._row_ids.add(name)
        return name

    def _row_groups(self, row: Row, record: Record) -> dict[str, str] | None:
        """The property group that each column of them names; None, with findings, where it cannot be used."""
        found: dict[str, str] = {}
        is_sound = True
        for name, index in self._groups.items():
            text = row.cells[index]
            if not text or text in self._header.columns[index].groups:
                found[name] = text
                continue
            is_sound = False
            if text == _NONE:
                what = "#none stands where a property group should"
                self._fault("XG914", what, record, index, "xbrlce:illegalUseOfNone")
            else:
                self._fault("XG916", f"column {name!r} has no property group {text[:40]!r}", record, index)
        return found if is_sound else None

    def _check_unmapped(self, row: Row, record: Record) -> None:
        used = self._facts.used
        for index in self._others:
            text = row.cells[index]
            if text and index not in used and text != _NONE:
                name = self._header.columns[index].name
                what = f"no fact of the row uses {text[:40]!r} in column {name!r}"
                self._fault("XG915", what, record, index)
        for index in (*self._nameless, *range(self._header.width, len(row.cells))):
            if text := row.cells[index]:
                self._fault("XG915", f"{text[:40]!r} stands below no heading", record, index)

    def _fault(self, code: str, message: str, record: Record, index: int, standard: str = "") -> None:
        line, column = record.position(index) if index >= 0 else (record.line, 1)
        place = Location(self._places.path, line, column)
        self.findings.append(finding(code, message, place, standard=standard))
