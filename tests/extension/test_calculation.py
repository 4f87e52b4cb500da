"""The calculation networks: which of the declared totals they hold, where, and with which weights."""

from dataclasses import replace
from pathlib import Path

import pytest
from extended_report import concept, extended_report, fact, own, row, total

from xbrlgen.extension.derivation import Content, derived_content
from xbrlgen.extension.settings import GENERIC
from xbrlgen.extension.subject import Subject
from xbrlgen.findings import Location
from xbrlgen.model import Equation, EquationKind, QName, Reference, Report, Section, Table
from xbrlgen.model.namespaces import XBRLI
from xbrlgen.report_folders import load_folder
from xbrlgen.rules import Subject as Judged
from xbrlgen.rules.equations import inexpressible_calculations
from xbrlgen.taxonomy import load_taxonomy

MONEY = QName(XBRLI, "monetaryItemType")
TAXONOMY = load_taxonomy("ifrs-2025")


def small_report(equations: list[Equation], **period_types: str) -> Report:
    """Equations over own concepts A to E, with E on a page of its own and F not reported."""
    report = extended_report(TAXONOMY)
    balances = {"A": "credit", "B": "credit", "C": "debit", "D": "", "E": "credit", "F": ""}
    concepts = tuple(
        concept(name, MONEY, period_types.get(name, "duration"), balance) for name, balance in balances.items()
    )
    facts = tuple(fact(number, own(name)) for number, name in enumerate("ABCDE", 1))
    rows = tuple(row(number, each.concept, each) for number, each in enumerate(facts))
    sections = (
        Section("first", "First", (Table("t", "", (), rows[:4]),)),
        Section("second", "Second", (Table("u", "", (), rows[4:]),)),
    )
    extension = replace(report.extension, concepts=concepts, axes=())
    return replace(report, facts=facts, sections=sections, equations=tuple(equations), extension=extension)


def content(equations: list[Equation], **period_types: str) -> Content:
    """What comes of them."""
    return derived_content(Subject.of(small_report(equations, **period_types), TAXONOMY, GENERIC))


def arcs(found: Content) -> dict[str, list[tuple[str, str, str]]]:
    """Total, item and weight of each arc, by the end of its role."""
    return {
        network.role.uri.partition("/role/")[2]: [
            (arc.source.local_name, arc.target.local_name, arc.attributes["weight"]) for arc in network.arcs
        ]
        for network in found.calculation
    }


def test_totals_of_one_section_share_its_role():
    found = content([total("t", own("A"), (1, own("B")), (-1, own("C"))), total("t", own("B"), (1, own("D")))])
    assert arcs(found) == {"first": [("A", "B", "1"), ("A", "C", "-1"), ("B", "D", "1")]}


def test_a_second_sum_of_one_total_goes_into_a_role_of_its_own_with_its_lines():
    equations = [
        total("t", own("A"), (1, own("B"))),
        total("t", own("A"), (1, own("D"))),
        total("t", own("B"), (1, own("D"))),
    ]
    found = content(equations)
    assert arcs(found) == {"first": [("A", "B", "1"), ("B", "D", "1")], "first/calculation-2": [("A", "D", "1")]}
    further = next(each for each in found.presentation if each.role.uri.endswith("/calculation-2"))
    assert [(arc.source, arc.target) for arc in further.arcs] == [
        (own("FirstAbstract"), own("D")),
        (own("FirstAbstract"), own("A")),
    ]


def test_the_same_sum_is_there_once():
    found = content([total("t", own("A"), (1, own("B"))), total("t", own("A"), (1, own("B")))])
    assert arcs(found) == {"first": [("A", "B", "1")]}


def test_a_term_that_another_section_shows_is_presented_beside_the_total():
    found = content([total("t", own("A"), (1, own("B")), (1, own("E")))])
    assert arcs(found) == {"first": [("A", "B", "1"), ("A", "E", "1")]}
    assert (own("FirstAbstract"), own("E")) in {(arc.source, arc.target) for arc in found.presentation[0].arcs}


def test_a_term_that_is_never_reported_is_no_item():
    assert arcs(content([total("t", own("A"), (1, own("B")), (1, own("F")))])) == {"first": [("A", "B", "1")]}


@pytest.mark.parametrize(
    "equation", [total("t", own("A"), (-1, own("B"))), total("t", own("A"), (1, own("C")), (1, own("D")))]
)
def test_weights_that_contradict_the_balances_cannot_be_written(equation: Equation):
    assert arcs(content([equation])) == {}


def test_a_sum_over_two_period_types_cannot_be_written():
    assert arcs(content([total("t", own("A"), (1, own("D")))], D="instant")) == {}


@pytest.mark.parametrize(
    ("equation", "words"),
    [
        (total("t", own("A"), (-1, own("B"))), "a credit cannot be subtracted from a credit"),
        (total("t", own("A"), (1, own("C"))), "a debit cannot be added to a credit"),
        (total("t", own("A"), (1, own("D"))), "one is of the period type instant, the other duration"),
        (total("t", own("A"), (1, own("B")), (1, own("A"))), "a total is no part of itself"),
    ],
)
def test_the_issuer_is_told_of_a_total_that_the_filing_cannot_declare(equation: Equation, words: str):
    report = small_report([equation], D="instant")
    subject = Judged(report, TAXONOMY.extended(report.extension), {equation.id: Location("report.yaml", 7)})
    (found,) = inexpressible_calculations(subject)
    assert (found.code, found.locations) == ("XG415", (Location("report.yaml", 7),))
    assert found.message.endswith(f"{words}.")


def test_only_calculations_become_networks():
    other = total("t", own("A"), (1, own("B")))._replace(kind=EquationKind.TIE_OUT, table="")
    aggregation = Equation("t.a", EquationKind.AGGREGATION, Reference(None), ((1, Reference(None)),), "", table="t")
    assert arcs(content([other, aggregation])) == {}


def test_every_calculation_of_a_release_is_in_the_network_of_its_section(root: Path):
    loaded = load_folder(root / "examples" / "iij-1h23")
    report, taxonomy = loaded.reading.report, loaded.taxonomy
    found = derived_content(Subject.of(report, taxonomy, GENERIC))
    tables = {content.id: section.id for section in report.sections for content in section.content}
    meant = {
        (tables[each.table], each.total.concept, term.concept, str(weight))
        for each in report.equations
        if each.kind is EquationKind.CALCULATION
        for weight, term in each.terms
    }
    written = {
        (network.role.uri.partition("/role/")[2].partition("/")[0], arc.source, arc.target, arc.attributes["weight"])
        for network in found.calculation
        for arc in network.arcs
    }
    assert written == meant
    assert len(written) > 150
