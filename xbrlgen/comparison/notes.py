"""What links tie to facts, by what it says: notes by language and content, facts by their dimensions."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.model import FactKey, Footnote, Report

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Note = tuple[str, tuple[str, ...]]
"""A language in lower case, and the pieces of the content: texts, and tags with their attributes in order."""


class Tie(NamedTuple):
    """A link without its source: type, group, and the note or fact that it goes to."""

    type: str
    group: str
    target: Note | FactKey


_XHTML = "{http://www.w3.org/1999/xhtml}"


def ties(report: Report) -> tuple[Mapping[str, frozenset[Tie]], frozenset[tuple[Note, Tie]]]:
    """What the links of each fact go to, by the fact's id, and the links that start from notes."""
    links = tuple(report.all_links())
    if not links:
        return {}, frozenset()
    notes = {each.id: _note(each) for each in report.footnotes}
    ends = {link.target for link in links} - notes.keys()
    said: dict[str, Note | FactKey] = {**notes, **{each.id: each.key for each in report.facts if each.id in ends}}
    of_facts: dict[str, set[Tie]] = {}
    of_notes: set[tuple[Note, Tie]] = set()
    for link in links:
        if link.target not in said:
            continue
        tie = Tie(link.type, link.group, said[link.target])
        if link.source in notes:
            of_notes.add((notes[link.source], tie))
        else:
            of_facts.setdefault(link.source, set()).add(tie)
    return {fact: frozenset(each) for fact, each in of_facts.items()}, frozenset(of_notes)


def _note(footnote: Footnote) -> Note:
    return footnote.language.lower(), tuple(_pieces(footnote.content))


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
