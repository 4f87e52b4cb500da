"""The roles and arcroles that links use (XBRL 2.1 sections 3.5.2, 5.1.3.4 and 5.1.4.5; Generic Links 1.0)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Finding
from xbrlgen.model import QName
from xbrlgen.rules.taxonomy_documents.extended_links import ARCROLE, GENERIC, ROLE, STANDARD_LINKS, ExtendedLink
from xbrlgen.rules.taxonomy_documents.role_types import is_absolute
from xbrlgen.rules.taxonomy_documents.standard_roles import (
    ARCS_OF_ARCROLES,
    ROLES_OF_RESOURCES,
    STANDARD_ROLE,
    STANDARD_ROLES,
)
from xbrlgen.rules.taxonomy_documents.subject import TaxonomyDocuments
from xbrlgen.taxonomy.documents import LINK

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STANDARD_ARCS = frozenset(f"{{{LINK}}}{name}" for name in {*ARCS_OF_ARCROLES.values()})


class _Codes(NamedTuple):
    """What a specification calls the faults of a role; empty where it does not mind."""

    relative: str
    unreferenced: str
    unused: str


_LINK = _Codes("xbrl.3.5.2.4:roleNotAbsolute", "xbrl.3.5.2.4:missingRoleRef", "xbrl.5.1.3.4:custRoleUsedOn")
_ARC = _Codes("xbrl.3.5.2.5:arcroleNotAbsolute", "xbrl.3.5.2.5:missingArcroleRef", "xbrl.5.1.4.5:custArcroleUsedOn")
_GENERIC_LINK = _Codes(
    "xbrlgene:nonAbsoluteLinkRoleURI", "xbrlgene:missingRoleRefForLinkRole", "xbrlgene:missingLinkRoleUsedOnValue"
)
_GENERIC_ARC = _Codes(
    "xbrlgene:nonAbsoluteArcRoleURI", "xbrlgene:missingRoleRefForArcRole", "xbrlgene:missingArcRoleUsedOnValue"
)
_GENERIC_RESOURCE = _Codes(
    "xbrlgene:nonAbsoluteResourceRoleURI",
    "xbrlgene:missingRoleRefForResourceRole",
    "xbrlgene:missingResourceRoleUsedOnValue",
)


class _Role(NamedTuple):
    """A role or arcrole on an element, and the elements that it is declared to be used on."""

    uri: str
    element: "Element"
    uses: set[QName]


class References(NamedTuple):
    """The URIs that the roleRefs and arcroleRefs of a linkbase or instance name."""

    roles: frozenset[str]
    arcroles: frozenset[str]

    @classmethod
    def of(cls, root: "Element") -> "References":
        """Those that are children of `root`."""
        return cls(
            frozenset(each.get("roleURI", "") for each in root.iterchildren(f"{{{LINK}}}roleRef")),
            frozenset(each.get("arcroleURI", "") for each in root.iterchildren(f"{{{LINK}}}arcroleRef")),
        )


def roles(documents: TaxonomyDocuments, link: ExtendedLink, references: References) -> Iterator[Finding]:
    """The roles of a link and its resources; those that several resources share are judged once."""
    if (role := link.element.get(ROLE)) is not None:
        yield from _role(documents, link, references, link.element, role)
    judged: set[tuple[str, str]] = set()
    for resource in (each for alike in link.resources.values() for each in alike):
        role = resource.get(ROLE)
        if role is not None and (str(resource.tag), role) not in judged:
            judged.add((str(resource.tag), role))
            yield from _role(documents, link, references, resource, role)


def _role(
    documents: TaxonomyDocuments, link: ExtendedLink, references: References, element: "Element", role: str
) -> Iterator[Finding]:
    tag = str(element.tag)
    is_of_xbrl = tag in STANDARD_LINKS or tag in ROLES_OF_RESOURCES
    if is_of_xbrl and role in STANDARD_ROLES:
        standard, allowed = ROLES_OF_RESOURCES.get(tag, ("xbrl.3.5.3", frozenset({STANDARD_ROLE})))
        if role not in allowed:
            message = f"the role '{role}' is not for {_spelt(element)}"
            yield link.found("XG812", message, element, standard)
        return
    if is_of_xbrl and not role:
        if tag in STANDARD_LINKS:
            yield link.found("XG812", "the role of the link is empty", element, "xbrl.3.5.3.3:emptyStdExtLinkRole")
        return
    codes = _LINK if is_of_xbrl else _generic(documents, element, link)
    if codes is None or role in STANDARD_ROLES:
        return
    declared = documents.taxonomy.role_types.get(role, ())
    if not declared and not documents.taxonomy.is_whole:  # what is missing may declare it
        return
    uses = {use for each in declared for use in each.used_on}
    for message, standard in _faults("role", _Role(role, element, uses), codes, references.roles):
        yield link.found("XG812", message, element, standard)


def arcroles(documents: TaxonomyDocuments, link: ExtendedLink, references: References) -> Iterator[Finding]:
    """The arcroles of the arcs of a link; those that several arcs share are judged once."""
    judged: set[tuple[str, str]] = set()
    for arc in link.arcs:
        tag, arcrole = str(arc.tag), arc.get(ARCROLE)
        if arcrole is not None and (tag, arcrole) not in judged:
            judged.add((tag, arcrole))
            yield from _arcrole(documents, link, references, arc, arcrole)


def _arcrole(
    documents: TaxonomyDocuments, link: ExtendedLink, references: References, arc: "Element", arcrole: str
) -> Iterator[Finding]:
    tag = str(arc.tag)
    if arcrole in ARCS_OF_ARCROLES:
        if tag in _STANDARD_ARCS and tag != f"{{{LINK}}}{ARCS_OF_ARCROLES[arcrole]}":
            message = f"the arcrole '{arcrole}' is not for {_spelt(arc)}"
            yield link.found("XG813", message, arc, _ARC.unused)
        return
    is_of_xbrl = tag in _STANDARD_ARCS and link.is_standard
    codes = _ARC if is_of_xbrl else _generic(documents, arc, link)
    if codes is None:
        return
    declared = documents.taxonomy.arcrole_types.get(arcrole, ())
    if not declared and not documents.taxonomy.is_whole:
        return
    uses = {use for each in declared for use in each.used_on}
    for message, standard in _faults("arcrole", _Role(arcrole, arc, uses), codes, references.arcroles):
        yield link.found("XG813", message, arc, standard)


def _faults(kind: str, role: _Role, codes: _Codes, referenced: frozenset[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with a role of somebody's own on an element, and the specification's code for it."""
    if not is_absolute(role.uri):
        yield f"the {kind} '{role.uri}' is no absolute URI", codes.relative
        return
    if role.uri not in referenced:
        yield f"no link:{kind}Ref of this document names the {kind} '{role.uri}'", codes.unreferenced
    if _name(role.element) not in role.uses:
        yield f"the {kind} '{role.uri}' is not declared to be used on {_spelt(role.element)}", codes.unused


def _generic(documents: TaxonomyDocuments, element: "Element", link: ExtendedLink) -> _Codes | None:
    """The codes for an element of a generic link; None for one that no specification knows."""
    heads = documents.heads(QName.parse(str(element.tag)))
    if element is link.element:
        return _GENERIC_LINK if QName(GENERIC, "link") in heads else None
    if QName(GENERIC, "arc") in heads:
        return _GENERIC_ARC
    is_resource = any(each.local_name == "resource" for each in heads)
    return _GENERIC_RESOURCE if is_resource and QName(GENERIC, "link") in documents.heads(_name(link.element)) else None


def _name(element: "Element") -> QName:
    return QName.parse(str(element.tag))


def _spelt(element: "Element") -> str:
    name = _name(element)
    return f"{element.prefix}:{name.local_name}" if element.prefix else name.local_name
