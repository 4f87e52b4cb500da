"""Texts that a report folder lets through never keep a page from being valid."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_editions import INLINE
from lxml import etree
from standard_schemas import Edition

from xbrlgen.model.fragment import canonical_fragment
from xbrlgen.readers.report_folder.markdown import rendered
from xbrlgen.readers.report_folder.xhtml import ATTRIBUTES, VOID, check_fragment
from xbrlgen.schema_validation.fragment import validate_fragment
from xbrlgen.schema_validation.inline import validate_inline

VALUES = {
    "href": "https://example.com",
    "style": "text-align: right; width: 30%",
    "dir": "rtl",
    "xml:lang": "ja",
    "scope": "col",
}
HOLDERS = {
    **dict.fromkeys(("li",), "<ul>{}</ul>"),
    **dict.fromkeys(("dt", "dd"), "<dl>{}</dl>"),
    **dict.fromkeys(
        ("caption", "thead", "tfoot", "col", "colgroup"), "<table>{}<tbody><tr><td>x</td></tr></tbody></table>"
    ),
    **dict.fromkeys(("tbody", "tr"), "<table>{}</table>"),
    **dict.fromkeys(("td", "th"), "<table><tr>{}</tr></table>"),
}
CONTENTS = {
    **dict.fromkeys(("ul", "ol"), "<li>x</li>"),
    **dict.fromkeys(("thead", "tbody", "tfoot", "table"), "<tr><td>x</td></tr>"),
    "dl": "<dt>x</dt><dd>y</dd>",
    "tr": "<td>x</td>",
    "blockquote": "<p>x</p>",
    "colgroup": "<col/>",
}
"""What each element stands in, and what stands in it, where that is not any text."""


def attributes_of(name: str) -> str:
    return "".join(f' {each}="{VALUES.get(each, 1)}"' for each in sorted(ATTRIBUTES[name]))


PAGE = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:k="http://k">
<head><title>x</title></head><body><div><h2>a</h2><div><ix:nonNumeric name="k:Note" contextRef="c" escape="true"
>{}</ix:nonNumeric></div></div></body></html>"""


@pytest.fixture(scope="session")
def faults(published: Edition) -> Callable[[str], list[str]]:
    """What the published schema finds in a page with a fragment in it."""
    schema = published.compiled(INLINE)

    def found(fragment: str) -> list[str]:
        schema.validate(etree.fromstring(PAGE.format(fragment)))
        return [entry.message for entry in schema.error_log]

    return found


@pytest.mark.parametrize("name", sorted(ATTRIBUTES))
def test_each_allowed_element_passes_the_published_schema_of_pages_with_its_attributes(name: str, faults):
    tag = f"{name}{attributes_of(name)}"
    element = f"<{tag}/>" if name in VOID else f"<{tag}>{CONTENTS.get(name, 'x')}</{name}>"
    fragment = HOLDERS.get(name, "{}").format(element)
    findings = []
    assert check_fragment(fragment, "a.xhtml", findings, validate_fragment), findings
    assert faults(fragment) == []


@pytest.mark.parametrize(
    ("fragment", "column", "words"),
    [
        ("<p>a <u>b</u></p>", 6, "underline"),
        ("<p>a <s>b</s></p>", 6, "line-through"),
        ("<p lang='de'>a</p>", 1, "xml:lang"),
        ("<ol start='3'><li>a</li></ol>", 1, "begin the list with 1"),
        ("<blockquote>a</blockquote>", 1, "no text of its own"),
        ("<p>a<div>b</div></p>", 5, "'div' may not stand here in 'p'"),
        ("<li>a</li>", 1, "at the top"),
        ("日本<ul>a</ul>", 3, "no text of its own"),
        ("<table></table>", 1, "lacks content"),
        ("<a href='https://a.example'>b <i><a href='https://c.example'>d</a></i></a>", 34, "inside of a link"),
    ],
)
def test_what_no_page_may_hold_is_refused_where_it_stands(fragment: str, column: int, words: str, faults):
    findings = []
    assert not check_fragment(f"<p>x</p>\n{fragment}", "a.xhtml", findings, validate_fragment)
    (found,) = findings
    assert (found.code, found.locations[0].line, found.locations[0].column) == ("XG146", 2, column)
    assert words in found.message + found.hint
    assert "link" in words or faults(fragment) != []


def elements() -> st.SearchStrategy[str]:
    """Elements of any kind in any other, with attributes and texts: some may stand so, most may not."""
    words = st.sampled_from(["", "a", " ", "\n", "&amp;", "日本"])
    return st.recursive(words, _around, max_leaves=8)


def _around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    names = st.sampled_from(sorted(ATTRIBUTES))
    return st.builds(_element, names, st.lists(inner, max_size=3), st.randoms(use_true_random=False))


def _element(name: str, inner: list[str], random) -> str:
    """An element, more often than not with what it has to hold, and in what it has to stand."""
    attributes = "".join(
        f' {each}="{VALUES.get(each, random.choice(["1", "x"]))}"'
        for each in sorted(ATTRIBUTES[name])
        if random.random() < 0.2
    )
    if name in VOID:
        return f"<{name}{attributes}/>"
    content = CONTENTS[name] if name in CONTENTS and random.random() < 0.7 else "".join(inner)
    element = f"<{name}{attributes}>{content}</{name}>"
    return HOLDERS[name].format(element) if name in HOLDERS and random.random() < 0.7 else element


@settings(max_examples=400, deadline=None)
@given(st.lists(elements(), min_size=1, max_size=3).map("".join))
def test_no_fragment_that_is_read_keeps_a_page_from_being_valid(faults, text: str):
    findings = []
    fragment = (
        canonical_fragment(text.strip()) if check_fragment(text, "a.xhtml", findings, validate_fragment) else None
    )
    if fragment is None:
        assert findings
        assert all(each.code in {"XG145", "XG146"} and each.locations[0].line >= 1 for each in findings)
        return
    assert faults(fragment) == []
    assert validate_inline(PAGE.format(fragment).encode(), "p.xhtml") == ()


MARKDOWN = st.sampled_from(
    [
        "# a",
        "> b",
        "> ",
        "- c",
        "3. d",
        "1. e",
        "| f |\n|---|",
        "| 1 |",
        "    g",
        "```\nh\n```",
        "---",
        "*i* `j`",
        "<http://k.de>",
        "",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["", "  ", "> ", "- ", "1. "]), MARKDOWN), max_size=6))
def test_no_markdown_that_is_read_keeps_a_page_from_being_valid(faults, lines: list[tuple[str, str]]):
    findings = []
    fragment = rendered("\n".join(map("".join, lines)), "a.md", findings, validate_fragment)
    if fragment is None:
        assert {each.code for each in findings} == {"XG146"}
        return
    canonical = canonical_fragment(fragment)
    assert canonical is not None
    assert faults(canonical) == []
