"""`xbrlgen new`."""

import json
import os
from pathlib import Path

import pytest

import xbrlgen.new


@pytest.fixture
def starter(tmp_path, monkeypatch) -> Path:
    """A starter report of the test's own."""
    folder = tmp_path / "templates" / "new"
    (folder / "tables").mkdir(parents=True)
    (folder / "report.yaml").write_text("title: Starter\n")
    (folder / "tables" / "position.csv").write_text("label,concept\n")
    monkeypatch.setattr(xbrlgen.new, "bundled", lambda name: tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return folder


def _tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_copies_the_starter_and_says_what_comes_next(run, starter):
    result = run("new", "my-report")
    assert result.status == 0
    assert result.out == (
        "wrote my-report/report.yaml\n"
        "wrote my-report/tables/position.csv\n"
        "next: xbrlgen build my-report\n"
        "valid: 0 errors, 0 warnings, 0 infos\n"
    )
    assert _tree(Path("my-report")) == _tree(starter)


def test_an_empty_folder_may_be_there_and_parents_need_not(run, starter):
    Path("empty").mkdir()
    assert run("new", "empty").status == 0
    assert run("new", "a/b/c", "--quiet").out == ""
    assert _tree(Path("a/b/c")) == _tree(Path("empty")) == _tree(starter)


def test_it_never_overwrites(run, starter):
    Path("mine").mkdir()
    Path("mine/notes.txt").write_text("mine")
    result = run("new", "mine")
    assert result.status == 2
    assert result.out.startswith("error XG185 folder-not-empty: 'mine' is not empty; nothing in it was touched\n")
    assert _tree(Path("mine")) == {"notes.txt": b"mine"}
    for occupied in ("mine/notes.txt", "link"):
        Path("link").is_symlink() or Path("link").symlink_to("nowhere")
        assert json.loads(run("new", occupied, "--format", "json").out)["findings"][0]["code"] == "XG185"
    assert Path("mine/notes.txt").read_text() == "mine"


@pytest.mark.skipif(os.name != "posix", reason="needs a file where a folder is expected")
def test_a_place_that_cannot_be_written_is_a_finding(run, starter):
    Path("file").write_text("")
    result = run("new", "file/report")
    assert result.status == 2
    assert result.out.startswith("error XG184 unwritable-output: 'file/report' cannot be written: ")


def test_an_installation_without_its_starter_says_so(run, starter):
    for path in sorted(starter.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    result = run("new", "x")
    assert result.status == 2
    assert "install xbrlgen again" in result.out
    assert not Path("x").exists()


def test_json_and_sarif_leave_nothing_else_on_stdout(run, starter):
    assert json.loads(run("new", "one", "--format", "json").out)["verdict"] == "valid"
    assert json.loads(run("new", "two", "--format", "sarif").out)["runs"][0]["results"] == []
