"""Reading back what was written (XG650 to XG659)."""

from xbrlgen.findings.finding import CatalogueEntry, Severity

_REASON = "What leaves this program must carry exactly the facts that went in; otherwise the filing would be wrong."
_FIX = "This is a fault of xbrlgen: nothing was published. Please report it with the fact that is named."

ENTRIES: tuple[CatalogueEntry, ...] = (
    CatalogueEntry(
        code="XG650",
        name="fact-lost",
        severity=Severity.ERROR,
        summary="A fact of the report is missing in a file that was written.",
        reason=_REASON,
        example="a fact in report.yaml that the instance does not have",
        fix=_FIX,
        reference="OIM 1.0, section 5.1",
    ),
    CatalogueEntry(
        code="XG651",
        name="fact-never-reported",
        severity=Severity.ERROR,
        summary="A file that was written holds a fact that the report does not have.",
        reason=_REASON,
        example="a fact in the instance that no cell reports",
        fix=_FIX,
        reference="OIM 1.0, section 5.1",
    ),
    CatalogueEntry(
        code="XG652",
        name="value-changed",
        severity=Severity.ERROR,
        summary="A fact has another value in a file that was written.",
        reason=_REASON,
        example="812 in the table, -812 in the instance",
        fix=_FIX,
        reference="OIM 1.0, section 5.1.1",
    ),
    CatalogueEntry(
        code="XG653",
        name="accuracy-changed",
        severity=Severity.ERROR,
        summary="A fact has other decimals in a file that was written.",
        reason=_REASON,
        example="decimals -6 in the report, -3 in the instance",
        fix=_FIX,
        reference="OIM 1.0, section 3.3",
    ),
    CatalogueEntry(
        code="XG654",
        name="footnotes-changed",
        severity=Severity.ERROR,
        summary="A fact has other footnotes in a file that was written.",
        reason=_REASON,
        example="a note of the report that no fact of the instance links to",
        fix=_FIX,
        reference="OIM 1.0, section 5.1.4",
    ),
    CatalogueEntry(
        code="XG655",
        name="dimension-changed",
        severity=Severity.ERROR,
        summary="A fact has another period, unit, language, entity or member in a file that was written.",
        reason=_REASON,
        example="an instant of 2023-09-30 that became 2023-10-01",
        fix=_FIX,
        reference="OIM 1.0, section 5.1",
    ),
)
