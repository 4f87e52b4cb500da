"""Judges which members facts of enumerations name (Extensible Enumerations 2.0 section 4)."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from xbrlgen.findings import Finding, finding
from xbrlgen.model import Concept, QName, ValueKind
from xbrlgen.rules.dimensional.axes import declaration
from xbrlgen.rules.enumerations.domains import EnumerationType, allowed_members, enumeration_type
from xbrlgen.rules.lexical import is_lexical
from xbrlgen.rules.subject import MOST_SUGGESTIONS, Subject
from xbrlgen.rules.wording import quoted

_LISTED = 4
"""Members that a message lists."""

_REMEMBERED = 1000
"""Values of one concept of which it is remembered what is wrong with them."""


class _Fault(NamedTuple):
    """A fault of a value: `words` follow the fact that has it; `unknown` is a name that the taxonomy does not have."""

    code: str
    words: str
    standard: str
    hint: str = ""
    unknown: QName | None = None


def enumerations(subject: Subject) -> Iterator[Finding]:
    """Facts that name what the taxonomy does not have, what is not in the domain, or a member twice."""
    for concept, facts in subject.items():
        kind = enumeration_type(subject.types(concept.name))
        if kind is None:
            continue
        faults = lru_cache(_REMEMBERED)(_Judge(subject, concept, kind).faults)  # facts name few members
        for fact in facts:
            for each in faults(fact.value) if isinstance(fact.value, str) else ():
                hint = each.hint if each.unknown is None else subject.suggestion(each.unknown)
                message = f"{subject.told(fact)} {each.words}."
                yield subject.finding(each.code, message, fact, standard=each.standard, hint=hint)


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


class _Judge:
    """What is wrong with values of one concept."""

    def __init__(self, subject: Subject, concept: Concept, kind: EnumerationType) -> None:
        self._subject = subject
        self._concept = concept
        self._kind = kind
        self._allowed = allowed_members(concept.name, subject.taxonomy)
        self._hints: dict[QName, str] = {}

    def faults(self, value: str) -> Sequence[_Fault]:
        """What is wrong with a value; nothing where it is not made of names, which is told of values in general."""
        words = value.split() if self._concept.kind is ValueKind.NAME_SET or not value else [value]
        are_names = all(is_lexical("QName", each) for each in words)
        return tuple(self._of_names([QName.parse(each) for each in words])) if are_names else ()

    def _of_names(self, names: Sequence[QName]) -> Iterator[_Fault]:
        subject, kind = self._subject, self._kind
        for name in dict.fromkeys(names):
            if subject.concept(name) is None and declaration(name, subject.taxonomy) is None:
                words = f"names {quoted(str(name))}, which the taxonomy does not have"
                yield _Fault("XG235", words, kind.invalid_value, unknown=name)
            elif self._allowed is not None and name not in self._allowed:
                words = f"names {subject.spelt(name)}; its concept takes {self._taken}"
                yield _Fault("XG893", words, kind.invalid_value, self._hint(name))
        if kind.is_set and len(set(names)) < len(names):
            yield _Fault("XG236", "names the same value twice", f"{kind.codes}ie:RepeatedEnumerationSetValue")

    @cached_property
    def _by_name(self) -> Mapping[str, QName]:
        return {each.local_name: each for each in sorted(self._allowed or (), reverse=True)}

    @cached_property
    def _taken(self) -> str:
        allowed = sorted(self._allowed or ())
        listed = ", ".join(map(self._subject.spelt, allowed[:_LISTED])) or "nothing"
        return listed + (f" and {len(allowed) - _LISTED:,} more" if len(allowed) > _LISTED else "")

    def _hint(self, name: QName) -> str:
        """A question that names the member that may be meant; empty where none is alike, or many were looked up."""
        if name not in self._hints and len(self._hints) < MOST_SUGGESTIONS:
            similar = get_close_matches(name.local_name, sorted(self._by_name), n=1)
            self._hints[name] = f"Did you mean {self._subject.spelt(self._by_name[similar[0]])}?" if similar else ""
        return self._hints.get(name, "")
