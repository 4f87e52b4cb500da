"""A report goes from each syntax to each other and comes back the same, or nothing is written."""

import json
import zipfile
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import arelle_referee
import kinds
import pytest

import xbrlgen
from xbrlgen.comparison import differences
from xbrlgen.model import Link
from xbrlgen.readers import contents
from xbrlgen.target import target_document
from xbrlgen.writers.xbrl_xml import write_xbrl_xml

SUFFIXES = (".xbrl", ".xhtml", ".json")
PACKAGES = (
    *((".xbri", ""), (".xbr", "xml"), (".xbr", "json"), (".xbr", "csv")),
    *((".zip", "inline"), (".zip", "xml"), (".zip", "json"), (".zip", "csv")),
)


def codes(converted) -> list[str]:
    return [each.code for each in converted.findings]


@pytest.mark.parametrize(("start", "end"), [*permutations(SUFFIXES, 2), *((each, each) for each in SUFFIXES)])
def test_every_kind_of_fact_survives_from_each_syntax_to_each(filings: Path, start: str, end: str):
    source = filings / f"report{start}"
    if start == ".xhtml":
        assert xbrlgen.convert(filings / "report.xbrl", source).findings == ()
    converted = xbrlgen.convert(source, filings / f"out{end}")
    assert converted.findings == ()
    assert converted.files == (filings / f"out{end}",)
    read, given = xbrlgen.load(filings / f"out{end}"), kinds.one_of_each_kind()
    assert read.findings == ()
    assert list(differences(given, read.report)) == []
    assert {each.id for each in read.report.facts} == {each.id for each in given.facts}
    assert converted.facts == len(read.report.facts) == len(given.facts)
    assert not [each.name for each in filings.iterdir() if each.name.startswith(".")], "nothing is left behind"


@pytest.mark.parametrize("start", [".xbrl", ".json"])
@pytest.mark.parametrize("end", [*SUFFIXES, "-tables.json"])
def test_a_large_file_becomes_the_same_without_its_bytes_being_held(
    filings: Path, start: str, end: str, monkeypatch: pytest.MonkeyPatch
):
    source, syntax, whole = filings / f"report{start}", "csv" if end == "-tables.json" else "", Path.read_bytes

    def refused(path: Path) -> bytes:
        assert path != source
        return whole(path)

    small = xbrlgen.convert(source, filings / f"small{end}", syntax=syntax).files[0]
    monkeypatch.setattr(contents, "_LARGE", 0)
    monkeypatch.setattr(Path, "read_bytes", refused)
    large = xbrlgen.convert(source, filings / f"large{end}", syntax=syntax)
    assert large.findings == ()
    assert whole(large.files[0]).replace(b"large", b"small") == whole(small)


def test_a_large_file_is_judged_alike(filings: Path, monkeypatch: pytest.MonkeyPatch):
    path = filings / "report.json"
    for old, new in ((b"1.10", b"1.1O"), (b'"concept": "k:Revenue"', b'"concept": "k:Nothing"'), (b"{", b"{ ")):
        path.write_bytes(path.read_bytes().replace(old, new, 1))
        small = xbrlgen.validate(path)
        with monkeypatch.context() as patched:
            patched.setattr(contents, "_LARGE", 0)
            assert xbrlgen.validate(path) == small


@pytest.mark.parametrize("end", SUFFIXES)
@pytest.mark.parametrize("tables", ["tables", "tables.csv", "tables.json"])
def test_every_kind_of_fact_survives_in_tables(filings: Path, end: str, tables: str):
    given = kinds.one_of_each_kind()
    written = xbrlgen.convert(filings / "report.xbrl", filings / tables, syntax="csv")
    assert written.findings == ()
    metadata = written.files[0]
    assert metadata.suffix == ".json"
    assert {each.suffix for each in written.files[1:]} == {".csv"}
    assert list(differences(given, xbrlgen.load(metadata).report)) == []
    assert xbrlgen.convert(metadata, filings / f"out{end}").findings == ()
    assert list(differences(given, xbrlgen.load(filings / f"out{end}").report)) == []


@pytest.mark.parametrize(("suffix", "syntax"), PACKAGES)
def test_a_package_takes_the_taxonomy_along(filings: Path, tmp_path: Path, suffix: str, syntax: str):
    out = tmp_path / "elsewhere" / f"packed{suffix}"
    converted = xbrlgen.convert(filings / "report.xbrl", out, syntax=syntax)
    assert converted.findings == ()
    for path in filings.glob("kinds*"):
        path.unlink()
    assert [each.code for each in xbrlgen.validate(out).findings if each.severity == "error"] == []
    read = xbrlgen.load(out)
    assert list(differences(kinds.one_of_each_kind(), read.report)) == []
    back = xbrlgen.convert(out, tmp_path / "again.xbri")
    assert back.findings == (), "also from one package to another"
    assert list(differences(read.report, xbrlgen.load(tmp_path / "again.xbri").report)) == []


def test_arelle_sees_the_same_facts_in_each_syntax(filings: Path):
    seen = arelle_referee.load(filings / "report.xbrl", calculations="none").facts
    assert len(seen) == len(kinds.one_of_each_kind().facts)
    for suffix in (".xhtml", ".json", ".xbri"):
        xbrlgen.convert(filings / "report.json", filings / f"out{suffix}")
        verdict = arelle_referee.load(filings / f"out{suffix}", calculations="none", plugins="loadFromOIM")
        assert verdict.errors == []
        assert verdict.facts == seen, suffix


def test_the_same_conversion_gives_the_same_bytes(filings: Path):
    for suffix in (*SUFFIXES, ".xbri"):
        written = []
        for folder in (filings / "a", filings / "b"):
            xbrlgen.convert(filings / "report.xbrl", folder / f"out{suffix}")
            written.append((folder / f"out{suffix}").read_bytes())
        assert written[0] == written[1]


def test_a_reference_leads_to_the_same_file_from_elsewhere(filings: Path, tmp_path: Path):
    out = tmp_path / "a b" / "deep" / "report.json"
    assert xbrlgen.convert(filings / "report.xbrl", out).findings == ()
    assert json.loads(out.read_bytes())["documentInfo"]["taxonomy"] == ["../../filings/kinds.xsd"]
    back = xbrlgen.convert(out, filings / "back.xbrl")
    assert back.findings == ()
    assert 'xlink:href="kinds.xsd"' in (filings / "back.xbrl").read_text()


def test_links_of_all_types_and_groups_survive(filings: Path):
    types = "http://example.com/arcrole/see", "http://www.xbrl.org/2009/arcrole/fact-explanatoryFact"
    document = json.loads((filings / "report.json").read_bytes())
    document["documentInfo"]["linkTypes"] |= {"see": types[0], "explanatoryFact": types[1]}
    document["documentInfo"]["linkGroups"]["part"] = "http://example.com/role/part"
    document["facts"]["south"]["links"] = {"see": {"part": ["n-plain", "north"]}, "explanatoryFact": {"_": ["north"]}}
    document["facts"]["north"]["links"]["footnote"]["part"] = ["n-plain"]
    (filings / "linked.json").write_text(json.dumps(document))
    given = xbrlgen.load(filings / "linked.json").report
    assert len(given.links) == 4
    for suffix in SUFFIXES:
        converted = xbrlgen.convert(filings / "linked.json", filings / f"out{suffix}")
        assert converted.files
        assert set(codes(converted)) <= {"XG943"}, "an instance has to point to declarations that this taxonomy lacks"
        read = xbrlgen.load(filings / f"out{suffix}").report
        assert list(differences(given, read)) == []
        assert len(read.links) == len(given.links)
        if suffix != ".xbrl":  # there a note of two groups is two footnotes, as each extended link has its own
            assert set(read.links) == set(given.links)
        fewer = replace(given, links=given.links[1:])
        assert [each.code for each in differences(given, fewer)] == ["XG654"], (
            "the comparison tells when one is missing"
        )


DECLARATIONS = """
<link:roleType roleURI="http://example.com/role/part" id="part"><link:usedOn>link:footnoteLink</link:usedOn></link:roleType>
<link:arcroleType arcroleURI="http://example.com/arcrole/see" id="see" cyclesAllowed="any">
<link:usedOn>link:footnoteArc</link:usedOn></link:arcroleType>"""


def test_declared_types_and_groups_of_links_are_pointed_to(filings: Path, tmp_path: Path):
    schema = filings / kinds.SCHEMA.name
    schema.write_text(schema.read_text().replace("<xs:appinfo>", f"<xs:appinfo>{DECLARATIONS}", 1))
    document = json.loads((filings / "report.json").read_bytes())
    document["documentInfo"]["linkTypes"]["see"] = "http://example.com/arcrole/see"
    document["documentInfo"]["linkGroups"]["part"] = "http://example.com/role/part"
    document["facts"]["south"]["links"] = {"see": {"part": ["n-plain", "north"]}}
    (filings / "linked.json").write_text(json.dumps(document))
    given = xbrlgen.load(filings / "linked.json").report
    for name in ("out.xbrl", "out.xhtml", "out.xbri", "out.xbr"):
        out = tmp_path / "elsewhere" / name
        assert xbrlgen.convert(filings / "linked.json", out).findings == ()
        assert list(differences(given, xbrlgen.load(out).report)) == []
        assert arelle_referee.load(out, calculations="none").errors == []
    back = xbrlgen.convert(tmp_path / "elsewhere" / "out.xbr", tmp_path / "back.xbri")
    assert back.findings == ()
    assert arelle_referee.load(tmp_path / "back.xbri", calculations="none").errors == []


def test_a_link_from_a_note_is_lost_in_xml_only(filings: Path):
    document = json.loads((filings / "report.json").read_bytes())
    document["facts"]["n-plain"]["links"] = {"footnote": {"_": ["n-markup"]}}
    (filings / "linked.json").write_text(json.dumps(document))
    kept = xbrlgen.convert(filings / "linked.json", filings / "out.json")
    assert kept.findings == ()
    assert Link(*_usual(), "n-plain", "n-markup") in xbrlgen.load(filings / "out.json").report.links
    lost = xbrlgen.convert(filings / "linked.json", filings / "out.xbrl")
    assert codes(lost) == ["XG940"]
    assert str(lost.findings[0].locations[0]) == f"{filings}/linked.json#/facts/n-plain"
    assert not lost.files
    assert not (filings / "out.xbrl").exists()
    accepted = xbrlgen.convert(filings / "linked.json", filings / "out.xbrl", lossy=True)
    assert [str(each.severity) for each in accepted.findings] == ["warning"]
    assert list(differences(kinds.one_of_each_kind(), xbrlgen.load(filings / "out.xbrl").report)) == []


def _usual() -> tuple[str, str]:
    return "http://www.xbrl.org/2003/arcrole/fact-footnote", "http://www.xbrl.org/2003/role/link"


def test_a_report_folder_is_converted_with_its_own_taxonomy(root: Path, tmp_path: Path):
    folder = root / "examples" / "iij-1h23"
    given = xbrlgen.load(folder).report
    for name in ("iij.json", "iij.xbri"):
        converted = xbrlgen.convert(folder, tmp_path / name)
        assert [each.code for each in converted.findings if each.severity == "error"] == []
        assert list(differences(given, xbrlgen.load(tmp_path / name).report)) == []
    assert (tmp_path / "iij-taxonomy" / "iij-2023-09-30.xsd").is_file()
    (tmp_path / "iij-taxonomy" / "mine.txt").write_text("x")
    assert codes(xbrlgen.convert(folder, tmp_path / "iij.json")) == ["XG186"]
    assert (tmp_path / "iij-taxonomy" / "mine.txt").is_file()


def test_dimensions_stay_in_the_container_of_the_source(filings: Path):
    document = target_document(
        kinds.one_of_each_kind(), kinds.taxonomy(), container="segment", schema_refs=("kinds.xsd",)
    )
    mixed = replace(document, containers={kinds.name("BondAxis"): "scenario"})
    with (filings / "mixed.xbrl").open("wb") as out:
        write_xbrl_xml(mixed, out)
    assert xbrlgen.convert(filings / "mixed.xbrl", filings / "out.xbrl").findings == ()
    for name in ("mixed.xbrl", "out.xbrl"):
        contexts = xbrlgen.load(filings / name).instance.contexts.values()
        assert {each.axis.local_name for one in contexts for each in one.segment.dimensions} == {
            "SegmentsAxis",
            "YearAxis",
        }
        assert {each.axis.local_name for one in contexts for each in one.scenario.dimensions} == {"BondAxis"}


PAGE = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"
 xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"
 xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:k="http://example.com/kinds" xml:lang="en">
<head><title>x</title></head><body>{}</body></html>"""
HEADER = """<div style="display:none"><ix:header><ix:references>
<link:schemaRef xlink:type="simple" xlink:href="../kinds.xsd"/></ix:references><ix:resources>
<xbrli:context id="d"><xbrli:entity><xbrli:identifier scheme="http://e">1</xbrli:identifier></xbrli:entity><xbrli:period>
<xbrli:startDate>2023-04-01</xbrli:startDate><xbrli:endDate>2023-09-30</xbrli:endDate></xbrli:period></xbrli:context>
</ix:resources></ix:header></div>"""


def test_the_pages_of_a_document_set_become_one_report(filings: Path):
    folder = filings / "set"
    folder.mkdir()
    first = '<p><ix:nonNumeric id="a" name="k:Name" contextRef="d" continuedAt="c">one</ix:nonNumeric></p>'
    second = '<p><ix:continuation id="c"> text</ix:continuation>'
    second += '<ix:nonNumeric id="b" name="k:Code" contextRef="d">two</ix:nonNumeric></p>'
    (folder / "1.xhtml").write_text(PAGE.format(HEADER + first))
    (folder / "2.xhtml").write_text(PAGE.format(second))
    for name in ("out.json", "out.xhtml", "out.xbri", "out.xbrl"):
        assert xbrlgen.convert(folder, filings / name).findings == ()
        facts = xbrlgen.load(filings / name).report.facts
        assert sorted((each.id, each.value) for each in facts) == [("a", "one text"), ("b", "two")]
    with zipfile.ZipFile(filings / "set.xbri", "w") as package:
        kind = '{"documentInfo": {"documentType": "https://xbrl.org/report-package/2023/xbri"}}'
        package.writestr("set/META-INF/reportPackage.json", kind)
        for path in sorted(folder.iterdir()):
            package.writestr(f"set/reports/both/{path.name}", path.read_text().replace("../", "../../"))
        for path in filings.glob("kinds*"):
            package.write(path, f"set/{path.name}")
    converted = xbrlgen.convert(filings / "set.xbri", filings / "one.xbri")
    assert [each.code for each in converted.findings if each.severity == "error"] == []
    assert {each.id for each in xbrlgen.load(filings / "one.xbri").report.facts} == {"a", "b"}


def test_a_zip_says_what_it_is(filings: Path):
    xbrlgen.convert(filings / "report.xbrl", filings / "out.xbr")
    with zipfile.ZipFile(filings / "out.xbr") as package:
        names = package.namelist()
        declared = json.loads(package.read("out/META-INF/reportPackage.json"))
    assert declared == {"documentInfo": {"documentType": "https://xbrl.org/report-package/2023/xbr"}}
    assert "out/reports/out.xbrl" in names
    assert "out/META-INF/taxonomyPackage.xml" in names
