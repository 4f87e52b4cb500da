"""Which findings follow from which: whoever mends one fault wants to hear of it once, whatever else comes of it.

A fault of an element is often told by several stages; a broken context is told of by each fact that refers to it. What
follows is kept, and points at its cause.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from xbrlgen.findings.causes.case import Case
from xbrlgen.findings.causes.documents import lacking, of_declarations, of_same_name
from xbrlgen.findings.causes.elements import of_same_element, out_of_order, within_misplaced
from xbrlgen.findings.causes.references import dangling, of_broken_parts, of_registries
from xbrlgen.findings.causes.several import of_same_facts, of_several_facts
from xbrlgen.findings.finding import Finding

__all__ = ["with_causes"]

_ON_ERRORS: tuple[Callable[[Case], Iterator[tuple[int, int]]], ...] = (
    of_same_element,
    within_misplaced,
    out_of_order,
    lacking,
    of_declarations,
    of_same_name,
    dangling,
    of_broken_parts,
    of_several_facts,
    of_registries,
)
"""Each gives pairs of numbers, of an effect and its cause; what an earlier one says of an effect stands."""


def with_causes(findings: Sequence[Finding], contents: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """`findings` in their order, those that follow from another with their cause.

    `contents` are the documents that were judged, by the paths of places. No finding follows from one less grave.
    """
    if not findings[1:]:
        return tuple(findings)
    case = Case(findings, contents)
    has_error = any(each.is_error for each in findings)  # else nobody need look where the parts of documents are
    for rule in (of_same_facts, *(_ON_ERRORS if has_error else ())):
        for effect, cause in list(rule(case)):
            case.link(effect, cause)
    return case.settled()
