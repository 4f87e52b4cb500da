"""Facts in the form of the real filings' manifests, as Arelle sees them: theirs, and ours to compare with them."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from xbrlgen.model import PURE, Concept, Fact, ItemType, QName, TypedMember, ValueKind

_KINDS = {
    "numeric": (ValueKind.NUMERIC, "decimal"),
    "text": (ValueKind.STRING, "string"),
    "other": (ValueKind.OTHER, "token"),
    "bool": (ValueKind.BOOLEAN, "boolean"),
    "qname": (ValueKind.NAME, "anyURI"),
}


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


def sample(shared: Path, name: str) -> tuple[Path, list[dict[str, Any]]]:
    """A real filing of the manifest, and its facts as Arelle sees them."""
    manifest = json.loads((shared / "samples/manifest.json").read_text(encoding="utf-8"))
    entry = next(each for each in manifest if each["name"] == name)
    facts = json.loads((shared / "samples" / entry["expected_facts"]).read_text(encoding="utf-8"))
    return shared / "samples" / entry["file"], facts


class TypesOnly:
    """A vocabulary that knows nothing but the types that Arelle found; for some filings it found none."""

    def __init__(self, facts: list[dict[str, Any]]) -> None:
        self._kinds = {each["concept"]: _KINDS[each["type"]] for each in facts if each["type"] != "unknown"}

    def concept(self, name: QName) -> Concept | None:
        if str(name) not in self._kinds:
            return None
        kind, base = self._kinds[str(name)]
        item = QName("http://www.xbrl.org/2003/instance", "item")
        return Concept(name, ItemType(QName("", "x"), kind, base, {}), item, "duration")

    def default_member(self, axis: QName) -> QName | None:
        return None


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
