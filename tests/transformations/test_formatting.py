"""Numbers, dates and booleans written for a tag are read back as what was reported, by us and by Arelle."""

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

import pytest
from transformation_referee import arelle

from xbrlgen.model import QName
from xbrlgen.transformations import (
    NAMESPACES,
    DateStyle,
    Formatted,
    FormattedText,
    NumberStyle,
    Unformattable,
    format_boolean,
    format_date,
    format_number,
    number_of,
    transform,
    whole_numbers,
)

DASHES = "-\u2010\u2012\u2013\u2014"
GROUPED = {
    NumberStyle.ENGLISH: r"[0-9]{1,3}(,[0-9]{3})*([.][0-9]+)?",
    NumberStyle.JAPANESE: r"[0-9]{1,3}(,[0-9]{3})*([.][0-9]+)?",
    NumberStyle.GERMAN: r"[0-9]{1,3}([.][0-9]{3})*(,[0-9]+)?",
    NumberStyle.FRENCH: "[0-9]{1,3}(\u00a0[0-9]{3})*(,[0-9]+)?",
    NumberStyle.SWISS: r"[0-9]{1,3}('[0-9]{3})*([.][0-9]+)?",
    NumberStyle.PLAIN: r"[0-9]+([.][0-9]+)?",
}
"""What a reader of each style expects to see."""


class Asked(NamedTuple):
    value: Decimal
    scale: int
    fraction_digits: int
    style: NumberStyle
    registry: int
    zero_text: str | None

    def shown(self) -> Formatted | Unformattable:
        return format_number(
            self.value,
            scale=self.scale,
            fraction_digits=self.fraction_digits,
            style=self.style,
            registry=self.registry,
            zero_text=self.zero_text,
        )


def asked(count: int, seed: int) -> Iterator[Asked]:
    """Values of all sizes and signs that have no digits beyond those shown, in all styles, registries and scales."""
    chance = random.Random(seed)
    styles = list(NumberStyle)
    for _ in range(count):
        scale, fraction_digits = chance.randint(-4, 12), chance.randint(0, 6)
        coefficient = chance.choice([0, chance.randint(0, 999), chance.randint(0, 10 ** chance.randint(1, 30))])
        digits = tuple(map(int, str(coefficient)))
        value = Decimal((chance.randint(0, 1), digits, scale - fraction_digits + chance.choice([0, 0, 0, 1, 3])))
        registry = chance.randint(1, 5)
        zero_text = None if chance.random() < 0.7 else "-" if registry == 1 else chance.choice(DASHES)
        yield Asked(value, scale, fraction_digits, chance.choice(styles), registry, zero_text)


def worth(shown: Formatted) -> Fraction:
    """What Inline XBRL 1.1 section 10.1.1 says that a tag is worth, in exact arithmetic of its own."""
    lexical = transform(shown.format, shown.text) if shown.format else shown.text
    return Fraction(lexical) * Fraction(10) ** shown.scale * (-1 if shown.is_negative else 1)


def test_a_hundred_thousand_numbers_are_read_back_as_reported():
    refused, negative, dashes = 0, 0, 0
    for case in asked(100_000, seed=20241231):
        shown = case.shown()
        if isinstance(shown, Unformattable):
            assert case.style is NumberStyle.SWISS, shown
            assert case.registry < 5
            refused += 1
            continue
        assert worth(shown) == Fraction(case.value), case
        assert shown.is_negative == (case.value < 0)
        if case.zero_text and not case.value:
            assert shown.text == case.zero_text
            dashes += 1
        else:
            assert re.fullmatch(GROUPED[case.style], shown.text), case
            assert len(re.split("[.,]", shown.text)[-1]) == case.fraction_digits or not case.fraction_digits
        assert (shown.format is None) == (case.style is NumberStyle.PLAIN and shown.text != case.zero_text)
        negative += shown.is_negative
    assert refused < 15_000
    assert negative > 25_000
    assert dashes > 5_000


def test_the_quick_way_for_whole_numbers_says_what_the_careful_way_says():
    quick, slow = 0, 0
    for case in asked(20_000, seed=11):
        whole = whole_numbers(case.scale, case.style, case.registry)
        text = whole and whole.text(case.value)
        if whole and text:
            assert case._replace(fraction_digits=0).shown() == Formatted(whole.format, text, case.scale, False)
            quick += 1
        slow += text is None
    assert quick > 900
    assert slow > 3_000
    dot = whole_numbers(3, NumberStyle.ENGLISH, 5)
    assert dot is not None
    odd = ("NaN", "Infinity", "-Infinity", "0", "0E+6", "-1000", "999", "1500.5", "1E+999999", "1E-999999")
    assert [dot.text(Decimal(value)) for value in odd] == [None] * len(odd)


@pytest.mark.arelle
def test_arelle_reads_the_same_numbers():
    compared = 0
    for case in asked(6_000, seed=7):
        shown = case.shown()
        if isinstance(shown, Formatted) and shown.format:
            lexical = arelle(shown.format.namespace, shown.format.local_name, shown.text)
            assert lexical == transform(shown.format, shown.text), case
            compared += 1
    assert compared > 4_000


@pytest.mark.parametrize(
    ("style", "registry", "format", "text"),
    [
        (NumberStyle.ENGLISH, 5, "num-dot-decimal", "1,234,567.50"),
        (NumberStyle.ENGLISH, 3, "numdotdecimal", "1,234,567.50"),
        (NumberStyle.ENGLISH, 1, "numcommadot", "1,234,567.50"),
        (NumberStyle.GERMAN, 4, "num-comma-decimal", "1.234.567,50"),
        (NumberStyle.GERMAN, 1, "numdotcomma", "1.234.567,50"),
        (NumberStyle.FRENCH, 5, "num-comma-decimal", "1\u00a0234\u00a0567,50"),
        (NumberStyle.FRENCH, 2, "numcommadecimal", "1\u00a0234\u00a0567,50"),
        (NumberStyle.SWISS, 5, "num-dot-decimal-apos", "1'234'567.50"),
        (NumberStyle.JAPANESE, 2, "numdotdecimal", "1,234,567.50"),
        (NumberStyle.PLAIN, 5, None, "1234567.50"),
    ],
)
def test_each_style_and_registry(style: NumberStyle, registry: int, format: str | None, text: str):  # noqa: A002
    name = QName(NAMESPACES[registry], format) if format else None
    shown = format_number(Decimal(-1234567500), scale=3, fraction_digits=2, style=style, registry=registry)
    assert shown == Formatted(name, text, 3, is_negative=True)
    assert number_of(shown) == -1234567500


@pytest.mark.parametrize(
    ("registry", "format"), [(1, "numdash"), (2, "zerodash"), (3, "zerodash"), (4, "fixed-zero"), (5, "fixed-zero")]
)
def test_a_dash_is_zero_and_nothing_else(registry: int, format: str):  # noqa: A002
    zero = format_number(Decimal("-0.0"), scale=6, registry=registry, zero_text="-")
    assert zero == Formatted(QName(NAMESPACES[registry], format), "-", 6, is_negative=False)
    one = format_number(Decimal(1_000_000), scale=6, registry=registry, zero_text="-")
    assert isinstance(one, Formatted)
    assert one.text == "1"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"value": Decimal(1234567), "scale": 3}, "1234567 has more than 0 fraction digits at scale 3"),
        ({"value": Decimal("0.125"), "fraction_digits": 2}, "0.125 has more than 2 fraction digits at scale 0"),
        ({"value": Decimal("NaN")}, "NaN is no finite number"),
        ({"value": Decimal("-Infinity")}, "-Infinity is no finite number"),
        ({"value": Decimal("1E+5000")}, "1E+5000 at scale 0 has more than 400 digits"),
        ({"value": Decimal("1E-999999")}, "1E-999999 at scale 0 has more than 400 digits"),
        (
            {"value": Decimal(1), "style": NumberStyle.SWISS, "registry": 4},
            "registry 4 has no transformation for numbers in the style “ch”",
        ),
        (
            {"value": Decimal(0), "zero_text": "nil", "registry": 3},
            "“nil” does not fit zerodash, which takes a single dash",
        ),
    ],
)
def test_what_cannot_be_shown_says_why(arguments: dict, reason: str):
    assert format_number(**arguments) == Unformattable(reason)


YEAR = [date(2024, 1, 1) + timedelta(days) for days in range(366)]


@pytest.mark.parametrize("registry", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("style", list(DateStyle))
def test_each_day_of_a_year_is_read_back(style: DateStyle, registry: int):
    since_4 = {DateStyle.GERMAN, DateStyle.FRENCH}
    known = registry >= 4 or style not in since_4 | ({DateStyle.JAPANESE} if registry == 1 else set())
    for day in YEAR:
        shown = format_date(day, style, registry)
        if not known:
            assert shown == Unformattable(f"registry {registry} has no transformation for dates such as “{style}”")
            continue
        assert isinstance(shown, FormattedText)
        assert (transform(shown.format, shown.text) if shown.format else shown.text) == day.isoformat()
    if known:
        assert shown.text == style
        assert (shown.format is None) == (style is DateStyle.ISO)


@pytest.mark.arelle
@pytest.mark.parametrize("style", [style for style in DateStyle if style is not DateStyle.ISO])
def test_arelle_reads_the_same_days(style: DateStyle):
    for registry in (4, 5):
        for day in YEAR:
            shown = format_date(day, style, registry)
            assert isinstance(shown, FormattedText)
            assert shown.format
            assert arelle(shown.format.namespace, shown.format.local_name, shown.text) == day.isoformat()


def test_first_days_of_months_are_written_as_each_language_does():
    first = date(2025, 3, 1)
    texts = {style: format_date(first, style, 5).text for style in DateStyle}
    assert texts == {
        DateStyle.ENGLISH: "1 March 2025",
        DateStyle.AMERICAN: "March 1, 2025",
        DateStyle.GERMAN: "1. März 2025",
        DateStyle.FRENCH: "1er mars 2025",
        DateStyle.JAPANESE: "2025年3月1日",
        DateStyle.DOTS: "01.03.2025",
        DateStyle.SLASHES: "01/03/2025",
        DateStyle.ISO: "2025-03-01",
    }


@pytest.mark.parametrize(
    ("registry", "truth", "falsehood"),
    [
        (2, "booleantrue", "booleanfalse"),
        (3, "booleantrue", "booleanfalse"),
        (4, "fixed-true", "fixed-false"),
        (5, "fixed-true", "fixed-false"),
    ],
)
def test_a_tick_stands_for_true_and_an_empty_box_for_false(registry: int, truth: str, falsehood: str):
    namespace = NAMESPACES[registry]
    assert format_boolean(True, "☒", registry) == FormattedText(QName(namespace, truth), "☒")
    assert format_boolean(False, "☐", registry) == FormattedText(QName(namespace, falsehood), "☐")
    assert transform(QName(namespace, truth), "☒") == "true"
    assert transform(QName(namespace, falsehood), "☐") == "false"


def test_registry_1_has_no_booleans():
    assert format_boolean(True, "Yes", 1) == Unformattable("registry 1 has no transformation for true and false")
