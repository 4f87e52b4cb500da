"""Figures, periods, units and texts in words."""

import re
from datetime import date, timedelta
from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from xbrlgen.model import PURE, SHARES, Display, Fact, Period, QName, Unit
from xbrlgen.writers.summary import figures, prose, wording
from xbrlgen.writers.summary.history import History, comparable

YEN = Unit.currency("JPY")


@pytest.mark.parametrize(
    ("value", "display", "percent", "text"),
    [
        ("128198000000", Display(6), False, "128,198"),
        ("128198000000", Display(9, 1), False, "128.2"),
        ("95471000000", Display(6, 0, True), False, "(95,471)"),
        ("-95471000000", Display(6, 0, True), False, "95,471"),
        ("-0.024", Display(-2, 1), True, "(2.4%)"),
        ("0.0005", Display(-2, 1), True, "0.1%"),  # half up, where half to even would give 0.0
        ("14.625", Display(0, 2), False, "14.63"),
        ("-14.625", Display(0, 2), False, "(14.63)"),
        ("-0.4", Display(), False, "0"),  # nothing left to be negative
        ("0", Display(6, 0, True), False, "0"),
        ("1E+3", Display(), False, "1,000"),
        ("0.1", Display(0, 1), False, "0.1"),
        ("1E+500", Display(6), False, "1E+500"),
    ],
)
def test_a_figure_is_shown_as_the_statement_prints_it(value, display, percent, text):
    assert figures.shown(Decimal(value), display, percent=percent) == text


def test_an_unscaled_value_keeps_all_its_digits():
    assert figures.unscaled(Decimal("-128198000000.10")) == "−128,198,000,000.10"
    assert figures.unscaled(Decimal("1.28E+11")) == "128,000,000,000"


@pytest.mark.parametrize(
    ("new", "old", "rate"),
    [
        ("128198", "121962", "+5.1%"),
        ("52750", "52846", "−0.2%"),
        ("12080", "11173", "+8.1%"),
        ("5", "0", ""),
        ("5", "-3", ""),
        ("-5", "3", ""),
        ("3", "3", "±0.0%"),
    ],
)
def test_rates_of_change_are_those_of_the_release_and_absent_where_they_mean_nothing(new, old, rate):
    assert figures.rate(Decimal(new), Decimal(old)) == rate


def test_a_change_has_its_sign_and_percentages_change_by_points():
    assert figures.difference(Decimal("128198E6"), Decimal("121962E6"), Display(6)) == "+6,236"
    assert figures.difference(Decimal(337931), Decimal(339861), Display()) == "−1,930"
    assert figures.difference(Decimal("0.445"), Decimal("0.480"), Display(-2, 1), percent=True) == "−3.5 pts"


@given(st.decimals(allow_nan=False, allow_infinity=False), st.integers(-3, 12), st.integers(0, 6), st.booleans())
def test_a_shown_figure_read_back_is_the_value_rounded(value, scale, digits, negated):
    text = figures.shown(value, Display(scale, digits, negated))
    plain = Decimal(text.strip("()").replace(",", ""))
    shown = plain.copy_negate() if text.startswith("(") != negated else plain
    with localcontext(prec=400):
        assert "E" in text or abs(shown.scaleb(scale) - value) * 2 <= Decimal(10) ** (scale - digits)


HALF = Period.duration(date(2023, 4, 1), date(2023, 9, 30))


def test_periods_in_words():
    assert wording.period_words(HALF) == "1 April 2023 to 30 September 2023"
    assert wording.period_words(HALF.closing) == "30 September 2023"
    assert wording.period_words(HALF.opening) == "31 March 2023"
    assert wording.period_words(None) == "forever"
    assert (
        wording.period_words(Period(None, HALF.end - timedelta(hours=11, minutes=30))) == "30 September 2023, 12:30:00"
    )
    assert wording.short_period(HALF) == "Apr–Sep 2023"
    assert wording.short_period(Period.duration(date(2022, 10, 1), date(2023, 3, 31))) == "Oct 2022–Mar 2023"
    assert wording.short_period(Period.duration(date(2023, 4, 1), date(2023, 4, 30))) == "Apr 2023"
    assert wording.short_period(HALF.closing) == "30 Sep 2023"


def test_lengths_in_words():
    assert wording.length_words(HALF) == "6 months"
    assert wording.length_words(Period.duration(date(2023, 4, 1), date(2024, 3, 31))) == "1 year"
    assert wording.length_words(Period.duration(date(2023, 4, 1), date(2025, 3, 31))) == "2 years"
    assert wording.length_words(Period.duration(date(2023, 4, 1), date(2024, 4, 30))) == "13 months"
    assert wording.length_words(Period.duration(date(2023, 4, 1), date(2023, 4, 20))) == ""
    assert wording.length_words(HALF.closing) == ""


def test_units_and_accuracy_in_words():
    assert wording.scaled_unit_words(YEN, 6) == "JPY millions"
    assert wording.scaled_unit_words(YEN.per(SHARES), 0) == "JPY per share"
    assert wording.scaled_unit_words(PURE, 0) == ""
    assert wording.scaled_unit_words(SHARES, 3) == "shares thousands"
    assert wording.scaled_unit_words(YEN, 5) == "JPY × 10^5"
    assert wording.accuracy_words(None) == "exact"
    assert wording.accuracy_words(-6) == "to the nearest million"
    assert wording.accuracy_words(0) == "to the nearest whole number"
    assert wording.accuracy_words(2) == "to 2 decimal places"
    assert wording.accuracy_words(-7) == "to the nearest ten million"


def _fact(id_, period, value=1):
    return Fact(id_, QName("n", "Revenue"), None, period, Decimal(value), YEN, 0)


def test_only_periods_of_one_length_compare():
    quarter = Period.duration(date(2023, 7, 1), date(2023, 9, 30))
    assert comparable(quarter, Period.duration(date(2023, 4, 1), date(2023, 6, 30)))
    assert not comparable(quarter, HALF)
    assert not comparable(quarter, quarter)
    assert not comparable(quarter, quarter.closing)
    assert comparable(quarter.closing, quarter.opening)
    assert not comparable(None, quarter)


def test_a_duration_is_compared_with_a_year_earlier_and_an_instant_with_the_latest_before():
    quarters = [(2022, 7), (2023, 4), (2023, 7)]
    ends = {4: 30, 7: 30}
    flows = [_fact(f"{y}-{m}", Period.duration(date(y, m, 1), date(y, m + 2, ends[m]))) for y, m in quarters]
    stocks = [_fact(str(y), Period.instant(date(y, m, 30))) for y, m in ((2022, 9), (2023, 6), (2023, 9))]
    history = History((*flows, *stocks))
    assert history.before(flows[2]).id == "2022-7"
    assert history.before(flows[1]).id == "2022-7"
    assert history.before(flows[0]) is None
    assert history.before(stocks[2]).period == stocks[1].period
    assert [fact.id for fact in history.of(flows[2])] == ["2022-7", "2023-4", "2023-7"]


ELEMENTS = {"p", "div", "blockquote", "pre", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "h4", "h5", "h6", "b", "strong", "i", "em", "u", "s", "sub", "sup", "small", "code", "abbr", "cite", "q", "br", "hr", "img"}  # fmt: skip
PIECES = st.sampled_from(
    ["<p>", "</p>", "<b class='x' onclick='y'>", "</b>", "<td colspan='2'>", "</td>", "<script>", "</script>", "a & b", "<br>", "<x:ul>", "</x:ul>", "&lt;", "\x00", "<!-- c -->", "<![CDATA[ d ]]>", "<?pi?>", "<", ">", '<img src="http://e.example/">', "<h1>", "<svg onload=x>", "<a href='javascript:x'>"]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=5)).map("".join))
def test_whatever_a_text_holds_its_markup_is_balanced_and_harmless(text):
    root = etree.fromstring(f"<div>{prose.fragment(text)}</div>")
    for node in root.iterdescendants():
        assert node.tag in ELEMENTS
        assert set(node.attrib) <= {"colspan", "rowspan", "scope", "start", "src", "alt"}
        assert node.get("src", "data:").startswith("data:")


def test_a_text_keeps_its_words_tables_and_emphasis():
    given_text = '<xhtml:h1 xmlns:xhtml="x">Head</xhtml:h1><table><tr><td colspan="2" style="color:red">1 &amp; 2</td></tr></table><p><em>so</em></p>'
    assert str(prose.fragment(given_text)) == (
        '<h4>Head</h4><table><tr><td colspan="2">1 &amp; 2</td></tr></table><p><em>so</em></p>'
    )


def test_pictures_stay_only_if_they_are_in_the_text_itself():
    kept = '<img src="data:image/png;base64,AAAA" alt="A chart"/>'
    assert str(prose.fragment(kept)) == kept
    assert str(prose.fragment('<img src="data:image/svg+xml,x"/><img src="https://e.example/x.png"/>')) == ""


def test_plain_text_becomes_paragraphs_and_excerpts_end_at_a_word():
    assert str(prose.paragraphs("One <two>\n\n three")) == "<p>One &lt;two&gt;</p><p>three</p>"
    assert prose.excerpt("<p>Words of a text</p>", 9, is_markup=True) == "Words of …"
    assert prose.excerpt("<p>One<br/>two</p><p>th<b>r</b>ee</p><script>x</script>", is_markup=True) == "One two three"
    assert prose.excerpt("a < b", 9) == "a < b"
    assert re.search(r"\s{2}", prose.excerpt("a  b \n c")) is None
