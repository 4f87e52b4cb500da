"""Findings that say the same, put together for people; machines get each one."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from xbrlgen.findings import ordered
from xbrlgen.findings.finding import Finding, with_dependents
from xbrlgen.findings.location import Location

SHOWN_PER_CODE = 20


class Group(NamedTuple):
    """Findings alike in all but place and fact: the first of them, all their places in order, and how many they are.

    `dependents` follow from one of them.
    """

    first: Finding
    locations: tuple[Location, ...]
    times: int
    dependents: tuple[Finding, ...] = ()


def grouped(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """`findings` in order of their first place, those that say the same together, and what follows with its cause."""
    alike: dict[tuple[str, ...], list[Finding]] = {}
    told = with_dependents(ordered(findings))
    for each in told:
        alike.setdefault((each.severity, each.code, each.message, each.hint, each.standard), []).append(each)
    return tuple(
        Group(
            members[0],
            tuple(dict.fromkeys(location for member in members for location in member.locations)),
            len(members),
            tuple(each for member in members for each in told[member]),
        )
        for members in alike.values()
    )


def capped(groups: Iterable[Group]) -> tuple[Sequence[Group], Mapping[tuple[str, str], int]]:
    """The first groups of each code, and how many findings of each further code and name are left out."""
    shown: list[Group] = []
    seen: Counter[str] = Counter()
    hidden: Counter[tuple[str, str]] = Counter()
    for group in groups:
        seen[group.first.code] += 1
        if seen[group.first.code] <= SHOWN_PER_CODE:
            shown.append(group)
        else:
            hidden[group.first.code, group.first.name] += group.times
    return shown, dict(sorted(hidden.items()))
