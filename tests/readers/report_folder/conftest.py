"""Fixtures of the tests of the report folder."""

from pathlib import Path

import pytest
from small_folder import SmallFolder


@pytest.fixture
def small(tmp_path: Path) -> SmallFolder:
    """A folder to write and read."""
    return SmallFolder(tmp_path / "report")
