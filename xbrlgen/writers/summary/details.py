"""What the inspector knows, ready to be shown by a script: facts, computed figures and equations in words."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from markupsafe import Markup

from xbrlgen.model import Table
from xbrlgen.model.binding import Bound
from xbrlgen.model.evaluation import evaluate
from xbrlgen.writers.summary.calculations import calculation, parts
from xbrlgen.writers.summary.cells import cell_view
from xbrlgen.writers.summary.fact_entries import FactEntries, encoded
from xbrlgen.writers.summary.shared import Shared
from xbrlgen.writers.summary.subject import Subject, spots_of

_Entry = Mapping[str, object]

_FACTS = 500
"""So many are written at a time."""


def details(subject: Subject, found: Sequence[Bound]) -> Iterator[Markup]:
    """All of it as JSON that may stand in a script element of HTML and of XML, piece by piece; every value is text.

    Facts are named by their position in the list of facts.
    """
    equations = tuple({id(each): each for each in found}.values())  # tables that declare the same ones share these
    facts = FactEntries(subject, parts(equations))
    formulas = Shared[str](str)
    entity = subject.report.entity
    head = {
        "entity": [entity.identifier, entity.scheme] if entity else [],
        "tables": [_table(table) for table in subject.tables],
        "equations": [calculation(each, facts.number, formulas.index(each.equation.text)) for each in equations],
        "formulas": formulas.entries,
        "figures": dict(_figures(subject, facts)),
    }
    yield _script_safe(encoded(head)[:-1] + ',"facts":[')
    entries, separator = facts.entries(), ""
    while several := ",".join(islice(entries, _FACTS)):
        yield _script_safe(separator + several)
        separator = ","
    yield _script_safe(f"],{encoded(facts.shared())[1:]}")


def _script_safe(json: str) -> Markup:
    """JSON without the characters that could end a script element or that XML or JavaScript read differently."""
    for character in "<>&\u2028\u2029\x7f":
        json = json.replace(character, f"\\u{ord(character):04x}")
    return Markup(json)  # noqa: S704 - no character of it can begin markup


def _table(table: Table) -> _Entry:
    columns = [" · ".join(filter(None, (column.group, column.heading))) for column in table.columns]
    return {"title": table.title, "columns": columns}


def _figures(subject: Subject, facts: FactEntries) -> Iterator[tuple[str, _Entry]]:
    """The computed figures by the id of their cell."""
    for row, column, cell in spots_of(subject.report):
        computation = cell.computation
        if computation is None or computation.context is None or cell.fact:
            continue
        evaluated = evaluate(computation.expression, computation.context, subject.bindings.index)
        said = {
            "title": row.label,
            "column": column.heading,
            "value": cell_view(subject, cell, column).text,
            "formula": computation.text,
            "source": facts.source(subject.places.get(cell.id)),
            "facts": [facts.number[fact.id] for fact in evaluated.facts] if evaluated else [],
            "findings": list(subject.concerning.get(cell.id, ())),
            "typed": cell.printed,
        }
        yield cell.id, {key: value for key, value in said.items() if value not in ("", [])}
