"""What several stages say of one element, and of the elements in it."""

from collections.abc import Iterator

from xbrlgen.findings.causes.case import OF_SCHEMAS, OF_SEVERAL, Case

ORDER = "XG612"
_MISPLACED = ("XG611", ORDER, "XG613", "XG614", "XG616")
"""An element that is not what its place wants; what stands in it cannot be right."""

_NO_ERRORS = ("XG16", "XG24", "XG83", *OF_SEVERAL)
"""Warnings that an error of the same element brings about; others would stay when it is mended."""


def of_same_element(case: Case) -> Iterator[tuple[int, int]]:
    """Whatever else is said of one element."""
    for number, each in enumerate(case.findings):
        key = next(iter(case.keys[number]), None)
        if len(case.keys[number]) == 1 and key is not None and (each.is_error or each.code.startswith(_NO_ERRORS)):
            yield number, case.first[key]


def within_misplaced(case: Case) -> Iterator[tuple[int, int]]:
    """What a schema says of the content of an element that is out of place."""
    misplaced: dict[tuple[str, str], int] = {}
    for number, each in case.of_codes(*_MISPLACED):
        misplaced.setdefault((each.locations[-1].path, each.locations[-1].pointer), number)
    for number, each in case.of_codes(*OF_SCHEMAS):
        place = each.locations[-1]
        steps = place.pointer.split("/")
        above = (misplaced.get((place.path, "/".join(steps[:count]))) for count in range(2, len(steps)))
        found = next((outer for outer in above if outer is not None), None)
        found = _around(case, number) if found is None else found
        if found is not None:
            yield case.root(number), found


def _around(case: Case, number: int) -> int | None:
    """The error of the fact, context or unit that holds another part, which may not stand there."""
    each = case.findings[number]
    part = case.part(each) if each.code == ORDER else None
    return None if part is None or part.outer is None else case.first_error([(each.locations[-1].path, part.outer)])


def out_of_order(case: Case) -> Iterator[tuple[int, int]]:
    """An element that stands too late, where another one is said to be in its place."""
    early: dict[tuple[str, str], list[int]] = {}
    for number, each in case.of_codes(ORDER):
        place = each.locations[-1]
        parent, _, step = place.pointer.rpartition("/")
        others = early.setdefault((place.path, parent), [])
        name = f"'{step.partition('[')[0]}'"
        yield from ((number, other) for other in others if name in case.findings[other].message)
        others.append(number)
