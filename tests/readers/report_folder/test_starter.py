"""The starter report of `xbrlgen new`: small, complete, and without a fault."""

import shutil
from pathlib import Path

import pytest

from xbrlgen.model import Table, TextDisclosure
from xbrlgen.pipeline import build
from xbrlgen.readers.report_folder import read_report_folder
from xbrlgen.resources import bundled
from xbrlgen.taxonomy import load_taxonomy


@pytest.fixture
def starter() -> Path:
    return bundled("templates") / "new"


def test_it_is_read_without_a_finding(starter: Path):
    reading = read_report_folder(starter, load_taxonomy)
    assert reading.findings == ()
    report = reading.report
    statements = [section for section in report.sections if section.kind == "Statement"]
    content = [each for section in report.sections for each in section.content]
    assert len(statements) == 3
    assert any(isinstance(each, TextDisclosure) for each in content)
    assert len([each for each in content if isinstance(each, Table)]) == 5
    assert len(report.highlights) == 4
    assert {equation.kind for equation in report.equations} >= {"calculation", "aggregation", "roll-forward", "tie-out"}


def test_it_uses_every_kind_of_thing_that_it_teaches(starter: Path):
    text = (starter / "report.yaml").read_text(encoding="utf-8")
    for key in ("concepts:", "axes:", "computed:", "calculations:", "aggregations:", "roll_forwards:", "tie_outs:"):
        assert key in text
    assert text.count("#") > 20, "comments teach"


def test_it_builds_a_valid_report(starter: Path, tmp_path: Path):
    shutil.copytree(starter, tmp_path / "report")
    built = build(tmp_path / "report", tmp_path / "out")
    assert built.findings == ()
    assert {path.suffix for path in built.files} >= {".xbrl", ".json", ".html"}
