"""The markup of figures, cells and rows, of which most of a large page is made: each look of them is rendered once."""

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup, escape

from xbrlgen.templating import HOLE, pattern
from xbrlgen.writers.inline.figures import Figure, TagView

if TYPE_CHECKING:
    from xbrlgen.model import QName


class _Number(NamedTuple):
    """The tag of a number as its macro sees it, with holes for what differs from fact to fact."""

    name: str
    unit: str
    decimals: str
    scale: int
    sign: str
    format: str
    context: str = HOLE
    text: str = HOLE
    is_number: bool = True
    is_nil: bool = False

    def new_id(self) -> str:
        """The id of one more occurrence."""
        return HOLE


class FigureMarkup:
    """Writes figures, cells and rows as the macros of `elements` do: ``inline/elements.xhtml.jinja``."""

    def __init__(self, elements: Any, look: object) -> None:
        self._elements, self._look = elements, look
        self._framed = pattern(elements.framed(HOLE, HOLE, HOLE))
        self._numbers: dict[tuple[QName, str | None, int | None, int, bool, QName | None], str] = {}
        self._cell, self._row = cache(self._new_cell), cache(self._new_row)

    def figure(self, figure: Figure) -> str:
        """The markup of a figure, as a new occurrence of its fact."""
        tag = figure.shown_tag
        if tag is None or tag.fact.unit is None or tag.fact.fact.value is None:
            return str(self._elements.figure(figure))
        target, text, format_, scale, is_negative, _ = tag
        kind = (target.fact.concept, target.unit, target.fact.decimals, scale, is_negative, format_)
        if kind not in self._numbers:
            self._numbers[kind] = self._new_number(figure)
        markup = self._numbers[kind] % (figure.new_id(), target.context, escape(text))
        if figure.before or figure.after:
            markup = self._framed % (escape(figure.before), markup, escape(figure.after))
        notes = figure.notes()
        return f"{markup}{self._elements.marks(notes)}" if notes else markup

    def cell(self, figure: Figure, style: str) -> str:
        """The markup of a cell with a figure in it, by the classes of the cell."""
        return self._cell(style) % self.figure(figure)

    def row(self, label: str, style: str, level: int, cells: str) -> str:
        """The markup of a row with its cells."""
        return self._row(style, level) % (escape(label), cells)

    def cell_of_number(self, figure: Figure, style: str) -> str:
        """A cell with the tag of a number and nothing around it, as a pattern: id, context and text are holes."""
        return pattern(self._elements.cell(Markup(self._tagged(figure)), style, self._look))  # noqa: S704 - by a macro

    def _new_number(self, figure: Figure) -> str:
        return pattern(self._tagged(figure))

    def _tagged(self, figure: Figure) -> str:
        tag = figure.tag
        assert isinstance(tag, TagView)  # noqa: S101 - figures without one were written before
        shape = _Number(tag.name, tag.unit, tag.decimals, tag.scale, tag.sign, tag.format)
        return str(self._elements.tagged(shape))

    def _new_cell(self, style: str) -> str:
        return pattern(self._elements.cell(HOLE, style, self._look))

    def _new_row(self, style: str, level: int) -> str:
        return pattern(self._elements.row(HOLE, style, level, HOLE, self._look))
