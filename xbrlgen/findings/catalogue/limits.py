"""Documents beyond what is read (XG970)."""

from xbrlgen.findings.finding import CatalogueEntry, Severity

ENTRIES = (
    CatalogueEntry(
        code="XG970",
        name="xml-beyond-limits",
        severity=Severity.ERROR,
        summary="A document has a longer text, or elements within more elements, than is read.",
        reason="Such documents are made to exhaust the memory or the stack of whoever reads them.",
        example="A fact with 200 million characters, or 100,000 elements each within the other.",
        fix="Keep texts below 10 million characters, images in files of their own, and no more than 255 levels.",
    ),
)
