"""Periods, units and decimals: every code with a case that passes and one that fails."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from small_report import (
    EURO,
    H1,
    MARCH,
    SEPTEMBER,
    YEN,
    codes,
    fact,
    judged,
    lines,
    members,
    millions,
    report,
    table,
)

from xbrlgen.findings import Severity
from xbrlgen.model import PURE, SHARES, Period, QName, Unit
from xbrlgen.model.namespaces import ISO4217, UTR, XBRLI


def _span(start: str, end: str) -> Period:
    return Period(datetime.fromisoformat(start), datetime.fromisoformat(end))


APRIL = Period.instant(date(2023, 4, 1))


def test_a_balance_stands_at_a_moment_and_a_flow_over_a_duration():
    assert judged(report(millions("Assets", 1, SEPTEMBER), millions("Revenue", 1, H1))) == []
    found = judged(report(millions("Assets", 1, H1), millions("Revenue", 1, SEPTEMBER)))
    assert [(each.code, lines(each)) for each in found] == [("XG240", [2]), ("XG240", [1])] or codes(found) == [
        "XG240"
    ] * 2
    assert {each.standard for each in found} == {"xbrl.4.7.2:contextPeriodType"}
    assert found[0].message == "Assets (2023-04-01/2023-09-30) is measured for a moment, not for a stretch of time."


def test_a_balance_cannot_stand_forever():
    assert codes(judged(report(millions("Assets", 1, None)))) == ["XG240", "XG242"]


@pytest.mark.parametrize(
    ("period", "code"),
    [
        (None, "XG242"),
        (_span("2023-04-01T00", "2023-04-01T00"), "XG241"),
        (_span("2023-09-30T00", "2023-04-01T00"), "XG241"),
        (_span("2023-04-01T15", "2023-10-01T00"), "XG243"),
        (_span("2023-04-01T00", "2023-09-30T15"), "XG243"),
        (Period.duration(date(2023, 3, 31), date(2023, 9, 30)), "XG245"),
        (Period.duration(date(2023, 4, 1), date(2023, 9, 1)), "XG245"),
        (Period.duration(date(1023, 4, 1), date(2023, 9, 30)), "XG247"),
        (Period.duration(date(23, 4, 1), date(23, 9, 30)), "XG247"),
    ],
)
def test_a_period_that_cannot_be_meant(period: Period | None, code: str):
    found = judged(report(millions("Revenue", 1), millions("Revenue", 2, period), fact("CompanyName", "x", period)))
    assert [(each.code, lines(each)) for each in found] == [(code, [2, 3])]


@pytest.mark.parametrize(
    "period",
    [
        Period.duration(date(2022, 10, 1), date(2023, 9, 30)),
        Period.duration(date(2023, 1, 29), date(2023, 7, 29)),
        Period.duration(date(2023, 9, 30), date(2023, 9, 30)),
        Period.duration(date(2023, 9, 1), date(2023, 9, 1)),
        Period.duration(date(2023, 3, 16), date(2023, 9, 15)),
    ],
)
def test_a_period_that_may_be_meant(period: Period):
    assert judged(report(millions("Revenue", 1), millions("Revenue", 2, period))) == []


def test_an_opening_balance_stands_at_the_end_of_the_day_before():
    movement = millions("Revenue", 1)
    assert judged(report(movement, millions("Assets", 1, MARCH))) == []
    found = judged(report(movement, millions("Assets", 1, APRIL)))
    assert [(each.code, lines(each)) for each in found] == [("XG244", [2])]
    assert "an opening balance stands at the end of 2023-03-31" in found[0].message
    assert judged(report(millions("Assets", 1, APRIL))) == []


def test_a_forecast_is_kept_apart_by_a_dimension():
    year = Period.duration(date(2023, 4, 1), date(2024, 3, 31))
    apart = millions("Revenue", 1, year, dimensions=members(Components="Capital"))
    assert judged(report(millions("Revenue", 1), apart, fact("CompanyName", "x", year))) == []
    found = judged(report(millions("Revenue", 1), millions("Revenue", 1, year)))
    assert [(each.code, lines(each)) for each in found] == [("XG246", [2])]
    assert judged(report(millions("Revenue", 1, year), period=None)) == []


def _measure(namespace: str, local_name: str) -> Unit:
    return Unit((QName(namespace, local_name),))


@pytest.mark.parametrize(
    ("local_name", "good", "bad", "code", "standard"),
    [
        ("Revenue", YEN, PURE, "XG252", "xbrl.4.8.2:monetaryFactUnit-notMonetaryMeasure"),
        ("Revenue", EURO, YEN.per(SHARES), "XG252", "xbrl.4.8.2:monetaryFactUnit-notSingleMeasure"),
        (
            *("Revenue", _measure(ISO4217, "DEM"), Unit.of(YEN.numerators * 2), "XG252"),
            "xbrl.4.8.2:monetaryFactUnit-notSingleMeasure",
        ),
        ("NumberOfShares", SHARES, PURE, "XG254", "xbrl.4.8.2:sharesFactUnit-notSharesMeasure"),
        ("NumberOfShares", SHARES, SHARES.per(YEN), "XG254", "xbrl.4.8.2:sharesFactUnit-notSingleMeasure"),
        ("EquityRatio", PURE, YEN, "XG255", "utre:error-NumericFactUtrInvalid"),
        ("EquityRatio", YEN.per(EURO), SHARES, "XG255", "utre:error-NumericFactUtrInvalid"),
        ("TaxRate", PURE, YEN, "XG255", "utre:error-NumericFactUtrInvalid"),
        ("EarningsPerShare", YEN.per(SHARES), YEN, "XG256", "utre:error-NumericFactUtrInvalid"),
        ("EarningsPerShare", EURO.per(SHARES), SHARES.per(YEN), "XG256", "utre:error-NumericFactUtrInvalid"),
        ("FloorSpace", _measure(UTR, "sqm"), _measure(UTR, "kg"), "XG257", "utre:error-NumericFactUtrInvalid"),
        ("Revenue", YEN, _measure(ISO4217, "YEN"), "XG253", "utre:error-NumericFactUtrInvalid"),
        ("EarningsPerShare", YEN.per(SHARES), _measure(ISO4217, "YEN").per(SHARES), "XG253", None),
        ("Bandwidth", _measure("http://example.com/own", "Gbps"), _measure("", "Gbps"), "XG258", None),
        ("Bandwidth", _measure(UTR, "kg"), _measure(UTR, "stone"), "XG258", None),
        ("Bandwidth", PURE, _measure(XBRLI, "percent"), "XG258", None),
        ("Bandwidth", PURE, _measure("http://example.com/own", "a b"), "XG258", None),
        ("Bandwidth", YEN, Unit((), YEN.numerators), "XG258", None),
        ("Bandwidth", YEN.per(SHARES), Unit(YEN.numerators, YEN.numerators), "XG259", None),
    ],
)
def test_a_unit_suits_its_type(local_name: str, good: Unit, bad: Unit, code: str, standard: str | None):
    period = MARCH if local_name in {"NumberOfShares", "FloorSpace", "Bandwidth"} else H1
    assert judged(report(fact(local_name, 1, period, unit=good))) == []
    found = judged(report(fact(local_name, 1, period, unit=bad), fact(local_name, 1, period, unit=bad, entity=None)))
    assert [(each.code, lines(each)) for each in found] == [(code, [1, 2])]
    if standard is not None:
        assert found[0].standard == standard


def test_the_hint_on_a_unit_per_share_names_the_currency_that_was_written():
    (found,) = judged(report(fact("EarningsPerShare", 1, H1, unit=EURO)))
    assert (found.code, found.hint) == ("XG256", "Write unit: EUR/shares, or leave the unit out.")


def test_what_only_registries_forbid_is_an_error_of_our_own_report_and_a_warning_in_a_filing():
    wrong = fact("EarningsPerShare", 47, unit=YEN)
    (filed,), (own,) = judged(report(wrong)), judged(report(wrong, sections=(table(wrong, scale=0),)))
    assert (filed.severity, own.severity) == (Severity.WARNING, Severity.ERROR)
    assert own.message == (
        "EarningsPerShare is an amount of money per share, in a currency per share such as EUR/shares, "
        "but 1 fact of it has the unit JPY."
    )


def test_a_misspelt_currency_gets_a_suggestion():
    (found,) = judged(report(fact("Revenue", 1, unit=_measure(ISO4217, "jpy"))))
    assert (found.severity, found.hint) == (Severity.ERROR, "Did you mean JPY?")


def test_numbers_have_units_and_texts_have_none():
    found = judged(report(fact("Revenue", 1, unit=None), fact("CompanyName", "x", unit=YEN)))
    assert [(each.code, lines(each)) for each in found] == [("XG250", [1]), ("XG251", [2])]
    assert found[0].standard == "xbrl.4.6.2:numericUnit"
    assert judged(report(fact("Revenue", None, unit=None))) == []


@pytest.mark.parametrize(
    ("value", "decimals", "code"),
    [
        ("128198000000", -6, None),
        ("128198400000", -6, "XG261"),
        ("47.81", 2, None),
        ("47.81", 1, "XG261"),
        ("47.810", 2, None),
        ("0", -6, None),
        ("5", -6, "XG261"),
        ("-49.5", 0, "XG261"),
        ("1E+9", -6, None),
        ("47.81", None, None),
        ("128198000000", -16, "XG262"),
        ("1", 1_000_000, "XG262"),
    ],
)
def test_decimals_agree_with_the_digits(value: str, decimals: int | None, code: str | None):
    found = judged(report(fact("ProfitLoss", Decimal(value), decimals=decimals)))
    assert codes(found) == ([code] if code else [])


def test_digits_beyond_the_decimals_are_told():
    (found,) = judged(report(fact("ProfitLoss", 128_198_400_000, decimals=-6)))
    assert found.message == (
        "ProfitLoss (2023-04-01/2023-09-30) is 128,198,400,000 JPY, with digits beyond its decimals -6."
    )
    assert found.hint == "The last digit that counts is that of 1,000,000."
    assert found.standard == "calc11e:excessDigits"


def test_only_numbers_have_decimals():
    found = judged(report(fact("Revenue", None, decimals=-6), fact("CompanyName", "x", decimals=0)))
    assert [(each.code, each.standard) for each in found] == [
        ("XG260", "xbrl.4.6.3:nilPrecisionDecimals"),
        ("XG260", "xbrl.4.6.3:extraneousPrecisionDecimals"),
    ]


def test_a_percentage_above_one_is_meant_only_where_it_was_typed_in_percent():
    rate = fact("TaxRate", "12.3")
    assert [(each.code, each.message) for each in judged(report(rate))] == [
        ("XG263", "TaxRate (2023-04-01/2023-09-30) is 12.3, which is 1,230 %.")
    ]
    assert codes(judged(report(rate, sections=(table(rate, scale=0),)))) == ["XG263"]
    assert judged(report(rate, sections=(table(rate, scale=-2),))) == []
    assert judged(report(fact("TaxRate", "0.123"), fact("RevenueGrowth", "1.8"))) == []


def test_places_of_dimensions_are_told():
    (found,) = judged(report(millions("Assets", 1, H1, dimensions=members(Segments="Atm"))))
    assert found.message.startswith("Assets (2023-04-01/2023-09-30, SegmentsAxis=AtmMember) is measured for a moment")
