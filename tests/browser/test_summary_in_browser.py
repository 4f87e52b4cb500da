"""The summary page in a browser: opened from a file, read, filtered, followed to facts, printed, on a phone."""

from pathlib import Path

import pytest
from summary_report import example_page, make, page

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


@pytest.fixture(scope="module")
def release(tmp_path_factory, root) -> Path:
    """The summary of IIJ's release."""
    path = tmp_path_factory.mktemp("release") / "summary.html"
    path.write_bytes(example_page(root / "examples" / "iij-1h23"))
    return path


@pytest.fixture(scope="module")
def summary(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("summary") / "summary.html"
    path.write_bytes(page(*make()))
    return path


def figure(view, text: str):
    return view.locator("main td a", has_text=text).first


def shown_labels(view) -> list[str]:
    return view.locator("main tbody tr:visible > th[scope=row]").all_inner_texts()


def properties(view) -> dict[str, str]:
    names = view.locator("#inspector .properties").first.locator("dt").all_inner_texts()
    values = view.locator("#inspector .properties").first.locator("dd").all_inner_texts()
    return dict(zip(names, values, strict=True))


def test_in_the_release_a_filtered_figure_leads_to_its_fact_and_source(visit, release):
    view = visit(release)
    view.fill("#query", "operating profit")
    view.locator("#section-profit-or-loss-six-months").get_by_role("link", name="12,080").click()
    known = properties(view)
    assert view.locator("#inspector-title").inner_text() == "Operating profit"
    assert known["Concept"].split("\n")[1] == "ifrs-full:ProfitLossFromOperatingActivities"
    assert known["Period"].split("\n")[0] == "1 April 2023 to 30 September 2023"
    assert ".csv:" in known["Source"]
    assert "+907,000,000 (+8.1%)" in view.locator("#inspector").inner_text()
    assert view.locator("#inspector .calculation .status").first.inner_text() == "Agrees exactly."
    view.keyboard.press("Escape")
    assert view.evaluate("document.activeElement.textContent") == "12,080"


@pytest.mark.parametrize("width", [390, 820, 1280, 1600])
def test_the_release_fits_every_screen(visit, release, width):
    view = visit(release, viewport={"width": width, "height": 844})
    assert view.evaluate("document.documentElement.scrollWidth") == width
    view.evaluate("location.hash = document.querySelector('#section-changes-in-equity td a').hash")
    assert view.evaluate("document.documentElement.scrollWidth") == width


def test_a_figure_leads_to_its_fact_and_back_closes_it(visit, summary):
    view = visit(summary)
    figure(view, "128,198").scroll_into_view_if_needed()
    before = figure(view, "128,198").bounding_box()
    figure(view, "128,198").click()
    assert view.locator("#inspector").is_visible()
    assert view.locator("#inspector .value").inner_text() == "128,198,000,000 JPY"
    known = properties(view)
    assert known["Concept"].split("\n") == ["Revenue (label)", "std:Revenue"]
    assert known["Period"].split("\n")[0] == "1 April 2023 to 30 September 2023"
    assert known["Accuracy"] == "to the nearest million, decimals −6"
    assert known["Source"] == "report/tables/income.csv:7:9"
    assert view.evaluate("location.hash") == "#fact-f6"
    assert figure(view, "128,198").get_attribute("aria-current") == "true"
    assert figure(view, "128,198").bounding_box()["y"] == pytest.approx(before["y"], abs=1)
    view.go_back()
    assert not view.locator("#inspector").is_visible()
    view.go_forward()
    assert view.locator("#inspector-title").inner_text() == "Revenue"


def test_an_address_with_a_fact_opens_it_again_after_reload(visit, summary):
    view = visit(summary, "#fact-f8")
    for _ in range(2):
        assert view.locator("#inspector-title").inner_text() == "Costs"
        assert (
            view.locator("#inspector .printed").first.inner_text()
            == "Printed as (99,009) JPY millions, with the opposite sign"
        )
        assert view.locator("#inspector .finding .message").inner_text() == "Gross profit differs by 1."
        assert figure(view, "(99,009)").is_visible()
        view.reload()


def test_an_address_that_names_nothing_opens_nothing(visit, summary):
    view = visit(summary, "#fact-%E0%A4%A")
    assert not view.locator("#inspector").is_visible()
    for name in ("none", "constructor", "__proto__"):
        view.evaluate("(name) => { location.hash = `#fact-${name}`; }", name)
        assert not view.locator("#inspector").is_visible()


def test_the_inspector_shows_calculations_the_period_before_and_where_a_fact_is_shown(visit, summary):
    view = visit(summary, "#fact-f10")
    inspector = view.locator("#inspector")
    assert inspector.locator(".calculation .status").inner_text() == "Differs by 1; rounding explains up to 1.5."
    assert inspector.locator(".calculation tr").all_inner_texts() == [
        "+\tRevenue\t128,198",
        "−\tCosts\t99,009",
        "\tSum\t29,189",
        "\tGross profit\t29,190",
    ]
    assert "+2,699,000,000 (+10.2%)" in inspector.inner_text()
    inspector.get_by_role("link", name="Costs").click()
    assert view.locator("#inspector-title").inner_text() == "Costs"
    inspector.locator(".spots button").click()
    assert view.evaluate("document.activeElement.textContent") == "(99,009)"


def test_a_computed_figure_leads_to_its_formula(visit, summary):
    view = visit(summary)
    figure(view, "5.1%").click()
    inspector = view.locator("#inspector")
    assert "fact@1H23 / fact@1H22 - 1" in inspector.inner_text()
    assert inspector.locator(".properties").nth(1).locator("a").all_inner_texts() == [
        "128,198,000,000 JPY",
        "121,962,000,000 JPY",
    ]


def test_dimensions_are_named(visit, summary):
    view = visit(summary)
    figure(view, "11").click()
    assert properties(view)["SegmentsAxis (label)"].split("\n") == ["MemberA (label)", "std:MemberA"]


@pytest.mark.parametrize(
    ("query", "labels"),
    [
        ("gross", ["Gross profit"]),
        ("std:revenue", ["Revenue"]),
        ("128198", ["Revenue"]),
        ("95,471", ["Costs"]),
        ("cash flow", ["Flow"]),
        ("closing 33", ["Closing"]),
        ("no such thing", []),
    ],
)
def test_the_filter_finds_rows_by_label_concept_and_value(visit, summary, query, labels):
    view = visit(summary)
    every = len(shown_labels(view))
    view.fill("#query", query)
    assert shown_labels(view) == labels
    assert view.locator("#matches").inner_text() == f"{len(labels)} of {every + 1} lines"  # the text is one more
    assert view.locator("#nothing").is_visible() == (not labels)
    view.keyboard.press("Escape")
    assert len(shown_labels(view)) == every
    assert view.locator("#matches").inner_text() == ""


def test_the_filter_tells_own_concepts_statements_and_findings_apart(visit, summary):
    view = visit(summary)
    view.click("#filters > summary")
    view.select_option("#filter-origin", "extension")
    assert shown_labels(view) == ["Fees <own>"]
    view.select_option("#filter-origin", "")
    view.check("#filter-findings")
    assert shown_labels(view) == ["Costs", "Fees <own>"]
    view.uncheck("#filter-findings")
    view.select_option("#filter-section", label="Cash")
    assert shown_labels(view) == ["Opening", "Flow", "Closing"]
    view.click(".filters-panel [data-action=clear]")
    assert len(shown_labels(view)) == 10


def test_changes_between_periods_are_shown_on_demand(visit, summary):
    view = visit(summary)
    change = view.locator("td.change", has_text="+6,236")
    assert not change.is_visible()
    view.click("#compare")
    assert change.is_visible()
    assert view.get_attribute("#compare", "aria-pressed") == "true"


def test_the_keyboard_reaches_everything(visit, summary):
    view = visit(summary)
    press, focused = view.keyboard.press, lambda: view.evaluate("document.activeElement.textContent")
    press("Tab")
    assert focused() == "Skip to the report"
    press("Enter")
    assert view.evaluate("document.activeElement.id") == "main"
    view.locator("#section-income td a").first.focus()
    assert focused() == "121,962"
    press("ArrowDown")
    press("ArrowRight")
    assert focused() == "(99,009)"
    press("ArrowDown")
    press("ArrowDown")
    assert focused() == "–"
    press("Tab")  # the next table is one step away, not a step for each figure
    assert focused() == "10"
    press("Enter")
    assert view.evaluate("document.activeElement.id") == "inspector-title"
    press("Tab")
    press("Escape")
    assert not view.locator("#inspector").is_visible()
    assert focused() == "10"
    press("/")
    assert view.evaluate("document.activeElement.id") == "query"


def test_colours_follow_the_system_until_the_reader_chooses(visit, summary):
    view = visit(summary, color_scheme="dark")
    ground = lambda: view.evaluate("getComputedStyle(document.body).backgroundColor")  # noqa: E731
    dark = ground()
    assert view.get_attribute("#theme", "aria-pressed") == "true"
    view.click("#theme")
    light = ground()
    assert light != dark
    view.reload()
    assert ground() == light
    assert view.get_attribute("#theme", "aria-pressed") == "false"


CONTRASTS = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const ground = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = rgba(getComputedStyle(each).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255, 255];
  };
  const found = {};
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
    const key = JSON.stringify([rgba(getComputedStyle(element).color), ground(element)]);
    found[key] ??= walker.currentNode.data.trim();
  }
  return Object.entries(found).map(([key, text]) => [...JSON.parse(key), text]);
}"""


def _luminance(colour: list[int]) -> float:
    parts = [channel / 255 for channel in colour[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_the_contrast_that_wcag_asks_for(visit, summary, scheme):
    view = visit(summary, "#fact-f10", color_scheme=scheme)
    view.click("#compare")
    view.click("#filters > summary")
    view.hover("#section-income tbody tr:nth-child(2)")
    measured = view.evaluate(CONTRASTS)
    assert len(measured) > 12
    for ink, ground, text in measured:
        lighter, darker = sorted((_luminance(ink), _luminance(ground)), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5, (scheme, text, ink, ground)


def test_every_control_has_a_name_and_headings_are_in_order(visit, summary):
    view = visit(summary, "#fact-f10")
    view.click("#filters > summary")
    nameless = view.evaluate(
        """() => [...document.querySelectorAll("a, button, input, select, summary")].filter((each) =>
          !(each.textContent.trim() || each.getAttribute("aria-label") || each.labels?.[0]?.textContent.trim())).map((each) => each.outerHTML)"""
    )
    assert nameless == []
    levels = view.evaluate(
        "[...document.querySelectorAll('main :is(h2, h3, h4)')].map((each) => Number(each.tagName[1]))"
    )
    assert all(after - before <= 1 for before, after in zip([1, *levels], levels, strict=False))
    assert view.locator("h1").count() == 1
    assert view.get_attribute("#matches", "aria-live") == "polite"
    labelled = view.evaluate(
        "[...document.querySelectorAll('[aria-labelledby]')].map((each) => document.getElementById(each.getAttribute('aria-labelledby'))?.textContent)"
    )
    assert all(labelled)


def test_the_policy_stops_foreign_script_style_and_requests(visit, summary):
    view = visit(summary, expect_trouble=True)
    view.evaluate(
        """() => {
          globalThis.stopped = [];
          addEventListener("securitypolicyviolation", (event) => stopped.push(event.effectiveDirective));
          document.body.append(Object.assign(document.createElement("script"), { textContent: "globalThis.ran = true" }));
          document.body.append(Object.assign(document.createElement("style"), { textContent: "body { display: none }" }));
          document.body.append(Object.assign(document.createElement("img"), { src: "https://elsewhere.example/x.png" }));
          document.body.insertAdjacentHTML("beforeend", "<p style='color: red' onclick='globalThis.ran = true'>x</p>");
        }"""
    )
    view.wait_for_function("stopped.length >= 4")
    assert view.evaluate("globalThis.ran") is None
    assert {"script-src-elem", "style-src-elem", "img-src", "style-src-attr"} <= set(view.evaluate("stopped"))


def test_on_a_phone_only_tables_scroll_sideways_and_the_sheet_leaves_the_figure_in_view(visit, summary):
    view = visit(summary, **PHONE)
    assert view.evaluate("document.documentElement.scrollWidth") == 390
    scroller = view.locator("#table-0 .scroll")
    scroller.evaluate("each => { each.scrollLeft = 60; }")
    label = scroller.locator("tbody tr:nth-child(2) th").bounding_box()
    assert label["x"] == scroller.bounding_box()["x"]
    figure(view, "(99,009)").tap()
    sheet, cell = view.locator("#inspector").bounding_box(), figure(view, "(99,009)").bounding_box()
    assert sheet["width"] == 390
    assert sheet["y"] + sheet["height"] == 844
    assert cell["y"] + cell["height"] < sheet["y"]
    view.locator("#inspector .close").tap()
    assert not view.locator("#inspector").is_visible()


def test_on_paper_there_are_no_controls_and_each_statement_begins_a_page(visit, summary, tmp_path):
    view = visit(summary, "#fact-f10", color_scheme="dark")
    view.emulate_media(media="print")
    for hidden in (".bar", ".contents", "#inspector", ".tagged"):
        assert not view.locator(hidden).first.is_visible(), hidden
    assert view.evaluate("getComputedStyle(document.querySelector('thead')).display") == "table-header-group"
    assert view.evaluate("getComputedStyle(document.querySelector('#section-income')).breakBefore") == "page"
    assert view.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    printed = view.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF")
    assert printed.count(b"/Type /Page\n") >= 4


def test_without_script_figures_lead_to_a_plain_list_of_facts(visit, summary):
    view = visit(summary, java_script_enabled=False)
    assert view.locator(".tools").is_hidden()
    figure(view, "128,198").click()
    row = view.locator("[id='fact-f6']")
    assert row.is_visible()
    assert "128,198,000,000" in row.inner_text()


def test_as_xhtml_the_page_works_the_same(visit, summary, tmp_path):
    copy = tmp_path / "summary.xhtml"
    copy.write_bytes(summary.read_bytes())
    view = visit(copy)
    assert view.evaluate("document.contentType") == "application/xhtml+xml"
    figure(view, "128,198").click()
    assert view.locator("#inspector-title").inner_text() == "Revenue"
    view.fill("#query", "gross")
    assert shown_labels(view) == ["Gross profit"]


def test_nothing_moves_for_readers_who_ask_for_that(visit, summary):
    motion = "getComputedStyle(document.getElementById('inspector')).animationName"
    assert visit(summary, "#fact-f10", reduced_motion="reduce").evaluate(motion) == "none"
    assert visit(summary, "#fact-f10", reduced_motion="no-preference").evaluate(motion) == "arrive"
