"""Locators: how they are written, and what they point at (XBRL 2.1 sections 3.5.3.7 and 3.5.4)."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding
from xbrlgen.rules.taxonomy_documents.arcs import prohibited_resources
from xbrlgen.rules.taxonomy_documents.extended_links import HREF, LABEL, LOC, ROLE, STANDARD_LINKS, ExtendedLink
from xbrlgen.rules.taxonomy_documents.standard_roles import STANDARD_ROLES
from xbrlgen.rules.taxonomy_documents.subject import TaxonomyDocuments
from xbrlgen.taxonomy.documents import LINK, XS

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CONCEPT = f"{{{XS}}}element"
_TARGETS = {
    f"{{{LINK}}}labelLink": (_CONCEPT, f"{{{LINK}}}label"),
    f"{{{LINK}}}referenceLink": (_CONCEPT, f"{{{LINK}}}reference"),
    f"{{{LINK}}}presentationLink": (_CONCEPT,),
    f"{{{LINK}}}calculationLink": (_CONCEPT,),
    f"{{{LINK}}}definitionLink": (_CONCEPT,),
}
_SCHEMES = re.compile(r"([^()]+)\(((?:\^.|[^()^])*)\)\s*")
_NAME = re.compile(r"[^\W\d][\w.\-]*")


def forms_of_locators(link: ExtendedLink) -> Iterator[Finding]:
    """A locator has an address and a label, and in XBRL's own links it is XBRL's own."""
    for child in link.others:
        if child.tag == LOC:
            message = "link:loc is no locator without xlink:type='locator'"
            yield link.found("XG814", message, child, "xbrl.3.5.3.7.1:linkLocType")
    for locator in (each for alike in link.locators.values() for each in alike):
        yield from _form(link, locator)


def _form(link: ExtendedLink, locator: "Element") -> Iterator[Finding]:
    if locator.tag != LOC and link.is_standard:
        name = str(locator.tag).rpartition("}")[2]
        standard = f"xbrl.{STANDARD_LINKS[str(link.element.tag)]}:customLocator"
        yield link.found(
            "XG814", f"'{name}' is not link:loc, the one locator that this link may have", locator, standard
        )
    if locator.tag == LOC and locator.get(ROLE) in STANDARD_ROLES:
        yield link.found("XG812", f"the role '{locator.get(ROLE)}' is not for locators", locator, "xbrl.3.5.3.7")
    for attribute, standard in ((HREF, "xbrl.3.5.3.7.2:linkLocHref"), (LABEL, "xbrl.3.5.3.7.3:linkLocLabel")):
        if locator.get(attribute) is None:
            name = attribute.rpartition("}")[2]
            yield link.found("XG814", f"the locator has no xlink:{name}", locator, standard)


def targets_of_locators(documents: TaxonomyDocuments, link: ExtendedLink) -> Iterator[Finding]:
    """What a locator points at is there, and is what such links are about."""
    resources = prohibited_resources(link)
    for locator in (each for alike in link.locators.values() for each in alike):
        href = locator.get(HREF)
        if href is None or locator.tag != LOC:
            continue
        pointer = href.partition("#")[2]
        if pointer and (scheme := foreign_scheme(pointer)):
            message = f"'{href}' points by {scheme}, while XBRL knows ids and element()"
            yield link.found("XG815", message, locator, "xbrl.3.5.4:hrefScheme")
            continue
        yield from _target(documents, link, locator, resources)


def _target(
    documents: TaxonomyDocuments, link: ExtendedLink, locator: "Element", resources: "frozenset[Element]"
) -> Iterator[Finding]:
    href = locator.get(HREF, "")
    target = documents.target(href, locator, link.document)
    if target is None:
        if documents.knows(href, locator, link.document):
            yield link.found("XG316", f"the taxonomy has no element at '{href}'", locator)
        return
    wanted = _TARGETS.get(str(link.element.tag), ())
    if locator in resources:
        wanted = wanted[1:]
    if wanted and target.tag not in wanted:
        kinds = " or ".join("a concept" if each == _CONCEPT else f"a link:{each.rpartition('}')[2]}" for each in wanted)
        section = STANDARD_LINKS[str(link.element.tag)]
        name = str(link.element.tag).rpartition("}")[2]
        message = f"'{href}' points at '{str(target.tag).rpartition('}')[2]}', not at {kinds}"
        yield link.found("XG815", message, locator, f"xbrl.{section}:{name}LocTarget")


def foreign_scheme(pointer: str) -> str:
    """The first scheme of a pointer that XBRL does not know; empty where there is none (section 3.5.4)."""
    if _NAME.fullmatch(pointer) or "(" not in pointer:
        return ""
    return next((f"{each[1]}()" for each in _SCHEMES.finditer(pointer) if each[1].strip() != "element"), "")
