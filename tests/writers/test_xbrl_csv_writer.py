"""xBRL-CSV written: read again by our reader and by Arelle, every report comes back whole; tables are for people too."""

import json
from pathlib import Path

import arelle_referee
import kinds
import pytest
from hypothesis import given, settings

from xbrlgen import build, convert, load, validate
from xbrlgen.comparison import differences
from xbrlgen.findings import Severity
from xbrlgen.model import Footnote, Link, Table
from xbrlgen.readers.xbrl_csv import read_xbrl_csv
from xbrlgen.report_folders import load_folder
from xbrlgen.target import target_document
from xbrlgen.writers.xbrl_csv import write_xbrl_csv


def written(report, folder: Path, **more) -> tuple[Path, ...]:
    return write_xbrl_csv(target_document(report, kinds.taxonomy(), **more), folder / "report.json", report.sections)


def rows(path: Path) -> list[str]:
    return path.read_bytes().decode().split("\r\n")


def test_a_report_of_every_kind_comes_back_whole(tmp_path: Path):
    report = kinds.one_of_each_kind()
    paths = written(report, tmp_path)
    assert [path.name for path in paths] == ["report.json", "report-facts.csv", "report-footnotes.csv"]
    reading = read_xbrl_csv(paths[0], kinds.taxonomy())
    assert reading.findings == ()
    assert list(differences(report, reading.report)) == []
    assert reading.report.schema_refs == report.schema_refs


@pytest.mark.arelle
def test_arelle_reads_the_same_facts(tmp_path: Path):
    report = kinds.one_of_each_kind()
    verdict = arelle_referee.load(written(report, tmp_path)[0])
    assert verdict.errors == [], verdict.messages
    assert verdict.fact_count == len(report.facts)
    assert verdict.facts == arelle_referee.comparable(report)


@given(kinds.reports())
@settings(max_examples=150, deadline=None)
def test_any_report_comes_back_whole(tmp_path_factory: pytest.TempPathFactory, report):
    reading = read_xbrl_csv(written(report, tmp_path_factory.mktemp("csv"))[0], kinds.taxonomy())
    assert reading.findings == ()
    assert list(differences(report, reading.report)) == []


def test_links_of_every_kind_come_back(tmp_path: Path):
    report = kinds.report(
        kinds.number("Revenue", 1, id="a"),
        kinds.number("Cash", 2, id="b"),
        footnotes=(Footnote("n", "en", "Note", ("a",)), Footnote("m", "en", "More", ())),
        links=(
            Link(
                "http://www.xbrl.org/2009/arcrole/fact-explanatoryFact", "http://www.xbrl.org/2003/role/link", "a", "b"
            ),
            Link("http://www.xbrl.org/2003/arcrole/fact-footnote", "http://example.com/group", "n", "m"),
        ),
    )
    reading = read_xbrl_csv(written(report, tmp_path)[0], kinds.taxonomy())
    assert reading.findings == ()
    assert {(each.type, each.group) for each in reading.report.links} == {
        (each.type, each.group) for each in report.links
    }
    assert list(differences(report, reading.report)) == []


def test_the_same_report_gives_the_same_bytes(tmp_path: Path):
    report = kinds.one_of_each_kind()
    contents = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        contents.append([path.read_bytes() for path in written(report, tmp_path / name)])
    assert contents[0] == contents[1]


@pytest.mark.arelle
def test_special_values_and_texts_that_look_like_them(tmp_path: Path):
    texts = ["#nil", "#", "##a", "", "$period", " ", '"', "a,b", "a\r\nb", "\r", "=1+1", "@x"]
    members = [f"{text}{number}" if number else text for number, text in enumerate(texts)]
    facts = [
        kinds.text("Name", text, "en", id=f"t-{member}", dimensions=(kinds.bond(member),))
        for text, member in zip(texts, members, strict=True)
    ]
    report = kinds.report(*facts)
    paths = written(report, tmp_path)
    reading = read_xbrl_csv(paths[0], kinds.taxonomy())
    assert [fact.value for fact in reading.report.facts] == texts
    assert [fact.dimensions[0].member.value for fact in reading.report.facts] == members
    assert rows(paths[1])[1].endswith(",##nil,en,##nil")
    # Arelle loses white space that is all of a value
    seen = {each for each in arelle_referee.load(paths[0]).facts if each.value.strip() or not each.value}
    assert {each for each in arelle_referee.comparable(report) if each.value.strip() or not each.value} == seen


def test_what_all_facts_lack_has_no_column(tmp_path: Path):
    paths = written(kinds.report(kinds.text("Audited", "true", id="a.b")), tmp_path)
    assert rows(paths[1]) == ["id,concept,period,value", "a_b,k:Audited,2023-04-01..2023-09-30,true", ""]
    template = json.loads(paths[0].read_text())["tableTemplates"]["facts"]
    assert template["columns"]["value"]["dimensions"]["entity"] == "sicc:37740"


def test_duplicates_are_promised_as_they_are(tmp_path: Path):
    facts = [kinds.number("Revenue", value, id=f"f{value}") for value in (1, 5)]
    paths = written(kinds.report(*facts), tmp_path)
    features = json.loads(paths[0].read_text())["documentInfo"]["features"]
    assert features == {"xbrl:allowedDuplicates": "all"}
    assert len(read_xbrl_csv(paths[0], kinds.taxonomy()).report.facts) == 2


# --- tables of the report ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def iij(root: Path, tmp_path_factory: pytest.TempPathFactory):
    loaded = load_folder(root / "examples" / "iij-1h23")
    assert loaded.reading.report is not None
    folder = tmp_path_factory.mktemp("iij")
    document = target_document(loaded.reading.report, loaded.taxonomy)
    return loaded, write_xbrl_csv(document, folder / "iij.json", loaded.reading.report.sections)


def test_the_tables_of_a_real_report_come_back_whole(iij):
    loaded, paths = iij
    reading = read_xbrl_csv(paths[0], loaded.taxonomy)
    assert reading.findings == ()
    assert list(differences(loaded.reading.report, reading.report)) == []


@pytest.mark.arelle
def test_arelle_reads_the_same_facts_from_tables(iij, root: Path, tmp_path: Path):
    build(root / "examples" / "iij-1h23", tmp_path / "out")
    tables = tmp_path / "out" / "csv" / "iij-2023-09-30.json"
    verdict = arelle_referee.load(tables, packages=[root / "taxonomy"])
    assert verdict.errors == [], verdict.messages
    assert verdict.facts == arelle_referee.comparable(iij[0].reading.report)


def test_a_statement_is_written_for_people_too(iij):
    _, paths = iij
    (income,) = (path for path in paths if path.name == "iij-profit-or-loss-six-months.csv")
    header, *lines = rows(income)
    assert header == (
        "id,label,concept,ifrs-full_ProductsAndServicesAxis,unit,decimals,"
        "Six_months_ended_September_30_2022,Six_months_ended_September_30_2023"
    )
    assert any(line.startswith("revenue,") or ",  Total revenues," in line for line in lines), lines[:6]
    template = json.loads(paths[0].read_text())["tableTemplates"]["profit-or-loss-six-months"]
    assert template["columns"]["label"] == {"comment": True}
    assert template["columns"]["Six_months_ended_September_30_2023"] == {
        "dimensions": {"period": "2023-04-01..2023-09-30"}
    }
    assert template["dimensions"]["concept"] == "$concept"


def test_a_fact_that_two_tables_show_stands_in_both(iij):
    loaded, paths = iij
    reading = read_xbrl_csv(paths[0], loaded.taxonomy)
    assert len(reading.report.facts) > len(loaded.reading.report.facts)
    features = json.loads(paths[0].read_text())["documentInfo"]["features"]
    assert features == {"xbrl:allowedDuplicates": "complete"}


def test_what_a_table_shows_is_there_once_in_the_long_table(iij):
    loaded, paths = iij
    (long,) = (path for path in paths if path.name == "iij-facts.csv")
    shown = {
        cell.fact
        for section in loaded.reading.report.sections
        for part in section.content
        if isinstance(part, Table)
        for row in part.rows
        for cell in row.cells
        if cell.fact
    }
    others = [fact for fact in loaded.reading.report.facts if fact.id not in shown]
    assert 0 < len(rows(long)) - 2 <= len(others)


def test_a_build_has_tables_in_which_a_figure_may_stand_twice(root: Path, tmp_path: Path):
    built = build(root / "examples" / "iij-1h23", tmp_path / "out")
    instance, tables = tmp_path / "out" / "iij-2023-09-30.xbrl", tmp_path / "out" / "csv" / "iij-2023-09-30.json"
    assert {instance, tables} < set(built.files)
    found, expected = (sorted(each.code for each in validate(path).findings) for path in (tables, instance))
    assert found == expected


def test_a_report_is_converted_to_tables_and_back(root: Path, tmp_path: Path):
    built = build(root / "examples" / "iij-1h23", tmp_path / "out")
    package = next(path for path in built.files if path.suffix == ".xbri")
    for name, syntax in (("tables", ""), ("report.csv", ""), ("report.json", "csv"), ("report.xbr", "csv")):
        converted = convert(package, tmp_path / name, syntax=syntax)
        assert [each for each in converted.findings if each.severity is Severity.ERROR] == []
        assert {path.suffix for path in converted.files} <= {".json", ".csv", ".xbr", ".xsd", ".xml"}
    expected = load(package).report
    assert list(differences(expected, load(tmp_path / "report.xbr").report)) == []
    back = convert(tmp_path / "report.xbr", tmp_path / "back.xbri")
    assert [each for each in back.findings if each.severity is Severity.ERROR] == []
    assert list(differences(expected, load(tmp_path / "back.xbri").report)) == []
