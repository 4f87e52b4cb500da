"""A report folder that says where further pages begin: they are one document set, in every output."""

import re
import zipfile
from pathlib import Path

import arelle_referee
import issuer
import pytest
from lxml import etree

from xbrlgen.pipeline import build
from xbrlgen.validation import validate
from xbrlgen.writers.viewer import installed_script

XHTML = "{http://www.w3.org/1999/xhtml}"
IX = "{http://www.xbrl.org/2013/inlineXBRL}"
TEXT = "'DisclosureOfMaterialAccountingPolicyInformationExplanatory'"
OTHER = "{{ text('DescriptionOfNatureOfEntitysOperationsAndPrincipalActivities') }}"


def section(*parts: str) -> str:
    """A template for a section."""
    head = '<div class="section" id="{{ section.anchor }}"><h2>{{ section.title }}</h2>'
    return "\n".join((head, *parts, "</div>"))


@pytest.fixture(scope="module")
def report() -> str:
    """The issuer's report in three pages; the second of them names a footnote that stands on the first."""
    cut = issuer.REPORT
    for section in ("policies", "ratios"):
        cut = cut.replace(f"  - id: {section}\n", f"  - id: {section}\n    new_file: true\n")
    return cut.replace("label: Policies}", "label: Policies, footnotes: [restated]}")


@pytest.fixture(scope="module")
def built(report: str, tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("set")
    made = build(issuer.folder(place / "larch", report=report), place / "out", viewer=installed_script() is not None)
    assert made.folder is not None, made.findings
    return made.folder


def pages(built: Path) -> list[Path]:
    return sorted(built.glob("*.xhtml"), key=lambda path: (len(path.name), path.name))


def test_each_begins_where_the_folder_says_and_leads_to_the_others(built):
    first, second, third = pages(built)
    assert [each.name for each in (first, second, third)] == [
        "larch-2024-12-31.xhtml",
        "larch-2024-12-31-2.xhtml",
        "larch-2024-12-31-3.xhtml",
    ]
    shown = [[heading.text for heading in etree.parse(page).iter(f"{XHTML}h2")] for page in (first, second, third)]
    assert shown == [
        ["Contents", "About the report", "Income statement"],
        ["Contents", "Policies"],
        ["Contents", "Ratios"],
    ]
    assert '<p class="running-head"><a href="larch-2024-12-31.xhtml">' in second.read_text(encoding="utf-8")


def test_a_mark_leads_to_the_page_with_its_footnote(built):
    first, second, _ = (page.read_text(encoding="utf-8") for page in pages(built))
    assert '<ix:footnote id="footnote-restated"' in first
    assert '<a href="#footnote-restated">' in first
    assert '<a href="larch-2024-12-31.xhtml#footnote-restated">' in second


def test_every_link_between_the_pages_leads_somewhere(built):
    ids = {page.name: {each.get("id") for each in etree.parse(page).iter("*")} for page in pages(built)}
    for page in pages(built):
        for link in etree.parse(page).iter(f"{XHTML}a"):
            file, _, anchor = link.get("href").partition("#")
            assert not anchor or anchor in ids[file or page.name], link.get("href")


def test_the_set_and_its_package_are_valid_as_a_whole(built):
    for files in (pages(built), [*built.glob("*.xbri")]):
        assert [each for each in validate(files).findings if each.severity == "error"] == []
    assert validate(pages(built)).facts == validate([*built.glob("*.xbri")]).facts > 20


def test_the_packaged_set_differs_in_its_references_only(built):
    (package,) = built.glob("*.xbri")
    with zipfile.ZipFile(package) as archive:
        names = [name for name in archive.namelist() if f"/reports/{package.stem}/" in name]
        packed = {name.rpartition("/")[2]: archive.read(name) for name in names}
    schema = b"taxonomy/larch-2024-12-31.xsd"
    beside = {path.name: path.read_bytes() for path in (*pages(built), package.with_suffix(".css"))}
    assert packed.keys() == beside.keys()
    for name, content in packed.items():
        (url,) = re.findall(rb'schemaRef [^>]*xlink:href="([^"]+)"', content) or [b""]
        assert url.endswith(schema.rpartition(b"/")[2]) == name.endswith(".xhtml")
        assert (content.replace(url, schema) if url else content) == beside[name]


@pytest.mark.arelle
def test_arelle_sees_all_facts_in_the_package(built, root):
    (package,) = built.glob("*.xbri")
    verdict = arelle_referee.load(package, packages=[root / "taxonomy"], plugins="inlineXbrlDocumentSet")
    (instance,) = built.glob("*.xbrl")
    assert verdict.errors == []
    assert verdict.facts == arelle_referee.load(instance, packages=[root / "taxonomy"]).facts


def test_a_viewer_has_all_pages_in_one(built):
    if installed_script() is None:
        pytest.skip("needs the package ixbrl-viewer")
    viewer = (built / "viewer.html").read_text(encoding="utf-8")
    assert all(f"<h2>{title}</h2>" in viewer for title in ("Income statement", "Policies", "Ratios"))


def test_a_text_goes_on_from_one_page_to_the_next_with_something_between(report, tmp_path):
    """The parts of a text are continuations of each other wherever they stand (Inline XBRL 1.1 section 4)."""
    begun = "{% call text(" + TEXT + ", first=1, last=1) %}<p>Page one</p>{% endcall %}"
    rest = "{{ text(" + TEXT + ", first=2) }}"
    templates = {
        "section-policies.xhtml.jinja": section(begun, OTHER),
        "section-ratios.xhtml.jinja": section(rest, "{{ cell('ratios', 'growthofrevenue', '2024') }}"),
    }
    source = issuer.folder(
        tmp_path / "larch", report=report.replace(", footnotes: [restated]", ""), templates=templates
    )
    made = build(source, tmp_path / "out")
    assert made.folder is not None, made.findings
    _, second, third = (etree.parse(page) for page in pages(made.folder))
    (begun,) = (each for each in second.iter(f"{IX}nonNumeric") if each.get("continuedAt"))
    (continued,) = third.iter(f"{IX}continuation")
    assert begun.get("continuedAt") == continued.get("id")
    assert len([*begun.iter(f"{IX}exclude")]) == 1
    assert [each for each in validate(pages(made.folder)).findings if each.severity == "error"] == []
