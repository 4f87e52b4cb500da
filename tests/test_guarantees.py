"""What every build promises, whatever the report: the same bytes, no network, and never a half-written folder."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

EXAMPLES = ("iij-1h23",)

BUILD = "import sys; from xbrlgen.cli import main; sys.exit(main(['build', *sys.argv[1:], '--quiet']))"

NO_NETWORK = """
import sys

def refuse(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.")):
        raise SystemExit(f"reached for the network: {event} {arguments}")

sys.addaudithook(refuse)
from xbrlgen.cli import main
sys.exit(main(sys.argv[1:]))
"""


def _run(code: str, *arguments: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env={**os.environ, **environment}, capture_output=True, check=False)


def _bytes(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_same_report_gives_the_same_bytes(example: str, root: Path, tmp_path: Path):
    """Under other hash seeds, time zones, locales, working directories, and from another place on the disk."""
    source = root / "examples" / example
    copy = tmp_path / "elsewhere" / example
    shutil.copytree(source, copy)
    runs = [
        (source, root, {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"}),
        (copy, tmp_path, {"PYTHONHASHSEED": "4294967295", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"}),
        (Path(), copy, {"PYTHONHASHSEED": "7", "TZ": "America/St_Johns"}),
    ]
    outputs = []
    for number, (report, cwd, environment) in enumerate(runs):
        out = tmp_path / f"out-{number}"
        done = _run(BUILD, report, "--out", out, cwd=cwd, **environment)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        outputs.append(_bytes(out))
    assert outputs[0] == outputs[1] == outputs[2]
    assert {Path(name).suffix for name in outputs[0]} >= {".xbrl", ".json", ".html", ".xsd"}


def test_no_command_reaches_for_the_network(root: Path, tmp_path: Path):
    report, out = root / "examples" / "iij-1h23", tmp_path / "out"
    foreign = tmp_path / "foreign.xbrl"
    commands = [
        ("build", report, "--out", out),
        ("validate", out / "iij-2023-09-30.xbrl", out / "iij-2023-09-30.json"),
        ("validate", foreign),
    ]
    for number, command in enumerate(commands):
        if number == 2:
            text = (out / "iij-2023-09-30.xbrl").read_text(encoding="utf-8")
            foreign.write_text(text.replace("taxonomy/iij-2023-09-30.xsd", "http://127.0.0.1:9/taxonomy.xsd"))
        done = _run(NO_NETWORK, *command, cwd=tmp_path)
        assert done.returncode == (1 if number == 2 else 0), done.stdout + done.stderr
        assert done.stderr == b""
    assert b"http://127.0.0.1:9/taxonomy.xsd" in done.stdout, "the finding names the URL that nothing answers"


def test_a_killed_build_leaves_the_old_output_or_the_new(root: Path, tmp_path: Path):
    source = root / "examples" / "iij-1h23"
    versions = []
    for number, title in enumerate(("First", "Second")):
        report = tmp_path / f"version-{number}" / "report"
        shutil.copytree(source, report)
        text = (report / "report.yaml").read_text(encoding="utf-8")
        (report / "report.yaml").write_text(text.replace("title: Consolidated", f"title: {title} consolidated", 1))
        assert _run(BUILD, report, "--out", tmp_path / f"expected-{number}", cwd=tmp_path).returncode == 0
        versions.append((report, _bytes(tmp_path / f"expected-{number}")))
    assert versions[0][1] != versions[1][1]
    out = tmp_path / "out"
    shutil.copytree(tmp_path / "expected-0", out)
    started = time.monotonic()
    assert _run(BUILD, versions[1][0], "--out", tmp_path / "timed", cwd=tmp_path).returncode == 0
    whole = time.monotonic() - started
    moments = 20
    for moment in range(moments):
        report = versions[(moment + 1) % 2][0]
        command = [sys.executable, "-c", BUILD, str(report), "--out", str(out)]
        with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(whole * (0.5 + 0.6 * moment / moments))
            process.send_signal(signal.SIGKILL)
        assert _bytes(out) in [expected for _, expected in versions]


def test_output_of_others_is_never_replaced(root: Path, tmp_path: Path):
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "thesis.txt").write_text("years of work")
    done = _run(BUILD, root / "examples" / "iij-1h23", "--out", precious, cwd=tmp_path)
    assert done.returncode == 2
    assert b"XG186" in done.stdout
    assert _bytes(precious) == {"thesis.txt": b"years of work"}


def test_an_error_leaves_earlier_output_as_it_was(root: Path, tmp_path: Path):
    report, out = tmp_path / "report", tmp_path / "out"
    shutil.copytree(root / "examples" / "iij-1h23", report)
    assert _run(BUILD, report, "--out", out, cwd=tmp_path).returncode == 0
    before = _bytes(out)
    table = report / "tables" / "cash-flows.csv"
    table.write_text(
        table.read_text(encoding="utf-8").replace("AdjustmentsForDepreciation", "AdjustmentsForDepreciatoin")
    )
    done = _run(BUILD, report, "--out", out, cwd=tmp_path)
    assert done.returncode == 1
    assert b"cash-flows.csv" in done.stdout
    assert _bytes(out) == before
