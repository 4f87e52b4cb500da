"""Contexts as both XML syntaxes write them; those of one period and the same axes are one pattern."""

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from xbrlgen.model import Dimension, QName
from xbrlgen.target import Context, TargetDocument
from xbrlgen.templating import HOLE, batches, pattern


def context_lines(document: TargetDocument, elements: Any) -> Iterator[Markup]:
    """All contexts by the macro of `elements`, ``xbrl_xml/elements.xml.jinja``; some hundred at a time."""
    return batches(map(_ContextMarkup(document, elements.context).context, document.contexts))


class _ContextMarkup:
    def __init__(self, document: TargetDocument, macro: Any) -> None:
        self._document, self._macro = document, macro
        self._patterns: dict[tuple[object, ...], str] = {}

    def context(self, context: Context) -> str:
        """The element of a context, on lines of its own."""
        names = [each.member for each in context.dimensions if isinstance(each.member, QName)]
        if self._document.containers or len(names) < len(context.dimensions):
            return f"{self._macro(context, self._document)}\n"
        kind = (context.entity, context.period, *(each.axis for each in context.dimensions))
        if kind not in self._patterns:
            # a name without a namespace is written as it is
            holes = tuple(Dimension(each.axis, QName("", HOLE)) for each in context.dimensions)
            shape = context._replace(id=HOLE, dimensions=holes)
            self._patterns[kind] = pattern(f"{self._macro(shape, self._document)}\n")
        return self._patterns[kind] % (context.id, *map(self._document.prefixed, names))
