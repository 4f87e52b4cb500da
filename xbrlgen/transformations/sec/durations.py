"""Lengths of time given as a decimal number of one unit, turned into xs:duration.

What is left of a unit goes on into the smaller ones: of a year into months and days, of a month into days, of a day
into hours; the rest is cut off. A month has 30.4375 days.
"""

from collections.abc import Mapping
from fractions import Fraction

from xbrlgen.transformations.transformation import Rule, compiled

_DECIMAL = r"[+-]?(?:[0-9]+(?:[.][0-9]*)?|[.][0-9]+)"
_DAYS_IN_MONTH = Fraction("30.4375")
_LONGEST = 1000
"""Longer numbers are refused rather than computed with."""

_NEXT = {"Y": ("M", Fraction(12)), "M": ("D", _DAYS_IN_MONTH), "D": ("H", Fraction(24))}
_STEPS = {"Y": 2, "M": 1, "D": 1, "H": 0}
"""How many smaller units follow each first one."""


def _duration(first: str, unit: Fraction, text: str) -> str | None:
    """`text` units of the length `unit`, itself in units of `first`; None if it is no decimal number."""
    if len(text) > _LONGEST or not compiled(_DECIMAL).fullmatch(text):
        return None
    rest = abs(Fraction(text)) * unit
    designator, parts = first, [(first, int(rest))]
    steps = 0 if unit != 1 else _STEPS[first]
    for _ in range(steps):
        rest -= int(rest)
        designator, factor = _NEXT[designator]
        rest *= factor
        parts.append((designator, int(rest)))
    return _written(parts, negative=text.startswith("-"))


def _written(parts: list[tuple[str, int]], *, negative: bool) -> str:
    """The lexical form: the first part always, the others if they are not zero."""
    sign = "-" if negative and any(count for _, count in parts) else ""
    shown = [part for index, part in enumerate(parts) if not index or part[1]]
    return f"{sign}P" + "".join(f"{'T' if unit == 'H' else ''}{count}{unit}" for unit, count in shown)


def _rule(first: str, unit: int = 1) -> Rule:
    return lambda text: _duration(first, Fraction(unit), text)


RULES: Mapping[str, Rule] = {
    "duryear": _rule("Y"),
    "durmonth": _rule("M"),
    "durweek": _rule("D", 7),
    "durday": _rule("D"),
    "durhour": _rule("H"),
}
"""Years, months, weeks (given in days), days and hours."""
