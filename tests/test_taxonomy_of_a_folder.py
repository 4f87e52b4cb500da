"""A report folder names the taxonomy packages that it is built with."""

import shutil
import zipfile
from pathlib import Path

import pytest

from xbrlgen.findings import Location
from xbrlgen.pipeline import build

ENTRY_POINT = "https://xbrl.ifrs.org/taxonomy/2025-03-27/full_ifrs_entry_point_2025-03-27.xsd"
NAME = "Full IFRS Accounting Standards Entry Point"


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """IIJ's report, to be changed."""
    return Path(shutil.copytree(root / "examples" / "iij-1h23", tmp_path / "iij"))


def _with_taxonomy(folder: Path, entry_point: str, package: Path | str) -> None:
    report = folder / "report.yaml"
    text = report.read_text(encoding="utf-8")
    assert "\ntaxonomy: ifrs-2023\n" in text
    entry = f"\ntaxonomy:\n  entry_point: {entry_point}\n  packages: [{package}]\n"
    report.write_text(text.replace("\ntaxonomy: ifrs-2023\n", entry), encoding="utf-8")


@pytest.mark.parametrize("entry_point", [NAME, ENTRY_POINT])
def test_a_report_is_built_with_the_package_that_it_names(folder: Path, shared: Path, entry_point: str):
    shutil.copy(shared / "taxonomies" / "IFRSAT-2025.zip", folder)
    _with_taxonomy(folder, entry_point, "IFRSAT-2025.zip")

    built = build(folder, folder / "out")

    assert [each.code for each in built.findings] == []
    schema = (folder / "out" / "taxonomy" / "iij-2023-09-30.xsd").read_text(encoding="utf-8")
    assert ENTRY_POINT in schema


def test_a_package_that_is_missing_is_one_finding_at_its_name(folder: Path):
    _with_taxonomy(folder, NAME, "IFRSAT-2031.zip")

    built = build(folder, folder / "out")

    (found,) = built.findings
    assert found.code == "XG180"
    assert found.locations == (Location(str(folder / "report.yaml"), 11, 14, length=15),)


def test_a_package_that_is_none_is_one_finding(folder: Path):
    (folder / "notes.zip").write_text("no archive", encoding="utf-8")
    _with_taxonomy(folder, NAME, "notes.zip")

    built = build(folder, folder / "out")

    assert [each.code for each in built.findings] == ["XG701"]


def test_an_entry_point_that_the_package_lacks_is_told_where_it_is_named(folder: Path, shared: Path):
    shutil.copy(shared / "taxonomies" / "IFRSAT-2025.zip", folder)
    _with_taxonomy(folder, "ifrs-2031", "IFRSAT-2025.zip")

    (found,) = build(folder, folder / "out").findings

    assert found.code == "XG117"
    assert found.locations[0].line == 10


def test_the_labels_of_an_official_taxonomy_are_shown(folder: Path, shared: Path):
    shutil.copy(shared / "taxonomies" / "IFRSAT-2025.zip", folder)
    _with_taxonomy(folder, NAME, "IFRSAT-2025.zip")
    with zipfile.ZipFile(folder / "IFRSAT-2025.zip") as package:
        labels = next(name for name in package.namelist() if name.endswith("/lab_full_ifrs-en_2025-03-27.xml"))
        assert ">Segments [axis]</" in package.read(labels).decode()

    build(folder, folder / "out")

    summary = (folder / "out" / "summary.html").read_text(encoding="utf-8")
    assert "Segments [axis]" in summary
