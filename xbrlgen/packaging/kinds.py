"""The three kinds of report packages, and what the names of files say about them (Report Package 1.0)."""

from collections.abc import Iterable, Mapping
from enum import Enum
from pathlib import Path, PurePosixPath

META_INF = "META-INF/"
REPORT_PACKAGE = f"{META_INF}reportPackage.json"
TAXONOMY_PACKAGE = f"{META_INF}taxonomyPackage.xml"
CATALOG = f"{META_INF}catalog.xml"
REPORTS = "reports/"

INLINE_REPORTS = frozenset({".xhtml", ".html", ".htm"})
JSON_REPORT = ".json"
OTHER_REPORTS = frozenset({".xbrl", JSON_REPORT})
"""Names are case-sensitive, and so are these extensions."""

_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
"""How a zip file begins: with its first member, or with the end of an empty one."""


class Kind(Enum):
    """A kind of report package by the extension of its file; the value is its document type."""

    INLINE = "https://xbrl.org/report-package/2023/xbri"
    NON_INLINE = "https://xbrl.org/report-package/2023/xbr"
    UNCONSTRAINED = "https://xbrl.org/report-package/2023"

    @classmethod
    def of(cls, path: Path) -> "Kind | None":
        """What a file's extension, in whatever case, says it is; None for an extension that is none of a package."""
        return EXTENSIONS.get(path.suffix.lower())

    @property
    def extension(self) -> str:
        """What the name of its file ends in."""
        return next(extension for extension, kind in EXTENSIONS.items() if kind is self)


EXTENSIONS: Mapping[str, Kind] = {".xbri": Kind.INLINE, ".xbr": Kind.NON_INLINE, ".zip": Kind.UNCONSTRAINED}


def is_package(path: Path) -> bool:
    """Whether the file at `path` is meant to be a package: by its extension, or because it is a zip file.

    Raises OSError where the file cannot be read.
    """
    if Kind.of(path) is not None:
        return True
    with path.open("rb") as file:
        return file.read(len(_SIGNATURES[0])) in _SIGNATURES


def is_report_package(names: Iterable[str]) -> bool:
    """Whether the files of an archive mean to be a report package: they lie in ``reports/``, or one says so.

    A zip file that is none is taken for a taxonomy package (Report Package 1.0 section 3.4).
    """
    return any(
        REPORT_PACKAGE in {name, below} or below.startswith(REPORTS)
        for name in names
        for below in (name.partition("/")[2],)
    )


def code_prefix(path: Path, names: Iterable[str]) -> str:
    """The prefix of standard codes for the archive at `path` with these names: of reports, or of taxonomies."""
    return "tpe" if Kind.of(path) is Kind.UNCONSTRAINED and not is_report_package(names) else "rpe"


def is_inline(name: str) -> bool:
    """Whether a file is an inline report by its name."""
    return PurePosixPath(name).suffix in INLINE_REPORTS


def is_report(name: str) -> bool:
    """Whether a file is a report by its name, in whichever syntax."""
    return PurePosixPath(name).suffix in INLINE_REPORTS | OTHER_REPORTS
