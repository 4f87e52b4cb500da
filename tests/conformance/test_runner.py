"""The runner: reads suites as they are published, and calls nothing agreement that is none."""

import json
from pathlib import Path

import pytest

from benchmarks.conformance.judging import judge
from benchmarks.conformance.variations import variations

SCHEMA = """<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="{namespace}"/>"""
INDEX = """<testcases name="suite" root="a"><testcase uri="100-schema/first.xml"/></testcases>"""
TESTCASE = """<testcase xmlns="http://xbrl.org/2005/conformance" outpath="out">
  <variation id="V-1"><description> one
    good </description><data><xsd>other.xsd</xsd><xsd readMeFirst="true">good.xsd</xsd></data>
    <result expected="valid"/></variation>
  <variation id="V-2"><data><xsd readMeFirst="true">bad.xsd</xsd></data>
    <result><error>xbrl.5.1:emptyTargetNamespace</error></result></variation>
  <variation id="V-3"><data><instance readMeFirst="true">i.xml</instance></data>
    <result><file>facts.xml</file></result></variation>
  <variation id="V-4"><data><xsd readMeFirst="true">good.xsd</xsd></data><result/></variation>
</testcase>"""


@pytest.fixture
def published(tmp_path: Path) -> Path:
    folder = tmp_path / "suite" / "a" / "100-schema"
    folder.mkdir(parents=True)
    (folder.parents[1] / "index.xml").write_text(INDEX)
    (folder / "first.xml").write_text(TESTCASE)
    (folder / "good.xsd").write_text(SCHEMA.format(namespace="urn:good"))
    (folder / "bad.xsd").write_text(SCHEMA.format(namespace=""))
    return folder.parents[1] / "index.xml"


def test_the_index_of_a_suite_leads_to_its_variations(published: Path):
    one, two, three, four = variations(published)
    assert (one.suite, one.group, one.key, one.description) == ("suite", "100-schema", "first#V-1", "one good")
    assert one.document == published.parent / "a" / "100-schema" / "good.xsd"
    assert [each.expected for each in (one, two, three, four)] == [
        *(("valid",), ("error:xbrl.5.1:emptyTargetNamespace",), ("facts:facts.xml",), ("valid",)),
    ]


def test_a_verdict_agrees_only_for_the_right_reason(published: Path):
    one, two, _, four = variations(published)
    assert [judge(each).agrees for each in (one, two, four)] == [True, True, True]
    text = (published.parent / "a" / "100-schema" / "first.xml").read_text()
    swapped = text.replace("emptyTargetNamespace", "another").replace('expected="valid"', 'expected="invalid"')
    (published.parent / "a" / "100-schema" / "first.xml").write_text(swapped)
    one, two, _, _ = variations(published)
    assert [judge(each).agrees for each in (one, two)] == [False, False]


def test_a_list_of_variations_says_the_same(published: Path, tmp_path: Path):
    line = {
        "suite": "suite",
        "testcase": "suite/a/100-schema/first.xml",
        "id": "V-2",
        "name": "n",
        "description": "d",
        "inputs": ["suite/a/100-schema/bad.xsd"],
        "expected": ["invalid"],
    }
    (tmp_path / "variations.jsonl").write_text(json.dumps(line) + "\n")
    (listed,) = variations(tmp_path)
    assert (listed.group, listed.key) == ("100-schema", "first#V-2")
    assert judge(listed).agrees
