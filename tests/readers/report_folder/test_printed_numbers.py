"""Printed numbers: what is read, exactly, and what is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xbrlgen.model import is_dash
from xbrlgen.readers.report_folder.printed_numbers import (
    MOST_DIGITS,
    MalformedNumberError,
    looks_numeric,
    printed_number,
)


@pytest.mark.parametrize(
    ("text", "value", "fraction_digits", "is_percent"),
    [
        ("42,587", "42587", 0, False),
        ("(812)", "-812", 0, False),
        ("( 812 )", "-812", 0, False),
        ("-812", "-812", 0, False),
        ("−812", "-812", 0, False),
        ("△812", "-812", 0, False),
        ("▲ 1,812.50", "-1812.50", 2, False),
        ("+5", "5", 0, False),
        ("5.1", "5.1", 1, False),
        ("5.1%", "5.1", 1, True),
        ("5.1 %", "5.1", 1, True),
        ("(5.1%)", "-5.1", 1, True),
        ("(5.1)%", "-5.1", 1, True),
        (".5", "0.5", 1, False),
        ("0", "0", 0, False),
        ("(0)", "0", 0, False),
        ("0.00", "0.00", 2, False),
        ("1.10", "1.10", 2, False),
        ("9" * MOST_DIGITS, "9" * MOST_DIGITS, 0, False),
    ],
)
def test_a_number_is_read_as_it_is_printed(text: str, value: str, fraction_digits: int, is_percent: bool):
    number = printed_number(text)
    assert number.reported(0, negated=False) == Decimal(value)
    assert (number.fraction_digits, number.is_percent) == (fraction_digits, is_percent)


REFUSED = """1,23|1.234,56|1,2345|12,34,567|,123|12,345,|0,123|007|5.|1E5|1e5|0x10|１２３|٣٤|1 234|1'234|812-|¥1,000|5 USD|
(-5)|-(5)|((5))|(5|5)|--5|△(5)|5%%|(5%)%|%|.|()|abc|1.2.3|NaN|Infinity|1_000|½|2²|5.1 percent|1,234.567,8""".replace(
    "\n", ""
)


@pytest.mark.parametrize(
    "text", [*REFUSED.split("|"), "9" * (MOST_DIGITS + 1), "-", "", " ", f"1{' ' * 9000}x", "(" * 9000]
)
def test_anything_else_is_refused(text: str):
    with pytest.raises(MalformedNumberError) as refusal:
        printed_number(text)
    assert refusal.value.code in {"XG201", "XG202", "XG203"}


@given(st.text(max_size=30))
def test_no_text_is_read_in_any_other_way_than_its_digits_say(text: str):
    try:
        number = printed_number(text)
    except MalformedNumberError:
        return
    digits = "".join(each for each in text if each in "0123456789.")
    assert number.value.copy_abs() == Decimal(digits)


AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**30), max_value=10**30)


@given(AMOUNTS, st.sampled_from(["{}", "({})", "-{}", "△{}", "−{}"]), st.booleans())
def test_what_was_printed_is_read_back(amount: Decimal, form: str, grouped: bool):
    size = amount.copy_abs()
    printed = form.format(f"{size:{',' if grouped else ''}f}")
    expected = size if form == "{}" else size.copy_negate()
    assert printed_number(printed).reported(0, negated=False) == expected
    assert looks_numeric(printed)


@given(AMOUNTS, st.integers(-18, 18), st.booleans())
def test_scaling_is_exact_and_never_gives_minus_zero(amount: Decimal, scale: int, negated: bool):
    value = printed_number(f"{amount:f}").reported(scale, negated=negated)
    expected = Decimal(f"{amount:f}e{scale}")
    assert value == (expected.copy_negate() if negated else expected)
    assert not (value == 0 and value.is_signed())
    assert "E" not in f"{value}" or value.adjusted() < -6


@pytest.mark.parametrize("text", ["-", "–", "—", "―", "−", "\N{FIGURE DASH}", "--"])
def test_a_dash_is_a_dash_and_no_number(text: str):
    assert is_dash(text)
    assert not looks_numeric(text)


@pytest.mark.parametrize("text", ["n/a", "see note 3", "1st half", "2023-09-30", ""])
def test_words_do_not_look_numeric(text: str):
    assert not looks_numeric(text)
