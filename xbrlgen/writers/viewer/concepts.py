"""The concepts that the report reaches: by its facts, their dimensions and values, and the issuer's networks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from xbrlgen.model import Concept, QName, ValueKind
from xbrlgen.target import TargetDocument, holds_names, names_in
from xbrlgen.writers.viewer.names import STANDARD_LABEL, Prefixes, Roles, shown_arcrole
from xbrlgen.writers.viewer.subject import Arc, Label, Taxonomy

Data = dict[str, object]
_ENUMERATIONS = frozenset({ValueKind.NAME, ValueKind.NAME_SET})


def reached(document: TargetDocument, taxonomy: Taxonomy) -> tuple[QName, ...]:
    """The names of the concepts to describe, sorted; the default of each axis among them."""
    found = {target.fact.concept for target in document.facts}
    found |= {end for network in taxonomy.networks for end in _ends(network.arcs)}
    for context in document.contexts:
        found |= {each.axis for each in context.dimensions}
        found |= {each.member for each in context.dimensions if isinstance(each.member, QName)}
    found |= set(document.typed_domains.values())
    for target in filter(holds_names, document.facts):
        found |= set(names_in(str(target.fact.value)))
    return tuple(sorted(found | {member for _, member in defaults(found, taxonomy)}))


def _ends(arcs: Iterable[Arc]) -> Iterator[QName]:
    for arc in arcs:
        if shown_arcrole(arc.arcrole):
            yield from (arc.source, arc.target)


def defaults(names: Iterable[QName], taxonomy: Taxonomy) -> Iterator[tuple[QName, QName]]:
    """Each axis among `names` that has a default member, with that, in order."""
    for name in sorted(names):
        concept = taxonomy.vocabulary.concept(name)
        member = taxonomy.vocabulary.default_member(name) if concept is not None and concept.is_dimension else None
        if member is not None:
            yield name, member


def further_names(names: Iterable[QName], taxonomy: Taxonomy) -> Iterator[QName]:
    """All names that the description of concepts holds: their own, and those of types and typed domains."""
    for name in names:
        yield name
        concept = taxonomy.vocabulary.concept(name)
        if concept is not None and concept.item_type is not None:
            yield concept.item_type.name
        if concept is not None and concept.typed_domain is not None:
            yield concept.typed_domain.element


def concept_data(names: Sequence[QName], taxonomy: Taxonomy, prefixes: Prefixes, roles: Roles) -> Mapping[str, Data]:
    """What the script has to know of each concept, by its prefixed name."""
    labels: dict[QName, list[Label]] = {}
    for label in taxonomy.labels:
        labels.setdefault(label.concept, []).append(label)
    described: dict[str, Data] = {}
    whole = dict(defaults(names, taxonomy))
    for name in names:
        concept = taxonomy.vocabulary.concept(name)
        data: Data = {"labels": _labels(name, labels.get(name, []), taxonomy, roles)}
        described[prefixes.name(name)] = data if concept is None else data | _declared(concept, prefixes)
        if concept is not None and concept.is_dimension:
            described[prefixes.name(name)] |= _dimension(concept, has_default=name in whole)
    return described


def _dimension(concept: Concept, *, has_default: bool) -> Data:
    """The kind of an axis, typed or explicit.

    An explicit axis without a default is not called one. The script would then leave all facts without a member out of
    the sections that have the axis in their presentation, though the issuer prints totals there beside their parts.
    """
    if concept.typed_domain is not None:
        return {"d": "t"}
    return {"d": "e"} if has_default else {}


def _labels(name: QName, given: Iterable[Label], taxonomy: Taxonomy, roles: Roles) -> Mapping[str, Mapping[str, str]]:
    """Texts by role and language; a standard label always."""
    found: dict[str, dict[str, str]] = {roles.key(STANDARD_LABEL): {}}
    for label in given:
        found.setdefault(roles.key(label.role), {})[label.language.lower()] = label.text
    standard = found[roles.key(STANDARD_LABEL)]
    if not standard:
        standard["en"] = taxonomy.readable(name)
    return found


def _declared(concept: Concept, prefixes: Prefixes) -> Data:
    """Whether it is an enumeration or text block, its balance, data type and typed domain, as far as there are any."""
    data: Data = {}
    if concept.kind in _ENUMERATIONS:
        data["e"] = True
    if concept.kind is ValueKind.TEXT_BLOCK:
        data["t"] = True
    if concept.balance:
        data["b"] = concept.balance
    if concept.item_type is not None:
        data["dt"] = prefixes.name(concept.item_type.name)
    if concept.typed_domain is not None:
        data["td"] = prefixes.name(concept.typed_domain.element)
    return data
