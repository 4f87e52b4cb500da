"""Facts must be of concepts that the taxonomy has and that may be reported."""

from collections.abc import Iterator, Sequence

from xbrlgen.findings import Finding
from xbrlgen.model import Concept, Fact, ValueKind
from xbrlgen.rules.subject import Subject
from xbrlgen.rules.wording import counted


def unknown_concepts(subject: Subject) -> Iterator[Finding]:
    """Facts of concepts that the taxonomy does not have (XBRL 2.1 section 4.6)."""
    for name in subject.index.concepts:
        if subject.concept(name) is None:
            facts = subject.index.of_concept(name)
            message = f"The taxonomy has no concept {subject.spelt(name)}, {_used_by(facts)}."
            yield subject.finding("XG350", message, *facts, hint=subject.suggestion(name))


def unreportable_concepts(subject: Subject) -> Iterator[Finding]:
    """Facts of abstract concepts, axes, tables, members and tuples, which arrange facts and are none."""
    for name in subject.index.concepts:
        concept = subject.concept(name)
        fault = None if concept is None else _fault(concept)
        if fault is not None:
            code, what = fault
            facts = subject.index.of_concept(name)
            yield subject.finding(code, f"{subject.spelt(name)} is {what}, {_used_by(facts)}.", *facts)


def _fault(concept: Concept) -> tuple[str, str] | None:
    """The code and the words for a concept that may not be reported."""
    if concept.is_dimension:
        return "XG352", "an axis"
    if concept.is_hypercube:
        return "XG352", "a table of the taxonomy (hypercube)"
    if concept.item_type is None:
        return "XG354", "a tuple"
    if concept.kind is ValueKind.DOMAIN:
        return "XG353", "a member of an axis"
    if concept.is_abstract:
        return "XG351", "abstract"
    return None


def _used_by(facts: Sequence[Fact]) -> str:
    return f"but {counted(len(facts), 'fact')} {'is' if len(facts) == 1 else 'are'} reported for it"
