"""Whether the paths that a user names can be read at all, before anything is made of them."""

import os
from collections.abc import Iterable
from pathlib import Path

from xbrlgen.findings import Finding, Location, finding


def folder_problem(path: Path) -> Finding | None:
    """What keeps `path` from being read as a report folder, None if nothing does."""
    if not os.path.lexists(path):
        return _missing(path)
    if path.is_dir():
        return None
    parent = path.parent
    hint = f"Pass its folder: {parent}" if path.name == "report.yaml" else ""
    return finding("XG182", f"'{path}' is a file where a report folder is expected", _place(path), hint=hint)


def file_problem(path: Path) -> Finding | None:
    """What keeps `path` from being read as a file, None if nothing does."""
    if not os.path.lexists(path):
        return _missing(path)
    if path.is_dir():
        hint = f"xbrlgen build {path}" if (path / "report.yaml").is_file() else "Name the files in it."
        return finding("XG183", f"'{path}' is a folder where a file is expected", _place(path), hint=hint)
    if path.exists() and not path.is_file():  # opening a pipe would wait for its writer
        return finding("XG181", f"'{path}' is neither a file nor a folder", _place(path))
    try:
        path.open("rb").close()
    except OSError as error:
        return finding("XG181", f"'{path}' cannot be read: {error.strerror}", _place(path))
    return None


def file_problems(paths: Iterable[Path]) -> list[Finding]:
    """What keeps any of `paths` from being read as a file."""
    return [problem for path in paths if (problem := file_problem(path))]


def _missing(path: Path) -> Finding:
    return finding("XG180", f"'{path}' does not exist", _place(path), hint=_suggestion(path))


def _suggestion(path: Path) -> str:
    """A neighbour with a similar name, else the nearest folder that exists."""
    try:
        names = sorted(each.name for each in path.parent.iterdir())
    except OSError:
        return f"There is no folder '{path.parent}' either." if not path.parent.exists() else ""
    from difflib import get_close_matches

    close = get_close_matches(path.name, names, 1)
    return f"Did you mean '{path.parent / close[0]}'?" if close else ""


def _place(path: Path) -> Location:
    return Location(str(path))
