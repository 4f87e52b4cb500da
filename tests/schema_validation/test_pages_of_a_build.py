"""Pages are judged by schema where files are validated and where a build is proven."""

from pathlib import Path

import pytest

from xbrlgen.findings import Finding
from xbrlgen.pipeline import build
from xbrlgen.profiles import load_profile
from xbrlgen.proof import Proof
from xbrlgen.report_folders import load_folder
from xbrlgen.validation import validate

BROKEN = "broken.xhtml"
TAG = '<ix:nonFraction id="{}"'


@pytest.fixture(scope="module")
def source(root: Path) -> Path:
    return root / "examples" / "iij-1h23"


@pytest.fixture(scope="module")
def built(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = build(source, tmp_path_factory.mktemp("built") / "out").folder
    assert folder is not None
    return folder


def damaged(built: Path, old: str, new: str) -> Path:
    """The page of a build with one damage, where it was."""
    page = next(each for each in sorted(built.glob("*.xhtml")) if each.name != BROKEN)
    text = page.read_text(encoding="utf-8")
    assert old in text
    broken = page.with_name(BROKEN)
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")
    return broken


def schema_findings(findings) -> list[Finding]:
    return [each for each in findings if each.code.startswith("XG6")]


def test_a_page_given_to_validate_is_judged(built: Path):
    page = damaged(built, "<h1", "<center/><h1")
    (found,) = schema_findings(validate([page]).findings)
    assert (found.code, found.locations[0].path) == ("XG625", str(page))


@pytest.mark.parametrize("again", ["", "-2"])
def test_a_fault_of_a_written_page_leads_to_the_cell(again: str, source: Path, built: Path):
    reading = load_folder(source).reading
    assert reading.report is not None
    text = next(built.glob("*.xhtml")).read_text(encoding="utf-8")
    fact = next(name for name in reading.locations if TAG.format(f"{name}{again}") in text)
    page = damaged(built, TAG.format(f"{fact}{again}"), TAG.format(f"{fact}{again}") + ' lang="en"')
    findings = Proof(reading.report, reading.locations, load_profile("generic")).findings([page])
    (found,) = schema_findings(findings)
    assert (found.code, found.locations[0]) == ("XG617", reading.locations[fact])
    assert found.locations[1].path == str(page)
