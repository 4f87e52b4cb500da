"""Packages that are read: taxonomies that a user gives, and reports in packages, straight from their zip files."""

import json
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from package_builder import METADATA, TAXONOMY, XHTML, declaration, packed

from xbrlgen import build, load, validate
from xbrlgen.new import create
from xbrlgen.packages import given_packages
from xbrlgen.packaging.checking import check_package
from xbrlgen.taxonomy import Catalog, bundled_catalog, load_taxonomy, read_package

ENTRY = "https://xbrl.ifrs.org/taxonomy/2025-03-27/full_ifrs_entry_point_2025-03-27.xsd"

MUTANTS = {
    "catalog-escapes-package.xbri": (
        {"XG738", "XG301"},
        "Taxonomy Packages 1.0 section 3.3: targets lie in the package; Arelle follows this one and misses the schema",
    ),
    "no-metainf.xbri": (
        {"rpe:documentTypeFileExtensionMismatch", "XG301"},
        "the same two findings: Arelle calls the schema that nothing answers IOerror, and each fact without it",
    ),
}
"""Where Arelle has codes of its own."""


@pytest.fixture(scope="module")
def ifrs(shared: Path) -> Path:
    return shared / "taxonomies" / "IFRSAT-2025.zip"


def test_each_mutant_has_the_verdict_and_codes_that_are_expected(shared: Path):
    folder = shared / "conformance" / "mutants"
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    names = [name for name in expected if name.startswith("rpkg/")]
    assert len(names) == 13
    for name in names:
        judged = validate(folder / name)
        errors = {each.standard or each.code for each in judged.findings if each.severity == "error"}
        # "error" is what Arelle says of a package whose report it does not load
        codes = MUTANTS.get(Path(name).name, ({*expected[name]["codes"]} - {"error"}, ""))[0]
        assert errors == codes, name
        facts = sum(expected[name]["facts"])
        assert judged.facts == facts or not facts, name


def test_the_packages_of_real_filers_are_read_without_unpacking(shared: Path):
    for entry in json.loads((shared / "samples" / "manifest.json").read_text(encoding="utf-8")):
        if not entry["file"].endswith(".xbri"):
            continue
        path = shared / "samples" / entry["file"]
        reading = load(path, packages=[shared / "samples" / each for each in entry["packages"]])
        assert reading.findings == ()
        assert len(reading.report.facts) == entry["facts"]
        expected = json.loads((shared / "samples" / entry["expected_facts"]).read_text(encoding="utf-8"))
        names = Counter(str(fact.concept) for fact in reading.report.facts)
        assert names == Counter(each["concept"] for each in expected)


def test_a_zip_file_answers_as_its_folder_does(ifrs: Path, tmp_path: Path):
    with zipfile.ZipFile(ifrs) as archive:
        archive.extractall(tmp_path)
    unpacked = load_taxonomy(ENTRY, catalog=Catalog.of([read_package(tmp_path / "IFRSAT-2025")]))
    packed_up = load_taxonomy(ENTRY, catalog=given_packages([ifrs]).catalog)
    assert packed_up.findings == unpacked.findings == ()
    assert list(packed_up.concepts()) == list(unpacked.concepts())
    axes = [each.name for each in packed_up.concepts() if each.is_dimension]
    assert {each: packed_up.default_member(each) for each in axes} == {
        each: unpacked.default_member(each) for each in axes
    }
    assert str(dict(packed_up.schemas)[ENTRY]) == f"{ifrs}/IFRSAT-2025/full_ifrs_entry_point_2025-03-27.xsd"
    assert packed_up.entry_point == ENTRY


def test_a_report_is_built_and_validated_with_the_official_taxonomy(ifrs: Path, tmp_path: Path):
    create(tmp_path / "report")
    built = build(tmp_path / "report", tmp_path / "out", packages=[ifrs])
    assert [each.message for each in built.findings if each.severity != "info"] == []
    files = [path for path in built.files if path.suffix in {".xbrl", ".xbri"}]
    assert len(files) == 2
    judged = validate(*files, packages=[ifrs])
    others = [each for each in judged.findings if each.severity != "info"]
    # the core taxonomy sums up statements of several layouts, of which a report fills one in
    assert {each.code for each in others} == {"XG850"}
    settings = tmp_path / "report" / "report.yaml"
    other = ENTRY.replace("full_ifrs", "ifrs_18")
    settings.write_text(settings.read_text(encoding="utf-8").replace("ifrs-2025 ", f"{other} "), encoding="utf-8")
    assert [each.code for each in build(tmp_path / "report", tmp_path / "out").findings] == ["XG117"]
    assert build(tmp_path / "report", tmp_path / "out", packages=[ifrs]).folder
    assert other.encode() in (tmp_path / "out" / "taxonomy" / "lantern-2025-12-31.xsd").read_bytes()


def test_what_is_given_first_answers_first_and_overlaps_are_told(tmp_path: Path):
    paths = [packed(tmp_path / f"{name}.zip", TAXONOMY) for name in "ab"]
    given = given_packages(paths)
    assert str(given.catalog.locate("http://www.example.com/xbrl/2025-12-31/ex.xsd")).startswith(str(paths[0]))
    (found,) = given.findings
    assert (found.code, found.severity, found.standard) == ("XG737", "warning", "tpe:packageRewriteOverlap")
    assert [each.path for each in found.locations] == [str(path) for path in paths]
    assert given.usual_taxonomy == "Example"
    assert given_packages(paths[:1]).findings == ()


def test_what_breaks_the_specification_but_can_be_read_is_a_warning(tmp_path: Path):
    """As packages from before the specification: META-INF at the top, other namespaces; or with files beside."""
    draft = METADATA.replace("http://xbrl.org/2016/", "http://xbrl.org/PWD/2014-01-15/").encode()
    old = {name.removeprefix("ex/"): content for name, content in TAXONOMY.items()}
    layouts = {
        "old": old | {"META-INF/taxonomyPackage.xml": draft},
        "catalog": {name: content for name, content in TAXONOMY.items() if "taxonomyPackage" not in name},
        "beside": {**TAXONOMY, "__MACOSX/ex": b""},
    }
    for name, files in layouts.items():
        given = given_packages([packed(tmp_path / f"{name}.zip", files)])
        assert given.errors == ()
        assert given.findings
        assert all(each.standard.startswith("tpe:") for each in given.findings)
        assert given.catalog.locate("http://www.example.com/xbrl/2025-12-31/ex.xsd") is not None, name
    assert given_packages([tmp_path / "old.zip"]).usual_taxonomy == "Example"


def test_what_cannot_be_read_is_an_error(tmp_path: Path):
    (tmp_path / "text.zip").write_text("no zip file")
    packed(tmp_path / "empty.zip", {"ex/a.xsd": b""})
    packed(tmp_path / "broken.zip", TAXONOMY | {"ex/META-INF/catalog.xml": b"<catalog"})
    codes = {
        name: [each.code for each in given_packages([tmp_path / f"{name}.zip"]).errors]
        for name in ("text", "empty", "broken")
    }
    assert codes == {"text": ["XG701"], "empty": ["XG730"], "broken": ["XG733"]}
    assert given_packages([tmp_path / "text.zip"]).catalog.locate("http://x.example/") is None
    create(tmp_path / "report")
    assert build(tmp_path / "report", tmp_path / "out", packages=[tmp_path / "text.zip"]).folder is None
    assert given_packages([]).catalog is bundled_catalog()


IXBRL = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"
  xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:ex="http://www.example.com/xbrl/2025-12-31" xml:lang="en">
<head><title>x</title></head><body><div style="display:none"><ix:header><ix:references>
<link:schemaRef xlink:type="simple" xlink:href="{href}"/></ix:references><ix:resources>
<xbrli:context id="c"><xbrli:entity><xbrli:identifier scheme="urn:s">e</xbrli:identifier></xbrli:entity>
<xbrli:period><xbrli:instant>2025-12-31</xbrli:instant></xbrli:period></xbrli:context></ix:resources></ix:header></div>
<p><ix:nonNumeric name="ex:Name" contextRef="c">Example</ix:nonNumeric></p></body></html>"""
SCHEMA = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance"
  targetNamespace="http://www.example.com/xbrl/2025-12-31">
<xs:import namespace="http://www.xbrl.org/2003/instance"
  schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>
<xs:element name="Name" id="ex_Name" type="xbrli:stringItemType" substitutionGroup="xbrli:item" nillable="true"
  xbrli:periodType="instant"/></xs:schema>"""


def _report(path: Path, href: str, **more: bytes) -> Path:
    files = {
        "ex/META-INF/reportPackage.json": declaration(),
        "ex/reports/r.xhtml": IXBRL.format(href=href).encode(),
        "ex/own/ex.xsd": SCHEMA,
        "ex/a b/\u00fc.xsd": SCHEMA,
    }
    return packed(path, files | more)


@pytest.mark.parametrize("href", ["../own/ex.xsd", "../a%20b/%C3%BC.xsd"])
def test_a_report_finds_its_schema_by_a_relative_path_within_the_package(href: str, tmp_path: Path):
    judged = validate(_report(tmp_path / "p q.xbri", href))
    assert (judged.findings, judged.facts) == ((), 1)


@pytest.mark.parametrize(
    "href",
    [
        "../../../ex.xsd",
        "../../../../../../../../../..{folder}/ex.xsd",
        "{folder}/ex.xsd",
        "file://{folder}/ex.xsd",
        "C:{folder}/ex.xsd",
        "../own/../../../ex.xsd",
    ],
)
def test_a_report_in_a_package_never_reaches_a_file_on_the_disk(href: str, tmp_path: Path):
    (tmp_path / "ex.xsd").write_bytes(SCHEMA)
    judged = validate(_report(tmp_path / "p.xbri", href.format(folder=tmp_path)))
    assert "XG301" in {each.code for each in judged.findings}


def test_a_report_does_not_replace_the_taxonomy_that_the_user_gives(tmp_path: Path):
    """The given package has the element; the report's own copy of the schema, at the same URL, has not."""
    url = "http://www.example.com/xbrl/2025-12-31/ex.xsd"
    given = packed(tmp_path / "given.zip", TAXONOMY | {"ex/www.example.com/xbrl/2025-12-31/ex.xsd": SCHEMA})
    path = packed(
        tmp_path / "p.xbri",
        TAXONOMY
        | {"ex/META-INF/reportPackage.json": declaration(), "ex/reports/r.xhtml": IXBRL.format(href=url).encode()},
    )
    assert [each.severity for each in validate(path, packages=[given]).findings if each.code != "XG737"] == []
    assert "error" in {each.severity for each in validate(path).findings}


def test_one_report_of_several_is_not_chosen_at_random(tmp_path: Path):
    files = {f"ex/reports/{name}.xhtml": IXBRL.format(href="../own/ex.xsd").encode() for name in "ab"}
    path = packed(tmp_path / "p.zip", files | {"ex/own/ex.xsd": SCHEMA})
    reading = load(path)
    assert (reading.report, [each.code for each in reading.findings]) == (None, ["XG720"])
    assert validate(path).facts == 2


def test_a_refused_package_is_not_read(tmp_path: Path):
    (tmp_path / "p.xbri").write_bytes(b"PK\x03\x04")
    reading = load(tmp_path / "p.xbri")
    assert (reading.report, [each.code for each in reading.findings]) == (None, ["XG701"])


def test_a_package_without_anything_wrong_has_no_findings(tmp_path: Path):
    assert validate(packed(tmp_path / "p.zip", TAXONOMY)).findings == ()
    assert check_package(packed(tmp_path / "r.zip", {"ex/reports/a.xhtml": XHTML})).findings == ()


def test_a_taxonomy_package_is_judged_with_what_it_offers(tmp_path: Path):
    """Its entry point leads to a schema without a period type, and to a linkbase that nobody answers."""
    schema = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance"
 xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"
 targetNamespace="http://www.example.com/xbrl/2025-12-31">
<xs:annotation><xs:appinfo><link:linkbaseRef xlink:type="simple" xlink:href="http://elsewhere.example/lab.xml"
 xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/></xs:appinfo></xs:annotation>
<xs:import namespace="http://www.xbrl.org/2003/instance"
 schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>
<xs:element name="Cash" id="ex_Cash" type="xbrli:monetaryItemType" substitutionGroup="xbrli:item"/>
</xs:schema>"""
    name = "ex/www.example.com/xbrl/2025-12-31/ex.xsd"
    package = packed(tmp_path / "ex.zip", {**TAXONOMY, name: schema.encode()})

    found = {each.code: each.locations[0] for each in validate(package).findings if each.severity == "error"}

    assert found.keys() == {"XG301", "XG309"}
    assert {(each.path, each.line) for each in found.values()} == {(f"{package}/{name}", 5), (f"{package}/{name}", 8)}
