"""The summary page as bytes: complete, safe, the same each time, and true to the report."""

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from cpu_time import within
from lxml import etree
from summary_report import make, name, page

from xbrlgen.model import Fact, FactKey, Footnote, Report
from xbrlgen.resources import bundled

H = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def made():
    return make()


@pytest.fixture(scope="module")
def written(made) -> bytes:
    return page(*made)


@pytest.fixture(scope="module")
def tree(written):
    return etree.fromstring(written)


@pytest.fixture(scope="module")
def details(tree):
    return json.loads(tree.xpath("//*[@id='details']")[0].text)


def decoded(details) -> list[dict[str, object]]:
    """The facts with all that they name by number, as the script has them."""
    facts = []
    for id_, concept, situation, kind, value, source, *rest in details["facts"]:
        period, *dimensions = details["situations"][situation]
        before, more = rest[0] if rest else 0, rest[1] if len(rest) > 1 else {}
        fact = {"id": id_, "value": value, "source": source, "before": before, "concept": details["concepts"][concept]}
        fact |= {
            "period": details["periods"][period],
            "dimensions": [details["dimensions"][each] for each in dimensions],
        }
        facts.append({**fact, **details["kinds"][kind], **more})
    return facts


@pytest.fixture(scope="module")
def facts(details):
    return {fact["id"]: fact for fact in decoded(details)}


def texts(tree, path: str) -> list[str]:
    found = tree.xpath(path, namespaces={"h": H[1:-1]})
    return [" ".join("".join(node.itertext()).split()) for node in found]


def row(tree, label: str) -> list[str]:
    return texts(tree, f"//h:tr[h:th='{label}']/h:td[not(@class='change')]")


def test_the_page_reads_the_same_as_html_and_as_xml(written, tree):
    assert written.startswith(b"<!DOCTYPE html>\n<html ")
    assert tree.tag == f"{H}html"
    # an element without content has an end tag, unless HTML has none for it
    assert set(re.findall(rb"<(\w+)[^<>]*/>", written)) <= {
        b"meta",
        b"link",
        b"input",
        b"br",
        b"hr",
        b"img",
        b"path",
        b"circle",
        b"rect",
    }
    assert not re.search(rb"<(meta|link|input|br|hr|img)\b[^<>]*[^/]>", written)


def test_footnotes_stand_below_what_their_marks_stand_beside(made):
    report, findings, places = made
    notes = (
        Footnote("both", "en", "Of 5 < 6 & <more>.", ("f5", "f6")),
        Footnote("one", "de", "<p>Eine <b>einzige</b>.</p>", ("f6",)),
        Footnote("text", "en", "On the text.", ("f2",)),
    )
    tree = etree.fromstring(page(replace(report, footnotes=notes), findings, places))
    assert texts(tree, "//h:th[@scope='row'][h:sup]") == ["Revenue footnote 1"]
    assert texts(tree, "//h:td[h:sup]") == ["128,198 footnote 2"]
    assert texts(tree, "//h:div[@id='table-0']//h:div[@class='footnote']") == [
        "1 Of 5 < 6 & <more>.",
        "2 Eine einzige.",
    ]
    assert texts(tree, "//h:div[@id='table-1']//h:div[@class='footnote']") == []
    assert texts(tree, "//h:div[@class='prose']//h:div[@class='footnote']") == ["3 On the text."]
    told = decoded(json.loads(tree.xpath("//*[@id='details']")[0].text))
    assert [fact["footnotes"] for fact in told if "footnotes" in fact] == [
        ["On the text."],
        ["Of 5 < 6 & <more>."],
        ["Of 5 < 6 & <more>.", "Eine einzige."],
    ]


def test_the_cover_names_the_entity(made):
    report, findings, places = made
    unnamed = replace(
        report, facts=tuple(fact for fact in report.facts if not fact.concept.local_name.startswith("Name"))
    )

    def cover(of: Report) -> list[str]:
        return texts(etree.fromstring(page(of, findings, places)), "//h:p[@class='cover-entity']")

    assert cover(report) == ["Example & Sons"]
    assert cover(replace(unnamed, entity_name="Example & Söhne")) == ["Example & Söhne"]
    assert cover(unnamed) == ["4711"]


def test_scripts_and_styles_hold_nothing_that_html_and_xml_read_differently():
    for path in (bundled("templates") / "summary").rglob("*.*s"):
        assert not re.search(r"[<&]|\]\]>", path.read_text(encoding="utf-8")), path


def test_the_policy_lets_nothing_in_but_the_own_style_and_scripts(tree):
    policy = tree.xpath("//*[@http-equiv='Content-Security-Policy']/@content")[0]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["img-src"] == "data:"

    def hashes(elements) -> set[str]:
        return {
            f"'sha256-{base64.b64encode(hashlib.sha256(each.text.encode()).digest()).decode()}'" for each in elements
        }

    assert set(rules["style-src"].split()) == hashes(tree.iter(f"{H}style"))
    assert set(rules["script-src"].split()) == hashes(each for each in tree.iter(f"{H}script") if not each.get("type"))


def test_nothing_runs_inline_and_nothing_is_fetched(tree):
    for node in tree.iter(etree.Element):
        assert not [key for key in node.attrib if key.startswith("on") or key == "style"]
        for key in ("src", "href", "action", "data", "poster", "srcset"):
            assert node.get(key, "#").startswith(("#", "data:"))
    assert "alert(1)" not in " ".join(tree.itertext())


def test_what_the_report_says_is_escaped(tree, details):
    assert texts(tree, "//h:h1") == ["Results </script> for six months"]
    assert texts(tree, "//h:p[@class='cover-entity']") == ["Example & Sons"]
    assert texts(tree, "//h:p[@class='message']")[1] == "The <change> looks odd."
    assert texts(tree, "//h:ul[@class='notes']/h:li") == ["Amounts are rounded & unaudited."]
    assert row(tree, "Fees <own>") != []


def test_rows_show_the_printed_signs_dashes_and_computed_figures(tree):
    assert row(tree, "Revenue") == ["121,962", "128,198", "5.1%"]
    assert row(tree, "Costs") == ["(95,471)", "(99,009)", "3.7%"]
    assert row(tree, "Fees <own>") == ["nil", "– footnote 1", "–"]
    assert row(tree, "Other") == ["", "see note", ""]
    assert texts(tree, "//h:tr[h:th='Revenue']/h:td[@class='change']") == ["+6,236"]
    assert texts(tree, "//h:caption")[0] == "Six months Millions of yen"


def test_the_latest_period_stands_out_and_headings_name_rows_and_columns(tree):
    table = tree.xpath("//*[@id='table-0']//*[local-name()='table']")[0]
    assert [each.get("class") for each in table.iter(f"{H}th") if each.get("scope") == "col"] == [
        None,
        "now",
        "percent",
        "change",
    ]
    assert [each.get("scope") for each in table.iter(f"{H}th")][4:] == ["rowgroup", *["row"] * 5]
    assert texts(tree, "//*[@id='table-1']//h:th[@scope='colgroup']") == ["Segments"]
    for each in tree.iter(f"{H}th"):
        assert each.get("scope")
    for each in tree.iter(f"{H}table"):
        assert each[0].tag == f"{H}caption"


def test_each_figure_leads_to_its_fact_or_its_formula(tree, details, facts, made):
    links = [each.get("href") for each in tree.xpath("//*[local-name()='td']/*[local-name()='a']")]
    cells = [
        cell
        for section in made[0].sections
        for table in section.content
        if hasattr(table, "rows")
        for line in table.rows
        for cell in line.cells
    ]
    assert [f"#fact-{cell.fact}" for cell in cells if cell.fact] == [
        link for link in links if link.startswith("#fact-")
    ][: sum(bool(cell.fact) for cell in cells)]
    for link in links:
        kind, _, id_ = link[1:].partition("-")
        assert id_ in (facts if kind == "fact" else details["figures"])
    assert set(facts) == {fact.id for fact in made[0].facts}


def test_the_inspector_knows_a_fact_whole(details, facts):
    fact = facts["f6"]
    assert fact["concept"] == {
        "label": "Revenue (label)",
        "name": "std:Revenue",
        "kind": "monetary, credit, duration",
        "extension": False,
        "documentation": "",
    }
    assert fact["period"] == ["1 April 2023 to 30 September 2023", "6 months"]
    assert fact["value"] == "128,198,000,000"
    assert (fact["unit"], fact["accuracy"]) == ("JPY", "to the nearest million, decimals −6")
    assert fact["printed"] == "JPY millions"
    assert fact["before"] == [4, "+6,236,000,000", "+5.1%"]
    file, place = fact["source"].split(":", 1)
    assert (details["files"][int(file)], place) == ("report/tables/income.csv", "7:9")
    assert "places" not in fact  # the only cell that shows it is its source


def test_the_inspector_says_what_is_turned_computed_dimensional_or_noted(details, facts):
    assert facts["f8"]["negated"] == "yes"
    assert facts["f8"]["printed"] == "JPY millions"
    assert facts["f3"]["footnotes"] == ["Restated."]
    assert details["figures"]["r.2"]["formula"] == "fact@1H23 / fact@1H22 - 1"
    assert details["figures"]["r.2"]["value"] == "5.1%"
    assert details["figures"]["r.2"]["facts"] == [5, 4]
    assert facts["f3"]["concept"]["extension"] is True
    assert facts["f3"]["concept"]["documentation"] == "What they are."
    split = [fact for fact in facts.values() if fact["dimensions"]]
    assert split[0]["dimensions"][0] == [
        "SegmentsAxis (label)",
        "std:SegmentsAxis",
        "MemberA (label)",
        "std:MemberA",
    ]


def test_calculations_show_their_figures_and_what_rounding_explains(details, facts):
    taken = [details["equations"][index] for index in facts["f9"]["equations"]]
    assert [(each["kind"], each["status"]) for each in taken] == [("Sum", "agrees")]
    latest = details["equations"][facts["f10"]["equations"][0]]
    assert latest["unit"] == "JPY millions"
    assert latest["lines"] == [["+", 5, "128,198"], ["−", 7, "99,009"]]
    assert (latest["sum"], latest["total"], latest["difference"], latest["explained"]) == (
        "29,189",
        [9, "29,190"],
        "1",
        "1.5",
    )
    assert latest["status"] == "rounding"
    kinds = [each["kind"] for each in details["equations"]]
    assert {kind: kinds.count(kind) for kind in kinds} == {"Sum": 2, "Roll-forward": 3, "Sum over members": 3}


def test_a_sum_that_rounding_cannot_explain_differs(made):
    report, _, locations = made
    facts = tuple(fact._replace(value=fact.value + 2_000_000) if fact.id == "f10" else fact for fact in report.facts)
    tree = etree.fromstring(page(replace(report, facts=facts), (), locations))
    equations = json.loads(tree.xpath("//*[@id='details']")[0].text)["equations"]
    assert [each["status"] for each in equations if each["kind"] == "Sum"] == ["agrees", "differs"]
    assert [each["difference"] for each in equations if each["kind"] == "Sum"] == ["0", "3"]
    assert texts(tree, "//h:dl[@class='check-kinds']/h:div")[0] == "Sums1 of 2 hold"


def test_findings_are_listed_with_what_they_concern(tree, facts):
    assert texts(tree, "//h:details[contains(@class,'findings')]/h:summary") == ["1 error", "1 warning"]
    assert texts(tree, "//*[@id='finding-0']//*[@class='links']") == ["Costs"]
    assert texts(tree, "//*[@id='finding-0']//*[@class='places']") == ["report/tables/income.csv:9:9"]
    assert facts["f8"]["findings"] == [0]
    assert facts["f3"]["findings"] == [1]
    assert tree.xpath("//*[@href='#fact-f8' and contains(@class,'has-error')]/@aria-label") == [
        "minus 99,009, has an error"
    ]
    assert texts(tree, "//h:div[contains(@class,'verdict')]") == ["VerdictInvalid"]


def test_a_report_without_findings_says_so(made):
    report, _, locations = made
    tree = etree.fromstring(page(report, (), locations))
    assert texts(tree, "//h:p[contains(@class,'checks-verdict')]") == ["This report is valid. There are no findings."]
    assert texts(tree, "//h:div[contains(@class,'verdict')]") == ["VerdictValid"]
    assert not tree.xpath("//*[contains(@class,'has-')]")


def test_key_figures_show_the_change_and_bars_with_the_same_figures(tree):
    assert texts(tree, "//h:section[@id='key-figures']//h:h3") == ["Revenue", "Gross profit"]
    assert texts(tree, "//h:p[@class='figure']") == ["128,198 JPY millions", "29,190 JPY millions"]
    assert texts(tree, "//h:p[@class='since']")[0] == "+5.1% on Apr–Sep 2022"
    bars = tree.xpath("(//*[@class='bars'])[1]//*[local-name()='rect']")
    assert [(bar.get("x"), bar.get("width")) for bar in bars] == [("0", "951"), ("0", "1000")]
    assert texts(tree, "(//*[@class='bars'])[1]/h:div") == ["Apr–Sep 2022121,962", "Apr–Sep 2023128,198"]


def test_without_script_every_link_has_a_place_to_go(tree, made):
    ids = set(tree.xpath("//@id"))
    assert {f"fact-{fact.id}" for fact in made[0].facts} <= ids
    assert len(ids) == len(tree.xpath("//@id"))
    plain = texts(tree, "//h:noscript//h:tr[@id='fact-f6']/*")
    assert plain == [
        "Revenue (label) std:Revenue",
        "Apr–Sep 2023",
        "",
        "128,198,000,000",
        "JPY",
        "to the nearest million",
        "report/tables/income.csv:7:9",
    ]
    controls = tree.xpath("//*[local-name()='button' or local-name()='input' or local-name()='select']")
    assert all(
        each.xpath("ancestor::*[contains(@class,'needs-script')] | ancestor-or-self::*[@hidden]") for each in controls
    )


def test_facts_that_no_statement_shows_have_a_section(tree):
    assert texts(tree, "//*[@id='other-facts']//h:tbody/h:tr/h:th/h:code") == [
        "std:NameOfReportingEntityOrOtherMeansOfIdentification",
        "std:Dividend",
    ]


def test_a_report_that_was_read_from_a_filing_shows_its_facts(made):
    report, _, locations = made
    bare = Report(report.entity, report.facts, report.schema_refs, report.prefixes)
    tree = etree.fromstring(page(bare, (), locations))
    assert len(tree.xpath("//*[@id='other-facts']//*[local-name()='tbody']/*")) == len(report.facts)


def test_ids_with_odd_characters_still_lead_somewhere(made):
    report, _, locations = made
    facts = tuple(fact._replace(id='a"b<c>/ü%' if fact.id == "f18" else fact.id) for fact in report.facts)
    tree = etree.fromstring(page(replace(report, facts=facts), (), locations))
    assert "#fact-a%22b%3Cc%3E%2F%C3%BC%25" in tree.xpath("//@href")


def test_the_same_report_gives_the_same_bytes(written):
    code = "import sys; from summary_report import make, page; sys.stdout.buffer.write(page(*make()))"
    for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/New_York")):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "PYTHONPATH": os.pathsep.join((str(Path(__file__).parent), *sys.path)),
        }
        assert (
            subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True).stdout
            == written
        )


def test_many_facts_are_written_fast_and_laid_out_when_they_come_into_view(made):
    report, _, locations = made
    key: FactKey = report.facts[5].key
    many = tuple(
        Fact(f"m{index}", name(f"OwnLine{index}"), key.entity, key.period, Decimal(index), key.unit, 0)
        for index in range(6000)
    )
    with within(3):
        written = page(replace(report, facts=many, sections=(), equations=()), (), locations)
    assert b'<html xmlns="http://www.w3.org/1999/xhtml" lang="en" class="many">' in written
