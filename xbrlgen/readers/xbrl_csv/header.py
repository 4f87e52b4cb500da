"""The first row of a CSV file, which names its columns (xBRL-CSV 1.0, section 5)."""

from collections.abc import Mapping
from typing import NamedTuple

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.readers.xbrl_csv.given import IDENTIFIER
from xbrlgen.readers.xbrl_csv.records import Record
from xbrlgen.readers.xbrl_csv.templates import Column, ColumnKind, Table


class Header(NamedTuple):
    """The headings of a CSV file: columns of the template by their index; empty headings are none."""

    width: int
    columns: Mapping[int, Column]

    @property
    def indexes(self) -> Mapping[str, int]:
        """The index of each column that is no comment, by name."""
        return {each.name: index for index, each in self.columns.items() if each.kind is not ColumnKind.COMMENT}

    @property
    def nameless(self) -> tuple[int, ...]:
        """The indexes of empty headings."""
        return tuple(index for index in range(self.width) if index not in self.columns)

    def of_kind(self, *kinds: ColumnKind) -> tuple[int, ...]:
        """The indexes of the columns of these kinds."""
        return tuple(index for index, each in self.columns.items() if each.kind in kinds)


def read_header(record: Record, table: Table, path: str, findings: list[Finding]) -> Header | None:
    """The header of a table; None, with findings, where its columns are not those of the template."""
    columns: dict[int, Column] = {}
    seen: set[str] = set()
    before = len(findings)
    for index, name in enumerate(record.cells):
        if not name:
            continue
        if not IDENTIFIER.fullmatch(name):
            what, standard = f"the heading {name[:40]!r} is no identifier", "xbrlce:invalidHeaderValue"
        elif name not in table.template.columns:
            what, standard = f"the template {table.template.name!r} has no column {name!r}", "xbrlce:unknownColumn"
        elif name in seen:
            what, standard = f"the heading {name!r} is repeated", "xbrlce:repeatedColumnIdentifier"
        else:
            columns[index] = table.template.columns[name]
            seen.add(name)
            continue
        place = Location(path, *record.position(index), length=len(name))
        findings.append(finding("XG912", what, place, table.place, standard=standard))
    return Header(len(record.cells), columns) if len(findings) == before else None
