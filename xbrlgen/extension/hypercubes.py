"""Which facts each section allows: closed hypercubes (XBRL Dimensions 1.0 section 2)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from xbrlgen.extension.outline import Outline
from xbrlgen.extension.roles import Role
from xbrlgen.extension.subject import Subject
from xbrlgen.model import Fact, QName


class Hypercube(NamedTuple):
    """The line items of a role, and the axes with the members that their facts may have, both in order of first use.

    `section` is the id of the section that it belongs to.
    """

    section: str
    role: Role
    table: QName
    line_items: QName
    items: tuple[QName, ...]
    axes: Mapping[QName, tuple[QName, ...]]


def hypercubes(outlines: Iterable[Outline], subject: Subject) -> tuple[Hypercube, ...]:
    """The hypercubes of all sections, as far as dimensions come into play.

    A fact has to have a member on every axis of its hypercube, if only by default. Facts that differ in which axes
    without a default they have therefore get hypercubes of their own, each in a role of its own, as those of one role
    would all have to hold for every fact (section 3.1.3). One without axes is there only for items that elsewhere have
    an axis without a default: facts without it would be valid nowhere.
    """
    found = [each for outline in outlines for each in _of_section(outline, subject)]
    narrowed = {item for each in found if any(_is_needed(axis, subject) for axis in each.axes) for item in each.items}
    return tuple(each for each in found if each.axes or narrowed.intersection(each.items))


def axes_of(cubes: Iterable[Hypercube]) -> Mapping[QName, tuple[QName, ...]]:
    """The axes of several hypercubes with all their members."""
    members: dict[QName, dict[QName, None]] = {}
    for cube in cubes:
        for axis, used in cube.axes.items():
            members.setdefault(axis, {}).update(dict.fromkeys(used))
    return {axis: tuple(used) for axis, used in members.items()}


def _of_section(outline: Outline, subject: Subject) -> Iterator[Hypercube]:
    groups: dict[frozenset[QName], list[Fact]] = {}
    needed: dict[int, frozenset[QName]] = {}  # facts with the same dimensions mostly share them
    for fact in outline.facts:
        axes = needed.get(id(fact.dimensions))
        if axes is None:
            axes = frozenset(each.axis for each in fact.dimensions if _is_needed(each.axis, subject))
            needed[id(fact.dimensions)] = axes
        groups.setdefault(axes, []).append(fact)
    for number, facts in enumerate(sorted(groups.values(), key=_is_plain), 1):
        role = outline.role if number == 1 else outline.role.further(f"table-{number}")
        items = tuple(dict.fromkeys(fact.concept for fact in facts))
        yield Hypercube(outline.section.id, role, outline.table, outline.line_items, items, _axes(facts))


def _is_plain(facts: list[Fact]) -> bool:
    """Whether no fact has dimensions: such a group comes last, and leaves the section's own role to others."""
    return not any(fact.dimensions for fact in facts)


def _is_needed(axis: QName, subject: Subject) -> bool:
    return subject.default_member(axis) is None


def _axes(facts: Iterable[Fact]) -> Mapping[QName, tuple[QName, ...]]:
    members: dict[QName, dict[QName, None]] = {}
    alike = {id(fact.dimensions): fact.dimensions for fact in facts}
    for dimensions in alike.values():
        for dimension in dimensions:
            used = members.setdefault(dimension.axis, {})
            if isinstance(dimension.member, QName):
                used[dimension.member] = None
    return {axis: tuple(used) for axis, used in members.items()}
