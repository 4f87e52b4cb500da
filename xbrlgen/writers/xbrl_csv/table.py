"""A table as it is written: a template, and the rows of its CSV file."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

_LETTERS = r"A-Za-z0-9_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u3041-\u3094\u30a1-\u30fa\u4e00-\u9fa5\uac00-\ud7a3-"
"""Characters that identifiers may have in them by every edition of XML 1.0."""
_FOREIGN_OF_ASCII = re.compile(r"[^A-Za-z0-9_-]+")

Row = Sequence[str]


class WrittenTable(NamedTuple):
    """One table: its name, its template as metadata have it, its header and rows.

    `facts` are the ids of its facts in the target document, `fact_ids` those that they have in the table.
    """

    name: str
    template: Mapping[str, object]
    header: Row
    rows: Iterable[Row]
    facts: Sequence[str]
    fact_ids: Iterable[str]

    def write(self, path: Path) -> None:
        """Write the CSV file; raises OSError where that cannot be done."""
        with path.open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out, lineterminator="\r\n")
            writer.writerow(self.header)
            writer.writerows(self.rows)


class Names:
    """Identifiers, each given once (xBRL-CSV 1.0, section 2)."""

    def __init__(self, *taken: str) -> None:
        self._taken = set(taken)

    def give(self, wanted: str) -> str:
        """`wanted` made an identifier, with a number where it is given already."""
        name = (_FOREIGN_OF_ASCII if wanted.isascii() else _foreign()).sub("_", wanted).strip("_") or "c"
        name = name if name[0].isalpha() else f"c_{name}"
        number, given = 1, name
        while given in self._taken:
            number += 1
            given = f"{name}_{number}"
        self._taken.add(given)
        return given


@cache
def _foreign() -> re.Pattern[str]:
    """Compiled on use: a class of all letters takes milliseconds, and most names are ASCII."""
    return re.compile(f"[^{_LETTERS}]+")
