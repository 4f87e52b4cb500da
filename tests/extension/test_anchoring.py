"""Anchors: from the report folder to wider-narrower arcs in a role that holds nothing else."""

from pathlib import Path

import pytest
from arelle_networks import seen
from extended_report import extended_report, own, written

from xbrlgen.extension.derivation import derived_content
from xbrlgen.extension.settings import GENERIC
from xbrlgen.extension.subject import Subject
from xbrlgen.model import Anchors, QName
from xbrlgen.readers.report_folder import read_report_folder
from xbrlgen.taxonomy import load_taxonomy

WIDER_NARROWER = "http://www.esma.europa.eu/xbrl/esef/arcrole/wider-narrower"

REPORT = """
title: A report
entity: {name: A, scheme: http://example.com/scheme, identifier: "1"}
taxonomy: ifrs-2023
period: Y
currency: EUR
periods: {Y: 2023-01-01/2023-12-31}
extension:
  prefix: own
  namespace: http://example.com/own
  concepts:
    RentAndRates:
      {type: monetary, period: duration, balance: debit, label: Rent and rates, anchors: {wider: [ExpenseByNature], narrower: [RentalExpense]}}
    Sundries: {type: monetary, period: duration, balance: debit, label: Sundries, anchors: ANCHORS}
sections:
  - id: figures
    title: Figures
    content:
      - facts:
          - {concept: "own:RentAndRates", value: "1", label: Rent}
          - {concept: "own:Sundries", value: "2", label: Sundries}
"""


def test_report_yaml_says_what_a_concept_lies_between(tmp_path: Path):
    (tmp_path / "report.yaml").write_text(REPORT.replace("ANCHORS", '{narrower: ["own:RentAndRates"]}'), "utf-8")
    reading = read_report_folder(tmp_path, load_taxonomy)
    assert reading.findings == ()
    rent, sundries = reading.report.extension.concepts
    namespace = load_taxonomy("ifrs-2023").namespace
    assert rent.anchors == Anchors((QName(namespace, "ExpenseByNature"),), (QName(namespace, "RentalExpense"),))
    assert sundries.anchors == Anchors((), (rent.name,))


def test_an_anchor_that_is_misspelt_is_a_finding_at_its_place(tmp_path: Path):
    (tmp_path / "report.yaml").write_text(REPORT.replace("ANCHORS", "{wider: [ExpenseByNatur], narower: []}"), "utf-8")
    reading = read_report_folder(tmp_path, load_taxonomy)
    found = {each.code: each for each in reading.findings}
    assert set(found) == {"XG112", "XG121"}
    assert "ExpenseByNature" in found["XG121"].hint
    line = REPORT.partition("ANCHORS")[0].count("\n") + 1
    assert {(place.line) for each in reading.findings for place in each.locations} == {line}


@pytest.mark.arelle
def test_the_arcs_lead_from_the_wider_concept_to_the_narrower_in_a_role_without_dimensions(root: Path, tmp_path: Path):
    taxonomy = load_taxonomy("ifrs-2025")
    report = extended_report(taxonomy)
    found = seen(written(report, taxonomy, tmp_path), [root / "taxonomy"])
    anchors = [each for each in found.relations if each.arcrole == WIDER_NARROWER]
    subtotal, profit, income = (
        str(each)
        for each in (own("Subtotal"), QName(taxonomy.namespace, "ProfitLoss"), QName(taxonomy.namespace, "OtherIncome"))
    )
    assert {(each.source, each.target) for each in anchors} == {(profit, subtotal), (subtotal, income)}
    (role,) = {each.role for each in anchors}
    assert {each.arcrole for each in found.relations if each.role == role} == {WIDER_NARROWER}


def test_what_nothing_uses_is_not_anchored_either():
    taxonomy = load_taxonomy("ifrs-2025")
    report = extended_report(taxonomy)
    content = derived_content(Subject.of(report, taxonomy, GENERIC))
    unused = own("NeverReported")
    assert unused in {each.name for each in report.extension.concepts}
    assert all(unused not in {arc.source, arc.target} for network in content.definition for arc in network.arcs)
