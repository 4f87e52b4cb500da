"""What xBRL-JSON and xBRL-CSV write alike (OIM-common 1.0)."""

from collections.abc import Iterator, Mapping

from xbrlgen.model import NO_ENTITY, PURE, Entity, QName, Unit
from xbrlgen.model.grouping import GroupedFacts
from xbrlgen.model.namespaces import OIM
from xbrlgen.target import TargetDocument, concepts_of, names_in, with_names
from xbrlgen.writers.aliases import link_aliases

DUPLICATES = "xbrl:allowedDuplicates"


def document_info(document: TargetDocument, syntax: str, features: Mapping[str, object]) -> dict[str, object]:
    """The object documentInfo of a document in `syntax`, which ends its type."""
    info: dict[str, object] = {"documentType": f"{OIM}/{syntax}", "features": dict(features)}
    if document.links:
        types, groups = link_aliases(document.links)
        info |= {"linkGroups": _by_alias(groups), "linkTypes": _by_alias(types)}
    return info | {"namespaces": document_namespaces(document), "taxonomy": list(document.schema_refs)}


def allowed_duplicates(document: TargetDocument) -> str:
    """``none`` where every fact has a key of its own; inconsistent duplicates are the only ones that ever stay."""
    if document.has_duplicates is not None:
        return "all" if document.has_duplicates else "none"
    duplicates = GroupedFacts(target.fact for target in document.facts).duplicates()
    return "none" if next(duplicates, None) is None else "all"


def entity_text(entity: Entity, document: TargetDocument) -> str:
    """An entity as an SQName (OIM-common 1.0 section 3.2); empty for none."""
    return "" if entity == NO_ENTITY else f"{document.prefixes[entity.scheme]}:{entity.identifier}"


def unit_text(unit: Unit, document: TargetDocument) -> str:
    """A unit as OIM-common 1.0 section 3.3 writes it; empty for pure."""
    if unit == PURE:
        return ""
    above, below = (sorted(map(document.prefixed, measures)) for measures in (unit.numerators, unit.denominators))
    if not below:
        return "*".join(above)
    return "/".join(f"({'*'.join(names)})" if len(names) > 1 else names[0] for names in (above, below))


def _by_alias(aliases: Mapping[str, str]) -> Mapping[str, str]:
    return dict(sorted((alias, uri) for uri, alias in aliases.items()))


def document_namespaces(document: TargetDocument) -> Mapping[str, str]:
    """The namespaces that a document names, by their prefixes."""
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
    yield from concepts_of(document.facts)
    for target in with_names(document.facts):
        yield from names_in(str(target.fact.value))
