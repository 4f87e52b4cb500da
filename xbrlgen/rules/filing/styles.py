"""Style sheets and fonts: where they stand, and whether they hide what is tagged."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding
from xbrlgen.rules.filing.document import XHTML, Document, local_name
from xbrlgen.rules.filing.filing import Filing, listed
from xbrlgen.rules.filing.style_sheets import Rule, addresses, declared, rules
from xbrlgen.rules.wording import counted, quoted

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STYLE, _LINK = f"{XHTML}style", f"{XHTML}link"
_SIMPLE = re.compile(r"([A-Za-z][\w-]*)?([.#][\w-]+)?")
"""Selectors that are looked at: ``p``, ``.note``, ``p.note``, ``#here``; others hold for too little to be missed."""


def style_sheets(filing: Filing) -> Iterator[Finding]:
    """One document has its style sheet in it; several share one beside them."""
    pages = [each for each in filing.documents if each.is_inline]
    for document in pages:
        for element in document.root.iter(_STYLE, _LINK):
            if element.tag == _STYLE and len(pages) > 1:
                yield filing.found("XG469", "A page of several has a style sheet of its own.", document, element)
            elif _is_style_sheet(element) and len(pages) == 1:
                told = f"The page takes its style from {quoted(element.get('href', ''))}."
                yield filing.found("XG468", told, document, element)


def fonts(filing: Filing) -> Iterator[Finding]:
    """Fonts are a part of the page."""
    for document in filing.documents:
        for element, rule in _rules(document):
            if rule.selector.lower() != "@font-face":
                continue
            for address in addresses(rule.declarations):
                if not address.startswith(("data:font", "data:application/font", "data:application/x-font")):
                    yield filing.found("XG467", f"A font is taken from {quoted(address)}.", document, element)


def facts_hidden_by_style(filing: Filing) -> Iterator[Finding]:
    """Facts that a style sheet keeps from being seen, though they are not in ix:hidden."""
    for document in filing.documents:
        hidden, covered = _hiders(document), set(document.hidden_of_all)
        if not hidden:
            continue
        facts = [
            fact for fact in document.facts if fact not in covered and any(e in hidden for e in fact.iterancestors())
        ]
        if facts:
            names = listed(filing.spelt(each) for each in facts)
            told = f"{counted(len(facts), 'fact')} hidden by display:none: {names}."
            yield filing.found("XG470", told, document, *facts)


def _hiders(document: Document) -> "set[Element]":
    """The elements that are not displayed, by their own style or by a rule for their name, class or id."""
    hidden = {element for element, style in document.styled if declared(style, "display") == "none"}
    on_screen = (rule for _, rule in _rules(document) if "print" not in "".join(rule.around))
    selectors = [
        selector.strip()
        for rule in on_screen
        if declared(rule.declarations, "display") == "none"
        for selector in rule.selector.split(",")
    ]
    matches = (_SIMPLE.fullmatch(each) for each in selectors if each)
    simple = {(match[1] or "", match[2] or "") for match in matches if match is not None}
    if simple:
        hidden |= {each for each in document.root.iter("*") if not simple.isdisjoint(_selectors_of(each))}
    return hidden


def _selectors_of(element: "Element") -> "Iterator[tuple[str, str]]":
    """The selectors that hold for an element: each a name and a mark, of which one may be empty."""
    name, identifier = local_name(element), element.get("id")
    yield name, ""
    marks = [f".{each}" for each in element.get("class", "").split()]
    for mark in marks if identifier is None else (*marks, f"#{identifier}"):
        yield name, mark
        yield "", mark


def _rules(document: Document) -> "Iterator[tuple[Element, Rule]]":
    for element in document.root.iter(_STYLE):
        yield from ((element, rule) for rule in rules(element.text or ""))


def _is_style_sheet(element: "Element") -> bool:
    attributes: Mapping[str, str] = {str(name): str(value) for name, value in element.attrib.items()}
    return element.tag == _LINK and (
        attributes.get("type") == "text/css" or "stylesheet" in attributes.get("rel", "").lower().split()
    )
