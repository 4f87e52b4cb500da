"""What keeps a report from being converted is found before anything is written, with its place."""

import json
import os
from pathlib import Path

import kinds
import pytest

import xbrlgen
from xbrlgen.findings import Severity

CONTEXT = '<k:Name contextRef="{}">x</k:Name>'


def told(converted) -> list[tuple[str, str]]:
    return [(each.code, str(each.severity)) for each in converted.findings]


@pytest.mark.parametrize(
    ("name", "syntax", "code"),
    [
        ("out.pdf", "", "XG930"),
        ("out.xbrl", "json", "XG931"),
        ("out.xbri", "xml", "XG931"),
        ("out.xbr", "inline", "XG931"),
        ("folder", "json", "XG931"),
    ],
)
def test_a_name_that_says_no_syntax_or_another_one(filings: Path, name: str, syntax: str, code: str):
    converted = xbrlgen.convert(filings / "report.xbrl", filings / name, syntax=syntax)
    assert told(converted) == [(code, "error")]
    assert str(converted.findings[0].locations[0]) == str(filings / name)
    assert not (filings / name).exists()


def test_a_failed_conversion_leaves_the_old_file_whole(filings: Path):
    out = filings / "out.json"
    out.write_text("old")
    _edit(filings / "report.xbrl", ">1.10<", ">one<")
    converted = xbrlgen.convert(filings / "report.xbrl", out)
    assert ("XG161", "error") in told(converted)
    assert out.read_text() == "old"
    assert converted.files == ()
    lossy = xbrlgen.convert(filings / "report.xbrl", out, lossy=True)
    assert ("XG161", "warning") in told(lossy)
    facts, rest = json.loads(out.read_bytes())["facts"], len(kinds.one_of_each_kind().facts) - 1
    assert len(facts) == rest + 1, "all other facts, and the note that has another fact"


BEYOND_REPORTS = [
    ("</xbrli:xbrl>", '<k:Manager><k:Name contextRef="{c}">x</k:Name></k:Manager></xbrli:xbrl>', "XG160"),
    ("</xbrli:xbrl>", '<k:Fraction contextRef="{c}" unitRef="pure"><xbrli:numerator>1</xbrli:numerator><xbrli:denominator>3</xbrli:denominator></k:Fraction></xbrli:xbrl>', "XG160"),
    ("<xbrli:scenario>", "<xbrli:scenario><k:own>1</k:own>", "XG830"),
    ("<k:bond>", "<k:bond><k:deep/>", "XG830"),
]  # fmt: skip


@pytest.mark.parametrize("suffix", [".json", ".xhtml"])
@pytest.mark.parametrize(
    ("old", "new", "code"),
    BEYOND_REPORTS,
    ids=["tuple", "fraction", "segment content", "complex member"],
)  # fmt: skip
def test_what_no_report_holds_is_an_error_unless_it_is_accepted(filings: Path, suffix, old, new, code):
    source = filings / "report.xbrl"
    context = next(iter(xbrlgen.load(source).instance.contexts))
    _edit(source, old, new.format(c=context))
    refused = xbrlgen.convert(source, filings / f"out{suffix}")
    assert (code, "error") in told(refused)
    assert not (filings / f"out{suffix}").exists()
    accepted = xbrlgen.convert(source, filings / f"out{suffix}", lossy=True)
    assert (code, "warning") in told(accepted)
    assert "error" not in {severity for _, severity in told(accepted)}
    assert (filings / f"out{suffix}").exists()


@pytest.mark.parametrize(("old", "new", "code"), BEYOND_REPORTS)
def test_an_instance_takes_over_all_of_another(filings: Path, old: str, new: str, code: str):
    source, out = filings / "report.xbrl", filings / "out.xbrl"
    context = next(iter(xbrlgen.load(source).instance.contexts))
    _edit(source, old, new.format(c=context))
    converted = xbrlgen.convert(source, out)
    assert (told(converted), converted.files) == ([], (out,))
    first, second = xbrlgen.load(source), xbrlgen.load(out)
    assert code in {each.code for each in second.findings}
    assert first.instance.unreported == second.instance.unreported
    assert first.instance.count == second.instance.count
    assert set(first.report.facts) == set(second.report.facts)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("link:schemaRef ", 'link:schemaRef xml:base="./" ', "XG167"),
        ("<xbrli:instant>2023-09-30<", "<xbrli:instant>2023-09-30Z<", "XG168"),
        ('xlink:role="http://www.xbrl.org/2003/role/footnote"', 'xlink:role="http://example.com/role"', "XG164"),
    ],
    ids=["base", "time zone", "role of a footnote"],
)
def test_what_is_left_aside_without_losing_facts_is_a_warning(filings: Path, old: str, new: str, code: str):
    _edit(filings / "report.xbrl", old, new)
    converted = xbrlgen.convert(filings / "report.xbrl", filings / "out.json")
    assert {code for code, _ in told(converted)} == {code}
    assert converted.files


def test_a_fault_that_costs_no_fact_is_a_warning(filings: Path):
    _edit(filings / "report.xbrl", "</xbrli:xbrl>", "<xbrli:measure>x</xbrli:measure></xbrli:xbrl>")
    converted = xbrlgen.convert(filings / "report.xbrl", filings / "out.xhtml")
    assert told(converted) == [("XG165", "warning")]
    _edit(filings / "report.xbrl", "<xbrli:instant>2023-09-30<", "<xbrli:instant>30.9.2023<")
    refused = xbrlgen.convert(filings / "report.xbrl", filings / "out.xhtml")
    assert {("XG165", "error"), ("XG156", "error")} <= set(told(refused))


def test_what_cannot_be_read_at_all_is_no_loss_to_accept(filings: Path):
    (filings / "report.xbrl").write_text("<xbrl")
    converted = xbrlgen.convert(filings / "report.xbrl", filings / "out.json", lossy=True)
    assert (told(converted), converted.files) == ([("XG150", "error")], ())


@pytest.mark.parametrize(("old", "new"), [(">false<", ">yes<"), (">4803<", ">4803.5<")], ids=["boolean", "integer"])
def test_values_that_a_type_forbids_are_carried_as_they_are(filings: Path, old: str, new: str):
    _edit(filings / "report.xbrl", old, new)
    for suffix in (".json", ".xhtml", ".xbrl"):
        converted = xbrlgen.convert(filings / "report.xbrl", filings / f"out{suffix}")
        assert told(converted) == []
        given, read = (xbrlgen.load(filings / name).report for name in ("report.xbrl", f"out{suffix}"))
        assert {(each.key, each.value) for each in given.facts} == {(each.key, each.value) for each in read.facts}


def test_linkbases_that_an_instance_refers_to_stay_in_xml(filings: Path):
    reference = '<link:linkbaseRef xlink:type="simple" xlink:href="kinds-definition.xml" xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>'
    _edit(filings / "report.xbrl", 'xlink:href="kinds.xsd"/>', f'xlink:href="kinds.xsd"/>{reference}')
    for name in ("deep/out.xbrl", "deep/out.xhtml", "out.xbri"):
        assert told(xbrlgen.convert(filings / "report.xbrl", filings / name)) == []
    assert 'xlink:href="../kinds-definition.xml"' in (filings / "deep/out.xhtml").read_text()
    back = xbrlgen.convert(filings / "deep/out.xhtml", filings / "back.xbrl")
    assert told(back) == []
    assert (filings / "back.xbrl").read_text().count("link:linkbaseRef ") == 1
    assert told(xbrlgen.convert(filings / "report.xbrl", filings / "out.json")) == [("XG167", "warning")]


def test_an_entity_without_a_uri_has_no_prefix(filings: Path):
    _edit(filings / "report.xbrl", kinds.ENTITY.scheme, "CIK")
    assert told(xbrlgen.convert(filings / "report.xbrl", filings / "out.json")) == [("XG941", "error")]
    assert told(xbrlgen.convert(filings / "report.xbrl", filings / "out.xhtml")) == []
    accepted = xbrlgen.convert(filings / "report.xbrl", filings / "out.json", lossy=True)
    assert (told(accepted), accepted.facts) == ([("XG941", "warning")], 0)
    assert accepted.files


def test_a_character_that_xml_cannot_hold_stays_in_json(filings: Path):
    _edit(filings / "report.json", "Research", "Rese\\u0001rch")
    assert ("XG501", "error") in told(xbrlgen.convert(filings / "report.json", filings / "out.xbrl"))
    assert told(xbrlgen.convert(filings / "report.json", filings / "out2.json")) == []
    accepted = xbrlgen.convert(filings / "report.json", filings / "out.xbrl", lossy=True)
    assert told(accepted) == [("XG501", "warning")]
    assert (
        accepted.facts
        == len(xbrlgen.load(filings / "out.xbrl").report.facts)
        == len(kinds.one_of_each_kind().facts) - 1
    )


def test_without_a_taxonomy_facts_are_converted_as_they_are_written(filings: Path):
    (filings / "kinds.xsd").unlink()
    source = filings / "report.json"
    document = json.loads(source.read_bytes())
    typed = [
        name for name, each in document["facts"].items() if {"k:BondAxis", "k:YearAxis"} & each["dimensions"].keys()
    ]
    for name in typed:
        del document["facts"][name]
    source.write_text(json.dumps(document))
    for suffix in (".xbrl", ".xhtml", ".json"):
        converted = xbrlgen.convert(source, filings / f"out{suffix}")
        assert told(converted) == [("XG934", "warning")]
        assert converted.files
    assert len(xbrlgen.load(filings / "out.xhtml").report.facts) == converted.facts


def test_typed_members_need_their_taxonomy_in_json_only(filings: Path):
    (filings / "kinds.xsd").unlink()
    assert told(xbrlgen.convert(filings / "report.xbrl", filings / "out.xhtml")) == [("XG934", "warning")]
    given, page = (xbrlgen.load(filings / name).report for name in ("report.xbrl", "out.xhtml"))
    assert {each.key for each in given.facts} == {each.key for each in page.facts}
    refused = xbrlgen.convert(filings / "report.json", filings / "out.xbrl")
    assert sorted(told(refused)) == [("XG503", "error"), ("XG503", "error"), ("XG934", "warning")]
    accepted = xbrlgen.convert(filings / "report.json", filings / "out.xbrl", lossy=True)
    assert accepted.facts == len(given.facts) - 3


def test_a_report_that_refers_to_no_taxonomy(filings: Path):
    _edit(filings / "report.xbrl", "<link:schemaRef", "<!-- <link:schemaRef")
    _edit(filings / "report.xbrl", 'kinds.xsd"/>', 'kinds.xsd"/> -->')
    for suffix in (".json", ".xbrl"):
        converted = xbrlgen.convert(filings / "report.xbrl", filings / f"out{suffix}")
        assert sorted(told(converted)) == [("XG166", "warning"), ("XG934", "warning")]
        assert converted.files
    refused = xbrlgen.convert(filings / "report.xbrl", filings / "out.xhtml")
    assert ("XG613", "error") in told(refused), "no page does without a reference"


def test_an_exact_number_without_type_is_told_of(filings: Path):
    (filings / "kinds.xsd").unlink()
    text = (filings / "report.xbrl").read_text()
    start, end = text.index("  <xbrli:context"), text.index("</xbrli:xbrl>")
    fact = '<k:Ratio id="r" contextRef="c" unitRef="u" decimals="INF">0.50</k:Ratio>'
    body = (
        '<xbrli:context id="c"><xbrli:entity><xbrli:identifier scheme="http://e">1</xbrli:identifier></xbrli:entity>'
        "<xbrli:period><xbrli:instant>2023-09-30</xbrli:instant></xbrli:period></xbrli:context>"
        '<xbrli:unit id="u"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>'
    )
    (filings / "one.xbrl").write_text(text[:start] + body + fact + text[end:])
    converted = xbrlgen.convert(filings / "one.xbrl", filings / "tables")
    assert [code for code, _ in told(converted)] == ["XG934", "XG942"]
    assert converted.files
    for suffix in (".json", ".xhtml"):
        exact = xbrlgen.convert(filings / "one.xbrl", filings / f"one{suffix}")
        assert [code for code, _ in told(exact)] == ["XG934"]
        assert xbrlgen.load(filings / f"one{suffix}").report.facts[0].is_numeric
    document = json.loads((filings / "one.json").read_bytes())
    assert document["facts"]["r"]["xbrlgen:number"] is True
    assert document["documentInfo"]["namespaces"]["xbrlgen"] == "urn:xbrlgen"


def test_a_link_of_a_type_that_nobody_declares(filings: Path):
    _edit(filings / "report.json", "http://www.xbrl.org/2003/arcrole/fact-footnote", "http://example.com/own")
    _edit(filings / "report.json", '"footnote"', '"own"')
    assert told(xbrlgen.convert(filings / "report.json", filings / "out.xbrl")) == [("XG943", "warning")]
    assert told(xbrlgen.convert(filings / "report.json", filings / "out.json")) == []


def test_the_report_of_another_target_is_no_part_of_this_one(filings: Path):
    page = filings / "report.xhtml"
    assert xbrlgen.convert(filings / "report.xbrl", page).files
    name = "<ix:nonNumeric id="
    _edit(page, name, '<ix:nonNumeric target="second" id=', times=1)
    _edit(page, "</ix:references>", '</ix:references><ix:references target="second">'
          '<link:schemaRef xlink:type="simple" xlink:href="kinds.xsd"/></ix:references>')  # fmt: skip
    assert ("XG944", "error") in told(xbrlgen.convert(page, filings / "out.json"))
    accepted = xbrlgen.convert(page, filings / "out.json", lossy=True)
    assert ("XG944", "warning") in told(accepted)
    assert accepted.facts == len(kinds.one_of_each_kind().facts) - 1
    default = xbrlgen.convert(page, filings / "out.json", target="")
    assert (told(default), default.facts) == ([], accepted.facts)


@pytest.mark.parametrize("out", ["out.json", "out.xbrl", "out.xbri"])
def test_any_target_document_can_be_chosen(filings: Path, out: str):
    page = filings / "report.xhtml"
    assert xbrlgen.convert(filings / "report.xbrl", page).files
    _edit(page, "<ix:nonNumeric id=", '<ix:nonNumeric target="second" id=', times=1)
    _edit(page, "</ix:references>", '</ix:references><ix:references target="second">'
          '<link:schemaRef xlink:type="simple" xlink:href="kinds.xsd"/></ix:references>')  # fmt: skip
    (problem,) = xbrlgen.convert(page, filings / out).findings
    assert "the default one, which is converted, and 'second', which is left out" in problem.message
    chosen = xbrlgen.convert(page, filings / out, target="second")
    assert (told(chosen), chosen.facts) == ([], 1)
    assert len(xbrlgen.load(filings / out).report.facts) == 1
    (unknown,) = xbrlgen.convert(page, filings / out, target="third").findings
    assert (unknown.code, unknown.message) == (
        "XG980",
        "there is no target document 'third', but the default one and 'second'",
    )


def test_a_taxonomy_in_a_package_that_no_url_leads_to(filings: Path, tmp_path: Path):
    import zipfile

    page = filings / "p.xhtml"
    xbrlgen.convert(filings / "report.xbrl", page)
    _edit(page, 'xlink:href="kinds.xsd"', 'xlink:href="../kinds.xsd"')
    with zipfile.ZipFile(tmp_path / "own.zip", "w") as package:
        package.write(page, "own/reports/p.xhtml")
        for path in filings.glob("kinds*"):
            package.write(path, f"own/{path.name}")
    refused = xbrlgen.convert(tmp_path / "own.zip", tmp_path / "out.json")
    assert ("XG932", "error") in told(refused)
    assert not (tmp_path / "out.json").exists()
    packed = xbrlgen.convert(tmp_path / "own.zip", tmp_path / "packed.xbri")
    assert [code for code, severity in told(packed) if severity == "error"] == []
    assert len(xbrlgen.load(tmp_path / "packed.xbri").report.facts) == packed.facts


def test_metadata_of_tables_replace_nothing_else(filings: Path):
    refused = xbrlgen.convert(filings / "report.xbrl", filings / "report.csv")
    assert told(refused) == [("XG935", "error")]
    assert json.loads((filings / "report.json").read_bytes())["documentInfo"]["documentType"].endswith("json")
    for _ in range(2):
        written = xbrlgen.convert(filings / "report.xbrl", filings / "tables.csv")
        assert told(written) == []
        assert sorted(each.name for each in written.files)[:2] == ["tables-facts.csv", "tables-footnotes.csv"]


def test_a_taxonomy_that_stays_behind_is_told_of(filings: Path, tmp_path: Path):
    xbrlgen.convert(filings / "report.xbrl", filings / "packed.xbri")
    converted = xbrlgen.convert(filings / "packed.xbri", tmp_path / "out.json")
    assert told(converted) == [("XG933", "info")]
    assert converted.files
    read = xbrlgen.load(tmp_path / "out.json", packages=[filings / "packed.xbri"])
    assert [each.code for each in read.findings if each.severity is Severity.ERROR] == []


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to the superuser")
def test_a_folder_that_cannot_be_written(filings: Path):
    (filings / "closed").mkdir(mode=0o500)
    assert told(xbrlgen.convert(filings / "report.xbrl", filings / "closed" / "out.json")) == [("XG184", "error")]


def test_a_file_where_a_folder_should_be_cannot_be_written_to(filings: Path):
    assert told(xbrlgen.convert(filings / "report.xbrl", filings / "report.json" / "out.json")) == [("XG184", "error")]


def _edit(path: Path, old: str, new: str, times: int = -1) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new, times).encode())
