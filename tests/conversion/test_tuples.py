"""Tuples go wherever XML goes that has a place for them, and are told of before anything is written elsewhere."""

from pathlib import Path

import arelle_referee
import pytest
from lxml import etree

import xbrlgen
from xbrlgen.findings import Severity
from xbrlgen.validation import validate

K = "{http://example.com/kinds}"
TUPLE = '<k:Manager id="t"><k:Name id="m" contextRef="{}">A. Manager</k:Name></k:Manager>'


def codes(converted) -> set[str]:
    return {each.code for each in converted.findings if each.severity is Severity.ERROR}


def with_tuple(filings: Path) -> Path:
    """The instance with a tuple in it, in a folder below that of the taxonomy."""
    text = (filings / "report.xbrl").read_text("utf-8")
    prefix = etree.fromstring(text.encode()).prefix or ""
    end = f"</{prefix}:xbrl>" if prefix else "</xbrl>"
    context = text.partition('contextRef="')[2].partition('"')[0]
    path = filings / "tuples.xbrl"
    path.write_text(text.replace(end, TUPLE.format(context) + end), encoding="utf-8")
    return path


def tuples(path: Path) -> list[list[str]]:
    return [[each.text for each in found] for found in etree.parse(path).getroot().iter(f"{K}Manager")]


@pytest.mark.parametrize("out", ["out.xbrl", "sub/out.xml", "out.xbr"])
def test_an_instance_takes_its_tuples_into_another(filings: Path, out: str):
    source = with_tuple(filings)
    (filings / out).parent.mkdir(exist_ok=True)
    converted = xbrlgen.convert(source, filings / out)
    assert codes(converted) == set()
    assert converted.files
    assert [each.code for each in validate([filings / out]).findings if each.severity is Severity.ERROR] == []
    if out != "out.xbr":
        assert tuples(filings / out) == [["A. Manager"]]


@pytest.mark.parametrize("out", ["out.json", "out.csv", "out.xhtml"])
def test_what_has_no_place_for_tuples_says_so(filings: Path, out: str):
    converted = xbrlgen.convert(with_tuple(filings), filings / out)
    assert (codes(converted), converted.files) == ({"XG160"}, ())


def test_a_page_gives_its_tuples_to_an_instance(filings: Path):
    page = filings / "page.xhtml"
    assert xbrlgen.convert(filings / "report.xbrl", page).files
    text = page.read_text("utf-8")
    start = text.index("<ix:nonNumeric", text.index("</ix:header>"))
    context = text.partition('contextRef="')[2].partition('"')[0]
    members = "".join(
        f'<ix:nonNumeric id="m{order}" name="k:Name" contextRef="{context}" order="{order}">{name}</ix:nonNumeric>'
        for order, name in ((2, "second"), (1, "first"))
    )
    page.write_text(f'{text[:start]}<ix:tuple name="k:Manager" tupleID="t">{members}</ix:tuple>{text[start:]}', "utf-8")
    converted = xbrlgen.convert(page, filings / "out.xbrl")
    assert codes(converted) == set()
    assert tuples(filings / "out.xbrl") == [["first", "second"]]
    assert arelle_referee.load(filings / "out.xbrl").fact_count == len(xbrlgen.load(page).report.facts) + 2
    assert codes(xbrlgen.convert(page, filings / "out.json")) == {"XG160"}
