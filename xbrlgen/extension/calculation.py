"""The calculation networks: the totals that the tables of a section declare."""

from collections.abc import Iterator, Sequence

from xbrlgen.extension.networks import Arc, Network
from xbrlgen.extension.outline import Outline
from xbrlgen.extension.subject import Subject
from xbrlgen.model import Equation, EquationKind, QName
from xbrlgen.model.summation import obstacle

_Sum = tuple[QName, dict[QName, int]]
"""A total, and the weight of each item."""


def calculation_networks(outline: Outline, subject: Subject) -> Iterator[Network]:
    """The networks of a section (XBRL 2.1 section 5.2.5, Calculations 1.1 section 3).

    A second sum of one total goes into a further role: in the same one, the items of both would be added together.
    """
    for number, sums in enumerate(_apart(_sums(outline, subject)), 1):
        role = outline.role if number == 1 else outline.role.further(f"calculation-{number}")
        yield Network(role, tuple(arc for each in sums for arc in _arcs(each, subject)))


def _arcs(total_and_items: _Sum, subject: Subject) -> Iterator[Arc]:
    total, items = total_and_items
    for order, (item, weight) in enumerate(items.items(), 1):
        yield Arc(subject.settings.calculation_arcrole, total, item, order, {"weight": str(weight)})


def _apart(sums: Sequence[_Sum]) -> list[list[_Sum]]:
    """The sums in lists, none of which has two of one total."""
    lists: list[list[_Sum]] = []
    for each in sums:
        fitting = next((found for found in lists if all(other[0] != each[0] for other in found)), None)
        if fitting is None:
            lists.append([each])
        else:
            fitting.append(each)
    return lists


def _sums(outline: Outline, subject: Subject) -> list[_Sum]:
    """The sums that the tables declare, each once, as far as a network can express them."""
    tables = {content.id for content in outline.section.content}
    found: list[_Sum] = []
    for equation in subject.report.equations:
        if equation.kind is EquationKind.CALCULATION and equation.table in tables and equation.total.concept:
            each = equation.total.concept, _weights(equation, subject)
            if each[1] and each not in found and _is_expressible(*each, subject):
                found.append(each)
    return found


def _weights(equation: Equation, subject: Subject) -> dict[QName, int]:
    """The weight of each item that is reported at all; a total is no item of itself."""
    weights: dict[QName, int] = {}
    for weight, reference in equation.terms:
        if reference.concept in subject.reported and reference.concept is not None:
            weights[reference.concept] = weights.get(reference.concept, 0) + int(weight)
    return {item: weight for item, weight in weights.items() if weight}


def _is_expressible(total: QName, items: dict[QName, int], subject: Subject) -> bool:
    whole = subject.concept(total)
    parts = ((subject.concept(name), weight) for name, weight in items.items())
    return whole is not None and not any(part is None or obstacle(whole, part, weight) for part, weight in parts)
