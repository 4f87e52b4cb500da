"""The bytes of a document that is to be read."""

from pathlib import Path

from xbrlgen.findings import Finding, Location, finding

_LARGE = 50_000_000


def content_of(document: Path | bytes, path: str, findings: list[Finding]) -> bytes | None:
    """The bytes of `document`, which findings call `path`; None, with a finding, where the file cannot be read."""
    if isinstance(document, bytes):
        return document
    try:
        return document.read_bytes()
    except OSError as error:
        findings.append(finding("XG181", f"{path}: {error.strerror}", Location(path)))
        return None


def is_large(document: Path | bytes) -> bool:
    """Whether a document is a file whose bytes should not be held beside what is made of them."""
    try:
        return isinstance(document, Path) and document.stat().st_size > _LARGE
    except OSError:
        return False
