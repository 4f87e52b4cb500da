"""Files in which results are kept from one run to the next: found whole and one's own, or not at all.

A file begins with a digest of all that follows. Nothing in it is ever executed, and one that is damaged, or that
somebody else may write to, counts as none.

They lie in the directory that the environment variable ``XBRLGEN_CACHE`` names (``off``: nowhere), else in ``xbrlgen``
below ``XDG_CACHE_HOME`` or ``~/.cache``.
"""

import contextlib
import os
import stat
from functools import lru_cache
from pathlib import Path

_LARGEST = 500_000_000
_FILES = 24
"""How many files of a kind are kept; the oldest go first."""

_DIGEST = 64


def folder() -> Path | None:
    """Where files are kept, None for nowhere."""
    return _folder(*(os.environ.get(each, "") for each in ("XBRLGEN_CACHE", "XDG_CACHE_HOME", "HOME")))


@lru_cache(maxsize=1)
def _folder(named: str, caches: str, _home: str) -> Path | None:
    """The folder that these variables name; it takes long to find a home."""
    if named == "off":
        return None
    if named:
        return Path(named)
    try:
        return Path(caches or Path.home() / ".cache") / "xbrlgen"
    except RuntimeError:  # there is no home
        return None


def read(path: Path) -> bytes:
    """What is kept at `path`; empty where the file is not there or not to be trusted."""
    from hashlib import sha256

    try:
        with path.open("rb") as file:
            content = file.read() if _is_own(os.fstat(file.fileno())) else b""
    except OSError:
        return b""
    body = content[_DIGEST:]
    return body if sha256(body).hexdigest().encode() == content[:_DIGEST] else b""


def write(path: Path, kind: str, body: bytes) -> None:
    """Keep `body` at `path`, whose name starts with `kind`; a directory that cannot be written to is left as it is."""
    with contextlib.suppress(OSError):
        _write(path, kind, body)
        _remove_oldest(path.parent, kind)


def _is_own(status: os.stat_result) -> bool:
    """Whether a file is a regular one of a bearable size, and nobody else may write to it."""
    is_safe = os.name != "posix" or (
        status.st_uid == os.getuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    )
    return is_safe and stat.S_ISREG(status.st_mode) and status.st_size <= _LARGEST


def _write(path: Path, kind: str, body: bytes) -> None:
    """Write a new file and put it in the place of the old one in one step."""
    import tempfile
    from hashlib import sha256

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(prefix=kind, dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(sha256(body).hexdigest().encode())
            file.write(body)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


def _remove_oldest(directory: Path, kind: str) -> None:
    files = sorted(directory.glob(f"{kind}*"), key=lambda each: each.stat().st_mtime, reverse=True)
    for each in files[_FILES:]:
        each.unlink(missing_ok=True)
