"""Many reports in one go, in processes of this machine."""

import json
import os
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from xbrlgen.batch import Outcome, Task, named_reports, run_batch
from xbrlgen.batch import engines as engines_module
from xbrlgen.batch.engines import Processes
from xbrlgen.batch.task import perform
from xbrlgen.findings import Location
from xbrlgen.pipeline import build
from xbrlgen.schema_validation import documents, schema_set
from xbrlgen.taxonomy import catalog, discovery
from xbrlgen.taxonomy.documents import Source, read_document
from xbrlgen.taxonomy.kept_schemas import read_packaged


def tasks(reports: Path, out: Path) -> list[Task]:
    named, findings = named_reports([reports])
    assert findings == []
    return [Task(name, path.resolve(), out.resolve() / name, "", ()) for name, path in named.items()]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


class Here:
    """An engine that performs tasks in this process and remembers them."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def outcomes(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        for task in tasks:
            self.done.append(task.name)
            yield perform(task)


def test_a_failure_stops_no_other_report(reports: Path, tmp_path: Path):
    batch = run_batch(tasks(reports, tmp_path / "out"), tmp_path / "out", Processes(2))

    assert [(each.name, each.is_written) for each in batch.outcomes] == [
        ("alpha", True),
        ("beta", False),
        ("gamma", True),
    ]
    assert {Path(each.locations[0].path).parent.name for each in batch.findings} == {"beta"}
    build(reports / "alpha", tmp_path / "alone")
    assert contents(tmp_path / "out" / "alpha") == contents(tmp_path / "alone")
    assert not (tmp_path / "out" / "beta").exists()


def test_the_summary_has_the_verdict_of_each(reports: Path, tmp_path: Path):
    run_batch(tasks(reports, tmp_path), tmp_path, Here())

    summary = json.loads((tmp_path / "batch.json").read_bytes())
    verdicts = {each["report"]: (each["verdict"], each["written"]) for each in summary["reports"]}
    assert verdicts == {"alpha": ("valid", True), "beta": ("invalid", False), "gamma": ("valid", True)}


def test_what_was_built_is_not_built_again(reports: Path, tmp_path: Path):
    every, out = tasks(reports, tmp_path / "out"), tmp_path / "out"
    run_batch(every[:1], out, Here())
    alone = (out / "batch.jsonl").read_bytes()
    engine = Here()

    batch = run_batch(every, out, engine)

    assert engine.done == ["beta", "gamma"]
    assert [each.is_earlier for each in batch.outcomes] == [True, False, False]
    summary = (out / "batch.json").read_bytes()
    run_batch(every, tmp_path / "out", Here(), from_the_start=True)
    assert (out / "batch.json").read_bytes() == summary, "in one go or in two"
    assert (out / "batch.jsonl").read_bytes().startswith(alone)


@pytest.mark.parametrize("change", ["input", "output", "torn journal", "foreign journal"])
def test_what_changed_is_built_again(reports: Path, tmp_path: Path, change: str):
    every, out = tasks(reports, tmp_path / "out")[:1], tmp_path / "out"
    run_batch(every, out, Here())
    journal = out / "batch.jsonl"
    if change == "input":
        (reports / "alpha" / "more.txt").write_text("more", encoding="utf-8")
    elif change == "output":
        (out / "alpha" / "findings.json").unlink()
    elif change == "torn journal":
        journal.write_bytes(journal.read_bytes()[:-20])
    else:
        journal.write_bytes(b'{"report": 1}\n[]\n\xff\n')
    engine = Here()

    run_batch(every, out, engine)

    assert engine.done == ["alpha"]


def test_a_report_that_changes_while_it_is_built_is_built_again(reports: Path, tmp_path: Path):
    every, out = tasks(reports, tmp_path / "out")[:1], tmp_path / "out"

    class Editing(Here):
        def outcomes(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
            for outcome in super().outcomes(tasks):
                (reports / "alpha" / "more.txt").write_text("more", encoding="utf-8")
                yield outcome

    run_batch(every, out, Editing())
    engine = Here()
    run_batch(every, out, engine)
    assert engine.done == ["alpha"]


def test_a_process_reads_the_taxonomy_once(reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """For the second report, only what that report brings along is parsed."""
    parsed: list[str] = []

    def parse(content: bytes, name: str, **options: bool) -> object:
        parsed.append(name)
        return documents.parse(content, name, **options)

    def read(url: str, source: Source) -> object:
        parsed.append(url)
        return read_document(url, source)

    def read_of_package(url: str, source: Source) -> object:
        parsed.append(url)
        return read_packaged(url, source)

    first, _, second = tasks(reports, tmp_path / "out")
    perform(first)
    monkeypatch.setattr(schema_set, "parse", parse)
    monkeypatch.setattr(discovery, "read_document", read)
    monkeypatch.setattr(catalog, "read_packaged", read_of_package)
    assert perform(second).is_written
    assert [name for name in parsed if "xbrl.org/" in name or "ifrs.org/" in name] == []
    assert any("gamma" in name for name in parsed)
    assert not any("alpha" in str(source) for _, source in catalog.bundled_catalog().kept.linkbases), (
        "nor are they held"
    )


@pytest.fixture
def killer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A file with the names of the tasks whose processes die, followed by ``-once`` where they do it just once."""
    monkeypatch.setattr(engines_module, "perform", perform_or_die)
    return tmp_path / "dying.txt"


def perform_or_die(task: Task) -> Outcome:
    listed = task.out.parent.parent / "dying.txt"
    dying = listed.read_text(encoding="utf-8").split()
    if f"{task.name}-once" in dying:
        listed.write_text("", encoding="utf-8")
    if {task.name, f"{task.name}-once"}.intersection(dying):
        os.kill(os.getpid(), signal.SIGKILL)
    return perform(task)


def test_a_report_whose_process_dies_is_built_again(reports: Path, tmp_path: Path, killer: Path):
    killer.write_text("gamma-once", encoding="utf-8")
    batch = run_batch(tasks(reports, tmp_path / "out"), tmp_path / "out", Processes(2))
    assert [each.is_written for each in batch.outcomes] == [True, False, True]
    assert "XG952" not in {each.code for each in batch.findings}


def test_a_report_whose_process_dies_twice_is_a_finding(reports: Path, tmp_path: Path, killer: Path):
    killer.write_text("alpha", encoding="utf-8")
    batch = run_batch(tasks(reports, tmp_path / "out"), tmp_path / "out", Processes(2))
    assert [each.is_written for each in batch.outcomes] == [False, False, True]
    (lost,) = (each for each in batch.findings if each.code == "XG952")
    assert lost.locations == (Location(str((reports / "alpha").resolve())),)


def test_a_list_names_reports_by_line(reports: Path, tmp_path: Path):
    listed = tmp_path / "list.txt"
    listed.write_text("# the quarter\n\nreports/alpha\nreports/delta\n", encoding="utf-8")
    named, findings = named_reports([listed])
    assert named == {"alpha": reports / "alpha"}
    assert [(each.code, each.locations[0].line) for each in findings] == [("XG180", 4)]


def test_two_reports_of_one_name_are_refused(reports: Path, tmp_path: Path):
    (tmp_path / "other").mkdir()
    (reports / "alpha").rename(tmp_path / "other" / "gamma")
    _, findings = named_reports([reports, tmp_path / "other"])
    assert [each.code for each in findings] == ["XG951"]


def test_nothing_to_build_is_a_finding(tmp_path: Path):
    assert [each.code for each in named_reports([tmp_path])[1]] == ["XG950"]
