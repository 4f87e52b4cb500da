"""Report folders that build in a moment."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def reports(root: Path, tmp_path: Path) -> Path:
    """A folder with three starter reports; the second cannot be built."""
    folder = tmp_path / "reports"
    for name in ("alpha", "beta", "gamma"):
        shutil.copytree(root / "templates" / "new", folder / name)
    broken = folder / "beta" / "report.yaml"
    broken.write_text(broken.read_text(encoding="utf-8").replace("language: en", "langage: en"), encoding="utf-8")
    return folder
