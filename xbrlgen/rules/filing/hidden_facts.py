"""Hidden facts: only those that no page can show, each tied to the place where its meaning is seen.

Follows Designing HTML for Inline XBRL 1.0, https://www.xbrl.org/WGN/html-for-ixbrl-wgn/WGN-2024-11-05/html-for-ixbrl-wgn-WGN-2024-11-05.html
"""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding
from xbrlgen.model import ValueKind
from xbrlgen.rules.filing.document import Document, is_nil, name_of
from xbrlgen.rules.filing.filing import Filing, listed
from xbrlgen.rules.filing.style_sheets import declared
from xbrlgen.rules.wording import counted, quoted

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STYLE = re.compile(r"(?:^|;)\s*(-(?:[a-z]+-)?ix-hidden)\s*:", re.IGNORECASE)
_NAMES = frozenset({ValueKind.NAME, ValueKind.NAME_SET})


def transformable_hidden_facts(filing: Filing) -> Iterator[Finding]:
    """Facts in ix:hidden whose value a page can show."""
    for document in filing.documents:
        facts = [fact for fact in _judged(filing, document) if not is_nil(fact) and _can_be_shown(filing, fact)]
        if facts:
            names = listed(filing.spelt(each) for each in facts)
            told = f"{counted(len(facts), 'fact')} hidden that can be shown: {names}."
            yield filing.found("XG471", told, document, *facts)


def hidden_facts_out_of_sight(filing: Filing) -> Iterator[Finding]:
    """Facts in ix:hidden that nothing in the report points at, and places that point at nothing or twice."""
    shown = _shown(filing)
    known: set[str] = set()
    for document in filing.documents:
        known.update(identifier for fact in document.hidden_of_all if (identifier := fact.get("id")))
        hidden = _judged(filing, document)
        unseen = [fact for fact in hidden if fact.get("id") not in shown and not _is_told(filing, fact)]
        if unseen:
            names = listed(filing.spelt(each) for each in unseen)
            hint = f"Set {filing.requirements.hidden_style}: <id of the fact> on what shows its meaning."
            told = f"{counted(len(unseen), 'hidden fact')} without a place in the report: {names}."
            yield filing.found("XG472", told, document, *unseen, hint=hint)
    for identifier, places in shown.items():
        document, element = places[0]
        if identifier not in known:
            told = f"{filing.requirements.hidden_style} points at {quoted(identifier)}, which is no hidden fact."
            yield filing.found("XG473", told, document, element)
        elif len(places) > 1:
            told = f"The hidden fact {quoted(identifier)} is pointed at from {len(places)} places."
            yield filing.found("XG475", told, document, element, places[1][1])


def hidden_styles(filing: Filing) -> Iterator[Finding]:
    """Properties that point at hidden facts in the manner of another regulator."""
    wanted = filing.requirements.hidden_style
    for document in filing.documents if wanted else ():
        found: dict[str, list[Element]] = {}
        for element, style in document.styled:
            for name in _STYLE.findall(style):
                if name.lower() != wanted:
                    found.setdefault(name, []).append(element)
        for name, elements in found.items():
            yield filing.found("XG474", f"The style {name} is not the one that is read.", document, *elements)


def _judged(filing: Filing, document: Document) -> "Iterator[Element]":
    """The hidden facts of a document, without those of elements that may be hidden whatever they are."""
    pattern = filing.requirements.hideable
    names = ((fact, name_of(fact)) for fact in document.hidden)
    return (fact for fact, name in names if not (pattern and name and re.fullmatch(pattern, name.namespace)))


def _shown(filing: Filing) -> "Mapping[str, list[tuple[Document, Element]]]":
    """The places that point at hidden facts, by the id that they name."""
    found: dict[str, list[tuple[Document, Element]]] = {}
    for document in filing.documents:
        for element, style in document.styled:
            if identifier := declared(style, filing.requirements.hidden_style):
                found.setdefault(identifier, []).append((document, element))
    return found


def _is_told(filing: Filing, fact: "Element") -> bool:
    """Whether a fact without a place is told of as one that need not be hidden."""
    return filing.is_on("XG471") and not is_nil(fact) and _can_be_shown(filing, fact)


def _can_be_shown(filing: Filing, fact: "Element") -> bool:
    """Whether a transformation yields the value of a fact; one without a concept is another rule's concern."""
    concept = filing.concept(fact)
    if concept is None or concept.item_type is None or concept.kind in _NAMES:
        return False
    return concept.item_type.base not in filing.requirements.untransformable
