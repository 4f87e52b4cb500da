"""From a report to the document that is written: which contexts, units, ids and prefixes there are."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from operator import itemgetter
from types import MappingProxyType
from typing import TypeVar

from xbrlgen.model import Dimension, Entity, Fact, ItemType, Period, QName, Report, Table, Unit, ValueKind, Vocabulary
from xbrlgen.model.grouping import GroupedFacts
from xbrlgen.target.document import Context, TargetDocument, TargetFact, TargetUnit, written_by_id
from xbrlgen.target.duplicates import deduplicated
from xbrlgen.target.identifiers import Identifiers, context_id, unit_id
from xbrlgen.target.links import target_links
from xbrlgen.target.prefixes import allocate, names_in

NAMES = frozenset({ValueKind.NAME, ValueKind.NAME_SET})
"""The kinds of value that hold names."""
_TEXT = frozenset({ValueKind.STRING, ValueKind.TEXT_BLOCK})

_PLACES = {name: place for place, name in enumerate(Fact._fields)}
_ID, _CONCEPT, _ENTITY, _PERIOD, _UNIT, _DIMENSIONS = (
    itemgetter(_PLACES[name]) for name in ("id", "concept", "entity", "period", "unit", "dimensions")
)
_CONTEXT = itemgetter(*(_PLACES[name] for name in ("entity", "period", "dimensions")))
_Part = TypeVar("_Part")
_Name = TypeVar("_Name")
_ContextKey = tuple[Entity, Period | None, tuple[Dimension, ...]]


def target_document(
    report: Report,
    vocabulary: Vocabulary,
    *,
    container: str = "scenario",
    schema_refs: Sequence[str] = (),
    keeps_duplicates: bool = False,
    containers: Mapping[QName, str] = MappingProxyType({}),
    typed_domains: Mapping[QName, QName] = MappingProxyType({}),
    grouped: GroupedFacts | None = None,
) -> TargetDocument:
    """The document to write for `report`; `schema_refs` replace the report's own, where the extension has a new name.

    Without `keeps_duplicates` facts that say the same are written once; `grouped` are the facts of the report, where
    they have been grouped before. `containers` say where an axis goes that does not go into `container`;
    `typed_domains` give the elements of typed members for which the taxonomy has none. Follows XBRL 2.1 sections 4.7
    and 4.8 and OIM 1.0 section 6 for what is a duplicate. Memory and time grow with the facts. `report` must be free of
    obstacles and errors; what the taxonomy does not know is written as it is.
    """
    shown = presented(report)
    given = _without_defaults(shown, vocabulary)
    kept = None if keeps_duplicates else deduplicated(given, grouped if given is shown else None)
    facts, stands_for = (kept.facts, kept.stands_for) if kept else (given, {})
    ids = Identifiers()
    units = _units(facts, ids)
    said = _said_by_contexts(facts)
    contexts = _contexts(said.values(), report.entity, ids)
    language = _root_language(report, facts)
    parts = zip(
        facts,
        ids.give_all([*map(_ID, facts)]),
        map({identities: contexts[key] for identities, key in said.items()}.__getitem__, _identities(facts)),
        _looked_up(facts, _UNIT, {**units, None: None}),
        _looked_up(facts, _CONCEPT, _item_types(facts, vocabulary)),
        strict=True,
    )
    written = tuple(TargetFact(*each, _own_language(each[0], each[-1], language)) for each in parts)
    footnotes, links = target_links(report, lambda: written_by_id(written, stands_for), ids)
    document = TargetDocument(
        schema_refs=tuple(schema_refs) or report.schema_refs,
        language=language,
        container=container,
        containers=containers,
        prefixes=MappingProxyType({}),
        contexts=tuple(Context(contexts[key], *key) for key in contexts),
        units=tuple(TargetUnit(name, unit) for unit, name in units.items()),
        facts=written,
        footnotes=footnotes,
        typed_domains=MappingProxyType({**typed_domains, **_typed_domains(contexts, vocabulary)}),
        stands_for=MappingProxyType(stands_for),
        links=links,
        has_duplicates=kept and kept.has_duplicates,
    )
    return replace(document, prefixes=allocate(_namespaces(document), report.prefixes, vocabulary))


def presented(report: Report) -> Sequence[Fact]:
    """The facts in the order in which the tables and texts show them, then those that none shows."""
    if not report.sections:
        return report.facts
    facts = {fact.id: fact for fact in report.facts}
    shown = [facts.pop(fact_id) for fact_id in _shown(report) if fact_id in facts]
    return (*shown, *facts.values())


def _shown(report: Report) -> Iterator[str]:
    for section in report.sections:
        for part in section.content:
            if isinstance(part, Table):
                yield from (cell.fact for row in part.rows for cell in row.cells if cell.fact is not None)
            else:
                yield part.fact


def _without_defaults(facts: Sequence[Fact], vocabulary: Vocabulary) -> Sequence[Fact]:
    """The facts without default members, which mean the same as no member (XBRL Dimensions 1.0 section 3.1.4.3)."""
    default = cache(vocabulary.default_member)
    alike = {id(said): said for said in map(_DIMENSIONS, facts)}  # facts of one context share them
    needed = {key: tuple(each for each in said if each.member != default(each.axis)) for key, said in alike.items()}
    if all(len(needed[key]) == len(said) for key, said in alike.items()):
        return facts
    return [fact._replace(dimensions=needed[id(fact.dimensions)]) for fact in facts]


def _units(facts: Iterable[Fact], ids: Identifiers) -> dict[Unit, str]:
    by_identity = {id(unit): unit for unit in map(_UNIT, facts)}  # most facts share the very same unit
    used = {unit for unit in by_identity.values() if unit is not None}
    named = {unit: ids.give(unit_id(unit), str(unit)) for unit in sorted(used, key=lambda unit: (unit_id(unit), unit))}
    return dict(sorted(named.items(), key=lambda item: item[1]))


def _looked_up(facts: Sequence[Fact], part: Callable[[Fact], _Part], names: Mapping[_Part, _Name]) -> Iterator[_Name]:
    """The name of a part of each fact; as most facts share the very same parts, these are known by identity."""
    by_identity = {id(each): each for each in map(part, facts)}
    known = {identity: names[each] for identity, each in by_identity.items()}
    return map(known.__getitem__, map(id, map(part, facts)))


def _said_by_contexts(facts: Sequence[Fact]) -> Mapping[tuple[int, ...], _ContextKey]:
    """What contexts say, by the identities of its parts, which facts of one context mostly share."""
    return dict(zip(_identities(facts), map(_CONTEXT, facts), strict=True))


def _contexts(keys: Iterable[_ContextKey], entity: Entity | None, ids: Identifiers) -> dict[_ContextKey, str]:
    return {key: ids.give(_context_id(key, entity), str(key)) for key in sorted(set(keys), key=_context_order)}


def _identities(facts: Sequence[Fact]) -> Iterator[tuple[int, ...]]:
    return zip(*(map(id, map(part, facts)) for part in (_ENTITY, _PERIOD, _DIMENSIONS)), strict=True)


def _context_id(key: _ContextKey, main: Entity | None) -> str:
    entity, period, dimensions = key
    return context_id(period, dimensions, None if main in {entity, None} else entity)


def _context_order(key: _ContextKey) -> tuple[tuple[datetime, ...], list[tuple[QName, bool, str]], Entity]:
    entity, period, dimensions = key
    return (() if period is None else period.sort_key, [each.sort_key for each in dimensions], entity)


def _root_language(report: Report, facts: Iterable[Fact]) -> str | None:
    language = report.language.lower()
    return language if language in {fact.language for fact in facts} else None


def _item_types(facts: Iterable[Fact], vocabulary: Vocabulary) -> Mapping[QName, ItemType | None]:
    concepts = {name: vocabulary.concept(name) for name in {fact.concept for fact in facts}}
    return {name: None if concept is None else concept.item_type for name, concept in concepts.items()}


def _own_language(fact: Fact, item_type: ItemType | None, root: str | None) -> str | None:
    """What has to stand on the fact; empty text takes the root's language away from a text that has none."""
    is_text = fact.unit is None and (item_type is None or item_type.kind in _TEXT)
    return (fact.language or "") if is_text and fact.language != root else None


def _typed_domains(contexts: Iterable[_ContextKey], vocabulary: Vocabulary) -> dict[QName, QName]:
    axes = {each.axis for _, _, dimensions in contexts for each in dimensions if not isinstance(each.member, QName)}
    concepts = {axis: vocabulary.concept(axis) for axis in sorted(axes)}
    known = {axis: concept.typed_domain for axis, concept in concepts.items() if concept is not None}
    return {axis: domain.element for axis, domain in known.items() if domain is not None}


def _namespaces(document: TargetDocument) -> Iterator[str]:
    """Every namespace that a syntax may have to name, entity schemes among them (xBRL-JSON writes them as prefixes)."""
    for context in document.contexts:
        yield context.entity.scheme
        for each in context.dimensions:
            yield each.axis.namespace
            if isinstance(each.member, QName):
                yield each.member.namespace
    yield from (name.namespace for name in document.typed_domains.values())
    yield from (name.namespace for used in document.units for name in used.unit.numerators + used.unit.denominators)
    yield from (concept.namespace for concept in concepts_of(document.facts))
    for target in with_names(document.facts):
        yield from (name.namespace for name in names_in(str(target.fact.value)))


def concepts_of(facts: Iterable[TargetFact]) -> Iterable[QName]:
    """The concepts of facts, each once, in the order of their first facts."""
    return dict.fromkeys(target.fact.concept for target in facts)


def with_names(facts: Iterable[TargetFact]) -> Iterator[TargetFact]:
    """The facts whose values are made of names."""
    types = {id(target.item_type): target.item_type for target in facts}  # facts of one concept share its type
    made_of_names = {key for key, each in types.items() if each is not None and each.kind in NAMES}
    if made_of_names:
        yield from (target for target in facts if id(target.item_type) in made_of_names and holds_names(target))


def holds_names(target: TargetFact) -> bool:
    """Whether the value of the fact is made of names."""
    return target.item_type is not None and target.item_type.kind in NAMES and target.fact.value is not None
