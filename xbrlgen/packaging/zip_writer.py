"""Writes zip files that are the same, byte by byte, whenever the same files go in."""

from collections.abc import Mapping
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

LEVEL = 6
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can say: no clock is asked."""
_UNIX = 3
_REGULAR_FILE = 0o100644 << 16


def write_archive(files: Mapping[str, bytes], out: BinaryIO) -> None:
    """Write `files`, content by name, sorted by name; `out` must be seekable.

    The same files give the same bytes on every run and machine with the same version of zlib; other versions may pack
    the same content into other bytes.
    """
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(_entry(name), files[name], compresslevel=LEVEL)


def _entry(name: str) -> ZipInfo:
    """An entry without anything that depends on the machine: owner, time, platform."""
    entry = ZipInfo(name, _EPOCH)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _REGULAR_FILE
    return entry
