"""Ids that stay the same from run to run and when a row is put in: made from what they stand for, never counted."""

import re
from collections.abc import Iterable, Sequence
from datetime import time
from functools import cache
from hashlib import sha256

from xbrlgen.model import Dimension, Entity, Period, TypedMember, Unit

_LETTERS = "A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u3041-\u3094\u30a1-\u30fa\u4e00-\u9fa5\uac00-\ud7a3"
"""The letters that every edition of XML 1.0 takes for part of a name; others are replaced in an id."""
_NCNAME = re.compile(r"[A-Za-z_][A-Za-z_0-9.-]*")
_LONGEST_PART = 40


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled on use: a class of all letters takes milliseconds, and most names are ASCII."""
    return re.compile(pattern)


def is_ncname(text: str) -> bool:
    """Whether `text` can be an id as it stands (Namespaces in XML 1.0, NCName; a little stricter)."""
    if text.isascii():
        return _NCNAME.fullmatch(text) is not None
    return _compiled(f"[{_LETTERS}][{_LETTERS}0-9.-]*").fullmatch(text) is not None


class Identifiers:
    """The ids of one document, each given once."""

    def __init__(self, given: Iterable[str] = ()) -> None:
        self._given = set(given)
        self._also_given: Sequence[str] = ()

    def give(self, wanted: str, meaning: str) -> str:
        """`wanted` made an NCName and told apart from the ids given before, by a hash of `meaning` where needed."""
        given = self._all_given()
        name = wanted if is_ncname(wanted) else f"{_as_ncname(wanted)}_{short_hash(meaning)}"
        while name in given:
            meaning += "'"
            name = f"{_as_ncname(wanted)}_{short_hash(meaning)}"
        given.add(name)
        return name

    def give_all(self, wanted: Sequence[str]) -> Sequence[str]:
        """The names for ids that mean nothing but themselves; nearly always they can all be what they are."""
        names = set(wanted)
        if len(names) == len(wanted) and all(map(_NCNAME.fullmatch, names)) and names.isdisjoint(self._all_given()):
            self._also_given = wanted
            return wanted
        return [self.give(each, each) for each in wanted]

    def _all_given(self) -> set[str]:
        """The ids given so far; of a great many at once a set is not kept unless more are given after them."""
        self._given.update(self._also_given)
        self._also_given = ()
        return self._given


def short_hash(text: str, length: int = 6) -> str:
    """The first `length` hexadecimal digits of a hash of `text`."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def context_id(period: Period | None, dimensions: tuple[Dimension, ...], entity: Entity | None) -> str:
    """A readable id: the period, then the members; a hash makes it precise where names alone do not.

    `entity` is None where it is the one that the report is about.
    """
    readable = "_".join([_period(period), *(_member(each) for each in dimensions)])
    if not dimensions and entity is None:
        return readable
    axes = "|".join(f"{each.axis}={each.member}" for each in dimensions)
    return f"{readable}_{short_hash(f'{entity}|{axes}')}"


def unit_id(unit: Unit) -> str:
    """A readable id: ``JPY``, ``shares``, ``JPYPerShares``."""
    above = "Times".join(measure.local_name for measure in unit.numerators)
    below = [measure.local_name for measure in unit.denominators]
    return f"{above}Per" + "Times".join(name[:1].upper() + name[1:] for name in below) if below else above


def _period(period: Period | None) -> str:
    if period is None:
        return "forever"
    days = str(period) if period.start is None else f"{period.first_day}-{period.last_day}"
    clock = "".join(
        f"_{each:%H%M%S}" for each in (period.start, period.end) if each is not None and each.time() != time()
    )
    return f"{'i' if period.is_instant else 'd'}-{days}{clock}"


def _member(dimension: Dimension) -> str:
    member = dimension.member
    if isinstance(member, TypedMember):
        return _without_foreign(member.value or "nil", "")[:_LONGEST_PART]
    return (member.local_name.removesuffix("Member") or member.local_name)[:_LONGEST_PART]


def _as_ncname(text: str) -> str:
    name = _without_foreign(text, "_")
    return name if is_ncname(name) else f"_{name}"


def _without_foreign(text: str, replacement: str) -> str:
    letters = "A-Za-z_" if text.isascii() else _LETTERS
    return _compiled(f"[^{letters}0-9.-]").sub(replacement, text)
