"""What is said of several facts together: duplicates and sums."""

from collections.abc import Iterator, Mapping

from xbrlgen.findings.causes.case import OF_SEVERAL, Case

_DUPLICATES, _NO_SUM = "XG40", "XG852"
_UNREAD, _SECOND = "XG1", "XG153"
"""What readers find wrong; a fact whose id another has is read all the same."""


def of_same_facts(case: Case) -> Iterator[tuple[int, int]]:
    """Sums that are not checked because of duplicates."""
    duplicates = {each.locations: number for number, each in case.of_codes(_DUPLICATES)}
    for number, each in case.of_codes(_NO_SUM):
        if each.locations in duplicates:
            yield number, duplicates[each.locations]


def of_several_facts(case: Case) -> Iterator[tuple[int, int]]:
    """What is said of facts one of which is at fault, or would be with one that could not be read."""
    unread = _unread(case)
    for number, each in case.of_codes(*OF_SEVERAL):
        found = case.first_error(case.key(each, place) for place in each.locations)
        if found is None and not each.code.startswith(_DUPLICATES):
            parts = filter(None, (case.part(each, place) for place in each.locations))
            missed = (unread.get((part.context, part.unit)) for part in parts)
            found = next((error for error in missed if error is not None), None)
        if found is not None:
            yield number, found


def _unread(case: Case) -> Mapping[tuple[str, str], int]:
    """A fact that could not be read, by the ids of its context and unit."""
    found: dict[tuple[str, str], int] = {}
    for number, each in case.of_codes(_UNREAD):
        part = case.part(each) if each.is_error and each.code != _SECOND else None
        if part is not None and part.context:
            found.setdefault((part.context, part.unit), number)
    return found
