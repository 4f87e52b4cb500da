"""Plain numbers are read the quick way; a report is the same as if each cell were read with care."""

import re
from pathlib import Path

import pytest

from xbrlgen.readers.report_folder import plain_numbers
from xbrlgen.report_folders import load_folder

ROOT = Path(__file__).parents[3]
NEVER = re.compile(r"(?!)")
REPORT = """
title: Plain numbers
entity: {name: Plain, scheme: "http://example.com/entities", identifier: plain}
taxonomy: ifrs-2023
period: now
currency: EUR
scale: thousands
periods: {now: 2023-01-01/2023-12-31, before: 2022-01-01/2022-12-31}
sections:
  - id: figures
    title: Figures
    content:
      - table: tables/figures.csv
        columns:
          now: now
          before: {period: before, dimensions: {SegmentsAxis: ReportableSegmentsMember}, scale: units}
          opposite: {period: before, negated: true, dimensions: {SegmentsAxis: ReportableSegmentsMember}}
          exact: {period: before, decimals: INF}
"""
ROWS = """label,concept,unit,scale,negated,period,dimensions,now,before,opposite,exact
Revenue,Revenue,,,,,,"1,234",1234,1234,
Revenue of all,Revenue,,,,,SegmentsAxis=none,,5,,
Assets,Assets,,,,,,"12,345,678",0,,17
Cost,CostOfSales,,,true,,,0,012,"1,23",(5)
Shares,NumberOfSharesIssued,,,,,,100,200,nil,
Ratio,AverageEffectiveTaxRate,percent,,,,,25,,,
Ratio,AverageEffectiveTaxRate,,,,,,25,,,26
Yen,Revenue,JPY,millions,,,SegmentsAxis=ReportableSegmentsMember,7,8,,
Opening,Equity,,,,start,,11,,,
Twice,Revenue,,,,,,"1,234","1,233.9",-,
Name,NameOfReportingEntityOrOtherMeansOfIdentification,,,,,,5,,,
Nothing,,,,,,,5,,,
Unknown,NoSuchConcept,,,,,,5,,,
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A report with numbers of every kind, plain ones and others, sound ones and others."""
    (tmp_path / "tables").mkdir()
    (tmp_path / "report.yaml").write_text(REPORT, encoding="utf-8")
    (tmp_path / "tables" / "figures.csv").write_text(ROWS, encoding="utf-8")
    return tmp_path


def _both_ways(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = load_folder(folder).reading
    monkeypatch.setattr(plain_numbers, "_PLAIN", NEVER)
    careful = load_folder(folder).reading
    assert quick.report == careful.report
    assert quick.locations == careful.locations
    assert quick.findings == careful.findings
    assert quick.report is not None
    # 1 and 1.0 are equal, and would be written differently
    assert [str(fact.value) for fact in quick.report.facts] == [str(fact.value) for fact in careful.report.facts]


def test_numbers_of_every_kind_are_read_alike(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _both_ways(folder, monkeypatch)


@pytest.mark.parametrize("example", sorted(each.name for each in (ROOT / "examples").iterdir() if each.is_dir()))
def test_examples_are_read_alike(example: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _both_ways(ROOT / "examples" / example, monkeypatch)


def test_most_numbers_are_read_the_quick_way(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    quick = plain_numbers.PlainNumbers.read

    def counted(*given: object) -> object:
        found = quick(*given)
        read.append(str(found and found.printed))
        return found

    monkeypatch.setattr(plain_numbers.PlainNumbers, "read", counted)
    load_folder(folder)
    assert {"1,234", "1234", "12,345,678", "0", "100", "7", "5"} <= set(read)
    assert "012" not in read


def test_facts_of_the_same_members_share_them() -> None:
    report = load_folder(ROOT / "examples" / "iij-1h23").reading.report
    assert report is not None
    by_value = {fact.dimensions: fact.dimensions for fact in report.facts}
    assert all(by_value[fact.dimensions] is fact.dimensions for fact in report.facts)
