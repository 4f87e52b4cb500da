"""Equations between facts: what a table or the report declares must hold."""

from collections.abc import Iterable
from typing import NamedTuple

from xbrlgen.model import Equation, EquationKind, Moment, QName, Reference
from xbrlgen.readers.report_folder.expressions import HERE, Term
from xbrlgen.readers.report_folder.placed_text import PlacedText
from xbrlgen.readers.report_folder.scope import Scope
from xbrlgen.readers.report_folder.structure import TableEntry


class Equations(NamedTuple):
    """Reads the equations of a report."""

    scope: Scope

    def of_table(self, entry: TableEntry, table: str, concepts: tuple[QName, ...]) -> Iterable[Equation]:
        """The equations that a table declares."""
        declared = (
            (EquationKind.CALCULATION, entry.calculations),
            (EquationKind.AGGREGATION, entry.aggregations),
            (EquationKind.ROLL_FORWARD, entry.roll_forwards),
        )
        for kind, texts in declared:
            yield from self._all(kind, texts, table, concepts)

    def tie_outs(self, texts: Iterable[PlacedText]) -> Iterable[Equation]:
        """The equations between statements."""
        return self._all(EquationKind.TIE_OUT, texts, "report", ())

    def _all(
        self, kind: EquationKind, texts: Iterable[PlacedText], owner: str, concepts: tuple[QName, ...]
    ) -> Iterable[Equation]:
        for text in texts:
            terms = self.scope.parser.equation(text)
            if terms is None or not self._is_fit(kind, terms, text):
                continue
            total = terms[0].reference
            name = total.concept.local_name if total.concept else "fact"
            identifier = self.scope.ids.new(owner, kind, name)
            self.scope.locations[identifier] = text.location
            yield Equation(
                identifier,
                kind,
                total,
                tuple((term.sign, term.reference) for term in terms[1:]),
                str(text),
                () if total.concept else concepts,
                owner if kind is not EquationKind.TIE_OUT else "",
            )

    def _is_fit(self, kind: EquationKind, terms: tuple[Term, ...], text: PlacedText) -> bool:
        """Whether the references are such as an equation of that kind can have."""
        references = [term.reference for term in terms]
        complaint = _complaint(kind, references)
        if complaint:
            self.scope.find("XG142", complaint, text.location)
        return not complaint


def _complaint(kind: EquationKind, references: list[Reference]) -> str:
    """What of an equation does not go with its kind; empty if all of it does."""
    moments = [reference.at for reference in references]
    if kind is not EquationKind.AGGREGATION and any(reference.concept is None for reference in references):
        return f"'{HERE}' has a meaning in aggregations only: a {kind} names its concepts"
    if kind is EquationKind.CALCULATION and any(each.dimensions or each.without for each in references):
        return "a calculation is of one context: totals over members are aggregations"
    if kind in {EquationKind.CALCULATION, EquationKind.AGGREGATION} and any(moments):
        return "moments stand in roll-forwards and tie-outs only: these terms have one period"
    if kind is EquationKind.ROLL_FORWARD and (moments[0] is not Moment.END or Moment.START not in moments[1:]):
        return "a roll-forward is a closing balance, from an opening one and movements: Equity@end = Equity@start + ..."
    return ""
