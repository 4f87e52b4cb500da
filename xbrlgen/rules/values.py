"""Values must be what the type of their concept allows."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from xbrlgen.findings import Finding
from xbrlgen.model import ItemType, ValueKind
from xbrlgen.rules.facets import Limits, broken_facets, limits_of_order
from xbrlgen.rules.lexical import EXPECTED, is_integer, is_lexical, is_number, is_text, normalized
from xbrlgen.rules.subject import Subject
from xbrlgen.rules.wording import number, quoted

_NAMES = frozenset({ValueKind.NAME, ValueKind.NAME_SET})
_TEXTS = frozenset({ValueKind.STRING, ValueKind.TEXT_BLOCK})
_REMEMBERED = 1000
"""Texts of one concept of which it is remembered what is wrong with them."""


class _Fault(NamedTuple):
    """A fault of a value: `words` follow the fact that has it."""

    code: str
    words: str
    hint: str = ""


def values(subject: Subject) -> Iterator[Finding]:
    """Each value against the type of its concept: what it may look like, and the limits that the type sets."""
    for concept, facts in subject.items():
        if concept.item_type is None or (_is_any_number(concept.item_type) and subject.index.are_numbers(concept.name)):
            continue
        is_suspect, faults = _suspicion(concept.item_type), _faults_of(concept.item_type)
        for fact in facts:
            if is_suspect(fact.value):
                for code, words, hint in faults(fact.value):
                    yield subject.finding(code, f"{subject.told(fact)} {words}.", fact, hint=hint)


def nils(subject: Subject) -> Iterator[Finding]:
    """Nil facts of concepts that must have a value (XML Schema Part 1 section 3.3.4, nillable)."""
    for concept, facts in subject.items():
        for fact in () if concept.is_nillable else facts:
            if fact.is_nil:
                yield subject.finding("XG232", f"{subject.told(fact)} is nil, but its concept must have a value.", fact)


def _is_any_number(item_type: ItemType) -> bool:
    """Whether every finite number is of the type."""
    return item_type.kind.is_numeric and not item_type.facets and not is_integer(item_type.base)


def _suspicion(item_type: ItemType) -> Callable[[object], bool]:
    """What is quick to ask of a value, for the types that nearly all facts have: whether it may be at fault."""
    kind, base, facets = item_type.kind, item_type.base, item_type.facets
    if kind.is_numeric:
        limits = limits_of_order(base, facets)
        if limits is None:
            return lambda value: isinstance(value, Decimal)
        return lambda value: isinstance(value, Decimal) and not _is_within(base, limits, value)
    if base == "string" and not facets and kind is ValueKind.STRING:
        return lambda value: isinstance(value, str) and (not value.isprintable() or not value or value.isspace())
    return lambda value: isinstance(value, str)


def _is_within(base: str, limits: Limits, value: Decimal) -> bool:
    return value.is_finite() and is_number(base, value) and all(in_order(value, limit) for in_order, limit in limits)


def _faults_of(item_type: ItemType) -> Callable[[object], Sequence[_Fault]]:
    """What is wrong with a value of the type; it is remembered of texts, which many facts have in common."""

    @lru_cache(_REMEMBERED)
    def of_text(text: str) -> Sequence[_Fault]:
        return tuple((_names if item_type.kind in _NAMES else _text)(item_type, text))

    def faults(value: object) -> Sequence[_Fault]:
        if isinstance(value, Decimal):  # where text is wanted, the unit rules say what is wrong
            return tuple(_number(item_type, value)) if item_type.kind.is_numeric else ()
        return of_text(value) if isinstance(value, str) and not item_type.kind.is_numeric else ()

    return faults


def _number(item_type: ItemType, value: Decimal) -> Iterator[_Fault]:
    if not is_number(item_type.base, value):
        yield _not_of_type(item_type, number(value))
        return
    for broken in broken_facets(item_type.base, item_type.facets, value):
        yield _beyond_limits(item_type, number(value), broken)


def _text(item_type: ItemType, value: str) -> Iterator[_Fault]:
    collapses = "collapse" in item_type.facets.get("whiteSpace", ())
    text = normalized("token" if collapses else item_type.base, value)
    if item_type.kind is not ValueKind.TEXT_BLOCK and not _is_lexical(item_type, text):
        yield _not_of_type(item_type, quoted(value))
        return
    for broken in broken_facets(item_type.base, item_type.facets, text):
        yield _beyond_limits(item_type, quoted(value), broken)
    if item_type.kind in _TEXTS and not text.strip():
        yield _Fault("XG234", "is an empty text")
    if item_type.kind is ValueKind.TEXT_BLOCK and (fault := _fault_of_fragment(value)):
        yield _Fault("XG233", f"is not well-formed XHTML: {fault}")


def _is_lexical(item_type: ItemType, text: str) -> bool:
    """Whether a text is a value of the type: of one member of a union, with all items of a list."""
    if members := item_type.facets.get("union"):
        return any(is_lexical(member, normalized(member, text)) for member in members)
    if items := item_type.facets.get("list"):
        return all(is_lexical(items[0], item) for item in text.split())
    return is_lexical(item_type.base, text)


def _names(item_type: ItemType, value: str) -> Iterator[_Fault]:
    """Names are in Clark notation in the model, whatever the syntax and the base type of the concept."""
    names = value.split() if item_type.kind is ValueKind.NAME_SET else [value]
    broken = [name for name in names if not is_lexical("QName", name)]
    if broken:
        yield _not_of_type(item_type, quoted(broken[0]))


def _not_of_type(item_type: ItemType, value: str) -> _Fault:
    expected = "a name" if item_type.kind in _NAMES else EXPECTED.get(item_type.base, f"of the type {item_type.base}")
    hint = f"The type {item_type.name.local_name} wants {expected}." if item_type.base in EXPECTED else ""
    return _Fault("XG230", f"is {value}, which is not {expected}", hint)


def _beyond_limits(item_type: ItemType, value: str, broken: str) -> _Fault:
    return _Fault("XG231", f"is {value}; as {item_type.name.local_name} it {broken}")


def _fault_of_fragment(text: str) -> str:
    """Why `text` is no XHTML fragment, empty where it is one; text without markup always is."""
    if "<" not in text and "&" not in text and is_text(text):
        return ""
    from lxml import etree

    parser = etree.XMLParser(no_network=True, resolve_entities=False, load_dtd=False, huge_tree=False)
    try:
        etree.fromstring(f'<div xmlns="http://www.w3.org/1999/xhtml">{text}</div>', parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return str(error).split(", line")[0].rstrip(".")
    return ""
