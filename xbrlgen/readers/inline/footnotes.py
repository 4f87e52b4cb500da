"""Footnotes and the relationships that tie them to facts (Inline XBRL 1.1 sections 6 and 13; 1.0 section 5)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.model import FACT_FOOTNOTE, STANDARD_LINK, Footnote, Link
from xbrlgen.readers.inline import rules
from xbrlgen.readers.inline.content import footnote_content
from xbrlgen.readers.inline.continuations import Chains
from xbrlgen.readers.inline.document_set import DocumentSet
from xbrlgen.readers.inline.page import Tag
from xbrlgen.readers.inline.shapes import FACTS
from xbrlgen.readers.xml_syntax.items import language_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FOOTNOTE_ROLE = "http://www.xbrl.org/2003/role/footnote"
_USUAL = (FACT_FOOTNOTE, STANDARD_LINK)


class _Relation(NamedTuple):
    """Links of one type and group from facts (of any target) to a footnote or fact."""

    type: str
    group: str
    starts: Sequence[Tag]
    end: Tag


@dataclass(slots=True)
class Footnotes:
    """The footnotes of a set, and what links facts to them and to each other."""

    documents: DocumentSet
    links: list[Link] = field(default_factory=list)
    """The links that were read, other than those of notes to the facts that they explain."""
    _relations: list[_Relation] = field(default_factory=list)
    _named: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, documents: DocumentSet) -> "Footnotes":
        """Find what is linked to what, with findings for what is broken."""
        footnotes = cls(documents)
        known = {_id(tag): tag for tag in documents.of("footnote")}
        for fact in documents.unusual:
            footnotes._refer(fact, known)
        for relationship in documents.of("relationship"):
            footnotes._relate(relationship)
        for tag in documents.of("footnote"):
            footnotes._check(tag)
        return footnotes

    def read(self, facts: Mapping["Element", str], chains: Chains) -> Iterator[tuple[Footnote, Tag]]:
        """The footnotes on `facts` (their ids by the elements of their tags), in document order, each with its tag."""
        noted: dict[Element, dict[str, None]] = {}
        linked: set[Element] = set()
        for relation in self._within_bounds():
            starts = [facts[each.element] for each in relation.starts if each.element in facts]
            if not starts or (relation.end.kind != "footnote" and relation.end.element not in facts):
                continue
            linked.add(relation.end.element)
            if (relation.type, relation.group) == _USUAL:
                noted.setdefault(relation.end.element, {}).update(dict.fromkeys(starts))
            else:
                end = facts.get(relation.end.element) or _id(relation.end)
                self.links += (Link(relation.type, relation.group, start, end) for start in starts)
        for tag in self.documents.of("footnote"):
            if tag.element in linked:
                content = footnote_content((tag, *chains.get(tag.element, ())))
                facts_of_it = tuple(noted.get(tag.element, ()))
                yield Footnote(_id(tag), language_of(tag.element) or "", content, facts_of_it), tag

    def _within_bounds(self) -> Iterator[_Relation]:
        """The relations, as long as they do not link more than the pages have characters."""
        left = sum(page.size for page in self.documents.pages)
        order = {tag.element: number for number, tag in enumerate(self.documents.of("footnote"))}
        for relation in sorted(self._relations, key=lambda each: order.get(each.end.element, len(order))):
            left -= len(relation.starts)
            if left < 0:
                what = "there are more links from facts than the pages have characters"
                message = f"{what}; that to {relation.end} and all after it are left out"
                relation.end.page.source.fault("XG164", message, relation.end.element)
                return
            yield relation

    def _check(self, tag: Tag) -> None:
        if not language_of(tag.element):
            tag.fault(rules.FOOTNOTE_LANGUAGE, f"{tag} has no language: no xml:lang is on it or around it")
        role = tag.get("footnoteRole") or _FOOTNOTE_ROLE
        if not _id(tag):
            tag.fault(rules.ATTRIBUTE, f"{tag} has no id")
        elif _id(tag) not in self._named:
            tag.page.source.fault("XG164", f"{tag} belongs to no fact and is left out", tag.element)
        elif role != _FOOTNOTE_ROLE:
            what, standard = f"the role {role!r} of {tag} is left aside", "xbrlxe:nonStandardFootnoteResourceRole"
            tag.page.source.fault("XG164", what, tag.element, standard=standard)

    def _refer(self, fact: Tag, known: Mapping[str, Tag]) -> None:
        """The references from a fact to footnotes, as version 1.0 writes them: of what kind, a footnote says itself."""
        for reference in (fact.get("footnoteRefs") or "").split():
            if reference in known:
                self._named.add(reference)
                end = known[reference]
                kind = end.get("arcrole") or FACT_FOOTNOTE, end.get("footnoteLinkRole") or STANDARD_LINK
                self._relations.append(_Relation(*kind, (fact,), end))
            else:
                fact.fault(rules.FOOTNOTE_MISSING, f"{fact} refers to the footnote {reference!r}, which does not exist")

    def _relate(self, relationship: Tag) -> None:
        starts, ends = ((relationship.get(each) or "").split() for each in ("fromRefs", "toRefs"))
        for attribute, references in (("fromRefs", starts), ("toRefs", ends)):
            if not references:
                relationship.fault(rules.ATTRIBUTE, f"an ix:relationship has no {attribute}")
        self._check_kinds(relationship, starts, ends)
        arcrole = relationship.get("arcrole") or FACT_FOOTNOTE
        group = relationship.get("linkRole") or STANDARD_LINK
        linked = tuple(self._tags(dict.fromkeys(starts), FACTS))
        for end in self._tags(dict.fromkeys(ends), ("footnote", *FACTS)):
            if end.kind == "footnote":
                self._named.add(_id(end))
            elif arcrole == FACT_FOOTNOTE:
                what = f"a relationship goes to {end.id!r}, which is a fact: its link is left out"
                relationship.page.source.fault(
                    "XG164", what, relationship.element, standard="oime:illegalStandardFootnoteTarget"
                )
                continue
            self._relations.append(_Relation(arcrole, group, linked, end))

    def _tags(self, identifiers: Collection[str], kinds: Collection[str]) -> Iterator[Tag]:
        tags = (self.documents.tag(each) for each in identifiers)
        return (tag for tag in tags if tag is not None and tag.kind in kinds)

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


def _id(footnote: Tag) -> str:
    """The id of a footnote; version 1.0 has an attribute of its own for it."""
    return footnote.id or footnote.get("footnoteID") or ""
