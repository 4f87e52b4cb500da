"""What each section brings with it: its role, and the abstract concepts that hold its rows and axes together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from xbrlgen.extension.roles import Role, section_roles
from xbrlgen.extension.subject import Subject
from xbrlgen.model import ExtensionConcept, Fact, QName, Section, Table
from xbrlgen.model.namespaces import XBRLI

_ITEM, _STRING = QName(XBRLI, "item"), QName(XBRLI, "stringItemType")
_HYPERCUBE = QName("http://xbrl.org/2005/xbrldt", "hypercubeItem")


@dataclass(frozen=True, slots=True)
class Outline:
    """A section with its role, its facts in the order of the page, and the names of its table and line items."""

    section: Section
    role: Role
    facts: tuple[Fact, ...]
    table: QName
    line_items: QName


def outlines(subject: Subject) -> tuple[Outline, ...]:
    """The sections of the report in their order."""
    roles = section_roles(subject.report, subject.settings)
    names = _Names(subject)
    return tuple(_outline(each, roles[each.id], subject, names) for each in subject.report.sections)


def structural_concepts(outline: Outline, subject: Subject) -> tuple[ExtensionConcept, ...]:
    """What the issuer declares so that a section can have a table: those of the two that the base has not."""
    language, title = subject.report.language, outline.section.title
    wanted = ((outline.table, _HYPERCUBE, "[table]"), (outline.line_items, _ITEM, "[line items]"))
    return tuple(
        ExtensionConcept(
            name, _STRING, "duration", group, MappingProxyType({language: f"{title} {kind}"}), is_abstract=True
        )
        for name, group, kind in wanted
        if name.namespace == subject.extension.namespace
    )


def _outline(section: Section, role: Role, subject: Subject, names: "_Names") -> Outline:
    stem = _camel_case(section.id)
    table, line_items = names.new(stem, "Table"), names.new(stem, "LineItems")
    return Outline(section, role, tuple(_facts(section, subject)), table, line_items)


def _facts(section: Section, subject: Subject) -> Iterator[Fact]:
    for content in section.content:
        if isinstance(content, Table):
            shown = [cell.fact for row in content.rows for cell in row.cells]
        else:
            shown = [content.fact]
        yield from (subject.facts[each] for each in shown if each is not None)


def _camel_case(identifier: str) -> str:
    """``profit-or-loss`` as ProfitOrLoss: names begin with a capital letter and have no hyphens (FRTA 2.1.4)."""
    words = re.findall(r"[A-Za-z0-9]+", identifier)
    name = "".join(word[:1].upper() + word[1:] for word in words)
    return name if name[:1].isalpha() else f"Section{name}"


class _Names:
    """Gives names that neither the issuer nor the base taxonomy has."""

    def __init__(self, subject: Subject) -> None:
        self._namespace, self._base = subject.extension.namespace, subject.base
        self._taken = {each.name.local_name for each in subject.extension.concepts}

    def new(self, stem: str, suffix: str) -> QName:
        name, number = f"{stem}{suffix}", 1
        while name in self._taken or self._base.concept(QName(self._base.namespace, name)) is not None:
            number += 1
            name = f"{stem}Section{number if number > 2 else ''}{suffix}"  # noqa: PLR2004 - the second needs no number
        self._taken.add(name)
        return QName(self._namespace, name)
