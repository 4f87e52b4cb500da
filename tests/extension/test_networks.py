"""All linkbases of an extension: valid by our own schemas, and read by Arelle as the report means them."""

from pathlib import Path

import pytest
from arelle_networks import Seen, relations, seen
from extended_report import OWN, extended_report, own, written
from lxml import etree

from xbrlgen.extension import Settings, extension_taxonomy
from xbrlgen.extension.arcroles import SUMMATION_ITEM_2003
from xbrlgen.extension.derivation import Content, derived_content
from xbrlgen.extension.settings import GENERIC
from xbrlgen.extension.subject import Subject
from xbrlgen.model import QName, Report
from xbrlgen.report_folders import load_folder
from xbrlgen.schema_validation.schema_set import SchemaSet
from xbrlgen.schema_validation.validation import validate_linkbase
from xbrlgen.taxonomy import Taxonomy, load_taxonomy

XLINK = "{http://www.w3.org/1999/xlink}"
STANDARD, NEGATED = "http://www.xbrl.org/2003/role/", "http://www.xbrl.org/2009/role/"
NAME = "own-2023-09-30"
VERSIONS = ["ifrs-2022", "ifrs-2023", "ifrs-2025"]


def content(report: Report, taxonomy: Taxonomy, settings: Settings = GENERIC) -> Content:
    return derived_content(Subject.of(report, taxonomy, settings))


def iij(root: Path) -> tuple[Report, Taxonomy]:
    loaded = load_folder(root / "examples" / "iij-1h23")
    assert loaded.reading.report is not None
    assert loaded.taxonomy is not None
    return loaded.reading.report, loaded.taxonomy


def test_one_file_for_each_kind_of_linkbase_and_each_language_of_labels():
    taxonomy = load_taxonomy("ifrs-2025")
    names = [f"{NAME}.xsd", *(f"{NAME}_{kind}.xml" for kind in ("pre", "cal", "def", "lab-en", "lab-ja"))]
    assert list(extension_taxonomy(extended_report(taxonomy), taxonomy).files) == names


@pytest.mark.parametrize("name", VERSIONS)
def test_every_linkbase_is_valid_and_no_two_arcs_join_the_same_locators(name: str, tmp_path: Path):
    taxonomy = load_taxonomy(name)
    path = written(extended_report(taxonomy), taxonomy, tmp_path)
    schemas = SchemaSet((str(path),), load_taxonomy(str(path)).dts.locate)
    linkbases = sorted(tmp_path.glob("*.xml"))
    assert len(linkbases) == 5
    for linkbase in linkbases:
        assert validate_linkbase(linkbase, schemas, linkbase.name) == ()
        for link in etree.parse(linkbase).getroot():
            arcs = [each for each in link if each.get(f"{XLINK}type") == "arc"]
            ends = [(arc.get(f"{XLINK}from"), arc.get(f"{XLINK}to")) for arc in arcs]
            assert len(ends) == len(set(ends))


def test_the_bytes_are_the_same_twice_and_whether_the_taxonomy_has_the_extension_already():
    taxonomy = load_taxonomy("ifrs-2023")
    report = extended_report(taxonomy)
    first = extension_taxonomy(report, taxonomy)
    assert extension_taxonomy(report, taxonomy) == first
    assert extension_taxonomy(report, taxonomy.extended(report.extension)) == first


@pytest.fixture(scope="module", params=VERSIONS)
def judged(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory):
    taxonomy = load_taxonomy(request.param)
    report = extended_report(taxonomy)
    path = written(report, taxonomy, tmp_path_factory.mktemp(request.param))
    return report, taxonomy, seen(path, [root / "taxonomy"])


@pytest.mark.arelle
def test_arelle_sees_the_relations_that_we_meant(judged: tuple[Report, Taxonomy, Seen]):
    report, taxonomy, found = judged
    meant = content(report, taxonomy)
    assert found.messages == []
    assert found.relations == relations(*meant.presentation, *meant.calculation, *meant.definition)
    assert found.labels == {(str(each.concept), each.role, each.language, each.text) for each in meant.labels}
    assert found.roles[f"{OWN}/role/key-figures"] == "[100200] Key figures"


@pytest.mark.arelle
def test_arelle_sees_the_defaults_of_the_base_and_of_own_axes(judged: tuple[Report, Taxonomy, Seen]):
    _, taxonomy, found = judged
    axes = [each.name for each in taxonomy.concepts() if each.is_dimension]
    of_base = {axis: member for axis in axes if (member := taxonomy.default_member(axis)) is not None}
    assert found.defaults == {
        **{str(axis): str(member) for axis, member in of_base.items()},
        str(own("ForecastAxis")): str(own("ResultMember")),
    }


def test_each_line_stands_below_its_heading_under_the_label_that_it_is_shown_with():
    taxonomy = load_taxonomy("ifrs-2025")
    highlights, figures = content(extended_report(taxonomy), taxonomy).presentation
    revenue, segments, domain = (
        QName(taxonomy.namespace, each) for each in ("Revenue", "SegmentsAxis", "SegmentsDomain")
    )
    table, line_items = own("Highlights1h23Table"), own("Highlights1h23LineItems")
    assert [
        (arc.source, arc.target, arc.order, arc.attributes.get("preferredLabel", "").rpartition("/")[2])
        for arc in highlights.arcs
    ] == [
        (own("HighlightsAbstract"), table, 1, ""),
        (table, own("ForecastAxis"), 1, ""),
        (own("ForecastAxis"), own("ResultMember"), 1, ""),
        (own("ResultMember"), own("TargetMember"), 1, ""),
        (table, segments, 2, ""),
        (segments, domain, 1, ""),
        (domain, own("NetworkMember"), 1, ""),
        (table, line_items, 3, ""),
        (line_items, own("Subtotal"), 1, "totalLabel"),
        (line_items, own("Spending"), 2, "negatedLabel"),
        (line_items, revenue, 3, ""),
    ]
    assert [(arc.source, arc.target) for arc in figures.arcs] == [
        (own("KeyFiguresAbstract"), own("AdjustedEarningsPerShare"))
    ]


def test_labels_are_the_standard_ones_of_own_concepts_and_those_that_the_presentation_prefers():
    taxonomy = load_taxonomy("ifrs-2025")
    labels = content(extended_report(taxonomy), taxonomy).labels
    by_concept: dict[str, dict[tuple[str, str], str]] = {}
    for each in labels:
        by_concept.setdefault(each.concept.local_name, {})[each.role, each.language] = each.text
    assert by_concept["Subtotal"] == {
        (f"{STANDARD}label", "en"): "Subtotal of all",
        (f"{STANDARD}label", "ja"): "小計",
        (f"{STANDARD}documentation", "en"): "All & more.",
        (f"{STANDARD}totalLabel", "en"): "Sub- total",
    }
    assert by_concept["Spending"] == {
        (f"{STANDARD}label", "en"): "Spending",
        (f"{NEGATED}negatedLabel", "en"): "Spending",  # the row is called by its member
    }
    assert by_concept["Highlights1h23Table"] == {(f"{STANDARD}label", "en"): "Highlights <1H23> [table]"}
    assert by_concept["KeyFiguresAbstract"] == {(f"{STANDARD}label", "en"): "Key figures [abstract]"}
    assert not {"Revenue", "NeverReported", "IdleMember", "IdleAxis"} & set(by_concept)


def test_every_declared_concept_is_presented_and_every_presented_own_concept_declared(root: Path):
    report, taxonomy = iij(root)
    found = content(report, taxonomy)
    presented = {end for network in found.presentation for arc in network.arcs for end in (arc.source, arc.target)}
    declared = {each.name for each in found.concepts}
    assert {name for name in presented if name.namespace == report.extension.namespace} == declared
    assert {fact.concept for fact in report.facts} <= presented


def test_every_network_of_a_release_has_one_root_and_is_numbered(root: Path):
    report, taxonomy = iij(root)
    found = content(report, taxonomy)
    for network in found.presentation:
        sources, targets = (
            {end(arc) for arc in network.arcs} for end in (lambda arc: arc.source, lambda arc: arc.target)
        )
        assert len(sources - targets) == 1
    for network in (*found.presentation, *found.calculation):
        for source in {arc.source for arc in network.arcs}:
            orders = [arc.order for arc in network.arcs if arc.source == source]
            assert orders == list(range(1, len(orders) + 1))
    statements = {network.arcs[0].source.local_name for network in found.presentation}
    assert statements >= {
        "StatementOfFinancialPositionAbstract",
        "IncomeStatementAbstract",
        "StatementOfComprehensiveIncomeAbstract",
        "StatementOfChangesInEquityAbstract",
        "StatementOfCashFlowsAbstract",
    }


@pytest.mark.arelle
def test_arelle_sees_the_relations_of_a_release(root: Path, tmp_path: Path):
    report, taxonomy = iij(root)
    meant = content(report, taxonomy)
    found = seen(written(report, taxonomy, tmp_path), [root / "taxonomy"])
    assert found.messages == []
    assert found.relations == relations(*meant.presentation, *meant.calculation, *meant.definition)
    assert len(found.relations) > 700


def test_the_arcrole_of_calculations_is_a_setting():
    taxonomy = load_taxonomy("ifrs-2025")
    settings = Settings(calculation_arcrole=SUMMATION_ITEM_2003)
    (network,) = content(extended_report(taxonomy), taxonomy, settings).calculation
    assert {arc.arcrole for arc in network.arcs} == {SUMMATION_ITEM_2003}
    files = extension_taxonomy(extended_report(taxonomy), taxonomy, settings).files
    assert b"arcroleRef" not in files[f"{NAME}_cal.xml"]


def test_all_languages_may_share_a_file():
    taxonomy = load_taxonomy("ifrs-2025")
    files = extension_taxonomy(extended_report(taxonomy), taxonomy, Settings(label_file="{name}_lab.xml")).files
    (labels,) = (content for name, content in files.items() if "_lab" in name)
    assert labels.count(b"<link:loc ") == labels.count(b"<link:labelArc ")
    assert (labels.count(b'xml:lang="ja"'), files[f"{NAME}.xsd"].count(b"labelLinkbaseRef")) == (1, 1)
