"""The definition linkbase: which facts it allows, by our own reader's account, the schemas' and Arelle's."""

import shutil
from pathlib import Path

import pytest
from arelle_referee import load
from extended_report import extended_report, fact, own, row, written
from lxml import etree

from xbrlgen.extension import Settings, extension_taxonomy
from xbrlgen.extension.definition import definition_networks
from xbrlgen.extension.hypercubes import Hypercube, hypercubes
from xbrlgen.extension.outline import outlines
from xbrlgen.extension.settings import GENERIC
from xbrlgen.extension.subject import Subject
from xbrlgen.model import Dimension, QName, Report, Section, Table
from xbrlgen.pipeline import build
from xbrlgen.readers.report_folder import read_report_folder
from xbrlgen.schema_validation.schema_set import SchemaSet
from xbrlgen.schema_validation.validation import validate_linkbase
from xbrlgen.taxonomy import Taxonomy, load_taxonomy

LINK = "{http://www.xbrl.org/2003/linkbase}"
XLINK = "{http://www.w3.org/1999/xlink}"


def cubes(report: Report, taxonomy: Taxonomy) -> list[Hypercube]:
    subject = Subject.of(report, taxonomy, GENERIC)
    return list(hypercubes(outlines(subject), subject))


def without_defaults(name: str) -> Taxonomy:
    """A bundled taxonomy as if no axis of it had a default member, as it is in taxonomies of other countries."""

    class WithoutDefaults(Taxonomy):
        def default_member(self, _axis: QName) -> None:
            return None

    return WithoutDefaults(load_taxonomy(name).dts)


def test_one_hypercube_holds_all_facts_of_a_section_where_each_axis_has_a_default():
    taxonomy = load_taxonomy("ifrs-2025")
    (cube,) = cubes(extended_report(taxonomy), taxonomy)
    revenue, segments = (QName(taxonomy.namespace, name) for name in ("Revenue", "SegmentsAxis"))
    assert cube.role.uri.endswith("/role/highlights-1h23")
    assert (cube.table, cube.line_items) == (own("Highlights1h23Table"), own("Highlights1h23LineItems"))
    assert cube.items == (own("Subtotal"), own("Spending"), revenue)
    assert cube.axes == {own("ForecastAxis"): (own("TargetMember"),), segments: (own("NetworkMember"),)}


def test_facts_with_and_without_an_axis_that_has_no_default_go_into_separate_roles():
    taxonomy = without_defaults("ifrs-2023")
    segments, revenue = QName(taxonomy.namespace, "SegmentsAxis"), QName(taxonomy.namespace, "Revenue")
    assert taxonomy.default_member(segments) is None
    plain, segmented = sorted(cubes(extended_report(taxonomy), taxonomy), key=lambda each: segments in each.axes)
    assert plain.role.uri != segmented.role.uri
    assert (set(plain.axes), set(segmented.axes)) == ({own("ForecastAxis")}, {own("ForecastAxis"), segments})
    assert (plain.items, segmented.items) == ((own("Subtotal"), own("Spending"), revenue), (revenue,))


def test_an_item_that_elsewhere_needs_a_member_has_a_hypercube_without_axes_for_its_facts_without_one():
    taxonomy = without_defaults("ifrs-2023")
    report = extended_report(taxonomy)
    segments, spending = QName(taxonomy.namespace, "SegmentsAxis"), own("Spending")
    facts = (fact(1, spending, Dimension(segments, own("NetworkMember"))), fact(2, spending), fact(3, own("Subtotal")))
    sections = tuple(
        Section(f"s{each.id}", "A part", (Table(f"t{each.id}", "", (), (row(int(each.id[1]), each.concept, each),)),))
        for each in facts
    )
    small = Report(report.entity, facts, (), {}, period=report.period, sections=sections, extension=report.extension)
    assert [(each.items, dict(each.axes)) for each in cubes(small, taxonomy)] == [
        ((spending,), {segments: (own("NetworkMember"),)}),
        ((spending,), {}),
    ]


def test_defaults_of_own_axes_stand_in_a_role_of_their_own_and_no_default_of_the_base_is_repeated():
    taxonomy = load_taxonomy("ifrs-2025")
    report = extended_report(taxonomy)
    subject = Subject.of(report, taxonomy.extended(report.extension), GENERIC)
    *_, defaults = definition_networks(hypercubes(outlines(subject), subject), subject)
    assert defaults.role.definition == "[990000] Default members of axes"
    assert [(arc.source, arc.target) for arc in defaults.arcs] == [(own("ForecastAxis"), own("ResultMember"))]


@pytest.mark.parametrize("name", ["ifrs-2022", "ifrs-2023", "ifrs-2025"])
def test_the_linkbase_is_valid_and_no_two_arcs_join_the_same_locators(name: str, tmp_path: Path):
    taxonomy = load_taxonomy(name)
    path = written(extended_report(taxonomy), taxonomy, tmp_path)
    linkbase = path.with_name("own-2023-09-30_def.xml")
    schemas = SchemaSet((str(path),), load_taxonomy(str(path)).dts.locate)
    assert validate_linkbase(linkbase, schemas, linkbase.name) == ()
    for link in etree.parse(linkbase).iter(f"{LINK}definitionLink"):
        ends = [(arc.get(f"{XLINK}from"), arc.get(f"{XLINK}to")) for arc in link.iter(f"{LINK}definitionArc")]
        assert len(ends) == len(set(ends))


@pytest.mark.parametrize("name", ["ifrs-2022", "ifrs-2023", "ifrs-2025"])
def test_our_own_reader_follows_the_schema_to_the_defaults(name: str, tmp_path: Path):
    base = load_taxonomy(name)
    read = load_taxonomy(str(written(extended_report(base), base, tmp_path)))
    assert read.findings == ()
    assert read.default_member(own("ForecastAxis")) == own("ResultMember")
    segments = QName(base.namespace, "SegmentsAxis")
    assert read.default_member(segments) == base.default_member(segments)


def test_the_container_is_a_setting():
    taxonomy = load_taxonomy("ifrs-2025")
    own_taxonomy = extension_taxonomy(extended_report(taxonomy), taxonomy, Settings(container="segment"))
    content = own_taxonomy.files["own-2023-09-30_def.xml"]
    assert (content.count(b'contextElement="segment"'), content.count(b'contextElement="scenario"')) == (1, 0)


@pytest.mark.arelle
@pytest.mark.parametrize("name", ["ifrs-2022", "ifrs-2023", "ifrs-2025"])
def test_arelle_finds_every_fact_of_a_release_allowed(name: str, root: Path, tmp_path: Path):
    verdict = load(_built(name, root, tmp_path), [root / "taxonomy"])
    assert verdict.messages == []
    assert verdict.fact_count == 564


@pytest.mark.arelle
def test_arelle_finds_every_fact_of_a_release_allowed_beside_the_official_hypercubes(
    root: Path, shared: Path, tmp_path: Path
):
    verdict = load(_built("ifrs-2025", root, tmp_path), [shared / "taxonomies" / "IFRSAT-2025.zip"])
    assert verdict.errors == []
    assert verdict.fact_count == 564
    own_calculations = {"calc11e:inconsistentCalculationUsingRounding"}  # of the official networks, which are not ours
    assert set(verdict.warnings) <= own_calculations


def test_a_standard_axis_keeps_the_default_of_its_taxonomy(root: Path, tmp_path: Path):
    folder = shutil.copytree(root / "examples" / "iij-1h23", tmp_path / "iij")
    text = (folder / "report.yaml").read_text(encoding="utf-8").replace("taxonomy: ifrs-2023", "taxonomy: ifrs-2025")
    other = "    SegmentsAxis:\n      default: AtmOperationBusinessMember\n      members:\n"
    changed = text.replace("    SegmentsAxis:\n      members:\n", other)
    assert changed != text
    (folder / "report.yaml").write_text(changed, encoding="utf-8")
    (found,) = (each for each in read_report_folder(folder, load_taxonomy).findings if each.code == "XG130")
    assert "SegmentsDomain" in found.message
    assert found.locations[0].line == changed.partition("default: AtmOperation")[0].count("\n") + 1


def _built(name: str, root: Path, folder: Path) -> Path:
    """IIJ's release on another version of the taxonomy."""
    source = shutil.copytree(root / "examples" / "iij-1h23", folder / "iij")
    text = (source / "report.yaml").read_text(encoding="utf-8")
    (source / "report.yaml").write_text(text.replace("taxonomy: ifrs-2023", f"taxonomy: {name}"), encoding="utf-8")
    built = build(source, folder / "out")
    assert built.findings == ()
    return next(path for path in built.files if path.suffix == ".xbrl")
