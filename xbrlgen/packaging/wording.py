"""How findings name many things at once."""

from collections.abc import Sequence

NAMED = 5
"""How many names a message lists; an archive from anybody may have a hundred thousand that are wrong."""


def listed(names: Sequence[str]) -> str:
    """The first names in quotation marks, and how many more there are."""
    shown = ", ".join(f"'{name}'" for name in names[:NAMED])
    return shown if len(names) <= NAMED else f"{shown} and {len(names) - NAMED:,} more"
