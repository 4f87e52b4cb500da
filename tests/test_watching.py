"""A build that is repeated when a file changes."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from xbrlgen.pipeline import build
from xbrlgen.taxonomy import loading
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


@pytest.fixture
def remembering() -> Iterator[None]:
    """A process that remembers taxonomies from build to build."""
    loading.remember_taxonomies()
    yield
    loading._remembered = None


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "change",
    [
        ("tables/profit-or-loss.csv", "Cost of sales,", "Costs of sales,"),  # in the report alone
        ("tables/profit-or-loss.csv", '"(4,125)"', '"(4,126)"'),  # a sum that is wrong now
        ("report.yaml", "label: Number of lights shipped", "label: Lights shipped"),  # in the issuer's taxonomy, too
        ("report.yaml", "taxonomy: ifrs-2025 ", "taxonomy: ifrs-2023 "),
    ],
)
def test_a_build_after_another_writes_what_it_would_alone(
    tmp_path: Path, root: Path, remembering: None, change: tuple[str, str, str]
):
    folder = Path(shutil.copytree(root / "templates" / "new", tmp_path / "report"))
    build(folder, tmp_path / "after")
    name, old, new = change
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    after = build(folder, tmp_path / "after")
    loading._remembered = None
    alone = build(folder, tmp_path / "alone")
    assert after.findings == alone.findings
    assert (after.folder is None) == (alone.folder is None)
    if alone.folder is not None:
        assert _files(tmp_path / "after") == _files(tmp_path / "alone")


def test_an_unchanged_taxonomy_is_read_once(tmp_path: Path, root: Path, remembering: None, monkeypatch):
    folder = Path(shutil.copytree(root / "templates" / "new", tmp_path / "report"))
    build(folder, tmp_path / "out")
    loaded = []
    monkeypatch.setattr(
        loading, "_load", lambda *arguments, load=loading._load: (loaded.append(arguments), load(*arguments))[1]
    )
    build(folder, tmp_path / "out")
    assert [entry_points for entry_points, _, _ in loaded if "unfinished" in entry_points[0]] == []
    report = folder / "report.yaml"
    report.write_text(report.read_text(encoding="utf-8").replace("label: Number of", "label: Sum of"), encoding="utf-8")
    build(folder, tmp_path / "out")
    assert [entry_points for entry_points, _, _ in loaded if "unfinished" in entry_points[0]] != []
