"""The viewer in a browser, from the disk: it shows every fact, finds them, and says what they are."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "writers" / "viewer"))

pytest.importorskip("iXBRLViewerPlugin", reason="needs the package ixbrl-viewer")

import kinds
from viewer_file import ViewerFile, kinds_taxonomy, viewed_kinds
from viewer_page import count, figure, property_of, report, tab

from xbrlgen.pipeline import build

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def iij(root: Path, tmp_path_factory) -> Path:
    """The viewer of the example."""
    built = build(root / "examples/iij-1h23", tmp_path_factory.mktemp("viewer") / "iij", viewer=True)
    assert built.folder is not None, built.findings
    return built.folder / "viewer.html"


def test_every_fact_of_the_report_is_shown(show, iij):
    page, facts = show(iij), ViewerFile.read(iij).report["facts"]
    tab(page, "Overview")
    assert (count(page, "total"), count(page, "hidden")) == (len(facts), 0)
    tagged = (
        report(page)
        .locator("body")
        .evaluate(
            """body => [...body.querySelectorAll('*')].filter(
             (each) => /^ix:non(fraction|numeric)$/i.test(each.nodeName)
             && (each.closest('.ixbrl-element') || each.querySelector('.ixbrl-element'))).length"""
        )
    )
    assert tagged == len(facts)


def test_the_outline_has_the_sections_of_the_report_with_their_facts(show, iij):
    page, viewer = show(iij), ViewerFile.read(iij)
    shown = page.locator(".facts-by-group .section-label").all_inner_texts()
    defined = [text for texts in viewer.report["roleDefs"].values() for text in texts.values()]
    assert set(shown) == set(defined)
    assert len(shown) > 20
    counts = dict(zip(shown, page.locator(".section-fact-count").all_inner_texts(), strict=True))
    assert counts["[100700] Condensed consolidated statements of financial position (unaudited)"] == "96"
    section = page.locator(".facts-by-group .collapsible-section", has_text="Subsequent events")
    assert not section.locator(".fact-list-item").is_visible()
    section.locator(".section-label").click()
    section.locator(".fact-list-item").click()
    page.wait_for_url("**#f-f-DisclosureOfEventsAfterReportingPeriod*")


def test_the_inspector_shows_label_value_and_calculation(show, iij):
    page = show(iij)
    figure(page, "29,189").click()
    assert page.locator(".concept-name-title").inner_text() == "Gross profit"
    assert property_of(page, "value").startswith("¥ 29,189,000,000")
    assert property_of(page, "period") == "1 Apr 2023 to 30 Sep 2023"
    assert page.locator(".labels, .fact-inspector-body").get_by_text("Total gross profit").count() == 1
    calculation = page.locator(".calculations .bordered-section", has_text="Operating results summary")
    terms = [each.split("\n") for each in calculation.locator(".calculation-details").all_inner_texts()]
    assert [[part for part in each if part] for each in terms] == [
        ["¥ 128,198,000,000", "Revenue"],
        ["¥ 99,009,000,000", "Cost of sales"],
        ["¥ 29,189,000,000"],
    ]
    assert calculation.locator(".icon.minus").count() == 1
    assert "Reported and calculated values match" in calculation.inner_text()


def test_a_figure_that_is_printed_often_is_one_fact_in_several_places(show, iij):
    page = show(iij)
    figure(page, "128,198").click()
    places = page.locator(".duplicates .text").first.inner_text()
    facts = ViewerFile.read(iij).facts
    revenue = next(each for name, each in facts.items() if each[1] == 128_198_000_000 and "Revenue" in name)
    same = [each for each in facts.values() if each == revenue]
    assert places.split()[-1] == str(len(same))
    assert len(same) > 2


def test_search_finds_a_fact_by_its_label(show, iij):
    page = show(iij)
    tab(page, "Search")
    page.locator("#ixbrl-search").press_sequentially("gross profit")
    page.locator("#ixbrl-search").press("Enter")
    first = page.locator(".search-inspector .fact-list-item").first
    first.get_by_text("Gross profit").wait_for()
    first.click()
    assert page.locator(".concept-name-title").inner_text() == "Gross profit"


@pytest.fixture(scope="module")
def every_kind(tmp_path_factory) -> Path:
    """The viewer of a report with each kind of fact: names, nil, typed members, languages, footnotes."""
    return viewed_kinds(tmp_path_factory.mktemp("kinds"), kinds.one_of_each_kind())[1]


def test_hidden_facts_are_linked_to_words_on_the_page(show, every_kind):
    page, viewer = show(every_kind), ViewerFile.read(every_kind)
    names = [
        each
        for each, fact in viewer.report["facts"].items()
        if fact["a"]["c"].endswith((":Form", ":Region", ":Regions"))
    ]
    tab(page, "Overview")
    assert count(page, "hidden") == len(names) == 3
    linked = report(page).locator("[style*='-ix-hidden']")
    assert linked.count() == 3
    linked.nth(2).click()
    assert page.locator(".hidden-fact-tag").is_visible()
    assert page.locator(".concept-name-title").inner_text() == "Regions"
    assert "North, South" in property_of(page, "value")


def test_each_kind_of_fact_can_be_stepped_to(show, every_kind):
    page, viewer = show(every_kind), ViewerFile.read(every_kind)
    seen = set()
    report(page).locator(".ixbrl-element").first.click()
    for _ in viewer.report["facts"]:
        page.locator(".next-tag").first.click()
        seen.add((page.locator(".concept-name-title").inner_text(), property_of(page, "value")))
        assert "<no label>" not in page.locator("#inspector").inner_text()
        assert "Invalid" not in property_of(page, "value")
    labels = {text for *_, text in viewer.labels}
    assert {label for label, _ in seen} <= labels
    assert len({label for label, _ in seen}) == len({fact["a"]["c"] for fact in viewer.report["facts"].values()})


def test_footnotes_lead_from_the_fact(show, every_kind):
    page = show(every_kind)
    report(page).locator(".ixbrl-element", has_text="1.10").first.click()
    assert "Before R&D <of the year>" in page.locator("#inspector .footnotes").inner_text()


def test_what_a_report_says_is_never_run(show, tmp_path):
    evil = "</script><script>alert('run')</script><img src=x onerror=alert('run')>"
    taxonomy = kinds_taxonomy()
    taxonomy = type(taxonomy)(taxonomy.vocabulary, lambda _name: evil)
    _, viewer = viewed_kinds(tmp_path, kinds.report(kinds.text("Name", evil, "en")), taxonomy)
    page = show(viewer)
    report(page).locator(".ixbrl-element").first.click()
    assert page.locator(".concept-name-title").inner_text() == evil


def test_the_viewer_works_on_a_phone(show, iij):
    page = show(iij, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    assert page.locator("#iframe-container iframe").is_visible()
