"""Numbers as readers see them: exact decimals to text, rounded half up, never through a binary float."""

from decimal import ROUND_HALF_UP, Decimal, localcontext

from xbrlgen.model import Display

MINUS = "\N{MINUS SIGN}"
DASH = "\N{EN DASH}"
TIMES = "\N{MULTIPLICATION SIGN}"
DASHES = frozenset("-\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{HORIZONTAL BAR}")
"""What a cell may hold to say zero, nil or nothing."""

_WIDEST = 60
"""Digits that a figure may take on the page; longer ones are shown with an exponent."""

_EXACT = 200
_QUOTIENT = 34


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
    with localcontext(prec=_EXACT):
        scaled = value.scaleb(-display.scale).quantize(Decimal(1).scaleb(-display.fraction_digits), ROUND_HALF_UP)
    return scaled.copy_negate() if display.negated and scaled else scaled


def unscaled(value: Decimal) -> str:
    """The value whole, digits in groups of three, with a true minus sign."""
    return (MINUS if value < 0 else "") + _grouped(value)


def difference(new: Decimal, old: Decimal, display: Display, *, percent: bool = False) -> str:
    """By how much a reported figure changed, with its sign; changes of percentages are points."""
    with localcontext(prec=_EXACT):
        change = new - old
    return _signed(rounded(change, Display(display.scale, display.fraction_digits))) + (" pts" if percent else "")


def rate(new: Decimal, old: Decimal) -> str:
    """The change in percent of a positive earlier figure to one decimal; empty where a rate means nothing."""
    if old <= 0 or new < 0 or _is_wide(new) or _is_wide(old):
        return ""
    with localcontext(prec=_QUOTIENT):
        change = new / old - 1
    return _signed(rounded(change, Display(-2, 1))) + "%"


def _signed(value: Decimal) -> str:
    sign = "+" if value > 0 else MINUS if value < 0 else "±"
    return sign + _grouped(value)


def _grouped(value: Decimal) -> str:
    """The digits without the sign."""
    value = value.copy_abs()  # abs() would round to the digits of the context
    return f"{value:E}" if _is_wide(value) else f"{value:,f}"


def _is_wide(value: Decimal) -> bool:
    exponent = value.as_tuple().exponent
    return not isinstance(exponent, int) or value.adjusted() > _WIDEST or exponent < -_WIDEST
