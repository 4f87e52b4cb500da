"""The data of a viewer, against the pages and against the data that Arelle's plugin makes of them."""

import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

TESTS = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TESTS), str(Path(__file__).parent)]

import kinds  # noqa: E402
from arelles_viewer import viewer_by_arelle  # noqa: E402
from viewer_file import ViewerFile, kinds_taxonomy, viewed_kinds  # noqa: E402

from xbrlgen.extension import Settings  # noqa: E402
from xbrlgen.model import QName  # noqa: E402
from xbrlgen.packages import given_packages  # noqa: E402
from xbrlgen.pipeline import build  # noqa: E402
from xbrlgen.target import target_document  # noqa: E402
from xbrlgen.taxonomy import load_taxonomy  # noqa: E402
from xbrlgen.viewing import viewed_taxonomy  # noqa: E402
from xbrlgen.writers.viewer import Script, installed_script, write_viewer  # noqa: E402
from xbrlgen.writers.viewer.data import viewer_data  # noqa: E402

pytest.importorskip("iXBRLViewerPlugin", reason="needs the package ixbrl-viewer")

INLINE = "{http://www.xbrl.org/2013/inlineXBRL}"


@pytest.fixture(scope="module")
def iij(root: Path, tmp_path_factory) -> Path:
    """The output folder of the example, with a viewer."""
    built = build(root / "examples/iij-1h23", tmp_path_factory.mktemp("viewer") / "iij", viewer=True)
    assert built.folder is not None, built.findings
    return built.folder


@pytest.fixture(scope="module")
def arelles(iij: Path, root: Path, tmp_path_factory) -> ViewerFile:
    """The viewer that Arelle makes of the same page and taxonomy."""
    return _by_arelle(next(iij.glob("*.xhtml")), tmp_path_factory.mktemp("arelle") / "viewer.html", root / "taxonomy")


def _by_arelle(page: Path, out: Path, *packages: Path) -> ViewerFile:
    viewer_by_arelle(page, out, *packages)
    return ViewerFile.read(out)


def _tags(page: Path) -> list[str]:
    """The ids of all facts of a page in order, hidden ones and repeated ones."""
    tree = etree.parse(str(page))
    return [each.get("id") for each in tree.iter(f"{INLINE}nonFraction", f"{INLINE}nonNumeric")]


def test_every_tag_of_the_page_has_its_data(iij):
    tags = _tags(next(iij.glob("*.xhtml")))
    assert list(ViewerFile.read(iij / "viewer.html").report["facts"]) == tags
    assert len(tags) > 564


def test_facts_are_those_that_arelle_makes_of_the_page(iij, arelles):
    assert ViewerFile.read(iij / "viewer.html").facts == arelles.facts


def test_every_fact_of_the_report_is_found_by_the_viewer_that_arelle_builds(iij, arelles):
    assert set(arelles.report["facts"]) == set(_tags(next(iij.glob("*.xhtml"))))


def test_networks_are_those_that_arelle_reads_from_the_extension(iij, arelles):
    ours = ViewerFile.read(iij / "viewer.html")
    for kind in ("pres", "calc11"):
        assert ours.relationships(kind) == arelles.relationships(kind) != []
    assert {each[1:] for each in ours.relationships("d-d")} <= {each[1:] for each in arelles.relationships("d-d")}
    definitions = {ours.data["roles"][key]: texts for key, texts in ours.report["roleDefs"].items()}
    theirs = {arelles.data["roles"][key]: texts for key, texts in arelles.report["roleDefs"].items()}
    assert definitions == {role: theirs[role] for role in definitions} != {}


def test_concepts_are_as_arelle_describes_them_and_no_more_than_the_report_reaches(iij, arelles):
    ours = ViewerFile.read(iij / "viewer.html")
    assert ours.concepts == {name: arelles.concepts.get(name) for name in ours.concepts}
    axes = {axis for _, axis, *_ in arelles.relationships("d-d")}
    reached = {name for fact in ours.report["facts"].values() for name in (fact["a"]["c"], *fact["a"]) if ":" in name}
    assert {ours.full(name) for name in reached} <= ours.concepts.keys()
    assert axes - ours.concepts.keys(), "defaults of axes that the report does not use are left out"


def test_labels_of_the_extension_are_there_and_every_concept_has_a_readable_one(iij, arelles):
    ours = ViewerFile.read(iij / "viewer.html")
    described = {name for name, *_ in ours.labels}
    assert arelles.labels <= ours.labels
    standard = "http://www.xbrl.org/2003/role/label"
    assert {name for name, role, *_ in ours.labels if role == standard} == ours.concepts.keys() == described


def test_a_given_taxonomy_lends_its_labels(shared):
    entry = "https://xbrl.ifrs.org/taxonomy/2025-03-27/full_ifrs_entry_point_2025-03-27.xsd"
    taxonomy = load_taxonomy(entry, catalog=given_packages([shared / "taxonomies/IFRSAT-2025.zip"]).catalog)
    revenue = QName(taxonomy.namespace, "Revenue")
    fact = kinds.number("Revenue", 1)._replace(concept=revenue)
    report = kinds.report(fact)
    document = target_document(report, taxonomy)
    viewed = viewed_taxonomy(report, document, taxonomy, Settings())
    labels = viewer_data(document, [], viewed, "a.xhtml")["sourceReports"][0]["targetReports"][0]["concepts"]
    [revenue_labels] = [concept["labels"] for concept in labels.values()]
    assert revenue_labels["std"] == {"en": "Revenue"}
    assert revenue_labels["totalLabel"] == {"en": "Total revenue"}


def test_local_documents_are_those_that_arelle_finds(iij, arelles):
    assert ViewerFile.read(iij / "viewer.html").report["localDocs"] == arelles.report["localDocs"]


def test_every_kind_of_fact_is_as_arelle_sees_it(tmp_path):
    report = kinds.one_of_each_kind()
    page, viewer = viewed_kinds(tmp_path, report)
    ours, theirs = ViewerFile.read(viewer), _by_arelle(page, tmp_path / "arelle.html")
    assert list(ours.report["facts"]) == _tags(page)
    assert ours.facts == theirs.facts
    form = theirs.concepts[str(kinds.name("Form"))]
    form["e"] = True  # a name that is no enumeration is shown by its label too
    assert ours.concepts == {name: theirs.concepts.get(name) for name in ours.concepts}


def test_nothing_in_a_report_can_end_the_data(tmp_path):
    evil = "</script><script>alert(1)</script><!-- ]]> & \u2028"
    report = kinds.report(kinds.text("Name", evil, "en"))
    _, viewer = viewed_kinds(tmp_path, report, replace(kinds_taxonomy(), readable=lambda _name: evil))
    found = ViewerFile.read(viewer)
    assert not set("<>&") & set(found.block)
    [fact] = found.report["facts"].values()
    assert fact["v"] == evil
    assert evil in {text for *_, text in found.labels}


def test_a_script_that_could_end_its_element_is_made_harmless():
    script = Script("1.5.0", 'const end = "</SCRIPT>", note = /<!--/;')
    out = BytesIO()
    page = b'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>One &amp; <b>two</b></p></body><!-- </body> --></html>'
    document = target_document(kinds.report(kinds.number("Revenue", 1)), kinds.taxonomy())
    write_viewer(page, out, name="a.xhtml", document=document, taxonomy=kinds_taxonomy(), script=script)
    text = out.getvalue().decode()
    assert r'const end = "\x3C/SCRIPT>", note = /\x3C!--/;' in text
    assert text.startswith('<html xmlns="http://www.w3.org/1999/xhtml"><body><p>One &amp; <b>two</b></p><script ')
    assert text.endswith("</script>\n</body><!-- </body> --></html>")


def test_a_viewer_is_well_formed_and_holds_the_page_unchanged(iij):
    page, viewer = next(iij.glob("*.xhtml")).read_bytes(), (iij / "viewer.html").read_bytes()
    etree.fromstring(viewer, etree.XMLParser(huge_tree=True))
    before, _, after = page.rpartition(b"</body>")
    assert viewer.startswith(before)
    assert viewer.endswith(b"</body>" + after)


def test_an_installed_script_has_its_notices_with_it(iij):
    text = (iij / "viewer.html").read_text(encoding="utf-8")
    assert installed_script().notices in text
    assert "Apache License 2.0" in text
