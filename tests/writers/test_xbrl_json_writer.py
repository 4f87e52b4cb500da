"""xBRL-JSON as it is written: judged by a JSON parser, by Arelle, and by its bytes."""

import json
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import arelle_referee
import kinds
import pytest

from xbrlgen.model import PURE, SHARES, Footnote, Period, QName, Unit
from xbrlgen.target import target_document
from xbrlgen.writers.xbrl_json import write_xbrl_json
from xbrlgen.writers.xbrl_xml import write_xbrl_xml


def written(report) -> bytes:
    out = BytesIO()
    write_xbrl_json(target_document(report, kinds.taxonomy()), out)
    return out.getvalue()


def loaded(*facts, **more) -> dict:
    return json.loads(written(kinds.report(*facts, **more)))


@pytest.mark.arelle
def test_arelle_has_no_complaint_and_sees_the_facts_of_the_xml(tmp_path: Path):
    report = kinds.one_of_each_kind()
    path, instance = tmp_path / "kinds.json", tmp_path / "kinds.xbrl"
    path.write_bytes(written(report))
    with instance.open("wb") as out:
        write_xbrl_xml(target_document(report, kinds.taxonomy()), out)
    verdict = arelle_referee.load(path, duplicates="all")
    assert verdict.messages == []
    assert verdict.facts == arelle_referee.comparable(report) == arelle_referee.load(instance).facts


def test_the_same_report_gives_the_same_bytes_with_one_fact_to_a_line():
    content = written(kinds.one_of_each_kind())
    assert content == written(kinds.one_of_each_kind())
    lines = content.decode().split("\n")
    assert sum(line.startswith('"') for line in lines) == len(json.loads(content)["facts"]) + 1
    assert not content.startswith(b"\xef\xbb\xbf")


def test_every_object_has_its_keys_in_order():
    def check(value):
        if isinstance(value, dict):
            assert list(value) == sorted(value)
            for each in value.values():
                check(each)

    check(json.loads(written(kinds.one_of_each_kind())))


def test_the_document_says_what_it_is():
    info = loaded(kinds.number("Cash", 1))["documentInfo"]
    assert info == {
        "documentType": "https://xbrl.org/2021/xbrl-json",
        "features": {"xbrl:allowedDuplicates": "none", "xbrl:canonicalValues": True},
        "namespaces": {
            "iso4217": "http://www.xbrl.org/2003/iso4217",
            "k": kinds.NAMESPACE,
            "sicc": "http://www.tse.or.jp/sicc",
            "xbrl": "https://xbrl.org/2021",
        },
        "taxonomy": [kinds.SCHEMA.as_uri()],
    }


def test_a_fact_is_its_value_decimals_and_dimensions():
    fact = kinds.number("Revenue", "-42587000000", decimals=-6, dimensions=(kinds.segment("NorthMember"),), id="r")
    assert loaded(fact)["facts"]["r"] == {
        "decimals": -6,
        "dimensions": {
            "concept": "k:Revenue",
            "entity": "sicc:37740",
            "k:SegmentsAxis": "k:NorthMember",
            "period": "2023-04-01T00:00:00/2023-10-01T00:00:00",
            "unit": "iso4217:JPY",
        },
        "value": "-42587000000.0",
    }


@pytest.mark.parametrize(
    ("concept", "value", "expected"),
    [
        ("Revenue", "1000", "1000.0"),
        ("Revenue", "-0.00", "0.0"),
        ("Revenue", "1.10", "1.1"),
        ("Revenue", "1E+3", "1000.0"),
        ("Revenue", "0.000010", "0.00001"),
        ("Employees", "4803.0", "4803"),
        ("Employees", "0", "0"),
        ("Measured", "0", "0.0E0"),
        ("Measured", "-1234.50", "-1.2345E3"),
        ("Measured", "0.00123", "1.23E-3"),
        ("Measured", "100", "1.0E2"),
    ],
)
def test_numbers_are_canonical_for_their_type(concept, value, expected):
    assert loaded(kinds.number(concept, value, SHARES, id="x"))["facts"]["x"]["value"] == expected


def test_decimals_are_left_out_for_infinite_accuracy_and_nil():
    facts = loaded(
        kinds.number("Cash", 1, decimals=None, id="exact"), kinds.number("Revenue", None, decimals=None, id="nil")
    )["facts"]
    assert all("decimals" not in each for each in facts.values())
    assert facts["nil"]["value"] is None


M, N = (Unit.of((QName("http://www.xbrl.org/2009/utr", each),)) for each in ("m", "n"))


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (PURE, None),
        (kinds.YEN.per(SHARES), "iso4217:JPY/xbrli:shares"),
        (Unit.of(N.numerators + M.numerators), "utr:m*utr:n"),
        (kinds.YEN.per(Unit.of(N.numerators + M.numerators)), "iso4217:JPY/(utr:m*utr:n)"),
        (Unit.of(M.numerators * 2, N.numerators), "(utr:m*utr:m)/utr:n"),
        (PURE.per(SHARES), "xbrli:pure/xbrli:shares"),
    ],
)
def test_units_are_written_in_alphabetical_order(unit, expected):
    assert loaded(kinds.number("Ratio", 1, unit, id="x"))["facts"]["x"]["dimensions"].get("unit") == expected


def test_forever_is_no_period_and_moments_keep_their_fraction():
    noon = Period(None, datetime(2023, 9, 30, 12, 0, 0, 120000))  # noqa: DTZ001 - the model has no time zones
    facts = loaded(kinds.number("Revenue", 1, period=None, id="a"), kinds.number("Cash", 1, period=noon, id="b"))[
        "facts"
    ]
    assert "period" not in facts["a"]["dimensions"]
    assert facts["b"]["dimensions"]["period"] == "2023-09-30T12:00:00.12"


def test_footnotes_are_notes_that_facts_link_to():
    notes = (Footnote("n2", "EN", "R&D", ("c", "d")), Footnote("n1", "ja", "see <b>b</b>", ("c",)))
    document = loaded(kinds.number("Cash", 1, id="c"), kinds.number("Revenue", 1, id="d"), footnotes=notes)
    assert document["documentInfo"]["linkTypes"] == {"footnote": "http://www.xbrl.org/2003/arcrole/fact-footnote"}
    assert document["documentInfo"]["linkGroups"] == {"_": "http://www.xbrl.org/2003/role/link"}
    assert document["facts"]["c"]["links"] == {"footnote": {"_": ["n1", "n2"]}}
    assert document["facts"]["d"]["links"] == {"footnote": {"_": ["n2"]}}
    assert document["facts"]["n2"] == {
        "dimensions": {"concept": "xbrl:note", "language": "en", "noteId": "n2"},
        "value": "R&amp;D",
    }
    assert document["facts"]["n1"]["value"] == "see <b>b</b>"


def test_names_have_prefixes_and_sets_are_in_order():
    names = " ".join(str(kinds.name(each)) for each in ("SouthMember", "NorthMember"))
    facts = loaded(kinds.text("Regions", names, id="s"), kinds.text("Form", str(kinds.name("Name")), id="q"))["facts"]
    assert facts["s"]["value"] == "k:NorthMember k:SouthMember"
    assert facts["q"]["value"] == "k:Name"


def test_inconsistent_duplicates_withdraw_the_promise_that_there_are_none():
    document = loaded(kinds.number("Cash", 1, id="a"), kinds.number("Cash", 5, id="b"))
    assert document["documentInfo"]["features"]["xbrl:allowedDuplicates"] == "all"


def test_a_report_without_facts_is_still_a_document():
    assert json.loads(written(replace(kinds.report(), prefixes={})))["facts"] == {}
