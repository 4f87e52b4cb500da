"""The names in an archive: none may lead out of it, and none may mean two things."""

import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from zipfile import ZipInfo

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.packaging.wording import listed

_FORMAT, _STRUCTURE = "invalidArchiveFormat", "invalidDirectoryStructure"


def name_problems(members: Iterable[ZipInfo], path: Path, prefix: str) -> Iterator[Finding]:
    """What is wrong with the names of `members` as they are written in the archive at `path`.

    Follows APPNOTE section 4.4.17 and the rules for entries of Report Package 1.0 and Taxonomy Packages 1.0; `prefix`
    is that of the standard codes.
    """
    names = [each.orig_filename for each in members]

    def problem(code: str, what: str, found: Sequence[str], standard: str) -> Iterator[Finding]:
        if found:
            message = f"{what} in '{path.name}': {listed(found)}"
            yield finding(code, message, Location(str(path)), standard=f"{prefix}:{standard}" if standard else "")

    yield from problem("XG703", "names that are no relative paths with slashes", [*filter(_is_foreign, names)], _FORMAT)
    yield from problem("XG704", "names with empty parts, '.' or '..'", [*filter(_is_irregular, names)], _STRUCTURE)
    repeated = [name for name, count in Counter(names).items() if count > 1]
    yield from problem("XG705", "names that are given twice", repeated, _STRUCTURE)
    yield from problem("XG705", "names of a file and a directory at once", _files_as_directories(names), _STRUCTURE)
    yield from problem("XG706", "names that differ by case only", _alike(names), "")


def _is_foreign(name: str) -> bool:
    """Absolute, with the separator or drive of Windows, or with characters that no name has (APPNOTE 4.4.17.1)."""
    has_drive = name[1:2] == ":" and name[0].isalpha()
    return not name or name.startswith("/") or "\\" in name or has_drive or not _is_printable(name)


def _is_printable(name: str) -> bool:
    return not any(unicodedata.category(character) in {"Cc", "Cs"} for character in name)


def _is_irregular(name: str) -> bool:
    return not {"", ".", ".."}.isdisjoint(name.lstrip("/").removesuffix("/").split("/"))


def _files_as_directories(names: Sequence[str]) -> list[str]:
    """Names that others go on from; found by order, as deep names would need much room for all their directories."""
    ordered = sorted(names)
    return [name for name in names if not name.endswith("/") and _has_below(f"{name}/", ordered)]


def _has_below(directory: str, ordered: Sequence[str]) -> bool:
    place = bisect_left(ordered, directory)
    return place < len(ordered) and ordered[place].startswith(directory)


def _alike(names: Sequence[str]) -> list[str]:
    """Names that are one on a file system that knows no case, or composes accents, though the archive has several."""
    spelled: dict[str, str] = {}
    alike: list[str] = []
    for name in names:
        other = spelled.setdefault(unicodedata.normalize("NFC", name).casefold(), name)
        if other != name:
            alike += [other, name]
    return list(dict.fromkeys(alike))
