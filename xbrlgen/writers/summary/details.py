"""What the inspector knows: every fact, computed figure and equation in words, ready to be shown by a script."""

import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Generic, TypeVar

from markupsafe import Markup

from xbrlgen.model import Dimension, Display, Fact, Period, QName, Table, Unit
from xbrlgen.model.binding import Bound
from xbrlgen.model.evaluation import evaluate
from xbrlgen.writers.fragments import as_fragment
from xbrlgen.writers.summary import figures, prose, wording
from xbrlgen.writers.summary.calculations import calculation, parts
from xbrlgen.writers.summary.cells import PERCENT_SCALE, cell_view
from xbrlgen.writers.summary.subject import Spot, Subject

_Key = TypeVar("_Key", bound=Hashable)
_Entry = Mapping[str, object]


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


def details(subject: Subject, found: Sequence[Bound]) -> Markup:
    """All of it as JSON that may stand in a script element of HTML and of XML; every value in it is text.

    Facts are named by their position in the list of facts.
    """
    number = {fact.id: index for index, fact in enumerate(subject.report.facts)}
    concepts = _Shared[QName](lambda name: _concept(subject, name))
    periods = _Shared[Period | None](_period)
    dimensions = _Shared[Dimension](lambda dimension: _dimension(subject, dimension))
    measures = _Shared[tuple[Unit | None, int | None]](_measure)
    formulas = _Shared[str](str)
    taken = parts(found)
    footnotes = _footnotes(subject)
    facts = [
        _only_filled(
            {
                "id": fact.id,
                "concept": concepts.index(fact.concept),
                "period": periods.index(fact.period),
                "dimensions": [dimensions.index(each) for each in fact.dimensions],
                "value": _value(subject, fact),
                "measure": measures.index((fact.unit, fact.decimals)) if isinstance(fact.value, Decimal) else "",
                "language": fact.language or "",
                **_shown(subject, fact),
                "before": _before(subject, fact, number),
                "equations": taken.get(fact.id, []),
                "findings": list(subject.concerning.get(fact.id, ())),
                "footnotes": footnotes.get(fact.id, []),
            }
        )
        for fact in subject.report.facts
    ]
    entity = subject.report.entity
    return _script_safe(
        {
            "entity": [entity.identifier, entity.scheme] if entity else [],
            "tables": [_table(table) for table in subject.tables],
            "equations": [calculation(each, number, formulas.index(each.equation.text)) for each in found],
            "facts": facts,
            "figures": dict(_figures(subject, number)),
            "concepts": concepts.entries,
            "periods": periods.entries,
            "dimensions": dimensions.entries,
            "measures": measures.entries,
            "formulas": formulas.entries,
        }
    )


def _script_safe(data: object) -> Markup:
    """JSON without the characters that could end a script element or that XML or JavaScript read differently."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
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


def _value(subject: Subject, fact: Fact) -> str:
    if fact.value is None:
        return "nil"
    return subject.words(fact) if isinstance(fact.value, str) else figures.unscaled(fact.value)


def _shown(subject: Subject, fact: Fact) -> _Entry:
    """Where the fact is printed, and how the cell with the most digits prints it.

    Title and source are left out where they are those of the cell that the fact is first shown in.
    """
    spots = subject.spots.get(fact.id, ())
    title = subject.title(fact)
    at = [_spot(subject, spot) for spot in spots]
    source = str(subject.places.get(fact.id, ""))
    entry: dict[str, object] = {"at": at, "source": "" if at and at[0][-1] == source else source}
    if not spots or subject.tables[spots[0].table].rows[spots[0].row].label != title:
        entry["title"] = title
    cell = subject.finest_cell(fact)
    if cell and isinstance(fact.value, Decimal):
        percent = cell.display.scale == PERCENT_SCALE
        unit = "" if percent else wording.scaled_unit_words(fact.unit, cell.display.scale)
        entry["printed"] = f"{figures.shown(fact.value, cell.display, percent=percent)} {unit}".strip()
        entry["negated"] = "yes" if cell.display.negated else ""
        entry["formula"] = cell.computation.text if cell.computation else ""
    return entry


def _spot(subject: Subject, spot: Spot) -> Sequence[object]:
    """A cell by its table, row and column, and its place in the source."""
    cell = subject.tables[spot.table].rows[spot.row].cells[spot.column]
    place = subject.places.get(cell.id) or subject.places.get(cell.fact or "", "")
    return (spot.table, spot.row, spot.column, str(place))


def _before(subject: Subject, fact: Fact, number: Mapping[str, int]) -> Sequence[object]:
    """The fact of the period before: its number, the change since then, and the rate of the change."""
    before = subject.history.before(fact)
    if before is None or not isinstance(fact.value, Decimal) or not isinstance(before.value, Decimal):
        return []
    digits = max(_fraction_digits(fact.value), _fraction_digits(before.value))
    change = figures.difference(fact.value, before.value, Display(0, digits))
    return [number[before.id], change, figures.rate(fact.value, before.value)]


def _fraction_digits(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -min(exponent, 0) if isinstance(exponent, int) else 0


def _table(table: Table) -> _Entry:
    columns = [" · ".join(filter(None, (column.group, column.heading))) for column in table.columns]
    return {"title": table.title, "columns": columns, "rows": [row.label for row in table.rows]}


def _figures(subject: Subject, number: Mapping[str, int]) -> Iterator[tuple[str, _Entry]]:
    """The computed figures by the id of their cell."""
    for cell, spot in subject.cells.values():
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
                    "at": [_spot(subject, spot)],
                    "facts": [number[fact.id] for fact in evaluated.facts] if evaluated else [],
                    "findings": list(subject.concerning.get(cell.id, ())),
                    "typed": cell.printed,
                }
            ),
        )
