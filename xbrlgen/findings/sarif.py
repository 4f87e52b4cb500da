"""Findings as SARIF, for code-scanning services and editors.

Follows SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from xbrlgen.findings import catalogue, ordered
from xbrlgen.findings.catalogue.page import markdown_page, text_page
from xbrlgen.findings.finding import CatalogueEntry, Finding, Severity, with_dependents
from xbrlgen.findings.json_form import encoded
from xbrlgen.findings.location import Location

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "xbrlgenFinding/v1"
LEVELS: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def to_sarif(findings: Iterable[Finding], version: str) -> bytes:
    """A SARIF log of one run of xbrlgen `version`: each finding is a result, the codes that occur are its rules."""
    told = with_dependents(ordered(findings))
    rules = {code: index for index, code in enumerate(sorted({finding.code for finding in told}))}
    return encoded(
        {
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {"driver": _driver(rules, version)},
                    "invocations": [{"executionSuccessful": "XG190" not in rules}],
                    "columnKind": "unicodeCodePoints",
                    "results": _results(told, rules),
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


def _results(told: Mapping[Finding, Sequence[Finding]], rules: Mapping[str, int]) -> list[dict[str, Any]]:
    alike: Counter[str] = Counter()
    results = []
    for finding, following in told.items():
        identity = "\0".join((finding.code, finding.message, *(place.path for place in finding.locations)))
        alike[identity] += 1
        identity = f"{identity}\0{alike[identity]}"
        results.append(_result(finding, rules[finding.code], identity, following))
    return results


def _result(finding: Finding, rule: int, identity: str, following: Sequence[Finding]) -> dict[str, Any]:
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
    related = [_location(place) for place in finding.locations[1:]]
    related += [_dependent_location(each) for each in following if each.locations]
    if related:
        result["relatedLocations"] = [{"id": number, **each} for number, each in enumerate(related, 1)]
    properties: dict[str, Any] = {key: value for key in ("standard", "fact") if (value := getattr(finding, key))}
    if following:
        properties["dependents"] = [{"ruleId": each.code, "message": each.message} for each in following]
    if properties:
        result["properties"] = properties
    return result


def _dependent_location(finding: Finding) -> dict[str, Any]:
    """Where something follows from a result, and what (section 3.28.5)."""
    return {**_location(finding.locations[0]), "message": {"text": f"{finding.code}: {finding.message}"}}


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
