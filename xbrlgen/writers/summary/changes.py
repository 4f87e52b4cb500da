"""What changed between the two columns of a table that compare."""

from xbrlgen.model import Cell, Fact, Row, Table
from xbrlgen.writers.summary import figures
from xbrlgen.writers.summary.cells import is_percent
from xbrlgen.writers.summary.history import comparable
from xbrlgen.writers.summary.subject import Subject


def compared_columns(subject: Subject, table: Table) -> tuple[int, int] | None:
    """The earlier and the later of the two columns that compare; None unless there are exactly two."""
    columns = [index for index, column in enumerate(table.columns) if column.period and not column.percent]
    if len(columns) != 2:  # noqa: PLR2004 - a comparison is between two
        return None
    first, second = columns
    if not any(_comparable_facts(subject, row.cells[first], row.cells[second]) for row in table.rows):
        return None
    one, other = table.columns[first].period, table.columns[second].period
    return (second, first) if one and other and one.end > other.end else (first, second)


def changes(subject: Subject, row: Row, table: Table, pair: tuple[int, int]) -> tuple[str, str]:
    """The change of a row between a pair of columns, and its rate; empty where there is nothing to compare."""
    facts = _comparable_facts(subject, row.cells[pair[0]], row.cells[pair[1]])
    if not facts:
        return ("", "")
    old, new = (fact.value for fact in facts)
    cell, column = row.cells[pair[1]], table.columns[pair[1]]
    if isinstance(old, str) or isinstance(new, str) or old is None or new is None:
        return ("", "")
    percent = is_percent(cell, column)
    change = figures.difference(new, old, cell.display, percent=percent)
    return (change, "" if percent else figures.rate(new, old))


def _comparable_facts(subject: Subject, one: Cell, other: Cell) -> tuple[Fact, Fact] | None:
    old, new = subject.facts.get(one.fact or ""), subject.facts.get(other.fact or "")
    if old is None or new is None or not old.is_numeric or not comparable(old.period, new.period):
        return None
    same = (old.concept, old.unit, old.dimensions) == (new.concept, new.unit, new.dimensions)
    return (old, new) if same else None
