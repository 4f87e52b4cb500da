"""Longer texts: what becomes the value of a fact, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from small_folder import REPORT, SmallFolder

from xbrlgen.model import TextDisclosure
from xbrlgen.readers.report_folder.markdown import rendered
from xbrlgen.readers.report_folder.words import paragraphs
from xbrlgen.readers.report_folder.xhtml import ATTRIBUTES, VOID, check_fragment
from xbrlgen.schema_validation.fragment import validate_fragment

MARKDOWN = """\
# Going *concern*

Two spaces end a line:\x20\x20
& so < on, "quoted", 日本.

| Item | Yen |
|:-----|----:|
| a    | 1   |

1. first
2. second <https://example.com/?a=1&b=2>

---
"""


def well_formed(fragment: str) -> bool:
    etree.fromstring(f"<div xmlns='http://www.w3.org/1999/xhtml'>{fragment}</div>")
    return True


def test_markdown_becomes_a_fragment():
    fragment = rendered(MARKDOWN, "a.md", [])
    assert fragment is not None
    assert well_formed(fragment)
    assert fragment.startswith("<h1>Going <em>concern</em></h1>\n<p>Two spaces end a line:<br />\n&amp; so &lt; on,")
    assert '<td style="text-align:right">1</td>' in fragment
    assert '<a href="https://example.com/?a=1&amp;b=2">' in fragment
    assert fragment.endswith("<hr />")


@given(st.text(max_size=60))
def test_markdown_gives_a_sound_fragment_or_a_finding(text: str):
    findings = []
    fragment = rendered(text.replace("\0", ""), "a.md", findings)
    if fragment is None:
        assert findings
    else:
        assert findings == []
        if all(each.isprintable() or each == "\n" for each in fragment):
            assert well_formed(fragment)


@pytest.mark.parametrize("name", sorted(set(ATTRIBUTES) - VOID))
def test_each_allowed_element_passes_with_its_attributes(name: str):
    values = {"href": "https://example.com", "style": "text-align: right; width: 30%"}
    attributes = "".join(f' {each}="{values.get(each, 1)}"' for each in sorted(ATTRIBUTES[name]))
    assert check_fragment(f"<{name}{attributes}>x<br/></{name}>", "a.xhtml", [])


def test_what_is_not_allowed_hides_nothing_that_is_misplaced_and_is_told_once():
    findings = []
    check_fragment("<p>a <u>b</u></p>\n<ul>c</ul><x:y></x:y>", "a.xhtml", findings, validate_fragment)
    assert [(each.locations[0].line, each.locations[0].column) for each in findings] == [(1, 6), (2, 11)]
    check_fragment("<p>a <u>b</u></p>\n<ul>c</ul>", "b.xhtml", findings, validate_fragment)
    assert [(each.locations[0].line, each.locations[0].column) for each in findings[2:]] == [(1, 6), (2, 1)]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("One.\n\n3. three\n4. four\n", 3, "begin the list with 1"),
        ("One.\n\n| a |\n|---|\n", 3, "lacks content"),
    ],
)
def test_markdown_that_no_page_may_hold_is_refused_at_the_line_of_its_block(text: str, line: int, words: str):
    findings = []
    assert rendered(text, "a.md", findings, validate_fragment) is None
    (found,) = findings
    assert (found.code, found.locations[0].line) == ("XG146", line)
    assert words in (found.message + found.hint).lower() or words in found.message + found.hint


@pytest.mark.parametrize(
    "fragment",
    [
        "<p>a<script>alert(1)</script></p>",
        "<p onclick='x()'>a</p>",
        "<p class='x'>a</p>",
        "<p id='x'>a</p>",
        "<a href='javascript:x()'>a</a>",
        "<a href='//example.com'>a</a>",
        "<a href='data:text/html,x'>a</a>",
        "<p style='background: url(http://example.com/x)'>a</p>",
        "<p style='width: expression(1)'>a</p>",
        "<p style='position: fixed'>a</p>",
        "<img src='x.png'/>",
        "<iframe></iframe>",
        "<svg></svg>",
        "<x:p>a</x:p>",
        "<p xmlns='http://www.w3.org/1999/xhtml'>a</p>",
        "<ix:header></ix:header>",
        "<html><body></body></html>",
        "<p>a<!-- b --></p>",
        "<p>a<?php b ?></p>",
        "<p><![CDATA[a]]></p>",
        "<p>a<br></br></p>",
        "<table><tr><td/></tr></table>",
        "<p>" * 70 + "x" + "</p>" * 70,
    ],
)
def test_what_a_text_may_not_hold_is_refused(fragment: str):
    findings = []
    assert not check_fragment(fragment, "a.xhtml", findings)
    assert {each.code for each in findings} == {"XG146"}
    assert all(each.locations[0].line == 1 and each.locations[0].column >= 1 for each in findings)


@pytest.mark.parametrize(
    ("fragment", "hint"),
    [
        ("<p>a", ""),
        ("<p>a & b</p>", ""),
        ("<p>&nbsp;</p>", "&#160;"),
        ("</fragment><fragment>", ""),
        ('<?xml version="1.0"?><p>a</p>', "leave out"),
        ('<!DOCTYPE html [<!ENTITY x "y">]><p>&x;</p>', "leave out"),
    ],
)
def test_what_is_not_well_formed_is_refused(fragment: str, hint: str):
    findings = []
    assert not check_fragment(fragment, "a.xhtml", findings)
    (found,) = findings
    assert found.code == "XG145"
    assert hint in found.hint


def test_all_faults_of_a_text_are_found_at_their_places():
    findings = []
    check_fragment("<p>日本 <b class='x'>a</b></p>\n\n  <center>b</center>\n<p><font>c</font></p>", "a.xhtml", findings)
    assert [(each.locations[0].line, each.locations[0].column) for each in findings] == [(1, 7), (3, 3), (4, 4)]


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("One.", "<p>One.</p>"),
        (
            "One\nand two.\n\n  \nThree <&>\r\n\r\nFour.\n",
            "<p>One\nand two.</p>\n<p>Three &lt;&amp;&gt;</p>\n<p>Four.</p>",
        ),
    ],
)
def test_plain_text_becomes_paragraphs(text: str, fragment: str):
    assert paragraphs(text) == fragment


@pytest.mark.parametrize(
    ("name", "concept", "content", "value", "is_block"),
    [
        ("a.md", "DisclosureOfGoingConcern", "*Nothing.*\n", "<p><em>Nothing.</em></p>", True),
        ("a.xhtml", "DisclosureOfGoingConcern", " <p>Nothing\n here.</p>\n", "<p>Nothing\n here.</p>", True),
        ("a.txt", "DisclosureOfGoingConcern", "Nothing.\n", "<p>Nothing.</p>", True),
        ("a.txt", "NameOfReportingEntity", "A & B\r\nC\n", "A & B\nC", False),
        ("a.md", "NameOfReportingEntity", "\ufeffA *&* B\n", "A *&* B", False),
    ],
)
def test_a_text_and_its_fact(small: SmallFolder, name, concept, content, value, is_block):  # noqa: PLR0917
    entry = f"{{text: {name}, concept: {concept}, label: Note, language: en-GB, dimensions: {{SegmentsAxis: own:CloudMember}}}}"
    reading = small.read_sound(
        REPORT.replace("    content:\n", f"    content:\n      - {entry}\n"), files={name: content}
    )
    (disclosure,) = (each for each in reading.report.sections[0].content if isinstance(each, TextDisclosure))
    (fact,) = (each for each in reading.report.facts if each.id == disclosure.fact)
    assert (disclosure.label, disclosure.is_block) == ("Note", is_block)
    assert (fact.value, fact.language, fact.period) == (value, "en-gb", reading.report.period)
    assert len(fact.dimensions) == 1
    assert reading.locations[fact.id].path.endswith(name)
    assert reading.locations[disclosure.id].path.endswith("report.yaml")
