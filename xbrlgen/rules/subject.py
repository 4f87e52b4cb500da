"""What the rules judge: a report with its taxonomy, its facts by key, and where each part came from."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from xbrlgen.findings import Finding, Location, Severity, finding
from xbrlgen.instance import InstanceDocument
from xbrlgen.model import Cell, Concept, Display, Fact, QName, Report, Row, Table, TextDisclosure
from xbrlgen.model.binding import Bindings
from xbrlgen.model.evaluation import FactIndex
from xbrlgen.rules import wording
from xbrlgen.rules.dimensional.axes import is_typed_axis
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.taxonomy.suggestions import nearest
from xbrlgen.taxonomy.unit_registry import UnitRegistry
from xbrlgen.taxonomy.units import bundled_registry

SHOWN_PLACES = 50
"""Places that one finding lists at most; the number of facts is in its message."""

MOST_SUGGESTIONS = 20
"""Unknown names for which similar ones are looked up: each look-up compares thousands of names."""


class Shown(NamedTuple):
    """The cell that shows a fact, and its row."""

    row: Row
    cell: Cell


class Subject:
    """One report to be judged. All rules share it, so that the facts are indexed once."""

    def __init__(
        self,
        report: Report,
        taxonomy: Taxonomy,
        locations: Mapping[str, Location],
        bindings: Bindings | None = None,
        instance: InstanceDocument | None = None,
        *,
        units: UnitRegistry | None = None,
    ) -> None:
        self.report = report
        self.taxonomy = taxonomy
        self.locations = locations
        self.instance = instance
        self.units = units or bundled_registry()
        self._concepts: dict[QName, Concept | None] = {}
        self._types: dict[QName, tuple[QName, ...]] = {}
        self._takes_values: dict[QName, bool] = {}
        self._suggested = 0
        self.bindings = bindings or Bindings(FactIndex(report.facts, taxonomy.default_member))
        self.index = self.bindings.index

    @property
    def is_own(self) -> bool:
        """Whether the report is being made, so that its author can mend what a filing of someone else may contain."""
        return bool(self.report.sections)

    @property
    def strict(self) -> Severity:
        """How grave is what regulators forbid or registries do not know, though XBRL itself allows it."""
        return Severity.ERROR if self.is_own else Severity.WARNING

    def concept(self, name: QName) -> Concept | None:
        """The concept of that name, None if the taxonomy has none; asked of the taxonomy once."""
        if name not in self._concepts:
            self._concepts[name] = self.taxonomy.concept(name)
        return self._concepts[name]

    def takes_values(self, axis: Concept) -> bool:
        """Whether the members of an axis are values; also where their type is not known."""
        if axis.name not in self._takes_values:
            is_typed = axis.typed_domain is not None or is_typed_axis(axis.name, self.taxonomy)
            self._takes_values[axis.name] = is_typed
        return self._takes_values[axis.name]

    def types(self, name: QName) -> tuple[QName, ...]:
        """The type of a concept and those that it derives from, itself first; empty for an unknown concept."""
        if name not in self._types:
            concept = self.concept(name)
            self._types[name] = () if concept is None else self.taxonomy.types(concept)
        return self._types[name]

    def items(self) -> Sequence[tuple[Concept, Sequence[Fact]]]:
        """Each concept that may be reported, with its facts; others are the concern of the concept rules alone."""
        return self._items

    @cached_property
    def _items(self) -> Sequence[tuple[Concept, Sequence[Fact]]]:
        named = ((self.concept(name), self.index.of_concept(name)) for name in self.index.concepts)
        return [
            (concept, facts)
            for concept, facts in named
            if concept is not None and concept.item_type is not None and not concept.is_abstract
        ]

    @cached_property
    def shown(self) -> Mapping[str, Shown]:
        """The cell that shows each fact with the most digits, by the fact's id; the first of several."""
        found: dict[str, Shown] = {}
        for row, cell in self.cells():
            if cell.fact is not None:
                known = found.get(cell.fact)
                if known is None or _last_place(cell) < _last_place(known.cell):
                    found[cell.fact] = Shown(row, cell)
        return found

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        texts = (part for section in self.report.sections for part in section.content)
        return {text.fact: text.label for text in texts if isinstance(text, TextDisclosure)}

    def _tables(self) -> Iterator[Table]:
        for section in self.report.sections:
            yield from (part for part in section.content if isinstance(part, Table))

    def cells(self) -> Iterator[tuple[Row, Cell]]:
        """Every cell of every table, with its row."""
        for table in self._tables():
            for row in table.rows:
                yield from ((row, cell) for cell in row.cells)

    def label(self, fact: Fact) -> str:
        """What the report calls the fact: the label of its row or text, else the name of its concept."""
        shown = self.shown.get(fact.id)
        label = shown.row.label if shown else self._labels.get(fact.id, "")
        return label or self.spelt(fact.concept)

    def display(self, fact: Fact) -> Display:
        """How the report shows the fact; in full where it does not."""
        shown = self.shown.get(fact.id)
        return shown.cell.display if shown else Display()

    def figure(self, fact: Fact) -> str:
        """The value of a numeric fact at the scale in which the report shows it, with scale and unit in words."""
        value = fact.value if isinstance(fact.value, Decimal) else Decimal(0)
        return wording.measured(value, self.display(fact).scale, fact.unit)

    def spelt(self, name: QName) -> str:
        """A name as the report's author writes it: with a prefix, or bare if it is the taxonomy's own."""
        if name.namespace == self.taxonomy.namespace:
            return name.local_name
        prefix = self._prefixes.get(name.namespace)
        return f"{prefix}:{name.local_name}" if prefix else str(name)

    @cached_property
    def _prefixes(self) -> Mapping[str, str]:
        usual = dict(self.taxonomy.prefixes)
        own = {namespace: prefix for prefix, namespace in self.report.prefixes.items()}
        return {**usual, **own}

    def suggestion(self, unknown: QName) -> str:
        """A question that names what is written nearly like an unknown name; empty if nothing is."""
        self._suggested += 1
        similar = nearest(unknown.local_name, self.taxonomy, 1) if self._suggested <= MOST_SUGGESTIONS else ()
        return f"Did you mean {self.spelt(similar[0])}?" if similar else ""

    def places(self, *ids: str) -> tuple[Location, ...]:
        """Where the parts with these ids came from, each place once; a fact without one has that of its cell."""
        found = (self._place(each) for each in ids)
        return tuple(dict.fromkeys(place for place in found if place is not None))

    def _place(self, identifier: str) -> Location | None:
        place = self.locations.get(identifier)
        if place is None and identifier in self.shown:
            place = self.locations.get(self.shown[identifier].cell.id)
        return place

    def told(self, fact: Fact) -> str:
        """A fact in words: its label, concept, period and members."""
        label, name = self.label(fact), self.spelt(fact.concept)
        where = wording.place(fact.period, fact.dimensions)
        return f"{label} ({where})" if label == name else f"{label} ({name}, {where})"

    def finding(
        self,
        code: str,
        message: str,
        *facts: Fact,
        hint: str = "",
        standard: str = "",
        severity: Severity | None = None,
        further: tuple[str, ...] = (),
    ) -> Finding:
        """A finding about `facts`, the first of which is its fact; `further` are ids of more places to show."""
        places = self.places(*(fact.id for fact in facts[:SHOWN_PLACES]), *further)
        about = facts[0].id if facts else ""
        return finding(code, message, *places, hint=hint, standard=standard, severity=severity, fact=about)


def _last_place(cell: Cell) -> int:
    """The power of ten of the last digit that a cell shows."""
    return cell.display.scale - cell.display.fraction_digits
