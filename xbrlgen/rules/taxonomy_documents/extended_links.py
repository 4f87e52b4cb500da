"""Extended links as XLink has them: what stands in them under which labels (XBRL 2.1 section 3.5.3)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Finding, finding
from xbrlgen.taxonomy.documents import LINK, XLINK, Document

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TYPE, HREF, LABEL = f"{{{XLINK}}}type", f"{{{XLINK}}}href", f"{{{XLINK}}}label"
ROLE, ARCROLE = f"{{{XLINK}}}role", f"{{{XLINK}}}arcrole"
FROM, TO = f"{{{XLINK}}}from", f"{{{XLINK}}}to"
LOC = f"{{{LINK}}}loc"
GENERIC = "http://xbrl.org/2008/generic"

STANDARD_LINKS = {
    f"{{{LINK}}}{name}": section
    for name, section in {
        "labelLink": "5.2.2.1",
        "referenceLink": "5.2.3.1",
        "presentationLink": "5.2.4.1",
        "calculationLink": "5.2.5.1",
        "definitionLink": "5.2.6.1",
        "footnoteLink": "4.11.1.1",
    }.items()
}
"""The extended links of XBRL 2.1, and the sections on their locators."""


class ExtendedLink(NamedTuple):
    """One extended link: locators and resources by their labels, arcs in order, and what is none of them."""

    element: "Element"
    document: Document
    locators: dict[str, list["Element"]]
    resources: dict[str, list["Element"]]
    arcs: list["Element"]
    others: list["Element"]

    @property
    def is_standard(self) -> bool:
        """Whether it is one of XBRL 2.1's own."""
        return self.element.tag in STANDARD_LINKS

    def found(self, code: str, message: str, element: "Element", standard: str = "") -> Finding:
        """A finding about an element of the link."""
        return finding(code, message, self.document.place(element), standard=standard)


def extended_links(root: "Element", document: Document) -> Iterator[ExtendedLink]:
    """The extended links that are children of `root`, a linkbase or an instance."""
    for element in root.iterchildren("*"):
        if element.get(TYPE) == "extended":
            yield read_extended_link(element, document)


def read_extended_link(element: "Element", document: Document) -> ExtendedLink:
    """What stands in an extended link."""
    link = ExtendedLink(element, document, locators={}, resources={}, arcs=[], others=[])
    for child in element.iterchildren("*"):
        kind = child.get(TYPE)
        if kind == "arc":
            link.arcs.append(child)
        elif kind == "locator":
            link.locators.setdefault(child.get(LABEL, ""), []).append(child)
        elif kind == "resource":
            link.resources.setdefault(child.get(LABEL, ""), []).append(child)
        else:
            link.others.append(child)
    return link
