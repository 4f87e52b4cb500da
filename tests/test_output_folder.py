"""The output folder holds the old files or the new ones, whatever happens in between."""

import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from xbrlgen import output_folder
from xbrlgen.output_folder import replaced

FILES = 40

WRITER = """
import sys
from pathlib import Path
from xbrlgen.output_folder import replaced

generation = 0
while True:
    generation += 1
    with replaced(Path(sys.argv[1])) as folder:
        for number in range(int(sys.argv[2])):
            (folder / f"{number}.txt").write_text(str(generation))
        print(generation, flush=True)
"""


def _generations(folder: Path) -> list[str]:
    return [path.read_text() for path in sorted(folder.glob("*.txt"))]


def test_the_old_files_may_be_removed_later(tmp_path: Path):
    """When whoever waits for the new ones has them."""
    folder = tmp_path / "build"
    with ExitStack() as afterwards:
        for text in ("old", "new"):
            with replaced(folder, afterwards) as unfinished:
                (unfinished / f"{text}.txt").write_text(text)
        assert [path.name for path in folder.iterdir()] == ["new.txt"]
        (beside,) = (path for path in tmp_path.iterdir() if path != folder)
        assert [path.name for path in beside.iterdir()] == ["old.txt"]
    assert [*tmp_path.iterdir()] == [folder]


def test_a_new_folder_takes_the_place_of_the_old_one(tmp_path: Path):
    folder = tmp_path / "build"
    for text in ("old", "new"):
        with replaced(folder) as unfinished:
            (unfinished / f"{text}.txt").write_text(text)
    assert [path.name for path in folder.iterdir()] == ["new.txt"]
    assert list(tmp_path.iterdir()) == [folder]


def test_an_exception_leaves_the_old_folder_as_it_was(tmp_path: Path):
    folder = tmp_path / "build"
    with replaced(folder) as unfinished:
        (unfinished / "old.txt").write_text("old")

    def fail() -> None:
        with replaced(folder) as unfinished:
            (unfinished / "new.txt").write_text("new")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert _generations(folder) == ["old"]
    assert list(tmp_path.iterdir()) == [folder]


def test_two_renames_do_where_folders_cannot_be_swapped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(output_folder.sys, "platform", "an older system")
    folder = tmp_path / "build"
    for text in ("old", "new"):
        with replaced(folder) as unfinished:
            (unfinished / "only.txt").write_text(text)
    assert _generations(folder) == ["new"]
    assert list(tmp_path.iterdir()) == [folder]


def test_a_killed_writer_leaves_one_whole_generation(tmp_path: Path):
    folder = tmp_path / "build"
    command = [sys.executable, "-c", WRITER, str(folder), str(FILES)]
    for moment in range(12):
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.003 * moment)
            process.send_signal(signal.SIGKILL)
        if folder.exists():
            generations = _generations(folder)
            assert len(generations) == FILES
            assert len(set(generations)) == 1
    with replaced(folder) as unfinished:
        (unfinished / "last.txt").write_text("last")
    assert list(tmp_path.iterdir()) == [folder], "what killed writers left was not removed"
