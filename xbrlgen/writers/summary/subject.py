"""What the page is about: the report, its findings, and where each thing came from."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, cached_property
from itertools import repeat
from typing import NamedTuple, Protocol, Self

from xbrlgen.model import Cell, CellKind, Column, Concept, Fact, QName, Report, Row, Table, ValueKind, Vocabulary
from xbrlgen.model.binding import Bindings
from xbrlgen.model.evaluation import FactIndex, computed_value
from xbrlgen.writers.summary import prose
from xbrlgen.writers.summary.footnotes import Footnotes
from xbrlgen.writers.summary.history import History


class Place(Protocol):
    """A place in a source, which prints as ``path:line:column``."""

    @property
    def path(self) -> str:
        """The source."""

    def __str__(self) -> str: ...


class Remark(Protocol):
    """A finding, as far as the page shows it."""

    @property
    def code(self) -> str:
        """The code in the catalogue."""

    @property
    def name(self) -> str:
        """The name of the offence."""

    @property
    def severity(self) -> str:
        """``error``, ``warning`` or ``info``."""

    @property
    def message(self) -> str:
        """One sentence."""

    @property
    def hint(self) -> str:
        """How to mend it."""

    @property
    def standard(self) -> str:
        """The specification's or regulator's own code."""

    @property
    def locations(self) -> Sequence[Place]:
        """Where it is."""

    @property
    def fact(self) -> str:
        """The id of the fact concerned."""


SEVERITIES = ("error", "warning", "info")


class Spot(NamedTuple):
    """Where something is shown: a cell with what it stands in."""

    row: Row
    column: Column
    cell: Cell


@dataclass(frozen=True)
class Subject:
    """The report with the look-ups that every part of the page needs; make one with `of`."""

    report: Report
    remarks: Sequence[Remark]
    places: Mapping[str, Place]
    labels: Callable[[QName], str]
    vocabulary: Vocabulary
    facts: Mapping[str, Fact] = field(default_factory=dict)
    spots: Mapping[str, Sequence[Spot]] = field(default_factory=dict)
    history: History = field(default_factory=lambda: History(()))
    tables: Sequence[Table] = ()
    """All tables in order."""
    bindings: Bindings = field(default_factory=lambda: Bindings(FactIndex(())))
    prefixes: Mapping[str, str] = field(default_factory=dict)
    """The usual prefix of each namespace."""

    @classmethod
    def of(
        cls,
        report: Report,
        remarks: Sequence[Remark],
        places: Mapping[str, Place],
        labels: Callable[[QName], str],
        vocabulary: Vocabulary,
        *,
        bindings: Bindings | None = None,
    ) -> Self:
        """Index the report once; `bindings` are its equations with their facts, where they are known."""
        spots: dict[str, list[Spot]] = {}
        for spot in spots_of(report):
            if spot.cell.fact:
                spots.setdefault(spot.cell.fact, []).append(spot)
        return cls(
            report,
            remarks,
            places,
            cache(labels),
            vocabulary,
            {fact.id: fact for fact in report.facts},
            spots,
            History(report.facts),
            tuple(_tables(report)),
            bindings or Bindings(FactIndex(report.facts, vocabulary.default_member)),
            _prefixes(report, vocabulary),
        )

    @cached_property
    def cells(self) -> Mapping[str, Spot]:
        """All cells with what they stand in, by their ids."""
        return {spot.cell.id: spot for spot in spots_of(self.report)}

    @cached_property
    def concerning(self) -> Mapping[str, tuple[int, ...]]:
        """The indexes of the remarks on each fact or cell, by its id."""
        return _concerning(self.remarks, self.places, self.cells) if self.remarks else {}

    @cached_property
    def footnotes(self) -> Footnotes:
        """The footnotes of the report."""
        return Footnotes(self.report)

    def severity(self, *ids: str | None) -> str:
        """The gravest severity of the remarks on a fact or cell, empty where there is none."""
        if not self.concerning:
            return ""
        found = {self.remarks[index].severity for each in ids if each for index in self.concerning.get(each, ())}
        return next((severity for severity in SEVERITIES if severity in found), "")

    def name(self, name: QName) -> str:
        """A name with its usual prefix, in Clark notation where there is none."""
        prefix = self.prefixes.get(name.namespace)
        return f"{prefix}:{name.local_name}" if prefix else str(name)

    def source(self, part: str) -> str:
        """Where a fact or cell comes from, empty where that is not known."""
        return str(self.places.get(part, ""))

    def situations(self) -> Iterator[int]:
        """The number of the situation of each fact in order, as the index of the facts has it."""
        index = self.bindings.index
        of_concept = {name: iter(index.numbers_of_situations(name)) for name in index.concepts}
        return (next(of_concept[fact.concept]) for fact in self.report.facts)

    def title(self, fact: Fact, spot: Spot | None = None) -> str:
        """The issuer's words for a fact: the label of the row that shows it, else the label of its concept."""
        for row, _, _ in (spot,) if spot else self.spots.get(fact.id, ()):
            if row.concept == fact.concept and row.label:
                return row.label
        return self.labels(fact.concept)

    def finest_cell(self, fact: Fact) -> Cell | None:
        """The cell that shows a fact with the most digits, the first of several; None if none shows it."""
        spots = self.spots.get(fact.id, ())
        if len(spots) == 1:
            return spots[0].cell
        cells = (spot.cell for spot in spots)
        return min(cells, key=lambda cell: cell.display.scale - cell.display.fraction_digits, default=None)

    def is_words(self, cell: Cell) -> bool:
        """Whether a cell holds words rather than a number."""
        fact = self.facts.get(cell.fact or "")
        return isinstance(fact.value, str) if fact else cell.kind is CellKind.TEXT

    def words(self, fact: Fact) -> str:
        """The beginning of a fact that is a text."""
        concept = self.concept(fact.concept)
        is_markup = concept is not None and concept.kind is ValueKind.TEXT_BLOCK
        return prose.excerpt(str(fact.value), is_markup=is_markup)

    def computed(self, cell: Cell) -> Decimal | None:
        """The figure of a computed cell, unscaled; None if it has none."""
        return computed_value(cell.computation, self.bindings.index) if cell.computation else None

    def concept(self, name: QName) -> Concept | None:
        """What the taxonomy says of a concept."""
        return self.vocabulary.concept(name)

    def documentation(self, name: QName) -> str:
        """What the issuer says of a concept of his own, in the language of the report if he does."""
        extension = self.report.extension
        for concept in extension.concepts if extension else ():
            if concept.name == name and concept.documentation:
                return concept.documentation.get(self.report.language) or next(iter(concept.documentation.values()))
        return ""

    def is_extension(self, name: QName) -> bool:
        """Whether the issuer declares the name himself."""
        return self.report.extension is not None and name.namespace == self.report.extension.namespace


def _prefixes(report: Report, vocabulary: Vocabulary) -> Mapping[str, str]:
    own = {namespace: prefix for prefix, namespace in report.prefixes.items()}
    if report.extension:
        own[report.extension.namespace] = report.extension.prefix
    return {**vocabulary.prefixes, **own}


def _tables(report: Report) -> Iterator[Table]:
    return (part for section in report.sections for part in section.content if isinstance(part, Table))


def spots_of(report: Report) -> Iterator[Spot]:
    """The cells of all tables in order, with what they stand in."""
    for table in _tables(report):
        for row in table.rows:
            yield from map(Spot, repeat(row), table.columns, row.cells)


def _concerning(
    remarks: Sequence[Remark], places: Mapping[str, Place], cells: Mapping[str, Spot]
) -> Mapping[str, tuple[int, ...]]:
    """A remark concerns the fact that it names, and the facts and cells at the places that it names."""
    at: defaultdict[str, list[str]] = defaultdict(list)
    for id_, place in places.items():
        at[str(place)].append(id_)
    found: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for index, remark in enumerate(remarks):
        ids = [remark.fact, *(id_ for place in remark.locations for id_ in at.get(str(place), ()))]
        for id_ in filter(None, ids):
            found[id_][index] = None
            if id_ in cells and (fact := cells[id_].cell.fact):
                found[fact][index] = None
    return {id_: tuple(indexes) for id_, indexes in found.items()}
