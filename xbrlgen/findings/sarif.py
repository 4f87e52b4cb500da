"""Findings as SARIF, for code-scanning services and editors.

Follows SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from xbrlgen.findings import catalogue, ordered
from xbrlgen.findings.catalogue.page import markdown_page, text_page
from xbrlgen.findings.finding import CatalogueEntry, Finding, Severity
from xbrlgen.findings.json_form import encoded
from xbrlgen.findings.location import Location

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "xbrlgenFinding/v1"
LEVELS: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def to_sarif(findings: Iterable[Finding], version: str) -> bytes:
    """A SARIF log of one run of xbrlgen `version`: each finding is a result, the codes that occur are its rules."""
    each = ordered(findings)
    rules = {code: index for index, code in enumerate(sorted({finding.code for finding in each}))}
    return encoded(
        {
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {"driver": _driver(rules, version)},
                    "invocations": [{"executionSuccessful": "XG190" not in rules}],
                    "columnKind": "unicodeCodePoints",
                    "results": _results(each, rules),
                }
            ],
        }
    )


def _driver(codes: Iterable[str], version: str) -> dict[str, Any]:
    rules = [_rule(catalogue()[code]) for code in codes]
    return {"name": "xbrlgen", "version": version, "semanticVersion": version, "rules": rules}


def _rule(entry: CatalogueEntry) -> dict[str, Any]:
    return {
        "id": entry.code,
        "name": "".join(word.capitalize() for word in entry.name.split("-")),
        "shortDescription": {"text": entry.summary},
        "fullDescription": {"text": f"{entry.summary} {entry.reason}"},
        "help": {"text": text_page(entry), "markdown": markdown_page(entry)},
        "defaultConfiguration": {"level": LEVELS[entry.severity]},
    }


def _results(findings: Iterable[Finding], rules: Mapping[str, int]) -> list[dict[str, Any]]:
    alike: Counter[str] = Counter()
    results = []
    for finding in findings:
        identity = "\0".join((finding.code, finding.message, *(place.path for place in finding.locations)))
        alike[identity] += 1
        results.append(_result(finding, rules[finding.code], f"{identity}\0{alike[identity]}"))
    return results


def _result(finding: Finding, rule: int, identity: str) -> dict[str, Any]:
    """One result; its fingerprint holds no line, so that it lasts when lines above are added (section 3.27.17)."""
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": "\n".join(filter(None, (finding.message, finding.hint)))},
        "locations": [_location(place) for place in finding.locations[:1]],
        "partialFingerprints": {FINGERPRINT: sha256(identity.encode("utf-8", "backslashreplace")).hexdigest()},
    }
    # Further places explain the first; `locations` holds only those that must all be changed (section 3.27.12).
    if related := [{"id": number, **_location(place)} for number, place in enumerate(finding.locations[1:], 1)]:
        result["relatedLocations"] = related
    if properties := {key: value for key in ("standard", "fact") if (value := getattr(finding, key))}:
        result["properties"] = properties
    return result


def _location(place: Location) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.path)}}
    if place.line:
        physical["region"] = {"startLine": place.line}
        if place.column:
            physical["region"] |= {"startColumn": place.column, "endColumn": place.column + max(place.length, 1)}
    location: dict[str, Any] = {"physicalLocation": physical}
    if place.pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": place.pointer}]
    return location


def _uri(path: str) -> str:
    """A relative reference where the path is relative, so that logs of two machines are equal; else a file URI."""
    if "://" in path:
        return quote(path, safe=":/?#%", errors="replace")
    source = Path(path)
    try:
        name = source.as_posix().encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # a name that was made up by escapes in YAML or JSON; no file has it
        name = source.as_posix().encode("utf-8", "replace")
    return f"file://{quote(name)}" if source.is_absolute() else quote(name)
