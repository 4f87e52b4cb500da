"""Footnote links: notes on facts (XBRL 2.1 section 4.11)."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from xbrlgen.model import Footnote
from xbrlgen.readers.canonical import collapsed
from xbrlgen.readers.fragments import fragment_of
from xbrlgen.readers.xml_syntax.source import LINK, XLINK, XML, Source

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FOOTNOTE_ROLE = "http://www.xbrl.org/2003/role/footnote"
_FACT_FOOTNOTE = "http://www.xbrl.org/2003/arcrole/fact-footnote"


def read_footnotes(
    links: list["Element"], targets: Mapping[str, str | None], source: Source
) -> Iterator[tuple[Footnote, "Element"]]:
    """The footnotes of all footnote links, each with its element.

    `targets` map each id of the document to the id of its fact, None where it is of something else.
    """
    number = 0
    for link in links:
        facts = _located(link, targets, source)
        for footnote, labels in _linked(link, facts, source):
            number += 1
            noted = tuple(dict.fromkeys(fact for label in labels for fact in facts.get(label, ())))
            if noted:
                yield _footnote(footnote, f"footnote-{number}", noted, source), footnote


def _located(link: "Element", targets: Mapping[str, str | None], source: Source) -> dict[str, list[str]]:
    """The facts that each locator label stands for."""
    facts: dict[str, list[str]] = {}
    for locator in link.iterfind(f"{LINK}loc"):
        href = collapsed(locator.get(f"{XLINK}href", ""))
        fact = targets.get(_fragment_identifier(href))
        if fact is None:
            what = f"a footnote's locator points to {href!r}, which is no fact of this document"
            source.fault("XG163", what, locator, standard="xbrl.4.11.1.1")
        facts.setdefault(locator.get(f"{XLINK}label", ""), []).extend([fact] if fact is not None else [])
    return facts


def _fragment_identifier(href: str) -> str:
    """The id that `href` points to: a bare one, or one in the element scheme of XPointer."""
    identifier = href.partition("#")[2]
    return identifier.removeprefix("element(").removesuffix(")") if identifier.startswith("element(") else identifier


def _linked(link: "Element", facts: Mapping[str, list[str]], source: Source) -> Iterator[tuple["Element", list[str]]]:
    """Each footnote with the labels of the facts that arcs tie to it."""
    footnotes: dict[str, list[Element]] = {}
    for footnote in link.iterfind(f"{LINK}footnote"):
        footnotes.setdefault(footnote.get(f"{XLINK}label", ""), []).append(footnote)
    labels: dict[str, list[str]] = {}
    for arc in link.iterfind(f"{LINK}footnoteArc"):
        start, end = arc.get(f"{XLINK}from", ""), arc.get(f"{XLINK}to", "")
        if start not in facts or (end not in footnotes and end not in facts):
            source.fault(
                "XG163", f"a footnote arc goes from {start!r} to {end!r}: no such label", arc, standard="xbrl.3.5.3.9"
            )
        elif end not in footnotes or arc.get(f"{XLINK}arcrole") != _FACT_FOOTNOTE:
            what = f"a link with arcrole {arc.get(f'{XLINK}arcrole')!r} is left out: only notes on facts are kept"
            source.fault("XG164", what, arc)
        else:
            labels.setdefault(end, []).append(start)
    for label, elements in footnotes.items():
        for footnote in elements:
            if label not in labels:
                what = "a footnote belongs to no fact and is left out"
                source.fault("XG164", what, footnote, standard="xbrlxe:unlinkedFootnoteResource")
            else:
                yield footnote, labels[label]


def _footnote(element: "Element", new_id: str, facts: tuple[str, ...], source: Source) -> Footnote:
    language = collapsed(element.get(f"{XML}lang", ""))
    if not language:
        source.fault("XG163", "a footnote has no language", element, standard="xbrl.4.11.1.2.1")
    if element.get(f"{XLINK}role", _FOOTNOTE_ROLE) != _FOOTNOTE_ROLE:
        what = f"the role {element.get(f'{XLINK}role')!r} of a footnote is left aside"
        source.fault("XG164", what, element, standard="xbrlxe:nonStandardFootnoteResourceRole")
    return Footnote(element.get("id") or new_id, language.lower(), fragment_of(element), facts)
