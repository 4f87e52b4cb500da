"""Where a finding points."""

from typing import NamedTuple


class Location(NamedTuple):
    """A place in a file: 1-based `line` and `column` (0: not known), or a `pointer` into it.

    `path` is as the user gave it or relative to the report folder's parent; `pointer` is a cell of a sheet
    (``Sheet1!B7``), a JSON pointer or an XPath, empty where line and column say it all. `length` is how many
    characters a caret marks.
    """

    path: str
    line: int = 0
    column: int = 0
    pointer: str = ""
    length: int = 1

    def __str__(self) -> str:
        if self.line and self.column and not self.pointer:  # as nearly all are
            return f"{self.path}:{self.line}:{self.column}"
        place = self.path
        if self.pointer:
            place += f"#{self.pointer}"
        if self.line:
            place += f":{self.line}"
            if self.column:
                place += f":{self.column}"
        return place
