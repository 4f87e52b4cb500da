"""Totals, sums over members, roll-forwards and tie-outs within rounding."""

from decimal import Decimal

import pytest
from small_report import (
    EURO,
    H1,
    JUNE,
    MARCH,
    Q2,
    SEPTEMBER,
    codes,
    fact,
    judged,
    lines,
    members,
    millions,
    name,
    report,
    table,
)

from xbrlgen.findings import Severity
from xbrlgen.model import Equation, EquationKind, Fact, Moment, Reference


def refer(local_name: str | None, at: Moment | None = None, without: str = "", **named: str) -> Reference:
    axes = (name(f"{without}Axis"),) if without else ()
    return Reference(name(local_name) if local_name else None, members(**named), at, axes)


def equation(kind: EquationKind, total: Reference, *terms: Reference, concepts: tuple[str, ...] = ()) -> Equation:
    """The equation of a total with its terms; those after the first None are subtracted."""
    signs = [-1 if None in terms[:index] else 1 for index in range(len(terms))]
    weighted = tuple((Decimal(sign), each) for sign, each in zip(signs, terms, strict=True) if each is not None)
    return Equation("e1", kind, total, weighted, "as declared", tuple(map(name, concepts)))


ASSETS = equation(EquationKind.CALCULATION, refer("Assets"), refer("CurrentAssets"), refer("NoncurrentAssets"))
MARGIN = equation(EquationKind.CALCULATION, refer("GrossProfit"), refer("Revenue"), None, refer("CostOfSales"))
SEGMENTS = equation(
    EquationKind.AGGREGATION,
    refer(None),
    *(refer(None, Segments=each) for each in ("Network", "Atm", "Elimination")),
    concepts=("Revenue", "ProfitLoss", "CompanyName"),
)
EQUITY = equation(
    EquationKind.ROLL_FORWARD,
    refer("Equity", Moment.END),
    refer("Equity", Moment.START),
    refer("ProfitLoss"),
    None,
    refer("DividendsPaid"),
)
TIE = equation(EquationKind.TIE_OUT, refer("GrossProfit"), refer("ProfitLoss", Components="Earnings"))


def found(facts: list[Fact], declared: Equation) -> list:
    return judged(report(*facts, equations=(declared,)))


def test_a_total_that_adds_up():
    facts = [millions("Assets", 300, SEPTEMBER), millions("CurrentAssets", 100, SEPTEMBER)]
    assert found([*facts, millions("NoncurrentAssets", 200, SEPTEMBER)], ASSETS) == []


def test_a_total_that_does_not_is_told_with_all_its_cells():
    facts = [
        millions("NoncurrentAssets", 139_640, SEPTEMBER),
        millions("Assets", 246_318, SEPTEMBER, id="total"),
        millions("CurrentAssets", 106_687, SEPTEMBER),
    ]
    labels = {"Assets": "Total assets", "CurrentAssets": "Current assets", "NoncurrentAssets": "Non-current assets"}
    (finding,) = judged(report(*facts, equations=(ASSETS,), sections=(table(*facts, labels=labels),)))
    assert (finding.code, finding.severity, finding.fact) == ("XG410", Severity.WARNING, "total")
    assert finding.standard == "calc11e:inconsistentCalculationUsingRounding"
    assert finding.message == (
        "Total assets 246,318 differs from the sum of its items 246,327 by -9 million JPY (2023-09-30); "
        "rounding explains at most 1.5."
    )
    assert finding.hint == "Its terms: Current assets 106,687; Non-current assets 139,640."
    assert [str(place) for place in finding.locations] == ["facts.csv:2", "facts.csv:3", "facts.csv:1", "report.yaml:1"]


@pytest.mark.parametrize(("total", "holds"), [(298, False), (299, True), (300, True), (301, True), (302, False)])
def test_rounding_explains_half_a_unit_of_each_figure(total: int, holds: bool):
    # 100.4 + 200.4 are 300.8, printed as 100 + 200 = 301; three halves explain 1.5
    facts = [millions("Assets", total, SEPTEMBER), millions("CurrentAssets", 100, SEPTEMBER)]
    assert codes(found([*facts, millions("NoncurrentAssets", 200, SEPTEMBER)], ASSETS)) == ([] if holds else ["XG410"])


def test_exact_figures_leave_no_room():
    facts = [fact(each, value, SEPTEMBER) for each, value in (("CurrentAssets", 1), ("NoncurrentAssets", 2))]
    assert found([fact("Assets", 3, SEPTEMBER), *facts], ASSETS) == []
    (finding,) = found([fact("Assets", 4, SEPTEMBER), *facts], ASSETS)
    assert "by 1 JPY (2023-09-30); rounding explains at most 0." in finding.message


def test_the_boundary_of_two_intervals_belongs_to_both():
    # [1.5, 2.5] and [2.5, 3.5] meet in 2.5
    facts = [millions("Assets", 2, SEPTEMBER), millions("CurrentAssets", 3, SEPTEMBER)]
    assert found(facts, ASSETS) == []


def test_a_difference_is_measured_in_the_direction_of_the_doubt():
    # the duplicate narrows [95, 105] to [99.5, 100.5]: above the sum there is less room than below it
    facts = [fact("Assets", 100, SEPTEMBER, decimals=-1), fact("CurrentAssets", 103, SEPTEMBER, decimals=0)]
    assert found(facts, ASSETS) == []
    narrowed = fact("Assets", 100, SEPTEMBER, decimals=0)
    findings = [each for each in found([*facts, narrowed], ASSETS) if each.code == "XG410"]
    assert len(findings) == 1
    assert "by -3 JPY (2023-09-30); rounding explains at most 1." in findings[0].message


def test_weights_may_be_negative():
    facts = [millions("Revenue", 128_198), millions("CostOfSales", 99_009)]
    assert found([*facts, millions("GrossProfit", 29_189)], MARGIN) == []
    (finding,) = found([*facts, millions("GrossProfit", 227_207)], MARGIN)
    assert "Its terms: Revenue 128,198,000,000; less CostOfSales 99,009,000,000." in finding.hint


@pytest.mark.parametrize(
    "facts",
    [
        [millions("Assets", 300, SEPTEMBER)],
        [millions("CurrentAssets", 300, SEPTEMBER)],
        [millions("Assets", 300, SEPTEMBER), millions("CurrentAssets", 100, MARCH)],
        [millions("Assets", 300, SEPTEMBER), millions("CurrentAssets", 100, SEPTEMBER, unit=EURO)],
        [
            millions("Assets", 300, SEPTEMBER),
            millions("CurrentAssets", 100, SEPTEMBER, dimensions=members(Segments="Atm")),
        ],
        [millions("Assets", 300, SEPTEMBER), fact("CurrentAssets", None, SEPTEMBER)],
        [fact("Assets", None, SEPTEMBER), millions("CurrentAssets", 100, SEPTEMBER)],
    ],
)
def test_a_total_alone_is_not_checked(facts: list[Fact]):
    (finding,) = found(facts, ASSETS)
    assert (finding.code, finding.severity, lines(finding)) == ("XG414", Severity.INFO, [1])
    assert finding.message == "Nothing is reported that 'as declared' could be checked with."


def test_a_term_that_is_not_reported_is_zero_and_told():
    facts = [millions("Assets", 300, SEPTEMBER), millions("CurrentAssets", 100, SEPTEMBER)]
    (finding,) = found(facts, ASSETS)
    assert finding.code == "XG410"
    assert finding.hint.endswith("Not reported here: NoncurrentAssets.")


def test_each_context_is_checked_for_itself():
    facts = [
        each
        for period, total in ((MARCH, 3), (JUNE, 30), (SEPTEMBER, 3))
        for each in (
            millions("Assets", total, period),
            millions("CurrentAssets", 1, period),
            millions("NoncurrentAssets", 2, period),
            millions("Assets", total, period, dimensions=members(Segments="Atm")),
            millions("CurrentAssets", 2 * total, period, dimensions=members(Segments="Atm")),
        )
    ]
    findings = found(facts, ASSETS)
    assert sorted((each.code, lines(each)[0]) for each in findings) == [("XG410", line) for line in (4, 6, 9, 14)]


@pytest.mark.parametrize(
    "extra", [fact("Assets", 999, SEPTEMBER), fact("Assets", Decimal("300.5"), SEPTEMBER, decimals=0)]
)
def test_facts_that_are_told_of_elsewhere_stop_the_check(extra: Fact):
    facts = [fact("Assets", 300, SEPTEMBER), fact("CurrentAssets", 100, SEPTEMBER)]
    findings = codes(found([*facts, extra], ASSETS))
    assert "XG410" not in findings
    assert set(findings) & {"XG400", "XG261"}


@pytest.mark.parametrize(
    ("total", "current", "noncurrent", "hint"),
    [
        (50, 75, 125, "If CurrentAssets had the opposite sign, it would hold."),
        (200, 100, 200, "Without CurrentAssets it would hold: is it in the total?"),
        (331, 100, 203, ""),
        (330, 100, 203, "Two digits look swapped."),
    ],
)
def test_the_likely_slip_is_named(total: int, current: int, noncurrent: int, hint: str):
    facts = [fact("CurrentAssets", current, SEPTEMBER), fact("NoncurrentAssets", noncurrent, SEPTEMBER)]
    (finding,) = found([fact("Assets", total, SEPTEMBER), *facts], ASSETS)
    assert finding.hint == f"{hint} Its terms: CurrentAssets {current:,}; NoncurrentAssets {noncurrent:,}.".lstrip()


def _segments(local_name: str, total: int | None, *parts: int) -> list[Fact]:
    named = zip(("Network", "Atm", "Elimination"), parts, strict=False)
    whole = [] if total is None else [millions(local_name, total)]
    return whole + [millions(local_name, value, dimensions=members(Segments=each)) for each, value in named]


def test_segments_make_up_the_whole():
    facts = _segments("Revenue", 128_198, 126_771, 1_467, -40) + _segments("ProfitLoss", 12_080, 11_543, 537)
    assert found([*facts, fact("CompanyName", "x")], SEGMENTS) == []
    findings = found(_segments("Revenue", 128_198, 126_771, 1_467) + _segments("ProfitLoss", None, 1), SEGMENTS)
    assert [(each.code, lines(each)[:3]) for each in findings] == [("XG411", [1, 2, 3])]
    assert "differs from the sum over its members 128,238,000,000 by -40,000,000 JPY" in findings[0].message
    assert findings[0].hint.endswith("Not reported here: Revenue[EliminationMember].")


def test_a_sum_over_members_is_not_looked_for_among_the_members_themselves():
    facts = _segments("Revenue", None, 3, 1, 2)
    assert codes(found(facts, SEGMENTS)) == ["XG414"]


def test_a_total_may_be_a_member_or_without_an_axis():
    total = equation(
        EquationKind.AGGREGATION,
        refer(None, Components="Capital", without="Segments"),
        refer(None, Components="Earnings", without="Segments"),
        concepts=("Revenue",),
    )
    facts = [
        millions("Revenue", value, dimensions=members(Components=each))
        for each, value in (("Capital", 5), ("Earnings", 9))
    ]
    assert codes(found(facts, total)) == ["XG411"]
    elsewhere = [
        millions("Revenue", value, dimensions=members(Components=each, Segments="Atm"))
        for each, value in (("Capital", 5), ("Earnings", 9))
    ]
    assert codes(found(elsewhere, total)) == ["XG414"]


def _equity(
    opening: int | None, profit: int | None, dividends: int | None, closing: int, span=H1, **named: str
) -> list[Fact]:
    values = [("Equity", opening, span.opening), ("ProfitLoss", profit, span), ("DividendsPaid", dividends, span)]
    values.append(("Equity", closing, span.closing))
    return [millions(each, value, at, dimensions=members(**named)) for each, value, at in values if value is not None]


def test_balances_roll_forward_in_each_column():
    facts = _equity(100, 30, 10, 120) + _equity(60, None, None, 60, Components="Capital")
    assert found(facts + _equity(40, 30, 10, 60, Components="Earnings"), EQUITY) == []
    findings = found(facts + _equity(40, 30, 10, 65, Components="Earnings"), EQUITY)
    assert codes(findings) == ["XG412"]
    assert findings[0].message == (
        "Equity 65,000,000 differs from the sum of its opening balance and movements 60,000,000 by 5,000,000 JPY "
        "(2023-04-01/2023-09-30, ComponentsAxis=EarningsMember); rounding explains at most 2,000,000."
    )
    assert lines(findings[0])[0] == 10


def test_a_column_without_movements_keeps_its_balance():
    facts = _equity(100, 30, 10, 120) + _equity(60, 1, None, 61, Components="Earnings")
    findings = found([*facts, *_equity(60, None, None, 66, Components="Capital")], EQUITY)
    assert [(each.code, lines(each)) for each in findings] == [("XG412", [9, 8, 1])]


def test_nothing_rolls_forward_without_an_opening_balance():
    # the second quarter's profit is reported, but not the balance at its beginning
    facts = _equity(100, 30, 10, 120)
    assert found([*facts, millions("ProfitLoss", 12, Q2)], EQUITY) == []
    (finding,) = found([*facts, millions("ProfitLoss", 12, Q2), millions("Equity", 110, JUNE)], EQUITY)
    assert "(2023-07-01/2023-09-30)" in finding.message
    assert finding.hint.endswith("Not reported here: DividendsPaid.")


def test_balances_that_another_statement_breaks_down_are_left_alone():
    facts = _equity(100, 30, 10, 120)
    other = [
        millions("Equity", value, at, dimensions=members(Segments="Atm")) for value, at in ((1, MARCH), (9, SEPTEMBER))
    ]
    assert found([*facts, *other], EQUITY) == []


def test_a_closing_balance_needs_no_moment():
    cash = equation(
        EquationKind.ROLL_FORWARD,
        refer("CashAndCashEquivalents"),
        refer("CashAndCashEquivalents", Moment.START),
        refer("IncreaseDecreaseInCash"),
    )
    facts = [millions("CashAndCashEquivalents", value, at) for value, at in ((42_472, MARCH), (42_587, SEPTEMBER))]
    assert found([*facts, millions("IncreaseDecreaseInCash", 115)], cash) == []
    assert codes(found([*facts, millions("IncreaseDecreaseInCash", 151)], cash)) == ["XG412"]


def test_two_statements_show_one_figure():
    facts = [millions("GrossProfit", 8_322), millions("GrossProfit", 4_739, Q2)]
    same = millions("ProfitLoss", 8_322, dimensions=members(Components="Earnings"))
    assert found([*facts, same], TIE) == []
    other = millions("ProfitLoss", 8_332, dimensions=members(Components="Earnings"))
    (finding,) = found([*facts, other], TIE)
    assert (finding.code, lines(finding)) == ("XG413", [1, 3, 1])
    assert finding.message.startswith(
        "GrossProfit 8,322,000,000 differs from ProfitLoss 8,332,000,000 by -10,000,000 JPY"
    )


def test_a_tie_of_a_closing_balance_is_found_over_the_duration():
    tie = equation(
        EquationKind.TIE_OUT, refer("Assets", Moment.END), refer("Equity", Moment.START), refer("ProfitLoss")
    )
    facts = [millions("Assets", 5, SEPTEMBER), millions("Equity", 2, MARCH), millions("ProfitLoss", 3)]
    assert found(facts, tie) == []
    facts[0] = millions("Assets", 9, SEPTEMBER)
    assert codes(found(facts, tie)) == ["XG413"]


def test_an_equation_that_two_tables_declare_is_told_once():
    facts = (millions("Assets", 300, SEPTEMBER), millions("CurrentAssets", 100, SEPTEMBER))
    made = report(*facts, equations=(ASSETS, ASSETS._replace(id="e2")))
    assert codes(judged(made)) == ["XG410"]
