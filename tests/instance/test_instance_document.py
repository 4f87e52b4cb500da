"""An instance as XBRL 2.1 knows it: what a report leaves out is there, from instances and from pages."""

from xbrlgen.instance import InstanceDocument
from xbrlgen.model import Dimension, QName, TypedMember
from xbrlgen.readers.inline import InlineDocument, read_inline_xbrl
from xbrlgen.readers.xbrl_xml import read_xbrl_xml
from xbrlgen.transformations import transformation

K = "http://example.com/kinds"
NAMESPACES = """xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"
  xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xbrldi="http://xbrl.org/2006/xbrldi"
  xmlns:k="http://example.com/kinds" """
SCHEMA = '<link:schemaRef xlink:type="simple" xlink:href="kinds.xsd"/>'
CONTEXT = """<xbrli:context id="c"><xbrli:entity><xbrli:identifier scheme="http://s">e</xbrli:identifier>
  <xbrli:segment><k:own/>
    <xbrldi:explicitMember dimension="k:A">k:B</xbrldi:explicitMember>
    <xbrldi:explicitMember dimension="k:A">k:C</xbrldi:explicitMember></xbrli:segment></xbrli:entity>
  <xbrli:period><xbrli:instant>2023-09-30</xbrli:instant></xbrli:period>
  <xbrli:scenario>
    <xbrldi:typedMember dimension="k:T"><k:bond><k:year>2023</k:year></k:bond></xbrldi:typedMember>
    <xbrldi:typedMember dimension="x:T"><k:bond/></xbrldi:typedMember></xbrli:scenario>
</xbrli:context><xbrli:unit id="u"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>"""
FACTS = """<k:Person><k:Name contextRef="c">a</k:Name><k:Child><k:Name contextRef="c">b</k:Name></k:Child></k:Person>
<k:Half contextRef="c" unitRef="u"><xbrli:numerator>1</xbrli:numerator><xbrli:denominator>2</xbrli:denominator></k:Half>
<link:footnoteLink xlink:type="extended"/>"""
INSTANCE = f"<xbrli:xbrl {NAMESPACES}>{SCHEMA}\n{CONTEXT}\n{FACTS}</xbrli:xbrl>"
PAGE = f"""<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" {NAMESPACES}>
<body><div style="display:none"><ix:header><ix:references>{SCHEMA}</ix:references>
<ix:resources>{CONTEXT}</ix:resources></ix:header></div>
<p><ix:nonNumeric name="k:Name" contextRef="c">a</ix:nonNumeric>
<ix:nonNumeric name="k:Name" contextRef="c" target="other">b</ix:nonNumeric></p></body></html>"""


def instance() -> InstanceDocument:
    document = read_xbrl_xml(INSTANCE.encode(), None, "report.xbrl").instance
    assert document is not None
    return document


def test_items_and_tuples_are_found_at_any_depth():
    document = instance()
    names = [document.name(each) for each in document.items()]
    assert names == [QName(K, "Name"), QName(K, "Name"), QName(K, "Half")]
    assert [document.name(each) for each in document.tuples()] == [QName(K, "Person"), QName(K, "Child")]
    assert len(document.footnote_links) == 1
    assert list(document.units) == ["u"]


def test_containers_keep_what_is_repeated_unreadable_and_no_dimension():
    context = instance().contexts["c"]
    axis = QName(K, "A")
    assert context.segment.dimensions == (Dimension(axis, QName(K, "B")), Dimension(axis, QName(K, "C")))
    assert [each.tag for each in context.segment.other] == [f"{{{K}}}own"]
    (typed,) = context.scenario.dimensions
    bond = '<k:bond xmlns:k="http://example.com/kinds"><k:year>2023</k:year></k:bond>'
    assert typed == Dimension(QName(K, "T"), TypedMember(bond))
    assert len(context.scenario.members) == 2
    assert context.period is not None
    assert context.entity is not None


def test_containers_are_there_once():
    document = instance()
    found = [id(each) for each in document.containers]
    assert len(found) == len(set(found))
    assert set(found) == {id(part) for each in document.contexts.values() for part in (each.segment, each.scenario)}


def test_places_are_those_of_the_file():
    document = instance()
    place = document.place(next(document.tuples()))
    assert (place.path, place.line) == ("report.xbrl", 13)


def test_a_page_gives_the_contexts_of_the_set_and_the_tags_of_its_target():
    document = read_inline_xbrl([InlineDocument("page.xhtml", PAGE.encode())], None, transformation).instance
    assert document is not None
    assert document.is_inline
    (item,) = document.items()
    assert document.name(item) == QName(K, "Name")
    place = document.place(item)
    assert (place.path, PAGE.splitlines()[place.line - 1][place.column - 1 :][:14]) == ("page.xhtml", "<ix:nonNumeric")
    assert len(document.contexts["c"].segment.dimensions) == 2
