"""One fault is one finding: what is broken does not break what refers to it, and all faults are found at once."""

import pytest
from small_folder import REPORT, TABLE, SmallFolder

from xbrlgen.readers.report_folder.suggestions import nearest

MANY = """\
label,concept,dimensions,FY,PY
Revenue,Revenu,,"1,200","1,100"
Cloud,Revenue,SegmentsAxis=own:CloudMember,"1,20",5
Orders,own:Orders,,x,(5
Profit,ProfitLoss,SegmentAxis=none,1,2
"""


def codes(reading) -> list[str]:
    return [each.code for each in reading.findings]


def test_all_faults_are_found_at_once_in_order_of_place(small: SmallFolder):
    report = (
        REPORT.replace("title: Small report", "titel: Small report")
        .replace("2022-04-01/2023-03-31", "2022-04-01/2023-02-30")
        .replace("type: monetary", "type: monetry")
        .replace("          PY: PY", "          PY: {period: PY, unit: percentage}")
    )
    reading = small.read(report, MANY)
    places = [
        (each.code, each.locations[0].path.rpartition("/")[2], each.locations[0].line) for each in reading.findings
    ]
    assert places == [
        ("XG112", "report.yaml", 1),
        ("XG115", "report.yaml", 9),
        ("XG125", "report.yaml", 17),
        ("XG124", "report.yaml", 32),
        ("XG121", "income.csv", 2),
        ("XG202", "income.csv", 3),
        ("XG201", "income.csv", 4),  # "(5"; what "x" is cannot be told without its type
        ("XG122", "income.csv", 5),
    ]
    assert reading.report is not None, "what is sound is read"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("  FY: 2023-04-01/2024-03-31", "  FY: 2023-04-01/2024-03-99", "XG115"),
        ("type: monetary", "type: money", "XG125"),
        ("{type: monetary, period: duration, label: Orders received}", "{type: monetary, label: Orders}", "XG113"),
        ("prefix: own", "prefixx: own", "XG112"),
        ("  prefix: own\n", "", "XG113"),
        ("prefix: own", "prefix: 1", "XG115"),
        ("      members: {CloudMember: Cloud}", "      members: {CloudMember: [Cloud]}", "XG114"),
        ("          PY: PY", "          PY: [PY]", "XG114"),
        ('Gbps: "own:Gbps"', "Gbps: [x]", "XG114"),
        ("currency: JPY", "currency: yen", "XG115"),
    ],
)
def test_a_broken_declaration_is_one_finding_however_often_it_is_used(small: SmallFolder, old, new, code):
    table = (
        "label,concept,dimensions,unit,FY,PY\nRevenue,Revenue,,,1,2\nOrders,own:Orders,,,3,4\nMore,own:Orders,,,5,6\n"
        "Cloud,Revenue,SegmentsAxis=own:CloudMember,,7,8\nLines,NumberOfEmployees,,Gbps,,\n"
    )
    assert old in REPORT
    reading = small.read(REPORT.replace(old, new, 1), table)
    assert codes(reading) == [code]


def test_a_misspelt_name_is_read_as_the_one_that_was_meant(small: SmallFolder):
    reading = small.read(table=TABLE.replace("ProfitLoss", "ProfitLos"))
    assert codes(reading) == ["XG121"]
    assert len(reading.report.facts) == 4


def test_a_name_that_is_used_often_is_searched_for_once(small: SmallFolder):
    rows = "".join(f"Row {number},Zebra,{number},\n" for number in range(200))
    reading = small.read(table=f"label,concept,FY,PY\n{rows}")
    assert codes(reading) == ["XG121"] * 200
    assert small.vocabulary.searches == 1


def test_many_wrong_names_are_not_all_searched_for(small: SmallFolder):
    rows = "".join(f"Row {number},Zebra{number},{number},\n" for number in range(200))
    assert len(small.read(table=f"label,concept,FY,PY\n{rows}").findings) == 200
    assert small.vocabulary.searches == 1


def test_a_wrong_table_does_not_hide_what_is_wrong_with_another(small: SmallFolder):
    report = REPORT.replace("    content:\n", "    content:\n      - {table: b.csv, columns: {FY: FY}}\n")
    reading = small.read(report, b"label\xff", {"b.csv": "label,concept,FY\nx,Revenue,1.2.3\n"})
    assert codes(reading) == ["XG201", "XG106"]


def test_without_its_taxonomy_a_report_is_still_checked_for_its_structure(small: SmallFolder):
    reading = small.read(REPORT.replace("taxonomy: small", "taxonomy: none").replace("scale:", "scael:"))
    assert codes(reading) == ["XG117", "XG112"]
    assert reading.report is None


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("Revenu", ["Revenue", "Reserve"], ("Revenue", True)),
        ("revenue", ["Revenue"], ("Revenue", True)),
        ("1H24", ["1H22", "1H23"], ("1H22", False)),
        ("Zebra", ["Revenue"], ("", False)),
        ("", ["Revenue"], ("", False)),
        ("Revenue", [], ("", False)),
    ],
)
def test_suggestions(name: str, known: list[str], expected: tuple[str, bool]):
    assert nearest(name, known) == expected
