"""What keeps a viewer from being made: XG550 to XG559 of the family XG5xx."""

from xbrlgen.findings.finding import CatalogueEntry, Severity

ENTRIES: tuple[CatalogueEntry, ...] = (
    CatalogueEntry(
        code="XG550",
        name="viewer-script-missing",
        severity=Severity.ERROR,
        summary="A viewer is asked for, and the package with its script is not installed.",
        reason="The viewer is the script of ixbrl-viewer, which many readers of filings know; it is an extra, as it "
        "brings a megabyte along that a build does not need otherwise.",
        example="xbrlgen build my-report --viewer",
        fix="Install the extra: pip install 'xbrlgen[viewer]'. Or build without --viewer.",
        reference="docs/how-to/viewer.md",
    ),
)
