"""Links findings to their causes, by all that is known of what follows from what."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from xbrlgen.findings.causes.case import Case
from xbrlgen.findings.causes.documents import lacking, of_declarations, of_same_name
from xbrlgen.findings.causes.elements import of_same_element, out_of_order, within_misplaced
from xbrlgen.findings.causes.references import dangling, of_broken_parts, of_registries
from xbrlgen.findings.causes.several import of_same_facts, of_several_facts
from xbrlgen.findings.finding import Finding

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


def linked(findings: Sequence[Finding], contents: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """`findings` in their order, those that follow from another with their cause; see `with_causes`."""
    case = Case(findings, contents)
    has_error = any(each.is_error for each in findings)  # else nobody need look where the parts of documents are
    for rule in (of_same_facts, *(_ON_ERRORS if has_error else ())):
        for effect, cause in list(rule(case)):
            case.link(effect, cause)
    return case.settled()
