"""A zip file whose members are read in memory, each within its bounds; nothing is ever written to disk."""

import errno
import struct
import zlib
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import PurePath
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo


class Member(NamedTuple):
    """One file in an archive; as text, the name of the archive and its own, with slashes."""

    archive: "Archive"
    name: str

    def read_bytes(self) -> bytes:
        """The whole file, never more than the archive declares; raises OSError where its bytes are damaged."""
        return self.archive.read(self.name)

    @property
    def package(self) -> str:
        """The SHA-256 digest of the archive's bytes."""
        return self.archive.digest

    def __str__(self) -> str:
        return f"{self.archive}/{self.name}"


class Archive:
    """The files of a zip file that `open_archive` found to be sound; as text, the path that findings call it."""

    def __init__(self, path: str, opened: ZipFile, content: bytes) -> None:
        self._path = path
        self._zip = opened
        self._content = content

    def __str__(self) -> str:
        return self._path

    @property
    def name(self) -> str:
        """The name of the zip file, without its directory."""
        return PurePath(self._path).name

    @cached_property
    def digest(self) -> str:
        """The SHA-256 digest of all bytes of the zip file, in hexadecimal digits."""
        from hashlib import sha256

        return sha256(self._content).hexdigest()

    @cached_property
    def _members(self) -> Mapping[str, ZipInfo]:
        return {each.filename: each for each in self._zip.infolist()}

    @property
    def names(self) -> Iterable[str]:
        """The names of all entries; those of directories end in a slash."""
        return self._members

    @cached_property
    def files(self) -> tuple[str, ...]:
        """The names of all files, sorted."""
        return tuple(sorted(name for name in self._members if not name.endswith("/")))

    @cached_property
    def top_directories(self) -> tuple[str, ...]:
        """The names of the directories at the top, sorted."""
        return tuple(sorted({name.partition("/")[0] for name in self._members if "/" in name}))

    def has_directory(self, name: str) -> bool:
        """Whether there is a directory called `name`, with a slash at its end: by an entry of its own or by files."""
        return any(each.startswith(name) for each in self._members)

    def find(self, name: str) -> Member | None:
        """The file called `name`, None if there is none."""
        return Member(self, name) if name in self._members and not name.endswith("/") else None

    def size(self, name: str) -> int:
        """How many bytes the file called `name` has."""
        return self._members[name].file_size

    def read(self, name: str) -> bytes:
        """The content of the file called `name`; raises OSError where its bytes are damaged."""
        info = self._members[name]
        try:
            with self._zip.open(info) as member:
                content = member.read(info.file_size)
        except (BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, ValueError) as error:
            raise _damaged(f"{self}/{name}", error) from error
        if len(content) != info.file_size:
            raise _damaged(f"{self}/{name}", "it ends too early")
        return content


def _damaged(name: str, reason: object) -> OSError:
    return OSError(errno.EIO, f"its bytes are damaged ({reason})", name)
