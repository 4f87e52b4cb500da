"""Numbers as printed: which marks separate digits, and what they stand for."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from xbrlgen.transformations.transformation import compiled

NO_BREAK_SPACE = "\u00a0"
SPACES = f" {NO_BREAK_SPACE}"
APOSTROPHES = "'`\u00b4\u2019\u2032"
"""What registry 5 takes for an apostrophe between digits: typewriter, grave, acute, right quotation mark, prime."""
FULL_WIDTH_APOSTROPHE = "\uff07"
DASHES = "-\u058a\u05be\u2010\u2011\u2012\u2013\u2014\u2015\ufe58\ufe63\uff0d"
"""The dashes that stand for zero in registries 2 and 3."""

_MOST_DIGITS = 40
"""Longer whole numbers are not looked at in the quick way."""

_UNIT_MARKS = ".,\uff0c"
_FULL_WIDTH = {0xFF10 + digit: str(digit) for digit in range(10)}


@dataclass(frozen=True, slots=True)
class NumberRule:
    """A number without a sign: `pattern` is the form, `groups` are dropped, `mark` is the decimal mark.

    Registries 1 to 3 keep the digits as they are printed; since registry 4 the result is `canonical`.
    """

    pattern: str
    mark: str
    groups: str
    canonical: bool = False

    def whole_numbers(self, before: str, after: str) -> Callable[[str], Decimal | None]:
        """What gives the number of a text that has the form and no fraction, with `before` and `after` its digits."""
        without, fits = _without(self.groups), compiled(self.pattern).fullmatch
        is_free = self.canonical  # then groups may be of any length

        def number(text: str) -> Decimal | None:
            digits = text.translate(without)
            if not (
                digits.isdecimal() and digits.isascii() and len(digits) <= _MOST_DIGITS and (is_free or fits(text))
            ):
                return None
            return Decimal(before + digits + after)

        return number

    def __call__(self, text: str) -> str | None:
        """The number as xs:decimal, None if `text` has not the form."""
        if not compiled(self.pattern).fullmatch(text):
            return None
        number = text.translate(_without(self.groups)).replace(self.mark, ".")
        if not self.canonical:
            return number
        return canonical(number) if number else None


@dataclass(frozen=True, slots=True)
class UnitNumberRule:
    """A number whose whole and hundredths are followed by words for the units, as in "5 euros 30 cents".

    The groups `whole` and `hundredths` of `pattern` hold them; digits may be full-width if so.
    """

    pattern: str
    groups: str
    canonical: bool = False
    full_width: bool = True

    def __call__(self, text: str) -> str | None:
        """The number as xs:decimal, None if `text` has not the form."""
        match = compiled(self.pattern).fullmatch(text.translate(_FULL_WIDTH) if self.full_width else text)
        if not match:
            return None
        whole = match["whole"].translate(_without(self.groups))
        number = f"{whole}.{match['hundredths']:0>2}"
        if not self.canonical:
            return number
        return canonical(number) if whole else None


@cache
def _without(marks: str) -> dict[int, None]:
    """What drops `marks` from a text."""
    return dict.fromkeys(map(ord, marks))


def canonical(number: str) -> str:
    """An unsigned xs:decimal without superfluous zeros, and with one digit before a decimal point."""
    whole, _, fraction = number.partition(".")
    whole, fraction = whole.lstrip("0") or "0", fraction.rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole


def thousands(mark: str, groups: str, *, optional: bool = True) -> NumberRule:
    """Three digits in each group but the first; `optional`: the marks between groups may be missing (registry 2, 3)."""
    pattern = rf"[0-9]{{1,3}}(?:[{groups}]{'?' if optional else ''}[0-9]{{3}})*(?:[{mark}][0-9]+)?"
    return NumberRule(pattern, mark, groups)


def ungrouped(mark: str) -> NumberRule:
    """Digits without groups (registry 1)."""
    return NumberRule(rf"[0-9]+(?:[{mark}][0-9]+)?", mark, "")


def free(mark: str, groups: str) -> NumberRule:
    """Marks and spaces anywhere before the decimal mark, spaces also after it (registries 4 and 5)."""
    fraction = rf"[{mark}][{SPACES}]*[0-9][{SPACES}0-9]*"
    return NumberRule(rf"[{groups}{SPACES}0-9]*(?:{fraction})?", mark, groups + SPACES, canonical=True)


_LAKHS = rf"(?:[0-9]{{1,2}}[,{SPACES}])?(?:[0-9]{{2}}[,{SPACES}])*[0-9]{{3}}|[0-9]+"
"""Indian groups: two digits each, three in the last; or no groups at all."""

LAKHS = NumberRule(rf"(?:{_LAKHS})(?:[.][0-9]+)?", ".", f",{SPACES}")
LAKHS_WITH_UNITS = UnitNumberRule(
    rf"(?P<whole>{_LAKHS})[^0-9]+(?P<hundredths>[0-9]{{1,2}})[^0-9]*",
    f",{SPACES}",
    full_width=False,
)
THOUSANDS_WITH_UNITS = UnitNumberRule(
    r"(?P<whole>0|[1-9][0-9]{0,2}(?:[.,\uff0c\uff0e]?[0-9]{3})*)[^0-9,.\uff0c\uff0e]+"
    r"(?P<hundredths>[0-9]{1,2})[^0-9,.\uff0c\uff0e]*",
    ".,\uff0c\uff0e",
)


def free_with_units(apostrophes: str = "") -> UnitNumberRule:
    """Marks anywhere in the whole (registries 4 and 5)."""
    marks = _UNIT_MARKS + apostrophes
    pattern = rf"(?P<whole>[0-9{marks}]+)[^0-9{marks}][^0-9]*(?P<hundredths>[0-9]{{1,2}})[^0-9]*"
    return UnitNumberRule(pattern, marks, canonical=True)


def dash(text: str) -> str | None:
    """Zero for a single dash."""
    return "0" if len(text) == 1 and text in DASHES else None
