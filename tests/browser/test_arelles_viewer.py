"""The viewer that Arelle's plugin makes of our package: readers of a filing see it there, not in ours."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "writers" / "viewer"))

pytest.importorskip("iXBRLViewerPlugin", reason="needs the package ixbrl-viewer")

import kinds
from arelles_viewer import viewer_by_arelle
from viewer_file import ViewerFile, viewed_kinds
from viewer_page import count, figure, property_of, report, tab

from xbrlgen.pipeline import build

pytestmark = [pytest.mark.browser, pytest.mark.arelle]


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory) -> Path:
    """The output folder of the example, with a viewer of our own."""
    folder = build(root / "examples/iij-1h23", tmp_path_factory.mktemp("arelle") / "iij", viewer=True).folder
    assert folder is not None
    return folder


@pytest.fixture(scope="module")
def viewer(built: Path, root: Path, tmp_path_factory) -> Path:
    """The viewer of the example's package."""
    out = tmp_path_factory.mktemp("viewer")
    viewer_by_arelle(next(built.glob("*.xbri")), out, root / "taxonomy", with_script=True)
    return out / "xbrlviewer.html"


def test_every_fact_is_found_and_none_is_hidden(show, viewer, built):
    page, facts = show(viewer), ViewerFile.read(built / "viewer.html").report["facts"]
    tab(page, "Overview")
    assert (count(page, "total"), count(page, "hidden")) == (len(facts), 0)
    assert ViewerFile.read(viewer).report["facts"].keys() == facts.keys()


def test_the_outline_has_each_section_with_all_of_its_facts(show, viewer, built):
    """Facts without a member on an axis belong to a section only if the taxonomy gives the axis a default member."""
    outlines = []
    for each in (viewer, built / "viewer.html"):
        page = show(each)
        labels = page.locator(".facts-by-group .section-label").all_inner_texts()
        counts = page.locator(".section-fact-count").all_inner_texts()
        outlines.append(dict(zip(labels, counts, strict=True)))
    arelles, ours = outlines
    assert arelles == ours
    assert len(ours) > 20
    assert ours["[101600] Segment information"] == "39"


def test_the_inspector_shows_our_label_and_our_calculation(show, viewer):
    page = show(viewer)
    figure(page, "29,189").click()
    assert property_of(page, "value").startswith("¥ 29,189,000,000")
    calculation = page.locator(".calculations .bordered-section", has_text="Operating results summary")
    assert calculation.locator(".calculation-details").count() == 3
    assert "Reported and calculated values match" in calculation.inner_text()
    own = ViewerFile.read(viewer)
    labels = {name: each["labels"] for name, each in own.report["concepts"].items() if name.startswith("iij:")}
    assert labels
    assert all(each["std"]["en"] for each in labels.values())


def test_hidden_facts_are_linked_to_the_words_on_the_page(show, tmp_path):
    source, _ = viewed_kinds(tmp_path, kinds.one_of_each_kind())
    out = tmp_path / "viewer"
    out.mkdir()
    viewer_by_arelle(source, out, with_script=True)
    page = show(out / "xbrlviewer.html")
    tab(page, "Overview")
    assert count(page, "hidden") == 3
    linked = report(page).locator("[style*='-ix-hidden']")
    assert linked.count() == 3
    linked.nth(2).click()
    assert page.locator(".hidden-fact-tag").is_visible()
