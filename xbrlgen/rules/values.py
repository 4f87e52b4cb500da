"""Values must be what the type of their concept allows."""

from collections.abc import Iterator
from decimal import Decimal

from xbrlgen.findings import Finding
from xbrlgen.model import Concept, Fact, ItemType, ValueKind
from xbrlgen.rules.facets import broken_facets
from xbrlgen.rules.lexical import EXPECTED, is_lexical, is_number, normalized
from xbrlgen.rules.subject import Subject
from xbrlgen.rules.wording import number, quoted

_NAMES = frozenset({ValueKind.NAME, ValueKind.NAME_SET})
_TEXTS = frozenset({ValueKind.STRING, ValueKind.TEXT_BLOCK})


def values(subject: Subject) -> Iterator[Finding]:
    """Each value against the type of its concept: what it may look like, and the limits that the type sets."""
    for concept, facts in subject.items():
        if concept.item_type is None:
            continue
        for fact in facts:
            yield from _value(subject, concept, concept.item_type, fact)


def nils(subject: Subject) -> Iterator[Finding]:
    """Nil facts of concepts that must have a value (XML Schema Part 1 section 3.3.4, nillable)."""
    for concept, facts in subject.items():
        for fact in facts:
            if fact.is_nil and not concept.is_nillable:
                yield subject.finding("XG232", f"{subject.told(fact)} is nil, but its concept must have a value.", fact)


def _value(subject: Subject, concept: Concept, item_type: ItemType, fact: Fact) -> Iterator[Finding]:
    value = fact.value
    if isinstance(value, Decimal):
        if concept.kind.is_numeric:  # else the unit rules say what is wrong
            yield from _number(subject, item_type, fact, value)
    elif value is not None and not concept.kind.is_numeric:
        if concept.kind in _NAMES:
            yield from _names(subject, item_type, fact, value)
        else:
            yield from _text(subject, item_type, fact, value)


def _number(subject: Subject, item_type: ItemType, fact: Fact, value: Decimal) -> Iterator[Finding]:
    if not is_number(item_type.base, value):
        yield _not_of_type(subject, item_type, fact, number(value))
        return
    for broken in broken_facets(item_type.base, item_type.facets, value):
        yield _beyond_limits(subject, item_type, fact, number(value), broken)


def _text(subject: Subject, item_type: ItemType, fact: Fact, value: str) -> Iterator[Finding]:
    collapses = "collapse" in item_type.facets.get("whiteSpace", ())
    text = normalized("token" if collapses else item_type.base, value)
    if not _is_lexical(item_type, text):
        yield _not_of_type(subject, item_type, fact, quoted(value))
        return
    for broken in broken_facets(item_type.base, item_type.facets, text):
        yield _beyond_limits(subject, item_type, fact, quoted(value), broken)
    if item_type.kind in _TEXTS and not text.strip():
        yield subject.finding("XG234", f"{subject.told(fact)} is an empty text.", fact)
    if item_type.kind is ValueKind.TEXT_BLOCK and (fault := _fault_of_fragment(value)):
        yield subject.finding("XG233", f"{subject.told(fact)} is not well-formed XHTML: {fault}.", fact)


def _is_lexical(item_type: ItemType, text: str) -> bool:
    """Whether a text is a value of the type: of one member of a union, with all items of a list."""
    if members := item_type.facets.get("union"):
        return any(is_lexical(member, normalized(member, text)) for member in members)
    if items := item_type.facets.get("list"):
        return all(is_lexical(items[0], item) for item in text.split())
    return is_lexical(item_type.base, text)


def _names(subject: Subject, item_type: ItemType, fact: Fact, value: str) -> Iterator[Finding]:
    """Names are in Clark notation in the model, whatever the syntax and the base type of the concept."""
    names = value.split() if item_type.kind is ValueKind.NAME_SET else [value]
    broken = [name for name in names if not is_lexical("QName", name)]
    if broken:
        yield _not_of_type(subject, item_type, fact, quoted(broken[0]))


def _not_of_type(subject: Subject, item_type: ItemType, fact: Fact, value: str) -> Finding:
    expected = "a name" if item_type.kind in _NAMES else EXPECTED.get(item_type.base, f"of the type {item_type.base}")
    hint = f"The type {item_type.name.local_name} wants {expected}." if item_type.base in EXPECTED else ""
    return subject.finding("XG230", f"{subject.told(fact)} is {value}, which is not {expected}.", fact, hint=hint)


def _beyond_limits(subject: Subject, item_type: ItemType, fact: Fact, value: str, broken: str) -> Finding:
    message = f"{subject.told(fact)} is {value}; as {item_type.name.local_name} it {broken}."
    return subject.finding("XG231", message, fact)


def _fault_of_fragment(text: str) -> str:
    """Why `text` is no XHTML fragment, empty where it is one; text without markup always is."""
    if "<" not in text and "&" not in text:
        return ""
    from lxml import etree

    parser = etree.XMLParser(no_network=True, resolve_entities=False, load_dtd=False, huge_tree=False)
    try:
        etree.fromstring(f'<div xmlns="http://www.w3.org/1999/xhtml">{text}</div>', parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return str(error).split(", line")[0].rstrip(".")
    return ""
