"""Extensions of real taxonomies: their labels are left alone, and their places for defaults and line items used."""

import zipfile
from pathlib import Path

import pytest
from arelle_networks import seen
from extended_report import extended_report, own, written

from xbrlgen.extension import Settings
from xbrlgen.extension.derivation import derived_content
from xbrlgen.extension.settings import GENERIC
from xbrlgen.extension.subject import Subject
from xbrlgen.model import QName
from xbrlgen.taxonomy import Catalog, Taxonomy, load_taxonomy, read_package
from xbrlgen.taxonomy.label_index import has_label

TOTAL, NEGATED = "http://www.xbrl.org/2003/role/totalLabel", "http://www.xbrl.org/2009/role/negatedLabel"
ESEF = "http://www.esma.europa.eu/taxonomy/2022-03-24/esef_cor.xsd"
ROLES = "https://www.esma.europa.eu/xbrl/role/cor/"
EUROPEAN = Settings(
    defaults_role=f"{ROLES}ifrs-dim_role-990000",
    undimensioned_role=f"{ROLES}esef_role-999999",
    undimensioned_line_items="LineItemsNotDimensionallyQualifiedPlaceholder",
)


def unpacked(package: Path, folder: Path) -> Catalog:
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
    return Catalog.of([read_package(next(path for path in folder.iterdir() if path.is_dir()))])


@pytest.fixture(scope="module")
def official(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Taxonomy:
    catalog = unpacked(shared / "taxonomies" / "IFRSAT-2025.zip", tmp_path_factory.mktemp("ifrs"))
    entry_point = "https://xbrl.ifrs.org/taxonomy/2025-03-27/full_ifrs_entry_point_2025-03-27.xsd"
    return load_taxonomy(entry_point, catalog=catalog)


@pytest.fixture(scope="module")
def european(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Taxonomy:
    catalog = unpacked(shared / "taxonomies" / "ifrs-esef-2019-2022.zip", tmp_path_factory.mktemp("esef"))
    return load_taxonomy(ESEF, catalog=catalog)


def test_labels_of_the_base_are_found_by_role_and_language(official: Taxonomy):
    assets = QName(official.namespace, "Assets")
    assert has_label(official, assets, TOTAL)
    assert has_label(official, assets, TOTAL, "en")
    assert has_label(official, assets, TOTAL, "en-GB")
    assert not has_label(official, assets, TOTAL, "ja")
    assert not has_label(official, assets, NEGATED)
    assert not has_label(load_taxonomy("ifrs-2025"), assets, TOTAL)


def test_no_label_of_the_base_is_written_again(official: Taxonomy):
    subject = Subject.of(extended_report(official), official, GENERIC)
    for label in derived_content(subject).labels:
        if label.concept.namespace == official.namespace:
            assert not has_label(official, label.concept, label.role, label.language)


def test_defaults_and_undimensioned_items_go_to_the_places_that_the_base_keeps_for_them(european: Taxonomy):
    subject = Subject.of(extended_report(european), european, EUROPEAN)
    content = derived_content(subject)
    by_role = {network.role.uri: network for network in content.definition}
    defaults, others = by_role[EUROPEAN.defaults_role], by_role[EUROPEAN.undimensioned_role]
    assert [(arc.source, arc.target) for arc in defaults.arcs] == [(own("ForecastAxis"), own("ResultMember"))]
    placeholder = subject.base_concept(EUROPEAN.undimensioned_line_items)
    assert [(arc.source, arc.target) for arc in others.arcs] == [(placeholder, own("AdjustedEarningsPerShare"))]


@pytest.mark.arelle
def test_arelle_resolves_the_roles_of_the_base(european: Taxonomy, shared: Path, tmp_path: Path):
    path = written(extended_report(european), european, tmp_path, EUROPEAN)
    found = seen(path, [shared / "taxonomies" / "ifrs-esef-2019-2022.zip"])
    assert [each for each in found.messages if not each.startswith("[message:")] == []  # its formulas miss facts
    assert found.defaults[str(own("ForecastAxis"))] == str(own("ResultMember"))
    assert not any("990000" in uri or "999999" in uri for uri in found.roles)  # they are declared by the base alone


def test_roles_that_the_base_does_not_have_become_own_ones():
    taxonomy = load_taxonomy("ifrs-2025")
    content = derived_content(Subject.of(extended_report(taxonomy), taxonomy, EUROPEAN))
    *_, defaults, _ = (network.role for network in content.definition)
    assert defaults.definition == "[990000] Default members of axes"
    assert all("999999" not in network.role.uri for network in content.definition)
