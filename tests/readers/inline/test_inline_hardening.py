"""Hostile and damaged pages: findings, never an exception, in linear time; and places far down."""

import re
import time

import kinds
import pytest
from cpu_time import within
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_content_faults import FAULTS
from inline_pages import REFERENCES, number, page, read, text

from xbrlgen.findings import Severity

XHTML_1_1 = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'
LAUGHS = "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>"


@pytest.mark.parametrize("doctype", ["<!DOCTYPE html>", XHTML_1_1])
def test_a_doctype_that_declares_nothing_is_a_warning(doctype):
    reading = read(page(text("a"), before=doctype))
    assert [(each.code, each.severity) for each in reading.findings] == [("XG151", Severity.WARNING)]
    assert [each.value for each in reading.report.facts] == ["a"]


@pytest.mark.parametrize(
    ("doctype", "content"),
    [
        (LAUGHS, "&b;"),
        (LAUGHS, "b"),
        ('<!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;"),
        ('<!DOCTYPE html [<!ATTLIST p class CDATA "x">]>', "<p>a</p>"),
        ('<!DOCTYPE html SYSTEM "http://example.com/no.dtd" [<!ENTITY % p SYSTEM "http://example.com/p"> %p;]>', "a"),
        (XHTML_1_1, "a&nbsp;b"),
    ],
)
def test_a_doctype_that_declares_anything_that_the_page_may_need_is_refused(doctype, content):
    reading = read(page(text(content), before=doctype))
    assert reading.report is None
    assert {(each.code, each.severity) for each in reading.findings} <= {
        ("XG151", Severity.ERROR),
        ("XG150", Severity.ERROR),
    }
    assert reading.findings


@pytest.mark.parametrize("base", ["http://[", "//[x", "\\"])
def test_what_is_no_address_stays_as_it_is(base):
    body = text('<a href="http://[b">x</a><a href="c">x</a>', 'escape="true"')
    references = REFERENCES.replace("<ix:references>", f'<ix:references xml:base="{base}">')
    reading = read(page(body, head=f'<base href="{base}"/>', references=references))
    assert reading.report.facts[0].value.startswith('<a href="http://[b">x</a><a href="')
    assert len(reading.report.schema_refs) == 1


def test_a_doctype_is_found_in_any_encoding():
    content = page(text("a"), before='<!DOCTYPE html [<!ATTLIST p class CDATA "x">]>').decode()
    reading = read(content.encode("utf-16"))
    assert [(each.code, each.severity) for each in reading.findings] == [("XG151", Severity.ERROR)]


def test_an_entity_without_a_doctype_is_not_well_formed():
    assert [each.code for each in read(page(text("a&nbsp;b"))).findings] == ["XG150"]


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"\x00\xff", b"<html/>", b"<xbrl/>", b"<!-- a -->", "<html>é</html>".encode("latin-1")]
)
def test_what_is_no_inline_document_is_a_finding(content):
    reading = read(content)
    assert reading.report is None
    assert {each.code for each in reading.findings} <= {"XG150", "XG187"}
    assert reading.findings


def test_texts_within_texts_cannot_grow_without_limit():
    deep = "a" * 20_000
    for _ in range(60):
        deep = text(deep, "", "k:Name")
    with within(5):
        reading = read(page(deep))
    assert [each.code for each in reading.findings] == ["XG161"]
    assert sum(len(each.value) for each in reading.report.facts) <= 20 * 40_000


def test_notes_on_facts_cannot_grow_without_limit():
    facts = "".join(number("1", f'id="f{n}"') for n in range(1_000))
    notes = "".join(f'<ix:footnote id="n{n}" xml:lang="en">a</ix:footnote>' for n in range(1_000))
    starts, ends = (" ".join(f"{letter}{n}" for n in range(1_000)) for letter in "fn")
    reading = read(page(facts + notes, more=f'<ix:relationship fromRefs="{starts}" toRefs="{ends}"/>'))
    assert [each.code for each in reading.findings] == ["XG164"]
    assert 0 < len(reading.report.footnotes) < 1_000


def test_elements_nested_too_deep_are_refused_by_the_parser():
    assert [each.code for each in read(page("<div>" * 300 + "</div>" * 300)).findings] == ["XG970"]


def _chain(size: int) -> str:
    pieces = (f'<ix:continuation id="c{n}" continuedAt="c{n + 1}">b</ix:continuation>' for n in range(size))
    return text("a", 'continuedAt="c0"') + "".join(pieces) + f'<ix:continuation id="c{size}">c</ix:continuation>'


def _numbers(size: int) -> str:
    return "\n".join(number(f"{n:,}", f'id="f{n}" scale="3" format="ixt:num-dot-decimal"') for n in range(size))


def _broken(size: int) -> str:
    return "".join(text("a", f'continuedAt="x" target="t{n}" tupleRef="u" format="z:z"') for n in range(size))


@pytest.mark.parametrize("body", [_chain, _numbers, _broken])
def test_the_time_grows_with_the_page(body):
    def seconds(size: int) -> float:
        content = page(body(size))
        started = time.process_time()
        read(content)
        return time.process_time() - started

    seconds(100)
    small, large = min(seconds(1_000) for _ in range(3)), min(seconds(10_000) for _ in range(3))
    assert large < 30 * max(small, 0.01)


def test_every_fact_has_its_line_and_column_even_far_down():
    shapes = (
        '<ix:nonNumeric id="n{0}" name="k:Name" contextRef="d"></ix:nonNumeric>',
        '<ix:nonNumeric id="n{0}" name="k:Name" contextRef="d">a</ix:nonNumeric>',
        '<ix:nonNumeric id="n{0}" name="k:Name" contextRef="d">a\nb\n</ix:nonNumeric>',
        '<p><ix:nonNumeric id="n{0}" name="k:Name" contextRef="d"><b>a\n</b></ix:nonNumeric></p>',
        '<p><ix:nonNumeric id="n{0}" name="k:Name" contextRef="d"><i><b></b></i>a\n</ix:nonNumeric></p>',
    )
    content = page("\n\n\n\n\n".join(shapes[n % 5].format(n) for n in range(15_000)))
    lines = content.decode().split("\n")
    locations = read(content).locations
    assert len(lines) > 70_000
    assert len(locations) == 15_000
    for name, place in locations.items():
        assert lines[place.line - 1][place.column - 1 :].startswith(f'<ix:nonNumeric id="{name}"')


def test_places_count_characters_in_whatever_encoding():
    body = f"<p>売上収益</p>{number('1', 'id=' + repr('f'))}"
    content = page(body).decode()
    for encoding in "utf-8", "utf-16":
        declared = f'<?xml version="1.0" encoding="{encoding}"?>{content}'
        assert str(read(declared.encode(encoding)).locations["f"]) == "p1.xhtml:5:12"
    declared = f'<?xml version="1.0" encoding="shift_jis"?>{content}'
    assert str(read(declared.encode("shift_jis")).locations["f"]) == "p1.xhtml:5"


# --- damage -----------------------------------------------------------------------------------------------------------

_PAGES = [fault.page for fault in FAULTS.values()]
_ATTRIBUTE = re.compile(
    rb'\b(?:id|name|contextRef|unitRef|decimals|scale|sign|format|escape|continuedAt|target|tupleRef|order|fromRefs|toRefs|xml:lang|xsi:nil)="[^"]*"'
)
_VALUES = [
    b"",
    b" ",
    b"f",
    b"c1",
    b"d",
    b"k:Revenue",
    b"zz:a",
    b":",
    b"{",
    b"-",
    b"1e9",
    b"99999999999",
    b"true",
    b"INF",
    "é".encode(),
]


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_no_damage_raises_an_exception(data):
    content = data.draw(st.sampled_from(_PAGES))
    for _ in range(data.draw(st.integers(1, 4))):
        places = list(_ATTRIBUTE.finditer(content))
        if places:
            place = data.draw(st.sampled_from(places))
            name = place[0].partition(b"=")[0]
            value = data.draw(st.sampled_from(_VALUES))
            content = content[: place.start()] + name + b'="' + value + b'"' + content[place.end() :]
    for vocabulary in (kinds.taxonomy(), lambda _: None):
        reading = read(content, vocabulary=vocabulary)
        assert reading.report is not None or reading.findings
        assert all(each.locations for each in reading.findings)


@given(st.sampled_from(_PAGES), st.integers(0, 4000), st.integers(0, 200), st.binary(max_size=8))
@settings(max_examples=200, deadline=None)
def test_no_cut_raises_an_exception(content, start, length, filling):
    reading = read(content[:start] + filling + content[start + length :])
    assert reading.report is not None or reading.findings
