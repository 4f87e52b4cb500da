"""The facts of the page, one entry for each tag: what it reports, as the script reads it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time
from decimal import Decimal

from xbrlgen.model import Period, TypedMember, Unit
from xbrlgen.target import Context, TargetDocument, TargetFact
from xbrlgen.writers.lexical import base_type, moment, names, number
from xbrlgen.writers.viewer.names import Prefixes
from xbrlgen.writers.viewer.page import Tag

Data = dict[str, object]


def fact_data(document: TargetDocument, tags: Iterable[Tag], prefixes: Prefixes) -> Mapping[str, Data]:
    """What the script has to know of each tag, by the tag's id; tags of no fact of the document are left out."""
    aspects = {context.id: _aspects(context, prefixes) for context in document.contexts}
    units = {each.id: unit_text(each.unit, prefixes) for each in document.units}
    notes: dict[str, list[str]] = {}
    for footnote in document.footnotes:
        for fact in footnote.facts:
            notes.setdefault(fact, []).append(footnote.id)
    return {
        tag.id: _fact(target, prefixes, aspects[target.context], units) | _notes(notes.get(target.id))
        for tag, target in reported(document, tags)
    }


def reported(document: TargetDocument, tags: Iterable[Tag]) -> Iterator[tuple[Tag, TargetFact]]:
    """Each tag with the fact that it reports; a fact that is shown again has further ids, made from its first one."""
    by_id = {target.id: target for target in document.facts}
    by_place: dict[tuple[str, str, str | None], list[TargetFact]] = {}
    for target in document.facts:
        place = (document.prefixed(target.fact.concept), target.context, target.unit)
        by_place.setdefault(place, []).append(target)
    for tag in tags:
        same = by_place.get((tag.name, tag.context, tag.unit), [])
        again = (each for each in same if tag.id.startswith(f"{each.id}-"))
        found = by_id.get(tag.id) or next(again, same[0] if same else None)
        if found is not None:
            yield tag, found


def _fact(target: TargetFact, prefixes: Prefixes, aspects: Data, units: Mapping[str, str]) -> Data:
    unit: Data = {} if target.unit is None else {"u": units[target.unit]}
    data: Data = {"a": {"c": prefixes.name(target.fact.concept), **aspects, **unit}, "v": _value(target, prefixes)}
    if target.fact.is_numeric and not target.fact.is_nil and target.fact.decimals is not None:
        data["d"] = target.fact.decimals
    return data


def _notes(ids: list[str] | None) -> Data:
    return {"fn": ids} if ids else {}


def _value(target: TargetFact, prefixes: Prefixes) -> str | None:
    value = target.fact.value
    if isinstance(value, Decimal):
        return number(value, base_type(target))
    written = names(target, prefixes.name)
    return value if written is None else written


def _aspects(context: Context, prefixes: Prefixes) -> Data:
    """Entity, period and dimensions in the manner of OIM-common 1.0 section 3, with dates for midnights."""
    aspects: Data = {"e": f"{prefixes.of(context.entity.scheme)}:{context.entity.identifier}"}
    aspects["p"] = _period(context.period)
    for each in context.dimensions:
        member = each.member
        aspects[prefixes.name(each.axis)] = member.value if isinstance(member, TypedMember) else prefixes.name(member)
    return aspects


def _period(period: Period | None) -> str:
    if period is None:
        return "f"
    return _date(period.end) if period.start is None else f"{_date(period.start)}/{_date(period.end)}"


def _date(when: datetime) -> str:
    return str(when.date()) if when.time() == time() else moment(when)


def unit_text(unit: Unit, prefixes: Prefixes) -> str:
    """A unit as OIM-common 1.0 section 3.3 writes it; pure is written too, for a fact without unit is text here."""
    above, below = (sorted(map(prefixes.name, measures)) for measures in (unit.numerators, unit.denominators))
    if not below:
        return "*".join(above)
    return "/".join(f"({'*'.join(names)})" if len(names) > 1 else names[0] for names in (above, below))
