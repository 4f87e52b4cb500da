"""Ids of the parts of a report: readable, made from what a part is, and each given once."""

import re
from dataclasses import dataclass, field
from functools import cache

_FIT = "A-Za-z0-9_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u3001-\ud7ff\uf900-\ufdcf-"
"""What is a name character of XML 1.0 section 2.3 beyond all doubt."""
_UNFIT_OF_ASCII = re.compile(r"[^A-Za-z0-9_-]+")

_LONGEST = 60


@dataclass(slots=True)
class Identifiers:
    """Gives ids; a second part that would have the same one gets a number after it."""

    _given: set[str] = field(default_factory=set)
    _numbers: dict[str, int] = field(default_factory=dict)
    """The last number that was put after what was wanted."""

    def new(self, *parts: str) -> str:
        """An id made of `parts`, unlike any given before; an NCName if the first part begins with a letter."""
        return self.unique(".".join(map(slug, parts)))

    def unique(self, wanted: str) -> str:
        """`wanted`, which is fit for an id, or that with a number after it if it was given before."""
        found = wanted
        if wanted in self._given:
            number = self._numbers.get(wanted, 1)
            while found in self._given:
                number += 1
                found = f"{wanted}-{number}"
            self._numbers[wanted] = number
        self._given.add(found)
        return found


def slug(text: str) -> str:
    """`text` as a part of an id: letters and digits, with hyphens for what is between them."""
    unfit = _UNFIT_OF_ASCII if text.isascii() else _unfit()
    return unfit.sub("-", text).strip("-")[:_LONGEST].rstrip("-").lower() or "none"


@cache
def _unfit() -> re.Pattern[str]:
    """Compiled on use: a class of all letters takes milliseconds, and most names are ASCII."""
    return re.compile(f"[^{_FIT}]+")
