"""``xbrlgen diff``: the forms of a difference, and the status that scripts go by."""

import json
from datetime import date
from pathlib import Path

import kinds
import pytest
from lxml import html

import xbrlgen
from xbrlgen.model import Footnote, Period
from xbrlgen.target import target_document
from xbrlgen.writers.xbrl_json import write_xbrl_json
from xbrlgen.writers.xbrl_xml import write_xbrl_xml

LAST, THIS = (Period.duration(date(year, 1, 1), date(year, 12, 31)) for year in (2022, 2023))
BLOCK = "<p>We apply IFRS. Revenue is recognised over time.</p><p>Leases are {}.</p>"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """The report of a year as an instance, and that of the next one as JSON: one value, accuracy and text differ."""
    revenue = kinds.number("Revenue", 100, decimals=-3, period=LAST, id="r")
    people = kinds.number("Employees", 7, kinds.PURE, period=LAST, id="e")
    policy = kinds.text("Policy", BLOCK.format("short &amp; few"), "en", period=LAST, id="p")
    old = kinds.report(revenue, people, policy, footnotes=(Footnote("n", "en", "Before tax", ("e",)),))
    new = kinds.report(
        revenue._replace(value=revenue.value - 20),
        people._replace(decimals=None),
        policy._replace(value=BLOCK.format("long &amp; few")),
        *(
            revenue._replace(id=f"new{number}", period=THIS, dimensions=(kinds.bond(str(number)),))
            for number in range(3)
        ),
    )
    for name, report, write in (("old.xbrl", old, write_xbrl_xml), ("new.json", new, write_xbrl_json)):
        with (tmp_path / name).open("wb") as out:
            write(target_document(report, kinds.taxonomy(), schema_refs=(str(kinds.SCHEMA),)), out)
    return tmp_path / "old.xbrl", tmp_path / "new.json"


def test_the_text_tells_what_differs(files, run):
    told = run("diff", *files)
    assert told.status == 1
    lines = told.out.splitlines()
    assert lines[0].endswith(f"old.xbrl: 3 facts, up to 2022-12-31, 37740 ({kinds.ENTITY.scheme})")
    assert "only in new: 1 January 2023 \N{EN DASH} 31 December 2023, 3 facts" in lines
    last = "(1 January 2022 \N{EN DASH} 31 December 2022"
    assert f"Restated (1)\n  Revenue {last})\n    100 -> 80 JPY  \N{MINUS SIGN}20 (\N{MINUS SIGN}20 %)\n" in told.out
    assert f"Other accuracy only (1)\n  Employees {last})\n    7: decimals 0 -> INF\n" in told.out
    assert "Leases are [-short-]{+long+} & few." in told.out
    assert lines[-1] == "1 restated, 1 with another text, 1 with other decimals, 3 added; 0 the same"
    assert "Added" not in told.out, "facts of new periods are counted"
    assert "Added (3)" in run("diff", *files, "--all").out


def test_the_status_says_whether_they_differ(files, run, tmp_path):
    old, new = files
    assert run("diff", old, old).status == 0
    assert run("diff", old, new, "--format", "json").status == 1
    assert run("diff", old, tmp_path / "missing.xbrl").status == 2
    new.write_text("{}")
    broken = run("diff", old, new, "--format", "json")
    assert broken.status == 2
    assert json.loads(broken.out)["verdict"] == "invalid"


def test_the_json_form_has_every_change_with_its_numbers(files, run):
    told = run("diff", *files, "--format", "json")
    document = json.loads(told.out)
    assert told.out == run("diff", *files, "--format", "json").out
    assert document["same"] is False
    assert sum(document["counts"].values()) - document["counts"]["same"] == len(document["changes"]) == 6
    (restated,) = [each for each in document["changes"] if each["kind"] == "restated"]
    assert restated == {
        "kind": "restated",
        "concept": f"{{{kinds.NAMESPACE}}}Revenue",
        "label": "Revenue",
        "period": "2022-01-01T00:00:00/2023-01-01T00:00:00",
        "unit": "{http://www.xbrl.org/2003/iso4217}JPY",
        "language": None,
        "dimensions": {},
        "old": {"id": "r", "value": "100", "decimals": -3},
        "new": {"id": "r", "value": "80.0", "decimals": -3},
        "delta": "-20.0",
    }
    added = [each for each in document["changes"] if each["kind"] == "added"]
    assert [each["dimensions"] for each in added] == [{f"{{{kinds.NAMESPACE}}}BondAxis": str(n)} for n in range(3)]
    assert document["new"]["periodsOfItsOwn"] == [{"period": "2023-01-01T00:00:00/2024-01-01T00:00:00", "facts": 3}]


def test_the_page_stands_alone_and_marks_words(files, run):
    page = run("diff", *files, "--format", "html").out
    root = html.fromstring(page)
    assert root.xpath("//script | //link | //img | //@src") == []
    assert root.xpath("//html/@lang") == ["en"]
    assert {each.text for each in root.xpath("//th[@scope='col']")} >= {"Item", "Period", "Old", "New"}
    assert [each.text for each in root.xpath("//del | //ins")] == ["short", "long"]
    for table in root.xpath("//table"):
        assert table.xpath("ancestor::section/@aria-labelledby")
        width = len(table.xpath("thead/tr/th"))
        assert {len(row) for row in table.xpath("tbody/tr")} == {width}
    assert len(root.xpath("//details//tbody/tr")) == 3
    assert "light-dark(" in page
    assert "&lt;p&gt;" not in page, "the words of texts are shown, not their markup"


def test_a_report_does_not_differ_from_itself_in_another_syntax(files, run, tmp_path):
    for suffix in (".xhtml", ".json", ".xbri"):
        assert xbrlgen.convert(files[0], tmp_path / f"out{suffix}").files
        assert run("diff", files[0], tmp_path / f"out{suffix}").status == 0
