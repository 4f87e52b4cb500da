"""The presentation that the issuer chose: sections, tables, rows and columns that point at facts."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from xbrlgen.model.expression import Expression
from xbrlgen.model.fact import FactKey
from xbrlgen.model.period import Period
from xbrlgen.model.qname import QName

PERCENT_SCALE = -2
"""The scale of figures that are shown as percentages."""

_DASHES = frozenset(
    {"-", "--", "\N{EN DASH}", "\N{EM DASH}", "\N{HORIZONTAL BAR}", "\N{MINUS SIGN}", "\N{FIGURE DASH}"}
)


def is_dash(printed: str) -> bool:
    """Whether what is printed in a cell is a dash, which says zero, nil or nothing."""
    return printed in _DASHES or printed.strip() in _DASHES


class Display(NamedTuple):
    """How a number is shown: divided by ten to the power of `scale`, with `fraction_digits` digits after the mark.

    `negated` shows it with the opposite sign (XBRL's negated label roles); the reported value is never touched by it.
    """

    scale: int = 0
    fraction_digits: int = 0
    negated: bool = False


class CellKind(StrEnum):
    """What stands in a cell. Empty, zero, nil and dash are four different things."""

    EMPTY = "empty"
    DASH = "dash"
    """A dash that reports nothing; one that means zero or nil is a FACT with that value."""
    FACT = "fact"
    COMPUTED = "computed"
    TEXT = "text"
    """Words that report nothing, such as a caption inside a table."""


class Computation(NamedTuple):
    """A figure that is worked out from facts: the expression, where it is evaluated, and the figure in print.

    `printed` is the printed value unscaled (0.051 for 5.1 %) and with the sign that is reported (negation undone), None
    where nothing was typed. `context` holds the dimensions that the expression leaves open, with an empty name for the
    concept where there is none; `unit` there is that of the result.
    """

    expression: Expression
    text: str
    context: FactKey | None
    display: Display
    printed: Decimal | None = None
    percent: bool = False


class Cell(NamedTuple):
    """One cell of a table: `id` is unique in the report and the key of its source location.

    `fact` is the id of the fact that the cell shows (several cells may show one); `printed` is the text as typed.
    A cell with a fact and a computation reports the fact and is checked against the computation.
    """

    id: str
    kind: CellKind
    printed: str = ""
    fact: str | None = None
    display: Display = Display()
    computation: Computation | None = None


class Column(NamedTuple):
    """A column of values: its heading, the group heading above it, and its period where all its cells share one."""

    id: str
    heading: str
    group: str = ""
    period: Period | None = None
    percent: bool = False


class RowStyle(StrEnum):
    """How a row is set."""

    HEADING = "heading"
    LINE = "line"
    SUBTOTAL = "subtotal"
    TOTAL = "total"


class Row(NamedTuple):
    """A row: `level` counts indents from 0; `concept` is that of the row (abstract for a heading) where it has one."""

    id: str
    label: str
    cells: tuple[Cell, ...]
    concept: QName | None = None
    style: RowStyle = RowStyle.LINE
    level: int = 0
    negated: bool = False
    moment: str = ""
    """``start`` or ``end`` where the row shows an opening or closing balance of its columns' durations."""


class Table(NamedTuple):
    """A table of the report; each row has one cell for each column."""

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    notes: tuple[str, ...] = ()


class TextDisclosure(NamedTuple):
    """A text that reports a fact (`fact` is its id), under a label; `is_block` if its value is an XHTML fragment."""

    id: str
    label: str
    fact: str
    is_block: bool = False


class Section(NamedTuple):
    """A part of the report with a title of its own, such as one statement or one note; it becomes one role."""

    id: str
    title: str
    content: tuple[Table | TextDisclosure, ...]
    kind: str = "Statement"
    """``Statement`` or ``Disclosure``, as role definitions spell it."""
    begins_file: bool = False
    """Whether a further file begins with it where the report is written as pages."""
