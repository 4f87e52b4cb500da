"""Footnote links of instances: notes on facts, and links between facts."""

import pytest
from xml_documents import CASH, NAME, footnote_link, read

from xbrlgen.model import Link


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("x &amp; y", "x & y"),
        ("", ""),
        ('<b xmlns="http://www.w3.org/1999/xhtml" z="1" a="&lt;">x &amp;</b> y', '<b a="&lt;" z="1">x &amp;</b> y'),
        ('<h:br xmlns:h="http://www.w3.org/1999/xhtml"/>', "<br/>"),
    ],
)
def test_footnotes_are_text_or_a_fragment(content, expected):
    reading = read(CASH + NAME + footnote_link(content=content))
    assert reading.findings == ()
    (footnote,) = reading.report.footnotes
    assert (footnote.id, footnote.language, footnote.content, footnote.facts) == ("note-1", "en", expected, ("f", "n"))
    assert reading.locations["note-1"].line == 16


@pytest.mark.parametrize(
    ("change", "code", "standard"),
    [
        ({"href": "#nothing"}, "XG163", "xbrl.4.11.1.1"),
        ({"href": "#i"}, "XG163", "xbrl.4.11.1.1"),
        ({"arc_to": "nothing"}, "XG163", "xbrl.3.5.3.9"),
        ({"language": ""}, "XG163", "xbrl.4.11.1.2.1"),
        ({"arc_to": "fact"}, "XG164", "oime:illegalStandardFootnoteTarget"),
        ({"role": "other"}, "XG164", "xbrlxe:nonStandardFootnoteResourceRole"),
    ],
)
def test_a_broken_footnote_is_found(change, code, standard):
    found = read(CASH + NAME + footnote_link(**change)).findings
    assert (found[0].code, found[0].standard) == (code, standard)


def test_links_of_other_types_and_groups_are_kept_and_those_between_facts():
    other = footnote_link(arcrole="other") + footnote_link(arcrole="other", arc_to="fact").replace("note-1", "note-2")
    grouped = footnote_link().replace("role/link", "role/group").replace("note-1", "note-3")
    reading = read(CASH + NAME + other + grouped)
    assert [each.standard for each in reading.findings] == ["xbrlxe:unlinkedFootnoteResource"]
    arcrole, role = "http://www.xbrl.org/2003/arcrole/{}", "http://www.xbrl.org/2003/role/{}"
    kinds_of_links = {
        (arcrole.format("other"), role.format("link")): {("f", "note-1"), ("n", "note-1")},
        (arcrole.format("fact-footnote"), role.format("group")): {("f", "note-3"), ("n", "note-3")},
    }
    kinds_of_links[arcrole.format("other"), role.format("link")] |= {(a, b) for a in "fn" for b in "fn"}
    expected = {Link(*kind, *ends) for kind, pairs in kinds_of_links.items() for ends in pairs}
    assert len(reading.report.links) == len(expected)
    assert set(reading.report.links) == expected
    assert [(each.id, each.facts) for each in reading.report.footnotes] == [("note-1", ()), ("note-3", ())]


def test_a_footnote_may_be_pointed_to_by_the_element_scheme():
    reading = read(CASH + NAME + footnote_link(href="#element(f)"))
    assert reading.findings == ()
