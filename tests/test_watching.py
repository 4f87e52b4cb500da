"""A build that is repeated when a file changes."""

from collections.abc import Callable
from pathlib import Path

from xbrlgen.watching import changes


def acting(*actions: Callable[[], object]) -> Callable[[float], None]:
    """What is called in place of waiting: one action each time, then nothing."""
    left = list(actions)
    return lambda _seconds: (left.pop(0)() if left else None, None)[1]


def test_it_tells_what_changed_came_and_went(tmp_path: Path):
    for name in ("changed", "gone"):
        (tmp_path / name).write_text("x", encoding="utf-8")

    def act() -> None:
        (tmp_path / "changed").write_text("xy", encoding="utf-8")
        (tmp_path / "gone").unlink()
        (tmp_path / "tables").mkdir()
        (tmp_path / "tables" / "come").write_text("x", encoding="utf-8")

    assert next(changes(tmp_path, wait=acting(lambda: None, act))) == ("changed", "gone", "tables/come")


def test_a_file_that_is_written_in_steps_is_one_change(tmp_path: Path):
    file = tmp_path / "table.csv"
    steps = [lambda size=size: file.write_text("x" * size, encoding="utf-8") for size in (1, 2, 3)]
    end = [lambda: None, lambda: None, lambda: file.unlink() or tmp_path.rmdir()]

    assert list(changes(tmp_path, wait=acting(*steps, *end))) == [("table.csv",)]


def test_what_a_build_writes_is_no_change(tmp_path: Path):
    def act() -> None:
        for name in ("build", ".build.unfinished"):
            (tmp_path / name).mkdir()
            (tmp_path / name / "summary.html").write_text("x", encoding="utf-8")

    seen = changes(tmp_path, without=tmp_path / "build", wait=acting(act, (tmp_path / "new").touch))
    assert next(seen) == ("new",)
