"""Facts as plain rows: those that no statement shows, and all of them for readers without script."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from xbrlgen.model import Fact, QName, TextDisclosure
from xbrlgen.writers.summary import figures, wording
from xbrlgen.writers.summary.cells import fact_target
from xbrlgen.writers.summary.subject import Subject

_ROWS = 500


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact in words."""

    id: str
    target: str
    label: str
    name: str
    dimensions: str
    period: str
    value: str
    unit: str
    accuracy: str
    source: str
    is_number: bool


def fact_rows(subject: Subject, facts: Iterable[Fact]) -> Iterator[FactRow]:
    """A row for each fact."""
    for fact in facts:
        value = fact.value
        yield FactRow(
            id=fact.id,
            target=fact_target(fact.id),
            label=subject.labels(fact.concept),
            name=subject.name(fact.concept),
            dimensions=", ".join(_member(subject, each.member) for each in fact.dimensions),
            period=wording.short_period(fact.period),
            value="nil"
            if value is None
            else subject.words(fact)
            if isinstance(value, str)
            else figures.unscaled(value),
            unit=wording.unit_words(fact.unit),
            accuracy=wording.accuracy_words(fact.decimals) if fact.is_numeric and not fact.is_nil else "",
            source=str(subject.places.get(fact.id, "")),
            is_number=fact.is_numeric,
        )


def unshown(subject: Subject) -> Iterator[tuple[FactRow, ...]]:
    """The facts that neither a table nor a text of the report shows, in tables that a browser lays out one by one."""
    texts = {
        part.fact for section in subject.report.sections for part in section.content if isinstance(part, TextDisclosure)
    }
    facts = [fact for fact in subject.report.facts if fact.id not in subject.spots and fact.id not in texts]
    for start in range(0, len(facts), _ROWS):
        yield tuple(fact_rows(subject, facts[start : start + _ROWS]))


def _member(subject: Subject, member: object) -> str:
    return subject.labels(member) if isinstance(member, QName) else str(getattr(member, "value", "") or "nil")
