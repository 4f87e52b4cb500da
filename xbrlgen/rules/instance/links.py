"""References to schemas, linkbases and roles, and footnote links (XBRL 2.1 sections 4.2 to 4.5 and 4.11)."""

from collections.abc import Iterator

from xbrlgen.findings import Finding
from xbrlgen.rules.instance.subject import InstanceSubject
from xbrlgen.rules.taxonomy_documents.extended_links import (
    ARCROLE,
    FROM,
    HREF,
    TO,
    ExtendedLink,
    read_extended_link,
)
from xbrlgen.rules.taxonomy_documents.references import linkbase_reference, simple_link
from xbrlgen.taxonomy.documents import LINK, XS

_FACT_FOOTNOTE = "http://www.xbrl.org/2003/arcrole/fact-footnote"
_FOOTNOTE = f"{{{LINK}}}footnote"


def references(subject: InstanceSubject) -> Iterator[Finding]:
    """References lead to schemas and to linkbases of the right kind."""
    documents, document = subject.documents, subject.xml
    for element in document.root.iterchildren(f"{{{LINK}}}schemaRef"):
        yield from simple_link(document, element)
        href = element.get(HREF, "")
        target = documents.target(href, element, document) if documents.knows(href, element, document) else None
        if target is not None and target.tag != f"{{{XS}}}schema":
            message = f"'{href}' is referred to as a schema and is none"
            yield subject.finding("XG837", message, element, standard="xbrl.4.2.2:schemaRefHref")
    for element in document.root.iterchildren(f"{{{LINK}}}linkbaseRef"):
        yield from linkbase_reference(documents, document, element)


def links(subject: InstanceSubject) -> Iterator[Finding]:
    """Footnote links as extended links, and what is special to their standard arcs."""
    if subject.document.has_links:
        from xbrlgen.rules.taxonomy_documents.checking import check_links

        yield from check_links(subject.documents, subject.xml.root, subject.xml)
    for element in subject.document.footnote_links:
        yield from _footnote_arcs(subject, read_extended_link(element, subject.xml))


def _footnote_arcs(subject: InstanceSubject, link: ExtendedLink) -> Iterator[Finding]:
    """Arcs of the standard kind start from located facts and end at footnotes (section 4.11.1.3.1)."""
    for arc in link.arcs:
        if arc.get(ARCROLE) != _FACT_FOOTNOTE:
            continue
        start, end = arc.get(FROM, ""), arc.get(TO, "")
        if start in link.resources and start not in link.locators:
            message = f"the footnote arc starts from '{start}', which is no located fact"
            yield subject.finding("XG836", message, arc, standard="xbrl.4.11.1.3.1:factFootnoteArcFrom")
        if any(each.tag != _FOOTNOTE for each in link.resources.get(end, ())) or end in link.locators:
            message = f"the footnote arc ends at '{end}', which is no footnote"
            yield subject.finding("XG836", message, arc, standard="xbrl.4.11.1.3.1:factFootnoteArcTo")
