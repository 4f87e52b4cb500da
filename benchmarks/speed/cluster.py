"""``python -m benchmarks.speed.cluster REPORTS OUT LIKE``: a batch on a Dask cluster that is there for it alone.

Its outputs are compared with those in LIKE.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.speed.commands import PYTHON, ROOT, XBRLGEN

ACCOUNT = "batch.jsonl"
"""What a batch notes down in the order in which reports are done, so it differs from run to run."""
SAME = "the same files, byte for byte"
PATIENCE = 60
"""Seconds to wait for a scheduler."""

Process = subprocess.Popen[bytes]


@contextmanager
def local_cluster(folder: Path, workers: int = 2) -> Iterator[tuple[str, list[Process]]]:
    """The address of a scheduler on this machine, and its workers, each a process of its own with one thread."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__LOGGING__DISTRIBUTED": "error"}
    file = folder / "scheduler.json"

    def started(name: str, *arguments: str) -> Process:
        command = (*PYTHON, "-m", f"distributed.cli.{name}", "--host", "127.0.0.1", *arguments)
        return subprocess.Popen(
            (*command, "--no-dashboard", "--scheduler-file", str(file)),
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
        )

    processes = [started("dask_scheduler", "--port", "0")]
    try:
        address = _address(file, processes[0])
        processes += [started("dask_worker", "--nthreads", "1", "--no-nanny") for _ in range(workers)]
        yield address, processes[1:]
    finally:
        for process in reversed(processes):
            process.kill()
            process.wait()


def _address(file: Path, scheduler: Process) -> str:
    """What the scheduler writes down once it listens; a file that is half written is no JSON yet."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and scheduler.poll() is None:
        try:
            return str(json.loads(file.read_text(encoding="utf-8"))["address"])
        except (FileNotFoundError, json.JSONDecodeError):
            time.sleep(0.05)
    raise RuntimeError("the scheduler has not started")


def main(reports: Path, out: Path, like: Path) -> int:
    """Build the reports, and say whether all files are those of `like`."""
    command = (*XBRLGEN, "batch", str(reports.resolve()), "--out", str(out.resolve()), "--from-the-start")
    with tempfile.TemporaryDirectory() as folder, local_cluster(Path(folder)) as (address, _):
        status = subprocess.run((*command, "--scheduler", address), check=False).returncode
    is_same = _files(out) == _files(like)
    print(SAME if is_same else "other files")
    return status or (0 if is_same else 1)


def _files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != ACCOUNT)
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


if __name__ == "__main__":
    raise SystemExit(main(*map(Path, sys.argv[1:])))
