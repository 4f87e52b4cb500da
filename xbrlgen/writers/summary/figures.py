"""Numbers as readers see them: exact decimals to text, rounded half up, never through a binary float."""

from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache

from xbrlgen.model import Display

MINUS = "\N{MINUS SIGN}"
DASH = "\N{EN DASH}"
TIMES = "\N{MULTIPLICATION SIGN}"

_WIDEST = 60
"""Digits that a figure may take on the page; longer ones are shown with an exponent."""

_SHORTEST_POWER = -6
"""From this power of ten for its first digit on, a number without an exponent of its own is spelled without one."""

_TENTH = Decimal("0.1")

_EXACT = Context(prec=200)
_QUOTIENT = Context(prec=34)


def shown(value: Decimal, display: Display, *, percent: bool = False) -> str:
    """The figure as a statement prints it: scaled, rounded half up, negative in parentheses, percent with its sign.

    `value` is the reported one (yen, or 0.051 for 5.1 %); `display` scales it and may turn its sign.
    """
    figure = rounded(value, display)
    text = _grouped(figure) + ("%" if percent else "")
    return f"({text})" if figure < 0 else text


def rounded(value: Decimal, display: Display) -> Decimal:
    """`value` at the scale, sign and digits of `display`; as it is where it is too wide to be rounded."""
    if _is_wide(value):
        return value.copy_negate() if display.negated else value
    scaled = _EXACT.scaleb(value, -display.scale).quantize(_unit(display.fraction_digits), ROUND_HALF_UP, _EXACT)
    return scaled.copy_negate() if display.negated and scaled else scaled


def unscaled(value: Decimal) -> str:
    """The value whole, digits in groups of three, with a true minus sign."""
    return (MINUS if value < 0 else "") + _grouped(value)


def difference(new: Decimal, old: Decimal, display: Display, *, percent: bool = False) -> str:
    """By how much a reported figure changed, with its sign; changes of percentages are points."""
    change = _EXACT.subtract(new, old)
    return _signed(rounded(change, Display(display.scale, display.fraction_digits))) + (" pts" if percent else "")


def change(new: Decimal, old: Decimal) -> str:
    """By how much a reported figure changed, with its sign and all its digits."""
    return _signed(_EXACT.subtract(new, old))


def rate(new: Decimal, old: Decimal) -> str:
    """The change in percent of a positive earlier figure to one decimal; empty where a rate means nothing."""
    if not (old.is_finite() and new.is_finite() and old > 0 and new >= 0):
        return ""
    if not (-_WIDEST <= old.adjusted() <= _WIDEST and -_WIDEST <= new.adjusted() <= _WIDEST):
        return ""
    change = _QUOTIENT.divide(_EXACT.subtract(new, old), old)
    return _signed(_EXACT.scaleb(change, 2).quantize(_TENTH, ROUND_HALF_UP, _EXACT)) + "%"


def _signed(value: Decimal) -> str:
    sign = "±" if not value else MINUS if value.is_signed() else "+"
    return sign + _grouped(value)


def _grouped(value: Decimal) -> str:
    """The digits without the sign."""
    value = value.copy_abs()  # abs() would round to the digits of the context
    if _SHORTEST_POWER <= value.adjusted() < _WIDEST and len(text := f"{value:,f}") <= _WIDEST:
        return text
    return f"{value:E}" if _is_wide(value) else f"{value:,f}"


@cache
def _unit(fraction_digits: int) -> Decimal:
    """The last digit of a figure that has so many after its mark."""
    return Decimal(1).scaleb(-fraction_digits)


def _is_wide(value: Decimal) -> bool:
    # the number of a statement shows by its length that it is not: its digits need not be taken apart
    power = value.adjusted()
    if power >= _SHORTEST_POWER and len(str(value)) < _WIDEST and value.is_finite():
        return power > _WIDEST
    exponent = value.as_tuple().exponent
    return not isinstance(exponent, int) or value.adjusted() > _WIDEST or exponent < -_WIDEST
