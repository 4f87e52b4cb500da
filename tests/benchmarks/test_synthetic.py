"""Synthetic reports say the same in every syntax, and the competitors of a measurement write the same facts."""

import subprocess
import sys
from pathlib import Path

import arelle_referee
import pytest

import xbrlgen
from benchmarks.synthetic import Size
from benchmarks.synthetic.documents import SYNTAXES, write_document

SIZE = Size(120, contexts=24, dimensions=2, text_share=25)
BARE = Size(60, contexts=12, dimensions=0)


def said(path: Path) -> set[object]:
    """The facts of a report, but for their ids."""
    reading = xbrlgen.load(path)
    assert (reading.findings, reading.report is not None) == ((), True)
    return {(fact.key, fact.value, fact.decimals) for fact in reading.report.facts}


@pytest.mark.parametrize("size", [SIZE, BARE], ids=["two axes", "no axis"])
def test_all_syntaxes_say_the_same(tmp_path: Path, size: Size):
    written = {syntax: write_document(tmp_path / syntax, size, syntax) for syntax in ("xbrl", "xhtml", "json", "csv")}
    facts = {syntax: said(path) for syntax, path in written.items()}
    assert len(facts["xbrl"]) == size.facts
    assert all(each == facts["xbrl"] for each in facts.values())


def test_arelle_finds_nothing_wrong_with_them(tmp_path: Path):
    for syntax in ("xbrl", "xhtml", "json", "csv"):
        verdict = arelle_referee.load(write_document(tmp_path / syntax, SIZE, syntax))
        assert (verdict.messages, verdict.fact_count) == ([], SIZE.facts)


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_the_same_size_gives_the_same_bytes(tmp_path: Path, syntax: str):
    one, other = (write_document(tmp_path / name, SIZE, syntax) for name in ("one", "other"))
    assert {each.name: each.read_bytes() for each in one.parent.iterdir()} == {
        each.name: each.read_bytes() for each in other.parent.iterdir()
    }


@pytest.mark.parametrize(("syntax", "name"), [("xbrl", "report.xbrl"), ("xhtml", "report.html")])
def test_xbrl_forge_writes_the_same_facts(root: Path, tmp_path: Path, syntax: str, name: str):
    pytest.importorskip("xbrl_forge", reason="needs the extra 'benchmark'")
    source = write_document(tmp_path / "forge", SIZE, f"forge-{syntax}")
    own = write_document(tmp_path / "own", SIZE, syntax)
    command = (sys.executable, "-m", "benchmarks.speed.xbrl_forge", str(source), str(tmp_path / "forged"))
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    written = tmp_path / "forged" / "report" / "reports" / name
    for document in source.parent.glob("synthetic*"):
        (written.parent / document.name).write_bytes(document.read_bytes())
    assert said(written) == said(own)


def test_the_command_writes_what_it_is_asked_for(root: Path, tmp_path: Path):
    arguments = ("csv", str(tmp_path), "--facts", "30", "--contexts", "3", "--dimensions", "2", "--text-share", "50")
    done = subprocess.run(
        (sys.executable, "-m", "benchmarks.synthetic", *arguments), cwd=root, check=True, capture_output=True, text=True
    )
    path = Path(done.stdout.strip())
    assert path == tmp_path / "report.json"
    facts = xbrlgen.load(path).report.facts
    assert len(facts) == 30
    assert len({(fact.period, fact.dimensions) for fact in facts}) == 3
    assert {len(fact.dimensions) for fact in facts} == {2}
    assert sum(fact.unit is None for fact in facts) == 15
