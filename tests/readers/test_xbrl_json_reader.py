"""xBRL-JSON read: what was written before, values and dimensions."""

import json
from copy import deepcopy
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import kinds
import pytest
from hypothesis import given, settings
from json_documents import DOCUMENT, NOTHING, changed, fact, read

from xbrlgen.comparison import differences
from xbrlgen.model import PURE, SHARES, Entity, Link, TypedMember, Unit
from xbrlgen.readers.xbrl_json import read_xbrl_json
from xbrlgen.readers.xbrl_xml import read_xbrl_xml
from xbrlgen.target import target_document
from xbrlgen.writers.xbrl_json import write_xbrl_json

# --- what was written before ------------------------------------------------------------------------------------------


def test_a_report_of_every_kind_comes_back_whole():
    report = kinds.one_of_each_kind()
    reading = _written_and_read(report)
    assert reading.findings == ()
    assert list(differences(report, reading.report)) == []
    assert set(reading.locations) == {each.id for each in (*report.facts, *report.footnotes)}
    assert reading.report.schema_refs == report.schema_refs


@given(kinds.reports())
@settings(max_examples=150, deadline=None)
def test_any_report_comes_back_whole(report):
    reading = _written_and_read(report)
    assert reading.findings == ()
    assert list(differences(report, reading.report)) == []


def _written_and_read(report):
    out = BytesIO()
    write_xbrl_json(target_document(report, kinds.taxonomy()), out)
    return read_xbrl_json(out.getvalue(), kinds.taxonomy())


def test_the_published_example_says_the_same_in_both_syntaxes(shared: Path):
    mutants = shared / "conformance/mutants"
    as_json = read_xbrl_json(mutants / "json/nil-null-with-decimals-removed-ok.json", None)
    as_xml = read_xbrl_xml(mutants / "xml/valid.xbrl", None)
    assert as_json.findings == as_xml.findings == ()
    numbers = [
        sorted(
            (each.concept.local_name, each.value) for each in reading.report.facts if isinstance(each.value, Decimal)
        )
        for reading in (as_json, as_xml)
    ]
    assert len(numbers[0]) >= 9
    assert len(set(numbers[1]) - set(numbers[0])) <= 1


# --- values and dimensions --------------------------------------------------------------------------------------------


def test_links_of_all_types_and_groups_are_kept_and_those_from_notes():
    document = deepcopy(DOCUMENT)
    info, facts = document["documentInfo"], document["facts"]
    info["linkTypes"]["own"] = "http://example.com/arcrole/see"
    info["linkGroups"]["part"] = "http://example.com/role/part"
    facts["t"]["links"] = {"explanatoryFact": {"_": ["f"]}, "own": {"part": ["note", "f"]}}
    facts["note"]["links"] = {"own": {"_": ["t"]}}
    reading = read(document)
    assert reading.findings == ()
    groups, own = info["linkGroups"], info["linkTypes"]["own"]
    assert set(reading.report.links) == {
        Link(info["linkTypes"]["explanatoryFact"], groups["_"], "t", "f"),
        Link(own, groups["part"], "t", "note"),
        Link(own, groups["part"], "t", "f"),
        Link(own, groups["_"], "note", "t"),
    }
    assert [each.facts for each in reading.report.footnotes] == [("f",)]


def test_the_document_is_read():
    reading = read(DOCUMENT)
    assert reading.findings == ()
    first, second = reading.report.facts
    assert (first.value, first.decimals, first.unit, first.period) == (1000, -3, kinds.YEN, kinds.SEPTEMBER)
    assert (second.value, second.language, second.period, second.entity) == (" IIJ ", "en", kinds.HALF, kinds.ENTITY)
    (note,) = reading.report.footnotes
    assert (note.id, note.language, note.content, note.facts) == ("note", "en", "See <b>this</b>", ("f",))
    assert str(reading.locations["f"]) == "r.json#/facts/f"
    assert reading.report.schema_refs == ("kinds.xsd",)


@pytest.mark.parametrize(
    ("concept", "text", "value"),
    [
        ("Ratio", "-1.50", Decimal("-1.5")),
        ("Measured", "1.5E3", Decimal(1500)),
        ("Audited", "1", "true"),
        ("Approved", "2023-11-07", "2023-11-07"),
        ("Code", " a  b ", "a b"),
        ("Form", "k:Name", f"{{{kinds.NAMESPACE}}}Name"),
        ("Region", "k:NorthMember", f"{{{kinds.NAMESPACE}}}NorthMember"),
        (
            "Regions",
            "k:SouthMember k:NorthMember",
            f"{{{kinds.NAMESPACE}}}NorthMember {{{kinds.NAMESPACE}}}SouthMember",
        ),
        ("Regions", "", ""),
        ("Audited", None, None),
    ],
)
def test_values_are_read_in_canonical_form(concept, text, value):
    document = changed("facts/t/dimensions/language", NOTHING)
    document["facts"]["t"]["dimensions"]["concept"] = f"k:{concept}"
    document["facts"]["t"]["value"] = text
    found = fact(document, "t")
    assert found.value == value
    assert found.unit == (PURE if concept in {"Ratio", "Measured"} else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("iso4217:JPY/xbrli:shares", kinds.YEN.per(SHARES)),
        ("k:a*k:b", Unit.of((kinds.name("a"), kinds.name("b")))),
        ("(k:a*k:b)/k:c", Unit.of((kinds.name("a"), kinds.name("b")), (kinds.name("c"),))),
        ("k:c/(k:a*k:a)", Unit.of((kinds.name("c"),), (kinds.name("a"), kinds.name("a")))),
    ],
)
def test_units_are_read(text, expected):
    assert fact(changed("facts/f/dimensions/unit", text)).unit == expected


def test_dimensions_are_explicit_or_typed_as_the_taxonomy_says():
    document = deepcopy(DOCUMENT)
    members = {"k:SegmentsAxis": "k:NorthMember", "k:BondAxis": "k:NorthMember", "k:YearAxis": None}
    document["facts"]["f"]["dimensions"] |= members
    assert [each.member for each in fact(document).dimensions] == [
        TypedMember("k:NorthMember"),
        kinds.name("NorthMember"),
        TypedMember(None),
    ]


def test_without_a_taxonomy_members_are_explicit_where_they_are_names():
    document = deepcopy(DOCUMENT)
    document["facts"]["f"]["dimensions"] |= {"k:A": "k:NorthMember", "k:B": "north", "k:C": "zz:north"}
    reading = read_xbrl_json(json.dumps(document).encode(), None)
    found = reading.report.facts[0]
    assert [each.member for each in found.dimensions] == [
        kinds.name("NorthMember"),
        TypedMember("north"),
        TypedMember("zz:north"),
    ]
    assert (found.value, reading.report.facts[1].value) == (Decimal(1000), " IIJ ")


def test_a_report_may_name_no_entity_and_a_fact_no_period():
    document = changed("facts/f/dimensions/entity", NOTHING)
    del document["facts"]["f"]["dimensions"]["period"]
    found = fact(document)
    assert found.entity == Entity("https://xbrl.org/2021/entities", "NA")
    assert found.period is None


def test_references_start_from_the_base_url():
    document = changed("documentInfo/baseURL", "https://example.com/reports/2023/report.json")
    document["documentInfo"]["taxonomy"] = ["../taxonomy.xsd", "https://example.com/other.xsd"]
    refs = read(document).report.schema_refs
    assert refs == ("https://example.com/reports/taxonomy.xsd", "https://example.com/other.xsd")


def test_members_of_ones_own_are_left_alone():
    document = deepcopy(DOCUMENT)
    for place in (document, document["documentInfo"], document["facts"]["f"], document["documentInfo"]["features"]):
        place["k:own"] = {"anything": [1, 2.5, None, {"value": True}]}
    assert read(document).findings == ()
