"""The difference as a JSON document; docs/reference/diff.md says what is in it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from xbrlgen.difference.difference import Change, Difference, Side
from xbrlgen.difference.reports import Compared
from xbrlgen.findings.json_form import encoded
from xbrlgen.labels import Labels
from xbrlgen.model import Fact, Period, QName, Unit
from xbrlgen.writers.lexical import moment

Object = dict[str, Any]


def to_json(compared: Compared, difference: Difference, labels: Labels) -> bytes:
    """The whole difference in UTF-8; the same difference gives the same bytes."""
    return encoded(
        {
            "same": difference.is_same,
            "old": {"path": str(compared.old), **_side(difference.old)},
            "new": {"path": str(compared.new), **_side(difference.new)},
            "counts": {"same": difference.same, **{str(kind): count for kind, count in difference.counts.items()}},
            "changes": [_change(each, labels) for each in difference.changes],
        }
    )


def _side(side: Side) -> Object:
    entity = None if side.entity is None else {"scheme": side.entity.scheme, "identifier": side.entity.identifier}
    return {
        "entity": entity,
        "end": None if side.end is None else moment(side.end),
        "facts": side.facts,
        "periodsOfItsOwn": [{"period": _period(period), "facts": facts} for period, facts in side.periods.items()],
    }


def _change(change: Change, labels: Labels) -> Object:
    fact = change.fact
    delta = change.delta
    return {
        "kind": str(change.kind),
        "concept": str(fact.concept),
        "label": labels(fact.concept),
        "period": _period(fact.period),
        "unit": _unit(fact.unit),
        "language": fact.language,
        "dimensions": _dimensions(fact),
        "old": _value(change.old),
        "new": _value(change.new),
        "delta": None if delta is None else format(delta, "f"),
    }


def _value(fact: Fact | None) -> Object | None:
    if fact is None:
        return None
    value = format(fact.value, "f") if isinstance(fact.value, Decimal) else fact.value
    has_decimals = fact.is_numeric and not fact.is_nil
    decimals = ("INF" if fact.decimals is None else fact.decimals) if has_decimals else None
    return {"id": fact.id, "value": value, "decimals": decimals}


def _dimensions(fact: Fact) -> Mapping[str, str | None]:
    return {
        str(each.axis): str(each.member) if isinstance(each.member, QName) else each.member.value
        for each in fact.dimensions
    }


def _period(period: Period | None) -> str | None:
    """As OIM writes it (OIM-common 1.0 section 3.2): a day ends with the midnight after it."""
    if period is None:
        return None
    return moment(period.end) if period.start is None else f"{moment(period.start)}/{moment(period.end)}"


def _unit(unit: Unit | None) -> str | None:
    if unit is None:
        return None
    above, below = ("*".join(map(str, names)) for names in (unit.numerators, unit.denominators))
    return f"{above}/{below}" if below else above
