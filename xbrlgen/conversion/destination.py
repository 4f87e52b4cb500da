"""What is to be written: a syntax, and the file, package or folder around it, as its name says."""

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.packaging.kinds import Kind


class Syntax(StrEnum):
    """The syntaxes of XBRL reports."""

    XML = "xml"
    INLINE = "inline"
    JSON = "json"
    CSV = "csv"

    @property
    def extension(self) -> str:
        """What the name of its main file ends in."""
        return {Syntax.XML: ".xbrl", Syntax.INLINE: ".xhtml"}.get(self, ".json")

    @property
    def is_xml(self) -> bool:
        """Whether its documents are XML, with contexts and units."""
        return self in {Syntax.XML, Syntax.INLINE}


_FILES = {
    ".xbrl": (Syntax.XML,),
    ".xml": (Syntax.XML,),
    ".xhtml": (Syntax.INLINE,),
    ".html": (Syntax.INLINE,),
    ".htm": (Syntax.INLINE,),
    ".json": (Syntax.JSON, Syntax.CSV),
    ".csv": (Syntax.CSV,),
}
_PACKAGES = {
    Kind.INLINE: (Syntax.INLINE,),
    Kind.NON_INLINE: (Syntax.XML, Syntax.JSON, Syntax.CSV),
    Kind.UNCONSTRAINED: (Syntax.INLINE, Syntax.XML, Syntax.JSON, Syntax.CSV),
}
"""The syntaxes that go into each, the usual one first (Report Package 1.0 section 3.3)."""


class Destination(NamedTuple):
    """Where a report goes; `kind` is that of the package, None for files on their own; a folder holds xBRL-CSV."""

    path: Path
    syntax: Syntax
    kind: Kind | None = None
    is_folder: bool = False

    @property
    def name(self) -> str:
        """What the files of the report are called, without extension."""
        return self.path.name if self.is_folder else self.path.stem

    @property
    def extension(self) -> str:
        """What the name of the main file ends in: the given one where it is a file on its own."""
        is_own = self.kind is None and not self.is_folder and self.path.suffix.lower() != ".csv"
        return self.path.suffix if is_own else self.syntax.extension


def destination(path: Path, syntax: str = "") -> Destination | Finding:
    """What the name of `path` and the wanted syntax (empty: the usual one) ask for; a finding where they do not fit."""
    kind = Kind.of(path)
    is_folder = path.is_dir() or (kind is None and not path.suffix)
    if is_folder:
        possible: tuple[Syntax, ...] = (Syntax.CSV,)
    elif kind is not None:
        possible = _PACKAGES[kind]
    else:
        possible = _FILES.get(path.suffix.lower(), ())
    if not possible:
        known = ", ".join([*_FILES, *(each.extension for each in _PACKAGES)])
        message = f"'{path.name}' says no syntax: '{path.suffix}' is none of {known}"
        return finding("XG930", message, Location(str(path)))
    if syntax and syntax not in possible:
        what = "a folder" if is_folder else f"'{path.name}'"
        message = f"{what} holds {' or '.join(possible)}, not {syntax}"
        return finding("XG931", message, Location(str(path)))
    return Destination(path, Syntax(syntax) if syntax else possible[0], kind, is_folder)
