"""What hypercubes have against facts, and what they would allow, in words."""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from xbrlgen.model import QName
from xbrlgen.rules.dimensional.hypercubes import BaseSet, Contents, Hypercube, Situation

_LISTED = 4
"""Members that a message lists."""

Spelling = Callable[[QName], str]


class Kind(Enum):
    """What is wrong."""

    RULED_OUT = auto()
    MISSING = auto()
    ELSEWHERE = auto()
    MEMBER = auto()
    STRANGER = auto()
    OTHER = auto()


class Objection(NamedTuple):
    """What one hypercube has against facts: about an axis that it has, unless it rules them out as they are."""

    hypercube: Hypercube
    kind: Kind
    axis: QName | None = None


class Objected(NamedTuple):
    """An objection, and the member (None is a value) or the axis that it is raised to."""

    objection: Objection
    name: QName | None = None


def nearest(base_sets: Iterable[BaseSet], situation: Situation) -> list[Objected]:
    """What the base set objects to that objects to the least; the first by role of several."""
    told = (list(_of_base_set(each, situation)) for each in base_sets)
    return min(told, key=len, default=[])


def clause(objection: Objection, names: Iterable[QName | None], spelt: Spelling) -> str:
    """The objection in words that follow the name of its hypercube; `names` are all that it is raised to."""
    hypercube, kind, axis = objection
    on = "" if axis is None else f" on {spelt(axis)}"
    usable = None if axis is None else hypercube.axes.get(axis)
    what = _some(("a value" if each is None else spelt(each) for each in names), "or")
    match kind:
        case Kind.RULED_OUT:
            return "rules out what they have on its axes"
        case Kind.MISSING:
            wanted = "a value" if usable is None else f"one of {_members(usable, spelt)}"
            return f"wants a member{on}, which they leave out: {wanted}"
        case Kind.ELSEWHERE:
            return (
                f"wants {spelt(axis) if axis else 'its axis'} in the {hypercube.container}, not in the other container"
            )
        case Kind.MEMBER:
            return f"takes {_members(usable or frozenset(), spelt)}{on}, not {what}"
        case Kind.STRANGER:
            has = f"has only {', '.join(map(spelt, hypercube.axes))}" if hypercube.axes else "has no axes"
            return f"{has}, not {what}"
    return f"allows nothing but dimensions in the {hypercube.container}"


def similar(member: QName | None, objection: Objection) -> QName | None:
    """The usable member that is written most like a wrong one, None if none is."""
    usable = None if objection.axis is None else objection.hypercube.axes.get(objection.axis)
    if member is None or not usable:
        return None
    by_name = {each.local_name: each for each in sorted(usable, reverse=True)}
    from difflib import get_close_matches

    found = get_close_matches(member.local_name, sorted(by_name), n=1)
    return by_name[found[0]] if found else None


def _of_base_set(base_set: BaseSet, situation: Situation) -> Iterator[Objected]:
    for hypercube in base_set:
        contents = situation.seen_by(hypercube, base_set)
        if hypercube.is_negated:
            if not hypercube.allows(contents):
                yield Objected(Objection(hypercube, Kind.RULED_OUT))
            continue
        yield from _of_axes(hypercube, contents, situation)
        if hypercube.is_closed:
            yield from _of_strangers(hypercube, contents)


def _of_axes(hypercube: Hypercube, contents: Contents, situation: Situation) -> Iterator[Objected]:
    """Axes that are left out, and members that the axes do not take."""
    for axis, usable in hypercube.axes.items():
        if axis not in contents.members:
            if axis not in hypercube.optional:
                is_elsewhere = any(axis == each for each, _ in situation.dimensions())
                yield Objected(Objection(hypercube, Kind.ELSEWHERE if is_elsewhere else Kind.MISSING, axis))
        elif usable is not None and contents.members[axis] not in usable:
            yield Objected(Objection(hypercube, Kind.MEMBER, axis), contents.members[axis])


def _of_strangers(hypercube: Hypercube, contents: Contents) -> Iterator[Objected]:
    """What a closed hypercube does not know."""
    for axis in sorted(contents.members.keys() - hypercube.axes.keys()):
        yield Objected(Objection(hypercube, Kind.STRANGER), axis)
    if contents.has_other:
        yield Objected(Objection(hypercube, Kind.OTHER))


def _members(usable: frozenset[QName], spelt: Spelling) -> str:
    return _some(map(spelt, sorted(usable)), "") if usable else "no member"


def _some(words: Iterable[str], before_last: str) -> str:
    """The first of `words`, and how many more there are."""
    every = list(words)
    listed, more = every[:_LISTED], len(every) - _LISTED
    if more > 0:
        return f"{', '.join(listed)} and {more:,} more"
    if before_last and len(listed) > 1:
        return f"{', '.join(listed[:-1])} {before_last} {listed[-1]}"
    return ", ".join(listed)
