"""What the inspector knows: every fact, computed figure and equation in words, ready to be shown by a script."""

import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Generic, TypeVar

from markupsafe import Markup

from xbrlgen.model import Dimension, Fact, Period, QName, Table, Unit
from xbrlgen.model.binding import Bound
from xbrlgen.model.evaluation import evaluate
from xbrlgen.writers.fragments import as_fragment
from xbrlgen.writers.summary import figures, prose, wording
from xbrlgen.writers.summary.appendix import fact_words
from xbrlgen.writers.summary.calculations import calculation, parts
from xbrlgen.writers.summary.cells import PERCENT_SCALE, cell_view
from xbrlgen.writers.summary.subject import Spot, Subject, cells_of

_Key = TypeVar("_Key", bound=Hashable)
_Entry = Mapping[str, object]

_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_quoted = json.encoder.encode_basestring

_FACTS = 500
"""So many are written at a time."""


class _Shared(Generic[_Key]):
    """Entries that many facts share: each is written once and named by its index."""

    def __init__(self, entry: Callable[[_Key], object]) -> None:
        self.entries: list[object] = []
        self._entry = entry
        self._indexes: dict[_Key, int] = {}

    def index(self, key: _Key) -> int:
        """The index of the entry for `key`, made on first use."""
        if key not in self._indexes:
            self._indexes[key] = len(self.entries)
            self.entries.append(self._entry(key))
        return self._indexes[key]


def details(subject: Subject, found: Sequence[Bound]) -> Iterator[Markup]:
    """All of it as JSON that may stand in a script element of HTML and of XML, piece by piece; every value is text.

    Facts are named by their position in the list of facts.
    """
    formulas = _Shared[str](str)
    facts = _Facts(subject, found)
    entity = subject.report.entity
    equations: dict[int, object] = {}  # of tables that declare the same ones, these are the same objects
    for each in found:
        if id(each) not in equations:
            equations[id(each)] = calculation(each, facts.number, formulas.index(each.equation.text))
    yield _script_safe(
        {
            "entity": [entity.identifier, entity.scheme] if entity else [],
            "tables": [_table(table) for table in subject.tables],
            "equations": [equations[id(each)] for each in found],
            "facts": [],
        }
    )[: -len("]}")]
    reported = subject.report.facts
    for start in range(0, len(reported), _FACTS):
        if start:
            yield Markup(",")
        yield _marked(",".join(map(facts.entry, reported[start : start + _FACTS])))
    rest = {
        "figures": dict(_figures(subject, facts.number)),
        "concepts": facts.concepts.entries,
        "periods": facts.periods.entries,
        "dimensions": facts.dimensions.entries,
        "measures": facts.measures.entries,
        "formulas": formulas.entries,
    }
    yield Markup("],") + _script_safe(rest)[1:]


class _Facts:
    """Makes the entries of facts, and gathers what they share."""

    def __init__(self, subject: Subject, found: Sequence[Bound]) -> None:
        self.number = {fact.id: index for index, fact in enumerate(subject.report.facts)}
        self.concepts = _Shared[QName](lambda name: _concept(subject, name))
        self.periods = _Shared[Period | None](_period)
        self.dimensions = _Shared[Dimension](lambda dimension: _dimension(subject, dimension))
        self.measures = _Shared[tuple[Unit | None, int | None]](_measure)
        self._subject = subject
        self._taken = parts(found)
        self._scaled_unit = cache(wording.scaled_unit_words)
        self._footnotes = _footnotes(subject)

    def entry(self, fact: Fact) -> str:
        """What the inspector knows of a fact, as JSON; what is not there is left out."""
        subject = self._subject
        is_number = isinstance(fact.value, Decimal)
        said: dict[str, object] = {
            "id": _quoted(fact.id),
            "concept": self.concepts.index(fact.concept),
            "period": self.periods.index(fact.period),
            "dimensions": _listed([self.dimensions.index(each) for each in fact.dimensions]),
            "value": _quoted(fact_words(subject, fact)),
            "measure": self.measures.index((fact.unit, fact.decimals)) if is_number else "",
            "language": _quoted(fact.language) if fact.language else "",
            **self._shown(fact),
            "before": self._before(fact),
        }
        for key, more in (("equations", self._taken), ("findings", subject.concerning), ("footnotes", self._footnotes)):
            if fact.id in more:
                said[key] = _encoded(more[fact.id])
        members = [f'"{key}":{each}' for key, each in said.items() if each != ""]
        return f"{{{','.join(members)}}}"

    def _shown(self, fact: Fact) -> Mapping[str, str]:
        """Where the fact is printed, and how the cell with the most digits prints it.

        Title and source are left out where they are those of the cell that the fact is first shown in.
        """
        subject = self._subject
        spots, places = subject.spots.get(fact.id, ()), subject.places
        title, place = subject.title(fact), places.get(fact.id, "")
        at = [_spot(subject, spot) for spot in spots]
        is_known = bool(spots) and (place == at[0][-1] or str(place) == str(at[0][-1]))
        said = {
            "at": _listed(f"[{table},{row},{column},{_quoted(str(each))}]" for table, row, column, each in at),
            "source": "" if is_known or not str(place) else _quoted(str(place)),
        }
        if not spots or subject.tables[spots[0].table].rows[spots[0].row].label != title:
            said["title"] = _quoted(title) if title else ""
        cell = subject.finest_cell(fact)
        if cell and isinstance(fact.value, Decimal):
            percent = cell.display.scale == PERCENT_SCALE
            unit = "" if percent else self._scaled_unit(fact.unit, cell.display.scale)
            said["printed"] = _quoted(f"{figures.shown(fact.value, cell.display, percent=percent)} {unit}".strip())
            said["negated"] = '"yes"' if cell.display.negated else ""
            said["formula"] = _quoted(cell.computation.text) if cell.computation and cell.computation.text else ""
        return said

    def _before(self, fact: Fact) -> str:
        """The fact of the period before: its number, the change since then, and the rate of the change."""
        before = self._subject.history.before(fact)
        if before is None or not isinstance(fact.value, Decimal) or not isinstance(before.value, Decimal):
            return ""
        change, rate = figures.change(fact.value, before.value), figures.rate(fact.value, before.value)
        return f"[{self.number[before.id]},{_quoted(change)},{_quoted(rate)}]"


def _listed(entries: Iterable[object]) -> str:
    """A list of what is JSON already; nothing for an empty one."""
    listed = ",".join(map(str, entries))
    return listed and f"[{listed}]"


def _script_safe(data: object) -> Markup:
    """JSON without the characters that could end a script element or that XML or JavaScript read differently."""
    return _marked(_encoded(data))


def _marked(text: str) -> Markup:
    for character in "<>&\u2028\u2029\x7f":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - no character of it can begin markup


def _only_filled(entry: _Entry) -> _Entry:
    return {key: value for key, value in entry.items() if value not in ("", [])}


def _footnotes(subject: Subject) -> Mapping[str, list[str]]:
    notes: defaultdict[str, list[str]] = defaultdict(list)
    for footnote in subject.report.footnotes:
        for id_ in footnote.facts:
            notes[id_].append(prose.excerpt(as_fragment(footnote.content), 2000, is_markup=True))
    return notes


def _concept(subject: Subject, name: QName) -> _Entry:
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


def _measure(measure: tuple[Unit | None, int | None]) -> Sequence[str]:
    """The unit and the accuracy of a number in words."""
    unit, decimals = measure
    places = "" if decimals is None else f", decimals {decimals}".replace("-", figures.MINUS)
    return (wording.unit_words(unit), wording.accuracy_words(decimals) + places)


def _spot(subject: Subject, spot: Spot) -> tuple[int, int, int, object]:
    """A cell by its table, row and column, and its place in the source."""
    cell = subject.cell(spot)
    place = subject.places.get(cell.id) or subject.places.get(cell.fact or "", "")
    return (*spot, place)


def _table(table: Table) -> _Entry:
    columns = [" · ".join(filter(None, (column.group, column.heading))) for column in table.columns]
    return {"title": table.title, "columns": columns, "rows": [row.label for row in table.rows]}


def _figures(subject: Subject, number: Mapping[str, int]) -> Iterator[tuple[str, _Entry]]:
    """The computed figures by the id of their cell."""
    for cell, spot in cells_of(subject.report):
        computation = cell.computation
        if computation is None or computation.context is None or cell.fact:
            continue
        evaluated = evaluate(computation.expression, computation.context, subject.bindings.index)
        table = subject.tables[spot.table]
        yield (
            cell.id,
            _only_filled(
                {
                    "title": table.rows[spot.row].label,
                    "column": table.columns[spot.column].heading,
                    "value": cell_view(subject, cell, table.columns[spot.column]).text,
                    "formula": computation.text,
                    "at": [(*spot, str(_spot(subject, spot)[-1]))],
                    "facts": [number[fact.id] for fact in evaluated.facts] if evaluated else [],
                    "findings": list(subject.concerning.get(cell.id, ())),
                    "typed": cell.printed,
                }
            ),
        )
