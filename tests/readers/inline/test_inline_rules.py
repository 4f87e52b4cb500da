"""Each rule broken: the right code, the specification's code and the place; and what Arelle says of the same page."""

from pathlib import Path

import arelle_referee
import pytest
from inline_content_faults import FAULTS
from inline_pages import found, page, read, text

SCHEMA = "lxml.SCHEMAV"
"""How Arelle's codes begin for what the schema of inline XBRL forbids; its sections say the same in words."""

BY_SCHEMA = frozenset(
    {
        *(
            "no schema",
            "a header in the head",
            "parts of the header out of order",
            "two ix:hidden",
            "a fact in the header",
        ),
        *("an empty ix:hidden", "markup in ix:hidden", "ix:hidden in the body", "ix:references in the body"),
        *("ix:resources in the body", "a role in ix:references", "a schema reference in ix:resources"),
        *("a unit in the body", "a relationship in the body", "an unknown element", "a continuation in version 1.0"),
        *("no name", "a sign that is none", "a scale that is no number", "an escape that is neither"),
        *("a footnote without id", "a relationship without an end"),
    }
)
"""Faults that Arelle finds by the schema."""

DIFFERENCES = {
    "another version": ("ix:multipleIxNamespaces", "the same rule, to which Arelle gives no section"),
    "a schema reference to nowhere": ("xbrl.3.5.1.2:simpleLinkHref", "both sections of XBRL 2.1 ask for the address"),
    "a numerator outside of a fraction": ("", "Inline XBRL 1.1 section 7.1.1: a term is a part of ix:fraction"),
    "a name with a prefix that is not declared": (
        "ix11.12.1.2:missingReferences",
        "Arelle takes the name for one of no taxonomy; XML Schema Part 2 section 3.2.18: it is no QName",
    ),
    "a scale beyond all numbers": ("xmlSchema:valueError", "a limit of ours and of Arelle's numbers"),
    "an id on two tags": ("xml.3.3.1:idMustBeUnique", "XML 1.0 section 3.3.1 and XML Schema Part 1 say the same"),
    "an id on a tag and on markup": ("xml.3.3.1:idMustBeUnique", "as before"),
    "a nil number with a text": ("xmlSchema:nilElementHasContent", "the rule cvc-elt.3.2.1 of XML Schema"),
    "a number with words": ("xmlSchema:valueError", "the rule cvc-datatype-valid.1 of XML Schema"),
    "groups without a format": ("xmlSchema:valueError", "the rule cvc-datatype-valid.1 of XML Schema"),
    "no decimals": ("xbrl.4.6.3:missingPrecisionDecimals", "the same section"),
    "a text for a number": ("xbrl.4.6.2:numericUnit", "the same section"),
    "a format whose prefix is not declared": (
        "",
        "Arelle reads the text without its format; Inline XBRL 1.1 section 10.1.2: the format names a rule of a registry",
    ),
    "a footnote of no fact": ("", "allowed, but lost: a warning"),
    "another role": ("", "allowed, but lost: a warning"),
    "a fact as footnote": ("", "allowed in a page, but OIM 1.0 has no such link: lost, a warning"),
}
"""What Arelle says instead ("": nothing), and what decides."""


@pytest.mark.parametrize("name", FAULTS)
def test_a_broken_rule_is_found_with_its_code_at_its_place(name):
    fault = FAULTS[name]
    first, *following = found(fault.page)
    assert first == (*fault.found[:2], f"p1.xhtml:{fault.found[2]}")
    assert tuple(code for code, *_ in following) == fault.following


@pytest.mark.arelle
@pytest.mark.parametrize("name", FAULTS)
def test_arelle_says_the_same_of_the_page_or_the_difference_is_explained(name, tmp_path: Path):
    path = tmp_path / "p1.xhtml"
    path.write_bytes(FAULTS[name].page)
    verdict = arelle_referee.load(path)
    codes = {*verdict.errors, *verdict.warnings}
    if name in BY_SCHEMA:
        assert any(code.startswith(SCHEMA) for code in codes)
        assert name not in DIFFERENCES
    elif name in DIFFERENCES:
        expected, reason = DIFFERENCES[name]
        assert reason
        assert expected in codes if expected else not codes
    else:
        assert FAULTS[name].found[1] in codes


def test_a_sound_page_has_no_findings():
    assert found(page(text("a", "", "k:Name"), root=' xml:lang="en"')) == []


def test_findings_name_the_tag_and_the_fact():
    (one,) = read(FAULTS["a number that does not fit"].page).findings
    assert one.message.startswith("ix:nonFraction k:Revenue: “1.234,5” does not fit num-dot-decimal")
    assert one.fact == "fact-1"
