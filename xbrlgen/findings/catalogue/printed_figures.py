"""Figures that may not be read as they are meant (from XG981)."""

from xbrlgen.findings.finding import CatalogueEntry, Severity

ENTRIES: tuple[CatalogueEntry, ...] = (
    CatalogueEntry(
        code="XG981",
        name="full-stop-may-group-thousands",
        severity=Severity.WARNING,
        summary="A figure has a full stop where its table or the report's language groups thousands by one.",
        reason="A full stop is the decimal mark: 12.345 is read as twelve and a bit, not as twelve thousand.",
        example="Revenue,Revenue,12.345      # language: de, or 1.234.567 in another row",
        fix="Group thousands by commas (12,345) or not at all (12345), in all of the table.",
    ),
)
