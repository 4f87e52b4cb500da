"""Arelle's transformations, called directly, and texts on which registries differ in what they take."""

import random
import re
from collections.abc import Iterator

from arelle import FunctionIxt

from xbrlgen.model import QName
from xbrlgen.transformations import TransformationError, transform


def arelle(namespace: str, name: str, text: str) -> str | None:
    """What Arelle makes of a text, None if it refuses it."""
    try:
        return FunctionIxt.ixtNamespaceFunctions[namespace][name](text)
    except Exception:  # noqa: BLE001 - its ways to refuse have only this class in common
        return None


def ours(namespace: str, name: str, text: str) -> str | None:
    """What we make of a text, None if we refuse it."""
    try:
        return transform(QName(namespace, name), text)
    except TransformationError:
        return None


_SEPARATORS = (" ", ". ", "/", "-", ".", " de ", "", "\u00a0", ", ", "er ", "-a ", "ain ", "年", "月", "\n")
_ENDINGS = ("", "", ".", "uary", "embre", "aus", "a", "ta", " d", "ember", "x")
_AFTER = ("", "", "r.", "m", "th", "日", " г.")
_MARKS = "0123456789,. '\u00a0\u2019\u00b4`"


def texts(count: int, words: list[str], samples: list[str], seed: int) -> Iterator[str]:
    """Dates with the given words, numbers, and `samples` with a character or two changed: many right, most not."""
    chance = random.Random(seed)
    for _ in range(count):
        kind = chance.random()
        if kind < 0.2:
            yield _mutated(chance, chance.choice(samples))
        elif kind < 0.8:
            yield _date(chance, chance.choice(words) + chance.choice(_ENDINGS))
        else:
            yield "".join(chance.choice(_MARKS) for _ in range(chance.randint(1, 9)))


def _mutated(chance: random.Random, text: str) -> str:
    characters = list(text)
    for _ in range(chance.randint(0, 2)):
        place = chance.randrange(len(characters))
        characters[place] = chance.choice([characters[place].swapcase(), " ", ".", ",", "0", "9", "\u00a0", "'"])
    return "".join(characters)


def _date(chance: random.Random, name: str) -> str:
    numbers = [
        chance.choice([chance.randint(0, 31), f"{chance.randint(0, 31):02}", chance.randint(1900, 2099), "0203"])
        for _ in range(3)
    ]
    day, month, year = map(str, numbers)
    orders = ([day, name], [day, name, year], [name, year], [name, day, year], [year, name, day], [year, day, name])
    parts = chance.choice([*orders, [day, month], [day, month, year], [year, month]])
    return chance.choice(_SEPARATORS).join(parts) + chance.choice(_AFTER)


def collapsed(text: str) -> str:
    """`text` as a type with `whiteSpace="collapse"` sees it."""
    return re.sub(r"[ \t\n\r]+", " ", text).strip(" ")
