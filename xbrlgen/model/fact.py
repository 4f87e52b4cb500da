"""Facts: a value with the dimensions that say what it is a value of."""

from decimal import Decimal
from typing import NamedTuple

from xbrlgen.model.namespaces import OIM
from xbrlgen.model.period import Period
from xbrlgen.model.qname import QName
from xbrlgen.model.unit import Unit


class Entity(NamedTuple):
    """Who reports: an identifier within a scheme (XBRL 2.1 section 4.7.3.1)."""

    scheme: str
    identifier: str


NO_ENTITY = Entity(f"{OIM}/entities", "NA")
"""What stands for an entity where a report names none (xBRL-XML 1.0 section 3.2)."""


class TypedMember(NamedTuple):
    """The value on a typed dimension, as canonical text; None is a nil typed value (OIM 1.0 section 2.1.5)."""

    value: str | None


class Dimension(NamedTuple):
    """A taxonomy-defined dimension of a fact: the axis and its explicit or typed member."""

    axis: QName
    member: QName | TypedMember

    @property
    def sort_key(self) -> tuple[QName, bool, str]:
        """Order by axis, explicit members before typed ones."""
        return (self.axis, isinstance(self.member, TypedMember), str(self.member))


class FactKey(NamedTuple):
    """All dimensions of a fact; two facts with equal keys are duplicates (OIM 1.0 section 4.2)."""

    concept: QName
    entity: Entity
    period: Period | None
    unit: Unit | None
    language: str | None
    dimensions: tuple[Dimension, ...]


class Fact(NamedTuple):
    """One reported value.

    `value` is an exact Decimal for a numeric fact (unscaled: yen, not millions), text in its canonical lexical form for
    any other, None for nil; names inside a value (QName and enumeration types) are in Clark notation. `unit` is None
    exactly for non-numeric facts. `decimals` is None for infinite accuracy and for non-numeric or nil facts. `language`
    is a lower-case BCP 47 tag, set for text facts only. `dimensions` are sorted by `Dimension.sort_key` and never
    hold a default member. Follows OIM 1.0 section 2.1, https://www.xbrl.org/Specification/oim/
    """

    id: str
    concept: QName
    entity: Entity
    period: Period | None
    value: Decimal | str | None
    unit: Unit | None = None
    decimals: int | None = None
    language: str | None = None
    dimensions: tuple[Dimension, ...] = ()

    @property
    def key(self) -> FactKey:
        """The dimensions of the fact, without its value."""
        return FactKey(self.concept, self.entity, self.period, self.unit, self.language, self.dimensions)

    @property
    def is_numeric(self) -> bool:
        """Whether the fact is a number (it then has a unit)."""
        return self.unit is not None

    @property
    def is_nil(self) -> bool:
        """Whether the fact says that there is no value."""
        return self.value is None
