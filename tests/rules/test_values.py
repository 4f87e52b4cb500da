"""Values against the types of their concepts."""

from decimal import Decimal

import pytest
from small_report import Q2, STRING, codes, concept, fact, judged, lines, millions, name, report, taxonomy

from xbrlgen.model import ItemType


@pytest.mark.parametrize(
    ("local_name", "good", "bad"),
    [
        ("IsAudited", "false", "no"),
        ("DateOfRelease", "2023-11-06", "November 6"),
        ("DateOfRelease", "2023-11-06Z", "2023-02-29"),
        ("Moment", "2023-11-06", "2023-11"),
        ("Moment", "2023-11-06T15:00:00", "15:00"),
        ("Website", "https://www.ij.ad.jp/en/?a=%20", "https://www.ij.ad.jp/%zz"),
        ("NumberOfEmployees", "42", "-3"),
        ("NumberOfEmployees", "42.0", "4.5"),
        ("Method", "{http://example.com/small}AtmMember", "Atm Member"),
    ],
)
def test_a_value_is_of_its_type(local_name: str, good: str, bad: str):
    right, wrong = fact(local_name, good), fact(local_name, bad, id="wrong")
    assert judged(report(right)) == []
    found = judged(report(wrong))
    assert codes(found) == ["XG230"]
    assert lines(found[0]) == [1]
    assert found[0].fact == "wrong"
    assert f"is {bad if local_name.startswith('Number') else repr(bad)}, which is not" in found[0].message


@pytest.mark.parametrize("character", "\0\x0b\x1f\ufffe")
def test_no_text_holds_what_xml_cannot_write(character: str):
    """JSON and CSV can write such characters; no value of a type of XML Schema has them."""
    assert judged(report(fact("CompanyName", "IIJ\n\u0085\U0001f600", unit=None, language="en"))) == []
    found = judged(report(fact("CompanyName", f"I{character}J", unit=None, language="en")))
    assert codes(found) == ["XG230"]
    assert found[0].hint == "The type stringItemType wants text without control characters."


def test_a_type_is_told_in_words():
    (found,) = judged(report(fact("DateOfRelease", "6.11.2023")))
    assert found.message == (
        "DateOfRelease (2023-04-01/2023-09-30) is '6.11.2023', which is not a date such as 2023-09-30."
    )
    assert found.hint == "The type dateItemType wants a date such as 2023-09-30."


def test_floating_numbers_may_be_special_and_decimal_ones_not():
    assert judged(report(fact("Measured", "Infinity"), fact("Measured", "NaN", Q2))) == []
    assert codes(judged(report(fact("EquityRatio", "NaN")))) == ["XG230"]


def test_limits_of_a_type():
    small = ItemType(
        name("smallItemType"), STRING.kind, "string", {"maxLength": ("3",), "enumeration": ("abc", "abcd")}
    )
    over = taxonomy(concept("Small", "string")._replace(item_type=small))
    good, bad = (
        fact("Small", "abc", unit=None, language="en"),
        fact("Small", "abcd", unit=None, language="en", id="bad"),
    )
    assert judged(report(good), over) == []
    (found,) = judged(report(bad), over)
    assert (found.code, found.fact) == ("XG231", "bad")
    assert found.message.endswith("is 'abcd'; as smallItemType it has 4 characters, more than 3.")


def test_white_space_is_collapsed_where_the_type_says_so():
    token = ItemType(
        name("tokenItemType"), STRING.kind, "string", {"whiteSpace": ("collapse",), "enumeration": ("a b",)}
    )
    over = taxonomy(concept("Token", "string")._replace(item_type=token))
    assert judged(report(fact("Token", " a  b\n", unit=None)), over) == []


def test_a_list_is_judged_item_by_item():
    years = ItemType(name("yearsItemType"), STRING.kind, "anySimpleType", {"list": ("gYear",)})
    over = taxonomy(concept("Years", "string")._replace(item_type=years))
    assert judged(report(fact("Years", "2022 2023", unit=None)), over) == []
    assert codes(judged(report(fact("Years", "2022 next", unit=None)), over)) == ["XG230"]


def test_nil_needs_a_concept_that_allows_it():
    assert judged(report(fact("Revenue", None))) == []
    found = judged(report(fact("FinanceCosts", None)))
    assert codes(found) == ["XG232"]
    assert found[0].message == "FinanceCosts (2023-04-01/2023-09-30) is nil, but its concept must have a value."


@pytest.mark.parametrize(
    "text",
    [
        "no markup",
        "<p>Revenue &amp; profit</p>",
        "before <b>and</b> after",
        "<p>a</p><p>b</p>",
        "5 > 4",
        "&#160;",
        "a\n\nb",
    ],
)
def test_a_text_block_that_is_well_formed(text: str):
    assert judged(report(fact("Policy", text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "<p>a<br></p>",
        "<p>",
        "R&D",
        "a < b",
        "</div><div>",
        "&nbsp;",
        "<x:p/>",
        "<!DOCTYPE a><p/>",
        "<p a=1/>",
        "\0&",
        "a\x0bb",
    ],
)
def test_a_text_block_that_is_not(text: str):
    found = judged(report(fact("Policy", text)))
    assert codes(found) == ["XG233"]
    assert lines(found[0]) == [1]


@pytest.mark.parametrize("local_name", ["CompanyName", "Policy"])
def test_an_empty_text(local_name: str):
    assert codes(judged(report(fact(local_name, " \n")))) == ["XG234"]


def test_an_enumeration_names_what_the_taxonomy_has():
    known, unknown = ("{http://example.com/small}" + each for each in ("AtmMember", "AtnMember"))
    for right in (known, f"{known} {{http://example.com/small}}NetworkMember", ""):
        assert judged(report(fact("Markets", right))) == []
    found = judged(report(fact("Method", unknown)))
    assert [(each.code, each.standard) for each in found] == [("XG235", "enum2ie:InvalidEnumerationValue")]
    assert codes(judged(report(fact("Markets", f"{known} {known}")))) == ["XG236"]


def test_a_number_where_a_text_belongs_is_the_concern_of_the_unit_alone():
    assert codes(judged(report(fact("DateOfRelease", 5)))) == []


def test_long_values_are_cut_in_messages():
    (found,) = judged(report(fact("DateOfRelease", "x" * 1000)))
    assert len(found.message) < 250


def test_monstrous_numbers_do_no_harm():
    facts = [
        millions("Revenue", 1),
        fact("Revenue", Decimal("1E+999999"), id="huge"),
        fact("NumberOfEmployees", "1E-99999"),
    ]
    assert {each.code for each in judged(report(*facts))} <= {"XG400", "XG230"}
