"""Arcs as they are written: which two things each joins, and its attributes (XBRL 2.1 section 3.5.3.9)."""

import re
from collections.abc import Hashable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from xbrlgen.addresses import absolute
from xbrlgen.model import QName
from xbrlgen.taxonomy.dts import Dts
from xbrlgen.taxonomy.linkbase import LinkbaseDocument

_DECIMAL = re.compile(r"[ \t\r\n]*[+-]?([0-9]{1,500}(\.[0-9]{0,500})?|\.[0-9]{1,500})[ \t\r\n]*")
_SEQUENCE = r"element\(([^()]*)\)"
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
        self.attributes = MappingProxyType({_name(name): value for name, value in written.items()})
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
            self._locate(_Pointers(absolute(location, linkbase.base), dts), pointers)

    def _locate(self, known: "_Pointers", pointers: Mapping[str, int]) -> None:
        by_id = known.ids
        for pointer, number in pointers.items():
            end = by_id.get(pointer) or ("(" in pointer and known.by_position(pointer)) or None
            if end is not None:
                self._ends[number] = end

    def of(self, base_set: int) -> Iterator[Arc]:
        """The arcs of a base set, in the order of the document."""
        linkbase, ends, kinds = self._linkbase, self._ends, self._kinds
        numbers = iter(linkbase.arcs["arcs"][base_set])
        for source, target, kind, line in zip(numbers, numbers, numbers, numbers, strict=True):
            first = ends.get(source) if source >= 0 else ResourceEnd(linkbase.url, -1 - source)
            second = ends.get(target) if target >= 0 else ResourceEnd(linkbase.url, -1 - target)
            if first is not None and second is not None:
                yield Arc(first, second, kinds[kind], linkbase, line)

    def described(self, base_set: int) -> Iterator[tuple[QName, ResourceEnd]]:
        """The pairs of a concept and a resource that the arcs of a base set join; nothing is prohibited here."""
        numbers = self._linkbase.arcs["arcs"][base_set]
        for source, target in zip(numbers[::4], numbers[1::4], strict=True):
            concept = self._ends.get(source)
            if isinstance(concept, QName):
                yield concept, ResourceEnd(self._linkbase.url, -1 - target)


class _Pointers:
    """What pointers into one document mean: the declared elements of a schema, the resources of a linkbase."""

    def __init__(self, url: str, dts: Dts) -> None:
        self._url, self._dts = url, dts
        self._linkbase = dts.linkbase(url)

    @cached_property
    def ids(self) -> Mapping[str, End]:
        """Those that are ids."""
        names = self._dts.names(self._url)
        linkbases = self._dts.embedded_linkbases(self._url) if self._linkbase is None else (self._linkbase,)
        if not linkbases:
            return names
        resources = ((linkbase, *each) for linkbase in linkbases for each in enumerate(linkbase.resources))
        return {
            **names,
            **{each.id: ResourceEnd(linkbase.url, number) for linkbase, number, each in resources if each.id},
        }

    def by_position(self, pointer: str) -> End | None:
        """The first of some child sequences that leads to something (XPointer Framework section 3.3)."""
        found = (self.ids.get(each) or self._positions.get(each) for each in re.findall(_SEQUENCE, pointer))
        return next((each for each in found if each is not None), None)

    @cached_property
    def _positions(self) -> Mapping[str, End]:
        if self._linkbase is None:
            return self._dts.positions(self._url)
        return {
            f"/1/{each.link}/{each.position}": ResourceEnd(self._linkbase.url, number)
            for number, each in enumerate(self._linkbase.resources)
        }


_name = lru_cache(maxsize=1024)(QName.parse)


@lru_cache(maxsize=65_536)
def _kind(written: tuple[tuple[str, str], ...]) -> Kind:
    return Kind(dict(written))


def _value(name: str, text: str) -> Hashable:
    """The value of an attribute as its type has it; what has no known type is compared as text."""
    if name in _NUMBERS:
        number = _decimal(text)
        return text if number is None else number
    return text.strip() in {"true", "1"} if name in _BOOLEANS else text


@lru_cache(maxsize=4096)
def _decimal(text: str) -> Decimal | None:
    """The value of an ``xs:decimal``, None for what is none: Python's decimals may be far larger by their exponent."""
    return Decimal(text.strip()) if _DECIMAL.fullmatch(text) else None
