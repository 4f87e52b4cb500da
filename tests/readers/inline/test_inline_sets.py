"""Document sets of several pages, and several target documents in one set."""

import json
from decimal import Decimal
from pathlib import Path

import arelle_referee
import kinds
import pytest
from inline_pages import INLINE_1_0, REFERENCES, SCHEMA_REF, found, header, line, number, page, read, text

from xbrlgen.loading import load_files
from xbrlgen.readers.inline import InlineDocument, InlineDocumentSet, read_inline_xbrl
from xbrlgen.syntaxes import is_inline
from xbrlgen.transformations import transformation

NO_HEADER = {"header_": ""}
FIRST = page(
    number("1", 'id="f1"') + text("a", 'id="f2" continuedAt="c1"', "k:Name"),
    more='<ix:relationship fromRefs="f1 f3" toRefs="n1"/>',
    root=' xml:lang="ja"',
)
SECOND = page(
    '<ix:continuation id="c1" continuedAt="c2">b</ix:continuation>' + number("3", 'id="f3"', "k:Change"),
    root=' xml:lang="en"',
    **NO_HEADER,
)
THIRD = page(
    '\n<ix:continuation id="c2">c</ix:continuation><ix:footnote id="n1" xml:lang="de">d</ix:footnote>', **NO_HEADER
)


def test_pages_of_a_set_make_one_report():
    reading = read(FIRST, SECOND, THIRD)
    assert reading.findings == ()
    assert [(each.id, each.value) for each in reading.report.facts] == [("f1", 1), ("f2", "abc"), ("f3", 3)]
    assert [(each.content, each.facts) for each in reading.report.footnotes] == [("d", ("f1", "f3"))]
    assert {name: line(place) for name, place in reading.locations.items()} == {
        "f1": "p1.xhtml:5",
        "f2": "p1.xhtml:5",
        "f3": "p2.xhtml:5",
        "n1": "p3.xhtml:6",
    }
    assert reading.report.language == "ja"


@pytest.mark.arelle
def test_arelle_reads_the_same_report_from_the_set(tmp_path: Path):
    files = [tmp_path / f"p{number}.xhtml" for number in (1, 2, 3)]
    for path, content in zip(files, (FIRST, SECOND, THIRD), strict=True):
        path.write_bytes(content)
    entry = json.dumps([{"ixds": [{"file": str(path)} for path in files]}])
    verdict = arelle_referee.load(Path(entry), plugins="inlineXbrlDocumentSet")
    assert verdict.errors == []
    assert verdict.facts == arelle_referee.comparable(read(FIRST, SECOND, THIRD).report)


def test_a_page_without_tags_may_be_part_of_a_set():
    reading = read(FIRST, SECOND, THIRD, page("<p>a</p>", **NO_HEADER))
    assert reading.findings == ()
    assert len(reading.report.facts) == 3


SOUND = page(number("1", 'id="f1"'))


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (page(number("1", 'id="f1"', "k:Change"), **NO_HEADER), ("XG153", "ix11.10.1.2:uniqueIxId")),
        (page(number("1", 'id="d"'), **NO_HEADER), ("XG153", "ix11.10.1.2:uniqueIxId")),
        (page(number("1"), references=""), ("XG153", "ix11.14.1.2:resourceIdDuplication")),
        (
            page(number("1").replace("ix:", "i:"), **NO_HEADER, root=f' xmlns:i="{INLINE_1_0}"'),
            ("XG187", "ix10.3.3.1:multipleIxNamespaces"),
        ),
    ],
)
def test_what_is_wrong_between_pages_is_found_on_the_later_one(second, expected):
    first = found(SOUND, second)[0]
    assert first[:2] == expected
    assert first[2].startswith("p2.xhtml:")


def test_an_id_of_markup_may_be_on_two_pages():
    mark = '<p id="top">a</p>'
    assert found(page(number("1") + mark), page(number("2", "", "k:Change") + mark, **NO_HEADER)) == []


def test_a_page_that_cannot_be_parsed_leaves_no_report_and_all_are_told():
    reading = read(SOUND, b"<html>", b"<p")
    assert reading.report is None
    assert [(each.code, each.locations[0].path) for each in reading.findings] == [
        ("XG150", "p2.xhtml"),
        ("XG150", "p3.xhtml"),
    ]


def test_a_file_that_is_not_there_is_a_finding(tmp_path: Path):
    reading = read_inline_xbrl([tmp_path / "none.xhtml"], None, transformation)
    assert (reading.report, [each.code for each in reading.findings]) == (None, ["XG181"])


# --- target documents -------------------------------------------------------------------------------------------------

OTHER = REFERENCES.replace("<ix:references>", '<ix:references target="other">')
TWO_TARGETS = page(
    number("1", 'id="f1"') + number("2", 'id="f2" target="other"', "k:Change") + text("a", 'id="f3" target=" other "'),
    references=REFERENCES + OTHER.replace(">", ' xmlns:o="http://o">', 1),
    more='<ix:relationship fromRefs="f1 f3" toRefs="n1"/>',
    hidden='<ix:footnote id="n1" xml:lang="de">d</ix:footnote>',
)


def test_each_target_document_has_its_own_facts_footnotes_and_prefixes():
    assert InlineDocumentSet([InlineDocument("a", TWO_TARGETS)]).targets == (None, "other")
    default, other = read(TWO_TARGETS), read(TWO_TARGETS, target="other")
    assert default.findings == other.findings == ()
    assert [each.id for each in default.report.facts] == ["f1"]
    assert [each.id for each in other.report.facts] == ["f2", "f3"]
    assert [each.facts for each in (*default.report.footnotes, *other.report.footnotes)] == [("f1",), ("f3",)]
    assert "o" in other.report.prefixes
    assert "o" not in default.report.prefixes
    assert default.report.schema_refs == other.report.schema_refs == (kinds.SCHEMA.as_uri(),)


def test_the_default_target_is_read_unless_another_is_named():
    named = page(number("1", 'target="other"'), references=OTHER)
    reading = read(named)
    assert (reading.report.facts, [(each.code, each.severity) for each in reading.findings]) == (
        (),
        [("XG188", "warning")],
    )
    assert "'other'" in reading.findings[0].message
    assert read(named, target="other").findings == ()
    assert read(named, target="nothing").findings[0].code == "XG188"


def test_a_target_is_loaded_with_its_taxonomy():
    beside = TWO_TARGETS.replace(kinds.SCHEMA.as_uri().encode(), kinds.SCHEMA.name.encode())
    default, loaded = load_files({kinds.SCHEMA.parent / "p1.xhtml": beside})
    assert (default.target, loaded.target) == (None, "other")
    assert [each.value for each in default.reading.report.facts] == [Decimal(1)]
    assert loaded.taxonomy.concept(kinds.name("Change")) is not None
    assert [each.value for each in loaded.reading.report.facts] == [Decimal(2), "a"]


# --- references -------------------------------------------------------------------------------------------------------


def test_schema_references_are_resolved_by_xml_base_and_told_once():
    based = SCHEMA_REF.replace(kinds.SCHEMA.as_uri(), "x/s.xsd")
    references = (
        f'<ix:references xml:base="http://example.com/a/">{based}{based}</ix:references>'
        f'<ix:references><link:schemaRef xml:base="b/" xlink:type="simple" xlink:href="t.xsd"/></ix:references>'
    )
    reading = read(page("<p>a</p>", references=references, head='<base href="http://no/"/>'))
    assert reading.report.schema_refs == ("http://example.com/a/x/s.xsd", "b/t.xsd")


def test_the_prefixes_are_those_of_the_references():
    references = REFERENCES.replace("<ix:references>", '<ix:references xmlns:z="http://z">')
    prefixes = read(page("<p>a</p>", references=references)).report.prefixes
    assert (prefixes["z"], prefixes["k"]) == ("http://z", kinds.NAMESPACE)
    assert {"ix", ""}.isdisjoint(prefixes)
    assert list(prefixes) == sorted(prefixes)


def test_two_headers_are_read_as_one():
    twice = header(hidden=number("1", 'id="h"')) + header(
        references="", resources='<xbrli:unit id="x"><xbrli:measure>k:x</xbrli:measure></xbrli:unit>'
    )
    reading = read(page(number("2", "", "k:Change").replace("JPY", "x"), header_=twice))
    assert [each.code for each in reading.findings] == []
    assert [each.value for each in reading.report.facts] == [Decimal(1), Decimal(2)]


# --- which files are pages --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "is_page"),
    [
        ("r.xhtml", b"", True),
        ("r.HTM", b"<xbrl/>", True),
        ("r.xml", b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE html>\n<html xmlns="x">', True),
        ("r.xml", b"<h:html xmlns:h='x'>", True),
        ("r.xbrl", b"<xbrli:xbrl><html ", False),
        ("r.json", b'{"a": "<html >"}', False),
        ("r.html", b' {"documentInfo": {}}', False),
        ("r.xml", b"<htmlx>", False),
    ],
)
def test_a_page_is_known_by_its_name_or_its_first_element(name, content, is_page):
    assert is_inline(Path(name), content) is is_page


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "iso-8859-1", "cp037"])
def test_targets_are_seen_in_every_encoding_that_can_be_read(encoding: str):
    text = f'<?xml version="1.0" encoding="{encoding.removesuffix("-le").removesuffix("-sig")}"?>{TWO_TARGETS.decode()}'
    reading = read(text.encode(encoding))
    if reading.report is not None:
        assert [each.id for each in reading.report.facts] == ["f1"]
    assert reading.report is not None or encoding == "cp037"
