"""xBRL-JSON: a target document with canonical values, one fact to a line, in order of fact id."""

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice
from typing import BinaryIO

from xbrlgen.model import PURE, Link, Period, TypedMember, Unit
from xbrlgen.model.namespaces import OWN
from xbrlgen.target import Context, TargetDocument, TargetFact, TargetFootnote, concepts_of
from xbrlgen.templating import HOLE
from xbrlgen.writers.aliases import link_aliases
from xbrlgen.writers.fragments import as_fragment
from xbrlgen.writers.lexical import base_type, canonical_number, is_canonical_value, moment, names, number
from xbrlgen.writers.oim import (
    DUPLICATES,
    allowed_duplicates,
    document_info,
    document_namespaces,
    entity_text,
    unit_text,
)

_CHUNK = 512
_PREFIX = "xbrlgen"
"""Of what xBRL-JSON allows to be added to it (section 4); other readers pass it over."""

_json = json.JSONEncoder(ensure_ascii=False).encode
_quoted = json.encoder.encode_basestring
_JSON_HOLE = _json(HOLE)

_Object = dict[str, object]


def write_xbrl_json(document: TargetDocument, out: BinaryIO) -> None:
    """Write `document` to `out` as UTF-8; memory stays flat, and the same document gives the same bytes.

    Follows xBRL-JSON 1.0, https://www.xbrl.org/Specification/xbrl-json/REC-2021-10-13+errata-2023-04-19/
    """
    out.write(b'{"documentInfo": ')
    out.write(json.dumps(_document_info(document), ensure_ascii=False, indent=2).encode())
    out.write(b',\n"facts": {')
    separator = b"\n"
    members = _members(document)
    while batch := list(islice(members, _CHUNK)):
        out.write(separator + ",\n".join(batch).encode())
        separator = b",\n"
    out.write(b"\n}}\n")


def _document_info(document: TargetDocument) -> _Object:
    is_canonical = all(map(is_canonical_value, document.facts))
    features = {DUPLICATES: allowed_duplicates(document), "xbrl:canonicalValues": is_canonical}
    info = document_info(document, "xbrl-json", features)
    if any(map(_seems_text, document.facts)):
        info["namespaces"] = dict(sorted({**document_namespaces(document), _PREFIX: OWN}.items()))
    return info


def _seems_text(target: TargetFact) -> bool:
    """Whether nothing that xBRL-JSON writes of a number says that it is one, nor a taxonomy."""
    fact = target.fact
    return target.item_type is None and fact.unit == PURE and (fact.decimals is None or fact.is_nil)


def _members(document: TargetDocument) -> Iterator[str]:
    contexts = {context.id: _context(context, document) for context in document.contexts}
    units = {each.id: _unit(each.unit, document) for each in document.units}
    links = _links(document.links)
    written: list[TargetFact | TargetFootnote] = [*document.facts, *document.footnotes]
    concepts = {name: _json(document.prefixed(name)) for name in concepts_of(document.facts)}
    patterns: dict[tuple[object, ...], str] = {}  # facts of one context, unit and accuracy mostly differ in no more
    for each in sorted(written, key=lambda one: one.id):
        if isinstance(each, TargetFootnote):
            yield f"{_json(each.id)}: {_json(_note(each, links.get(each.id)))}"
            continue
        fact = each.fact
        kind = (each.context, each.unit, fact.decimals, fact.language, fact.value is None, each.item_type is None)
        shape = None if each.id in links else patterns.get(kind)
        if shape is None:
            unit = {} if each.unit is None else units[each.unit]
            body = _fact(each, contexts[each.context] | unit, links.get(each.id))
            shape = _json(body).replace("%", "%%").replace(_JSON_HOLE, "%s")
            if each.id not in links:
                patterns[kind] = shape
        value = _value(each, document)
        said = shape % (concepts[fact.concept], "null" if value is None else _quoted(value))
        yield f"{_quoted(each.id)}: {said}"


def _links(links: Sequence[Link]) -> Mapping[str, _Object]:
    """The member `links` of each fact: targets by group by type (xBRL-JSON 1.0 section 5.3)."""
    types, groups = link_aliases(links)
    found: dict[str, dict[str, dict[str, list[str]]]] = {}
    for each in sorted(links, key=lambda one: (types[one.type], groups[one.group], one.target)):
        of_type = found.setdefault(each.source, {}).setdefault(types[each.type], {})
        of_type.setdefault(groups[each.group], []).append(each.target)
    return {source: dict[str, object](of_types) for source, of_types in found.items()}


def _fact(target: TargetFact, aspects: _Object, links: _Object | None) -> _Object:
    """A fact with holes for its concept and its value."""
    fact = target.fact
    dimensions = {"concept": HOLE, **aspects}
    if fact.language is not None:
        dimensions["language"] = fact.language
    body: _Object = {}
    if fact.is_numeric and not fact.is_nil and fact.decimals is not None:
        body["decimals"] = fact.decimals
    body["dimensions"] = dict(sorted(dimensions.items()))
    if links:
        body["links"] = links
    if _seems_text(target):
        body[f"{_PREFIX}:number"] = True
    return body | {"value": HOLE}


def _value(target: TargetFact, document: TargetDocument) -> str | None:
    value = target.fact.value
    if isinstance(value, Decimal):
        return number(value, "") if target.item_type is None else canonical_number(value, base_type(target))
    written = names(target, document.prefixed)
    return value if written is None else written


def _context(context: Context, document: TargetDocument) -> _Object:
    aspects: _Object = {}
    if entity := entity_text(context.entity, document):
        aspects["entity"] = entity
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
    text = unit_text(unit, document)
    return {"unit": text} if text else {}


def _note(footnote: TargetFootnote, links: _Object | None) -> _Object:
    """A text footnote as a fact of its own (OIM 1.0 section 3.5.1.1)."""
    dimensions = {"concept": "xbrl:note", "language": footnote.footnote.language.lower(), "noteId": footnote.id}
    linked = {"links": links} if links else {}
    return {"dimensions": dimensions, **linked, "value": as_fragment(footnote.footnote.content)}
