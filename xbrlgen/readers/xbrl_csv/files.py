"""The files that metadata lead to, which must be parts of the report."""

import os
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol
from urllib.parse import unquote, urlsplit

from xbrlgen.findings import Location, finding
from xbrlgen.readers.oim.source import Source


class File(Protocol):
    """Where the content of a file is; as text, it is what findings call it."""

    def read_bytes(self) -> bytes:
        """The whole file; raises OSError where it cannot be read."""
        ...


class Files(Protocol):
    """What finds the files of a report, on disk, in a package, or under a URL that a package answers."""

    def absolute(self, reference: str, base: str) -> str:
        """The URL or path that a reference in the document at `base` means."""
        ...

    def find(self, address: str) -> File | None:
        """The file at an absolute URL or path, None where there is none."""
        ...


def content_of_file(file: File, source: Source) -> bytes | None:
    """The bytes of a file; None, with a finding, where it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        source.findings.append(finding("XG181", f"{file}: {error.strerror}", Location(str(file))))
        return None


def opened(file: File, source: Source) -> BinaryIO | None:
    """A file that is read piece by piece if it lies on disk; None, with a finding, where it cannot be read."""
    if isinstance(file, Path):
        try:
            return file.open("rb")
        except OSError as error:
            source.findings.append(finding("XG181", f"{file}: {error.strerror}", Location(str(file))))
            return None
    content = content_of_file(file, source)
    return None if content is None else BytesIO(content)


class LocalFiles:
    """Files on disk: those in the folder of a report and below, and elsewhere what is called a CSV or JSON file."""

    def __init__(self, report: Path) -> None:
        self._folder = report.resolve().parent

    def absolute(self, reference: str, base: str) -> str:
        """The path that a reference in the file at `base` means."""
        return Path(os.path.normpath(Path(base).parent / reference)).as_posix()

    def find(self, address: str) -> Path | None:
        """The file at a path, written with or without escapes; links lead nowhere else than paths do."""
        return next((path for path in (Path(address), Path(unquote(address))) if self._is_known(path)), None)

    def _is_known(self, path: Path) -> bool:
        true = path.resolve()
        return path.is_file() and (true.is_relative_to(self._folder) or true.suffix.lower() in {".csv", ".json"})


def is_elsewhere(reference: str, kinds: frozenset[str]) -> bool:
    """Whether a reference leads to a file that no report has: an absolute path, or one above of none of the `kinds`."""
    parts = urlsplit(reference)
    if parts.scheme in {"http", "https", "urn"}:
        return False
    path = unquote(parts.path).replace("\\", "/")
    if len(parts.scheme) > 0 or parts.netloc or path.startswith("/"):
        return True
    above = os.path.normpath(path).replace("\\", "/").startswith("..")
    return above and PurePosixPath(path).suffix.lower() not in kinds
