"""Rows of CSV: the cells that the standard library reads, each at the place where it stands."""

import re
from io import BytesIO
from unittest.mock import Mock

from hypothesis import given
from hypothesis import strategies as st

from xbrlgen.readers.xbrl_csv import records
from xbrlgen.readers.xbrl_csv.records import read_records


def _written(cell: str, *, in_quotes: bool) -> str:
    return '"' + cell.replace('"', '""') + '"' if in_quotes or re.search(r'[",\r\n]', cell) else cell


@given(
    st.lists(st.lists(st.text('ab ,"\n\r', max_size=5), min_size=2, max_size=5), min_size=1, max_size=4),
    st.booleans(),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_each_cell_stands_where_it_was_written(rows, in_quotes, line_end):
    table = [[_written(cell, in_quotes=in_quotes) for cell in row] for row in rows]
    text = line_end.join(map(",".join, table)) + line_end
    lines = re.split("\r\n?|\n", text)
    found = list(read_records(BytesIO(text.encode())))
    assert [record.cells for record in found] == rows
    for record, row in zip(found, table, strict=True):
        for index, written in enumerate(row):
            line, column = record.position(index)
            assert lines[line - 1][column - 1 :].startswith(re.split("\r\n?|\n", written)[0])
            assert lines[line - 1][: column - 1][-1:] == ("," if index else "")
        line, column = record.position(len(row))
        assert column == len(lines[line - 1]) + 1


def test_a_wide_row_is_looked_through_once(monkeypatch):
    width = 500
    (record,) = read_records(BytesIO(b",".join([b'"1"'] * width)))
    cell = Mock(match=Mock(side_effect=records._CELL.match))
    monkeypatch.setattr(records, "_CELL", cell)
    assert [record.position(index) for index in range(width)] == [(1, 4 * index + 1) for index in range(width)]
    assert cell.match.call_count == width
