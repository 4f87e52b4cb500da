"""From a printed number to a reported one: scale, sign, accuracy and unit."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from xbrlgen.findings import Location
from xbrlgen.model import PERCENT_SCALE, PURE, SHARES, Concept, Display, Unit, ValueKind
from xbrlgen.model.namespaces import ISO4217, XBRLI
from xbrlgen.readers.report_folder.aspects import Aspects
from xbrlgen.readers.report_folder.placed_text import PlacedText
from xbrlgen.readers.report_folder.printed_numbers import MalformedNumberError, printed_number
from xbrlgen.readers.report_folder.scope import Scope
from xbrlgen.readers.report_folder.settings import EXACT, Decimals

_MAY_BE_PERCENT = frozenset({ValueKind.PERCENT, ValueKind.PURE, ValueKind.NUMERIC, None})
_WHOLE = frozenset({ValueKind.MONETARY, ValueKind.SHARES, ValueKind.NUMERIC})
"""Kinds of figures that are worked out to whole units of their scale."""


class Figure(NamedTuple):
    """A reported number: unscaled, its accuracy (None: exact), and the way in which it is printed."""

    value: Decimal
    decimals: int | None
    display: Display
    is_percent: bool


@dataclass(slots=True)
class Figures:
    """Reads printed numbers as what their cells report."""

    scope: Scope
    _lacks_currency: bool = False

    def read(self, text: PlacedText, aspects: Aspects) -> Figure | None:
        """The figure that is printed as `text`; None, and a finding, if it is none."""
        try:
            number = printed_number(text)
        except MalformedNumberError as problem:
            self.scope.find(problem.code, str(problem), text.location, hint=problem.hint)
            return None
        scale = scale_of(aspects)
        if number.is_percent and not is_percent(aspects):
            if not self._may_be_percent(aspects):
                message = f"'{text}' is a percentage, but its concept is no ratio"
                self.scope.find("XG204", message, text.location)
            scale = PERCENT_SCALE
        negated = bool(aspects.negated)
        value = number.reported(scale, negated=negated)
        decimals = self._decimals(text, value, number.fraction_digits - scale, aspects.decimals)
        shows_percent = number.is_percent or is_percent(aspects)
        return Figure(value, decimals, Display(scale, number.fraction_digits, negated), shows_percent)

    def unit(self, aspects: Aspects, concept: Concept, place: Location) -> Unit | None:
        """The unit that the facts of a numeric concept have; None, and a finding, if none can be told."""
        if aspects.unit is not None:
            return aspects.unit.unit
        if concept.kind is ValueKind.SHARES:
            return SHARES
        if concept.kind in {ValueKind.PURE, ValueKind.PERCENT} or _is_plain_number(concept):
            return PURE
        if concept.kind in {ValueKind.MONETARY, ValueKind.PER_SHARE}:
            return self._currency(concept, place)
        message = f"the unit of '{concept.name.local_name}' does not follow from its type"
        self.scope.find("XG209", message, place)
        return None

    def _currency(self, concept: Concept, place: Location) -> Unit | None:
        currency = self.scope.currency
        if currency is None:
            if not self._lacks_currency and "currency" not in self.scope.names.broken:
                message = f"'{concept.name.local_name}' is an amount of money, and the report names no currency"
                self.scope.find("XG208", message, place)
            self._lacks_currency = True
            return None
        return currency if concept.kind is ValueKind.MONETARY else currency.per(SHARES)

    def _may_be_percent(self, aspects: Aspects) -> bool:
        kind = aspects.concept.kind if aspects.concept else None
        return kind in _MAY_BE_PERCENT and (aspects.unit is None or aspects.unit.unit == PURE)

    def _decimals(self, text: PlacedText, value: Decimal, typed: int, declared: Decimals | None) -> int | None:
        """The accuracy of a figure: that of its last digit, unless another is declared that its digits can bear."""
        if declared is None or declared == EXACT:
            return typed if declared is None else None
        if declared > typed:
            message = f"'{text}' is typed to decimals {typed}, but {declared} are declared for it"
        elif _has_digits_beyond(value, declared):
            message = f"'{text}' has digits beyond the decimals {declared} that are declared for it"
        else:
            return declared
        self.scope.find("XG205", message, text.location)
        return typed


def is_percent(aspects: Aspects) -> bool:
    """Whether bare figures are percentages."""
    if aspects.unit is not None:
        return aspects.unit.is_percent
    return aspects.scale is None and aspects.concept is not None and aspects.concept.kind is ValueKind.PERCENT


def scale_of(aspects: Aspects) -> int:
    """The power of ten that bare figures are multiplied by."""
    if aspects.scale is not None:
        return aspects.scale
    if is_percent(aspects):
        return PERCENT_SCALE
    if aspects.concept is not None:
        is_money = aspects.concept.kind is ValueKind.MONETARY
    else:
        is_money = aspects.unit is not None and _is_currency(aspects.unit.unit)
    return (aspects.monetary_scale or 0) if is_money else 0


def worked_out_display(aspects: Aspects) -> Display:
    """How a figure is shown that nobody typed: with the digits that are declared, else those that are usual."""
    scale = scale_of(aspects)
    if isinstance(aspects.decimals, int):
        digits = max(0, aspects.decimals + scale)
    elif is_percent(aspects):
        digits = 1
    else:
        digits = 0 if aspects.concept is not None and aspects.concept.kind in _WHOLE else 2
    return Display(scale, digits, bool(aspects.negated))


def _is_currency(unit: Unit) -> bool:
    return len(unit.numerators) == 1 and not unit.denominators and unit.numerators[0].namespace == ISO4217


def _is_plain_number(concept: Concept) -> bool:
    """Whether a numeric type says nothing of a unit, as decimals and integers of XBRL 2.1 do."""
    found = concept.item_type
    return found is not None and found.kind is ValueKind.NUMERIC and found.name.namespace == XBRLI


def _has_digits_beyond(value: Decimal, decimals: int) -> bool:
    _, digits, exponent = value.as_tuple()
    beyond = -decimals - int(exponent)
    return beyond > 0 and any(digits[-beyond:])
