"""Findings as SARIF 2.1.0."""

import json

import pytest

from xbrlgen.findings import Finding, Location, Severity, catalogue, finding
from xbrlgen.findings.sarif import FINGERPRINT, to_sarif

jsonschema = pytest.importorskip("jsonschema", reason="it comes with Arelle")


def _object(required: str, **properties) -> dict:
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


TEXT = {"type": "string", "minLength": 1}
POSITIVE = {"type": "integer", "minimum": 1}
MESSAGE = _object("text", text=TEXT, markdown=TEXT)
LEVEL = {"enum": ["none", "note", "warning", "error"]}
LOCATION = {
    "id": {"type": "integer", "minimum": -1},
    "physicalLocation": _object(
        "artifactLocation",
        artifactLocation=_object("uri", uri={"type": "string", "pattern": r"^[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+$"}),
        region=_object("startLine", startLine=POSITIVE, startColumn=POSITIVE, endColumn=POSITIVE),
    ),
    "logicalLocations": {"type": "array", "items": _object("fullyQualifiedName", fullyQualifiedName=TEXT)},
}
SCHEMA = _object(
    "version runs",
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"const": "2.1.0"},
    runs={
        "type": "array",
        "items": _object(
            "tool results",
            tool=_object(
                "driver",
                driver=_object(
                    "name",
                    name=TEXT,
                    version=TEXT,
                    semanticVersion={"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
                    rules={
                        "type": "array",
                        "uniqueItems": True,
                        "items": _object(
                            "id",
                            id=TEXT,
                            name=TEXT,
                            shortDescription=MESSAGE,
                            fullDescription=MESSAGE,
                            help=MESSAGE,
                            defaultConfiguration=_object("level", level=LEVEL),
                        ),
                    },
                ),
            ),
            invocations={
                "type": "array",
                "items": _object("executionSuccessful", executionSuccessful={"type": "boolean"}),
            },
            columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            results={
                "type": "array",
                "items": _object(
                    "message",
                    ruleId=TEXT,
                    ruleIndex={"type": "integer", "minimum": 0},
                    level=LEVEL,
                    message=MESSAGE,
                    locations={"type": "array", "maxItems": 1, "items": _object("", **LOCATION)},
                    relatedLocations={"type": "array", "uniqueItems": True, "items": _object("", **LOCATION)},
                    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
                    properties={"type": "object"},
                ),
            },
        ),
    },
)
"""What SARIF 2.1.0 requires of the properties that we write, in our own words; any other property fails."""


def _log(*findings: Finding) -> dict:
    log = json.loads(to_sarif(findings, "0.1.0"))
    jsonschema.validate(log, SCHEMA)
    return log


def _results(*findings: Finding) -> list[dict]:
    return _log(*findings)["runs"][0]["results"]


def test_a_result_says_what_where_and_by_which_rule():
    found = finding(
        "XG180",
        "'a' and 'b' differ",
        Location("tables/p l.csv", 2, 6, length=6),
        Location("tables/bs.csv", 4),
        hint="look",
        standard="oime:x",
        fact="f1",
    )
    result = _results(found)[0]
    fingerprint = result.pop("partialFingerprints")
    assert result == {
        "ruleId": "XG180",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "'a' and 'b' differ\nlook"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "tables/p%20l.csv"},
                    "region": {"startLine": 2, "startColumn": 6, "endColumn": 12},
                }
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {"artifactLocation": {"uri": "tables/bs.csv"}, "region": {"startLine": 4}},
            }
        ],
        "properties": {"standard": "oime:x", "fact": "f1"},
    }
    assert list(fingerprint) == [FINGERPRINT]


def test_the_rules_are_those_that_occur_each_with_its_page():
    driver = _log(finding("XG185", "x"), finding("XG180", "y"), finding("XG180", "z"))["runs"][0]["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("xbrlgen", "0.1.0")
    assert [rule["id"] for rule in driver["rules"]] == ["XG180", "XG185"]
    rule, entry = driver["rules"][0], catalogue()["XG180"]
    assert rule["name"] == "MissingInput"
    assert rule["shortDescription"]["text"] == entry.summary
    assert entry.fix in rule["help"]["markdown"]
    assert rule["defaultConfiguration"] == {"level": "error"}


def test_results_point_at_their_rules():
    log = _log(finding("XG185", "x"), finding("XG180", "y"), finding("XG183", "z"))["runs"][0]
    rules = log["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in log["results"])


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")]
)
def test_severities_are_mapped_to_levels(severity, level):
    assert _results(finding("XG180", "x", severity=severity))[0]["level"] == level


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("report/pl.csv", "report/pl.csv"),
        ("報告/a#b.csv", "%E5%A0%B1%E5%91%8A/a%23b.csv"),
        ("caf\udce9.csv", "caf%E9.csv"),
        ("/srv/a b.csv", "file:///srv/a%20b.csv"),
        ("c:d.csv", "c%3Ad.csv"),
        ("http://example.com/a.xsd", "http://example.com/a.xsd"),
    ],
)
def test_paths_become_uris(path, uri):
    place = _results(finding("XG180", "x", Location(path)))[0]["locations"][0]
    assert place["physicalLocation"] == {"artifactLocation": {"uri": uri}}


def test_a_cell_is_a_logical_location():
    place = _results(finding("XG180", "x", Location("book.xlsx", pointer="Sheet1!B7")))[0]["locations"][0]
    assert place["logicalLocations"] == [{"fullyQualifiedName": "Sheet1!B7"}]


def test_fingerprints_survive_moved_lines_and_tell_equal_findings_apart():
    def prints(*lines: int) -> list[str]:
        findings = [finding("XG180", "x", Location("a.csv", line)) for line in lines]
        return [result["partialFingerprints"][FINGERPRINT] for result in _results(*findings)]

    assert prints(3, 9) == prints(4, 10)
    assert len(set(prints(3, 9))) == 2


def test_a_run_that_failed_itself_says_so():
    assert _log(finding("XG180", "x"))["runs"][0]["invocations"] == [{"executionSuccessful": True}]
    assert _log(finding("XG190", "x"))["runs"][0]["invocations"] == [{"executionSuccessful": False}]


def test_the_order_of_findings_changes_no_byte():
    one, two = finding("XG180", "x", Location("b")), finding("XG185", "y", Location("a"))
    assert to_sarif([one, two], "0.1.0") == to_sarif([two, one, one], "0.1.0")
