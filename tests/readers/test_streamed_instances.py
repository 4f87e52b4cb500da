"""Instances that are read piece by piece say what they say as a whole, whatever is wrong with them."""

from pathlib import Path

import kinds
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.mutations.mutation import mutated
from xbrlgen.readers import contents
from xbrlgen.readers.reading import Reading
from xbrlgen.readers.xbrl_xml import instance, read_xbrl_xml
from xbrlgen.readers.xml_syntax import children
from xbrlgen.readers.xml_syntax.children import UnstreamableError

_MEMBER = '<xbrldi:explicitMember dimension="k:SegmentsAxis">k:{}Member</xbrldi:explicitMember>'
_SCENARIO = f"<xbrli:scenario>{_MEMBER}</xbrli:scenario>"


def _context(name: str, year: int, member: str = "") -> str:
    return f"""<xbrli:context id="{name}"><xbrli:entity><xbrli:identifier scheme="http://s">e</xbrli:identifier>
</xbrli:entity><xbrli:period><xbrli:instant>{year}-12-31</xbrli:instant></xbrli:period>
{_SCENARIO.format(member) if member else ""}</xbrli:context>"""


DOCUMENT = f"""<xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:k="{kinds.NAMESPACE}"
 xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:iso4217="http://www.xbrl.org/2003/iso4217"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xml:lang="en">
<link:schemaRef xlink:type="simple" xlink:href="kinds.xsd"/>
{_context("a", 2022)}{_context("b", 2023)}{_context("c", 2022, "North")}{_context("d", 2023, "North")}
{_context("e", 2023, "South")}
<xbrli:unit id="JPY"><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unit>
<k:Cash id="f1" contextRef="a" unitRef="JPY" decimals="0">1</k:Cash>
<k:Cash id="f2" contextRef="b" unitRef="JPY" decimals="-3">2000</k:Cash>
<k:Cash id="f3" contextRef="c" unitRef="JPY" xsi:nil="true"/>
<k:Cash contextRef="d" unitRef="JPY" decimals="0">4</k:Cash>
<k:Name id="f5" contextRef="a">one</k:Name>
<k:Name id="f6" contextRef="b" xml:lang="ja">two</k:Name>
<k:Cash id="f7" contextRef="late" unitRef="JPY" precision="2">70</k:Cash>
{_context("late", 2024)}
<k:Cash id="f8" contextRef="late" unitRef="JPY" decimals="INF">8.5</k:Cash>
<link:footnoteLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">
<link:loc xlink:type="locator" xlink:href="#f1" xlink:label="fact"/>
<link:footnote xlink:type="resource" xlink:label="note" xml:lang="en"
 xlink:role="http://www.xbrl.org/2003/role/footnote">Noted.</link:footnote>
<link:footnoteArc xlink:type="arc" xlink:arcrole="http://www.xbrl.org/2003/arcrole/fact-footnote"
 xlink:from="fact" xlink:to="note"/></link:footnoteLink>
</xbrli:xbrl>""".encode()


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch):
    """Reads a document that was parsed as a whole before."""

    def refused(*_: object) -> None:
        raise UnstreamableError

    def read(content: bytes) -> Reading:
        with monkeypatch.context() as patched:
            patched.setattr(instance, "Children", refused)
            return read_xbrl_xml(content, kinds.taxonomy())

    return read


@pytest.mark.parametrize("chunk", [1, 100, 1000, 32_768])
def test_the_size_of_the_pieces_does_not_matter(chunk: int, whole, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(children, "_CHUNK", chunk)
    reading = read_xbrl_xml(DOCUMENT, kinds.taxonomy())
    assert [each.id for each in reading.report.facts] == ["f1", "f2", "f3", "fact-4", "f5", "f6", "f7", "f8"]
    assert reading.findings == ()
    assert _all_of(reading) == _all_of(whole(DOCUMENT))


@given(st.integers(0, 10**9))
@settings(max_examples=150, deadline=None)
def test_damaged_instances_are_read_alike(seed: int):
    mutation = mutated(DOCUMENT, str(seed))
    if mutation is not None:
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(children, "_CHUNK", 500 + seed % 1000)
            streamed = _all_of(read_xbrl_xml(mutation.content, kinds.taxonomy()))
            patched.setattr(instance, "Children", _refused)
            assert _all_of(read_xbrl_xml(mutation.content, kinds.taxonomy())) == streamed


def _refused(*_: object) -> None:
    raise UnstreamableError


def test_facts_of_one_context_share_what_it_says():
    facts = read_xbrl_xml(DOCUMENT, kinds.taxonomy()).report.facts
    assert facts[0].period is facts[4].period
    assert facts[0].entity is facts[1].entity
    assert facts[2].dimensions is facts[3].dimensions
    assert facts[0].unit is facts[1].unit


def test_elements_are_there_for_those_who_ask():
    document = read_xbrl_xml(DOCUMENT, kinds.taxonomy()).instance
    assert len(list(document.facts())) == document.count == 8
    assert [each.get("id") for each in document.facts_of({kinds.name("Name")})] == ["f5", "f6"]
    assert [each.id for each in document.placed_items()][3:5] == ["", "f5"]
    full = document.contexts_in_full()
    assert full.keys() == document.contexts.keys()
    assert full["d"].scenario.element is not document.contexts["d"].scenario.element
    assert document.contexts["c"].scenario is document.contexts["d"].scenario


def _all_of(reading: Reading) -> object:
    return reading.report, reading.findings, dict(reading.locations), reading.instance and reading.instance.count


def test_a_large_file_is_read_alike_and_may_go_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "large.xbrl"
    further = b'<k:Cash id="f9" contextRef="b" unitRef="JPY" decimals="0">9</k:Cash>'
    path.write_bytes(DOCUMENT.replace(b"</xbrli:xbrl>", further + b"</xbrli:xbrl>"))
    small = read_xbrl_xml(path, kinds.taxonomy())
    monkeypatch.setattr(contents, "_LARGE", 0)
    assert _all_of(read_xbrl_xml(path, kinds.taxonomy())) == _all_of(small)
    reading = read_xbrl_xml(path, kinds.taxonomy())
    path.unlink()
    assert reading.locations["f9"].line == 0
    assert list(reading.instance.facts()) == []
    assert [each.code for each in read_xbrl_xml(path, kinds.taxonomy()).findings] == ["XG181"]


def test_items_around_tuples_are_found_where_they_stand():
    cash = '<k:Cash id="{}" contextRef="a" unitRef="JPY" decimals="0">1</k:Cash>\n'.format
    name = '<k:Name contextRef="a">x</k:Name>\n'
    tuples = f"<k:Manager/>\n<k:Manager/>\n<k:Manager>{name}{name}</k:Manager>\n{name}<k:Manager>{name}</k:Manager>\n"
    added = f"{cash('first')}{cash('before')}{tuples}{cash('between')}{tuples}{tuples}{cash('after')}"
    content = DOCUMENT.replace(b'<k:Cash id="f2"', added.encode() + b'<k:Cash id="f2"')
    locations = read_xbrl_xml(content, kinds.taxonomy()).locations
    lines = content.splitlines()
    for fact in ("first", "before", "between", "after"):
        assert f'id="{fact}"'.encode() in lines[locations[fact].line - 1]
