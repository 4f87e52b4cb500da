"""The issuer's report and its pages, made once for all tests that only look."""

from pathlib import Path

import issuer
import pytest


@pytest.fixture(scope="session")
def annual(tmp_path_factory: pytest.TempPathFactory) -> issuer.Made:
    """The page in English, as no regulator in particular wants it."""
    place = tmp_path_factory.mktemp("issuer")
    return issuer.made(issuer.folder(place / "report"), place / "out")


@pytest.fixture
def issue(tmp_path: Path):
    """Makes the pages of a changed report folder: `issue(language=..., templates=..., settings=...)`."""

    def made(settings=None, **more) -> issuer.Made:
        options = {name: more.pop(name) for name in ("container",) if name in more}
        return issuer.made(issuer.folder(tmp_path / "report", **more), tmp_path / "out", settings, **options)

    return made
