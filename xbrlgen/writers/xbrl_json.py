"""xBRL-JSON: a target document with canonical values, one fact to a line, in order of fact id."""

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import BinaryIO

from xbrlgen.model import NO_ENTITY, PURE, Link, Period, QName, TypedMember, Unit
from xbrlgen.model.namespaces import OIM
from xbrlgen.target import Context, TargetDocument, TargetFact, TargetFootnote, holds_names, names_in
from xbrlgen.writers.aliases import link_aliases
from xbrlgen.writers.fragments import as_fragment
from xbrlgen.writers.lexical import base_type, canonical_number, moment, names, number

_CHUNK = 512

_Object = dict[str, object]


def write_xbrl_json(document: TargetDocument, out: BinaryIO) -> None:
    """Write `document` to `out` as UTF-8; memory stays flat, and the same document gives the same bytes.

    Follows xBRL-JSON 1.0, https://www.xbrl.org/Specification/xbrl-json/REC-2021-10-13+errata-2023-04-19/
    """
    out.write(b'{"documentInfo": ')
    out.write(json.dumps(_document_info(document), ensure_ascii=False, indent=2).encode())
    out.write(b',\n"facts": {')
    separator = b"\n"
    for chunk in _chunks(_members(document)):
        out.write(separator + chunk)
        separator = b",\n"
    out.write(b"\n}}\n")


def _chunks(members: Iterator[bytes]) -> Iterator[bytes]:
    batch: list[bytes] = []
    for member in members:
        batch.append(member)
        if len(batch) == _CHUNK:
            yield b",\n".join(batch)
            batch.clear()
    if batch:
        yield b",\n".join(batch)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _document_info(document: TargetDocument) -> _Object:
    info: _Object = {
        "documentType": f"{OIM}/xbrl-json",
        "features": {
            "xbrl:allowedDuplicates": _allowed_duplicates(document),
            "xbrl:canonicalValues": all(target.item_type is not None for target in document.facts),
        },
    }
    if document.links:
        types, groups = link_aliases(document.links)
        info |= {"linkGroups": _by_alias(groups), "linkTypes": _by_alias(types)}
    return info | {"namespaces": _namespaces(document), "taxonomy": list(document.schema_refs)}


def _by_alias(aliases: Mapping[str, str]) -> Mapping[str, str]:
    return dict(sorted((alias, uri) for uri, alias in aliases.items()))


def _allowed_duplicates(document: TargetDocument) -> str:
    """``none`` where every fact has a key of its own; inconsistent duplicates are the only ones that ever stay."""
    return "none" if len({target.fact.key for target in document.facts}) == len(document.facts) else "all"


def _namespaces(document: TargetDocument) -> Mapping[str, str]:
    used = {OIM} | {context.entity.scheme for context in document.contexts if context.entity != NO_ENTITY}
    used |= {name.namespace for name in _names(document)} - {""}
    prefixes = {**document.prefixes, OIM: "xbrl"}
    return dict(sorted((prefixes[namespace], namespace) for namespace in used))


def _names(document: TargetDocument) -> Iterator[QName]:
    for context in document.contexts:
        for each in context.dimensions:
            yield each.axis
            if isinstance(each.member, QName):
                yield each.member
    for unit in (used.unit for used in document.units if used.unit != PURE):
        yield from unit.numerators + unit.denominators
    for target in document.facts:
        yield target.fact.concept
        if holds_names(target):
            yield from names_in(str(target.fact.value))


def _members(document: TargetDocument) -> Iterator[bytes]:
    contexts = {context.id: _context(context, document) for context in document.contexts}
    units = {each.id: _unit(each.unit, document) for each in document.units}
    links = _links(document.links)
    written: list[TargetFact | TargetFootnote] = [*document.facts, *document.footnotes]
    for each in sorted(written, key=lambda one: one.id):
        if isinstance(each, TargetFootnote):
            body = _note(each, links.get(each.id))
        else:
            unit = {} if each.unit is None else units[each.unit]
            body = _fact(each, document, contexts[each.context] | unit, links.get(each.id))
        yield _json(each.id) + b": " + _json(body)


def _links(links: Sequence[Link]) -> Mapping[str, _Object]:
    """The member `links` of each fact: targets by group by type (xBRL-JSON 1.0 section 5.3)."""
    types, groups = link_aliases(links)
    found: dict[str, dict[str, dict[str, list[str]]]] = {}
    for each in sorted(links, key=lambda one: (types[one.type], groups[one.group], one.target)):
        of_type = found.setdefault(each.source, {}).setdefault(types[each.type], {})
        of_type.setdefault(groups[each.group], []).append(each.target)
    return {source: dict[str, object](of_types) for source, of_types in found.items()}


def _fact(target: TargetFact, document: TargetDocument, aspects: _Object, links: _Object | None) -> _Object:
    fact = target.fact
    dimensions = {"concept": document.prefixed(fact.concept), **aspects}
    if fact.language is not None:
        dimensions["language"] = fact.language
    body: _Object = {}
    if fact.is_numeric and not fact.is_nil and fact.decimals is not None:
        body["decimals"] = fact.decimals
    body["dimensions"] = dict(sorted(dimensions.items()))
    if links:
        body["links"] = links
    return body | {"value": _value(target, document)}


def _value(target: TargetFact, document: TargetDocument) -> str | None:
    value = target.fact.value
    if isinstance(value, Decimal):
        return number(value, "") if target.item_type is None else canonical_number(value, base_type(target))
    written = names(target, document.prefixed)
    return value if written is None else written


def _context(context: Context, document: TargetDocument) -> _Object:
    aspects: _Object = {}
    if context.entity != NO_ENTITY:
        aspects["entity"] = f"{document.prefixes[context.entity.scheme]}:{context.entity.identifier}"
    if context.period is not None:
        aspects["period"] = _period(context.period)
    for each in context.dimensions:
        member = each.member
        written = member.value if isinstance(member, TypedMember) else document.prefixed(member)
        aspects[document.prefixed(each.axis)] = written
    return aspects


def _period(period: Period) -> str:
    return moment(period.end) if period.start is None else f"{moment(period.start)}/{moment(period.end)}"


def _unit(unit: Unit, document: TargetDocument) -> _Object:
    """The unit as OIM-common 1.0 section 3.3 writes it; nothing for pure."""
    if unit == PURE:
        return {}
    above, below = (sorted(map(document.prefixed, measures)) for measures in (unit.numerators, unit.denominators))
    if not below:
        return {"unit": "*".join(above)}
    parts = (f"({'*'.join(names)})" if len(names) > 1 else names[0] for names in (above, below))
    return {"unit": "/".join(parts)}


def _note(footnote: TargetFootnote, links: _Object | None) -> _Object:
    """A text footnote as a fact of its own (OIM 1.0 section 3.5.1.1)."""
    dimensions = {"concept": "xbrl:note", "language": footnote.footnote.language.lower(), "noteId": footnote.id}
    linked = {"links": links} if links else {}
    return {"dimensions": dimensions, **linked, "value": as_fragment(footnote.footnote.content)}
