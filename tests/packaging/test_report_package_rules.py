"""The rules of Report Package 1.0, each broken alone; the codes are the specification's, and Arelle's verdict stands by.

The cases follow what the published conformance suite tests, as its numbers say.
"""

import builtins
from pathlib import Path

import pytest
from package_builder import DECLARATION, JSON, TAXONOMY, XBRL, XHTML, declaration, packed, reports

from xbrlgen.packaging.checking import check_package

INLINE = reports("a.xhtml")
FUTURE = "META-INF/reportPackage.json"
UTF7 = b"+AHsAIgBkAG8AYwB1AG0AZQBuAHQASQBuAGYAbwAiADo {}+AH0-"


def _with(content: bytes, name: str = DECLARATION) -> dict[str, bytes]:
    return INLINE | {name: content}


def _json_report(content: bytes) -> dict[str, bytes]:
    return reports(kind="/xbr") | {"ex/reports/r.json": content}


WRONG_JSON = {
    "no JSON": b"{",
    "keys twice": b'{"documentInfo": {"documentType": "a", "documentType": "b"}}',
    "UTF-16": declaration().decode().encode("utf-16"),
    "UTF-32": declaration().decode().encode("utf-32"),
    "UTF-7": UTF7,
    "no number": b'{"documentInfo": NaN}',
    "deep": b"[" * 100_000,
}
WRONG_STRUCTURE = {
    "a number": b'{"documentInfo": {"documentType": 7}}',
    "no type": b'{"documentInfo": {}}',
    "no object": b'{"documentInfo": "x"}',
    "no info": b"{}",
    "an array": b"[]",
    "null": b"null",
}

CASES: dict[str, tuple[str, dict[str, bytes], list[str]]] = {
    **{f"10x declaration: {name}": ("p.xbri", _with(text), ["rpe:invalidJSON"]) for name, text in WRONG_JSON.items()},
    **{
        f"10x declaration: {name}": ("p.xbri", _with(text), ["rpe:invalidJSONStructure"])
        for name, text in WRONG_STRUCTURE.items()
    },
    "109 byte order mark": ("p.xbri", _with(b"\xef\xbb\xbf" + declaration()), []),
    "200 unknown version": ("p.xbri", _with(declaration("/xbrq")), ["rpe:unsupportedReportPackageVersion"]),
    "201 xbr without declaration": (
        "p.xbr",
        reports("a.xbrl", kind=None),
        ["rpe:documentTypeFileExtensionMismatch"],
    ),
    "202 xbri without declaration": (
        "p.xbri",
        reports("a.xhtml", kind=None),
        ["rpe:documentTypeFileExtensionMismatch"],
    ),
    "203 xbri type in xbr": ("p.xbr", reports("a.xbrl"), ["rpe:documentTypeFileExtensionMismatch"]),
    "204 xbr type in xbri": ("p.xbri", reports("a.xhtml", kind="/xbr"), ["rpe:documentTypeFileExtensionMismatch"]),
    "205 open type in xbri": ("p.xbri", reports("a.xhtml", kind=""), ["rpe:documentTypeFileExtensionMismatch"]),
    "206 xbri type in zip": ("p.zip", INLINE, ["rpe:documentTypeFileExtensionMismatch"]),
    "208 neither declaration nor reports": (
        "p.xbri",
        dict(TAXONOMY),
        ["rpe:documentTypeFileExtensionMismatch"],
    ),
    "211 unknown extension": ("p.xbrx", INLINE, ["rpe:unsupportedFileExtension"]),
    "300 xhtml": ("p.xbri", INLINE | TAXONOMY, []),
    "301 document set": ("p.xbri", reports("set/a.xhtml", "set/b.html"), []),
    "302 html": ("p.xbri", reports("a.html"), []),
    "303 htm": ("p.xbri", reports("a.htm"), []),
    "305 directory called .json": ("p.xbri", reports("tricky.json/a.xhtml"), []),
    "306 directory called .xbrl": ("p.xbri", reports("tricky.xbrl/a.xhtml"), []),
    "upper-case extension of the package": ("p.XBRI", INLINE, []),
    "400 no reports directory": ("p.xbri", reports(), ["rpe:missingReportsDirectory"]),
    "401 text only": ("p.xbri", reports("a.txt"), ["rpe:missingReport"]),
    "402 too deep": ("p.xbri", reports("a/b/c.xhtml"), ["rpe:missingReport"]),
    "extensions of reports are lower case": ("p.xbri", reports("a.XHTML"), ["rpe:missingReport"]),
    "403 two reports": ("p.xbri", reports("a.xhtml", "b.xhtml"), ["rpe:multipleReports"]),
    "two directories with a report each": ("p.xbri", reports("a/a.xhtml", "b/b.xhtml"), ["rpe:multipleReports"]),
    "404 JSON report": ("p.xbri", reports("a.json"), ["rpe:incorrectReportType"]),
    "405 XML report": ("p.xbri", reports("a.xbrl"), ["rpe:incorrectReportType"]),
    "406 two in a directory": (
        "p.xbri",
        reports("s/a.xhtml", "s/a.json"),
        ["rpe:multipleReportsInSubdirectory"],
    ),
    "502 xBRL-JSON": ("p.xbr", reports("a.json", kind="/xbr"), []),
    "504 xBRL-XML": ("p.xbr", reports("a.xbrl", kind="/xbr"), []),
    "505 in a directory": ("p.xbr", reports("s/a.xbrl", kind="/xbr"), []),
    "506 other files beside it": ("p.xbr", reports("a.json", "b.txt", "c.xml", kind="/xbr"), []),
    "507 byte order mark in the report": ("p.xbr", _json_report(b"\xef\xbb\xbf" + JSON), []),
    "509 directory called .xhtml": ("p.xbr", reports("tricky.xhtml/a.json", kind="/xbr"), []),
    "600 xbr, no reports directory": ("p.xbr", reports(kind="/xbr"), ["rpe:missingReportsDirectory"]),
    "601 xbr, text only": ("p.xbr", reports("a.txt", kind="/xbr"), ["rpe:missingReport"]),
    **{f"60x report: {name}": ("p.xbr", _json_report(text), ["rpe:invalidJSON"]) for name, text in WRONG_JSON.items()},
    **{
        f"60x report: {name}": ("p.xbr", _json_report(text), ["rpe:invalidJSONStructure"])
        for name, text in WRONG_STRUCTURE.items()
    },
    "612 xbr, two reports": ("p.xbr", reports("a.json", "b.xbrl", kind="/xbr"), ["rpe:multipleReports"]),
    "613 xbr, too deep": ("p.xbr", reports("a/b/c.json", "a/b/d.xbrl", kind="/xbr"), ["rpe:missingReport"]),
    "614 xbr, xhtml": ("p.xbr", reports("a.xhtml", kind="/xbr"), ["rpe:incorrectReportType"]),
    "617 xbr, two in a directory": (
        "p.xbr",
        reports("s/a.json", "s/a.xbrl", kind="/xbr"),
        ["rpe:multipleReportsInSubdirectory"],
    ),
    "700 zip, many": ("p.zip", reports("a.xhtml", "b.json", "c.xbrl", "d.xhtml", kind=""), []),
    "701 zip without declaration": ("p.zip", reports("a.xhtml", kind=None), []),
    "800 zip, no reports directory": ("p.zip", reports(kind=""), ["rpe:missingReportsDirectory"]),
    "801 zip, text only": ("p.zip", reports("a.txt", kind=""), ["rpe:missingReport"]),
    "802 zip, too deep": ("p.zip", reports("a/b/c.json", kind=""), ["rpe:missingReport"]),
    "an empty reports directory makes it one": ("p.zip", {"ex/reports/": b""}, ["rpe:missingReport"]),
    "803 zip, two in a directory": (
        "p.zip",
        reports("s/a.json", "s/a.xbrl", kind=""),
        ["rpe:multipleReportsInSubdirectory"],
    ),
    "804 ZIP in capitals": (
        "p.ZIP",
        reports("s/a.json", "s/a.xbrl", kind=""),
        ["rpe:multipleReportsInSubdirectory"],
    ),
    **{
        f"90x future {extension}": (
            f"p.{extension}",
            {FUTURE: declaration("-future")},
            ["rpe:unsupportedReportPackageVersion"],
        )
        for extension in ("zip", "xbri", "xbr")
    },
    "903 future extension": ("p.xbrx", {FUTURE: declaration("-future")}, ["rpe:unsupportedFileExtension"]),
    **{f"90x future: {name}": ("p.zip", {FUTURE: text}, ["rpe:invalidJSON"]) for name, text in WRONG_JSON.items()},
    **{
        f"9xx future: {name}": ("p.zip", {FUTURE: text}, ["rpe:invalidJSONStructure"])
        for name, text in WRONG_STRUCTURE.items()
    },
    "003 two directories at the top": (
        "p.xbri",
        INLINE | {"other/a.txt": b""},
        ["rpe:invalidDirectoryStructure"],
    ),
    "004 empty": ("p.xbri", {}, ["rpe:invalidDirectoryStructure"]),
    "files in no directory": ("p.xbri", INLINE | {"a.txt": b""}, ["rpe:invalidDirectoryStructure"]),
}

CODES = {
    "rpe:invalidDirectoryStructure": "XG709",
    "rpe:invalidJSON": "XG710",
    "rpe:invalidJSONStructure": "XG711",
    "rpe:unsupportedReportPackageVersion": "XG712",
    "rpe:unsupportedFileExtension": "XG713",
    "rpe:documentTypeFileExtensionMismatch": "XG714",
    "rpe:missingReportsDirectory": "XG715",
    "rpe:missingReport": "XG716",
    "rpe:multipleReports": "XG717",
    "rpe:multipleReportsInSubdirectory": "XG718",
    "rpe:incorrectReportType": "XG719",
}

OTHER_THAN_ARELLE = {
    "an empty reports directory makes it one": "section 3.4: the directory itself makes a zip file a report package; "
    "Arelle asks for reports in it only where it has a declaration",
    "files in no directory": "section 3: all files lie within the directory at the top; Arelle asks taxonomy packages only",
    "10x declaration: an array": "/documentInfo/documentType resolves to nothing; Arelle fails on a root that is no object",
    "9xx future: an array": "as above",
    "60x report: an array": "as above",
    "10x declaration: null": "null is JSON (RFC 8259), and has no /documentInfo/documentType; Arelle takes it for no JSON",
    "9xx future: null": "as above",
    "60x report: null": "as above",
    "10x declaration: no number": "NaN is no JSON (RFC 8259 section 6); Arelle takes it for a number",
    "90x future: no number": "as above",
    "60x report: no number": "as above",
    "10x declaration: deep": "too deep for any reader; Arelle fails",
    "90x future: deep": "as above",
    "60x report: deep": "as above",
}
"""Where Arelle 2.47 says otherwise, and what decides."""


@pytest.mark.parametrize("case", CASES)
def test_each_rule_has_its_code(case: str, tmp_path: Path):
    name, files, expected = CASES[case]
    found = check_package(packed(tmp_path / name, files)).findings
    assert [each.standard for each in found] == expected
    assert [each.code for each in found] == [CODES[each] for each in expected]
    assert all(each.severity == "error" for each in found)
    assert all(each.locations[0].path.startswith(str(tmp_path / name)) for each in found)


@pytest.fixture
def arelle_codes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What Arelle's own check of report packages says of a case."""
    from arelle.FileSource import openFileSource
    from arelle.packages.report.ReportPackageValidator import ReportPackageValidator

    monkeypatch.setattr(builtins, "_", str, raising=False)  # what its translations are looked up with

    def codes(case: str) -> list[str]:
        name, files, _ = CASES[case]
        source = openFileSource(str(packed(tmp_path / name, files)))
        source.open()
        return [each.codes for each in ReportPackageValidator(source).validate()]

    return codes


@pytest.mark.arelle
@pytest.mark.parametrize("case", [each for each in CASES if each not in OTHER_THAN_ARELLE])
def test_arelle_gives_the_same_code(case: str, arelle_codes):
    assert arelle_codes(case) == CASES[case][2]


@pytest.mark.arelle
@pytest.mark.parametrize("case", OTHER_THAN_ARELLE)
def test_arelle_says_otherwise_where_the_list_says_so(case: str, arelle_codes):
    try:
        said = arelle_codes(case)
    except (RecursionError, AttributeError):
        return
    assert said != CASES[case][2]


def test_reports_below_are_left_aside_where_one_lies_above(tmp_path: Path):
    """Section 5.2; Arelle counts both."""
    path = packed(tmp_path / "p.xbri", reports("a.xhtml", "old/b.xhtml", "mixed/c.json", "mixed/d.xbrl"))
    package = check_package(path)
    assert package.findings == ()
    assert [[file.name for file in each.files] for each in package.reports] == [["ex/reports/a.xhtml"]]


def test_the_files_of_a_document_set_are_one_report(tmp_path: Path):
    files = reports("b/2.xhtml", "b/1.htm", "b/style.css", "a/r.html", kind="")
    package = check_package(packed(tmp_path / "p.zip", files))
    assert [[file.name for file in each.files] for each in package.reports] == [
        ["ex/reports/a/r.html"],
        ["ex/reports/b/1.htm", "ex/reports/b/2.xhtml"],
    ]
    assert all(each.is_inline for each in package.reports)
    assert package.reports[0].files[0].read_bytes() == XHTML


def test_what_is_wrong_is_told_together(tmp_path: Path):
    files = reports("a.xbrl", "b.xhtml") | {"ex/META-INF/taxonomyPackage.xml": b"<x"}
    found = check_package(packed(tmp_path / "p.xbri", files)).findings
    assert {each.standard for each in found} == {
        "rpe:multipleReports",
        "rpe:incorrectReportType",
        "tpe:invalidMetaDataFile",
    }


def test_a_catalog_alone_is_no_taxonomy_package(tmp_path: Path):
    files = INLINE | {name: content for name, content in TAXONOMY.items() if "taxonomyPackage" not in name}
    (found,) = check_package(packed(tmp_path / "p.xbri", files)).findings
    assert (found.code, found.severity, found.locations[0].path) == (
        "XG740",
        "warning",
        str(tmp_path / "p.xbri" / "ex/META-INF/catalog.xml"),
    )


def test_a_package_with_one_report_of_each_syntax_reads_each(tmp_path: Path):
    package = check_package(packed(tmp_path / "p.zip", reports("a.xbrl", "b.json", "c.xhtml", kind="")))
    assert [each.is_inline for each in package.reports] == [False, False, True]
    assert package.reports[0].files[0].read_bytes() == XBRL
