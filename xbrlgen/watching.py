"""Says when the files of a folder change, by looking at them again and again: this works on every system and disk."""

import os
import stat
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

INTERVAL = 0.02
"""Seconds between two looks, each of which takes less than a millisecond for a hundred files."""

SETTLING = 0.01
"""Seconds for which a change has to stand: small files are written at once, and the rest of a large one is a change."""

Look = dict[str, tuple[int, int]]
"""When each file was changed last (nanoseconds), and its size in bytes."""


def changes(
    folder: Path, without: Path | None = None, wait: Callable[[float], None] = time.sleep
) -> Iterator[tuple[str, ...]]:
    """The names of the files that changed, came or went since this call, each time that some did.

    It ends when `folder` is gone. Hidden files do not count, nor what is in the folder `without`. An editor may write a
    file in steps: a change counts when two looks in a row see the same.
    """
    look = partial(_look, folder, without.resolve() if without else None)
    return _changes(folder, look, look(), wait)


def _changes(
    folder: Path, look: Callable[[], Look], known: Look, wait: Callable[[float], None]
) -> Iterator[tuple[str, ...]]:
    while folder.is_dir():
        wait(INTERVAL)
        now = look()
        if now == known or not folder.is_dir():
            continue
        wait(SETTLING)
        while (again := look()) != now:
            now = again
            wait(SETTLING)
        differing = {name for name, _ in now.items() ^ known.items()}
        known = now
        yield tuple(sorted(differing))


def _look(folder: Path, without: Path | None) -> Look:
    found: Look = {}
    _look_into(str(folder), "", str(without), found)
    return found


def _look_into(folder: str, name: str, without: str, found: Look) -> None:
    """Add the files below `folder`, whose name within the folder that is watched is `name`."""
    try:
        entries = [*os.scandir(folder)]
    except OSError:  # gone in between
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        try:
            status = entry.stat()
        except OSError:
            continue
        if stat.S_ISREG(status.st_mode):
            found[name + entry.name] = (status.st_mtime_ns, status.st_size)
        elif entry.is_dir(follow_symlinks=False) and os.path.realpath(entry.path) != without:
            _look_into(entry.path, f"{name}{entry.name}/", without, found)
