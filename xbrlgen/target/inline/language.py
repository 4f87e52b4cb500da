"""How a language writes numbers and dates in a financial report; BCP 47 tags, the longer one first."""

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from xbrlgen.transformations import DateStyle, NumberStyle

_NO_BREAK_SPACE = "\u00a0"
_Found = TypeVar("_Found")


class Negative(Enum):
    """What stands before and after a number that is shown as negative; both outside of its tag."""

    PARENTHESES = ("(", ")")
    MINUS = ("\N{MINUS SIGN}", "")
    TRIANGLE = ("\N{WHITE UP-POINTING TRIANGLE}", "")

    @classmethod
    def printed(cls, text: str) -> "Negative | None":
        """The one that the issuer typed, None if `text` has none."""
        return _TYPED.get(text[:1])


_TYPED: Mapping[str, Negative] = {
    "(": Negative.PARENTHESES,
    "-": Negative.MINUS,
    "\N{MINUS SIGN}": Negative.MINUS,
    "\N{WHITE UP-POINTING TRIANGLE}": Negative.TRIANGLE,
    "\N{BLACK UP-POINTING TRIANGLE}": Negative.TRIANGLE,
}

_COMMA_AND_DOTS = ("de", "es", "it", "nl", "pt", "da", "el", "tr", "id", "ro", "sl", "hr", "is")
_COMMA_AND_SPACES = ("fr", "sv", "nb", "nn", "no", "fi", "cs", "sk", "pl", "hu", "bg", "uk", "ru", "lt", "lv", "et")
_NUMBERS: Mapping[str, NumberStyle] = {
    **dict.fromkeys(_COMMA_AND_DOTS, NumberStyle.GERMAN),
    **dict.fromkeys(_COMMA_AND_SPACES, NumberStyle.FRENCH),
    **dict.fromkeys(("de-ch", "fr-ch", "it-ch", "rm", "de-li"), NumberStyle.SWISS),
    **dict.fromkeys(("ja", "zh", "ko"), NumberStyle.JAPANESE),
    "es-mx": NumberStyle.ENGLISH,
}
_DATES: Mapping[str, DateStyle] = {
    "en": DateStyle.ENGLISH,
    "en-us": DateStyle.AMERICAN,
    "de": DateStyle.GERMAN,
    "fr": DateStyle.FRENCH,
    **dict.fromkeys(("ja", "zh"), DateStyle.JAPANESE),
    **dict.fromkeys(("fi", "pl", "cs", "sk", "no", "nb", "nn", "da", "ru", "uk", "bg", "et", "tr"), DateStyle.DOTS),
    **dict.fromkeys(("es", "it", "pt", "el"), DateStyle.SLASHES),
}
_SPACED_PERCENT = frozenset({"de", "es", "fr", "da", "sv", "nb", "nn", "no", "fi", "cs", "sk", "ru", "uk", "bg", "lt"})
_BOOLEANS: Mapping[str, tuple[str, str]] = {
    "en": ("Yes", "No"),
    "de": ("Ja", "Nein"),
    "fr": ("Oui", "Non"),
    "it": ("Sì", "No"),
    "es": ("Sí", "No"),
    "nl": ("Ja", "Nee"),
    "ja": ("有", "無"),
}


_NIL: Mapping[str, str] = {
    "de": "k. A.",
    **dict.fromkeys(("fr", "es", "it"), "n.d."),
    "nl": "n.b.",
    "ja": "該当なし",
}


def number_style(language: str, registry: int) -> NumberStyle:
    """How numbers are grouped; plain where the registry cannot read what the language prints (Swiss before 5)."""
    style = _of(language, _NUMBERS, NumberStyle.ENGLISH)
    return NumberStyle.PLAIN if style is NumberStyle.SWISS and registry < 5 else style  # noqa: PLR2004


def date_styles(language: str) -> tuple[DateStyle, ...]:
    """How dates are written, the best way first; the last one suits every registry."""
    best = _of(language, _DATES, DateStyle.ISO)
    return (best, DateStyle.DOTS, DateStyle.ISO) if best is DateStyle.GERMAN else (best, DateStyle.ISO)


def boolean_words(language: str) -> tuple[str, str]:
    """The words for true and false."""
    return _of(language, _BOOLEANS, _BOOLEANS["en"])


def nil_words(language: str) -> str:
    """What stands where there is no value."""
    return _of(language, _NIL, "nil")


def percent_sign(language: str) -> str:
    """The sign, with a space that does not break where the language wants one."""
    is_swiss = number_style(language, 5) is NumberStyle.SWISS
    return f"{_NO_BREAK_SPACE}%" if language.partition("-")[0] in _SPACED_PERCENT and not is_swiss else "%"


def negative(language: str) -> Negative:
    """How a negative number is marked where the issuer typed none."""
    return Negative.TRIANGLE if language.partition("-")[0] == "ja" else Negative.PARENTHESES


def _of(language: str, known: Mapping[str, _Found], default: _Found) -> _Found:
    parts = language.lower().split("-")
    tags = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((known[tag] for tag in tags if tag in known), default)
