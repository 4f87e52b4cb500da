"""Extensions of real taxonomies: their labels are left alone, and their places for defaults and line items used."""

from dataclasses import replace

from extended_report import extended_report, own

from xbrlgen.extension import Settings
from xbrlgen.extension.derivation import derived_content
from xbrlgen.extension.settings import GENERIC
from xbrlgen.extension.subject import Subject
from xbrlgen.model import QName
from xbrlgen.taxonomy import Taxonomy, load_taxonomy

TOTAL, NEGATED = "http://www.xbrl.org/2003/role/totalLabel", "http://www.xbrl.org/2009/role/negatedLabel"
ROLES = "https://www.esma.europa.eu/xbrl/role/cor/"
EUROPEAN = Settings(
    defaults_role=f"{ROLES}ifrs-dim_role-990000",
    undimensioned_role=f"{ROLES}esef_role-999999",
    undimensioned_line_items="LineItemsNotDimensionallyQualifiedPlaceholder",
)


def test_labels_of_the_base_are_found_by_role_and_language(official: Taxonomy):
    assets = QName(official.namespace, "Assets")
    assert official.has_label(assets, TOTAL)
    assert official.has_label(assets, TOTAL, "en")
    assert official.has_label(assets, TOTAL, "en-GB")
    assert not official.has_label(assets, TOTAL, "ja")
    assert not official.has_label(assets, NEGATED)
    assert not load_taxonomy("ifrs-2025").has_label(assets, TOTAL)


def test_no_label_of_the_base_is_written_again(official: Taxonomy):
    subject = Subject.of(extended_report(official), official, GENERIC)
    for label in derived_content(subject).labels:
        if label.concept.namespace == official.namespace:
            assert not official.has_label(label.concept, label.role, label.language)


def test_defaults_and_undimensioned_items_go_to_the_places_that_the_base_keeps_for_them(european: Taxonomy):
    subject = Subject.of(extended_report(european), european, EUROPEAN)
    content = derived_content(subject)
    by_role = {network.role.uri: network for network in content.definition}
    defaults, others = by_role[EUROPEAN.defaults_role], by_role[EUROPEAN.undimensioned_role]
    assert [(arc.source, arc.target) for arc in defaults.arcs] == [(own("ForecastAxis"), own("ResultMember"))]
    placeholder = subject.base_concept(EUROPEAN.undimensioned_line_items)
    assert [(arc.source, arc.target) for arc in others.arcs] == [(placeholder, own("AdjustedEarningsPerShare"))]


def test_roles_that_the_base_does_not_have_become_own_ones():
    taxonomy = load_taxonomy("ifrs-2025")
    content = derived_content(Subject.of(extended_report(taxonomy), taxonomy, EUROPEAN))
    *_, defaults, _ = (network.role for network in content.definition)
    assert defaults.definition == "[990000] Default members of axes"
    assert all("999999" not in network.role.uri for network in content.definition)


def test_disclosures_begin_with_the_element_that_the_base_has_for_them(european: Taxonomy):
    report = extended_report(european)
    notes = report.sections[1]._replace(kind="Disclosure")
    settings = replace(EUROPEAN, disclosure_heading="NotesAccountingPoliciesAndMandatoryTags")
    subject = Subject.of(replace(report, sections=(report.sections[0], notes)), european, settings)
    content = derived_content(subject)
    assert [network.arcs[0].source.local_name for network in content.presentation] == [
        "HighlightsAbstract",
        "NotesAccountingPoliciesAndMandatoryTags",
    ]
    assert own("KeyFiguresAbstract") not in {each.name for each in content.concepts}
