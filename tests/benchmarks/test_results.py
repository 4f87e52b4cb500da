"""The results of measurements: kept as JSON, shown as a page and as plots."""

import json
import os
import sys
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from benchmarks.speed.cases import Case
from benchmarks.speed.measuring import FAILED, Command, Measured, alternating, inherit_processes, run
from benchmarks.speed.page import pages, text, write_pages
from benchmarks.speed.results import load, merged, row, save

SVG = "{http://www.w3.org/2000/svg}"


def measured(facts: int, *, factor: int = 1, arelle: bool = True, name: str = "validate xBRL-XML") -> dict:
    """Figures that grow with the facts."""
    own = Measured(0.2 * factor * facts / 1000, 0.25, 40.0, (0, 0, 0))
    other = Measured(own.cpu * 12, 3.0, 120.4, (0, 0, 0))
    case = Case(name, facts, lambda *_: {}, {"contexts": facts // 20})
    return row(case, {"xbrlgen": own, **({"Arelle": other} if arelle else {})}, 3)


ROWS = [measured(1_000), measured(10_000), measured(100_000, arelle=False)]


def test_a_case_measured_again_replaces_the_earlier_one(tmp_path: Path):
    rows = ROWS
    for new in (measured(10_000, factor=2), measured(10, name="build"), measured(500)):
        rows = merged(rows, new, ["build", "validate xBRL-XML"])
    save(tmp_path / "results.json", rows)
    kept = [
        (each["case"], each["facts"], each["results"]["xbrlgen"]["cpu"]) for each in load(tmp_path / "results.json")
    ]
    assert kept == [
        ("build", 10, 0.002),
        ("validate xBRL-XML", 500, 0.1),
        ("validate xBRL-XML", 1_000, 0.2),
        ("validate xBRL-XML", 10_000, 4.0),
        ("validate xBRL-XML", 100_000, 20.0),
    ]
    assert list(tmp_path.iterdir()) == [tmp_path / "results.json"]


def test_no_results_are_no_rows(tmp_path: Path):
    assert load(tmp_path / "results.json") == []


def test_the_page_has_medians_and_ratios():
    page = pages(ROWS)["benchmarks.md"]
    assert "| 10,000 facts in 500 contexts | xbrlgen | 2.00 | 0.25 | 40 |  |  |  |" in page
    assert "|  | Arelle | 24.00 | 3.00 | 120 | 12 | 12 | 3.01 |" in page
    assert "| validate xBRL-XML | 10,000 facts in 500 contexts | 2.00 s | Arelle: 12 times the CPU" in page
    assert "](benchmarks-validate-xbrl-xml.svg)" in page


def test_a_failure_is_not_hidden():
    failed = measured(1_000)
    failed["results"]["Arelle"]["statuses"] = [0, 1, 0]
    assert "Arelle (failed: status 1)" in pages([failed])["benchmarks.md"]
    assert "(failed: status 1)" in text(failed)


def test_lines_of_a_plot_go_through_what_was_measured():
    """Both axes are logarithmic: ten times the size and ten times the seconds are the same way on, each time."""
    plot = ET.fromstring(pages(ROWS)["benchmarks-validate-xbrl-xml.svg"])
    own, *_ = plot.findall(f"{SVG}polyline")
    points = [tuple(map(float, point.split(","))) for point in own.get("points", "").split()]
    steps = [(x - before[0], y - before[1]) for before, (x, y) in pairwise(points)]
    assert steps[0] == pytest.approx(steps[1], abs=0.3)
    assert steps[0][0] > 0 > steps[0][1]
    assert len(plot.findall(f"{SVG}circle")) == 2 * (3 + 2)
    names = [each.text for each in plot.findall(f"{SVG}text") if "name" in each.get("class", "")]
    assert names == ["xbrlgen 20", "Arelle 24", "xbrlgen 40", "Arelle 120"]


def test_one_size_has_no_plot():
    assert list(pages(ROWS[:1])) == ["benchmarks.md"]


def test_old_plots_go(tmp_path: Path):
    (tmp_path / "benchmarks-old.svg").write_text("<svg/>", encoding="utf-8")
    write_pages(ROWS, tmp_path)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["benchmarks-validate-xbrl-xml.svg", "benchmarks.md"]


def test_the_generated_page_and_plots_are_those_of_the_results(root: Path, request: pytest.FixtureRequest):
    docs = root / "docs"
    rows = load(docs / "benchmarks.json")
    if not rows:
        pytest.skip("nothing has been measured yet: python -m benchmarks.speed")
    if request.config.getoption("--regenerate"):
        write_pages(rows, docs)
    written = {
        each.name: each.read_text(encoding="utf-8") for each in docs.glob("benchmarks*") if each.suffix != ".json"
    }
    assert written == pages(rows)
    assert all(set(taken["statuses"]) == {0} for each in rows for taken in each["results"].values()), "a run has failed"


BUSY = "import time\nend = time.process_time() + {seconds}\nwhile time.process_time() < end: pass\n"


def python(code: str, says: str = "") -> Command:
    return Command((sys.executable, "-c", code), says)


def test_the_time_of_processes_that_are_left_behind_counts(tmp_path: Path):
    inherit_processes()
    leaving = f"import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', {BUSY.format(seconds=0.3)!r}])"
    taken = run(python(leaving), os.environ, tmp_path)
    assert taken.cpu > 0.3
    assert taken.status == 0


def test_a_command_that_does_not_say_what_it_has_done_has_failed(tmp_path: Path):
    taken = alternating({"one": python("print('done')", "done"), "other": python("", "done")}, os.environ, tmp_path, 2)
    assert {name: each.statuses for name, each in taken.items()} == {"one": (0, 0), "other": (FAILED, FAILED)}


def test_memory_and_the_clock_are_measured(tmp_path: Path):
    taken = run(python("import time\nx = b'x' * 100_000_000\ntime.sleep(0.2)"), os.environ, tmp_path)
    assert taken.memory > 100
    assert taken.wall > 0.2 > taken.cpu / 4


def test_the_results_are_json(tmp_path: Path):
    save(tmp_path / "results.json", ROWS)
    first = json.loads((tmp_path / "results.json").read_bytes())[0]
    assert first["ratios"] == {"Arelle": {"cpu": 12.0, "wall": 12.0, "memory": 3.01}}
    assert first["parameters"] == {"contexts": 50}
