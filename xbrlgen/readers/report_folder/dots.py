"""Figures such as `12.345`, which are read with a decimal mark where their author may have grouped thousands."""

import re
from collections.abc import Iterable, Iterator

from xbrlgen.readers.report_folder.placed_text import PlacedText
from xbrlgen.readers.report_folder.rows import CsvRow
from xbrlgen.readers.report_folder.scope import Scope

_GROUPING_BY_DOTS = frozenset(
    (
        *("ca", "da", "de", "el", "es", "eu", "gl", "hr", "id", "is", "it", "mk"),
        *("nl", "pt", "ro", "sl", "sq", "sr", "tr", "vi"),
    )
)
"""Languages in which a full stop groups thousands."""

_AROUND = r"[^\w.,%]*"
_LIKE_THOUSANDS = re.compile(rf"{_AROUND}[1-9][0-9]{{0,2}}\.[0-9]{{3}}{_AROUND}")
_GROUPED_BY_DOTS = re.compile(rf"{_AROUND}[0-9]{{1,3}}(?:\.[0-9]{{3}}){{2,}}(?:,[0-9]+)?{_AROUND}")
_DECIMAL_COMMA = re.compile(rf"{_AROUND}(?:[0-9]+|[0-9]{{1,3}}(?:\.[0-9]{{3}})+),(?:[0-9]{{1,2}}|[0-9]{{4,}}){_AROUND}")
_DECIMAL_DOT = re.compile(rf"{_AROUND}[0-9][0-9,]*\.(?:[0-9]{{1,2}}|[0-9]{{4,}})%?{_AROUND}")
_GROUPED_BY_COMMAS = re.compile(rf"{_AROUND}[1-9][0-9]{{0,2}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?%?{_AROUND}")


def warn_of_dots(scope: Scope, rows: Iterable[CsvRow]) -> None:
    """A finding for the figures of a table that may be a thousand times what they are read as.

    The other cells of the table say how its author writes numbers; where they say nothing, the report's language does.
    """
    marked = [*_marked(rows)]
    doubtful = [text for text in marked if _LIKE_THOUSANDS.fullmatch(text)]
    if not doubtful:
        return
    shown = next((text for text in marked if _GROUPED_BY_DOTS.fullmatch(text) or _DECIMAL_COMMA.fullmatch(text)), None)
    if shown is None:
        is_usual = any(_DECIMAL_DOT.fullmatch(text) or _GROUPED_BY_COMMAS.fullmatch(text) for text in marked)
        if is_usual or scope.language.partition("-")[0].lower() not in _GROUPING_BY_DOTS:
            return
    why = f"the table has '{shown}', too" if shown else f"the language of the report is '{scope.language}'"
    others = "" if len(doubtful) == 1 else f" and {len(doubtful) - 1:,} more"
    message = f"the full stop in '{doubtful[0]}'{others} is read as a decimal mark, but {why}"
    scope.find("XG981", message, *(text.location for text in doubtful))


def _marked(rows: Iterable[CsvRow]) -> Iterator[PlacedText]:
    """The cells with a mark in them."""
    return (text for row in rows for text in row.values.values() if "." in text or "," in text)
