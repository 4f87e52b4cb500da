"""The roles and arcroles of footnotes in pages, as those of the footnote links that the target document has."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding
from xbrlgen.rules.instance.subject import InstanceSubject
from xbrlgen.rules.taxonomy_documents.extended_links import ARCROLE, ROLE, TYPE, read_extended_link
from xbrlgen.rules.taxonomy_documents.references import role_references
from xbrlgen.rules.taxonomy_documents.roles import References, arcroles, roles
from xbrlgen.rules.taxonomy_documents.standard_roles import STANDARD_ROLE
from xbrlgen.taxonomy.documents import LINK, Document

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FACT_FOOTNOTE = "http://www.xbrl.org/2003/arcrole/fact-footnote"
_FOOTNOTE = "http://www.xbrl.org/2003/role/footnote"
_Roles = tuple[str, str, str]
"""The role of a link, the arcrole of its arc and the role of its footnote."""


def inline_links(subject: InstanceSubject) -> Iterator[Finding]:
    """References to roles in pages, and the roles of relationships and footnotes; equal ones are judged once."""
    resources = list(subject.document.inline_tags("resources"))
    for each in resources:
        document = Document(subject.document.url, Path(subject.document.path_of(each)), each)
        yield from role_references(subject.documents, each, document)
    found = [References.of(each) for each in resources]
    references = References(
        frozenset(uri for each in found for uri in each.roles),
        frozenset(uri for each in found for uri in each.arcroles),
    )
    judged: set[_Roles] = set()
    for element, used in _used(subject):
        if used not in judged:
            judged.add(used)
            yield from _check(subject, element, used, references)


def _used(subject: InstanceSubject) -> "Iterator[tuple[Element, _Roles]]":
    for element in subject.document.inline_tags("relationship"):
        arcrole = element.get("arcrole", "").strip() or _FACT_FOOTNOTE
        yield element, (element.get("linkRole", "").strip() or STANDARD_ROLE, arcrole, _FOOTNOTE)
    for element in subject.document.inline_tags("footnote"):
        yield element, (STANDARD_ROLE, _FACT_FOOTNOTE, element.get("footnoteRole", "").strip() or _FOOTNOTE)


def _check(subject: InstanceSubject, element: "Element", used: _Roles, references: References) -> Iterator[Finding]:
    """What is wrong with the roles of the footnote link that the target document would have, told of the tag."""
    from lxml import etree

    role, arcrole, footnote_role = used
    written = etree.Element(f"{{{LINK}}}footnoteLink", {TYPE: "extended", ROLE: role}, {"link": LINK})
    etree.SubElement(written, f"{{{LINK}}}footnote", {TYPE: "resource", ROLE: footnote_role})
    etree.SubElement(written, f"{{{LINK}}}footnoteArc", {TYPE: "arc", ARCROLE: arcrole})
    link = read_extended_link(written, Document(subject.document.url, Path(subject.document.path), written))
    for found in (*roles(subject.documents, link, references), *arcroles(subject.documents, link, references)):
        yield found._replace(locations=(subject.document.place(element),))
