"""What a command says of the files that it wrote."""

from collections.abc import Sequence
from pathlib import Path

_LISTED = 3
"""Tables of one report that are named one by one; of more than these only the metadata are, which lead to all."""


def written_notes(files: Sequence[Path]) -> list[str]:
    """A line for each file; the tables of a report in CSV share the line of their metadata where they are many."""
    tables: dict[Path, list[Path]] = {}
    for path in files:
        if path.suffix == ".csv":
            tables.setdefault(path.parent, []).append(path)
    many = {folder: len(found) for folder, found in tables.items() if len(found) > _LISTED}
    notes = []
    for path in files:
        if path.suffix == ".csv" and path.parent in many:
            continue
        more = f" with {many[path.parent]} tables" if path.suffix == ".json" and path.parent in many else ""
        notes.append(f"wrote {path}{more}")
    return notes
