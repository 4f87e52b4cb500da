"""How the members of an axis stand above each other, as far as the report says it by its sums."""

from collections.abc import Iterator, Mapping, Sequence

from xbrlgen.extension.subject import Subject
from xbrlgen.model import EquationKind, QName, Reference


def members_below(axis: QName, members: Sequence[QName], subject: Subject) -> Iterator[tuple[QName | None, QName]]:
    """Each of `members` with the one that it is a part of, by the aggregations of the report; None for none of them."""
    wholes = _wholes(axis, subject)
    used = set(members)
    for member in members:
        yield _nearest(member, wholes, used), member


def _nearest(member: QName, wholes: Mapping[QName, QName], used: set[QName]) -> QName | None:
    """The first whole above `member` that is used; equations that lead in a circle lead nowhere."""
    passed = {member}
    whole = wholes.get(member)
    while whole is not None and whole not in passed:
        if whole in used:
            return None if _leads_to(whole, member, wholes) else whole
        passed.add(whole)
        whole = wholes.get(whole)
    return None


def _leads_to(start: QName, end: QName, wholes: Mapping[QName, QName]) -> bool:
    passed: set[QName] = set()
    at: QName | None = start
    while at is not None and at not in passed:
        passed.add(at)
        at = wholes.get(at)
        if at == end:
            return True
    return False


def _wholes(axis: QName, subject: Subject) -> Mapping[QName, QName]:
    """What each member is first said to be a part of."""
    found: dict[QName, QName] = {}
    for equation in subject.report.equations:
        if equation.kind is EquationKind.AGGREGATION and (whole := _member(axis, equation.total)) is not None:
            parts = (_member(axis, reference) for _, reference in equation.terms)
            found = {part: whole for part in parts if part is not None and part != whole} | found
    return found


def _member(axis: QName, reference: Reference) -> QName | None:
    members = (each.member for each in reference.dimensions if each.axis == axis)
    return next((member for member in members if isinstance(member, QName)), None)
