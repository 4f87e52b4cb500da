"""The roles of an extension taxonomy: one for each section, and further ones where a section needs several."""

from typing import NamedTuple

from xbrlgen.extension.subject import Subject
from xbrlgen.model import Section
from xbrlgen.taxonomy.documents import LINK, XS

_ROLE_TYPES = f"{{{XS}}}annotation/{{{XS}}}appinfo/{{{LINK}}}roleType"


class Role(NamedTuple):
    """An extended link role: its URI, the id of its declaration, and what that calls it (XBRL 2.1 section 5.1.3).

    `schema` is the URL of the schema that declares it, empty for one of the issuer's own.
    """

    uri: str
    id: str
    definition: str
    schema: str = ""

    def further(self, name: str) -> "Role":
        """A role beside this one, for networks that would disturb those of this one."""
        return Role(f"{self.uri}/{name}", f"{self.id}-{name}", f"{self.definition} ({name.replace('-', ' ')})")


def section_roles(subject: Subject) -> dict[str, Role]:
    """The role of each section by the section's id, numbered in the order of the report."""
    sections = enumerate(subject.report.sections, 1)
    return {each.id: _section_role(each, 100_000 + 100 * position, subject) for position, each in sections}


def defaults_role(subject: Subject) -> Role:
    """The role that holds nothing but the default members of axes.

    Beside the arc from an axis to its domain in the same link, the arc to the default would be a second one between
    the same two locators, which XLink 1.0 section 5.1.3 forbids.
    """
    found = base_role(subject.settings.defaults_role, subject)
    return found or _own(subject, "dimensions/defaults", 990_000, "Disclosure", "Default members of axes")


def anchoring_role(subject: Subject) -> Role:
    """The role that holds nothing but the anchors of own concepts (ESEF Reporting Manual 3.3.2)."""
    return _own(subject, "concepts/anchoring", 980_000, "Disclosure", "Anchoring of own concepts")


def base_role(uri: str, subject: Subject) -> Role | None:
    """The role of that URI in the base taxonomy, None if it declares none."""
    for schema in subject.base.dts.schemas.values() if uri else ():
        for element in schema.document.root.iterfind(_ROLE_TYPES):
            if element.get("roleURI") == uri and (identifier := element.get("id")):
                return Role(uri, identifier, element.findtext(f"{{{LINK}}}definition", ""), schema.document.url)
    return None


def _section_role(section: Section, number: int, subject: Subject) -> Role:
    return _own(subject, section.id, number, section.kind, section.title)


def _own(subject: Subject, name: str, number: int, kind: str, title: str) -> Role:
    """Section ids have no slash, so the names of other roles do."""
    namespace = subject.extension.namespace.rstrip("/#")
    definition = subject.settings.role_definition.format(number=number, kind=kind, title=" ".join(title.split()))
    return Role(subject.settings.role_uri.format(namespace=namespace, name=name), f"role-{number}", definition)
