"""The arithmetic that a report folder may declare: expressions, and equations between a total and its terms.

equation   = reference "=" [ "-" ] reference { ( "+" | "-" ) reference }
expression = product { ( "+" | "-" ) product }
product    = operand { ( "*" | "/" ) operand }
operand    = number | reference | "(" expression ")" | "-" operand
reference  = name [ "[" axis "=" member { "," axis "=" member } "]" ] [ "@" moment ]
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple, TypeVar

from xbrlgen.findings import finding
from xbrlgen.model import Dimension, Expression, Moment, Number, Operation, Period, QName, Reference
from xbrlgen.readers.report_folder.names import Names
from xbrlgen.readers.report_folder.periods import Periods
from xbrlgen.readers.report_folder.placed_text import PlacedText
from xbrlgen.readers.report_folder.tokens import ExpressionError, Token, tokens

_Found = TypeVar("_Found")

DEEPEST = 30
HERE = "fact"
"""The name of the concept at hand."""
NO_MEMBER = "none"
"""Stands for no member: takes an axis away."""


class Term(NamedTuple):
    """A reference of an equation, with its sign and the name that it begins with."""

    sign: Decimal
    reference: Reference
    name: PlacedText


@dataclass(slots=True)
class Parser:
    """Parses one text after the other; one at fault is a finding at the place of the fault, and gives None."""

    names: Names
    periods: Periods
    _tokens: list[Token] = field(default_factory=list)
    _is_known: bool = True

    def expression(self, text: PlacedText) -> Expression | None:
        """The expression that `text` spells."""
        try:
            self._begin(text)
            found = self._sum(0)
            self._expect("end")
        except ExpressionError as problem:
            self.names.findings.append(finding("XG140", str(problem), problem.location))
            return None
        return found if self._is_known else None

    def equation(self, text: PlacedText) -> tuple[Term, ...] | None:
        """The total of the equation that `text` spells, followed by its terms."""
        try:
            self._begin(text)
            terms = [self._term(Decimal(1))]
            self._expect("=")
            terms.append(self._term(Decimal(-1 if self._takes("-") else 1)))
            while not self._takes("end"):
                terms.append(self._term(Decimal(-1 if self._expect("+", "-").kind == "-" else 1)))
        except ExpressionError as problem:
            self.names.findings.append(finding("XG140", str(problem), problem.location))
            return None
        return tuple(terms) if self._is_known else None

    def _begin(self, text: PlacedText) -> None:
        self._tokens = tokens(text)[::-1]
        self._is_known = True

    def _takes(self, *kinds: str) -> Token | None:
        """The next token, if it is of one of `kinds`."""
        return self._tokens.pop() if self._tokens[-1].kind in kinds else None

    def _expect(self, *kinds: str) -> Token:
        if found := self._takes(*kinds):
            return found
        expected = " or ".join("an operator" if kind == "end" else f"'{kind}'" for kind in kinds)
        token = self._tokens[-1]
        raise ExpressionError(f"expected {expected} before {token.named}", token.text.location)

    def _sum(self, depth: int) -> Expression:
        left = self._product(depth)
        while found := self._takes("+", "-"):
            left = Operation(found.kind, left, self._product(depth))
        return left

    def _product(self, depth: int) -> Expression:
        left = self._operand(depth)
        while found := self._takes("*", "/"):
            left = Operation(found.kind, left, self._operand(depth))
        return left

    def _operand(self, depth: int) -> Expression:
        if depth > DEEPEST:
            message = f"parentheses are nested more than {DEEPEST} deep"
            raise ExpressionError(message, self._tokens[-1].text.location)
        if self._takes("-"):
            return Operation("-", Number(Decimal(0)), self._operand(depth + 1))
        if self._takes("("):
            inner = self._sum(depth + 1)
            self._expect(")")
            return inner
        if number := self._takes("number"):
            return Number(Decimal(number.text))
        return self._reference()

    def _term(self, sign: Decimal) -> Term:
        name = self._tokens[-1].text
        return Term(sign, self._reference(), name)

    def _reference(self) -> Reference:
        name = self._takes("name")
        if name is None:
            token = self._tokens[-1]
            raise ExpressionError(f"expected the name of a concept before {token.named}", token.text.location)
        concept = None if name.text == HERE else self._known(self.names.concept(name.text))
        dimensions, without = self._members()
        at = self._moment()
        return Reference(None if concept is None else concept.name, dimensions, at, without)

    def _members(self) -> tuple[tuple[Dimension, ...], tuple[QName, ...]]:
        dimensions: list[Dimension] = []
        without: list[QName] = []
        more = self._takes("[")
        while more:
            axis_name, _, member_name = self._name("an axis"), self._expect("="), self._name("a member")
            axis = self._known(self.names.axis(axis_name))
            member = None if member_name == NO_MEMBER else self._known(self.names.member(member_name))
            if axis is not None and (member is None or member == self.names.default_member(axis)):
                without.append(axis)
            elif axis is not None and member is not None:
                dimensions.append(Dimension(axis, member))
            more = self._takes(",")
            if not more:
                self._expect("]")
        return tuple(sorted(dimensions, key=lambda each: each.sort_key)), tuple(sorted(without))

    def _name(self, what: str) -> PlacedText:
        if found := self._takes("name"):
            return found.text
        token = self._tokens[-1]
        raise ExpressionError(f"expected {what} before {token.named}", token.text.location)

    def _moment(self) -> Period | Moment | None:
        found = self._takes("moment")
        if found is None:
            return None
        if found.text in {"start", "end"}:
            return Moment(found.text)
        return self._known(self.periods.period(found.text))

    def _known(self, found: _Found | None) -> _Found | None:
        self._is_known = self._is_known and found is not None
        return found


def uses_here(expression: Expression) -> bool:
    """Whether `expression` refers to the concept at hand."""
    if isinstance(expression, Operation):
        return uses_here(expression.left) or uses_here(expression.right)
    return isinstance(expression, Reference) and expression.concept is None
