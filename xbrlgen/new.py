"""A new report folder: a small report that builds, to be made one's own."""

import shutil
from pathlib import Path
from typing import NamedTuple

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.output_folder import replaced
from xbrlgen.resources import bundled


class Created(NamedTuple):
    """The files of a new report folder in order of name; none where a finding says why not."""

    files: tuple[Path, ...]
    findings: tuple[Finding, ...] = ()


def create(folder: Path) -> Created:
    """Copy the starter report to `folder`, which is made or empty; nothing is ever overwritten.

    Raises FileNotFoundError if the installation lacks the starter report.
    """
    starter = bundled("templates") / "new"
    names = sorted(path.relative_to(starter) for path in starter.rglob("*") if path.is_file())
    if not names:
        raise FileNotFoundError("the installation lacks its starter report: install xbrlgen again")
    try:
        if problem := _occupied(folder):
            return Created((), (problem,))
        with replaced(folder) as unfinished:
            for name in names:
                (unfinished / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(starter / name, unfinished / name)
    except OSError as error:
        message = f"'{folder}' cannot be written: {error.strerror or error}"
        return Created((), (finding("XG184", message, Location(str(folder))),))
    return Created(tuple(folder / name for name in names))


def _occupied(folder: Path) -> Finding | None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return finding("XG185", f"'{folder}' exists and is not a folder", Location(str(folder)))
    if folder.is_dir() and any(folder.iterdir()):
        return finding("XG185", f"'{folder}' is not empty; nothing in it was touched", Location(str(folder)))
    return None
