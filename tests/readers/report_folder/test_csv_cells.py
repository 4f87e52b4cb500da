"""CSV: the cells that the standard library reads, each at the place where it stands."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xbrlgen.readers.report_folder.csv_cells import read_records

LINE_ENDS = ["\n", "\r\n", "\r"]


def read(text: str) -> list[list[str]]:
    findings = []
    records = read_records(text, "t.csv", findings)
    assert findings == []
    return [[str(cell) for cell in record.cells] for record in records]


@pytest.mark.parametrize("line_end", LINE_ENDS)
def test_cells_and_their_places(line_end: str):
    text = line_end.join(['label, FY ,"a ""b"" c",x', "", '"two', 'lines",1,"42,587",', ",,,", "last,2,3,4"])
    records = read_records(text, "t.csv", [])
    placed = [[(str(cell), cell.location.line, cell.location.column) for cell in record.cells] for record in records]
    assert placed == [
        [("label", 1, 1), ("FY", 1, 8), ('a "b" c', 1, 13), ("x", 1, 24)],
        [(f"two{line_end}lines", 3, 2), ("1", 4, 8), ("42,587", 4, 11), ("", 4, 19)],
        [("last", 6, 1), ("2", 6, 6), ("3", 6, 8), ("4", 6, 10)],
    ]
    assert [record.location.line for record in records] == [1, 3, 6]


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n"), max_size=12)


@given(
    st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=4), st.sampled_from(LINE_ENDS), st.booleans()
)
def test_what_a_csv_writer_writes_is_read(rows: list[list[str]], line_end: str, all_quoted: bool):
    written = io.StringIO()
    quoting = csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL
    csv.writer(written, lineterminator=line_end, quoting=quoting).writerows(rows)
    stripped = [[cell.strip() for cell in row] for row in rows]
    found = [[cell.strip() for cell in row] for row in read(written.getvalue())]
    assert found == [row for row in stripped if any(row)]


@given(st.text('ab,"\n\r \t', max_size=30))
def test_each_cell_stands_where_it_says(text: str):
    findings = []
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for record in read_records(text, "t.csv", findings):
        for cell in record.cells:
            if cell.is_verbatim:
                assert lines[cell.location.line - 1][cell.location.column - 1 :].startswith(cell)
    for found in findings:
        assert found.code == "XG131"
        place = found.locations[0]
        assert place.column <= len(lines[place.line - 1]) + 1
