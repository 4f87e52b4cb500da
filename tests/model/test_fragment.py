"""Fragments in one spelling, against what lxml reads and what Arelle makes of an escaped tag."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from xbrlgen.model.fragment import canonical_fragment, fragment_parts

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12)
NAMES = st.sampled_from(["p", "b", "td", "div", "span", "br", "hr"])


@st.composite
def fragments(draw, depth=3):
    pieces = [draw(WORDS).replace("&", "&amp;").replace("<", "&lt;")]
    for _ in range(draw(st.integers(0, 3)) if depth else 0):
        name = draw(NAMES)
        title = draw(WORDS).translate(str.maketrans({"&": "&amp;", "<": "&lt;", "'": "&apos;"}))
        content = "" if name in {"br", "hr"} else draw(fragments(depth=depth - 1))
        pieces += [f"<{name} title='{title}' class=\"x\">{content}</{name}>", draw(st.sampled_from(["", " ", "x\n"]))]
    return "".join(pieces)


@given(fragments())
def test_it_means_the_same_and_is_its_own_canonical_form(text):
    canonical = canonical_fragment(text)
    assert canonical is not None
    assert canonical_fragment(canonical) == canonical
    assert _tree(canonical) == _tree(text)
    assert "".join(fragment_parts(text)) == canonical


def _tree(text):
    return etree.canonicalize(f"<x>{text}</x>")


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("<p/>", "<p></p>"),
        ("<td></td>", "<td></td>"),
        ("<br></br>", "<br/>"),
        ("a &quot;b&quot; &#160;>", 'a "b" \u00a0&gt;'),
        ("<p title='&quot;' class='b'>x</p>", '<p class="b" title="&quot;">x</p>'),
        ('<p title="a&#10;b&gt;">x\r\ny</p>', '<p title="a&#10;b>">x\ny</p>'),
    ],
)
def test_the_spelling(text, canonical):
    assert canonical_fragment(text) == canonical


@pytest.mark.parametrize(
    "text",
    [
        *("<p>", "a & b", "&nbsp;", "<!-- x -->", "<?x y?>", "<![CDATA[x]]>", "</fragment><fragment>", "<br>x</br>"),
        *('<p xmlns="http://www.w3.org/1999/xhtml">x</p>', "<a:p>x</a:p>", '<p a:b="1"/>', "\ud800"),
    ],
)
def test_what_is_no_fragment(text):
    assert canonical_fragment(text) is None


def test_the_parts_are_what_can_stand_in_different_places():
    assert fragment_parts("a<p>b</p>\n<p>c<b>d</b></p>e") == ("a<p>b</p>\n", "<p>c<b>d</b></p>e")
    assert fragment_parts("words only") == ("words only",)
