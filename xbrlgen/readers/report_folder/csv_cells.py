"""CSV as rows of placed text: every cell knows its line and column.

Follows RFC 4180, https://www.rfc-editor.org/rfc/rfc4180, and takes all line ends.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.readers.report_folder.placed_text import PlacedText

MOST_LINES, MOST_COLUMNS, LONGEST_CELL = 20_000, 1_000, 100_000

_CELL = re.compile(r'(?:"((?:[^"]|"")*+)"[ \t]*|([^",\r\n]*))(,|\r\n?|\n|\Z)')
"""The content of a quoted cell, or a bare cell; and what ends it."""
_PLAIN_LINE = re.compile(r'([^"\r\n]{0,90000})(?:\r\n?|\n|\Z)')
"""A line without quotes, in which no cell can be too long."""
_LINE_END = re.compile(r"\r\n?|\n")


class Record(NamedTuple):
    """One row of cells; `location` is its start."""

    cells: tuple[PlacedText, ...]
    location: Location


def read_records(text: str, path: str, findings: list[Finding]) -> tuple[Record, ...]:
    """The rows of a CSV text without its empty lines; the first one that cannot be read ends it, with a finding."""
    records: list[Record] = []
    try:
        records.extend(_Scanner(text, path).records())  # those before a fault stay
    except _MalformedCsvError as problem:
        findings.append(finding(problem.code, str(problem), problem.location, hint=problem.hint))
    return tuple(records)


class _MalformedCsvError(Exception):
    def __init__(self, code: str, message: str, location: Location, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.location, self.hint = code, location, hint


@dataclass(slots=True)
class _Scanner:
    text: str
    path: str
    offset: int = 0
    line: int = 1
    line_start: int = 0

    def records(self) -> Iterator[Record]:
        while self.offset < len(self.text):
            location = self._place(self.offset)
            if self.line > MOST_LINES:
                raise _MalformedCsvError("XG139", f"the table has more than {MOST_LINES:,} lines", location)
            cells = self._record()
            if any(cell.strip() for cell in cells):
                yield Record(tuple(cells), location)

    def _record(self) -> list[PlacedText]:
        """The cells up to the end of the line, which is passed over."""
        plain = _PLAIN_LINE.match(self.text, self.offset)
        if plain is not None and plain[1].count(",") < MOST_COLUMNS:
            return self._plain_record(plain)
        cells: list[PlacedText] = []
        while len(cells) < MOST_COLUMNS:
            found = _CELL.match(self.text, self.offset)
            if found is None:
                raise self._malformed()
            quoted, bare, end = found.groups()
            if len(found[0]) > LONGEST_CELL:
                message = f"the cell is longer than {LONGEST_CELL:,} characters"
                raise _MalformedCsvError("XG139", message, self._place(self.offset))
            if quoted is None:
                cells.append(self._cell(bare, self.offset).stripped())
            else:
                cells.append(self._quoted(quoted))
            self.offset = found.end()
            if end != ",":
                self.line, self.line_start = self.line + 1, self.offset
                return cells
        message = f"the row has more than {MOST_COLUMNS:,} cells"
        raise _MalformedCsvError("XG139", message, self._place(self.offset))

    def _plain_record(self, found: re.Match[str]) -> list[PlacedText]:
        """The cells of a line without quotes."""
        cells: list[PlacedText] = []
        path, line, column = self.path, self.line, self.offset - self.line_start + 1
        for text in found[1].split(","):
            cell = PlacedText(text, Location(path, line, column, "", len(text) or 1))
            cells.append(cell if text.isalnum() else cell.stripped())
            column += len(text) + 1
        self.offset = found.end()
        self.line, self.line_start = line + 1, self.offset
        return cells

    def _quoted(self, raw: str) -> PlacedText:
        start = self.offset + 1
        cell = self._cell(raw, start)
        if '"' not in raw and "\n" not in raw and "\r" not in raw:
            return cell
        for line_end in _LINE_END.finditer(self.text, start, start + len(raw)):
            self.line, self.line_start = self.line + 1, line_end.end()
        return PlacedText.at(raw.replace('""', '"'), cell.location)

    def _cell(self, text: str, start: int) -> PlacedText:
        return PlacedText(text, Location(self.path, self.line, start - self.line_start + 1, "", len(text) or 1))

    def _malformed(self) -> _MalformedCsvError:
        """Why no cell begins here: its quotes do not match."""
        here = self.text[self.offset :]
        if here.startswith('"'):
            closed = re.match(r'"(?:[^"]|"")*+"', here)
            if closed is None:
                return _MalformedCsvError(
                    "XG131", "the quote that opens here is never closed", self._place(self.offset)
                )
            offset = self.offset + closed.end()
            return _MalformedCsvError("XG131", "something follows a closing quote", self._place(offset))
        hint = 'put the whole cell in quotes and double each quote inside it: "a ""quoted"" word"'
        place = self._place(self.text.index('"', self.offset))
        return _MalformedCsvError("XG131", "a quote stands inside a cell that begins without one", place, hint)

    def _place(self, offset: int) -> Location:
        line, line_start = self.line, self.line_start
        for line_end in _LINE_END.finditer(self.text, line_start, offset):
            line, line_start = line + 1, line_end.end()
        return Location(self.path, line, offset - line_start + 1)
