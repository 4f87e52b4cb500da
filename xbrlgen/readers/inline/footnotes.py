"""Footnotes and the relationships that tie them to facts (Inline XBRL 1.1 sections 6 and 13; 1.0 section 5)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from xbrlgen.model import Footnote
from xbrlgen.readers.inline import rules
from xbrlgen.readers.inline.content import footnote_content
from xbrlgen.readers.inline.continuations import Chains
from xbrlgen.readers.inline.document_set import FACTS, DocumentSet
from xbrlgen.readers.inline.page import Tag
from xbrlgen.readers.xml_syntax.items import language_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FOOTNOTE_ROLE = "http://www.xbrl.org/2003/role/footnote"
_FACT_FOOTNOTE = "http://www.xbrl.org/2003/arcrole/fact-footnote"


@dataclass(slots=True)
class Footnotes:
    """The footnotes of a set, and the tags of the facts (of any target) that each explains."""

    documents: DocumentSet
    _noted: dict[str, list[Sequence[Tag]]] = field(default_factory=dict)
    _named: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, documents: DocumentSet) -> "Footnotes":
        """Find which facts each footnote explains, with findings for what is broken."""
        footnotes = cls(documents)
        known = {_id(tag) for tag in documents.of("footnote")}
        for fact in documents.facts:
            footnotes._refer(fact, known)
        for relationship in documents.of("relationship"):
            footnotes._relate(relationship)
        for tag in documents.of("footnote"):
            footnotes._check(tag)
        return footnotes

    def read(self, facts: Mapping["Element", str], chains: Chains) -> Iterator[tuple[Footnote, Tag]]:
        """The footnotes on `facts` (their ids by the elements of their tags), in document order, each with its tag."""
        left = sum(page.size for page in self.documents.pages)
        for tag in self.documents.of("footnote"):
            noting = self._noted.get(_id(tag), ())
            left -= sum(map(len, noting))
            if left < 0:
                what = (
                    f"there are more notes on facts than the pages have characters; {tag} and all after it are left out"
                )
                tag.page.source.fault("XG164", what, tag.element)
                return
            noted = dict.fromkeys(facts[fact.element] for each in noting for fact in each if fact.element in facts)
            if noted and _is_on_facts(tag):
                content = footnote_content((tag, *chains.get(tag.element, ())))
                yield Footnote(_id(tag), language_of(tag.element) or "", content, tuple(noted)), tag

    def _check(self, tag: Tag) -> None:
        if not language_of(tag.element):
            tag.fault(rules.FOOTNOTE_LANGUAGE, f"{tag} has no language: no xml:lang is on it or around it")
        if not _id(tag):
            tag.fault(rules.ATTRIBUTE, f"{tag} has no id")
        elif _id(tag) not in self._named:
            tag.page.source.fault("XG164", f"{tag} belongs to no fact and is left out", tag.element)

    def _refer(self, fact: Tag, known: Collection[str]) -> None:
        """The references from a fact to footnotes, as version 1.0 writes them."""
        for reference in (fact.get("footnoteRefs") or "").split():
            if reference in known:
                self._note((fact,), reference)
            else:
                fact.fault(rules.FOOTNOTE_MISSING, f"{fact} refers to the footnote {reference!r}, which does not exist")

    def _relate(self, relationship: Tag) -> None:
        starts, ends = ((relationship.get(each) or "").split() for each in ("fromRefs", "toRefs"))
        for attribute, references in (("fromRefs", starts), ("toRefs", ends)):
            if not references:
                relationship.fault(rules.ATTRIBUTE, f"an ix:relationship has no {attribute}")
        self._check_kinds(relationship, starts, ends)
        arcrole = relationship.get("arcrole") or _FACT_FOOTNOTE
        footnotes = [end for end in ends if self._is(end, "footnote")]
        self._named.update(footnotes)
        left_out = [end for end in ends if self._is(end, *FACTS)] if arcrole == _FACT_FOOTNOTE else ends
        noted = tuple(tag for start in dict.fromkeys(starts) if (tag := self.documents.tag(start)) is not None)
        for footnote in footnotes if arcrole == _FACT_FOOTNOTE else ():
            self._note(noted, footnote)
        if left_out:
            what = f"a relationship with arcrole {arcrole!r} to {' '.join(left_out)[:60]!r} is left out"
            message = f"{what}: only notes on facts are kept"
            relationship.page.source.fault("XG164", message, relationship.element)

    def _check_kinds(self, relationship: Tag, starts: list[str], ends: list[str]) -> None:
        for start in starts:
            if not self._is(start, *FACTS):
                what = f"a relationship starts from {start!r}, which is no fact"
                relationship.fault(rules.RELATIONSHIP_FROM, what)
        for end in ends:
            if not self._is(end, "footnote", *FACTS):
                what = f"a relationship goes to {end!r}, which is no footnote or fact"
                relationship.fault(rules.RELATIONSHIP_TO, what)
        if any(self._is(end, "footnote") for end in ends) and any(self._is(end, *FACTS) for end in ends):
            relationship.fault(rules.RELATIONSHIP_MIXED, "a relationship goes to footnotes and to facts at once")
        both = sorted(set(starts) & set(ends))
        if both:
            what = f"a relationship goes from {', '.join(both)} to itself"
            relationship.fault(rules.RELATIONSHIP_OVERLAP, what)

    def _is(self, identifier: str, *kinds: str) -> bool:
        tag = self.documents.tag(identifier)
        return tag is not None and tag.kind in kinds

    def _note(self, facts: Sequence[Tag], footnote: str) -> None:
        self._named.add(footnote)
        self._noted.setdefault(footnote, []).append(facts)


def _is_on_facts(footnote: Tag) -> bool:
    """Whether a footnote is linked as notes on facts are (version 1.0 says so on itself); its role is left aside."""
    arcrole = footnote.get("arcrole") or _FACT_FOOTNOTE
    role = footnote.get("footnoteRole") or _FOOTNOTE_ROLE
    fault = footnote.page.source.fault
    if arcrole != _FACT_FOOTNOTE:
        fault("XG164", f"{footnote} has the arcrole {arcrole!r} and is left out", footnote.element)
    elif role != _FOOTNOTE_ROLE:
        what = f"the role {role!r} of {footnote} is left aside"
        fault("XG164", what, footnote.element, standard="xbrlxe:nonStandardFootnoteResourceRole")
    return arcrole == _FACT_FOOTNOTE


def _id(footnote: Tag) -> str:
    """The id of a footnote; version 1.0 has an attribute of its own for it."""
    return footnote.id or footnote.get("footnoteID") or ""
