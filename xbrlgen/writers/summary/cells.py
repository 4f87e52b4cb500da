"""What stands in a cell of a statement, and where it leads."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import escape

from xbrlgen.model import PERCENT_SCALE, Cell, CellKind, Column, Fact, is_dash
from xbrlgen.templating import HOLE, environment, pattern
from xbrlgen.writers.summary import figures
from xbrlgen.writers.summary.footnotes import Numbers
from xbrlgen.writers.summary.subject import Subject

_UNQUOTED = "!*'()"
"""What the script's encodeURIComponent leaves as it is, beyond what Python does: both must make the same address."""

_PLAIN = re.compile(r"[A-Za-z0-9_.~-]*")
"""What no address has to quote, and no markup to escape."""


class CellView(NamedTuple):
    """What to show: text, classes for the style sheet, the fragment that it leads to, and how it is read aloud.

    `marks` are the numbers of the footnotes that are on this figure of its row only.
    """

    text: str
    style: str = ""
    target: str = ""
    spoken: str = ""
    severity: str = ""
    marks: Numbers = ()


def fact_target(fact: str) -> str:
    """The fragment that opens a fact."""
    return f"fact-{fact if _PLAIN.fullmatch(fact) else quote(fact, safe=_UNQUOTED)}"


def figure_target(cell: str) -> str:
    """The fragment that opens a computed figure."""
    return "figure-" + quote(cell, safe=_UNQUOTED)


def cell_view(subject: Subject, cell: Cell, column: Column) -> CellView:
    """The view of a cell; whatever is reported or computed leads to where it is explained."""
    fact = subject.facts.get(cell.fact or "")
    if fact:
        return _aloud(_reported(subject, cell, column, fact))
    if cell.kind is CellKind.COMPUTED and cell.computation:
        return _aloud(_computed(subject, cell, column))
    if cell.kind is CellKind.DASH:
        return CellView(figures.DASH, "dash")
    return CellView(cell.printed, "words" if cell.printed else "")


def is_percent(cell: Cell, column: Column) -> bool:
    """Whether the figure is a percentage."""
    return column.percent or cell.display.scale == PERCENT_SCALE or bool(cell.computation and cell.computation.percent)


def _reported(subject: Subject, cell: Cell, column: Column, fact: Fact) -> CellView:
    target, severity = fact_target(fact.id), subject.severity(fact.id, cell.id)
    dashed = is_dash(cell.printed)
    if isinstance(fact.value, str):
        return CellView(cell.printed or subject.words(fact), "words", target, severity=severity)
    if fact.value is None:
        return CellView(figures.DASH if dashed else "nil", "dash", target, "nil", severity)
    if dashed:
        return CellView(figures.DASH, "dash", target, "zero, printed as a dash", severity)
    text = figures.shown(fact.value, cell.display, percent=is_percent(cell, column))
    return CellView(text, _sign(text), target, _spoken(text), severity)


def _computed(subject: Subject, cell: Cell, column: Column) -> CellView:
    value, severity = subject.computed(cell), subject.severity(cell.id)
    if value is None:
        return CellView("n/a", "dash computed", figure_target(cell.id), "cannot be computed", severity)
    text = figures.shown(value, cell.display, percent=is_percent(cell, column))
    return CellView(text, f"{_sign(text)} computed".strip(), figure_target(cell.id), _spoken(text), severity)


class CellMarkup:
    """Writes the cells of tables; those of one look are one pattern."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._macro = environment().get_template("summary/table.jinja").module.cell  # type: ignore[attr-defined]
        self._pattern = cache(self._new_pattern)
        self._figure = cache(lambda style: self._new_pattern(CellView(HOLE, style, HOLE)))
        self._noted = frozenset(subject.concerning).union(*(each.facts for each in subject.report.footnotes))

    def __call__(self, cell: Cell, column: Column, style: str, of_row: Numbers) -> str:
        """The element of a cell in a column of that `style`, marked with its footnotes but those `of_row`."""
        fact = self._subject.facts.get(cell.fact or "")
        if fact and isinstance(fact.value, Decimal) and self._is_plain(cell, fact):
            text = figures.shown(fact.value, cell.display, percent=is_percent(cell, column))
            if not _sign(text):
                return self._figure(style) % (f"fact-{fact.id}", text)
        view = cell_view(self._subject, cell, column)
        notes = tuple(each for each in self._subject.footnotes.of_fact(cell.fact) if each not in of_row)
        return self._written(view._replace(style=f"{view.style} {style}".strip(), marks=notes))

    def _is_plain(self, cell: Cell, fact: Fact) -> bool:
        """Whether there is nothing to say of a cell but the number that it shows."""
        is_noted = fact.id in self._noted or cell.id in self._noted
        return not is_noted and not is_dash(cell.printed) and _PLAIN.fullmatch(fact.id) is not None

    def _written(self, view: CellView) -> str:
        text, _, target, spoken, *_ = view
        shape = view._replace(text=HOLE, target=target and HOLE, spoken=spoken and HOLE)
        address = [escape(each) for each in (target, spoken) if each]
        return self._pattern(shape) % (*address, escape(text))

    def _new_pattern(self, shape: CellView) -> str:
        return pattern(self._macro(shape))


def _aloud(view: CellView) -> CellView:
    """What the look of a figure says to the eye has to be said in words as well."""
    if not view.severity:
        return view
    article = "an" if view.severity == "error" else "a"
    word = "note" if view.severity == "info" else view.severity
    return view._replace(spoken=f"{view.spoken or view.text}, has {article} {word}")


def _sign(text: str) -> str:
    return "negative" if text.startswith("(") else ""


def _spoken(text: str) -> str:
    return f"minus {text.strip('()')}" if text.startswith("(") else ""
