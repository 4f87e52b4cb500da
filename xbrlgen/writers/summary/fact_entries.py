"""What the inspector knows of each fact, beyond what the page itself shows of it."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from xbrlgen.model import PERCENT_SCALE, Cell, Dimension, Display, Fact, Period, QName, Unit
from xbrlgen.writers.fragments import as_fragment
from xbrlgen.writers.summary import figures, prose, wording
from xbrlgen.writers.summary.appendix import fact_words
from xbrlgen.writers.summary.shared import Shared
from xbrlgen.writers.summary.subject import Place, Spot, Subject

encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_quoted = json.encoder.encode_basestring

_Kind = tuple[Unit | None, int | None, str | None, Display | None]
"""Unit and decimals of a number, language of a text, and how the finest of the cells that show it displays a number."""


class FactEntries:
    """Writes facts as JSON: what they share stands in lists, and is named by its index there.

    An entry is a list: the id, the indexes of its concept, situation and kind, its value in words, and its source. What
    follows is left out where there is nothing: the number of the fact of the period before, the change since then and
    its rate (``0`` for none); and an object with all that few facts have.
    """

    def __init__(self, subject: Subject, equations: Mapping[str, Sequence[int]]) -> None:
        self.number = {fact.id: index for index, fact in enumerate(subject.report.facts)}
        self._subject = subject
        self._concepts = Shared[QName](lambda name: _concept(subject, name))
        self._periods = Shared[Period | None](_period)
        self._dimensions = Shared[Dimension](lambda dimension: _dimension(subject, dimension))
        self._kinds = Shared[_Kind](_kind)
        self._files = Shared[str](str)
        self._references: Mapping[str, Mapping[str, object]] = {
            "equations": equations,
            "findings": subject.concerning,
            "footnotes": _footnotes(subject),
        }
        self._referred = frozenset().union(*self._references.values())

    def entries(self) -> Iterator[str]:
        """The facts of the report in order."""
        return map(self._entry, self._subject.report.facts, self._subject.situations())

    def shared(self) -> Mapping[str, Sequence[object]]:
        """What the entries name by its index; ask for it after them."""
        index = self._subject.bindings.index
        situations = [
            [self._periods.index(each.period), *map(self._dimensions.index, each.dimensions)]
            for each in index.situations
        ]
        return {
            "situations": situations,
            "concepts": self._concepts.entries,
            "periods": self._periods.entries,
            "dimensions": self._dimensions.entries,
            "kinds": self._kinds.entries,
            "files": self._files.entries,
        }

    def source(self, place: Place | None) -> str:
        """A place as the index of its file and what follows in its words; empty where it is not known."""
        return "" if place is None else f"{self._files.index(place.path)}{str(place)[len(place.path) :]}"

    def _entry(self, fact: Fact, situation: int) -> str:
        subject = self._subject
        spots, place, cell = subject.spots.get(fact.id, ()), subject.places.get(fact.id), subject.finest_cell(fact)
        said = (
            f"{_quoted(fact.id)},{self._concepts.index(fact.concept)},{situation},{self._kind(fact, cell)},"
            f"{_quoted(fact_words(subject, fact))},{_quoted(self.source(place))}"
        )
        before = self._before(fact)
        if more := {} if self._is_usual(fact, spots, place) else self._more(fact, spots, cell, place):
            return f"[{said},{before or 0},{encoded(more)}]"
        return f"[{said},{before}]" if before else f"[{said}]"

    def _is_usual(self, fact: Fact, spots: Sequence[Spot], place: Place | None) -> bool:
        """Whether a fact is shown once, in a row that has its title, and nothing else refers to it."""
        if len(spots) != 1 or fact.id in self._referred:
            return False
        row, _, cell = spots[0]
        is_titled = row.concept == fact.concept and row.label != ""
        return is_titled and cell.computation is None and self._subject.places.get(cell.id, place) == place

    def _kind(self, fact: Fact, cell: Cell | None) -> int:
        is_number = isinstance(fact.value, Decimal)
        display = cell.display if cell and is_number else None
        return self._kinds.index((fact.unit if is_number else None, fact.decimals, fact.language, display))

    def _before(self, fact: Fact) -> str:
        """The fact of the period before: its number, the change since then, and the rate of the change."""
        before = self._subject.history.before(fact)
        if before is None or not isinstance(fact.value, Decimal) or not isinstance(before.value, Decimal):
            return ""
        change, rate = figures.change(fact.value, before.value), figures.rate(fact.value, before.value)
        return f'[{self.number[before.id]},"{change}","{rate}"]'

    def _more(self, fact: Fact, spots: Sequence[Spot], cell: Cell | None, place: Place | None) -> Mapping[str, object]:
        """What few facts have: whatever the page does not show where the fact stands, and what refers to the fact."""
        said: dict[str, object] = {}
        if title := self._title(fact, spots):
            said["title"] = title
        if len(spots) > 1 and (finest := next(index for index, spot in enumerate(spots) if spot.cell is cell)):
            said["finest"] = finest
        if cell and cell.computation and cell.computation.text and isinstance(fact.value, Decimal):
            said["formula"] = cell.computation.text
        places = [self._subject.places.get(spot.cell.id, place) for spot in spots]
        if places.count(place) < len(places):
            said["places"] = list(map(self.source, places))
        said |= {name: by_fact[fact.id] for name, by_fact in self._references.items() if fact.id in by_fact}
        return said

    def _title(self, fact: Fact, spots: Sequence[Spot]) -> str:
        """The title; empty where it is the label of the row that the fact is first shown in, or else of its concept."""
        subject = self._subject
        label = spots[0].row.label if spots else ""
        title = subject.title(fact)
        return "" if title == (label or subject.labels(fact.concept)) else title


def _kind(kind: _Kind) -> Mapping[str, str]:
    """The accuracy and the unit of a number in words, and the unit of the figures that are printed."""
    unit, decimals, language, display = kind
    said = {"language": language or ""}
    if unit is not None:
        places = "" if decimals is None else f", decimals {decimals}".replace("-", figures.MINUS)
        said |= {"accuracy": wording.accuracy_words(decimals) + places, "unit": wording.unit_words(unit)}
    if display is not None:
        is_percent = display.scale == PERCENT_SCALE
        said["printed"] = "" if is_percent else wording.scaled_unit_words(unit, display.scale)
        said["negated"] = "yes" if display.negated else ""
    return {key: words for key, words in said.items() if words}


def _concept(subject: Subject, name: QName) -> Mapping[str, object]:
    return {
        "label": subject.labels(name),
        "name": subject.name(name),
        "kind": wording.kind_words(subject.concept(name)),
        "extension": subject.is_extension(name),
        "documentation": subject.documentation(name),
    }


def _period(period: Period | None) -> Sequence[str]:
    return (wording.period_words(period), wording.length_words(period))


def _dimension(subject: Subject, dimension: Dimension) -> Sequence[str]:
    axis, member = dimension.axis, dimension.member
    if isinstance(member, QName):
        return (subject.labels(axis), subject.name(axis), subject.labels(member), subject.name(member))
    return (subject.labels(axis), subject.name(axis), "nil" if member.value is None else member.value, "")


def _footnotes(subject: Subject) -> Mapping[str, list[str]]:
    notes: defaultdict[str, list[str]] = defaultdict(list)
    for footnote in subject.report.footnotes:
        for id_ in footnote.facts:
            notes[id_].append(prose.excerpt(as_fragment(footnote.content), 2000, is_markup=True))
    return notes
