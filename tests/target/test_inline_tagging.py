"""How shown values are tagged: what a tag says gives the reported value back, or there is no tag."""

from datetime import date
from decimal import Decimal

import kinds
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xbrlgen.model import PURE, SHARES, Display, Fact, QName
from xbrlgen.target import TargetFact
from xbrlgen.target.inline import EscapeRule, InlineSettings, Tagging
from xbrlgen.transformations import NAMESPACES, DateStyle, NumberStyle, transform

MILLIONS = Display(6)
NO_BREAK_SPACE = "\u00a0"


def target(fact: Fact) -> TargetFact:
    concept = kinds.taxonomy().concept(fact.concept)
    return TargetFact(fact, fact.id, "c", None if fact.unit is None else "u", concept.item_type, None)


def tagging(language: str = "en", **settings) -> Tagging:
    return Tagging(language, InlineSettings(**settings), lambda name: name.local_name)


def revenue(value, decimals: int | None = -6) -> TargetFact:
    return target(kinds.number("Revenue", value, decimals=decimals))


def given_back(tag) -> Decimal:
    lexical = transform(tag.format, tag.text) if tag.format else tag.text
    return Decimal(f"{'-' if tag.is_negative else ''}{lexical}E{tag.scale}")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "1,234,567.50"),
        ("en-US", "1,234,567.50"),
        ("de", "1.234.567,50"),
        ("de-AT", "1.234.567,50"),
        ("de-CH", "1'234'567.50"),
        ("fr", f"1{NO_BREAK_SPACE}234{NO_BREAK_SPACE}567,50"),
        ("fr-CH", "1'234'567.50"),
        ("sv", f"1{NO_BREAK_SPACE}234{NO_BREAK_SPACE}567,50"),
        ("it", "1.234.567,50"),
        ("ja", "1,234,567.50"),
        ("x-unknown", "1,234,567.50"),
    ],
)
@pytest.mark.parametrize("registry", [3, 4, 5])
def test_numbers_are_written_as_the_language_does(language, text, registry):
    shown = tagging(language, registry=registry).fact(revenue("1234567.5"), Display(0, 2))
    if "'" in text and registry < 5:
        text, name = "1234567.50", None  # the registry has no transformation for apostrophes
    else:
        name = shown.tag.format and shown.tag.format.namespace
        assert name == NAMESPACES[registry]
    assert (shown.text, shown.tag.text) == (text, text)
    assert given_back(shown.tag) == Decimal("1234567.5")


@pytest.mark.parametrize(
    ("value", "display", "printed", "around", "negative"),
    [
        ("812000000", MILLIONS, ("", "en"), ("", ""), False),
        ("-812000000", MILLIONS, ("", "en"), ("(", ")"), True),
        ("812000000", Display(6, negated=True), ("(812)", "en"), ("(", ")"), False),
        ("-812000000", Display(6, negated=True), ("812", "en"), ("", ""), True),
        ("-812000000", MILLIONS, ("-812", "en"), ("\N{MINUS SIGN}", ""), True),
        ("-812000000", MILLIONS, ("△812", "en"), ("△", ""), True),
        ("-812000000", MILLIONS, ("", "ja"), ("△", ""), True),
        ("-812000000", MILLIONS, ("(812)", "ja"), ("(", ")"), True),
    ],
)
def test_signs_stand_outside_of_the_tag_and_the_tag_says_the_reported_one(value, display, printed, around, negative):
    typed, language = printed
    shown = tagging(language).fact(revenue(value), display, typed)
    assert (shown.before, shown.text, shown.after) == (around[0], "812", around[1])
    assert (shown.tag.text, shown.tag.scale, shown.tag.is_negative) == ("812", 6, negative)
    assert shown.is_negative == bool(around[0])


@pytest.mark.parametrize(
    ("language", "value", "after", "before"),
    [
        ("en", "0.051", "%", ""),
        ("en", "-0.051", "%)", "("),
        ("de", "0.051", f"{NO_BREAK_SPACE}%", ""),
        ("fr", "-0.051", f"{NO_BREAK_SPACE}%)", "("),
        ("it", "0.051", "%", ""),
        ("de-CH", "0.051", "%", ""),
    ],
)
def test_percentages(language, value, after, before):
    ratio = target(kinds.number("Ratio", value, PURE, 3))
    shown = tagging(language).fact(ratio, Display(-2, 1), percent=True)
    assert (shown.before, shown.after) == (before, after)
    assert shown.tag.scale == -2
    assert given_back(shown.tag) == Decimal(value)


@pytest.mark.parametrize(("registry", "name"), [(3, "zerodash"), (4, "fixed-zero"), (5, "fixed-zero")])
@pytest.mark.parametrize("dash", ["-", "–", "—", "―", "−"])
def test_a_dash_is_zero_only_where_the_fact_is(registry, name, dash):
    zero = tagging(registry=registry).fact(revenue(0), MILLIONS, dash)
    assert (zero.text, zero.tag.format) == ("–", QName(NAMESPACES[registry], name))
    assert given_back(zero.tag) == 0
    nil = tagging(registry=registry).fact(revenue(None, None), MILLIONS, dash)
    assert (nil.text, nil.tag.text, nil.tag.format) == ("–", "", None)


def test_zero_has_no_sign_and_nil_says_so():
    zero = tagging().fact(revenue(Decimal("-0")), Display(6, 1, negated=True))
    assert (zero.before, zero.text, zero.tag.is_negative) == ("", "0.0", False)
    assert tagging().fact(revenue(None, None), MILLIONS).text == "nil"


def test_fewer_digits_than_the_fact_has_are_no_tag_but_lead_to_the_fact():
    fact = revenue(Decimal(128_198_000_000))
    rounded = tagging().fact(fact, Display(9, 1))
    assert (rounded.text, rounded.tag, rounded.fact) == ("128.2", None, fact)
    same = tagging().fact(fact, Display(9, 3))
    assert (same.text, same.tag.scale, given_back(same.tag)) == ("128.198", 9, 128_198_000_000)
    assert tagging().fact(revenue(300_000), MILLIONS).text == "0"


def test_rounding_is_half_up_on_either_side_of_zero():
    assert tagging().fact(revenue(1_500_000), MILLIONS).text == "2"
    assert tagging().fact(revenue(-2_500_000), MILLIONS).text == "3"


def test_a_figure_that_is_no_fact_looks_like_one():
    shown = tagging("de").figure(Decimal("-0.0514"), Display(-2, 1), percent=True)
    assert (shown.before, shown.text, shown.after, shown.tag) == ("(", "5,1", f"{NO_BREAK_SPACE}%)", None)


@pytest.mark.parametrize("value", ["Infinity", "NaN", "1E+500"])
def test_a_value_that_no_tag_can_carry_is_an_obstacle_once(value):
    found = tagging()
    fact = target(kinds.number("Measured", Decimal(value), PURE, None, id="huge"))
    assert found.fact(fact).tag is None
    assert found.fact(fact).tag is None
    (obstacle,) = found.obstacles.values()
    assert (obstacle.code, obstacle.subject) == ("XG530", "huge")


@pytest.mark.parametrize(
    ("language", "registry", "text", "name"),
    [
        ("en", 5, "7 November 2023", "date-day-monthname-year-en"),
        ("en-GB", 3, "7 November 2023", "datedaymonthyearen"),
        ("en-US", 4, "November 7, 2023", "date-monthname-day-year-en"),
        ("de", 4, "7. November 2023", "date-day-monthname-year-de"),
        ("de", 3, "07.11.2023", "datedaymonthyear"),
        ("fr", 5, "7 novembre 2023", "date-day-monthname-year-fr"),
        ("ja", 3, "2023年11月7日", "dateyearmonthdaycjk"),
        ("it", 5, "07/11/2023", "date-day-month-year"),
        ("xx", 5, "2023-11-07", None),
    ],
)
def test_dates_are_written_as_the_language_does(language, registry, text, name):
    shown = tagging(language, registry=registry).fact(target(kinds.text("Approved", "2023-11-07")))
    assert shown.text == shown.tag.text == text
    assert shown.tag.format == (name and QName(NAMESPACES[registry], name))


@pytest.mark.parametrize(("language", "text"), [("en", "No"), ("de", "Nein"), ("ja", "無"), ("xx", "No")])
def test_booleans_are_words(language, text):
    shown = tagging(language).fact(target(kinds.text("Audited", "false")))
    assert (shown.text, shown.tag.format.local_name) == (text, "fixed-false")


def test_names_are_words_for_a_hidden_fact():
    fact = target(kinds.text("Regions", f"{{{kinds.NAMESPACE}}}NorthMember {{{kinds.NAMESPACE}}}SouthMember"))
    shown = tagging().fact(fact)
    assert (shown.text, shown.tag, shown.fact, shown.is_hidden) == ("NorthMember, SouthMember", None, fact, True)


@pytest.mark.parametrize(
    ("concept", "value", "rule", "escape"),
    [
        ("Policy", "<p>a</p>", EscapeRule.TEXT_BLOCKS, True),
        ("Policy", "words", EscapeRule.TEXT_BLOCKS, True),
        ("Policy", "<p>a", EscapeRule.TEXT_BLOCKS, False),  # its markup could not be its value
        ("Policy", "<br></br>", EscapeRule.TEXT_BLOCKS, False),
        ("Policy", '<p xmlns="http://www.w3.org/1999/xhtml">a</p>', EscapeRule.TEXT_BLOCKS, False),
        ("Name", "a <b>b</b>", EscapeRule.TEXT_BLOCKS, False),
        ("Name", "a <b>b</b>", EscapeRule.MARKUP, True),
        ("Name", "a &amp; b", EscapeRule.MARKUP, True),
        ("Name", "a & b", EscapeRule.MARKUP, False),
        ("Name", "a", EscapeRule.MARKUP, False),
        ("Signed", "2023-11-07T15:00:00", EscapeRule.MARKUP, False),
    ],
)
def test_markup_is_kept_where_the_rule_wants_it_and_it_is_the_value(concept, value, rule, escape):
    shown = tagging(escape=rule).fact(target(kinds.text(concept, value, "en")))
    assert (shown.tag.text, shown.tag.escape, shown.tag.format) == (value, escape, None)


def test_a_profile_may_choose_the_styles():
    found = tagging("en", numbers=NumberStyle.GERMAN, dates=DateStyle.DOTS)
    assert found.fact(revenue(1000), Display(0, 1)).text == "1.000,0"
    assert found.fact(target(kinds.text("Approved", "2023-11-07"))).text == "07.11.2023"


amounts = st.decimals(min_value=-(10**15), max_value=10**15, places=4).map(lambda each: each.normalize())


displays = st.builds(Display, st.integers(-3, 12), st.integers(0, 6), st.booleans())
languages = st.sampled_from(["en", "de", "fr", "de-CH", "ja", "sv"])


@given(amounts, displays, languages, st.integers(3, 5), st.sampled_from(["", "-", "–", "(1)"]))
def test_a_tag_gives_the_value_back_whatever_the_display(value, display, language, registry, printed):
    fact = target(kinds.number("Revenue", value, decimals=None))
    shown = tagging(language, registry=registry).fact(fact, display, printed)
    if shown.tag is None:
        assert shown.fact is fact
        assert value.as_tuple().exponent < display.scale - display.fraction_digits
    else:
        assert given_back(shown.tag) == value
        assert shown.text == shown.tag.text
    turned = -value if display.negated else value
    assert shown.is_negative == (turned < 0 and any(each in shown.text for each in "123456789"))


@given(st.dates(date(1583, 1, 1), date(2999, 12, 31)), st.sampled_from(["en", "en-US", "de", "fr", "ja", "fi", "es"]))
def test_a_date_is_given_back(day, language):
    for registry in (3, 4, 5):
        tag = tagging(language, registry=registry).fact(target(kinds.text("Approved", day.isoformat()))).tag
        assert (transform(tag.format, tag.text) if tag.format else tag.text) == day.isoformat()


def test_shares_and_earnings_show_all_their_digits_where_nothing_says_how():
    assert tagging().fact(target(kinds.number("SharesIssued", 178_000_000, SHARES))).text == "178,000,000"
    assert tagging().fact(target(kinds.number("Earnings", "56.70", kinds.YEN.per(SHARES), 2))).text == "56.70"
