"""Facts in the form of the real filings' manifests, as Arelle sees them: theirs, and ours to compare with them."""

from decimal import Decimal
from typing import Any, NamedTuple

from xbrlgen.model import PURE, Fact, TypedMember


class SampleFact(NamedTuple):
    """One fact; `decimals` is ``INF`` for an exact number, `unit` None for pure numbers and texts."""

    concept: str
    entity: str
    period: str
    unit: str | None
    language: str | None
    decimals: int | str | None
    dimensions: frozenset[tuple[str, ...]]
    value: Decimal | str | None


def listed(fact: dict[str, Any]) -> SampleFact:
    """A fact as a manifest lists it; one of no known type is a number if it has decimals."""
    value = fact["value"]
    is_number = fact["type"] == "numeric" or (fact["type"] == "unknown" and fact["decimals"] is not None)
    if is_number and value is not None:
        value = Decimal(value)
    dimensions = frozenset((axis, *member) for axis, member in fact["dims"].items())
    aspects = (fact[each] for each in ("concept", "entity", "period", "unit", "language", "decimals"))
    return SampleFact(*aspects, dimensions, value)


def comparable(fact: Fact) -> SampleFact:
    """A fact of ours in the same form."""
    period, unit = fact.period, fact.unit
    when = period.end.isoformat() if period.is_instant else f"{period.start.isoformat()}/{period.end.isoformat()}"
    measures = None
    if unit is not None and unit != PURE:
        measures = "/".join("*".join(map(str, side)) for side in (unit.numerators, unit.denominators) if side)
    dimensions = frozenset(
        (str(each.axis), "t", each.member.value)
        if isinstance(each.member, TypedMember)
        else (str(each.axis), "e", str(each.member))
        for each in fact.dimensions
    )
    decimals = "INF" if unit is not None and fact.decimals is None and not fact.is_nil else fact.decimals
    entity = f"{{{fact.entity.scheme}}}{fact.entity.identifier}"
    return SampleFact(str(fact.concept), entity, when, measures, fact.language, decimals, dimensions, fact.value)
