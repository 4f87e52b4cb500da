"""What the inspector knows: every fact, computed figure and equation in words, ready to be shown by a script."""

import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Generic, TypeVar

from markupsafe import Markup

from xbrlgen.model import Cell, Dimension, Display, Fact, Period, QName, Table
from xbrlgen.model.binding import Bound
from xbrlgen.model.evaluation import evaluate
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
    """All of it as JSON that may stand in a script element of HTML and of XML; every value in it is text."""
    concepts = _Shared[QName](lambda name: _concept(subject, name))
    periods = _Shared[Period | None](_period)
    dimensions = _Shared[Dimension](lambda dimension: _dimension(subject, dimension))
    taken = parts(found)
    footnotes = _footnotes(subject)
    facts = {
        fact.id: _only_filled(
            {
                "title": subject.title(fact),
                "concept": concepts.index(fact.concept),
                "period": periods.index(fact.period),
                "dimensions": [dimensions.index(each) for each in fact.dimensions],
                **_value(subject, fact),
                **_shown(subject, fact),
                "before": _before(subject, fact),
                "source": str(subject.places.get(fact.id, "")),
                "equations": taken.get(fact.id, []),
                "findings": list(subject.concerning.get(fact.id, ())),
                "footnotes": footnotes.get(fact.id, []),
            }
        )
        for fact in subject.report.facts
    }
    entity = subject.report.entity
    return _script_safe(
        {
            "entity": [entity.identifier, entity.scheme] if entity else [],
            "concepts": concepts.entries,
            "periods": periods.entries,
            "dimensions": dimensions.entries,
            "tables": [_table(table) for table in subject.tables],
            "equations": [calculation(each) for each in found],
            "facts": facts,
            "figures": dict(_figures(subject)),
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
            notes[id_].append(prose.excerpt(footnote.content, 2000, is_markup=True))
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


def _value(subject: Subject, fact: Fact) -> _Entry:
    if fact.value is None:
        return {"value": "nil", "unit": wording.unit_words(fact.unit)}
    if isinstance(fact.value, str):
        return {"value": subject.words(fact), "language": fact.language or "", "words": 1}
    places = "" if fact.decimals is None else f"decimals {fact.decimals}".replace("-", figures.MINUS)
    return {
        "value": figures.unscaled(fact.value),
        "unit": wording.unit_words(fact.unit),
        "accuracy": ", ".join(filter(None, (wording.accuracy_words(fact.decimals), places))),
    }


def _shown(subject: Subject, fact: Fact) -> _Entry:
    """Where the fact is printed, and how the first of these cells prints it."""
    spots = subject.spots.get(fact.id, ())
    entry: dict[str, object] = {"at": [[spot.table, spot.row, spot.column] for spot in spots]}
    if spots and isinstance(fact.value, Decimal):
        cell = _cell(subject, spots[0])
        percent = cell.display.scale == PERCENT_SCALE
        unit = "" if percent else wording.scaled_unit_words(fact.unit, cell.display.scale)
        entry["printed"] = f"{figures.shown(fact.value, cell.display, percent=percent)} {unit}".strip()
        entry["negated"] = "yes" if cell.display.negated else ""
        entry["formula"] = cell.computation.text if cell.computation else ""
    return entry


def _cell(subject: Subject, spot: Spot) -> Cell:
    return subject.tables[spot.table].rows[spot.row].cells[spot.column]


def _before(subject: Subject, fact: Fact) -> Sequence[str]:
    """The fact of the period before: its id, the change since then, and the rate of the change."""
    before = subject.history.before(fact)
    if before is None or not isinstance(fact.value, Decimal) or not isinstance(before.value, Decimal):
        return []
    digits = max(_fraction_digits(fact.value), _fraction_digits(before.value))
    change = figures.difference(fact.value, before.value, Display(0, digits))
    return [before.id, change, figures.rate(fact.value, before.value)]


def _fraction_digits(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -min(exponent, 0) if isinstance(exponent, int) else 0


def _table(table: Table) -> _Entry:
    columns = [" · ".join(filter(None, (column.group, column.heading))) for column in table.columns]
    return {"title": table.title, "columns": columns, "rows": [row.label for row in table.rows]}


def _figures(subject: Subject) -> Iterator[tuple[str, _Entry]]:
    """The computed figures by the id of their cell."""
    for cell, spot in subject.cells.values():
        computation = cell.computation
        if computation is None or computation.context is None or cell.fact:
            continue
        evaluated = evaluate(computation.expression, computation.context, subject.index)
        table = subject.tables[spot.table]
        yield (
            cell.id,
            _only_filled(
                {
                    "title": table.rows[spot.row].label,
                    "column": table.columns[spot.column].heading,
                    "value": cell_view(subject, cell, table.columns[spot.column]).text,
                    "formula": computation.text,
                    "at": [[spot.table, spot.row, spot.column]],
                    "facts": [fact.id for fact in evaluated.facts] if evaluated else [],
                    "source": str(subject.places.get(cell.id, "")),
                    "findings": list(subject.concerning.get(cell.id, ())),
                    "typed": cell.printed,
                }
            ),
        )
