"""Footnote links: notes on facts, and links between facts (XBRL 2.1 section 4.11)."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from urllib.parse import unquote

from xbrlgen.model import FACT_FOOTNOTE, STANDARD_LINK, Footnote, Link
from xbrlgen.readers.canonical import collapsed
from xbrlgen.readers.fragments import fragment_of
from xbrlgen.readers.xml_syntax.items import language_of
from xbrlgen.readers.xml_syntax.source import LINK, XLINK, Source

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FOOTNOTE_ROLE = "http://www.xbrl.org/2003/role/footnote"
_MOST_LINKS = 1_000_000
"""So many links are read: few arcs between labels that many elements share make more of them than anyone can hold."""


class FootnoteLinks:
    """What all footnote links of a document say: `footnotes` with their elements, and `links` of other kinds.

    `targets` map each id of the document to the id of its fact, None where it is of something else, empty where no
    report can hold the fact.
    """

    def __init__(self, targets: Mapping[str, str | None], source: Source) -> None:
        self.targets = targets
        self.source = source
        self.footnotes: list[tuple[Footnote, Element]] = []
        self.links: list[Link] = []
        self._number = 0
        self._left = _MOST_LINKS

    def read(self, link: "Element") -> None:
        """Add what one extended link says."""
        facts = self._located(link)
        notes = self._notes(link)
        noted: dict[str, dict[str, None]] = {name: {} for named in notes.values() for name, _ in named}
        linked: set[str] = set()
        for found in self._arcs(link, facts, notes):
            linked.add(found.target)
            if found.target in noted and (found.type, found.group) == (FACT_FOOTNOTE, STANDARD_LINK):
                noted[found.target][found.source] = None
            else:
                self.links.append(found)
        left_out = _ends_of_left_out(link, facts)  # together with their facts, of which is told elsewhere
        for label, name, element in ((label, *each) for label, named in notes.items() for each in named):
            if name in linked:
                self.footnotes.append((self._footnote(element, name, tuple(noted[name])), element))
            elif label not in left_out:
                what = "a footnote belongs to no fact and is left out"
                self.source.fault("XG164", what, element, standard="xbrlxe:unlinkedFootnoteResource")

    def _located(self, link: "Element") -> dict[str, list[str]]:
        """The facts that each locator label stands for."""
        facts: dict[str, list[str]] = {}
        for locator in link.iterfind(f"{LINK}loc"):
            href = collapsed(locator.get(f"{XLINK}href", ""))
            fact = self.targets.get(_fragment_identifier(href)) if self._is_here(href) else None
            if fact is None:
                what = f"a footnote's locator points to {href!r}, which is no fact of this document"
                self.source.fault("XG163", what, locator, standard="xbrl.4.11.1.1")
            facts.setdefault(locator.get(f"{XLINK}label", ""), []).extend([fact] if fact else [])
        return facts

    def _is_here(self, href: str) -> bool:
        """Whether an address is one in this document: it names no other (section 4.11.1.1)."""
        name = unquote(href.partition("#")[0])
        return not name or name.rpartition("/")[2] == self.source.path.replace("\\", "/").rpartition("/")[2]

    def _notes(self, link: "Element") -> dict[str, list[tuple[str, "Element"]]]:
        """The footnotes that each label stands for, with their ids."""
        notes: dict[str, list[tuple[str, Element]]] = {}
        for element in link.iterfind(f"{LINK}footnote"):
            self._number += 1
            name = collapsed(element.get("id", "")) or self._new_id()
            notes.setdefault(element.get(f"{XLINK}label", ""), []).append((name, element))
        return notes

    def _new_id(self) -> str:
        name = f"footnote-{self._number}"
        while name in self.targets:
            name += "_"
        return name

    def _arcs(
        self, link: "Element", facts: Mapping[str, list[str]], notes: Mapping[str, list[tuple[str, "Element"]]]
    ) -> Iterator[Link]:
        group = collapsed(link.get(f"{XLINK}role", "")) or STANDARD_LINK
        for arc in link.iterfind(f"{LINK}footnoteArc"):
            start, end = arc.get(f"{XLINK}from", ""), arc.get(f"{XLINK}to", "")
            kind = collapsed(arc.get(f"{XLINK}arcrole", ""))
            if (start not in facts and start not in notes) or (end not in notes and end not in facts):
                what = f"a footnote arc goes from {start!r} to {end!r}: no such label"
                self.source.fault("XG163", what, arc, standard="xbrl.3.5.3.9")
                continue
            if start not in facts:
                what = f"a footnote arc goes from {start!r}, which is a footnote: its link is left out"
                self.source.fault("XG164", what, arc)
                continue
            if kind == FACT_FOOTNOTE and end in facts:
                what = f"a footnote arc goes to {end!r}, which is a fact: its link is left out"
                self.source.fault("XG164", what, arc, standard="oime:illegalStandardFootnoteTarget")
                continue
            ends = [*(name for name, _ in notes.get(end, ())), *facts.get(end, ())]
            self._left -= len(ends) * len(facts[start])
            if self._left < 0:
                what = f"the arcs make more than {_MOST_LINKS:,} links; this one and all after it are left out"
                self.source.fault("XG164", what, arc)
                return
            yield from (Link(kind, group, fact, target) for fact in facts[start] for target in ends)

    def _footnote(self, element: "Element", name: str, facts: tuple[str, ...]) -> Footnote:
        language = language_of(element) or ""
        if not language:
            self.source.fault("XG163", "a footnote has no language", element, standard="xbrl.4.11.1.2.1")
        if element.get(f"{XLINK}role", _FOOTNOTE_ROLE) != _FOOTNOTE_ROLE:
            what = f"the role {element.get(f'{XLINK}role')!r} of a footnote is left aside"
            self.source.fault("XG164", what, element, standard="xbrlxe:nonStandardFootnoteResourceRole")
        return Footnote(name, language, fragment_of(element), facts)


def _ends_of_left_out(link: "Element", facts: Mapping[str, list[str]]) -> set[str]:
    """The labels that arcs lead to from facts which no report can hold."""
    arcs = link.iterfind(f"{LINK}footnoteArc")
    return {arc.get(f"{XLINK}to", "") for arc in arcs if facts.get(arc.get(f"{XLINK}from", "")) == []}


def _fragment_identifier(href: str) -> str:
    """The id that `href` points to: a bare one, or one in the element scheme of XPointer."""
    identifier = href.partition("#")[2]
    return identifier.removeprefix("element(").removesuffix(")") if identifier.startswith("element(") else identifier
