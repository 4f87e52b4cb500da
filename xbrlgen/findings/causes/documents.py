"""What a document lacks or declares wrongly, and what is said of others because of that."""

from collections.abc import Iterator
from typing import NamedTuple

from xbrlgen.findings.causes.case import OF_SCHEMAS, QUOTED, Case
from xbrlgen.findings.finding import Finding


class _Kind(NamedTuple):
    """Findings whose codes begin so, and whose codes of a specification end so."""

    code: str
    standard: str = ""

    def has(self, each: Finding) -> bool:
        return each.code.startswith(self.code) and each.standard.endswith(self.standard)


_LACKING = (
    (_Kind("XG166"), _Kind("XG35")),
    (_Kind("XG166"), _Kind("XG36")),
    (_Kind("XG188", "headerMissing"), _Kind("XG188")),
    (_Kind("XG188", "missingReferences"), _Kind("XG188", "missingReferenceTargets")),
    (_Kind("XG188", "missingResources"), _Kind("XG154")),
    (_Kind("XG188", "missingResources"), _Kind("XG155")),
    (_Kind("XG163"), _Kind("XG164")),
    (_Kind("XG163"), _Kind("XG836")),
    (_Kind("XG175", "unknownLinkTarget"), _Kind("XG175", "unusedNoteFact")),
    (_Kind("XG192", "continuationMissing"), _Kind("XG192", "continuationNotReferenced")),
    (_Kind("XG612"), _Kind("XG802")),
    (_Kind("XG308"), _Kind("XG86")),
)
"""What is missing or in no place, and what then has nothing to refer to, or is referred to by nothing."""

_DECLARING = {
    "roleRef": ("XG812",),
    "arcroleRef": ("XG813",),
    "loc": ("XG816",),
    "roleType": ("XG811", "XG812"),
    "arcroleType": ("XG811", "XG813"),
    "usedOn": ("XG812", "XG813"),
}
"""The elements of taxonomies that others need, and what is said of those where one is broken."""

_OF_NAMES = ("XG804", "XG803", "XG811", "XG812", "XG813", "XG816")
"""Roles, arcroles and labels, from their declaration to their use: each message quotes the name first."""


def lacking(case: Case) -> Iterator[tuple[int, int]]:
    """What a document lacks."""
    for causes, effects in _LACKING:
        found = next((n for n, each in enumerate(case.findings) if causes.has(each) and each.is_error), None)
        if found is not None:
            yield from ((n, found) for n, each in enumerate(case.findings) if effects.has(each))


def of_declarations(case: Case) -> Iterator[tuple[int, int]]:
    """What is said of those who need a declaration or a reference that its schema does not take."""
    broken: dict[str, int] = {}
    for number, each in case.of_codes(*OF_SCHEMAS):
        step = each.locations[-1].pointer.rpartition("/")[2].partition("[")[0]
        for code in _DECLARING.get(_named(step, each), ()):
            broken.setdefault(code, number)
    yield from ((number, broken[each.code]) for number, each in enumerate(case.findings) if each.code in broken)


def _named(step: str, each: Finding) -> str:
    """The local name of the element that a finding is about; its message quotes what a path leaves open."""
    quoted = QUOTED.findall(each.message) if step == "*" else []
    found = next((name for name in quoted if name.rpartition(":")[2] in _DECLARING), step)
    return found.rpartition(":")[2]


def of_same_name(case: Case) -> Iterator[tuple[int, int]]:
    """What is said of one name in several places: all follow from where it is declared, else from the first."""
    first: dict[str, int] = {}
    for code in _OF_NAMES:
        for number, each in case.of_codes(code):
            quoted = QUOTED.search(each.message)
            if quoted is not None and each.is_error:
                yield number, first.setdefault(quoted[1], number)
