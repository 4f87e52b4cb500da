"""Whether the parts of a document set are there, and each tag stands where it may (sections 4 to 15)."""

import re
from typing import TYPE_CHECKING

from xbrlgen.readers.inline import rules
from xbrlgen.readers.inline.document_set import DocumentSet
from xbrlgen.readers.inline.page import XHTML, Page, Tag
from xbrlgen.readers.inline.shapes import FACTS, OF_REFERENCES, OF_RESOURCES
from xbrlgen.readers.xml_syntax.source import LINK, name_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HIDDEN = re.compile(r"display\s*:\s*none")
_HEADER_PARTS = ("hidden", "references", "resources")
"""In the order in which they stand, which is that of the alphabet."""

_TEXTS = ("nonNumeric", "footnote", "continuation")
_CONTENTS = {
    "hidden": frozenset({*FACTS, "footnote"}),
    "references": OF_REFERENCES,
    "resources": OF_RESOURCES | {f"{LINK}roleRef", f"{LINK}arcroleRef", "relationship"},
}
"""What may stand in each part of a header; tags of inline XBRL by their local name."""


def check_structure(documents: DocumentSet) -> None:
    """Findings for parts that are missing and for elements that are misplaced."""
    check_roots(documents)
    _check_parts(documents)
    for header in documents.of("header"):
        _check_header(header)
    for part in documents.of(*_HEADER_PARTS):
        _check_parent(part, "header")
    for relationship in documents.of("relationship"):
        _check_parent(relationship, "resources")
    for term in documents.of("numerator", "denominator"):
        if term.parent() not in {"fraction", "tuple"}:
            term.fault(rules.MISPLACED, f"{term} is not in an ix:fraction")
    _check_contents(documents)
    _check_texts(documents)


def check_roots(documents: DocumentSet) -> None:
    """Findings for pages that are no XHTML, or have tags of another version."""
    for page in documents.pages:
        _check_page(page, documents.pages[0])


def _check_page(page: Page, first: Page) -> None:
    own = [each for each in page.survey.strange if str(each.tag).startswith(page.namespace)]
    for element in own:
        kind = str(element.tag).removeprefix(page.namespace)
        what = f"there is no element ix:{kind} in this version of inline XBRL"
        page.fault(rules.MISPLACED, what, element, kind="" if kind == "html" else kind)
    if page.root.tag != f"{XHTML}html":
        what = f"the root element is {name_of(str(page.root.tag))} instead of html in the namespace of XHTML"
        page.fault(rules.ROOT, what, page.root)
    other = next((each for each in page.survey.strange if each not in own), None)
    if other is not None:
        what = f"{name_of(str(other.tag))} is of another version than the tags before it, and is left out"
        page.fault(rules.NAMESPACES, what, other)
    elif page.namespace != first.namespace and page.has_tags:
        page.fault(rules.NAMESPACES, f"its tags are of another version than those of {first.source.path}", page.root)


def _check_parts(documents: DocumentSet) -> None:
    page = documents.pages[0]
    for kind, rule in (
        ("header", rules.HEADER_MISSING),
        ("references", rules.REFERENCES_MISSING),
        ("resources", rules.RESOURCES_MISSING),
    ):
        if not any(documents.of(kind)):
            page.fault(rule, f"there is no ix:{kind}", page.root)
    referring = {tag.target for tag in documents.of("references")}
    for target, number in documents.first_facts.items():
        if target in referring:
            continue
        fact = documents.fact(number)
        named = "the default target" if target is None else f"the target {target!r}"
        fact.fault(rules.TARGET_WITHOUT_REFERENCES, f"{fact} is for {named}, which has no ix:references")


def _check_header(header: Tag) -> None:
    if next(header.element.iterancestors(f"{XHTML}head"), None) is not None:
        header.fault(rules.MISPLACED, "ix:header is in the head of the page")
    if not any(_HIDDEN.search(each.get("style", "")) for each in header.element.iterancestors()):
        header.fault(rules.HEADER_VISIBLE, "ix:header is not inside an element with display:none")
    parts = [""]
    for child in header.children():
        part = str(child.tag).removeprefix(header.page.namespace)
        if part not in _HEADER_PARTS:
            _misplaced(header, child)
        elif part < max(parts) or (part in parts and part != "references"):
            what = f"ix:{part} is repeated, or follows a part of ix:header that comes after it"
            header.page.fault(rules.MISPLACED, what, child, kind="header")
        parts.append(part)


def _check_parent(tag: Tag, kind: str) -> None:
    parent = tag.element.getparent()
    if parent is None or parent.tag != f"{tag.page.namespace}{kind}":
        tag.fault(rules.MISPLACED, f"{tag} is not a child of ix:{kind}")


def _check_contents(documents: DocumentSet) -> None:
    """What ix:hidden, ix:references and ix:resources may hold, and that contexts and units are in the last."""
    for part in documents.of(*_HEADER_PARTS):
        if part.kind == "hidden" and not len(part.element):
            part.fault(rules.MISPLACED, "ix:hidden is empty")
        for child in part.children():
            if str(child.tag).removeprefix(part.page.namespace) not in _CONTENTS[part.kind]:
                _misplaced(part, child)
    for page in documents.pages:
        for element in page.survey.resources:
            _check_place(page, element)


def _misplaced(parent: Tag, child: "Element") -> None:
    what = f"{name_of(str(child.tag))} may not stand in ix:{parent.kind}"
    parent.page.fault(rules.MISPLACED, what, child, kind=parent.kind)


def _check_place(page: Page, element: "Element") -> None:
    kind = "references" if element.tag in OF_REFERENCES else "resources"
    parent = element.getparent()
    if parent is None or str(parent.tag).removeprefix(page.namespace) not in _HEADER_PARTS:
        what = f"{name_of(str(element.tag))} {element.get('id', '')!r} is not in ix:{kind}"
        page.fault(rules.MISPLACED, what, element, kind=kind)


def _check_texts(documents: DocumentSet) -> None:
    """What is left out must be in a text; what continues one may not be hidden."""
    for exclude in documents.of("exclude"):
        if not any(str(each.tag).removeprefix(exclude.page.namespace) in _TEXTS for each in exclude.ancestors()):
            what = "ix:exclude is not in an ix:nonNumeric, ix:footnote or ix:continuation"
            exclude.fault(rules.EXCLUDE_MISPLACED, what)
    for continuation in documents.of("continuation"):
        if any(str(each.tag) == f"{continuation.page.namespace}hidden" for each in continuation.ancestors()):
            continuation.fault(rules.HIDDEN_CONTINUATION, f"{continuation} is in ix:hidden")
