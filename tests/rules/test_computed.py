"""Printed figures against what their expressions come to."""

from decimal import Decimal

import pytest
from small_report import ENTITY, H1, MARCH, SEPTEMBER, fact, judged, lines, millions, name, report

from xbrlgen.findings import Severity
from xbrlgen.model import (
    PURE,
    Cell,
    CellKind,
    Computation,
    Display,
    Expression,
    Fact,
    FactKey,
    Number,
    Operation,
    Reference,
    Row,
    Section,
    Table,
    Unit,
)

PERCENT = Display(scale=-2, fraction_digits=1)
MILLIONS = Display(scale=6)
YEN = Unit.currency("JPY")
ONE = Number(Decimal(1))
HERE_NOW, HERE_BEFORE = Reference(None, (), SEPTEMBER), Reference(None, (), MARCH)
GROWTH = Operation("-", Operation("/", HERE_NOW, HERE_BEFORE), ONE)
INCREASE = Operation("-", HERE_NOW, HERE_BEFORE)


def _computed(
    expression: Expression, printed: str | None, display: Display, facts: tuple[Fact, ...], *, at: bool = True
) -> list:
    unit = PURE if display == PERCENT else YEN
    context = FactKey(name("Assets"), ENTITY, SEPTEMBER, unit, None, ()) if at else None
    value = None if printed is None else Decimal(printed).scaleb(display.scale)
    computation = Computation(expression, "now / before - 1", context, display, value, display == PERCENT)
    cells = (Cell("computed", CellKind.COMPUTED, printed or "", None, display, computation),)
    sections = (Section("s", "S", (Table("t", "T", (), (Row("r", "Total assets", cells),)),)),)
    return judged(report(*facts, sections=sections))


def _assets(now: int, before: int) -> tuple[Fact, ...]:
    return millions("Assets", now, SEPTEMBER), millions("Assets", before, MARCH)


@pytest.mark.parametrize(
    ("now", "before", "printed"),
    [  # from the release: revenues, costs, segments, subscriptions
        (128_198, 121_962, "5.1"),
        (52_750, 52_846, "-0.2"),
        (1_467, 1_409, "4.1"),
        (99_009, 95_471, "3.7"),
        (20_944, 17_905, "17.0"),
        (800, 812, "-1.5"),
        (10_607, 10_866, "-2.4"),
        (11_835, 10_137, "16.8"),
    ],
)
def test_changes_of_a_real_release_are_reproduced(now: int, before: int, printed: str):
    assert _computed(GROWTH, printed, PERCENT, _assets(now, before)) == []


def test_a_figure_that_is_not_printed_is_not_compared():
    assert _computed(GROWTH, None, PERCENT, _assets(3, 2)) == []


def test_a_figure_that_rounding_does_not_explain():
    (finding,) = _computed(GROWTH, "6.1", PERCENT, _assets(128_198, 121_962))
    assert (finding.code, finding.severity) == ("XG420", Severity.WARNING)
    assert finding.message == (
        "Total assets: 6.1 % is printed, but 'now / before - 1' comes to 5.1 %; "
        "that its figures are rounded explains 5.1 % only."
    )
    assert [str(place) for place in finding.locations] == ["cells.csv:1", "facts.csv:1", "facts.csv:2"]


def test_a_figure_that_rounding_explains():
    # 13 / 12 is 8.3 %, but 12.6 / 12.4 is 1.6 %
    (finding,) = _computed(GROWTH, "1.6", PERCENT, _assets(13, 12))
    assert (finding.code, finding.severity) == ("XG421", Severity.INFO)
    assert finding.message.endswith("comes to 8.3 %; that its figures are rounded explains the difference.")


def test_half_is_rounded_up_away_from_zero():
    for now, before, printed in ((2_125, 2_000, "6.3"), (1_875, 2_000, "-6.3")):  # 6.25 % either way
        assert _computed(GROWTH, printed, PERCENT, _assets(now, before)) == []


def test_a_difference_in_millions():
    assert _computed(INCREASE, "12790", MILLIONS, _assets(259_108, 246_318)) == []
    (finding,) = _computed(INCREASE, "12970", MILLIONS, _assets(259_108, 246_318))
    assert finding.code == "XG420"
    assert "12,970 million JPY is printed" in finding.message
    assert finding.message.endswith("explains 12,789 million JPY to 12,791 million JPY only.")


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        (_assets(3, 2)[:1], "Assets at 2023-03-31 is not reported as a number"),
        (_assets(3, 0), "it divides by zero"),
        (
            (*_assets(3, 2), millions("Assets", 9, MARCH)),
            "Assets at 2023-03-31 is reported with values that contradict",
        ),
        ((fact("Assets", None, MARCH), _assets(3, 2)[0]), "Assets at 2023-03-31 is not reported as a number"),
    ],
)
def test_a_figure_that_cannot_be_worked_out(facts: tuple[Fact, ...], why: str):
    (finding,) = (each for each in _computed(GROWTH, "5.1", PERCENT, facts) if each.code != "XG400")
    assert (finding.code, finding.severity, lines(finding)) == ("XG422", Severity.WARNING, [1])
    assert finding.message.startswith(f"Total assets: 5.1 % is printed, but 'now / before - 1' has no value: {why}")


def test_a_figure_without_a_place():
    (finding,) = _computed(GROWTH, "5.1", PERCENT, _assets(3, 2), at=False)
    assert finding.message.endswith("has no value: it is not said where.")


def test_a_negated_figure_is_told_as_it_is_printed():
    display = Display(6, 0, negated=True)
    (finding,) = _computed(INCREASE, "5", display, _assets(30, 20))
    assert finding.message.startswith(
        "Total assets: -5 million JPY is printed, but 'now / before - 1' comes to -10 million"
    )


def test_a_cell_that_reports_its_figure_is_compared_as_well():
    ratio = fact("EquityRatio", "0.445", H1, decimals=3, id="ratio")
    expression = Operation("/", Reference(name("ProfitLoss")), Reference(name("Revenue")))
    context = FactKey(name("EquityRatio"), ENTITY, H1, PURE, None, ())
    computation = Computation(expression, "profit / revenue", context, PERCENT, Decimal("0.445"), percent=True)
    cell = Cell("c", CellKind.FACT, "44.5", "ratio", PERCENT, computation)
    section = Section("s", "S", (Table("t", "T", (), (Row("r", "Margin", (cell,)),)),))
    facts = (millions("ProfitLoss", 445), millions("Revenue", 1_000))
    assert judged(report(ratio, *facts, sections=(section,))) == []
    (finding,) = judged(report(ratio, facts[0], millions("Revenue", 2_000), sections=(section,)))
    assert (finding.code, finding.fact) == ("XG420", "ratio")
