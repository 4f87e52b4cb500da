"""Tables for facts that come without any: concepts below each other, periods and members beside each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from xbrlgen.conversion.outline import Line
from xbrlgen.labels import Labels
from xbrlgen.model import (
    PERCENT_SCALE,
    Cell,
    CellKind,
    Column,
    Dimension,
    Display,
    Fact,
    Period,
    QName,
    Row,
    RowStyle,
    Table,
    Unit,
    ValueKind,
    Vocabulary,
)
from xbrlgen.target.inline.numbers import whole

LONG_TEXT = 160
"""From so many characters on a text stands by itself."""
_MOST_COLUMNS = 5
_EPOCH = datetime.min  # noqa: DTZ901 - the model has no time zones
_TOTAL = "totalLabel"

Lines = Sequence[tuple[Line, Sequence[Fact]]]
_Key = tuple[tuple[Dimension, ...], Period | None]


class TableMaker:
    """Makes the tables of one section, whose name begins the ids of their parts."""

    def __init__(self, name: str, labels: Labels, vocabulary: Vocabulary) -> None:
        self._name = name
        self._labels = labels
        self._vocabulary = vocabulary

    def tables(self, lines: Lines) -> Iterator[Table]:
        """Every fact in one cell; some columns to a table, those without members first and the latest periods first."""
        columns = _columns({_key(fact) for _, facts in lines for fact in facts})
        groups: dict[tuple[Dimension, ...], list[_Key]] = {}
        for key in dict.fromkeys(columns.values()):
            groups.setdefault(key[0], []).append(key)
        chunks = tuple(_chunks(list(groups.values())))
        chunk_of = {key: number for number, keys in enumerate(chunks) for key in keys}
        held: list[dict[int, list[Fact]]] = [{} for _ in chunks]
        for index, (_, facts) in enumerate(lines):
            for fact in facts:
                held[chunk_of[columns[_key(fact)]]].setdefault(index, []).append(fact)
        parents = _parents([line.level for line, _ in lines])
        for number, keys in enumerate(chunks):
            kept = ((lines[index][0], held[number].get(index, [])) for index in _with_parents(held[number], parents))
            yield self._table(f"{self._name}-{number + 1}", keys, columns, tuple(kept))

    def _table(self, name: str, keys: Sequence[_Key], columns_of: Mapping[_Key, _Key], lines: Lines) -> Table:
        numbers = {key: number for number, key in enumerate(keys)}
        units = {each.unit for _, facts in lines for each in facts if each.unit is not None}
        common = next(iter(units)) if len(units) == 1 else None
        rows: list[Row] = []
        for line, facts in lines:
            wanted = {_key(fact): numbers[columns_of[_key(fact)]] for fact in facts}
            for cells in self._rows(facts, wanted, len(keys)) or ([None] * len(keys),):
                rows.append(self._row(f"{name}-{len(rows) + 1}", line, cells, common))
        columns = tuple(
            Column(f"{name}-c{number}", self._labels.period(period), self._labels.members(dimensions), period)
            for number, (dimensions, period) in enumerate(keys, 1)
        )
        return Table(name, "", columns, tuple(rows), caption=self._labels.unit(common))

    @staticmethod
    def _rows(facts: Sequence[Fact], wanted: Mapping[_Key, int], width: int) -> list[list[Fact | None]]:
        """The facts of a line in their columns; a further row where a column has several, by unit and language."""
        rows: dict[tuple[Unit | None, str, int], list[Fact | None]] = {}
        times: dict[tuple[int, Unit | None, str], int] = {}
        for fact in facts:
            aspects, column = (fact.unit, fact.language or ""), wanted[_key(fact)]
            place = (column, *aspects)
            times[place] = number = times.get(place, -1) + 1
            rows.setdefault((*aspects, number), [None] * width)[column] = fact
        return list(rows.values())

    def _row(self, name: str, line: Line, facts: Sequence[Fact | None], common: Unit | None) -> Row:
        negated = "negated" in line.label_role.lower()
        unit = next((each.unit for each in facts if each is not None), None)
        words = self._labels.unit(unit) if unit != common else ""
        label = self._labels.of(line.concept, line.label_role)
        cells = tuple(self._cell(f"{name}-{number}", fact, negated) for number, fact in enumerate(facts, 1))
        style = RowStyle.TOTAL if line.label_role.endswith(_TOTAL) else RowStyle.LINE
        if not any(facts):
            style = RowStyle.HEADING
        text = f"{label} ({words})" if words else label
        return Row(name, text, cells, line.concept, style, max(line.level - 1, 0), negated)

    def _cell(self, name: str, fact: Fact | None, negated: bool) -> Cell:
        if fact is None:
            return Cell(name, CellKind.EMPTY)
        display = Display()
        if isinstance(fact.value, Decimal):
            display = whole(fact.value, PERCENT_SCALE if self._is_percent(fact.concept) else 0)._replace(
                negated=negated
            )
        return Cell(name, CellKind.FACT, fact=fact.id, display=display)

    def _is_percent(self, name: QName) -> bool:
        concept = self._vocabulary.concept(name)
        return concept is not None and concept.kind is ValueKind.PERCENT


def _key(fact: Fact) -> _Key:
    return fact.dimensions, fact.period


def _columns(keys: Iterable[_Key]) -> Mapping[_Key, _Key]:
    """The column of each key, in order: moments stand with the longest of the periods that end with them."""
    ordered = sorted(keys, key=_order)
    longest: dict[tuple[tuple[Dimension, ...], datetime | None], _Key] = {}
    for dimensions, period in ordered:
        longest.setdefault((dimensions, period.end if period else None), (dimensions, period))
    return {
        (dimensions, period): longest[dimensions, period.end] if period and period.is_instant else (dimensions, period)
        for dimensions, period in ordered
    }


def _order(key: _Key) -> tuple[list[tuple[QName, bool, str]], timedelta, timedelta]:
    """By members, then from the latest period to the earliest, the longest of those that end together first."""
    dimensions, period = key
    if period is None:
        return [each.sort_key for each in dimensions], timedelta(), timedelta()
    length = period.end - (period.start or period.end)
    return [each.sort_key for each in dimensions], _EPOCH - period.end, -length


def _parents(levels: Sequence[int]) -> Sequence[int | None]:
    """For each line the number of the one that it stands below, None at the top."""
    parents: list[int | None] = []
    above: list[int] = []
    for number, level in enumerate(levels):
        while above and levels[above[-1]] >= level:
            above.pop()
        parents.append(above[-1] if above else None)
        above.append(number)
    return parents


def _with_parents(lines: Iterable[int], parents: Sequence[int | None]) -> Sequence[int]:
    """The numbers of lines, with those of all that they stand below, in order."""
    found: set[int] = set()
    for line in lines:
        each: int | None = line
        while each is not None and each not in found:
            found.add(each)
            each = parents[each]
    return sorted(found)


def _chunks(groups: Sequence[Sequence[_Key]]) -> Iterator[tuple[_Key, ...]]:
    """The columns in as few tables as their number allows; those of the same members stay together."""
    table: list[_Key] = []
    for group in groups:
        has_members = bool(group[0][0])
        if table and (len(table) + len(group) > _MOST_COLUMNS or has_members != bool(table[0][0])):
            yield tuple(table)
            table = []
        for key in group:
            if len(table) == _MOST_COLUMNS:
                yield tuple(table)
                table = []
            table.append(key)
    if table:
        yield tuple(table)
