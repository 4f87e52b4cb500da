"""Facts that contradict each other, and signs that cannot be meant."""

from decimal import Decimal

import pytest
from small_report import (
    H1,
    MILLION,
    SEPTEMBER,
    YEN,
    codes,
    concept,
    fact,
    judged,
    lines,
    members,
    millions,
    report,
    table,
)

from xbrlgen.findings import Severity
from xbrlgen.model import Cell, CellKind, Display, Fact, Row, Section, Table, TypedMember
from xbrlgen.rules.signs import is_never_negative


def _revenue(value: str, decimals: int | None) -> Fact:
    return fact("Revenue", Decimal(value) * MILLION, decimals=decimals)


def _own(*facts: Fact) -> list:
    return judged(report(*facts, sections=(table(*facts),)))


@pytest.mark.parametrize(
    "facts",
    [
        (_revenue("128198", -6), _revenue("128198", -6)),
        (_revenue("128198", -6), _revenue("128200", -8)),
        (_revenue("128198.4", -5), _revenue("128198", -6), _revenue("128200", -8)),
        (_revenue("128198.5", None), _revenue("128198", -6)),
        (_revenue("128198.5", None), _revenue("128199", -6)),
        (fact("Revenue", None), fact("Revenue", None)),
        (fact("CompanyName", "IIJ"), fact("CompanyName", "IIJ"), fact("CompanyName", "アイアイジェイ", language="ja")),
        (fact("DateOfRelease", "2023-11-06"), fact("DateOfRelease", "2023-11-06")),
    ],
)
def test_roundings_of_one_figure_agree(facts: tuple[Fact, ...]):
    assert _own(*facts) == []
    assert {(each.code, each.severity) for each in judged(report(*facts))} <= {
        ("XG401", Severity.INFO),
        ("XG402", Severity.INFO),
    }


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ((_revenue("128198", -6), _revenue("128918", -6)), "XG400"),
        ((_revenue("128198", -6), _revenue("128199", -6)), "XG400"),
        ((_revenue("128198", -6), _revenue("128300", -8)), "XG400"),
        ((_revenue("128198.6", -5), _revenue("128198", -6)), "XG400"),
        ((_revenue("128198", None), _revenue("128198.1", None)), "XG400"),
        ((_revenue("105", None), _revenue("100", -7), _revenue("110", -7)), "XG400"),
        ((_revenue("128198", -6), fact("Revenue", None)), "XG400"),
        ((fact("CompanyName", "IIJ"), fact("CompanyName", "IIJ Inc.")), "XG403"),
        ((fact("DateOfRelease", "2023-11-06"), fact("DateOfRelease", "2023-11-07")), "XG403"),
    ],
)
def test_values_that_cannot_all_be_true(facts: tuple[Fact, ...], code: str):
    (found,) = _own(*facts)
    assert (found.code, found.severity, lines(found)) == (code, Severity.ERROR, list(range(1, len(facts) + 1)))
    assert found.standard == "oime:disallowedDuplicateFacts"
    (filed,) = judged(report(*facts))
    assert (filed.code, filed.severity) == (code, Severity.WARNING)


def test_both_values_are_told_as_they_are_printed():
    first, second = _revenue("128198", -6), _revenue("128300", -8)
    cells = (
        Cell("a", CellKind.FACT, "128,198", first.id, Display(6)),
        Cell("b", CellKind.FACT, "128.3", second.id, Display(9, 1)),
    )
    rows = tuple(Row(cell.id, "Total revenues", (cell,)) for cell in cells)
    (found,) = judged(report(first, second, sections=(Section("s", "S", (Table("t", "T", (), rows),)),)))
    assert found.message == (
        "Total revenues (Revenue, 2023-04-01/2023-09-30) has 2 different values: "
        "128,198 million JPY (decimals -6); 128.3 billion JPY (decimals -8). They are not roundings of one figure."
    )


def test_a_filing_that_repeats_itself():
    (same,) = judged(report(_revenue("1", -6), _revenue("1", -6), _revenue("1", -6)))
    assert (same.code, same.message) == (
        "XG402",
        "Revenue (2023-04-01/2023-09-30) is reported 3 times with the same value.",
    )
    (rounded,) = judged(report(_revenue("128198", -6), _revenue("128200", -8)))
    assert rounded.code == "XG401"
    assert "with different precision: 128,198,000,000 JPY (decimals -6); 128,200,000,000 JPY" in rounded.message


def test_what_differs_in_one_dimension_is_no_duplicate():
    facts = [_revenue("1", -6), millions("Revenue", 2, unit=YEN, dimensions=members(Segments="Atm"))]
    facts += [fact("CompanyName", "a"), fact("CompanyName", "b", language="ja")]
    assert judged(report(*facts)) == []


def _named(local_name: str, kind: str = "monetary", balance: str = "debit") -> bool:
    return is_never_negative(concept(local_name, kind, balance=balance))


@pytest.mark.parametrize(
    ("local_name", "balance"),
    [
        ("Assets", "debit"),
        ("CashAndCashEquivalents", "debit"),
        ("TradeAndOtherCurrentReceivables", "debit"),
        ("CurrentLiabilities", "credit"),
        ("TradeAndOtherCurrentPayables", "credit"),
        ("Revenue", "credit"),
        ("RevenueFromRenderingOfInternetServices", "credit"),
        ("CostOfSales", "debit"),
        ("SellingGeneralAndAdministrativeExpense", "debit"),
        ("FinanceCosts", "debit"),
        ("DividendsPaid", "debit"),
        ("DividendsPaidClassifiedAsFinancingActivities", "credit"),
        ("InterestReceivedClassifiedAsOperatingActivities", "debit"),
        ("PurchaseOfTreasuryShares", "debit"),
        ("ProceedsFromSalesOfIntangibleAssetsClassifiedAsInvestingActivities", "debit"),
        ("RepaymentsOfNoncurrentBorrowings", "credit"),
        ("TreasuryShares", "debit"),
        ("IssuedCapital", "credit"),
    ],
)
def test_figures_that_are_above_zero_by_their_nature(local_name: str, balance: str):
    assert _named(local_name, balance=balance)


@pytest.mark.parametrize(
    ("local_name", "balance"),
    [
        ("ProfitLoss", "credit"),
        ("GrossProfit", "credit"),
        ("Equity", "credit"),
        ("RetainedEarnings", "credit"),
        ("OtherReserves", "credit"),
        ("SharePremium", "credit"),
        ("IncomeTaxExpenseContinuingOperations", "debit"),
        ("IncomeTaxesPaidRefundClassifiedAsOperatingActivities", "credit"),
        ("OtherComprehensiveIncome", "credit"),
        ("FinanceIncomeCost", "credit"),
        ("OtherOperatingIncomeExpense", "credit"),
        ("CashFlowsFromUsedInInvestingActivities", "debit"),
        ("IncreaseDecreaseInCashAndCashEquivalents", "debit"),
        ("EffectOfExchangeRateChangesOnCashAndCashEquivalents", "debit"),
        ("AdjustmentsForFinanceIncome", "credit"),
        ("CurrentAssetsLiabilities", "debit"),
        ("NoncurrentNetDefinedBenefitLiability", "credit"),
        ("CancellationOfTreasuryShares", "debit"),
        ("SaleOrIssueOfTreasuryShares", "credit"),
        ("ImpairmentLossReversalOfImpairmentLossOnTradeReceivables", "debit"),
        ("CostOfSales", "credit"),
        ("CostOfSales", ""),
    ],
)
def test_figures_of_either_sign(local_name: str, balance: str):
    assert not _named(local_name, balance=balance)


def test_numbers_of_things_are_above_zero_and_amounts_per_share_of_either_sign():
    assert _named("NumberOfSharesOutstanding", "shares", "")
    assert _named("NumberOfContracts", "decimal", "")
    assert _named("DividendsPaidOrdinarySharesPerShare", "per-share", "")
    assert not _named("BasicEarningsLossPerShare", "per-share", "")
    assert not _named("NumberOfEmployees", "integer", ""), "the type says so itself"


def test_a_negative_expense_is_told_with_the_way_out():
    cost = millions("CostOfSales", -812, id="cost")
    assert judged(report(millions("CostOfSales", 812))) == []
    (plain,) = judged(report(cost, sections=(table(cost),)))
    assert (plain.code, plain.severity, plain.fact) == ("XG270", Severity.WARNING, "cost")
    assert lines(plain) == [1]
    assert plain.message == (
        "CostOfSales (2023-04-01/2023-09-30) is -812 million JPY, but figures of this concept are above zero."
    )
    assert plain.hint == "If it is printed in parentheses because it is taken away, say negated on its row."
    (negated,) = judged(report(cost, sections=(table(cost, negated=True),)))
    assert negated.hint.startswith("Its row says negated, which is for figures printed below zero")
    (filed,) = judged(report(cost))
    assert filed.hint.startswith("A minus that only shows")


@pytest.mark.parametrize(
    "dimensions",
    [members(Segments="Elimination"), members(Contract=TypedMember("7"))],
)
def test_members_that_take_away_may_turn_the_sign(dimensions):
    assert judged(report(millions("Revenue", -55, dimensions=dimensions))) == []


def test_other_members_do_not():
    assert codes(judged(report(millions("Revenue", -55, dimensions=members(Segments="Network"))))) == ["XG270"]


def test_zero_and_nil_have_no_sign():
    assert judged(report(millions("Revenue", 0), fact("Assets", None, SEPTEMBER), millions("ProfitLoss", -1, H1))) == []
