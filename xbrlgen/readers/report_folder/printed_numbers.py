"""Numbers as they are printed in financial statements: from text to an exact decimal."""

import re
from decimal import Decimal
from typing import NamedTuple

MOST_DIGITS = 40
"""More than any figure needs; a longer one is a slip, or an attack on the arithmetic that follows."""

_MINUSES = "-\N{MINUS SIGN}\N{WHITE UP-POINTING TRIANGLE}\N{BLACK UP-POINTING TRIANGLE}"

# Possessive throughout: space between the parts could be shared out among them in too many ways.
_NUMBER = re.compile(
    rf"""(?P<open>\()?+\s*+
    (?P<sign>[{_MINUSES}+])?+\s*+
    (?P<whole>[0-9][0-9,]*+)?+
    (?:\.(?P<fraction>[0-9]++))?+
    \s*+(?P<percent>%)?+\s*+
    (?P<close>\))?+\s*+(?P<late_percent>%)?+""",
    re.VERBOSE,
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_NUMERIC = re.compile(rf"[{_MINUSES}+(\s]*+[0-9.,][0-9.,\s%)]*+")


class PrintedNumber(NamedTuple):
    """A number as printed: its value with its sign, the digits after the decimal mark, and whether a % sign follows."""

    value: Decimal
    fraction_digits: int
    is_percent: bool

    def reported(self, scale: int, *, negated: bool) -> Decimal:
        """The value times ten to the power of `scale`, with the opposite sign if `negated`: exact, and never -0."""
        sign, digits, exponent = self.value.as_tuple()
        power = int(exponent) + scale  # a printed number is finite
        if power > 0:
            digits, power = (*digits, *[0] * power), 0
        is_negative = bool(sign) != negated and any(digits)
        return Decimal((int(is_negative), digits, power))


class MalformedNumberError(ValueError):
    """Text that is no number; `code` is its finding's, `hint` how to mend it."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.hint = code, hint


def looks_numeric(text: str) -> bool:
    """Whether text was meant as a number: digits and the signs that belong to numbers, nothing else."""
    return _NUMERIC.fullmatch(text) is not None and any(each.isdigit() for each in text)


def printed_number(text: str) -> PrintedNumber:
    """Read a number as printed; raises MalformedNumberError."""
    if sum(each.isdigit() for each in text) > MOST_DIGITS:
        raise MalformedNumberError("XG203", f"the number has more than {MOST_DIGITS} digits")
    found = _NUMBER.fullmatch(text)
    if found is None or not (found["whole"] or found["fraction"]):
        raise MalformedNumberError("XG201", f"'{text}' is no number", _hint(text))
    if bool(found["open"]) != bool(found["close"]):
        raise MalformedNumberError("XG201", f"'{text}' lacks one of its two parentheses")
    if found["open"] and found["sign"]:
        raise MalformedNumberError("XG201", f"'{text}' is marked as negative twice, by its sign and by parentheses")
    if found["late_percent"] and (found["percent"] or not found["close"]):
        raise MalformedNumberError("XG201", f"'{text}' has two percent signs")
    whole, fraction = found["whole"] or "0", found["fraction"] or ""
    _check_grouping(text, whole)
    is_negative = found["open"] or (found["sign"] or "+") != "+"
    value = Decimal(f"{'-' if is_negative else ''}{whole.replace(',', '')}{'.' if fraction else ''}{fraction}")
    return PrintedNumber(value, len(fraction), bool(found["percent"] or found["late_percent"]))


def _check_grouping(text: str, whole: str) -> None:
    if "," in whole and (not _GROUPED.fullmatch(whole) or whole.startswith("0")):
        hint = "thousands are grouped by commas, three digits each, and a full stop is the decimal mark: 1,234.56"
        raise MalformedNumberError("XG202", f"the commas of '{text}' do not group thousands", hint)
    if len(whole) > 1 and whole.startswith("0"):
        raise MalformedNumberError("XG201", f"'{text}' begins with a zero that no number is printed with")


def _hint(text: str) -> str:
    """How to mend what people type most often instead of a number."""
    if re.search(r"[0-9]\.[0-9]{3}[.,][0-9]", text):
        return "a full stop is the decimal mark and commas group thousands: 1,234.56"
    if re.search(r"[^\W\d_]|[¥$€£₩]", text):
        return "give currency and unit as `unit` of the row or column, words in a `note`, and leave the bare number"
    if re.search(r"[0-9][\s'_\N{RIGHT SINGLE QUOTATION MARK}][0-9]", text):
        return "group thousands by commas, or not at all"
    if re.search(r"[0-9][-\N{MINUS SIGN}]$", text):
        return "put the minus before the number, or the number in parentheses"
    if any(each.isdigit() and not each.isascii() for each in text):
        return "write the digits 0 to 9 in their plain form"
    return "numbers are typed as printed: 42,587 or (812) or 5.1%; nothing else may stand in the cell"
