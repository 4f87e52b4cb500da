"""Opens a zip file from anybody: what would harm is refused before anything is unpacked.

Follows the .ZIP File Format Specification, https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
"""

import io
import stat
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.packaging.archive import Archive
from xbrlgen.packaging.kinds import code_prefix
from xbrlgen.packaging.member_names import name_problems
from xbrlgen.packaging.wording import listed

MEGABYTE = 1_000_000

_ENCRYPTED = 0x1 | 0x40 | 0x2000
"""Flags of traditional and strong encryption, and of a masked header (section 4.4.4)."""
_LOCAL_HEADER = 30
_END = struct.Struct("<4s4H2LH")
_END_64_LOCATOR = struct.Struct("<4sLQL")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LONGEST_COMMENT = 0xFFFF
_ENTRY = 46 + 300
"""Bytes of an entry of the central directory, with room for a long name and extra fields; most have far fewer."""


class Limits(NamedTuple):
    """How much an archive may hold: entries, bytes when unpacked, and how many times the packed size that may be.

    The ratio is asked of what is larger than `small` when unpacked.
    """

    entries: int = 10_000
    size: int = 1_000 * MEGABYTE
    ratio: int = 100
    small: int = 10 * MEGABYTE


REPORTS = Limits()
TAXONOMIES = Limits(entries=100_000)
"""A regulator's whole taxonomy may have tens of thousands of files."""


class Opened(NamedTuple):
    """An archive, None where it is refused, and what is wrong with it."""

    archive: Archive | None
    findings: tuple[Finding, ...]


def open_archive(path: Path, limits: Limits = REPORTS) -> Opened:
    """Open the zip file at `path`, or refuse it; it is read into memory once.

    Report Package 1.0 and Taxonomy Packages 1.0 have the same rules for archives; the standard codes of findings are
    those of the specification that the package means to follow. Raises OSError where the file cannot be read at all.
    """
    size = path.stat().st_size
    if size > limits.size:
        return Opened(None, (_too_large(path, f"the file has {size:,} bytes, more than {limits.size:,}"),))
    content = path.read_bytes()
    if excess := _declared_excess(content, limits):
        return Opened(None, (_too_large(path, excess),))
    try:
        opened = ZipFile(io.BytesIO(content))
    except (BadZipFile, NotImplementedError, ValueError, struct.error, EOFError) as error:
        message = f"'{path.name}' is no zip file, or a damaged one: {error}"
        return Opened(None, (_refused("XG701", message, path, code_prefix(path, ())),))
    prefix = code_prefix(path, opened.namelist())
    found = (*_problems(opened, len(content), path, prefix, limits), *name_problems(opened.infolist(), path, prefix))
    is_refused = any(each.severity == "error" for each in found)
    return Opened(None if is_refused else Archive(str(path), opened, content), found)


def _declared_excess(content: bytes, limits: Limits) -> str:
    """What is more than an archive may hold by its own word, asked before anything makes an object of each entry."""
    entries, size = declared_directory(content)
    if entries > limits.entries:
        return f"it has {entries:,} entries, more than {limits.entries:,}"
    if size > limits.entries * _ENTRY:
        return f"the list of its entries has {size:,} bytes, more than {limits.entries * _ENTRY:,}"
    return ""


def declared_directory(content: bytes) -> tuple[int, int]:
    """How many entries the central directory of a zip file has, and how many bytes, as the end of the file says.

    Both are 0 where it has no end.
    """
    start = content.rfind(b"PK\x05\x06", max(len(content) - _END.size - _LONGEST_COMMENT, 0))
    if start < 0 or start + _END.size > len(content):
        return 0, 0
    _, _, _, _, entries, size, _, _ = _END.unpack_from(content, start)
    locator = start - _END_64_LOCATOR.size
    if locator >= 0 and content.startswith(b"PK\x06\x07", locator):
        _, _, offset, _ = _END_64_LOCATOR.unpack_from(content, locator)
        if offset + _END_64.size <= len(content):
            *_, entries, size, _ = _END_64.unpack_from(content, offset)
    return int(entries), int(size)


def _problems(opened: ZipFile, packed: int, path: Path, prefix: str, limits: Limits) -> Iterator[Finding]:
    members = opened.infolist()
    if encrypted := [each.filename for each in members if each.flag_bits & _ENCRYPTED]:
        yield _refused("XG702", f"'{path.name}' has encrypted members: {listed(encrypted)}", path, prefix)
    if excess := _excess(members, packed, limits):
        yield _too_large(path, excess)
    if overlapping := _overlapping(members, opened.start_dir):
        what = f"members of '{path.name}' share bytes with others: {listed(overlapping)}"
        yield _refused("XG701", what, path, prefix)
    if odd := [each.filename for each in members if each.compress_type not in {ZIP_STORED, ZIP_DEFLATED}]:
        yield _refused("XG708", f"members of '{path.name}' are packed by an unusual method: {listed(odd)}", path)
    if links := [each.filename for each in members if stat.S_ISLNK(each.external_attr >> 16)]:
        yield _refused("XG708", f"members of '{path.name}' are symbolic links: {listed(links)}", path)


def _excess(members: Sequence[ZipInfo], packed: int, limits: Limits) -> str:
    """What is more than an archive may hold, empty where nothing is."""
    size = sum(each.file_size for each in members)
    if len(members) > limits.entries:
        return f"it has {len(members):,} entries, more than {limits.entries:,}"
    if size > limits.size:
        return f"unpacked it has {size:,} bytes, more than {limits.size:,}"
    if size > limits.small and size > limits.ratio * packed:
        return f"unpacked it is {size // packed:,} times as large, more than {limits.ratio:,} times"
    for each in members:
        if each.file_size > limits.small and each.file_size > limits.ratio * each.compress_size:
            return f"'{each.filename}' is unpacked more than {limits.ratio:,} times as large"
    return ""


def _overlapping(members: Sequence[ZipInfo], directory: int) -> list[str]:
    """Members whose bytes others have too, as in archives that unpack the same data many times."""
    placed = sorted(members, key=lambda each: each.header_offset)
    ends = [each.header_offset + _LOCAL_HEADER + len(_raw_name(each)) + each.compress_size for each in placed]
    starts = [*(each.header_offset for each in placed), directory]
    return [each.filename for each, end, start in zip(placed, ends, starts[1:], strict=True) if end > start]


def _raw_name(info: ZipInfo) -> bytes:
    return info.orig_filename.encode("utf-8" if info.flag_bits & 0x800 else "cp437", "replace")


def _too_large(path: Path, excess: str) -> Finding:
    return finding("XG707", f"'{path.name}' is too large: {excess}", Location(str(path)))


def _refused(code: str, message: str, path: Path, prefix: str = "") -> Finding:
    return finding(code, message, Location(str(path)), standard=f"{prefix}:invalidArchiveFormat" if prefix else "")
