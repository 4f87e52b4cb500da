"""Why facts suit no hypercube, and what would be allowed, in words."""

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from xbrlgen.model import QName
from xbrlgen.rules.dimensional.hypercubes import BaseSet, Contents, Hypercube, Situation

_LISTED = 4
"""Members that a message lists."""

Spelling = Callable[[QName], str]


class Objection(NamedTuple):
    """What one hypercube has against the facts, as a clause, and what to write instead where that is clear."""

    hypercube: Hypercube
    clause: str
    instead: str = ""


def nearest(base_sets: Iterable[BaseSet], situation: Situation, spelt: Spelling) -> list[Objection]:
    """The objections of the base set that has the fewest; the first by role of several."""
    told = (list(_of_base_set(each, situation, spelt)) for each in base_sets)
    return min(told, key=len, default=[])


def _of_base_set(base_set: BaseSet, situation: Situation, spelt: Spelling) -> Iterator[Objection]:
    for hypercube in base_set:
        contents = situation.seen_by(hypercube, base_set)
        if hypercube.is_negated:
            if not hypercube.allows(contents):
                yield Objection(hypercube, "rules out what they have on its axes")
            continue
        yield from _of_axes(hypercube, contents, situation, spelt)
        if hypercube.is_closed:
            yield from _of_strangers(hypercube, contents, spelt)


def _of_axes(
    hypercube: Hypercube, contents: Contents, situation: Situation, spelt: Spelling
) -> Iterator[Objection]:
    """Axes that are left out, and members that the axes do not take."""
    for axis, usable in hypercube.axes.items():
        if axis not in contents.members:
            if axis not in hypercube.optional:
                yield _missing(hypercube, axis, usable, situation, spelt)
        elif usable is not None and (member := contents.members[axis]) not in usable:
            instead = _similar(member, usable)
            what = "a value" if member is None else spelt(member)
            clause = f"takes {_some(usable, instead, spelt)} on {spelt(axis)}, not {what}"
            yield Objection(hypercube, clause, f"{spelt(instead)} on {spelt(axis)}" if instead else "")


def _missing(
    hypercube: Hypercube, axis: QName, usable: frozenset[QName] | None, situation: Situation, spelt: Spelling
) -> Objection:
    where = f" in the {hypercube.container}"
    if any(axis == each for each, _ in situation.dimensions()):
        return Objection(hypercube, f"wants {spelt(axis)}{where}, not in the other container")
    wanted = "a value" if usable is None else _some(usable, None, spelt)
    return Objection(hypercube, f"wants {wanted} on {spelt(axis)}, which they do not have")


def _of_strangers(hypercube: Hypercube, contents: Contents, spelt: Spelling) -> Iterator[Objection]:
    """What a closed hypercube does not know."""
    strangers = sorted(contents.members.keys() - hypercube.axes.keys())
    if strangers:
        has = f"has only {', '.join(map(spelt, hypercube.axes))}" if hypercube.axes else "has no axes"
        yield Objection(hypercube, f"{has}, not {', '.join(map(spelt, strangers))}")
    if contents.has_other:
        yield Objection(hypercube, f"allows nothing but dimensions in the {hypercube.container}")


def _some(members: frozenset[QName], first: QName | None, spelt: Spelling) -> str:
    """Some of `members`, and how many more there are."""
    if not members:
        return "no member"
    listed = sorted(members, key=lambda each: (each != first, each))[:_LISTED]
    more = f" and {len(members) - len(listed):,} more" if len(members) > len(listed) else ""
    return ", ".join(map(spelt, listed)) + more


def _similar(member: QName | None, usable: frozenset[QName]) -> QName | None:
    """The usable member that is written most alike, None if none is."""
    if member is None:
        return None
    by_name = {each.local_name: each for each in sorted(usable, reverse=True)}
    found = get_close_matches(member.local_name, sorted(by_name), n=1)
    return by_name[found[0]] if found else None
