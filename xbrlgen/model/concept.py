"""What a report has to know of the concepts that it uses; a taxonomy supplies it."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, Protocol

from xbrlgen.model.qname import QName


class ValueKind(StrEnum):
    """What a type means for unit, value and display."""

    MONETARY = "monetary"
    SHARES = "shares"
    PER_SHARE = "per-share"
    PURE = "pure"
    PERCENT = "percent"
    NUMERIC = "numeric"
    """Any other number; its unit is free or fixed by the unit registry."""
    STRING = "string"
    TEXT_BLOCK = "text-block"
    BOOLEAN = "boolean"
    DATE = "date"
    DATE_TIME = "date-time"
    NAME = "name"
    """One QName: QName items and enumerations of one value."""
    NAME_SET = "name-set"
    DOMAIN = "domain"
    """Members of dimensions, which are never reported themselves."""
    OTHER = "other"
    """Any other lexical type, such as a URI or a duration."""

    @property
    def is_numeric(self) -> bool:
        """Whether facts of this kind have a unit."""
        return self in _NUMERIC


_NUMERIC = frozenset(
    {
        ValueKind.MONETARY,
        ValueKind.SHARES,
        ValueKind.PER_SHARE,
        ValueKind.PURE,
        ValueKind.PERCENT,
        ValueKind.NUMERIC,
    }
)


class ItemType(NamedTuple):
    """An item type: its kind, the XML Schema built-in type that it derives from, and its value facets.

    `facets` map a facet's name (``minInclusive``, ``pattern``, ``enumeration`` ...) to its values in the schema's text;
    `defaults` map attributes, such as ``decimals``, to the values that they have where they are not written.
    """

    name: QName
    kind: ValueKind
    base: str
    facets: Mapping[str, tuple[str, ...]]
    defaults: Mapping[str, str] = MappingProxyType({})


class TypedDomain(NamedTuple):
    """The element that holds the members of a typed dimension, and its type where that is a simple one (None if not).

    Follows XBRL Dimensions 1.0 section 2.5.2.1.1.
    """

    element: QName
    item_type: ItemType | None = None


class Concept(NamedTuple):
    """A concept, dimension, hypercube or member as its schema declares it (XBRL 2.1 section 5.1.1).

    `period_type` is ``instant`` or ``duration``; `balance` is ``debit``, ``credit`` or empty; `item_type` is None for a
    tuple.
    """

    name: QName
    item_type: ItemType | None
    substitution_group: QName
    period_type: str
    balance: str = ""
    is_abstract: bool = False
    is_nillable: bool = True
    typed_domain: TypedDomain | None = None
    """Set for typed dimensions only."""
    default: str | None = None
    """What an empty element of the concept says, None where it says nothing (XML Schema Part 1 section 3.3.1)."""

    @property
    def kind(self) -> ValueKind:
        """What the type of the concept means; OTHER for a tuple."""
        return ValueKind.OTHER if self.item_type is None else self.item_type.kind

    @property
    def is_dimension(self) -> bool:
        """Whether this is an axis."""
        return self.substitution_group.local_name == "dimensionItem"

    @property
    def is_hypercube(self) -> bool:
        """Whether this is a table."""
        return self.substitution_group.local_name == "hypercubeItem"


class Vocabulary(Protocol):
    """The names that a report may use: what a taxonomy offers to readers."""

    @property
    def namespace(self) -> str:
        """The namespace of names that are written without a prefix."""

    @property
    def prefixes(self) -> Mapping[str, str]:
        """The usual prefix of each namespace that the taxonomy declares concepts in."""

    @property
    def entry_point(self) -> str:
        """The URL of the schema that a report or its extension refers to."""

    def concept(self, name: QName) -> Concept | None:
        """The concept of that name, None if there is none."""

    def item_type(self, name: QName) -> ItemType | None:
        """The item type of that name, None if there is none."""

    def default_member(self, axis: QName) -> QName | None:
        """The member that facts without `axis` have on it, None if the taxonomy gives none."""

    def names(self) -> Iterable[QName]:
        """The names of all concepts, sorted; for suggestions."""
