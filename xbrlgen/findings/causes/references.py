"""Facts that refer to what is broken or not there: contexts, units and registries of transformations."""

from collections.abc import Iterator
from functools import cache, partial

from xbrlgen.findings.causes.case import OF_SEVERAL, Case, Key
from xbrlgen.findings.causes.parts import CONTEXT, UNIT, Part

_NO_CONTEXT, _NO_UNIT, _FORMAT = "XG154", "XG155", "XG195"
_OF_CONTEXTS = (_NO_CONTEXT, "XG24", "XG36", "XG37", "XG618", "XG621", *OF_SEVERAL)
_OF_UNITS = (_NO_UNIT, "XG25", "XG618", "XG621", *OF_SEVERAL)
_NAMELESS = ("XG153", "XG616", "XG618", "XG620")
"""A context or unit that does not have the id by which facts refer to it."""


def dangling(case: Case) -> Iterator[tuple[int, int]]:
    """Facts that refer to a context or unit that is not there: to what should be it, else all to the first."""
    first: dict[tuple[str, str, str], int] = {}
    nameless = cache(partial(_nameless, case))
    for number, each in case.of_codes(_NO_CONTEXT, _NO_UNIT):
        part = case.part(each)
        reference = "" if part is None else part.context if each.code == _NO_CONTEXT else part.unit
        if not reference:
            continue
        path = each.locations[-1].path
        targets = case.parts[path].by_id.get(reference, ())
        broken = case.first_error((path, target.start) for target in targets)
        if not targets:
            broken = nameless(path, CONTEXT if each.code == _NO_CONTEXT else UNIT)
            broken = first.setdefault((path, each.code, reference), number if broken is None else broken)
        if broken is not None:
            yield number, broken


def _nameless(case: Case, path: str, kind: str) -> int | None:
    """What is wrong with the id of a context or unit."""
    keys = [(path, part.start) for part in case.parts[path].arranged if part.kind == kind]
    return next((each for each in case.errors(keys) if case.findings[each].code in _NAMELESS), None)


def of_broken_parts(case: Case) -> Iterator[tuple[int, int]]:
    """What is said of facts because of their context or unit, where that is broken itself."""
    for number, each in enumerate(case.findings):
        kinds = [kind for kind, codes in ((CONTEXT, _OF_CONTEXTS), (UNIT, _OF_UNITS)) if each.code.startswith(codes)]
        if kinds and each.locations:
            parts = ((place.path, case.part(each, place)) for place in each.locations)
            broken = [case.first_error(_arranged(case, path, part, kinds)) for path, part in parts]
            if broken[0] is not None and None not in broken:
                yield number, broken[0]


def _arranged(case: Case, path: str, part: Part | None, kinds: list[str]) -> Iterator[Key]:
    """The context and unit of the fact that a part is, or one of them."""
    if part is not None:
        known = case.parts[path].by_id
        for reference in (part.context if CONTEXT in kinds else "", part.unit if UNIT in kinds else ""):
            yield from ((path, each.start) for each in known.get(reference, ()) if each.kind)


def of_registries(case: Case) -> Iterator[tuple[int, int]]:
    """Formats that all have the prefix of something that is no registry."""
    of_prefix: dict[tuple[str, str], list[int]] = {}
    for number, each in case.of_codes(_FORMAT):
        if (part := case.part(each)) is not None:
            of_prefix.setdefault((each.locations[-1].path, part.prefix), []).append(number)
    for (path, prefix), numbers in of_prefix.items():
        if len(numbers) == case.parts[path].with_prefix(prefix):
            yield from ((number, numbers[0]) for number in numbers[1:])
