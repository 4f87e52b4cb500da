"""What tags say: numbers, texts, markup and footnotes, each as the specification maps it."""

from decimal import Decimal

import arelle_referee
import kinds
import pytest
from inline_pages import CONTEXTS, INLINE_1_0, REFERENCES, UNITS, fact, facts, number, page, read, text

from xbrlgen.model import QName

# --- numbers ----------------------------------------------------------------------------------------------------------


NUMBERS = [
    (number("1234.50"), "1234.50"),
    (number(" 12\n"), "12"),
    (number("1,234.5", 'format="ixt:num-dot-decimal"'), "1234.5"),
    (number("1.234,5", 'format="ixt:num-comma-decimal"'), "1234.5"),
    (number("42,587", 'scale="6" format="ixt:num-dot-decimal"'), "42587000000"),
    (number("12.3", 'scale="-2"'), "0.123"),
    (number("0.1", 'scale="-20"'), "0.000000000000000000001"),
    (number("0.1", 'scale="+3"'), "100"),
    (number("812", 'sign="-"'), "-812"),
    (number("812", 'sign="-" scale="3"'), "-812000"),
    (number("0", 'sign="-"'), "0"),
    (number("–", 'format="ixt:fixed-zero"'), "0"),
    (number("1<!-- not said -->0<?pi?>0"), "100"),
]
BEYOND_ARELLE = [
    (number("9" * 40 + ".1", 'scale="1" sign="-"'), "-" + "9" * 40 + "1"),
]
"""Arelle reckons with 28 digits."""


@pytest.mark.parametrize(("body", "value"), NUMBERS + BEYOND_ARELLE)
def test_a_number_is_transformed_scaled_and_signed_exactly(body, value):
    assert format(fact(body).value, "f") == value


def test_every_aspect_of_a_number_is_read():
    found = fact(number("12", 'id="f1" scale="3"').replace('decimals="0"', 'decimals="-3"'))
    assert (found.id, found.concept, found.entity) == ("f1", kinds.name("Revenue"), kinds.ENTITY)
    assert (found.period, found.unit, found.decimals, found.language) == (kinds.HALF, kinds.YEN, -3, None)


def test_nested_numbers_are_a_fact_each_of_one_text():
    inner = number("5", 'sign="-" scale="6"', "k:Change")
    outer, nested = facts(number(inner, 'scale="6"'))
    assert (outer.value, nested.value) == (Decimal(5000000), Decimal(-5000000))


def test_nil_numbers_and_texts_have_no_value():
    nil = number("", 'xsi:nil="true" format="ixt:num-dot-decimal"').replace('decimals="0"', "")
    assert [each.value for each in facts(nil + text("", 'xsi:nil="1"'))] == [None, None]
    assert facts(nil)[0].unit == kinds.YEN


# --- texts ------------------------------------------------------------------------------------------------------------

MIXED = '<p class="b" title="a &gt; b">a &amp; <b>b</b>&#160;&lt;c&gt;</p>\n <br/><span></span>\td'


TEXTS = [
    (text(" a\n b\t"), " a\n b\t"),
    (text(MIXED), "a & b\u00a0<c>\n \td"),
    (text(MIXED, 'escape="false"'), "a & b\u00a0<c>\n \td"),
    (
        text(MIXED, 'escape="true"'),
        '<p class="b" title="a > b">a &amp; <b>b</b>\u00a0&lt;c&gt;</p>\n <br/><span></span>\td',
    ),
    (text("a<!-- b -->c<?d e?>f<![CDATA[<g>]]>"), "acf<g>"),
    (text("a &#13;b"), "a \rb"),
    (text("a &#13;b", 'escape="true"'), "a \rb"),
    (text("a<p><ix:exclude>page <b>2</b></ix:exclude>b</p>c"), "abc"),
    (text("a<p><ix:exclude>page <b>2</b></ix:exclude>b</p>c", 'escape="true"'), "a<p>b</p>c"),
    (text("1 March 2026", 'format="ixt:date-day-monthname-year-en"', "k:Approved"), "2026-03-01"),
    (text("<b>1 March</b> 2026", 'format="ixt:date-day-monthname-year-en"', "k:Approved"), "2026-03-01"),
    (text("☒", 'format="ixt:fixed-true"', "k:Audited"), "true"),
    (text(" 1 ", "", "k:Audited"), "true"),
    (text("", "", "k:Name"), ""),
]
OTHERWISE_IN_ARELLE = [
    (text("<p>a<!-- b -->c</p><![CDATA[<g>]]>", 'escape=" 1 "'), "<p>ac</p>&lt;g&gt;"),
    (text('<p title="&#10;&lt;&quot;&amp;\'">a</p>', 'escape="true"'), '<p title="&#10;&lt;&quot;&amp;\'">a</p>'),
    (text('<p xml:lang="ja" title="t">a</p>', 'escape="true"'), '<p title="t" xml:lang="ja">a</p>'),
]
"""XML Schema Part 2 section 3.2.2: white space around true does not count. The others are markup that must be parsed
again: a line feed in an attribute would not come back, and < and lang instead of xml:lang would be something else."""


@pytest.mark.parametrize(("body", "value"), TEXTS + OTHERWISE_IN_ARELLE)
def test_a_text_is_taken_as_it_stands_or_as_its_markup(body, value):
    found = fact(body)
    assert (found.value, found.unit, found.decimals) == (value, None, None)


def test_tags_within_a_text_leave_no_trace_in_its_markup():
    inner = number("5") + text("<i>b</i>", "", "k:Name")
    note = '<ix:footnote id="n" xml:lang="en">c</ix:footnote>'
    related = '<ix:relationship fromRefs="f" toRefs="n"/>'
    outer, *_ = facts(text(f"<p>a {inner}{note}</p>", 'id="f" escape="true"'), more=related)
    assert outer.value == "<p>a 5<i>b</i>c</p>"


def test_markup_of_xhtml_has_no_prefix_and_other_markup_declares_its_namespace():
    prefixed = text('<h:p xmlns:h="http://www.w3.org/1999/xhtml">a<h:br/></h:p>', 'escape="true"')
    assert fact(prefixed).value == "<p>a<br/></p>"
    picture = '<svg:svg xmlns:svg="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink"><svg:use l:href="#a"/></svg:svg>'
    expected = '<p><svg xmlns="http://www.w3.org/2000/svg"><use xmlns:ns0="http://www.w3.org/1999/xlink" ns0:href="#a"/></svg></p>'
    assert fact(text(f"<p>{picture}</p>", 'escape="true"')).value == expected


@pytest.mark.parametrize(
    ("markup", "resolved"),
    [
        ('<a href="n/a b.htm">x</a>', '<a href="http://example.com/r/n/a%20b.htm">x</a>'),
        ('<img src="../i.png" alt="i.png"/>', '<img alt="i.png" src="http://example.com/i.png"/>'),
        ('<a href="#top">x</a>', '<a href="http://example.com/r/page.htm#top">x</a>'),
        ('<a href="mailto:a@b.c">x</a>', '<a href="mailto:a@b.c">x</a>'),
        ('<img src="data:image/png;base64,AA BB" alt=""/>', '<img alt="" src="data:image/png;base64,AA BB"/>'),
        ('<q cite="x" title="x">x</q>', '<q cite="http://example.com/r/x" title="x">x</q>'),
        (
            '<object codebase="o/" data="d">x</object>',
            '<object codebase="http://example.com/r/o/" data="d">x</object>',
        ),
    ],
)
def test_addresses_start_from_the_base_that_the_page_states(markup, resolved):
    body = text(markup, 'escape="true"')
    assert fact(body).value == fact(markup and body, head="<base/>").value
    assert fact(body, head='<base href="http://example.com/r/page.htm"/>').value == resolved


@pytest.mark.arelle
def test_arelle_reads_the_same_values(tmp_path):
    body = "".join(f"<div>{each}</div>\n" for each, _ in NUMBERS + TEXTS)
    content = page(body, root=' xml:lang="en"')
    path = tmp_path / "p1.xhtml"
    path.write_bytes(content)
    verdict = arelle_referee.load(path)
    reading = read(content)
    assert verdict.messages == []
    assert reading.findings == ()
    assert verdict.facts == arelle_referee.comparable(reading.report)


# --- continuations ----------------------------------------------------------------------------------------------------

CHAIN = """<p>{first}</p><p>not this</p><ix:continuation id="c2"><b>d</b>e</ix:continuation>
<div><ix:continuation id="c1" continuedAt="c2">b<ix:exclude>page 2</ix:exclude>c</ix:continuation></div>"""


def test_a_text_goes_on_where_it_is_continued_in_whatever_order_the_pieces_stand():
    for escape, value in ("false", "abcde"), ("true", "abc<b>d</b>e"):
        assert fact(CHAIN.format(first=text("a", f'continuedAt="c1" escape="{escape}"'))).value == value


def test_a_continued_text_is_transformed_as_a_whole():
    date = text("1 March", 'format="ixt:date-day-monthname-year-en" continuedAt="c"', "k:Approved")
    assert fact(f"{date} of the year <ix:continuation id='c'> 2026</ix:continuation>").value == "2026-03-01"


def test_the_continuation_of_an_inner_text_is_no_part_of_the_outer_one():
    inner = text("b", 'continuedAt="c1"', "k:Name")
    outer, nested = facts(f"{text('a' + inner)}<ix:continuation id='c1'>c</ix:continuation>")
    assert (outer.value, nested.value) == ("ab", "bc")


def test_a_continuation_may_hold_tags():
    body = text("a", 'continuedAt="c1"') + f"<ix:continuation id='c1'>b{text('c', '', 'k:Name')}</ix:continuation>"
    assert [each.value for each in facts(body)] == ["abc", "c"]


# --- languages --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("root", "around", "own", "expected"),
    [
        ("", "", "", None),
        (' xml:lang="EN-us"', "", "", "en-us"),
        (' xml:lang="en"', ' xml:lang="JA"', "", "ja"),
        (' xml:lang="en"', ' xml:lang="ja"', 'xml:lang="de"', "de"),
        (' xml:lang="en"', ' xml:lang=""', "", None),
        (' lang="en"', "", "", None),
    ],
)
def test_the_language_is_the_nearest_one(root, around, own, expected):
    name = text("a", own, "k:Name")
    approved = text("2023-11-07", own, "k:Approved")
    found = facts(f"<p{around}>{name}{approved}</p>", root=root)
    assert [each.language for each in found] == [expected, None]


def test_a_text_without_a_language_has_that_of_the_references():
    references = REFERENCES.replace("<ix:references>", '<ix:references xml:lang="FR">')
    found = facts(text("a", "", "k:Name") + text("b", 'xml:lang="de"', "k:Name"), references=references)
    assert [each.language for each in found] == ["fr", "de"]


def test_a_report_has_the_language_of_its_page_or_of_its_first_text():
    assert read(page(text("a"), root=' xml:lang="JA"')).report.language == "ja"
    assert read(page(text("a", 'xml:lang="de"'))).report.language == "de"
    assert read(page(number("1"))).report.language == "en"


# --- names ------------------------------------------------------------------------------------------------------------


def test_names_in_values_are_resolved_where_they_stand():
    assert fact(text("k:Name", "", "k:Form")).value == f"{{{kinds.NAMESPACE}}}Name"
    assert fact(text("z:A", 'xmlns:z="http://z"', "k:Form")).value == "{http://z}A"
    region = text(f"{kinds.NAMESPACE}#NorthMember", "", "k:Region")
    assert fact(region).value == f"{{{kinds.NAMESPACE}}}NorthMember"


def test_names_of_concepts_may_be_bound_anywhere_and_have_no_prefix():
    assert fact(text("a", f'xmlns:z="{kinds.NAMESPACE}"', "z:Name")).concept == kinds.name("Name")
    found = read(page(text("a", "", "title"))).report.facts[0]
    assert found.concept == QName("http://www.w3.org/1999/xhtml", "title")


# --- footnotes --------------------------------------------------------------------------------------------------------

NOTED = number("1", 'id="f1"') + number("2", 'id="f2"', "k:Change")
FOOTNOTE = '<ix:footnote id="n1" xml:lang="EN"{}>{}</ix:footnote>'.format
TO_BOTH = '<ix:relationship fromRefs="f1 f2" toRefs="n1"/>'


@pytest.mark.parametrize(
    ("footnote", "content"),
    [
        (FOOTNOTE("", "See &amp; note 3"), "See & note 3"),
        (FOOTNOTE("", ""), ""),
        (FOOTNOTE("", f"See {text('note 3', '', 'k:Name')}<ix:exclude>!</ix:exclude>"), "See note 3"),
        (FOOTNOTE("", 'See <a href="#x">note</a><br/> &amp;'), 'See <a href="#x">note</a><br/> &amp;'),
        (FOOTNOTE("", '<b xml:lang="ja" dir="ltr">a</b>'), '<b dir="ltr" xml:lang="ja">a</b>'),
        (FOOTNOTE(' continuedAt="c"', "See") + "<ix:continuation id='c'> <i>a</i></ix:continuation>", "See <i>a</i>"),
    ],
)
def test_a_footnote_is_text_or_markup_on_its_facts(footnote, content):
    reading = read(page(f"{NOTED}\n\n{footnote}", more=TO_BOTH))
    assert reading.findings == ()
    (found,) = reading.report.footnotes
    assert (found.id, found.language, found.content, found.facts) == ("n1", "en", content, ("f1", "f2"))
    assert str(reading.locations["n1"]) == "p1.xhtml:7:1"


def test_several_relationships_tell_of_one_footnote_once_and_in_document_order():
    notes = FOOTNOTE("", "a") + FOOTNOTE("", "b").replace("n1", "n2")
    more = "".join(
        f'<ix:relationship fromRefs="{start}" toRefs="{end}"/>'
        for start, end in (("f2", "n2"), ("f2", "n1"), ("f1 f2", "n1"))
    )
    reading = read(page(NOTED + notes, more=more))
    assert [(each.id, each.facts) for each in reading.report.footnotes] == [("n1", ("f2", "f1")), ("n2", ("f2",))]


def test_a_hidden_footnote_and_hidden_facts_are_read():
    hidden = number("1", 'id="f1"') + FOOTNOTE("", "a")
    reading = read(page("", hidden=hidden, more=TO_BOTH.replace(" f2", "")))
    assert reading.findings == ()
    assert reading.report.footnotes[0].facts == ("f1",)


# --- version 1.0 ------------------------------------------------------------------------------------------------------


def test_version_1_0_is_read_with_its_own_footnotes():
    body = number("5", 'id="f1" footnoteRefs="n1 n2" scale="3"') + text("<b>a</b>", 'escape="true"')
    body += number("6", 'footnoteRefs="n2"', "k:Change")
    body += FOOTNOTE("", "x <b>y</b>").replace(" id=", " footnoteID=") + FOOTNOTE("", "z").replace(
        ' id="n1"', ' footnoteID="n2"'
    )
    reading = read(page(body, version=INLINE_1_0, resources=CONTEXTS + UNITS))
    assert reading.findings == ()
    assert [each.value for each in reading.report.facts] == [Decimal(5000), "<b>a</b>", Decimal(6)]
    assert [(each.id, each.content, each.facts) for each in reading.report.footnotes] == [
        ("n1", "x <b>y</b>", ("f1",)),
        ("n2", "z", ("f1", "fact-3")),
    ]
