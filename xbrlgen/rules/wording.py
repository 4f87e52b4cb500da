"""Figures, units and dimensions as finance people write them."""

from collections.abc import Iterable
from decimal import Decimal, localcontext

from xbrlgen.model import PURE, Dimension, Period, TypedMember, Unit
from xbrlgen.model.exact import EXACT
from xbrlgen.model.namespaces import ISO4217, UTR, XBRLI

_SCALES = {3: "thousand", 6: "million", 9: "billion", 12: "trillion"}
_PERCENT = -2
_LONGEST_NUMBER = 60
_LONGEST_TEXT = 60


def number(value: Decimal) -> str:
    """All digits of `value`, its thousands separated: ``1,234.5``; a monstrous one in scientific notation."""
    if not value.is_finite() or abs(value.adjusted()) > _LONGEST_NUMBER:
        return str(value)
    text = f"{value:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def scaled(value: Decimal, scale: int) -> str:
    """`value` in units of ten to the power of `scale`, as a table prints it."""
    with localcontext(EXACT):
        return number(value.scaleb(-scale) if value.is_finite() else value)


def measured(value: Decimal, scale: int, unit: Unit | None) -> str:
    """`value` with its scale and unit in words: ``-9 million JPY``."""
    return " ".join(part for part in (scaled(value, scale), in_words(scale, unit)) if part)


def in_words(scale: int, unit: Unit | None) -> str:
    """The scale and unit that follow a figure: ``million JPY``, ``%``, ``shares``."""
    if scale == _PERCENT and unit == PURE:
        return "%"
    words = _SCALES.get(scale, f"\N{MULTIPLICATION SIGN} 10^{scale}" if scale else "")
    return " ".join(part for part in (words, "" if unit in (None, PURE) else unit_name(unit)) if part)


def unit_name(unit: Unit | None) -> str:
    """A unit in words: ``JPY per share``; measures of nobody's registry in full."""
    if unit is None:
        return "no unit"
    above = " \N{MULTIPLICATION SIGN} ".join(map(_measure, unit.numerators))
    below = " \N{MULTIPLICATION SIGN} ".join(map(_measure, unit.denominators))
    if below == "shares":
        below = "share"
    return f"{above or '1'} per {below}" if below else above


def quoted(text: str) -> str:
    """`text` in quotation marks, its middle left out where it is long."""
    shown = " ".join(text.split())
    if len(shown) > _LONGEST_TEXT:
        half = _LONGEST_TEXT // 2
        shown = f"{shown[:half]} … {shown[-half:]}"
    return f"'{shown}'"


def place(period: Period | None, dimensions: Iterable[Dimension]) -> str:
    """Where a fact stands: ``2023-09-30, SegmentsAxis=ATMMember``."""
    parts = ["forever" if period is None else str(period)]
    parts += [f"{each.axis.local_name}={member_name(each)}" for each in dimensions]
    return ", ".join(parts)


def member_name(dimension: Dimension) -> str:
    """The local name of an explicit member, the text of a typed one."""
    member = dimension.member
    return quoted(member.value or "nil") if isinstance(member, TypedMember) else member.local_name


def counted(count: int, noun: str) -> str:
    """``1 fact``, ``1,234 facts``."""
    return f"{count:,} {noun}{'s' * (count != 1)}"


def _measure(measure: object) -> str:
    local_name: str = getattr(measure, "local_name", str(measure))
    return local_name if getattr(measure, "namespace", "") in (ISO4217, UTR, XBRLI) else str(measure)
