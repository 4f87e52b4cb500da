"""Footnotes by what they say: the language, and text and markup in one form."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from xbrlgen.model import Footnote

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Note = tuple[str, tuple[str, ...]]
"""A language in lower case, and the pieces of the content: texts, and tags with their attributes in order."""

_XHTML = "{http://www.w3.org/1999/xhtml}"


def notes_of_facts(footnotes: Iterable[Footnote]) -> Mapping[str, frozenset[Note]]:
    """The notes on each fact, by its id."""
    notes: dict[str, set[Note]] = {}
    for footnote in footnotes:
        note = (footnote.language.lower(), tuple(_pieces(footnote.content)))
        for fact in footnote.facts:
            notes.setdefault(fact, set()).add(note)
    return {fact: frozenset(each) for fact, each in notes.items()}


def _pieces(content: str) -> Iterator[str]:
    """Equal for fragments that differ in spelling only; plain text is one piece."""
    root = _parsed(content) if "<" in content else None
    if root is None or not len(root):
        yield content
    else:
        yield from _inner(root)


def _parsed(content: str) -> "Element | None":
    from lxml import etree

    parser = etree.XMLParser(no_network=True, resolve_entities=False, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(f'<p xmlns="{_XHTML[1:-1]}">{content}</p>'.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None


def _inner(element: "Element") -> Iterator[str]:
    yield element.text or ""
    for child in element:
        attributes = sorted((str(name), str(value)) for name, value in child.attrib.items())
        yield f"<{child.tag!s} {attributes}>"
        yield from _inner(child)
        yield "</>"
        yield child.tail or ""
