"""The JSON Schema for editors: current, and of the same opinion as the reader."""

import json
from pathlib import Path

import pytest
import yaml
from small_folder import REPORT

from xbrlgen.readers.report_folder.json_schema import json_schema


def test_the_published_schema_is_current(root: Path, pytestconfig: pytest.Config):
    published = root / "docs" / "reference" / "report-folder.schema.json"
    if pytestconfig.getoption("--regenerate"):
        published.write_text(json_schema(), encoding="utf-8")
    assert published.read_text(encoding="utf-8") == json_schema(), (
        "renew it: python -m xbrlgen.readers.report_folder.json_schema > docs/reference/report-folder.schema.json"
    )


def faults(report: str) -> list[str]:
    jsonschema = pytest.importorskip("jsonschema", reason="needs the package jsonschema")
    schema = json.loads(json_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    # As an editor reads it: numbers and booleans by YAML 1.2, dates as text.
    data = json.loads(json.dumps(yaml.safe_load(report), default=str))
    return [error.json_path for error in jsonschema.Draft202012Validator(schema).iter_errors(data)]


def test_it_accepts_what_the_reader_accepts(root: Path):
    assert faults(REPORT) == []
    folders = [*(root / "examples").iterdir(), root / "templates" / "new"]
    for folder in folders:
        assert faults((folder / "report.yaml").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("title: Small report\n", "", "$"),
        ("title: Small report", "titel: Small report", "$"),
        ("scale: millions", "scale: milions", "$.scale"),
        ("type: monetary", "type: [monetary]", "$.extension.concepts.Orders.type"),
        ("period: duration", "period: forever", "$.extension.concepts.Orders.period"),
        ("table: tables/income.csv", "tabel: tables/income.csv", "$.sections[0].content[0]"),
        ("          FY: FY", "          FY: {periods: FY}", "$.sections[0].content[0]"),
    ],
)
def test_it_refuses_what_the_reader_refuses(old: str, new: str, where: str):
    assert old in REPORT
    assert where in faults(REPORT.replace(old, new, 1))
