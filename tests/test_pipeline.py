"""The stages together: what a fault in one does to the others."""

import shutil
from pathlib import Path

import pytest

from xbrlgen.pipeline import build


@pytest.fixture
def release(root: Path, tmp_path: Path) -> Path:
    """A copy of IIJ's report folder to damage."""
    folder = tmp_path / "iij-1h23"
    shutil.copytree(root / "examples" / "iij-1h23", folder)
    return folder


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_cell_that_cannot_be_read_is_one_finding_and_no_total_is_blamed(release: Path, tmp_path: Path):
    _replace(release / "tables" / "cash-flows.csv", '"14,598"', '"14,59B"')
    built = build(release, tmp_path / "out")
    assert [(each.code, each.locations[0].line) for each in built.findings] == [("XG201", 5)]
    assert built.folder is None


def test_a_wrong_figure_is_found_in_the_totals_that_it_is_part_of(release: Path, tmp_path: Path):
    _replace(release / "tables" / "cash-flows.csv", '"14,598"', '"15,498"')
    built = build(release, tmp_path / "out")
    [finding] = built.findings
    assert finding.code == "XG410"
    assert "by -900 million JPY" in finding.message
    assert any(place.path.endswith("cash-flows.csv") and place.line == 5 for place in finding.locations)
    assert built.folder is not None, "an inconsistency may be in the release itself, and is no error"


def test_progress_names_the_stages_in_order(root: Path, tmp_path: Path):
    stages: list[str] = []
    build(root / "examples" / "iij-1h23", tmp_path / "out", progress=stages.append)
    assert stages == ["reading", "checking", "writing", "proving", "summing up"]


def test_an_unknown_profile_is_an_error_of_the_caller(root: Path, tmp_path: Path):
    with pytest.raises(ValueError, match="no profile 'mars'"):
        build(root / "examples" / "iij-1h23", tmp_path / "out", profile="mars")
