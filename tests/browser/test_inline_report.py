"""The report as readers open it: on a wide screen, a phone and paper, as XHTML and as HTML."""

import re
import subprocess
from pathlib import Path

import pytest

from xbrlgen import build

pytestmark = pytest.mark.browser

WIDE = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}


@pytest.fixture(scope="session")
def report(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """IIJ's page."""
    out = tmp_path_factory.mktemp("report") / "out"
    assert build(root / "examples" / "iij-1h23", out).findings == ()
    return next(out.glob("*.xhtml"))


@pytest.fixture(scope="session")
def served(report: Path) -> Path:
    """The same bytes under a name that browsers take for HTML."""
    path = report.with_suffix(".html")
    path.write_bytes(report.read_bytes())
    return path


@pytest.mark.parametrize("options", [WIDE, PHONE, {"viewport": {"width": 1680, "height": 1000}}])
def test_nothing_complains_and_the_page_does_not_scroll_sideways(visit, report, options):
    page = visit(report, **options)
    assert page.evaluate("document.documentElement.scrollWidth") <= options["viewport"]["width"]
    assert page.evaluate("document.contentType") == "application/xhtml+xml"


def test_it_begins_with_who_reports_what_and_for_when(visit, report):
    page = visit(report, **WIDE)
    assert page.locator(".cover .entity").inner_text() == "Internet Initiative Japan Inc."
    assert page.locator("h1").inner_text().startswith("Consolidated financial results for the")
    assert page.locator(".cover .period").inner_text() == "1 April 2023 – 30 September 2023"
    assert page.locator(".key-figures li").count() == 6
    assert page.locator("h1").bounding_box()["y"] < 300
    assert (
        page.title()
        == "Consolidated financial results for the six months ended September 30, 2023, Internet Initiative Japan Inc."
    )


def test_the_header_of_inline_xbrl_is_unseen(visit, report):
    page = visit(report, **WIDE)
    assert page.evaluate("document.body.innerText").count("37740") == 0
    assert page.evaluate("document.body.firstElementChild.getBoundingClientRect().height") == 0


def test_each_tag_can_be_seen(visit, report):
    """No tag is hidden by the style sheet, none is empty."""
    unseen = """
        Array.from(document.querySelectorAll("*"))
          .filter(each => ["ix:nonFraction", "ix:nonNumeric"].includes(each.nodeName) && !each.closest("[style]"))
          .filter(each => !each.getClientRects().length || !each.textContent.trim()
            || getComputedStyle(each).visibility !== "visible")
          .map(each => each.id)
    """
    page = visit(report, **WIDE)
    assert page.evaluate(unseen) == []
    tags = 'Array.from(document.querySelectorAll("*")).filter(each => each.nodeName === "ix:nonFraction").length'
    assert page.evaluate(tags) > 600


def test_digits_stand_under_digits(visit, report):
    """In a column, the last digit is at the same place, whether a parenthesis follows or not."""
    edges = """
        Array.from(document.querySelectorAll("#table-profit-or-loss-six-months tbody td:last-child"))
          .flatMap(cell => Array.from(cell.querySelectorAll("*")))
          .filter(each => each.nodeName === "ix:nonFraction" && !each.textContent.includes("."))
          .map(each => Math.round(each.getBoundingClientRect().right))
    """
    found = visit(report, **WIDE).evaluate(edges)
    assert len(found) > 15
    assert max(found) - min(found) <= 1  # a bold parenthesis is a little wider


def test_contents_lead_to_sections(visit, report):
    page = visit(report, **WIDE)
    page.locator(".contents a", has_text="cash flows").click()
    assert page.url.endswith("#section-cash-flows")
    assert page.locator("#section-cash-flows h2").is_visible()
    assert -5 < page.locator("#section-cash-flows").bounding_box()["y"] < 60


def test_a_rounded_figure_leads_to_the_one_in_full(visit, report):
    page = visit(report, **WIDE)
    link = page.locator("#table-highlights a.in-full").first
    assert link.inner_text() == "128.2"
    assert page.locator(f'[id="{link.get_attribute("href")[1:]}"]').text_content() == "128,198"


def test_wide_tables_scroll_by_themselves_on_a_phone_with_their_labels_in_place(visit, report):
    page = visit(report, **PHONE)
    scroller = page.locator("#table-changes-in-equity-1h23 .scroll")
    assert scroller.evaluate("each => each.scrollWidth > each.clientWidth")
    label = scroller.locator("tbody th").first
    before = label.bounding_box()["x"]
    scroller.evaluate("each => { each.scrollLeft = 200 }")
    assert label.bounding_box()["x"] == pytest.approx(before, abs=1)


def test_statements_of_two_periods_fit_a_phone(visit, report):
    page = visit(report, **PHONE)
    for name in ("financial-position", "profit-or-loss-six-months", "cash-flows"):
        scroller = page.locator(f"#table-{name} .scroll")
        assert scroller.evaluate("each => each.scrollWidth - each.clientWidth") <= 0, name


def test_a_dark_browser_shows_it_on_its_own_ground(visit, report):
    page = visit(report, color_scheme="dark", **WIDE)
    ground, ink = page.evaluate(
        "[document.documentElement, document.body].map(each => getComputedStyle(each))"
        ".flatMap((each, index) => index ? [each.color] : [each.backgroundColor])"
    )
    assert (ground, ink) == ("rgb(253, 253, 251)", "rgb(21, 25, 29)")


def test_text_has_contrast(visit, report):
    """Every colour of text against the ground behind it (WCAG 2.1, success criterion 1.4.3)."""
    page = visit(report, **WIDE)
    colours = page.evaluate(
        """Array.from(new Set(Array.from(document.querySelectorAll("body *"))
          .filter(each => each.getClientRects().length && each.textContent.trim())
          .map(each => {
            let ground = each;
            while (ground && getComputedStyle(ground).backgroundColor === "rgba(0, 0, 0, 0)") ground = ground.parentElement;
            return getComputedStyle(each).color + "|" + getComputedStyle(ground || document.documentElement).backgroundColor;
          })))"""
    )
    poor = {each: _contrast(*each.split("|")) for each in colours if _contrast(*each.split("|")) < 4.5}
    assert len(colours) > 4
    assert poor == {}


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(each) / 255 for each in re.findall(r"\d+", colour)[:3]]
    linear = [each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_html_parsers_show_the_same(visit, report, served):
    """A web server may call the page HTML; then browsers read it by other rules, in quirks mode."""
    look = """[document.body.innerText.replace(/\\s+/g, " "),
      Array.from(document.querySelectorAll("h2, table, .key-figures .value, .prose, caption"))
        .map(each => { const box = each.getBoundingClientRect();
          return [each.localName, Math.round(box.x), Math.round(box.width), getComputedStyle(each).fontSize] })]"""
    one, other = visit(report, **WIDE), visit(served, **WIDE)
    assert other.evaluate("document.compatMode") == "BackCompat"
    assert other.evaluate(look) == one.evaluate(look)


def test_on_paper_statements_begin_pages_and_no_heading_is_left_alone(visit, report, tmp_path):
    page = visit(report, **WIDE)
    pdf = tmp_path / "report.pdf"
    page.pdf(path=str(pdf), prefer_css_page_size=True)
    try:
        text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True).stdout.decode()
    except FileNotFoundError:
        pytest.skip("needs pdftotext")
    pages = text.split("\f")[:-1]
    assert 18 <= len(pages) <= 26
    assert "Consolidated financial results" in pages[0]
    assert "Contents" in pages[1]
    starts = [" ".join(each.split())[:400] for each in pages]
    for title in ("of financial position", "of cash flows", "shareholders' equity"):
        assert any(re.search(rf"2023 Condensed consolidated statements [^.]*{title}", each) for each in starts), title
    for number, each in enumerate(pages[2:], 3):
        body = [line for line in each.splitlines() if line.strip()]
        assert len(body) > 6, f"page {number} holds next to nothing"
        assert body[-1].strip() == str(number)
