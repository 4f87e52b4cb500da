"""The bytes of a document that is to be read."""

from pathlib import Path

from xbrlgen.findings import Finding, Location, finding


def content_of(document: Path | bytes, path: str, findings: list[Finding]) -> bytes | None:
    """The bytes of `document`, which findings call `path`; None, with a finding, where the file cannot be read."""
    if isinstance(document, bytes):
        return document
    try:
        return document.read_bytes()
    except OSError as error:
        findings.append(finding("XG181", f"{path}: {error.strerror}", Location(path)))
        return None
