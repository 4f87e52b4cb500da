"""Whether numbers keep to the accuracy that is said of them (XBRL 2.1 section 4.6.5)."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation, localcontext
from itertools import repeat
from operator import mod

from xbrlgen.model.exact import EXACT
from xbrlgen.model.fact import Fact

_FARTHEST = 1000
"""The most decimals of which a power of ten is made."""


def has_excess_digits(fact: Fact) -> bool:
    """Whether a number has digits other than zero beyond its decimals."""
    value, decimals = fact.value, fact.decimals
    return decimals is not None and isinstance(value, Decimal) and _has_digits_beyond(value, decimals)


def have_excess_digits(numbers: Sequence[Decimal], decimals: int) -> bool:
    """Whether any of the numbers has digits other than zero beyond these decimals."""
    if abs(decimals) <= _FARTHEST and not _leave_remainders(numbers, decimals):
        return False
    return any(_has_digits_beyond(each, decimals) for each in numbers)


def _leave_remainders(numbers: Sequence[Decimal], decimals: int) -> bool:
    """Whether the unit of the last place may not divide all numbers: in no doubt where it does divide them.

    Dividing takes a tenth of the time of looking at digits.
    """
    last_place = Decimal((0, (1,), -decimals))
    try:
        with localcontext(EXACT):
            return any(map(mod, numbers, repeat(last_place)))
    except InvalidOperation:  # endless, or too many digits
        return True


def _has_digits_beyond(value: Decimal, decimals: int) -> bool:
    if not value.is_finite():
        return False
    _, digits, exponent = value.as_tuple()
    excess = -decimals - int(exponent)
    return excess > 0 and any(digits[-excess:])
