"""The wheel carries all that a build needs, and works away from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

RUN = "import sys, xbrlgen; print(xbrlgen.__file__); from xbrlgen.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    pytest.importorskip("hatchling", reason="building the wheel needs hatchling")
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(root)]
    subprocess.run(command, check=True, capture_output=True)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the wheel is unpacked into, as an installer would."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def _run(installed: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", RUN, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def test_the_wheel_holds_the_bundled_folders_and_no_tests(wheel: Path):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    for needed in ("taxonomy/META-INF/catalog.xml", "templates/new/report.yaml", "templates/summary/page.html.jinja"):
        assert f"xbrlgen/_bundled/{needed}" in names
    assert {Path(name).parts[0] for name in names} == {"xbrlgen", "xbrlgen-0.1.0.dist-info"}


def test_a_new_report_builds_with_the_installed_wheel(installed: Path, tmp_path: Path):
    for arguments in (["new", "my-report"], ["build", "my-report"], ["concepts", "right of use"], ["explain", "XG301"]):
        done = _run(installed, tmp_path, *arguments)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.splitlines()[0].startswith(str(installed)), "the checkout was used instead of the wheel"
    assert (tmp_path / "build" / "my-report" / "findings.json").is_file()


def test_the_release_gives_the_same_bytes_as_in_the_checkout(installed: Path, root: Path, tmp_path: Path):
    report = root / "examples" / "iij-1h23"
    assert _run(installed, tmp_path, "build", str(report), "--out", "from-wheel").returncode == 0
    command = [sys.executable, "-c", RUN, "build", str(report), "--out", "from-checkout"]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    ours, theirs = (
        {
            str(path.relative_to(tmp_path / out)): path.read_bytes()
            for path in (tmp_path / out).rglob("*")
            if path.is_file()
        }
        for out in ("from-wheel", "from-checkout")
        if (tmp_path / out).is_dir()
    )
    assert ours == theirs
