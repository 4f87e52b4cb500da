"""Texts and numbers against built-in types and facets, judged beside two XML Schema engines."""

import re
from decimal import Decimal

import pytest
import xmlschema
from lxml import etree

from xbrlgen.rules.facets import broken_facets
from xbrlgen.rules.lexical import is_lexical, is_number, is_text, normalized

XS = "http://www.w3.org/2001/XMLSchema"
TEXTS = """
|a|a b| a |true|TRUE|yes|1|0|01|+1|-1|-0|1.|.5|1.5|1e5|1E+5|INF|-INF|+INF|NaN|--1|1,000|2147483647|2147483648|-2147483649|127
128|-128|-129|255|256|32767|32768|65535|65536|9223372036854775807|9223372036854775808|18446744073709551615|18446744073709551616
2023-09-30|2023-9-30|2023-02-29|2024-02-29|1900-02-29|2000-02-29|0000-01-01|-0001-01-01|12023-01-01|02023-01-01|2023-09-30Z
2023-09-30+09:00|2023-09-30+14:00|2023-09-30+14:01|2023-09-30-13:59|2023-04-31|2023-13-01|2023-00-10|2023-01-00
2023-09-30T15:00:00|2023-09-30T15:00|2023-09-30T24:00:00|2023-09-30T24:00:01|2023-09-30T24:00:00.00|2023-09-30T15:00:60
2023-09-30T15:00:00.123Z|2023-09-30T15:00:00.|15:00:00|24:00:00|25:00:00|15:00:00+09:00|2023|02023|0000|-2023|2023Z|23|2023-09
2023-13|2023-00|--09|--09--|--13|--02-29|--02-30|--04-31|--09-30Z|---30|---31|---32|---00|P1Y|P|PT|P1YT|P1Y2M3DT4H5M6.7S|-P1D|P1S
PT1.S|PT.5S|P-1Y|P1M1Y|en|en-US|pt-BR-x|toolonglanguage|e1|en-|日本|日本:語|a:b|a:b:c|:a|1a|-a|a-1|a.b|_a|http://www.ij.ad.jp
%41|%zz|b|0F|0f1|QUJD|QUI=|QUI|QQ==|Q Q = =|=|A===|QUJDRA==|QU JD|AB==|http://x/<y>|١٢|२०२३-09-30|·a|a·|01.11.2023|11/30/2023
"""
CORPUS = [text for line in TEXTS.strip().split("\n") for text in line.split("|")]
BASES = [
    "string",
    "normalizedString",
    "token",
    "language",
    "Name",
    "NCName",
    "NMTOKEN",
    "NMTOKENS",
    "boolean",
    "decimal",
    "float",
    "double",
    "duration",
    "date",
    "dateTime",
    "time",
    "gYear",
    "gYearMonth",
    "gMonth",
    "gMonthDay",
    "gDay",
    "hexBinary",
    "base64Binary",
    "anyURI",
    "integer",
    "nonPositiveInteger",
    "negativeInteger",
    "nonNegativeInteger",
    "positiveInteger",
    "long",
    "int",
    "short",
    "byte",
    "unsignedLong",
    "unsignedInt",
    "unsignedShort",
    "unsignedByte",
]
NUMERIC = BASES[BASES.index("integer") :]


def _engines(simple_type: str):
    text = f'<xs:schema xmlns:xs="{XS}"><xs:element name="e">{simple_type}</xs:element></xs:schema>'
    compiled, explaining = etree.XMLSchema(etree.fromstring(text)), xmlschema.XMLSchema(text)

    def agreed(value: str) -> bool | None:
        """What both engines say; None where they differ, or one cannot tell."""
        element = etree.Element("e")
        element.text = value
        try:
            verdicts = {compiled.validate(element), explaining.is_valid(element)}
        except OverflowError:
            return None
        return verdicts.pop() if len(verdicts) == 1 else None

    return agreed


@pytest.mark.parametrize("base", BASES)
def test_texts_are_judged_as_two_engines_judge_them(base: str):
    agreed = _engines(f'<xs:simpleType><xs:restriction base="xs:{base}"/></xs:simpleType>')
    theirs = {text: agreed(text) for text in CORPUS}
    ours = {text: is_lexical(base, normalized(base, text)) for text in CORPUS if theirs[text] is not None}
    assert ours == {text: verdict for text, verdict in theirs.items() if verdict is not None}
    assert len(ours) > len(CORPUS) // 2


def test_texts_are_made_of_the_characters_that_a_parser_takes():
    element = etree.Element("e")

    def is_taken(text: str) -> bool:
        try:
            element.text = text
        except ValueError:
            return False
        return True

    for code in (*range(0x500), *range(0xD700, 0x11000), 0x10FFFF):
        assert is_text(text := f"a{chr(code)}b") == is_taken(text), code
        assert all(
            is_lexical(base, text) == is_text(text) for base in ("string", "token", "anyURI") if code != ord("%")
        )


@pytest.mark.parametrize("base", ["decimal", *NUMERIC])
def test_numbers_are_judged_as_two_engines_judge_them(base: str):
    agreed = _engines(f'<xs:simpleType><xs:restriction base="xs:{base}"/></xs:simpleType>')
    numbers = [text for text in CORPUS if re.fullmatch(r"[+-]?[0-9]*\.?[0-9]+", text)]
    assert len(numbers) > 25
    for text in numbers:
        if agreed(text) is not None:
            assert is_number(base, Decimal(text)) == agreed(text), text


def test_only_floating_types_have_special_values():
    special = [Decimal(text) for text in ("NaN", "Infinity", "-Infinity")]
    assert [is_number("double", each) for each in special] == [True] * 3
    assert [is_number("decimal", each) for each in special] == [False] * 3


@pytest.mark.parametrize(
    ("base", "facets"),
    [
        ("string", {"enumeration": ("red", "green")}),
        ("string", {"length": ("3",)}),
        ("string", {"minLength": ("2",), "maxLength": ("4",)}),
        ("string", {"pattern": (r"[A-Z]{2}\d*",)}),
        ("string", {"pattern": (r"\i\c*|\d+-\d+",)}),
        ("decimal", {"minInclusive": ("0",), "maxExclusive": ("1000",)}),
        ("decimal", {"minExclusive": ("-1",), "maxInclusive": ("12.5",)}),
        ("decimal", {"totalDigits": ("3",)}),
        ("decimal", {"fractionDigits": ("2",)}),
        ("decimal", {"enumeration": ("1.0", "2.50")}),
        ("date", {"minInclusive": ("2000-01-01",), "maxInclusive": ("2023-12-31",)}),
        ("hexBinary", {"length": ("2",)}),
        ("base64Binary", {"maxLength": ("2",)}),
    ],
)
def test_facets_are_judged_as_two_engines_judge_them(base: str, facets: dict[str, tuple[str, ...]]):
    written = "".join(f'<xs:{facet} value="{value}"/>' for facet, values in facets.items() for value in values)
    agreed = _engines(f'<xs:simpleType><xs:restriction base="xs:{base}">{written}</xs:restriction></xs:simpleType>')
    corpus = [
        *CORPUS,
        "red",
        "green",
        "blue",
        "redd",
        "AB",
        "AB12",
        "ab",
        "abc",
        "abcd",
        "abcde",
        "2.5",
        "2.50",
        "1.00",
    ]
    corpus += ["12.5", "12.51", "999", "999.99", "1000", "1234", "0.12", "0.123", "123.4", "1999-12-31", "2024-01-01"]
    corpus += ["2022-05-05", "0A1B", "0A", "0A1B2C", "QUI=", "QUJD", "QQ==", "0.0012", "100"]
    judged = 0
    for text in (each for each in corpus if is_lexical(base, normalized(base, each))):
        theirs = agreed(text)
        value = Decimal(text) if base == "decimal" else normalized(base, text)
        if theirs is not None:
            judged += 1
            assert (not list(broken_facets(base, facets, value))) == theirs, text
    assert judged > 10


def test_every_step_of_derivation_has_its_pattern():
    facets = {"pattern": ("[a-z]+", ".{3}")}
    assert list(broken_facets("string", facets, "abc")) == []
    assert list(broken_facets("string", facets, "abcd")) == ["does not match the pattern .{3}"]


def test_a_pattern_or_limit_that_cannot_be_read_allows_everything():
    assert list(broken_facets("string", {"pattern": ("[",), "maxLength": ("many",)}, "abc")) == []
