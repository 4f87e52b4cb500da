# ruff: noqa: INP001 - a script, not a package
"""Write SHA256SUMS, the hash of every schema, linkbase and catalog of this package; to run after each change.

    python taxonomy/sources/checksums.py

``sha256sum -c SHA256SUMS`` checks them, as does a test.
"""

import hashlib
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def listing(package: Path) -> str:
    """One line for each file, in order of its path."""
    files = sorted(path for path in package.rglob("*") if path.suffix in {".xsd", ".xml"})
    return "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(package).as_posix()}\n" for path in files
    )


if __name__ == "__main__":
    (PACKAGE / "SHA256SUMS").write_bytes(listing(PACKAGE).encode())
