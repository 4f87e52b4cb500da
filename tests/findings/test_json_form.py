"""Findings as JSON."""

import json

from xbrlgen.findings import Finding, Location, Severity
from xbrlgen.findings.json_form import to_json

FULL = Finding(
    "XG350",
    "unknown-concept",
    Severity.ERROR,
    "'売上' is no element",
    "did you mean 'Revenue'?",
    "oime:unknownConcept",
    (Location("pl.csv", 2, 6, "", 6), Location("book.xlsx", pointer="Sheet1!B7")),
    "f1",
)
BARE = Finding("XG201", "odd", Severity.WARNING, "odd")


def test_json_has_exactly_the_promised_keys():
    assert json.loads(to_json([FULL, BARE])) == {
        "verdict": "invalid",
        "counts": {"error": 1, "warning": 1, "info": 0},
        "findings": [
            {
                "code": "XG201",
                "name": "odd",
                "severity": "warning",
                "standard": None,
                "message": "odd",
                "hint": None,
                "locations": [],
                "fact": None,
                "dependents": [],
            },
            {
                "code": "XG350",
                "name": "unknown-concept",
                "severity": "error",
                "standard": "oime:unknownConcept",
                "message": "'売上' is no element",
                "hint": "did you mean 'Revenue'?",
                "locations": [
                    {"path": "pl.csv", "line": 2, "column": 6, "length": 6, "pointer": None},
                    {"path": "book.xlsx", "line": None, "column": None, "length": None, "pointer": "Sheet1!B7"},
                ],
                "fact": "f1",
                "dependents": [],
            },
        ],
    }


def test_keys_come_in_the_promised_order():
    document = json.loads(to_json([FULL]))
    assert list(document) == ["verdict", "counts", "findings"]
    assert list(document["findings"][0]) == [
        *("code", "name", "severity", "standard", "message", "hint", "locations", "fact", "dependents")
    ]


def test_no_error_is_valid():
    assert json.loads(to_json([]))["verdict"] == "valid"
    assert json.loads(to_json([BARE]))["verdict"] == "valid"


def test_the_order_and_repetition_of_findings_change_no_byte():
    assert to_json([FULL, BARE]) == to_json([BARE, FULL, FULL])


def test_it_is_utf_8_with_one_line_end_and_file_names_may_be_anything():
    odd = Finding("XG101", "x", Severity.ERROR, "x", locations=(Location("caf\udce9.csv"),))
    document = to_json([FULL, odd])
    assert document.endswith(b"}\n")
    assert "売上".encode() in document
    assert json.loads(document.decode())["findings"][0]["locations"][0]["path"] == "caf\udce9.csv"
