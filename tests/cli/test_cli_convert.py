"""``xbrlgen convert``: what it prints and the status that scripts go by."""

import json
from pathlib import Path

import kinds
import pytest

from xbrlgen.target import target_document
from xbrlgen.writers.xbrl_xml import write_xbrl_xml


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """An instance with a fact of every kind."""
    with (tmp_path / "in.xbrl").open("wb") as out:
        document = target_document(kinds.one_of_each_kind(), kinds.taxonomy(), schema_refs=(str(kinds.SCHEMA),))
        write_xbrl_xml(document, out)
    return tmp_path / "in.xbrl"


def test_it_says_what_it_wrote(source, run, tmp_path):
    told = run("convert", source, tmp_path / "out.json")
    assert told.status == 0
    assert told.out.splitlines()[:2] == [f"wrote {tmp_path}/out.json", f"{len(kinds.one_of_each_kind().facts)} facts"]
    packed = run("convert", tmp_path / "out.json", tmp_path / "out.zip", "--syntax", "csv", "--quiet")
    assert (packed.status, packed.out) == (0, "")


def test_what_would_be_lost_is_refused_or_accepted(source, run, tmp_path):
    source.write_text(source.read_text().replace(">1.10<", ">one<"))
    refused = run("convert", source, tmp_path / "out.json", "--format", "json")
    assert refused.status == 1
    assert json.loads(refused.out)["counts"]["error"] >= 1
    assert "nothing was written" in run("convert", source, tmp_path / "out.json").out
    assert not (tmp_path / "out.json").exists()
    assert run("convert", source, tmp_path / "out.json", "--lossy").status == 0


def test_wrong_names_end_with_their_own_status(source, run, tmp_path):
    assert run("convert", source, tmp_path / "out.pdf").status == 2
    assert run("convert", source, tmp_path / "out.xbri", "--syntax", "json").status == 2
    assert run("convert", tmp_path / "missing.xbrl", tmp_path / "out.json").status == 2
    assert run("convert", source, tmp_path / "out.json", "--packages", tmp_path / "missing.zip").status == 2


@pytest.mark.parametrize("content", [b"", b"<a>", b"{}", b"PK\x03\x04", b"\xff\xfe<", b"<html xmlns='x'>"])
@pytest.mark.parametrize("name", ["in.xbrl", "in.json", "in.xhtml", "in.xbri", "in.csv", "in"])
def test_any_content_ends_with_a_finding(name, content, run, tmp_path):
    (tmp_path / name).write_bytes(content)
    for end in ("out.json", "out.xbri"):
        told = run("convert", tmp_path / name, tmp_path / end)
        assert told.status in {1, 2}
        assert "XG190" not in told.out
    assert run("diff", tmp_path / name, tmp_path / name).status == 2
