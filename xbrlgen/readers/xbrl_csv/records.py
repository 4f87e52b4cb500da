"""CSV as rows of cells, one after the other; where a cell begins is worked out for those that are asked for.

Follows RFC 4180, https://www.rfc-editor.org/rfc/rfc4180, and takes all line ends, as xBRL-CSV 1.0 section 5 does.
"""

import csv
import io
import re
import sys
from collections.abc import Iterator, Sequence
from typing import BinaryIO

_CELL = re.compile(r'(?:"(?:[^"]|"")*+"|[^",\r\n]*+)(?:,|\r\n?|\n|\Z)')
_LINE_END = re.compile(r"\r\n?|\n")
_BOM = b"\xef\xbb\xbf"
_LONGEST = min(sys.maxsize, 2**31 - 1)
"""Characters of a cell: as many as the module csv can count on any system."""
_FIRST = 16
"""Bytes that tell UTF-16 from UTF-8: a header has no zeros."""


class MalformedCsvError(Exception):
    """What cannot be read as CSV, and on which line."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


class Record:
    """A row of cells: the line it begins on, its cells, and the text of its lines where a quote is in them."""

    __slots__ = ("_starts", "cells", "line", "lines")

    def __init__(self, line: int, cells: list[str], lines: Sequence[str] = ()) -> None:
        self.line, self.cells, self.lines = line, cells, lines
        self._starts: list[tuple[int, int]] | None = None

    def position(self, index: int) -> tuple[int, int]:
        """The line and column of the cell at `index`, 1-based; the end of the row for a cell that is not there.

        All are worked out at once: a row may have thousands of cells, each of them a fact.
        """
        if self._starts is None:
            self._starts = [*(self._in_lines() if self.lines else self._in_line())]
        return self._starts[min(index, len(self.cells))]

    def _in_line(self) -> Iterator[tuple[int, int]]:
        """The places of the cells of a line without quotes, and of its end."""
        column = 1
        for cell in self.cells:
            yield self.line, column
            column += len(cell) + 1
        yield self.line, max(1, column - 1)

    def _in_lines(self) -> Iterator[tuple[int, int]]:
        """The places of cells that may be in quotes, and of the end of their last line."""
        text = "".join(self.lines).rstrip("\r\n")
        line, begin, offset = self.line, 0, 0
        for _ in self.cells:
            yield line, offset - begin + 1
            match = _CELL.match(text, offset)
            last = len(text) if match is None else match.end()
            for end in _LINE_END.finditer(text, offset, last):
                line, begin = line + 1, end.end()
            offset = last
        yield line, offset - begin + 1


def read_records(stream: BinaryIO) -> Iterator[Record]:
    """The rows of a CSV file, the header first, while it is read; an empty line is a row without cells.

    Raises MalformedCsvError at the row that cannot be read.
    """
    first = stream.read(_FIRST)
    if b"\0" in first:
        raise MalformedCsvError("the file is not UTF-8: it has bytes that are zero", 1)
    stream.seek(len(_BOM) if first.startswith(_BOM) else 0)
    csv.field_size_limit(_LONGEST)
    taken: list[str] = []
    reader = csv.reader(_noting(io.TextIOWrapper(stream, "utf-8", newline=""), taken), strict=True)
    line = 1
    try:
        for cells in reader:
            if len(taken) == 1 and '"' not in taken[0]:
                yield Record(line, cells)
            else:
                record = Record(line, cells, tuple(taken))
                _check_quotes(record)
                yield record
            taken.clear()
            line = reader.line_num + 1
    except UnicodeDecodeError as error:
        raise MalformedCsvError(f"the file is not UTF-8: {error.reason}", _line_of(stream, error)) from None
    except OSError as error:
        raise MalformedCsvError(f"the file cannot be read further: {error.strerror}", line) from None
    except csv.Error as error:
        raise MalformedCsvError(f"the row cannot be read: {error}", line) from None


def _noting(stream: io.TextIOWrapper, taken: list[str]) -> Iterator[str]:
    for line in stream:
        taken.append(line)
        yield line


def _check_quotes(record: Record) -> None:
    """The module csv takes quotes in a cell that does not begin with one, which mean different things to readers."""
    text = "".join(record.lines)
    offset = 0
    while offset < len(text):
        match = _CELL.match(text, offset)
        if match is None:
            line = record.line + len(_LINE_END.findall(text, 0, offset))
            raise MalformedCsvError("a quote stands inside a cell that begins without one", line)
        offset = match.end()


def _line_of(stream: BinaryIO, error: UnicodeDecodeError) -> int:
    """The line of the first byte that is no UTF-8; the stream decodes by pieces, so its own position is no help."""
    stream.seek(0)
    content = stream.read()
    try:
        content.decode()
    except UnicodeDecodeError as whole:
        return len(re.findall(rb"\r\n?|\n", content[: whole.start])) + 1
    return error.start
