"""Judges which members facts of enumerations name (Extensible Enumerations 2.0 section 4)."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import pairwise

from xbrlgen.findings import Finding, finding
from xbrlgen.model import Concept, Fact, QName, ValueKind
from xbrlgen.rules.dimensional.axes import declaration
from xbrlgen.rules.enumerations.domains import EnumerationType, allowed_members, enumeration_type
from xbrlgen.rules.lexical import is_lexical
from xbrlgen.rules.subject import Subject
from xbrlgen.rules.wording import quoted

_LISTED = 4
"""Members that a message lists."""


def enumerations(subject: Subject) -> Iterator[Finding]:
    """Facts that name what the taxonomy does not have, what is not in the domain, or a member twice."""
    for concept, facts in subject.items():
        kind = enumeration_type(subject.types(concept.name))
        if kind is None:
            continue
        allowed = allowed_members(concept.name, subject.taxonomy)
        for fact in facts:
            value = fact.value if isinstance(fact.value, str) else ""
            words = value.split() if concept.kind is ValueKind.NAME_SET or not value else [value]
            if all(is_lexical("QName", each) for each in words):
                yield from _names(subject, kind, fact, [QName.parse(each) for each in words], allowed)


def orders(subject: Subject) -> Iterator[Finding]:
    """Sets in an instance that do not name their members in order; a report holds them sorted (section 4.1.2)."""
    instance = subject.instance
    kinds = {concept.name: kind for concept, _ in subject.items() if (kind := _kind_of_set(subject, concept))}
    for element in instance.facts_of(kinds) if instance is not None and kinds else ():
        name = instance.name(element) if instance is not None else None
        if instance is None or name not in kinds or element.get("format") is not None:
            continue
        words = "".join(str(each) for each in element.itertext()).split()
        if any(later < earlier for earlier, later in pairwise(words)):
            message = f"{subject.spelt(name)} names its values out of order: {', '.join(map(quoted, words[:_LISTED]))}."
            yield finding("XG895", message, instance.place(element), fact=element.get("id", ""))


def _kind_of_set(subject: Subject, concept: Concept) -> EnumerationType | None:
    kind = enumeration_type(subject.types(concept.name))
    return kind if kind is not None and kind.is_of_version_2 and kind.is_set else None


def _names(
    subject: Subject, kind: EnumerationType, fact: Fact, names: Sequence[QName], allowed: frozenset[QName] | None
) -> Iterator[Finding]:
    for name in dict.fromkeys(names):
        if subject.concept(name) is None and declaration(name, subject.taxonomy) is None:
            message = f"{subject.told(fact)} names {quoted(str(name))}, which the taxonomy does not have."
            yield subject.finding("XG235", message, fact, standard=kind.invalid_value, hint=subject.suggestion(name))
        elif allowed is not None and name not in allowed:
            yield _not_allowed(subject, kind, fact, name, allowed)
    if kind.is_set and len(set(names)) < len(names):
        message = f"{subject.told(fact)} names the same value twice."
        yield subject.finding("XG236", message, fact, standard=f"{kind.codes}ie:RepeatedEnumerationSetValue")


def _not_allowed(
    subject: Subject, kind: EnumerationType, fact: Fact, name: QName, allowed: frozenset[QName]
) -> Finding:
    by_name = {each.local_name: each for each in sorted(allowed, reverse=True)}
    similar = get_close_matches(name.local_name, sorted(by_name), n=1)
    hint = f"Did you mean {subject.spelt(by_name[similar[0]])}?" if similar else ""
    listed = ", ".join(map(subject.spelt, sorted(allowed)[:_LISTED])) or "nothing"
    more = f" and {len(allowed) - _LISTED:,} more" if len(allowed) > _LISTED else ""
    message = f"{subject.told(fact)} names {subject.spelt(name)}; its concept takes {listed}{more}."
    return subject.finding("XG893", message, fact, standard=kind.invalid_value, hint=hint)
