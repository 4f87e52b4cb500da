"""What each section brings with it: its role, and the abstract concepts that hold its rows and axes together."""

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import NamedTuple

from xbrlgen.extension.headings import heading
from xbrlgen.extension.lines import Line, lines
from xbrlgen.extension.roles import Role, section_roles
from xbrlgen.extension.subject import Subject
from xbrlgen.model import ExtensionConcept, Fact, QName, Section
from xbrlgen.model.namespaces import XBRLI

_ITEM, _STRING = QName(XBRLI, "item"), QName(XBRLI, "stringItemType")
_HYPERCUBE = QName("http://xbrl.org/2005/xbrldt", "hypercubeItem")
_ABSTRACT, _TABLE, _LINE_ITEMS = "Abstract", "Table", "LineItems"
_SUFFIXES = {_ABSTRACT: "[abstract]", _TABLE: "[table]", _LINE_ITEMS: "[line items]"}
"""What the labels of such concepts end with, by the ends of their names."""


class Outline(NamedTuple):
    """A section with its role, its lines and facts in the order of the page, and the names of what holds them."""

    section: Section
    role: Role
    lines: tuple[Line, ...]
    facts: tuple[Fact, ...]
    heading: QName
    table: QName
    line_items: QName


def outlines(subject: Subject) -> tuple[Outline, ...]:
    """The sections of the report in their order."""
    roles, names = section_roles(subject), _Names(subject)
    return tuple(_outline(each, roles[each.id], subject, names) for each in subject.report.sections)


def structural_concepts(outline: Outline, subject: Subject, *, has_table: bool) -> Iterator[ExtensionConcept]:
    """What has to be declared for a section so that its lines, and the axes of its table, have something above them."""
    known = {each.name for each in subject.extension.concepts}
    wanted = [(outline.heading, _ABSTRACT)]
    if has_table:
        wanted += [(outline.table, _TABLE), (outline.line_items, _LINE_ITEMS)]
    for name, kind in wanted:
        if name.namespace == subject.extension.namespace and name not in known:
            label = {subject.report.language: f"{outline.section.title} {_SUFFIXES[kind]}"}
            group = _HYPERCUBE if kind == _TABLE else _ITEM
            yield ExtensionConcept(name, _STRING, "duration", group, MappingProxyType(label), is_abstract=True)


def _outline(section: Section, role: Role, subject: Subject, names: "_Names") -> Outline:
    found = lines(section, subject)
    above = heading(section, found, subject)
    stem = _camel_case(section.id)
    return Outline(
        section,
        role,
        found,
        subject.facts_of(section),
        above or names.new(stem, _ABSTRACT),
        names.known(above, _TABLE) or names.new(stem, _TABLE),
        names.known(above, _LINE_ITEMS) or names.new(stem, _LINE_ITEMS),
    )


def _camel_case(identifier: str) -> str:
    """``profit-or-loss`` as ProfitOrLoss: names begin with a capital letter and have no hyphens (FRTA 2.1.4)."""
    words = re.findall(r"[A-Za-z0-9]+", identifier)
    name = "".join(word[:1].upper() + word[1:] for word in words)
    return name if name[:1].isalpha() else f"Section{name}"


class _Names:
    """Finds names that the base taxonomy has, and gives ones that neither it nor the issuer has."""

    def __init__(self, subject: Subject) -> None:
        self._namespace, self._base = subject.extension.namespace, subject.base
        self._taken = {each.name.local_name for each in subject.extension.concepts}

    def known(self, heading: QName | None, suffix: str) -> QName | None:
        """The table or line items that the base taxonomy has for a heading of its own."""
        if heading is None or heading.namespace != self._base.namespace:
            return None
        wanted = QName(heading.namespace, heading.local_name.removesuffix(_ABSTRACT) + suffix)
        return None if self._base.concept(wanted) is None else wanted

    def new(self, stem: str, suffix: str) -> QName:
        """A name of the issuer's own that is like no other."""
        name, number = f"{stem}{suffix}", 1
        while name in self._taken or self._base.concept(QName(self._base.namespace, name)) is not None:
            name = f"{stem}Section{number if number > 1 else ''}{suffix}"
            number += 1
        self._taken.add(name)
        return QName(self._namespace, name)
