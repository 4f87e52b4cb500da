"""A real release: nothing is found in it, and what is changed in it is found."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from xbrlgen.findings import Finding, Severity
from xbrlgen.model import EquationKind, Fact
from xbrlgen.model.binding import bound
from xbrlgen.model.evaluation import FactIndex
from xbrlgen.readers.reading import Reading
from xbrlgen.readers.report_folder import read_report_folder
from xbrlgen.rules import Subject, check
from xbrlgen.taxonomy import Taxonomy, load_taxonomy

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "iij-1h23"
MILLION = 1_000_000


@cache
def _release() -> tuple[Reading, Taxonomy]:
    reading = read_report_folder(FOLDER, load_taxonomy)
    assert reading.report is not None
    assert reading.report.extension is not None
    return reading, load_taxonomy("ifrs-2023").extended(reading.report.extension)


def _judged(*changed: Fact) -> list[Finding]:
    reading, taxonomy = _release()
    by_id = {each.id: each for each in changed}
    facts = tuple(by_id.get(each.id, each) for each in reading.report.facts)
    return list(check(replace(reading.report, facts=facts), taxonomy, reading.locations))


def _fact(concept: str, period: str, *members: str) -> Fact:
    (found,) = (
        each
        for each in _release()[0].report.facts
        if (each.concept.local_name, str(each.period)) == (concept, period)
        and {dimension.member.local_name for dimension in each.dimensions} == {f"{member}Member" for member in members}
    )
    return found


def test_nothing_is_found_in_the_release():
    assert _judged() == []


def test_every_equation_and_computed_figure_is_checked():
    reading, taxonomy = _release()
    index = FactIndex(reading.report.facts, taxonomy.default_member)
    checks = Counter(dict.fromkeys(EquationKind, 0))
    for equation in reading.report.equations:
        found = sum(1 for _ in bound(equation, index))
        assert found, equation.text
        checks[equation.kind] += found
    assert all(checks[kind] > least for kind, least in zip(EquationKind, (150, 90, 15, 40), strict=True)), checks
    cells = [cell for _, cell in Subject(reading.report, taxonomy, reading.locations).cells() if cell.computation]
    assert len([cell for cell in cells if cell.computation.printed is not None]) == len(cells) > 50


HALF_YEAR, BEFORE, CLOSING = "2023-04-01/2023-09-30", "2022-04-01/2022-09-30", "2023-09-30"


@pytest.mark.parametrize(
    ("concept", "period", "members", "codes"),
    [
        ("Assets", CLOSING, (), {"XG410"}),
        ("Inventories", CLOSING, (), {"XG410"}),
        ("CashAndCashEquivalents", CLOSING, (), {"XG410", "XG412"}),
        ("Revenue", HALF_YEAR, (), {"XG410", "XG411"}),
        ("CostOfSales", BEFORE, ("AtmOperation",), {"XG411"}),
        ("ProfitLoss", HALF_YEAR, (), {"XG410", "XG411"}),
        ("ProfitLoss", HALF_YEAR, ("RetainedEarnings",), {"XG410", "XG411"}),
        ("DividendsPaid", HALF_YEAR, ("RetainedEarnings",), {"XG410", "XG411"}),
        ("Equity", CLOSING, ("TreasuryShares",), {"XG411", "XG412"}),
        ("ProfitLossAttributableToOwnersOfParent", HALF_YEAR, (), {"XG410", "XG413"}),
    ],
)
def test_a_figure_that_is_a_little_wrong_is_found(concept: str, period: str, members: tuple[str, ...], codes: set[str]):
    fact = _fact(concept, period, *members)
    found = _judged(fact._replace(value=fact.value + 9 * MILLION))
    place = _release()[0].locations[fact.id]
    assert codes <= {each.code for each in found if place in each.locations}
    assert all(place in each.locations for each in found)
    assert {each.severity for each in found} == {Severity.WARNING}


def test_a_wrong_sign_is_found_by_itself_and_by_what_it_does_to_totals():
    fact = _fact("FinanceCosts", HALF_YEAR)
    found = _judged(fact._replace(value=-fact.value))
    assert {each.code for each in found} == {"XG270", "XG410", "XG413"}
    (total,) = (each for each in found if each.code == "XG410")
    assert total.hint.startswith("If Finance expenses had the opposite sign, it would hold.")
    assert total.message == (
        "Profit before tax 12,552 differs from the sum of its items 13,206 by -654 million JPY (2023-04-01/2023-09-30); "
        "rounding explains at most 4."
    )


def test_a_wrong_comparative_is_found_by_the_change_on_the_year():
    fact = _fact("Revenue", BEFORE, "WanServices")
    found = _judged(fact._replace(value=fact.value + Decimal(90) * MILLION))
    assert {each.code for each in found} == {"XG411", "XG420"}
    (change,) = (each for each in found if each.code == "XG420")
    assert change.message.startswith("WAN services: 4.5 % is printed, but 'fact@1H23 / fact@1H22 - 1' comes to 3.8 %")
