"""Facts as plain rows: those that no statement shows, and all of them for readers without script."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from markupsafe import Markup, escape

from xbrlgen.model import Dimension, Fact, Period, QName, TextDisclosure, Unit
from xbrlgen.templating import HOLE, environment, pattern
from xbrlgen.writers.summary import figures, wording
from xbrlgen.writers.summary.cells import fact_target
from xbrlgen.writers.summary.subject import Subject

_ROWS = 500


class FactRow(NamedTuple):
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


def all_facts(subject: Subject) -> Iterator[Markup]:
    """The rows of all facts, each with the anchor of its fact, some hundred at a time."""
    return _rows(subject, subject.report.facts, has_anchors=True)


def unshown(subject: Subject) -> Iterator[Markup]:
    """The facts that neither a table nor a text of the report shows, in tables that a browser lays out one by one."""
    texts = {
        part.fact for section in subject.report.sections for part in section.content if isinstance(part, TextDisclosure)
    }
    facts = [fact for fact in subject.report.facts if fact.id not in subject.spots and fact.id not in texts]
    return _rows(subject, facts, has_anchors=False)


def _rows(subject: Subject, facts: Sequence[Fact], *, has_anchors: bool) -> Iterator[Markup]:
    markup = _RowMarkup(subject, has_anchors=has_anchors)
    for start in range(0, len(facts), _ROWS):
        yield Markup("".join(map(markup.row, facts[start : start + _ROWS])))  # noqa: S704 - rows escape what is in them


class _RowMarkup:
    """Writes facts as rows; those of one shape are one pattern, and what facts share is put in words once."""

    def __init__(self, subject: Subject, *, has_anchors: bool) -> None:
        self._subject, self._has_anchors = subject, has_anchors
        self._macro = environment().get_template("summary/table.jinja").module.fact  # type: ignore[attr-defined]
        self._pattern = cache(self._new_pattern)
        self._concept = cache(self._concept_words)
        self._dimensions = cache(self._dimension_words)
        self._measure = cache(_measure)

    def row(self, fact: Fact) -> str:
        """The element of a row."""
        source = escape(str(self._subject.places.get(fact.id, "")))
        about = (*self._concept(fact.concept), *self._dimensions(fact.period, fact.dimensions))
        unit, accuracy = self._measure(fact.unit, fact.decimals, is_nil=fact.value is None)
        shape = self._pattern(is_number=fact.unit is not None, has_source=bool(source))
        if not self._has_anchors:
            return shape % (*about, escape(fact_target(fact.id)), escape(fact_words(self._subject, fact)), unit)
        row = (escape(fact.id), *about, escape(fact_words(self._subject, fact)), unit, accuracy)
        return shape % ((*row, source) if source else row)

    def _new_pattern(self, *, is_number: bool, has_source: bool) -> str:
        words = dict.fromkeys(FactRow._fields, HOLE) | {"source": HOLE if has_source else ""}
        holes = FactRow._make({**words, "is_number": is_number}.values())
        return pattern(self._macro(holes, self._has_anchors))

    def _concept_words(self, name: QName) -> tuple[str, str]:
        return escape(self._subject.labels(name)), escape(self._subject.name(name))

    def _dimension_words(self, period: Period | None, dimensions: tuple[Dimension, ...]) -> tuple[str, str]:
        members = ", ".join(_member(self._subject, each.member) for each in dimensions)
        return escape(wording.short_period(period)), escape(members)


def fact_words(subject: Subject, fact: Fact) -> str:
    """The value of a fact in words, or the beginning of them."""
    if isinstance(fact.value, Decimal):
        return figures.unscaled(fact.value)
    return "nil" if fact.value is None else subject.words(fact)


def _measure(unit: Unit | None, decimals: int | None, *, is_nil: bool) -> tuple[str, str]:
    accuracy = "" if unit is None or is_nil else wording.accuracy_words(decimals)
    return escape(wording.unit_words(unit)), escape(accuracy)


def _member(subject: Subject, member: object) -> str:
    return subject.labels(member) if isinstance(member, QName) else str(getattr(member, "value", "") or "nil")
