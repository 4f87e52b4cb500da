"""Footnotes as they are written: tied to facts, in standard roles, in links that hold nothing else."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding
from xbrlgen.findings.ruling import case
from xbrlgen.rules.filing.document import LINK, XLINK, Document, local_name
from xbrlgen.rules.filing.filing import Filing, listed
from xbrlgen.rules.wording import quoted

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FOOTNOTE, _ARC, _LINK = f"{LINK}footnote", f"{LINK}footnoteArc", f"{LINK}footnoteLink"
_LABEL, _TO, _ROLE, _ARCROLE = (f"{XLINK}{name}" for name in ("label", "to", "role", "arcrole"))
_CHILDREN = frozenset({f"{LINK}loc", _FOOTNOTE, _ARC})
_STANDARD = {
    "role": "http://www.xbrl.org/2003/role/footnote",
    "arcrole": "http://www.xbrl.org/2003/arcrole/fact-footnote",
    "link": "http://www.xbrl.org/2003/role/link",
}


def unused_footnotes(filing: Filing) -> Iterator[Finding]:
    """Footnotes that belong to no fact."""
    related = {end for document in filing.documents for end in _ends(document)}
    for document in filing.documents:
        for note in _notes(document):
            if _key(note) not in related and "".join(map(str, note.itertext())).strip():
                text = quoted("".join(map(str, note.itertext())))
                yield filing.found("XG451", f"The footnote {text} belongs to no fact.", document, note)


def footnote_roles(filing: Filing) -> Iterator[Finding]:
    """Roles and arcroles that XBRL 2.1 does not have (section 4.11.1)."""
    for document in filing.documents:
        for element, kind, role in _roles(document):
            if role and role != _STANDARD[kind]:
                told = f"{local_name(element)} has the role {role}, which is none of XBRL itself."
                yield filing.found("XG452", told, document, element, standard=case(kind))


def footnote_links(filing: Filing) -> Iterator[Finding]:
    """Links of footnotes with something else in them."""
    for document in filing.documents:
        for link in document.root.iter(_LINK):
            others = [each for each in link.iterchildren("*") if each.tag not in _CHILDREN]
            if others:
                names = listed(local_name(each) for each in others)
                yield filing.found("XG455", f"A footnote link has {names} in it.", document, *others)


def _notes(document: Document) -> "Iterator[Element]":
    yield from document.tags("footnote")
    yield from document.root.iter(_FOOTNOTE)


def _key(note: "Element") -> "str | tuple[Element | None, str]":
    """What points at a footnote: its id in a page, its label within its link in an instance."""
    return (note.getparent(), note.get(_LABEL, "")) if note.tag == _FOOTNOTE else note.get("id", "")


def _ends(document: Document) -> "Iterator[str | tuple[Element | None, str]]":
    for relationship in document.tags("relationship"):
        yield from relationship.get("toRefs", "").split()
    for fact in document.facts:
        yield from fact.get("footnoteRefs", "").split()
    for arc in document.root.iter(_ARC):
        yield arc.getparent(), arc.get(_TO, "")


def _roles(document: Document) -> "Iterator[tuple[Element, str, str]]":
    """Each element that has a role, of which kind that is, and the role."""
    for note in document.tags("footnote"):
        yield note, "role", note.get("footnoteRole", "")
    for relationship in document.tags("relationship"):
        yield relationship, "arcrole", relationship.get("arcrole", "")
        yield relationship, "link", relationship.get("linkRole", "")
    for note in document.root.iter(_FOOTNOTE):
        yield note, "role", note.get(_ROLE, "")
    for arc in document.root.iter(_ARC):
        yield arc, "arcrole", arc.get(_ARCROLE, "")
    for link in document.root.iter(_LINK):
        yield link, "link", link.get(_ROLE, "")
