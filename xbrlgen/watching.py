"""Says when the files of a folder change, by looking at them again and again: this works on every system and disk."""

import stat
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

INTERVAL = 0.1
"""Seconds between two looks."""

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
        wait(INTERVAL / 2)
        while (again := look()) != now:
            now = again
            wait(INTERVAL / 2)
        differing = {name for name, _ in now.items() ^ known.items()}
        known = now
        yield tuple(sorted(differing))


def _look(folder: Path, without: Path | None) -> Look:
    found: Look = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder)
        is_hidden = any(part.startswith(".") for part in name.parts)
        if is_hidden or (without is not None and path.resolve().is_relative_to(without)):
            continue
        try:
            status = path.stat()
        except OSError:  # gone in between
            continue
        if stat.S_ISREG(status.st_mode):
            found[name.as_posix()] = (status.st_mtime_ns, status.st_size)
    return found
