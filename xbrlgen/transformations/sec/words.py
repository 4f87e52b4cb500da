"""Whole numbers in English words, and durations with such numbers.

A word may start with a capital letter; `and` may not. A hyphen, or any dash, may stand between tens and units.
"""

from xbrlgen.transformations.numbers import DASHES
from xbrlgen.transformations.transformation import compiled

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_LARGE = ("quintillion", "quadrillion", "trillion", "billion", "million")

_VALUES = {word: value for value, word in enumerate((*_UNITS, *_TEENS), 1)}
_VALUES |= {word: 10 * value for value, word in enumerate(_TENS, 2)}
_MAGNITUDES = {"thousand": 10**3} | {word: 10 ** (18 - 3 * index) for index, word in enumerate(_LARGE)}
_NONE = {"zero", "no", "none", "nil"}


def _either(*words: str) -> str:
    return "(?:" + "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words) + ")"


_BELOW_20 = _either(*_UNITS, *_TEENS)
_BELOW_100 = f"(?:{_BELOW_20}|{_either(*_TENS)}(?:[- ]{_either(*_UNITS)})?)"


def _hundreds(gap: str) -> str:
    """The pattern of a number of hundreds up to nineteen of them, with `gap` between the words."""
    return f"{_BELOW_20}{gap}{_either('hundred')}(?:{gap}(?:and )?{_BELOW_100})?"


_BELOW_2000 = f"(?:{_hundreds(' ')}|{_BELOW_100})"
_LARGE_GROUPS = "".join(f"(?:{_BELOW_2000} {_either(word)}(?:$|(?: ?, ?| )(?!$)))?" for word in _LARGE)
_LAST_GROUP = f"(?:{_hundreds(' ')}|(?:and )?{_BELOW_100})"
_THOUSANDS = f"{_BELOW_2000} {_either('thousand')}(?:(?: ?, ?| ){_LAST_GROUP})?"
_NUMBER = f"{_LARGE_GROUPS}(?:{_THOUSANDS}|{_BELOW_2000})?|{_either(*sorted(_NONE))}"

_COUNT = f"(?:{_hundreds('[- ]')}|{_BELOW_100}|{_either('zero', 'no')}|[0-9]{{1,4}})"
_PARTS = (("year", "Y"), ("month", "M"), ("day", "D"))
_DURATION = "".join(
    f"(?:(?P<{unit}>{_COUNT})[- ]{_either(unit)}s?(?:{'$' if unit == 'day' else '$|,?[- ](?:and )?'}))?"
    for unit, _ in _PARTS
)


def number(text: str) -> str | None:
    """The number as xs:integer, None if `text` is not one in words."""
    written = _plain(text)
    if not written or not compiled(_NUMBER).fullmatch(written):
        return None
    return str(_value(written))


def duration(text: str) -> str | None:
    """The duration as xs:duration without parts that are zero, None if `text` is not one in words."""
    written = _plain(text)
    match = compiled(_DURATION).fullmatch(written) if written else None
    if not match:
        return None
    counts = [(_value(match[unit]), designator) for unit, designator in _PARTS if match[unit]]
    return "P" + ("".join(f"{count}{designator}" for count, designator in counts if count) or "0D")


def _plain(text: str) -> str | None:
    """`text` with single spaces and hyphens; None if a no-break space is at an end, where it is no white space."""
    plain = " ".join(text.translate(dict.fromkeys(map(ord, DASHES), "-")).split())
    return plain if text == text.strip() else None


def _value(words: str) -> int:
    """What number words add up to; digits stand for themselves."""
    if words.isdecimal():
        return int(words)
    total = group = 0
    for word in words.lower().replace("-", " ").replace(",", " ").split():
        if word == "hundred":
            group *= 100
        elif word in _MAGNITUDES:
            total, group = total + group * _MAGNITUDES[word], 0
        else:
            group += _VALUES.get(word, 0)
    return total + group
