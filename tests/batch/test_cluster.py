"""A batch on the workers of a Dask scheduler, on loopback."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_batch import contents, tasks

from benchmarks.speed.cluster import local_cluster
from xbrlgen.batch import engines, run_batch
from xbrlgen.batch.engines import Cluster, Processes, cluster
from xbrlgen.findings import Finding

distributed = pytest.importorskip("distributed", reason="needs the library distributed")

pytestmark = [
    pytest.mark.xdist_group("cluster"),
    pytest.mark.filterwarnings("ignore"),  # those of a library that opens sockets and threads
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler with two workers, each a process of its own."""
    with local_cluster(tmp_path_factory.mktemp("cluster")) as (scheduler, workers):
        yield scheduler, workers


def test_a_cluster_writes_the_same_bytes(reports: Path, tmp_path: Path, address):
    engine = cluster(address[0])
    assert isinstance(engine, Cluster)

    run_batch(tasks(reports, tmp_path / "cluster"), tmp_path / "cluster", engine)
    run_batch(tasks(reports, tmp_path / "here"), tmp_path / "here", Processes(1))

    for name in ("alpha", "gamma", "batch.json"):
        one, other = (tmp_path / place / name for place in ("cluster", "here"))
        assert (contents(one) or one.read_bytes()) == (contents(other) or other.read_bytes())


def test_a_worker_that_is_killed_costs_no_report(root: Path, tmp_path: Path, address):
    """Eight reports on two workers; one is killed when the first is done; what is written is what is written here."""
    for number in range(8):
        shutil.copytree(root / "templates" / "new", tmp_path / "many" / f"report-{number}")
    engine = cluster(address[0])
    assert isinstance(engine, Cluster)
    killed: list[int] = []

    def progress(_done: int, _last: object) -> None:
        if not killed:
            killed.append(address[1][0].pid)
            address[1][0].kill()
            address[1][0].wait()

    batch = run_batch(tasks(tmp_path / "many", tmp_path / "out"), tmp_path / "out", engine, progress=progress)

    assert killed
    assert [each.is_written for each in batch.outcomes] == [True] * 8
    run_batch(tasks(tmp_path / "many", tmp_path / "here"), tmp_path / "here", Processes(1))
    written, here = (contents(tmp_path / place) for place in ("out", "here"))
    assert written.pop("batch.jsonl") != b""  # in the order in which they were done
    here.pop("batch.jsonl")
    assert written == here


def test_a_scheduler_that_does_not_answer_is_a_finding(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(engines, "PATIENCE", 1)
    found = cluster("tcp://127.0.0.1:1")
    assert isinstance(found, Finding)
    assert found.code == "XG954"


def test_without_the_library_a_finding_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    found = cluster("tcp://127.0.0.1:1")
    assert isinstance(found, Finding)
    assert found.code == "XG953"
