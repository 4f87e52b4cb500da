"""From what a document refers to, to the start of its taxonomy (XBRL 2.1 sections 3.2 and 4.2 to 4.5)."""

from pathlib import Path

import pytest

from xbrlgen.loading import load_document
from xbrlgen.readers.inline import InlineDocument, read_inline_xbrl
from xbrlgen.readers.xbrl_xml import read_xbrl_xml
from xbrlgen.transformations import transformation

NAMESPACES = (
    'xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink"'
)
SCHEMA = '<link:schemaRef xlink:type="simple" xlink:href="{}" {}/>'
LINKBASE = '<link:linkbaseRef xlink:type="simple" xlink:href="{}" {}/>'
ROLE = '<link:roleRef xlink:type="simple" roleURI="urn:r" xlink:href="{}#r" {}/>'
ARCROLE = '<link:arcroleRef xlink:type="simple" arcroleURI="urn:a" xlink:href="{}#a" {}/>'


def _instance(references: str, root: str = "") -> bytes:
    return f"<xbrli:xbrl {NAMESPACES} {root}>{references}</xbrli:xbrl>".encode()


def _page(references: str, resources: str, root: str = "") -> InlineDocument:
    header = f"<ix:references>{references}</ix:references><ix:resources>{resources}</ix:resources>"
    namespaces = f'xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" {NAMESPACES}'
    return InlineDocument(
        "page.xhtml",
        f"<html {namespaces} {root}><head><title>x</title></head><body><div style='display:none'><ix:header>{header}"
        "</ix:header></div></body></html>".encode(),
    )


def test_an_instance_hands_over_all_its_references():
    asked: list[tuple[str, ...]] = []
    references = (
        SCHEMA.format("a.xsd", "")
        + SCHEMA.format("b.xsd", 'xml:base="deep/"')
        + LINKBASE.format("l.xml", "")
        + LINKBASE.format("", "")
        + ROLE.format("http://example.com/r.xsd", "")
        + ARCROLE.format("../r.xsd", 'xml:base="x/"')
    )
    reading = read_xbrl_xml(_instance(references, 'xml:base="base/"'), asked.append)
    schemas = ("base/a.xsd", "base/deep/b.xsd")
    assert asked == [(*schemas, "base/l.xml", "http://example.com/r.xsd", "base/r.xsd")]
    assert reading.report.schema_refs == schemas


def test_a_page_hands_over_all_references_of_its_target():
    asked: list[tuple[str, ...]] = []
    references = SCHEMA.format("a.xsd", "") + LINKBASE.format("l.xml", 'xml:base="deep/"')
    resources = ROLE.format("r.xsd", "") + ARCROLE.format("r.xsd", "")
    read_inline_xbrl([_page(references, resources, 'xml:base="../up/"')], asked.append, transformation)
    assert asked == [("../up/a.xsd", "../up/deep/l.xml", "../up/r.xsd")]


@pytest.mark.parametrize("reference", [LINKBASE, ROLE, ARCROLE])
def test_a_schema_that_only_another_reference_leads_to_belongs_to_the_taxonomy(tmp_path: Path, reference: str):
    schema = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:{}"/>'
    (tmp_path / "a.xsd").write_text(schema.format("a"))
    (tmp_path / "b.xsd").write_text(schema.format("b"))
    locator = '<link:loc xlink:type="locator" xlink:href="b.xsd#x" xlink:label="x"/>'
    link = f'<link:labelLink xlink:type="extended" xlink:role="urn:r">{locator}</link:labelLink>'
    (tmp_path / "l.xml").write_text(f"<link:linkbase {NAMESPACES}>{link}</link:linkbase>")
    target = "l.xml" if reference is LINKBASE else "b.xsd"
    content = _instance(SCHEMA.format("a.xsd", "") + reference.format(target, ""))
    taxonomy = load_document(tmp_path / "i.xbrl", content).taxonomy
    assert {Path(url).name for url in taxonomy.dts.schemas} == {"a.xsd", "b.xsd"}
