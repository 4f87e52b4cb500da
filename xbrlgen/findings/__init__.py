"""Findings: what every stage reports instead of raising; their catalogue, places and forms."""

from collections.abc import Iterable

from xbrlgen.findings.catalogue import catalogue
from xbrlgen.findings.finding import CatalogueEntry, Counts, Finding, Severity
from xbrlgen.findings.location import Location

__all__ = ["CatalogueEntry", "Counts", "Finding", "Location", "Severity", "catalogue", "finding"]


def finding(
    code: str,
    message: str,
    *locations: Location,
    hint: str = "",
    standard: str = "",
    fact: str = "",
    severity: Severity | None = None,
) -> Finding:
    """A finding with what the catalogue knows of `code`; a hint, standard code or severity given here comes first.

    Raises KeyError for a code that is not in the catalogue, which is a bug.
    """
    entry = catalogue()[code]
    return Finding(
        code=code,
        name=entry.name,
        severity=severity or entry.severity,
        message=message,
        hint=hint or entry.fix,
        standard=standard or entry.standard,
        locations=tuple(locations),
        fact=fact,
    )


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding once, in order of place and code."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda each: each.sort_key))
