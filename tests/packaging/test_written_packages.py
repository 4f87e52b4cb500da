"""Packages that are written: the same bytes each time, sound by our rules and Arelle's, with the facts of the report."""

import hashlib
import io
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import arelle_referee
import pytest
from hypothesis import given
from hypothesis import strategies as st
from package_builder import SCHEMA, XBRL, XHTML

from xbrlgen import build, load, validate
from xbrlgen.model import Entity, Report
from xbrlgen.new import create
from xbrlgen.packaging.checking import check_package, check_taxonomy_package
from xbrlgen.packaging.contents import Description, PackagedTaxonomy, report_package, taxonomy_package
from xbrlgen.packaging.kinds import Kind
from xbrlgen.packaging.settings import Settings
from xbrlgen.packaging.zip_writer import write_archive
from xbrlgen.packing import Packing
from xbrlgen.report_folders import load_folder
from xbrlgen.target import target_document

NAMES = st.text(st.characters(categories=("Ll", "Lu", "Nd")), min_size=1, max_size=8).map(lambda name: f"ex/{name}")
DESCRIPTION = Description("http://www.example.com/2025", {"en": "Example <&> co"})


def _written(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    write_archive(files, out)
    return out.getvalue()


@given(st.dictionaries(NAMES, st.binary(max_size=300), max_size=6), st.randoms())
def test_the_same_files_give_the_same_bytes_in_whatever_order(files: dict[str, bytes], chance):
    pairs = list(files.items())
    chance.shuffle(pairs)
    written = _written(dict(pairs))
    assert written == _written(files)
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files
        assert archive.namelist() == sorted(files)


def test_nothing_in_an_archive_tells_when_or_where_it_was_made():
    with zipfile.ZipFile(io.BytesIO(_written({"ex/a.txt": b"a" * 100, "ex/\u00fc.txt": b""}))) as archive:
        for each in archive.infolist():
            assert each.date_time == (1980, 1, 1, 0, 0, 0)
            assert (each.create_system, each.external_attr, each.extra, each.comment) == (3, 0o100644 << 16, b"", b"")
            assert each.compress_type == zipfile.ZIP_DEFLATED
        assert archive.comment == b""


def _taxonomy(directory_url: str = "http://www.example.com/xbrl/2025/", **changes: object) -> PackagedTaxonomy:
    schema = SCHEMA.replace(b"http://www.example.com/xbrl/2025-12-31", directory_url.rstrip("/").encode())
    return PackagedTaxonomy(directory_url, {"ex.xsd": schema}, ("ex.xsd",), replace(DESCRIPTION, **changes))


def _at(path: Path, files) -> Path:
    with path.open("wb") as out:
        write_archive(files, out)
    return path


@pytest.mark.parametrize(
    ("kind", "reports"),
    [
        (Kind.INLINE, {"r.xhtml": XHTML}),
        (Kind.INLINE, {"set/a.xhtml": XHTML, "set/b.xhtml": XHTML, "set/style.css": b""}),
        (Kind.NON_INLINE, {"r.xbrl": XBRL}),
        (Kind.UNCONSTRAINED, {"a.xhtml": XHTML, "b.xbrl": XBRL}),
    ],
)
def test_each_kind_of_report_package_is_sound(kind: Kind, reports: dict[str, bytes], tmp_path: Path):
    path = _at(tmp_path / f"ex{kind.extension}", report_package("ex", kind, reports, _taxonomy()))
    package = check_package(path)
    assert package.findings == ()
    packed = {file.name.removeprefix("ex/reports/") for each in package.reports for file in each.files}
    assert packed == {name for name in reports if not name.endswith(".css")}
    bare = check_package(_at(tmp_path / f"bare{kind.extension}", report_package("ex", kind, reports)))
    assert bare.findings == ()


def test_a_description_says_all_that_it_was_given(tmp_path: Path):
    taxonomy = _taxonomy(
        descriptions={"en": "All of it", "fi": "Kaikki"},
        version="1.1",
        publishers={"en": "Example plc", "fi": "Esimerkki Oyj"},
        publisher_url="https://www.example.com/",
        publisher_country="FI",
        publication_date=date(2026, 3, 31),
    )
    path = _at(tmp_path / "ex.zip", taxonomy_package("ex", taxonomy))
    assert check_taxonomy_package(path).findings == check_package(path).findings == ()
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == [
            "ex/META-INF/catalog.xml",
            "ex/META-INF/taxonomyPackage.xml",
            "ex/www.example.com/xbrl/2025/ex.xsd",
        ]
        text = archive.read("ex/META-INF/taxonomyPackage.xml").decode()
    for said in ("Example &lt;&amp;&gt; co", "Kaikki", ">1.1<", "Esimerkki Oyj", ">FI<", ">2026-03-31<"):
        assert said in text


@pytest.mark.parametrize(
    ("url", "directory"),
    [
        ("http://www.example.com/xbrl/2025/", "www.example.com/xbrl/2025/"),
        ("https://example.com/", "example.com/"),
        ("urn:example:2025/", "taxonomy.invalid/"),
        ("http://example.com:8080/x/", "taxonomy.invalid/"),
        ("http://example.com/a/../b/", "taxonomy.invalid/"),
        ("http://example.com/a//b/", "taxonomy.invalid/"),
        ("http://example.com/a%20b/", "taxonomy.invalid/"),
        ("http://example.com/x?y/", "taxonomy.invalid/"),
        ("http://user@example.com/", "taxonomy.invalid/"),
    ],
)
def test_the_taxonomy_lies_where_its_url_says_if_that_can_be_a_directory(url: str, directory: str, tmp_path: Path):
    taxonomy = _taxonomy(url)
    assert taxonomy.directory == directory
    assert taxonomy.reference("ex.xsd") == f"{taxonomy.url}ex.xsd"
    path = _at(tmp_path / "ex.zip", taxonomy_package("ex", taxonomy))
    assert check_package(path).findings == ()


def test_settings_know_the_extensions_of_packages():
    with pytest.raises(ValueError, match=r"'\.7z' is no extension of a package"):
        Settings(extension=".7z")
    assert Settings(extension="").extension == ""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder built of a new report."""
    folder = tmp_path_factory.mktemp("built")
    assert create(folder / "report").files
    assert build(folder / "report", folder / "out").folder
    return folder / "out"


@pytest.fixture(scope="module")
def package(built: Path) -> Path:
    (found,) = built.glob("*.xbri")
    return found


@pytest.mark.arelle
def test_arelle_sees_in_the_package_what_the_instance_reports(package: Path, built: Path, root: Path):
    seen = arelle_referee.load(package, [root / "taxonomy"])
    assert (seen.errors, seen.warnings) == ([], [])
    alone = arelle_referee.load(package.with_suffix(".xbrl"), [root / "taxonomy"])
    assert seen.facts == alone.facts
    assert len(seen.facts) == 100


def test_our_reader_sees_the_same_without_unpacking(package: Path):
    reading = load(package)
    assert reading.findings == ()
    ours = arelle_referee.comparable(reading.report)
    assert ours == arelle_referee.comparable(load(package.with_suffix(".xhtml")).report)
    assert len(ours) == 100
    assert not [each for each in validate(package).findings if each.severity == "error"]
    assert all(place.path.startswith(f"{package}/") for place in reading.locations.values())


def test_the_packaged_page_differs_in_its_reference_only(package: Path):
    with zipfile.ZipFile(package) as archive:
        packed = archive.read(f"{package.stem}/reports/{package.stem}.xhtml")
    schema = b"lantern-2025-12-31.xsd"
    url = b"http://www.example.com/lantern/2025/" + schema
    assert packed.count(url) == 1
    assert packed.replace(url, b"taxonomy/" + schema) == package.with_suffix(".xhtml").read_bytes()


def test_the_packaged_taxonomy_is_that_beside_it(package: Path, built: Path):
    with zipfile.ZipFile(package) as archive:
        packed = {
            name.rpartition("/")[2]: archive.read(name)
            for name in archive.namelist()
            if name.startswith(f"{package.stem}/www.example.com/lantern/2025/")
        }
    assert packed == {path.name: path.read_bytes() for path in (built / "taxonomy").iterdir()}


def test_no_trace_of_the_writing_stays(built: Path):
    assert {path.suffix for path in built.iterdir()} == {".html", ".json", ".xbrl", ".xbri", ".xhtml", ""}
    assert sorted(path.name for path in built.iterdir() if path.is_dir()) == ["csv", "taxonomy"]


def test_packages_are_equal_under_other_hash_seeds_zones_and_folders(package: Path, built: Path, tmp_path: Path):
    digests = {hashlib.sha256(package.read_bytes()).hexdigest()}
    for seed, zone in (("1", "Pacific/Apia"), ("2", "America/Los_Angeles")):
        command = [sys.executable, "-m", "xbrlgen", "build", built.parent / "report", "-o", tmp_path / seed, "-q"]
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
        subprocess.run(command, check=True, cwd=tmp_path, env=environment)
        digests.add(hashlib.sha256((tmp_path / seed / package.name).read_bytes()).hexdigest())
    assert len(digests) == 1


@pytest.mark.arelle
def test_a_namespace_that_is_no_url_has_a_place_in_the_package_all_the_same(built: Path, root: Path, tmp_path: Path):
    shutil.copytree(built.parent / "report", tmp_path / "report")
    settings = tmp_path / "report" / "report.yaml"
    text = settings.read_text(encoding="utf-8")
    assert "http://www.example.com/lantern/2025" in text
    settings.write_text(text.replace("http://www.example.com/lantern/2025", "urn:example:lantern"), encoding="utf-8")
    assert build(tmp_path / "report", tmp_path / "out").folder
    (path,) = (tmp_path / "out").glob("*.xbri")
    seen = arelle_referee.load(path, [root / "taxonomy"])
    assert (seen.errors, seen.warnings, len(seen.facts)) == ([], [], 100)


def test_what_an_issuer_writes_leads_to_no_other_folder():
    entity = Entity("urn:example", "../../etc/passwd")
    report = Report(entity, (), (), {}, language="..", period=None)
    assert Packing(report, Settings(package_name="{identifier}"), "x").package_name == "-..-etc-passwd"
    assert Packing(report, Settings(report_name="{language}"), "x").report_name == "report"


@pytest.mark.arelle
def test_an_instance_is_packed_where_the_settings_say_so(built: Path, root: Path, tmp_path: Path):
    loaded = load_folder(built.parent / "report")
    report, taxonomy = loaded.reading.report, loaded.taxonomy
    shutil.copytree(built / "taxonomy", tmp_path / "taxonomy")
    schema = "taxonomy/lantern-2025-12-31.xsd"
    document = target_document(report, taxonomy, schema_refs=(schema,))
    settings = Settings(extension=".xbr", package_name="{identifier}-{date:%Y}-{language}", report_name="{prefix}_r")
    (path,) = Packing(report, settings, "x").write(document, None, tmp_path, schema)
    assert path == tmp_path / f"{report.entity.identifier}-2025-en.xbr"
    assert check_package(path).findings == ()
    seen = arelle_referee.load(path, [root / "taxonomy"])
    assert (seen.errors, seen.warnings) == ([], [])
    assert seen.facts == arelle_referee.comparable(load(path).report)
    with zipfile.ZipFile(path) as archive:
        assert f"{path.stem}/reports/lantern_r.xbrl" in archive.namelist()
    assert Packing(report, Settings(extension=""), "x").write(document, None, tmp_path, schema) == ()
