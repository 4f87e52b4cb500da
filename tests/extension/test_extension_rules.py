"""Each rule on extension taxonomies finds the one thing that is wrong, at its place; sound ones are left in peace."""

from dataclasses import replace
from pathlib import Path

import pytest
from arelle_networks import seen
from damage import CORE, Fault, damaged
from extended_report import extended_report, fact, own, row, written
from faults import FAULTS, declared
from faults_by_case import FAULTS_BY_CASE

from xbrlgen.findings import Finding, Severity
from xbrlgen.findings.catalogue import own_and_base, own_networks, own_schemas
from xbrlgen.findings.ruling import Ruling
from xbrlgen.model import Anchors, Dimension, QName, Report, Section, Table
from xbrlgen.profiles import load_profile, profile_names
from xbrlgen.report_folders import load_folder
from xbrlgen.rules.arcroles import DIMENSIONAL, GENERAL_SPECIAL, WIDER_NARROWER
from xbrlgen.rules.extension_taxonomy import (
    STYLE,
    Conventions,
    OwnTaxonomy,
    check_extension_taxonomy,
)
from xbrlgen.rules.taxonomy_documents.checking import check_taxonomy_documents
from xbrlgen.taxonomy import Taxonomy, load_taxonomy

CONVENTIONS = Conventions(
    container="scenario",
    calculation_arcrole="https://xbrl.org/2023/arcrole/summation-item",
    defaults_role="http://example.com/own?a=1&b=2/role/dimensions/defaults",
    role_definition=r"\[[0-9]{6}\] .+",
    file_name=r"o(wn|o+)-2023-09-30(_(pre|cal|def|ref|lab-[a-z]{2}))?\.(xsd|xml)",
    longest_base=20,
    namespace=r"http://example\.com/own.*",
    statements=("StatementOfCashFlowsAbstract",),
    refused_imports=r".*/full_ifrs-cor_.*",
    definition_arcroles=(*DIMENSIONAL, WIDER_NARROWER, GENERAL_SPECIAL),
    linkbases=("presentation", "calculation", "definition", "label"),
)
TAXONOMY = load_taxonomy("ifrs-2025")


def sound_report(taxonomy: Taxonomy = TAXONOMY) -> Report:
    """The small report with nothing wrong: all own concepts anchored, all figures in hypercubes."""
    report = extended_report(taxonomy)
    wider = {"Spending": "ExpenseByNature", "AdjustedEarningsPerShare": "BasicEarningsLossPerShare"}
    concepts = tuple(
        replace(each, anchors=Anchors((QName(taxonomy.namespace, wider[each.name.local_name]),)))
        if each.name.local_name in wider
        else each
        for each in report.extension.concepts
    )
    forecast = Dimension(own("ForecastAxis"), own("TargetMember"))
    target = fact(7, own("AdjustedEarningsPerShare"), forecast)._replace(unit=report.facts[3].unit)
    figures = row(5, target.concept, report.facts[3], target)
    highlights, _ = report.sections
    return replace(
        report,
        facts=(*report.facts, target),
        sections=(
            highlights._replace(title="Highlights"),
            Section("key-figures", "Key figures", (Table("k", "Key", (), (figures,)),)),
        ),
        extension=replace(report.extension, concepts=concepts),
    )


OF_XBRL = {"XG311", "XG312", "XG313", "XG314", "XG316"}
"""What XBRL itself forbids in the networks of any taxonomy."""


def findings(schema: Path, report: Report, conventions: Conventions = CONVENTIONS) -> list[Finding]:
    taxonomy = load_taxonomy(str(schema))
    judged = OwnTaxonomy(taxonomy, report, conventions)
    of_xbrl = [each for each in check_taxonomy_documents(taxonomy) if each.code in OF_XBRL]
    return [*of_xbrl, *(each for rule in STYLE for each in rule(judged))]


@pytest.fixture
def sound(tmp_path: Path) -> tuple[Path, Report]:
    report = sound_report()
    return written(report, TAXONOMY, tmp_path), report


def test_what_we_derive_ourselves_breaks_no_rule(sound: tuple[Path, Report]):
    assert findings(*sound) == []


@pytest.mark.parametrize("fault", [*FAULTS, *FAULTS_BY_CASE], ids=str)
def test_the_one_fault_is_found_at_its_place(fault: Fault, sound: tuple[Path, Report]):
    schema, report = sound
    path, line = damaged(fault, schema)
    found = findings(schema, report)
    assert {each.code for each in found} - fault.also == {fault.code}, [each.message for each in found]
    told = next(each for each in found if each.code == fault.code)
    assert fault.case in {"", told.standard}
    (place, *_) = told.locations
    assert place.path == str(path)
    assert place.line in {0, line}


@pytest.mark.arelle
@pytest.mark.parametrize("fault", [each for each in FAULTS if each.arelle], ids=str)
def test_arelle_rejects_what_xbrl_itself_forbids(fault: Fault, sound: tuple[Path, Report], root: Path):
    schema, _ = sound
    damaged(fault, schema)
    messages = seen(schema, [root / "taxonomy"]).messages
    assert any(each.startswith(f"[{fault.arelle}") for each in messages), messages


def test_every_rule_has_a_fault():
    codes = {each.code for module in (own_and_base, own_networks, own_schemas) for each in module.ENTRIES}
    assert {each.code for each in (*FAULTS, *FAULTS_BY_CASE)} == codes - {"XG381"}


@pytest.mark.parametrize("name", profile_names())
def test_every_case_that_a_regulator_tells_apart_has_a_fault(name: str):
    codes = {each.code for module in (own_and_base, own_networks, own_schemas) for each in module.ENTRIES}
    wanted = {each for each in load_profile(name).rulings if each.partition("/")[0] in codes and "/" in each}
    known = {f"{each.code}{each.case}" for each in (*FAULTS, *FAULTS_BY_CASE)}
    assert sorted(wanted - known) == []


def test_labels_of_the_base_taxonomy_are_wanted_where_its_package_has_them(sound: tuple[Path, Report]):
    (told,) = findings(*sound, replace(CONVENTIONS, base_labels=True))
    assert (told.code, told.locations[0].path) == ("XG381", str(sound[0]))
    assert "ifrs-full:Revenue" in told.message


@pytest.mark.parametrize(("derived", "codes"), [(True, set()), (False, {"XG348"})])
def test_an_anchor_may_be_of_the_type_that_a_type_is_derived_from(derived: bool, codes: set[str], sound):
    schema, report = sound
    anchor = f"{CORE}NameOfReportingEntityOrOtherMeansOfIdentification"
    damaged(Fault("", lambda files: declared(files, "Note", "types:textBlockItemType", anchor, abstract="")), schema)
    assert {each.code for each in findings(schema, report, replace(CONVENTIONS, derived_anchors=derived))} == codes


def test_the_namespace_has_the_form_that_is_wanted(sound: tuple[Path, Report]):
    (told,) = findings(*sound, replace(CONVENTIONS, namespace="https?://[^/]+/[0-9]{8}"))
    assert (told.code, told.standard, told.locations[0].path) == ("XG385", "", str(sound[0]))


def test_a_release_breaks_only_the_rules_of_the_regulators_that_it_is_not_for(root: Path, tmp_path: Path):
    loaded = load_folder(root / "examples" / "iij-1h23")
    report = loaded.reading.report
    schema = written(report, loaded.taxonomy, tmp_path)
    assert {each.code for each in findings(schema, report, Conventions())} == {"XG343", "XG345", "XG382"}


def test_a_regulator_says_which_rules_of_style_count_and_under_which_code(sound: tuple[Path, Report]):
    schema, report = sound
    for code in ("XG341", "XG349"):
        damaged(next(each for each in FAULTS if each.code == code), schema)
    judged = OwnTaxonomy(load_taxonomy(str(schema)), report)
    assert list(check_extension_taxonomy(judged, {})) == []
    rulings = {"XG349": Ruling(Severity.ERROR, "EFM.6.09.09")}
    told = {each.code: (each.severity, each.standard) for each in check_extension_taxonomy(judged, rulings)}
    assert told == {"XG349": (Severity.ERROR, "EFM.6.09.09")}


def test_without_a_report_nothing_is_said_of_what_is_reported(sound: tuple[Path, Report]):
    schema, _ = sound
    judged = OwnTaxonomy(load_taxonomy(str(schema)), None, CONVENTIONS)
    assert [each for rule in STYLE for each in rule(judged)] == []
