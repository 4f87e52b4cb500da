"""The schema of inline XBRL, compiled as far as documents need it.

To compile a choice, libxml2 takes a time that grows with the cube of its elements; pages of reports have few of those
that XHTML offers.
"""

from functools import cache
from typing import TYPE_CHECKING

from xbrlgen.schema_validation.compilation import compiled
from xbrlgen.schema_validation.element_names import element_names
from xbrlgen.schema_validation.names import INLINE_SCHEMA, XBRLDI, xs
from xbrlgen.schema_validation.schema_document import SchemaDocument
from xbrlgen.schema_validation.schema_set import SchemaSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_USUAL = frozenset(
    (
        *("h1", "h2", "h3", "h4", "p", "div", "ul", "ol", "table", "td", "th", "tr", "meta", "link", "style"),
        *("a", "b", "br", "em", "hr", "i", "img", "span", "strong", "sub", "sup"),
        *("header", "nonFraction", "nonNumeric", "continuation", "exclude", "footnote", "relationship"),
    )
)
"""Elements that are taken in from the start, so that pages and the texts in them share one part of the schema."""

_MANY = 60
"""Elements in choices with which a part of the schema would not take much less time than the whole."""


@cache
def documents() -> tuple[SchemaDocument, ...]:
    """The schema and those that it imports; typed members need the schemas of their taxonomy, and are left alone."""
    from xbrlgen.taxonomy import bundled_catalog

    found = SchemaSet([INLINE_SCHEMA], bundled_catalog().locate).documents
    return tuple(each for each in found if each.namespace != XBRLDI)


@cache
def whole() -> "etree.XMLSchema":
    """The schema compiled."""
    return compiled(documents())


def schema_for(content: bytes) -> "etree.XMLSchema":
    """What takes the document `content` only if `whole` does; what it does not take is for `whole` to judge."""
    names = element_names(content)
    return whole() if names is None else _parts.schema_for(names)


class _Parts:
    """The schema with those elements in its choices that are usual, and those that documents had so far."""

    def __init__(self) -> None:
        self._names = _USUAL
        self._schema: etree.XMLSchema | None = None

    def schema_for(self, names: frozenset[str]) -> "etree.XMLSchema":
        met = self._names | names & _offered()
        if len(met) > _MANY:
            return whole()
        if self._schema is None or met != self._names:
            self._names, self._schema = met, compiled([_reduced(each, met) for each in documents()])
        return self._schema


_parts = _Parts()


@cache
def _offered() -> frozenset[str]:
    """The local names of all elements that one may choose."""
    return frozenset(_name(each) for document in documents() for each in _alternatives(document.root))


def _reduced(document: SchemaDocument, met: frozenset[str]) -> SchemaDocument:
    """`document` without elements in its choices that are not `met`; each choice keeps an element."""
    root = document.copy()
    for alternative in [*_alternatives(root)]:
        choice = alternative.getparent()
        if _name(alternative) not in met and choice is not None and len(choice) > 1:
            choice.remove(alternative)
    return document.with_tree(root)


def _alternatives(root: "etree._Element") -> "Iterator[etree._Element]":
    for choice in root.iter(xs("choice")):
        yield from choice.iterchildren(xs("element"))


def _name(element: "etree._Element") -> str:
    return element.get("name") or element.get("ref", "").rpartition(":")[2]
