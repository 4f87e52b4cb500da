"""Violations in words: what stands where, and what the schema has there instead."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from xbrlgen.schema_validation.violation import Offence, Violation

if TYPE_CHECKING:
    from lxml import etree

_LONGEST_VALUE = 60
_MOST_NAMES = 8


def message(violation: Violation) -> str:
    """One sentence on `violation`."""
    return _SENTENCES[violation.offence](violation)


def _schema(violation: Violation) -> str:
    name = violation.element.get("name") or violation.element.get("ref") or ""
    return f"{_name(violation.element)}{' ' + _quoted(name) if name else ''}: {violation.expected[0]}."


def _root(violation: Violation) -> str:
    return f"The root element is {_name(violation.element)}{_instead(violation)}."


def _undeclared(violation: Violation) -> str:
    return f"No schema declares the element {_name(violation.element)}."


def _unknown_to_xhtml(violation: Violation) -> str:
    return f"XHTML 1.1 has no element {_name(violation.element)}."


def _misplaced(violation: Violation) -> str:
    parent = violation.element.getparent()
    place = f" in {_name(parent)}" if parent is not None else ""
    return f"{_name(violation.element)} may not stand here{place}{_instead(violation)}."


def _incomplete(violation: Violation) -> str:
    return f"{_name(violation.element)} lacks content{_instead(violation)}."


def _abstract(violation: Violation) -> str:
    return f"{_name(violation.element)} is abstract: it structures the taxonomy and may not be used."


def _text(violation: Violation) -> str:
    texts = (violation.element.text, *(child.tail for child in violation.element))
    found = next((text for text in texts if text and not text.isspace()), "")
    return f"{_name(violation.element)} holds the text {_quoted(found)}, but may hold no text of its own."


def _missing_attribute(violation: Violation) -> str:
    return f"{_name(violation.element)} lacks the attribute {_attribute(violation)}."


def _attribute_not_allowed(violation: Violation) -> str:
    return f"{_name(violation.element)} may not have the attribute {_attribute(violation)}."


def _attribute_value(violation: Violation) -> str:
    value = _quoted(violation.element.get(violation.attribute, ""))
    return f"The attribute {_attribute(violation)} of {_name(violation.element)} is {value}{_instead(violation)}."


def _value(violation: Violation) -> str:
    value = _quoted(violation.element.text or "")
    return f"{_name(violation.element)} has the value {value}{_instead(violation)}."


def _duplicate(violation: Violation) -> str:
    value = _quoted(violation.element.get(violation.attribute, ""))
    return f"The id {value} of {_name(violation.element)} is already taken by another element."


def _dangling(violation: Violation) -> str:
    value = _quoted(violation.element.get(violation.attribute, ""))
    return f"{_attribute(violation)} of {_name(violation.element)} names {value}, but no element has that id."


def _nil(violation: Violation) -> str:
    if violation.rule.startswith("cvc-elt.3.2"):
        return f"{_name(violation.element)} is nil (xsi:nil) and still has content."
    return f"{_name(violation.element)} may not have the attribute 'xsi:nil': it always has a value."


def _type(violation: Violation) -> str:
    return f"{_name(violation.element)} may not take the type that its xsi:type names."


def _other(violation: Violation) -> str:
    rule = f" (rule {violation.rule})" if violation.rule else ""
    return f"{_name(violation.element)} does not follow its schema{rule}."


_SENTENCES: dict[Offence, Callable[[Violation], str]] = {
    Offence.SCHEMA: _schema,
    Offence.ROOT: _root,
    Offence.UNDECLARED_ELEMENT: _undeclared,
    Offence.MISPLACED_ELEMENT: _misplaced,
    Offence.INCOMPLETE: _incomplete,
    Offence.ABSTRACT: _abstract,
    Offence.TEXT: _text,
    Offence.MISSING_ATTRIBUTE: _missing_attribute,
    Offence.ATTRIBUTE_NOT_ALLOWED: _attribute_not_allowed,
    Offence.ATTRIBUTE_VALUE: _attribute_value,
    Offence.VALUE: _value,
    Offence.DUPLICATE_ID: _duplicate,
    Offence.DANGLING_REFERENCE: _dangling,
    Offence.NIL: _nil,
    Offence.TYPE: _type,
    Offence.OTHER: _other,
    Offence.UNKNOWN_TO_XHTML: _unknown_to_xhtml,
}


def _instead(violation: Violation) -> str:
    """What was expected, names in the prefixes of the document."""
    if not violation.expected:
        return ""
    names = [_prefixed(each, violation.element) if each.startswith("{") else each for each in violation.expected]
    more = [f"{len(names) - _MOST_NAMES} more"] if len(names) > _MOST_NAMES else []
    return f"; expected {' or '.join(names[:_MOST_NAMES] + more)}"


def _name(element: "etree._Element") -> str:
    return _prefixed(str(element.tag), element)


def _attribute(violation: Violation) -> str:
    return _prefixed(violation.attribute, violation.element)


def _prefixed(name: str, element: "etree._Element") -> str:
    """A name in Clark notation as the document would write it, in quotes."""
    namespace, _, local = name.removeprefix("{").rpartition("}")
    prefix = next((prefix for prefix, uri in element.nsmap.items() if uri == namespace and prefix), None)
    if namespace == "http://www.w3.org/XML/1998/namespace":
        prefix = "xml"
    return f"'{prefix}:{local}'" if prefix else f"'{local}'"


def _quoted(value: str) -> str:
    short = value if len(value) <= _LONGEST_VALUE else f"{value[:_LONGEST_VALUE]}…"
    return '"' + " ".join(short.split()) + '"' if short.strip() else '""'
