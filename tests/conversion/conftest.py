"""A report of every kind, written in each syntax, to be converted."""

import shutil
from pathlib import Path

import kinds
import pytest

from xbrlgen.target import target_document
from xbrlgen.writers.xbrl_json import write_xbrl_json
from xbrlgen.writers.xbrl_xml import write_xbrl_xml

WRITERS = {".xbrl": write_xbrl_xml, ".json": write_xbrl_json}


@pytest.fixture
def filings(tmp_path: Path) -> Path:
    """A folder with a taxonomy, and a report of every kind over it as an instance and as JSON."""
    folder = tmp_path / "filings"
    folder.mkdir()
    for path in kinds.SCHEMA.parent.glob("kinds*.x*"):
        shutil.copy(path, folder)
    document = target_document(kinds.one_of_each_kind(), kinds.taxonomy(), schema_refs=(kinds.SCHEMA.name,))
    for extension, write in WRITERS.items():
        with (folder / f"report{extension}").open("wb") as out:
            write(document, out)
    return folder
