"""The cells of which large tables are mostly made: whole numbers above zero, each in its tag with nothing around it."""

from decimal import Decimal
from typing import NamedTuple

from xbrlgen.model import PERCENT_SCALE, Cell, CellKind, Column, Display, QName
from xbrlgen.target import TargetFact
from xbrlgen.target.inline import Shown, Tag
from xbrlgen.templating import HOLE
from xbrlgen.transformations import WholeNumbers
from xbrlgen.writers.inline.markup import FigureMarkup
from xbrlgen.writers.inline.subject import Subject
from xbrlgen.writers.inline.tables import cell_style

_Kind = tuple[QName, str | None, int | None, Display, str]


class _Look(NamedTuple):
    """What the cells of one kind have in common: how their numbers are written, and the markup around these."""

    numbers: WholeNumbers
    markup: str


class PlainCells:
    """Writes such cells as `FigureMarkup` does, without a figure for each; what many share is decided once."""

    def __init__(self, subject: Subject, markup: FigureMarkup) -> None:
        self._subject, self._markup = subject, markup
        self._noted = frozenset(fact for footnote in subject.document.footnotes for fact in footnote.facts)
        self._looks: dict[_Kind, _Look | None] = {}

    def cell(self, cell: Cell, column: Column, style: str) -> str | None:
        """The element of a cell in a column of that `style`; None where it is no such cell."""
        target = self._subject.targets.get(cell.fact or "")
        if target is None or cell.kind is not CellKind.FACT or cell.computation or column.percent:
            return None
        fact = target.fact
        kind = (fact.concept, target.unit, fact.decimals, cell.display, style)
        if kind not in self._looks:
            self._looks[kind] = self._look(target, cell, style)
        look = self._looks[kind]
        if look is None or target.id in self._noted or not isinstance(fact.value, Decimal):
            return None
        if (text := look.numbers.text(fact.value)) is None:
            return None
        return look.markup % (self._subject.places.new_id(target), target.context, text)

    def _look(self, target: TargetFact, cell: Cell, style: str) -> _Look | None:
        is_plain = target.unit is not None and cell.display.scale != PERCENT_SCALE
        numbers = self._subject.tagging.whole_numbers(cell.display) if is_plain else None
        if numbers is None:
            return None
        tag = Tag(target, HOLE, numbers.format, cell.display.scale)
        figure = self._subject.figures.figure(Shown(HOLE, tag=tag, is_number=True))
        return _Look(numbers, self._markup.cell_of_number(figure, cell_style(figure, cell, style)))
