"""`xbrlgen batch`, and `xbrlgen build --watch`."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

HEEDING = """
import signal, sys
from xbrlgen.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.exit(main(sys.argv[1:]))
"""
"""The command line, heeding Ctrl-C even where a shell runs the tests in the background: it has them ignore it."""


def test_a_batch_reports_all_and_ends_with_the_status_of_the_worst(run, root, tmp_path):
    for name in ("one", "two"):
        shutil.copytree(root / "templates" / "new", tmp_path / "reports" / name)
    done = run("batch", str(tmp_path / "reports"), "--out", str(tmp_path / "out"), "--jobs", "1")
    assert (done.status, done.out.splitlines()[-2:]) == (
        0,
        ["2 reports: 2 built, 0 built earlier, 0 with errors", "valid: 0 errors, 0 warnings, 0 infos"],
    )
    (tmp_path / "reports" / "two" / "report.yaml").write_text("title: [", encoding="utf-8")
    again = run("batch", str(tmp_path / "reports"), "--out", str(tmp_path / "out"), "--jobs", "1")
    assert again.status == 1
    assert "not written: two\n2 reports: 0 built, 1 built earlier, 1 with errors\n" in again.out
    assert (tmp_path / "out" / "two" / "summary.html").is_file(), "what was there stays"


def test_a_batch_of_nothing_is_told(run, tmp_path):
    done = run("batch", str(tmp_path))
    assert done.status == 1
    assert "XG950" in done.out


def test_watching_builds_again_when_a_file_changes(root, tmp_path):
    folder = Path(shutil.copytree(root / "templates" / "new", tmp_path / "report"))
    arguments = ["build", str(folder), "--out", str(tmp_path / "out"), "--watch"]
    process = subprocess.Popen(
        [sys.executable, "-c", HEEDING, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(root), "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout is not None
    verdicts = (line for line in process.stdout if line.startswith(("valid", "invalid", "changed")))
    assert next(verdicts).startswith("valid")
    (folder / "report.yaml").write_text("title: [", encoding="utf-8")
    assert next(verdicts) == "changed: report.yaml\n"
    assert next(verdicts).startswith("invalid")
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=60) == 130
