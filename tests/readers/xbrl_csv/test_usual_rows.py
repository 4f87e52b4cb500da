"""Rows that are as usual: the same is found in them as with care, whatever is wrong with any of them."""

import json
from copy import deepcopy
from pathlib import Path

import csv_documents
import kinds
import pytest
from csv_documents import write
from csv_faults import Case, faults
from hypothesis import given, settings
from hypothesis import strategies as st

from xbrlgen.readers.xbrl_csv import read_xbrl_csv, usual
from xbrlgen.readers.xbrl_csv.usual import UsualRows

INFO = {
    **csv_documents.METADATA["documentInfo"],
    "features": {"xbrl:allowedDuplicates": "none"},
}
LONG = ["id", "concept", "who", "when", "segment", "bond", "unit", "decimals", "language", "note", "value", "more"]
WIDE = ["when", "segment", "kind", "size", "cash", "text", "count"]
TEMPLATES = {
    "long": {
        "rowIdColumn": "id",
        "columns": {
            **{name: {} for name in LONG[:-3]},
            "note": {"comment": True},
            "value": {
                "dimensions": {
                    "concept": "$concept",
                    "entity": "$who",
                    "period": "$when",
                    "k:SegmentsAxis": "$segment",
                    "k:BondAxis": "$bond",
                    "unit": "$unit",
                    "language": "$language",
                },
                "decimals": "$decimals",
            },
            "more": {
                "dimensions": {"concept": "k:Earnings", "entity": "$who", "period": "$when", "unit": "iso4217:JPY"},
                "decimals": 0,
            },
        },
    },
    "wide": {
        "dimensions": {"entity": "sicc:37740", "period": "$when", "k:SegmentsAxis": "$segment"},
        "columns": {
            "when": {},
            "segment": {},
            "kind": {
                "propertyGroups": {
                    "revenue": {"dimensions": {"concept": "k:Revenue", "unit": "iso4217:JPY"}, "decimals": -6},
                    "name": {"dimensions": {"concept": "k:Name", "language": "en"}},
                    "policy": {"dimensions": {"concept": "k:Policy", "language": "$when"}},
                }
            },
            "size": {"propertiesFrom": ["kind"]},
            "cash": {"dimensions": {"concept": "k:Cash", "unit": "iso4217:JPY", "period": "$when@end"}, "decimals": 0},
            "text": {"dimensions": {"concept": "k:Name", "language": "ja"}},
            "count": {"dimensions": {"concept": "k:Employees", "k:BondAxis": "$rowNumber"}, "decimals": 0},
        },
    },
}
LONG_ROWS = [
    ["a", "k:Revenue", "sicc:1", "2023", "", "", "iso4217:JPY", "-6", "", "x", "1000000", ""],
    ["b", "k:Revenue", "sicc:1", "2024", "", "", "iso4217:JPY", "-6", "", "", "2000000", "7"],
    ["c", "k:Cash", "sicc:1", "2023-12-31@end", "k:NorthMember", "x", "iso4217:JPY", "-6", "", "", "1000000", ""],
    ["d", "k:Name", "sicc:1", "2023", "", "", "", "", "en", "", "R&D, all", ""],
    ["e", "k:Name", "sicc:1", "2023", "", "", "", "", "ja", "", "研究", ""],
    ["f", "k:Policy", "sicc:1", "2023", "", "", "", "", "en", "", "<p>x</p>", ""],
    ["g", "k:Audited", "sicc:1", "2023", "", "", "", "", "", "", "1", ""],
    ["h", "k:Form", "sicc:1", "2023", "", "", "", "", "", "", "k:Name", ""],
    ["i", "k:Employees", "sicc:2", "2023", "", "", "", "0", "", "", "12", ""],
    ["j", "k:Revenue", "sicc:2", "2023", "k:SouthMember", "y", "iso4217:EUR", "#none", "", "", "1.5", "-3"],
]
WIDE_ROWS = [
    ["2023", "k:NorthMember", "revenue", "12", "7", "north", "3"],
    ["2023", "k:SouthMember", "revenue", "13", "8", "south", ""],
    ["2024", "k:NorthMember", "name", "x", "9", "", ""],
    ["2024", "k:SouthMember", "", "", "10", "", ""],
]


class Files:
    """Files that are nowhere but in memory."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._files = {name: _File(name, content) for name, content in files.items()}

    def absolute(self, reference: str, base: str) -> str:
        return reference

    def find(self, address: str) -> "_File | None":
        return self._files.get(address)


class _File:
    def __init__(self, name: str, content: bytes) -> None:
        self._name, self._content = name, content

    def read_bytes(self) -> bytes:
        return self._content

    def __str__(self) -> str:
        return self._name


def _table(header: list[str], rows: list[list[str]], quote: str = "") -> bytes:
    lines = [",".join(f'"{cell}"' if "," in cell or quote else cell for cell in row) for row in (header, *rows)]
    return "\n".join(lines).encode()


def documents(long=LONG_ROWS, wide=WIDE_ROWS, *, info=INFO, headers=(LONG, WIDE), quote=""):
    """The metadata and the files of a report with these rows."""
    metadata = {
        "documentInfo": info,
        "tableTemplates": TEMPLATES,
        "tables": {name: {"url": f"{name}.csv"} for name in TEMPLATES},
    }
    files = {"long.csv": _table(headers[0], long, quote), "wide.csv": _table(headers[1], wide, quote)}
    return json.dumps(metadata).encode(), Files(files)


def usually(metadata: bytes, files: Files, vocabulary=None):
    return read_xbrl_csv(metadata, vocabulary or kinds.taxonomy(), "r.json", files=files)


def with_care(*given, **named):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(UsualRows, "facts", lambda *_: None)
        return usually(*given, **named)


def assert_same(quick, careful):
    assert quick.findings == careful.findings
    assert quick.report == careful.report
    assert dict(quick.locations) == dict(careful.locations)


@pytest.mark.parametrize("quote", ["", '"'])
def test_sound_rows_say_the_same(quote, monkeypatch):
    quick, careful = usually(*documents(quote=quote)), with_care(*documents(quote=quote))
    assert_same(quick, careful)
    assert quick.findings == ()
    assert len(quick.report.facts) == 22
    monkeypatch.setattr(usual, "_MOST", 1)
    assert usually(*documents(quote=quote)).report == careful.report


def test_sound_rows_are_all_usual_but_those_with_row_numbers(monkeypatch):
    taken = []
    facts = UsualRows.facts

    def noted(self, name, cells, number):
        found = facts(self, name, cells, number)
        taken.append(found is not None)
        return found

    monkeypatch.setattr(UsualRows, "facts", noted)
    usually(*documents())
    assert [number for number, is_usual in enumerate(taken) if not is_usual] == [10]


def test_facts_share_what_they_have_in_common():
    found = usually(*documents()).report.facts
    for aspect in ("concept", "entity", "unit", "dimensions"):
        shared = [getattr(fact, aspect) for fact in found]
        assert len({id(each) for each in shared}) == len(set(shared)), aspect


@pytest.mark.parametrize("case", list(faults()), ids=lambda case: case.name)
def test_the_same_is_found_in_each_faulty_document(case: Case, tmp_path: Path):
    path = write(tmp_path, case.members, case.files)
    assert_same(read_xbrl_csv(path, kinds.taxonomy()), _carefully(path))


def _carefully(path: Path):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(UsualRows, "facts", lambda *_: None)
        return read_xbrl_csv(path, kinds.taxonomy())


_ODD = st.sampled_from(
    [
        *(
            "",
            "",
            "#none",
            "#nil",
            "#empty",
            "##x",
            "#x",
            "a",
            "b",
            "x y",
            "0",
            "-6",
            "1001",
            "INF",
            "7d0",
            "7d-x",
            "1e5",
        ),
        *("k:Name", "k:Revenue", "k:Cash", "k:Nothing", "k:NorthMember", "k:GroupMember", "zz:Name", "xbrl:note", "٣"),
        *("2023", "2023Q1", "2023-12-31T00:00:00Z", "2023-13", "sicc:1", "37740", "en", "EN", "e n", "iso4217:JPY"),
        *(
            "xbrli:pure",
            "revenue",
            "name",
            "policy",
            "nothing",
            " 7 ",
            "9" * 200,
            'say ""so""',
            "true",
            "k:Name k:Cash",
        ),
    ]
)


@st.composite
def damaged(draw):
    """A report with other cells in some rows, rows that are there again, too short, too long or empty."""
    tables = []
    for rows, header in ((LONG_ROWS, LONG), (WIDE_ROWS, WIDE)):
        own, names = deepcopy(rows), list(header)
        for _ in range(draw(st.integers(0, 4))):
            number = draw(st.integers(0, len(own) - 1))
            row = own[number]
            match draw(st.sampled_from(["cell", "cell", "cell", "cell", "again", "short", "long", "empty", "heading"])):
                case "again":
                    own.insert(draw(st.integers(0, len(own))), [*row])
                case "short":
                    del row[draw(st.integers(0, len(row))) :]
                case "long":
                    row.append(draw(_ODD))
                case "empty":
                    row.clear()
                case "heading":
                    names[draw(st.integers(0, len(names) - 1))] = draw(st.sampled_from(["", "id", "when", "nothing"]))
                case _ if row:
                    row[draw(st.integers(0, len(row) - 1))] = draw(_ODD)
        tables.append((own, names))
    (long, first), (wide, second) = tables
    features = {"xbrl:allowedDuplicates": draw(st.sampled_from(["none", "complete", "consistent", "all"]))}
    quote = draw(st.sampled_from(["", "", '"']))
    return documents(long, wide, info={**INFO, "features": features}, headers=(first, second), quote=quote)


@given(damaged())
@settings(max_examples=400, deadline=None)
def test_the_same_is_found_in_any_damaged_rows(report):
    assert_same(usually(*report), with_care(*report))


@given(damaged())
@settings(max_examples=40, deadline=None)
def test_the_same_is_found_without_a_taxonomy(report):
    assert_same(usually(*report, lambda _references: None), with_care(*report, lambda _references: None))
