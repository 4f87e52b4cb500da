"""Facts as nearly all are: sound, and with no members but the usual ones. What many of them say alike is read once."""

from collections.abc import Callable
from decimal import Decimal
from sys import intern
from typing import NamedTuple, TypeVar

from xbrlgen.model import Dimension, Entity, Fact, ItemType, Period, QName, Unit
from xbrlgen.readers.canonical import UnreadableError, has_language
from xbrlgen.readers.oim.values import FURTHEST, NOTE
from xbrlgen.readers.xbrl_json.facts import Facts

_MOST = 50_000
"""Sets of dimensions that are kept: where few facts have the same, these must not cost more than the facts do."""
_CORE = frozenset({"entity", "period", "unit", "language"})

_Pairs = tuple[tuple[str, object], ...]
_Read = TypeVar("_Read")


class _Aspects(NamedTuple):
    """What facts have in common whose dimensions are written alike, whatever their concept."""

    entity: Entity
    period: Period | None
    unit: Unit | None
    language: str | None
    dimensions: tuple[Dimension, ...]


class _Reported(NamedTuple):
    """A concept as facts name it, with decimals or without."""

    name: QName
    item_type: ItemType | None
    is_numeric: bool
    read: Callable[[str], Decimal | str]
    """Gives the value of a text; raises UnreadableError where something is wrong with it."""
    met: dict[_Pairs, _Aspects]
    """The dimensions that were met, of this concept or of another that may have the same."""


class UsualFacts:
    """What makes facts of members that are as usual, and leaves all others to `reader`, which finds what is wrong."""

    def __init__(self, reader: Facts) -> None:
        self._reader = reader
        self._reported: dict[tuple[str, bool], _Reported] = {}
        self._met: dict[tuple[bool, bool], dict[_Pairs, _Aspects]] = {}

    def fact(self, fact_id: str, member: object) -> Fact | None:
        """A sound fact, None for anything else; objects in `member` are tuples of pairs."""
        written = _written(member)
        if written is None:
            return None
        text, decimals, concept, others = written
        key = (concept, decimals is not None)
        reported = self._reported.get(key) or self._of_concept(*key)
        if reported is None:
            return None
        try:
            aspects = reported.met.get(others) or self._of_others(fact_id, others, reported)
            value = None if text is None else reported.read(text)
        except (TypeError, UnreadableError):  # an array has no hash, and is no dimension
            return None
        if aspects is None:
            return None
        entity, period, unit, language, dimensions = aspects
        return Fact(fact_id, reported.name, entity, period, value, unit, decimals, language, dimensions)

    def _of_concept(self, text: str, has_decimals: bool) -> _Reported | None:
        """What is the same in all facts of a concept; None where these need a closer look."""
        name = self._attempt(lambda: self._reader.name(text))
        if name is None or name == NOTE:
            return None
        item_type = self._reader.item_type(name)
        is_numeric = has_decimals if item_type is None else item_type.kind.is_numeric
        if not is_numeric and (item_type is None or has_decimals):
            return None
        met = self._met.setdefault((is_numeric, has_language(item_type)), {})
        read = self._reader.reading(item_type, is_numeric=is_numeric)
        self._reported[text, has_decimals] = reported = _Reported(name, item_type, is_numeric, read, met)
        return reported

    def _of_others(self, fact_id: str, others: _Pairs, reported: _Reported) -> _Aspects | None:
        """What the dimensions of a fact say but its concept; None where something is wrong with them."""
        reader, dimensions = self._reader, _usual(others)
        if dimensions is None:
            return None
        aspects = self._attempt(
            lambda: _Aspects(
                reader.entity(dimensions),
                reader.period(fact_id, dimensions),
                reader.unit(fact_id, dimensions, is_numeric=reported.is_numeric),
                reader.language(fact_id, dimensions, reported.item_type, is_numeric=reported.is_numeric),
                reader.members(fact_id, dimensions),
            )
        )
        if aspects is not None:
            if len(reported.met) >= _MOST:
                reported.met.clear()
            reported.met[tuple(dimensions.items())] = aspects
        return aspects

    def _attempt(self, read: Callable[[], _Read]) -> _Read | None:
        """What `read` gives; None, and no finding, where it finds something wrong."""
        findings = self._reader.source.findings
        before = len(findings)
        try:
            found = read()
        except UnreadableError:
            return None
        if len(findings) > before:
            del findings[before:]
            return None
        return found


def _written(member: object) -> tuple[str | None, int | None, str, _Pairs] | None:
    """Value (None: nil), decimals, concept and other dimensions of a fact that has the usual members and no others."""
    if type(member) is not tuple:
        return None
    members: dict[str, object] = dict(member)
    value, decimals, dimensions = members.get("value"), members.get("decimals"), members.get("dimensions")
    if type(dimensions) is not tuple or len(member) != 2 + (decimals is not None):
        return None
    if type(value) is not str and (value is not None or decimals is not None or "value" not in members):
        return None
    if decimals is not None and (type(decimals) is not int or abs(decimals) > FURTHEST):
        return None
    if dimensions and dimensions[0][0] == "concept":  # as it mostly stands
        concept, others = dimensions[0][1], dimensions[1:]
    else:
        named = dict(dimensions)
        concept, others = named.pop("concept", None), tuple(named.items())
    if type(concept) is not str or len(others) != len(dimensions) - 1:
        return None
    return value, decimals, concept, others


def _usual(others: _Pairs) -> dict[str, str | None] | None:
    """The dimensions, with the texts that others have as well where the decoder made new ones; None for odd ones."""
    found: dict[str, str | None] = {}
    for key, text in others:
        if type(text) is str and (key in _CORE or ":" in key):
            found[intern(key)] = intern(text)
        elif text is None and ":" in key:
            found[intern(key)] = None
        else:
            return None
    return found if len(found) == len(others) else None
