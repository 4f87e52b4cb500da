"""The unit dimension of a numeric fact."""

from typing import NamedTuple

from xbrlgen.model.namespaces import ISO4217, XBRLI
from xbrlgen.model.qname import QName


class Unit(NamedTuple):
    """A product of measures, divided by another where there are denominators; sorted, so equal units are equal.

    Follows XBRL 2.1 section 4.8 and OIM 1.0 section 2.1.3. Every numeric fact of the model has a unit, `PURE` if
    nothing else; a fact without one is not numeric.
    """

    numerators: tuple[QName, ...]
    denominators: tuple[QName, ...] = ()

    @classmethod
    def of(cls, numerators: tuple[QName, ...], denominators: tuple[QName, ...] = ()) -> "Unit":
        """A unit of these measures, whatever their order."""
        return cls(tuple(sorted(numerators)), tuple(sorted(denominators)))

    @classmethod
    def currency(cls, code: str) -> "Unit":
        """A currency by its ISO 4217 code."""
        return cls((QName(ISO4217, code),))

    def per(self, denominator: "Unit") -> "Unit":
        """This unit for each `denominator`, as a currency per share."""
        return Unit.of(self.numerators + denominator.denominators, self.denominators + denominator.numerators)


PURE = Unit((QName(XBRLI, "pure"),))
SHARES = Unit((QName(XBRLI, "shares"),))
