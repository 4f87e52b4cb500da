"""Findings as JSON."""

import json
from collections.abc import Iterable
from typing import Any

from xbrlgen.findings import ordered
from xbrlgen.findings.finding import Counts, Finding, with_dependents
from xbrlgen.findings.location import Location


def to_json(findings: Iterable[Finding]) -> bytes:
    """The verdict, the counts and each finding once in order of place, as UTF-8 with a line end.

    What is not known or does not apply is null, so every object always has the same keys: `line` and `column` are
    1-based, `length` is in characters, `fact` is the id of the fact concerned. `dependents` are the findings that
    follow from one; they are counted with it, and have none themselves.
    """
    told = with_dependents(ordered(findings))
    counts = Counts.of(told)
    return encoded(
        {
            "verdict": counts.verdict,
            "counts": {"error": counts.error, "warning": counts.warning, "info": counts.info},
            "findings": [_finding(each, following) for each, following in told.items()],
        }
    )


def encoded(value: object) -> bytes:
    """A JSON document as UTF-8 with a line end; a part of a file name that is not Unicode becomes an escape."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _finding(finding: Finding, following: Iterable[Finding]) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "standard": finding.standard or None,
        "message": finding.message,
        "hint": finding.hint or None,
        "locations": [_location(location) for location in finding.locations],
        "fact": finding.fact or None,
        "dependents": [_finding(each, ()) for each in following],
    }


def _location(location: Location) -> dict[str, Any]:
    return {
        "path": location.path,
        "line": location.line or None,
        "column": location.column or None,
        "length": location.length if location.column else None,
        "pointer": location.pointer or None,
    }
