"""Facts as plain rows: those that no statement shows, and all of them for readers without script."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import islice
from typing import NamedTuple

from markupsafe import Markup, escape

from xbrlgen.model import Fact, QName, TextDisclosure, Unit
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
    return _rows(subject, frozenset(), has_anchors=True)


def unshown(subject: Subject) -> Iterator[Markup]:
    """The facts that neither a table nor a text of the report shows, in tables that a browser lays out one by one."""
    texts = {
        part.fact for section in subject.report.sections for part in section.content if isinstance(part, TextDisclosure)
    }
    return _rows(subject, subject.spots.keys() | texts, has_anchors=False)


def _rows(subject: Subject, but: Collection[str], *, has_anchors: bool) -> Iterator[Markup]:
    """The rows of all facts `but` some."""
    markup = _RowMarkup(subject, has_anchors=has_anchors)
    facts = (each for each in zip(subject.report.facts, subject.situations(), strict=True) if each[0].id not in but)
    while several := tuple(islice(facts, _ROWS)):
        yield Markup("".join(markup.rows(several)))  # noqa: S704 - rows escape what is in them


class _RowMarkup:
    """Writes facts as rows; those of one shape are one pattern, and what facts share is put in words once."""

    def __init__(self, subject: Subject, *, has_anchors: bool) -> None:
        self._subject, self._has_anchors = subject, has_anchors
        self._macro = environment().get_template("summary/table.jinja").module.fact  # type: ignore[attr-defined]
        self._pattern = cache(self._new_pattern)
        self._concept = cache(self._concept_words)
        self._situation = cache(self._situation_words)
        self._measure = cache(_measure)

    def rows(self, facts: Sequence[tuple[Fact, int]]) -> Iterator[str]:
        """The elements of the rows of facts, each with the number of its situation."""
        words = escaped_together(fact_words(self._subject, fact) for fact, _ in facts)
        if not self._has_anchors:
            targets = escaped_together(fact_target(fact.id) for fact, _ in facts)
            return map(self._linked, facts, targets, words)
        ids = escaped_together(fact.id for fact, _ in facts)
        sources = escaped_together(self._subject.source(fact.id) for fact, _ in facts)
        return map(self._anchored, facts, ids, words, sources)

    def _linked(self, situated: tuple[Fact, int], target: str, words: str) -> str:
        fact, situation = situated
        unit, _ = self._measure(fact.unit, fact.decimals, fact.value is None)
        shape = self._pattern(fact.unit is not None, False)
        return shape % (*self._concept(fact.concept), *self._situation(situation), target, words, unit)

    def _anchored(self, situated: tuple[Fact, int], name: str, words: str, source: str) -> str:
        fact, situation = situated
        about = (*self._concept(fact.concept), *self._situation(situation))
        measure = self._measure(fact.unit, fact.decimals, fact.value is None)
        shape = self._pattern(fact.unit is not None, source != "")
        return shape % ((name, *about, words, *measure, source) if source else (name, *about, words, *measure))

    def _new_pattern(self, is_number: bool, has_source: bool) -> str:
        words = dict.fromkeys(FactRow._fields, HOLE) | {"source": HOLE if has_source else ""}
        holes = FactRow._make({**words, "is_number": is_number}.values())
        return pattern(self._macro(holes, self._has_anchors))

    def _concept_words(self, name: QName) -> tuple[str, str]:
        return escape(self._subject.labels(name)), escape(self._subject.name(name))

    def _situation_words(self, number: int) -> tuple[str, str]:
        _, period, dimensions = self._subject.bindings.index.situations[number]
        members = ", ".join(_member(self._subject, each.member) for each in dimensions)
        return escape(wording.short_period(period)), escape(members)


def escaped_together(texts: Iterable[str]) -> list[str]:
    """Many texts as content of elements and attributes, in one go: no text has the character between them."""
    return str(escape(HOLE.join(texts))).split(HOLE)


def fact_words(subject: Subject, fact: Fact) -> str:
    """The value of a fact in words, or the beginning of them."""
    if isinstance(fact.value, Decimal):
        return figures.unscaled(fact.value)
    return "nil" if fact.value is None else subject.words(fact)


def _measure(unit: Unit | None, decimals: int | None, is_nil: bool) -> tuple[str, str]:
    accuracy = "" if unit is None or is_nil else wording.accuracy_words(decimals)
    return escape(wording.unit_words(unit)), escape(accuracy)


def _member(subject: Subject, member: object) -> str:
    return subject.labels(member) if isinstance(member, QName) else str(getattr(member, "value", "") or "nil")
