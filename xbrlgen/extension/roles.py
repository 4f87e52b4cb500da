"""The roles of an extension taxonomy: one for each section, and further ones where a section needs several."""

from dataclasses import dataclass

from xbrlgen.extension.settings import Settings
from xbrlgen.model import Report, Section

_DEFAULTS_NUMBER = 990_000


@dataclass(frozen=True, slots=True)
class Role:
    """An extended link role: its URI, the id of its declaration, and what that calls it (XBRL 2.1 section 5.1.3)."""

    uri: str
    id: str
    definition: str

    def further(self, name: str) -> "Role":
        """A role beside this one, for networks that would disturb those of this one."""
        return Role(f"{self.uri}/{name}", f"{self.id}-{name}", f"{self.definition} ({name.replace('-', ' ')})")


def section_roles(report: Report, settings: Settings) -> dict[str, Role]:
    """The role of each section by the section's id, numbered in the order of the report."""
    sections = enumerate(report.sections, 1)
    return {each.id: _role(each, 100_000 + 100 * position, report, settings) for position, each in sections}


def defaults_role(report: Report, settings: Settings) -> Role:
    """The role that holds nothing but the default members of axes.

    Beside the arc from the axis to its domain in the same link, the arc to the default would be a second one between
    the same two locators (XLink 1.0 section 5.1.3 forbids that).
    """
    number, title = _DEFAULTS_NUMBER, "Default members of axes"
    definition = settings.role_definition.format(number=number, kind="Disclosure", title=title)
    return Role(_uri(report, settings, "dimensions/defaults"), f"role-{number}", definition)


def _role(section: Section, number: int, report: Report, settings: Settings) -> Role:
    definition = settings.role_definition.format(number=number, kind=section.kind, title=section.title)
    return Role(_uri(report, settings, section.id), f"role-{number}", definition)


def _uri(report: Report, settings: Settings, name: str) -> str:
    namespace = report.extension.namespace if report.extension else ""
    return settings.role_uri.format(namespace=namespace.rstrip("/#"), name=name)
