"""Countries, states and provinces, with their codes in ISO 3166-1, in EDGAR and in US and Canadian addresses."""

from functools import cache
from importlib import resources

from xbrlgen.transformations.sec.names import lazy_rule
from xbrlgen.transformations.transformation import Rule


def rule(column: str) -> Rule:
    """The rule that turns a name into its code: `country`, `edgar` or `state`."""
    return lazy_rule(lambda: {row["name"]: row[column] for row in _places() if row[column] != "-"})


@cache
def _places() -> tuple[dict[str, str], ...]:
    """The rows of places.tsv; its names are in the notation of sec/names.py."""
    lines = (resources.files(__package__) / "places.tsv").read_text(encoding="utf-8").splitlines()
    head, *rows = (line.split("\t") for line in lines)
    return tuple(dict(zip(head, row, strict=True)) for row in rows)
