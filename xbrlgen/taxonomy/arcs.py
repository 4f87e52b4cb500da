"""Arcs as they are written: which two things each joins, and its attributes (XBRL 2.1 section 3.5.3.9)."""

import re
from collections.abc import Hashable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from xbrlgen.addresses import absolute
from xbrlgen.model import QName
from xbrlgen.taxonomy.dts import Dts
from xbrlgen.taxonomy.linkbase import LinkbaseDocument

_DECIMAL = re.compile(r"[ \t\r\n]*[+-]?([0-9]{1,500}(\.[0-9]{0,500})?|\.[0-9]{1,500})[ \t\r\n]*")
_XBRLDT = "{http://xbrl.org/2005/xbrldt}"
_EXEMPT = frozenset({"use", "priority"})
_NUMBERS = frozenset({"order", "weight"})
_BOOLEANS = frozenset({f"{_XBRLDT}closed", f"{_XBRLDT}usable"})
_DEFAULTS: Mapping[str, Hashable] = {"order": Decimal(1), f"{_XBRLDT}closed": False, f"{_XBRLDT}usable": True}
"""What it means where they are missing (XBRL 2.1 section 3.5.3.9.5; Dimensions 1.0 sections 2.3.3 and 2.5.3.3)."""


class ResourceEnd(NamedTuple):
    """A resource as the end of an arc: the URL of its linkbase and its number there, from 0."""

    linkbase: str
    number: int


End = QName | ResourceEnd


class Kind:
    """What arcs with the same attributes have in common; `attributes` are those that are not XLink's own.

    `equivalence` is the same for arcs that are equivalent where their ends are (section 3.5.3.9.7.4).
    """

    __slots__ = ("attributes", "equivalence", "order", "preferred_label", "priority", "use", "weight")

    def __init__(self, written: Mapping[str, str]) -> None:
        order = _decimal(written.get("order", ""))
        self.attributes = MappingProxyType({QName.parse(name): value for name, value in written.items()})
        self.order = Decimal(1) if order is None else order
        self.weight = _decimal(written.get("weight", ""))
        self.preferred_label = written.get("preferredLabel", "").strip()
        self.priority = int(_decimal(written.get("priority", "")) or 0)
        self.use = written.get("use", "optional").strip()
        given = {name: _value(name, text) for name, text in written.items() if name not in _EXEMPT}
        self.equivalence = frozenset({**_DEFAULTS, **given}.items())


class Arc(NamedTuple):
    """One pair that an arc joins; `line` is where the arc ends in the document of its linkbase."""

    source: End
    target: End
    kind: Kind
    linkbase: LinkbaseDocument
    line: int


class Arcs:
    """The arcs of a linkbase by the numbers of its base sets; locators that lead nowhere have none."""

    def __init__(self, linkbase: LinkbaseDocument, dts: Dts) -> None:
        self._linkbase = linkbase
        self._kinds = [_kind(tuple(each.items())) for each in linkbase.arcs["kinds"]]
        self._ends: dict[int, End] = {}
        for location, pointers in linkbase.arcs["ends"].items():
            ends = _ends(absolute(location, linkbase.base), dts)
            self._ends |= {number: ends[pointer] for pointer, number in pointers.items() if pointer in ends}

    def of(self, base_set: int) -> Iterator[Arc]:
        """The arcs of a base set, in the order of the document."""
        numbers = iter(self._linkbase.arcs["arcs"][base_set])
        for source, target, kind, line in zip(numbers, numbers, numbers, numbers, strict=True):
            first, second = self._end(source), self._end(target)
            if first is not None and second is not None:
                yield Arc(first, second, self._kinds[kind], self._linkbase, line)

    def _end(self, number: int) -> End | None:
        return ResourceEnd(self._linkbase.url, -1 - number) if number < 0 else self._ends.get(number)


def _ends(url: str, dts: Dts) -> Mapping[str, End]:
    """What pointers into the document at `url` mean: the declared elements of a schema, the resources of a linkbase."""
    if names := dts.names(url):
        return names
    linkbase = dts.linkbase(url)
    if linkbase is None:
        return {}
    found: dict[str, End] = {}
    for number, each in enumerate(linkbase.resources):
        found[f"element(/1/{each.link}/{each.position})"] = ResourceEnd(linkbase.url, number)
        if each.id:
            found[each.id] = ResourceEnd(linkbase.url, number)
    return found


@lru_cache(maxsize=65_536)
def _kind(written: tuple[tuple[str, str], ...]) -> Kind:
    return Kind(dict(written))


def _value(name: str, text: str) -> Hashable:
    """The value of an attribute as its type has it; what has no known type is compared as text."""
    if name in _NUMBERS:
        number = _decimal(text)
        return text if number is None else number
    return text.strip() in {"true", "1"} if name in _BOOLEANS else text


def _decimal(text: str) -> Decimal | None:
    """The value of an ``xs:decimal``, None for what is none: Python's decimals may be far larger by their exponent."""
    return Decimal(text.strip()) if _DECIMAL.fullmatch(text) else None
