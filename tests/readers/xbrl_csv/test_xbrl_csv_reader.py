"""xBRL-CSV read: what a report says, every fault with its place, and the same verdict as Arelle's."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import arelle_referee
import csv_documents
import kinds
import pytest
from csv_documents import ABSENT, FILES, write
from csv_faults import Case, faults
from hypothesis import given, settings
from hypothesis import strategies as st

from xbrlgen import load, validate
from xbrlgen.findings import Severity
from xbrlgen.model import PURE, Dimension, Period, TypedMember
from xbrlgen.readers.oim.aspects import AspectError
from xbrlgen.readers.xbrl_csv import read_xbrl_csv
from xbrlgen.readers.xbrl_csv.periods import read_csv_period

CASES = tuple(faults())
TAXONOMY_PACKAGE = """<tp:taxonomyPackage xmlns:tp="http://xbrl.org/2016/taxonomy-package" xml:lang="en">
<tp:identifier>https://example.com/taxonomy</tp:identifier><tp:name>Kinds</tp:name><tp:entryPoints>
<tp:entryPoint><tp:name>Kinds</tp:name><tp:entryPointDocument href="https://example.com/taxonomy/kinds.xsd"/></tp:entryPoint>
</tp:entryPoints></tp:taxonomyPackage>"""


def read(path: Path, vocabulary=None):
    return read_xbrl_csv(path, vocabulary or kinds.taxonomy(), path.name)


def codes(reading) -> list[tuple[str, str]]:
    return [(each.code, each.standard) for each in reading.findings]


# --- what a report says -----------------------------------------------------------------------------------------------


def test_a_report_is_read(tmp_path: Path):
    reading = read(write(tmp_path))
    assert reading.findings == ()
    found = {fact.id: fact for fact in reading.report.facts}
    assert len(found) == csv_documents.FACTS
    cash, north = found["balance.r_a-1.amount"], found["balance.r_b.north"]
    assert (cash.value, cash.decimals, cash.unit, cash.period) == (
        *(Decimal(5_000_000), -6, kinds.YEN),
        Period.instant(date(2023, 6, 30)),
    )
    assert (north.value, north.decimals, north.period, north.dimensions) == (
        *(Decimal(12), 0, kinds.HALF),
        (kinds.segment("NorthMember"),),
    )
    assert (found["balance.r_c.amount"].value, found["balance.r_c.amount"].decimals) == (Decimal(7), 0)
    assert found["balance.r_c.amount"].period == Period.instant(date(2023, 7, 2))
    names = [found[f"texts.r_{row}.value"] for row in range(1, 6)]
    assert [each.value for each in names] == ['IIJ "Inc."\nTokyo', "#1", "", None, Decimal(4803)]
    assert [each.language for each in names] == ["en", "ja", "de", "fr", None]
    assert [each.dimensions for each in names] == [
        (),
        (kinds.bond("x"),),
        (Dimension(kinds.name("BondAxis"), TypedMember(None)),),
        (kinds.bond("#"),),
        (kinds.bond(""),),
    ]
    assert (names[4].unit, names[4].decimals) == (PURE, None)
    (note,) = reading.report.footnotes
    assert (note.language, note.content, note.facts) == ("en", "See <b>this</b>", ("balance.r_a-1.amount",))
    assert {fact.entity for fact in found.values()} == {kinds.ENTITY}


def test_each_fact_knows_its_line_and_column(tmp_path: Path):
    path = write(tmp_path)
    places = read(path).locations
    found = {name: (place.line, place.column) for name, place in places.items()}
    assert found == {
        "balance.r_a-1.amount": (2, 35),
        "balance.r_b.north": (3, 14),
        "balance.r_c.amount": (4, 25),
        "texts.r_1.value": (2, 9),
        "texts.r_2.value": (4, 9),
        "texts.r_3.value": (5, 9),
        "texts.r_4.value": (6, 9),
        "texts.r_5.value": (7, 8),
        "notes.r_1.text": (2, 1),
    }
    assert {Path(place.path).name for place in places.values()} == {"money.csv", "texts.csv", "notes.csv"}


@pytest.mark.arelle
def test_arelle_reads_the_same_facts(tmp_path: Path):
    path = write(tmp_path)
    verdict = arelle_referee.load(path)
    assert verdict.errors == []
    assert verdict.facts == arelle_referee.comparable(read(path).report)


def test_a_report_may_extend_metadata_in_another_folder(tmp_path: Path):
    (tmp_path / "common").mkdir()
    base = csv_documents.changed({"tables": ABSENT, "links": ABSENT})
    base["documentInfo"]["taxonomy"] = ["../kinds.xsd"]
    (tmp_path / "common" / "base.json").write_text(csv_documents.json.dumps(base))
    own = {
        "documentInfo": {"documentType": base["documentInfo"]["documentType"], "extends": ["common/base.json"]},
        "tables": csv_documents.METADATA["tables"],
        "links": csv_documents.METADATA["links"],
    }
    path = write(tmp_path, files={"metadata.json": csv_documents.json.dumps(own)})
    reading = read(path)
    assert reading.findings == ()
    assert len(reading.report.facts) == csv_documents.FACTS
    assert [Path(each).name for each in reading.report.schema_refs] == ["kinds.xsd"]


def test_parameters_of_a_file_come_first(tmp_path: Path):
    files = {"parameters.csv": "name,value\nhalf,2022H1\n,\n"}
    reading = read(write(tmp_path, {"parameterURL": "parameters.csv"}, files))
    assert reading.findings == ()
    periods = {fact.period for fact in reading.report.facts}
    assert Period.duration(date(2022, 1, 1), date(2022, 6, 30)) in periods


def test_the_number_of_a_row_can_be_a_member(tmp_path: Path):
    members = {"tableTemplates/money/columns/north/dimensions/k:YearAxis": "$rowNumber"}
    (fact,) = (each for each in read(write(tmp_path, members)).report.facts if each.id == "balance.r_b.north")
    assert fact.dimensions[-1] == Dimension(kinds.name("YearAxis"), TypedMember("2"))


def test_a_dollar_or_hash_can_begin_a_text(tmp_path: Path):
    column = "tableTemplates/money/columns/north/dimensions/k:BondAxis"
    for written, meant in (("$$a", "$a"), ("##a", "#a"), ("#empty", "")):
        reading = read(write(tmp_path, {column: written}))
        (fact,) = (each for each in reading.report.facts if each.id == "balance.r_b.north")
        assert fact.dimensions[0] == kinds.bond(meant)


def test_a_column_that_the_file_lacks_gives_nothing(tmp_path: Path):
    texts = "kind,value\nname,x\n"
    reading = read(write(tmp_path, files={"texts.csv": texts}))
    assert reading.findings == ()
    (fact,) = (each for each in reading.report.facts if each.id == "texts.r_1.value")
    assert (fact.language, fact.dimensions) == (None, ())


def test_without_a_taxonomy_a_number_has_a_unit_or_decimals(tmp_path: Path):
    reading = read_xbrl_csv(write(tmp_path), None)
    values = {fact.id: fact.value for fact in reading.report.facts}
    assert values["balance.r_b.north"] == Decimal(12)


def test_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path):
    expected = read(write(tmp_path)).report.facts
    for end in ("\n", "\r", "\r\n"):
        files = {name: FILES[name].replace("\r\n", "\n").replace("\r", "\n").replace("\n", end) for name in FILES}
        files["texts.csv"] = FILES["texts.csv"]
        marked = {name: b"\xef\xbb\xbf" + text.encode() for name, text in files.items()}
        reading = read(write(tmp_path, files=marked))
        assert reading.findings == ()
        assert reading.report.facts == expected


# --- periods ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "end", "expected"),
    [
        ("2023", "", Period.duration(date(2023, 1, 1), date(2023, 12, 31))),
        ("2023-02", "", Period.duration(date(2023, 2, 1), date(2023, 2, 28))),
        ("2024-12", "", Period.duration(date(2024, 12, 1), date(2024, 12, 31))),
        ("2023Q4", "", Period.duration(date(2023, 10, 1), date(2023, 12, 31))),
        ("2023H2", "", Period.duration(date(2023, 7, 1), date(2023, 12, 31))),
        ("2020W53", "", Period.duration(date(2020, 12, 28), date(2021, 1, 3))),
        ("2023-04-01", "", Period.duration(date(2023, 4, 1), date(2023, 4, 1))),
        ("2023-04-01..2023-09-30", "", kinds.HALF),
        ("2023-09-30@end", "", kinds.SEPTEMBER),
        ("2023Q3@end", "", kinds.SEPTEMBER),
        ("2023@start", "", Period.instant(date(2022, 12, 31))),
        ("2023-04-01..2023-09-30", "end", kinds.SEPTEMBER),
        ("2023-04-01T00:00:00/2023-10-01T00:00:00", "start", Period.instant(date(2023, 3, 31))),
        ("2023-10-01T00:00:00", "", kinds.SEPTEMBER),
        ("2023-10-01T12:30:00", "", Period(None, datetime(2023, 10, 1, 12, 30))),  # noqa: DTZ001
    ],
)
def test_periods_are_read(text, end, expected):
    assert read_csv_period(text, end) == (expected, False)


@pytest.mark.parametrize(
    "text",
    [
        *("", "23", "2023-1", "2023-00", "2023-02-30", "2023Q0", "2023H3", "2023W00", "2022W53", "2023-W01", "2023q1"),
        *("0000", "9999", "9999-12-31", "2023-09-30..2023-04-01", "2023..2024", "2023-04-01..2023Q3@end", "2023@End"),
        *("2023-04-01T00:00:00..2023-10-01T00:00:00", "2023-04-01/2023-10-01", " 2023", "2023-04-01..2023-09-30@end"),
    ],
)
def test_what_is_no_period_is_refused(text):
    with pytest.raises(AspectError) as refused:
        read_csv_period(text)
    assert refused.value.standard == "xbrlce:invalidPeriodRepresentation"


# --- faults -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_fault_is_found_with_its_place_and_the_specifications_code(case: Case, tmp_path: Path):
    reading = read(write(tmp_path, case.members, case.files))
    # other facts may be gone with the first fault, and with them what links and cells refer to
    first, *others = codes(reading)
    assert first == (case.code, case.standard), reading.findings
    assert {code for code, _ in others} <= {"XG920", case.code}
    assert all(each.locations and each.locations[0].path for each in reading.findings)


@pytest.mark.arelle
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_arelle_has_the_same_verdict(case: Case, tmp_path: Path):
    verdict = arelle_referee.load(write(tmp_path, case.members, case.files))
    expected = case.expected_by_arelle
    assert expected in verdict.errors if expected else True, verdict.messages


def test_a_note_that_nothing_links_to_is_a_warning(tmp_path: Path):
    reading = read(write(tmp_path, {"links": ABSENT}))
    assert [(each.code, each.severity) for each in reading.findings] == [("XG920", Severity.WARNING)]


def test_a_time_zone_is_left_aside(tmp_path: Path):
    reading = read(write(tmp_path, {"parameters/half": "2023-04-01T00:00:00Z/2023-10-01T00:00:00Z"}))
    assert codes(reading)[0] == ("XG168", "")
    assert kinds.HALF in {fact.period for fact in reading.report.facts}


def test_all_faults_of_a_table_are_reported_at_once(tmp_path: Path):
    rows = ["id,label,concept,when,amount,north", "a-1,,k:Cash,today,1,", "b,,,,,#none", "c,,k:Cash,2023,7d,"]
    reading = read(write(tmp_path, {"links": {}}, {"money.csv": "\n".join(rows)}))
    places = [(each.code, each.locations[0].line, each.locations[0].column) for each in reading.findings]
    assert places == [("XG917", 2, 13), ("XG914", 3, 7), ("XG918", 4, 16), ("XG920", 2, 1)]
    assert len(reading.report.facts) == csv_documents.FACTS - 3


@pytest.mark.parametrize("depth", [100, 400, 900, 5000])
def test_deep_nesting_ends_in_a_finding_at_most(depth: int, tmp_path: Path):
    deep = csv_documents.json.dumps(csv_documents.changed({"k:own": 0})).replace(
        '"k:own": 0', f'"k:own": {"[" * depth}{"]" * depth}'
    )
    base = csv_documents.json.dumps(csv_documents.BASE).replace(
        '"decimals"', f'"k:own": {"[" * depth}{"]" * depth}, "decimals"'
    )
    own = deep.replace('"documentType"', '"extends": ["base.json"], "documentType"')
    reading = read(write(tmp_path, files={"metadata.json": own, "base.json": base}))
    assert {each.code for each in reading.findings} <= {"XG900"}


def test_a_cell_may_be_long(tmp_path: Path):
    text = "x" * 3_000_000
    reading = read(write(tmp_path, files={"texts.csv": f"language,kind,value\nen,name,{text}\n"}))
    assert text in {fact.value for fact in reading.report.facts}


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_damage_never_raises(tmp_path_factory: pytest.TempPathFactory, data):
    folder = tmp_path_factory.mktemp("damaged")
    path = write(folder)
    name = data.draw(st.sampled_from(["metadata.json", *FILES]))
    content = bytearray((folder / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        where = data.draw(st.integers(0, len(content) - 1))
        content[where : where + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    (folder / name).write_bytes(content)
    read(path)


# --- as a source of the commands --------------------------------------------------------------------------------------


@pytest.mark.arelle
@pytest.mark.parametrize(
    ("row", "code", "standard"),
    [
        ("c,,k:Revenues,2023,7,", "XG350", "oime:unknownConcept"),
        ("c,,k:NorthMember,2023,7,", "XG353", "oime:valueForAbstractConcept"),
        ("c,,k:Revenue,2023,7,", "XG240", "oime:invalidPeriodDimension"),
        ("c,,k:Cash,,7,", "XG240", "oime:missingPeriodDimension"),
        ("c,,k:Employees,2023,1.5,", "XG230", "xbrlce:invalidFactValue"),
    ],
)
def test_rules_have_the_codes_of_csv(row, code, standard, tmp_path: Path):
    """What a fact says is judged as in any other syntax; Arelle gives the same codes."""
    end = "" if "Employees" in row else "@end"
    amount = {"tableTemplates/money/columns/amount/dimensions/period": f"$when{end}"}
    members = {"tableTemplates/money/dimensions/unit": "#none", "links": {}, **amount}
    path = write(tmp_path, members, {"money.csv": f"id,label,concept,when,amount,north\r\n{row}\r\n"})
    found = [(each.code, each.standard) for each in validate(path).findings if each.severity is Severity.ERROR]
    assert (code, standard) in found
    assert standard in arelle_referee.load(path).errors


def test_a_report_in_a_package_is_read_with_its_tables(tmp_path: Path):
    names = [write(tmp_path).name, "kinds.xsd", "kinds-definition.xml", *FILES]
    package = tmp_path / "report of 2023.xbr"
    declared = {"documentInfo": {"documentType": "https://xbrl.org/report-package/2023/xbr"}}
    with ZipFile(package, "w") as archive:
        archive.writestr("report/META-INF/reportPackage.json", csv_documents.json.dumps(declared))
        for name in names:
            archive.write(tmp_path / name, f"report/reports/{name}")
    validated = validate(package)
    assert (validated.facts, [each.code for each in validated.findings]) == (csv_documents.FACTS, ["XG234"])
    assert str(validated.findings[0].locations[0]).endswith("report of 2023.xbr/report/reports/texts.csv:5:9")


def test_a_package_may_answer_what_a_report_extends(tmp_path: Path):
    """As regulators have it: the templates come with the taxonomy, and the report brings tables only."""
    url = "https://example.com/taxonomy/"
    base = csv_documents.changed({"tables": ABSENT, "links": ABSENT})
    own = {
        "documentInfo": {"documentType": base["documentInfo"]["documentType"], "extends": [f"{url}base.json"]},
        "tables": csv_documents.METADATA["tables"],
        "links": csv_documents.METADATA["links"],
    }
    path = write(tmp_path, files={"metadata.json": csv_documents.json.dumps(own)})
    rewrite = f'<rewriteURI uriStartString="{url}" rewritePrefix="../"/>'
    catalog = f'<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">{rewrite}</catalog>'
    with ZipFile(tmp_path / "taxonomy.zip", "w") as archive:
        archive.writestr("taxonomy/META-INF/taxonomyPackage.xml", TAXONOMY_PACKAGE)
        archive.writestr("taxonomy/META-INF/catalog.xml", catalog)
        archive.writestr("taxonomy/base.json", csv_documents.json.dumps(base))
        for name in ("kinds.xsd", "kinds-definition.xml"):
            archive.write(tmp_path / name, f"taxonomy/{name}")
            (tmp_path / name).unlink()
    reading = load(path, packages=[tmp_path / "taxonomy.zip"])
    assert reading.findings == ()
    assert len(reading.report.facts) == csv_documents.FACTS
