"""The fast engine: libxml2 judges elements one by one and says what is wrong with them."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from xbrlgen.schema_validation.names import clark
from xbrlgen.schema_validation.value_spaces import of_facet, of_type
from xbrlgen.schema_validation.violation import Offence, Violation

if TYPE_CHECKING:
    from lxml import etree

# libxml2 calls its errors after the validation rules of XML Schema Part 1, appendix C, and those about schemas S4S.
_OFFENCES = {
    "CVC_ELT_1": Offence.UNDECLARED_ELEMENT,
    "CVC_ELT_2": Offence.ABSTRACT,
    "CVC_ELT_3_1": Offence.NIL,
    "CVC_ELT_3_2_1": Offence.NIL,
    "CVC_ELT_3_2_2": Offence.NIL,
    "CVC_ELT_4_1": Offence.TYPE,
    "CVC_ELT_4_2": Offence.TYPE,
    "CVC_ELT_4_3": Offence.TYPE,
    "CVC_TYPE_2": Offence.TYPE,
    "CVC_TYPE_3_1_1": Offence.ATTRIBUTE_NOT_ALLOWED,
    "CVC_TYPE_3_1_2": Offence.TEXT,
    "CVC_COMPLEX_TYPE_2_1": Offence.TEXT,
    "CVC_COMPLEX_TYPE_2_2": Offence.TEXT,
    "CVC_COMPLEX_TYPE_2_3": Offence.TEXT,
    "CVC_COMPLEX_TYPE_3_1": Offence.ATTRIBUTE_VALUE,
    "CVC_AU": Offence.ATTRIBUTE_VALUE,
    "CVC_COMPLEX_TYPE_3_2_1": Offence.ATTRIBUTE_NOT_ALLOWED,
    "CVC_COMPLEX_TYPE_3_2_2": Offence.ATTRIBUTE_NOT_ALLOWED,
    "CVC_COMPLEX_TYPE_4": Offence.MISSING_ATTRIBUTE,
    "ELEMENT_CONTENT": Offence.MISPLACED_ELEMENT,
    "S4S_ATTR_MISSING": Offence.MISSING_ATTRIBUTE,
    "S4S_ATTR_NOT_ALLOWED": Offence.ATTRIBUTE_NOT_ALLOWED,
    "S4S_ATTR_INVALID_VALUE": Offence.ATTRIBUTE_VALUE,
    "INVALID_BOOLEAN": Offence.ATTRIBUTE_VALUE,
    "S4S_ELEM_NOT_ALLOWED": Offence.MISPLACED_ELEMENT,
    "S4S_ELEM_MISSING": Offence.INCOMPLETE,
}
_RULES = {"ELEMENT_CONTENT": "cvc-complex-type.2.4", "CVC_IDC": "cvc-identity-constraint"}
_ATTRIBUTE = re.compile(r"(?:^Element '[^']*', |The )attribute '([^']*)'")
_EXPECTED = re.compile(r"Expected is (?:one of )?\( (.*) \)")
_TYPE = re.compile(r"type '([^']*)'\.\s*$")
_FACET = re.compile(r"\[facet '(\w+)'\].*(?:'([^']*)'|\{([^}]*)\})\.\s*$", re.DOTALL)
_STEP = re.compile(r"([^/\[]+)(?:\[(\d+)\])?")
_NAME = re.compile(r"[^\W\d][\w.\-]*")


def violations(element: "etree._Element", schema: "etree.XMLSchema") -> Iterator[Violation]:
    """What is wrong in `element` and below, by the global declaration of its name."""
    if schema.validate(element):
        return
    places = set()
    for entry in schema.error_log:
        found = violation(entry, located(element, entry.path or ""))
        if found.place not in places:
            places.add(found.place)
            yield found


def violation(entry: "etree._LogEntry", element: "etree._Element") -> Violation:
    """The violation that an `entry` of libxml2's log reports about `element`."""
    message = entry.message
    rule = entry.type_name.removeprefix("SCHEMAV_").removeprefix("SCHEMAP_")
    named = _ATTRIBUTE.search(message)
    attribute = named[1] if named else ""
    offence = _OFFENCES.get(rule)
    if offence is None and ("DATATYPE" in rule or "_VALID" in rule):
        offence = Offence.ATTRIBUTE_VALUE if attribute else Offence.VALUE
    if offence is Offence.ATTRIBUTE_VALUE and _is_duplicate(message, element.get(attribute, "")):
        offence = Offence.DUPLICATE_ID
    if offence is Offence.MISPLACED_ELEMENT and "Missing child" in message:
        offence = Offence.INCOMPLETE
    if offence is Offence.TEXT and "Element content" in message and len(element):
        offence, element = Offence.MISPLACED_ELEMENT, element[0]
    return Violation(offence or Offence.OTHER, element, attribute, _expected(message), _rule(rule))


def _is_duplicate(message: str, value: str) -> bool:
    """libxml2 reports an id that is given twice as an id that is no name."""
    return message.rstrip().endswith("type 'xs:ID'.") and _NAME.fullmatch(value.strip()) is not None


def _expected(message: str) -> tuple[str, ...]:
    if (names := _EXPECTED.search(message)) is not None:
        return tuple(name for name in names[1].split(", ") if "##" not in name)
    if (facet := _FACET.search(message)) is not None:
        phrase = of_facet(facet[1], facet[2] or facet[3] or "")
    elif (named := _TYPE.search(message)) is not None:
        phrase = of_type(clark(named[1]))
    else:
        phrase = ""
    return (phrase,) if phrase else ()


def _rule(name: str) -> str:
    """``CVC_COMPLEX_TYPE_2_4`` in the specification's spelling: ``cvc-complex-type.2.4``."""
    if name in _RULES:
        return _RULES[name]
    if not name.startswith("CVC_"):
        return ""
    words, _, numbers = re.sub(r"_(?=\d)", ".", name.lower()).partition(".")
    return words.replace("_", "-") + (f".{numbers}" if numbers else "")


def located(element: "etree._Element", path: str) -> "etree._Element":
    """The element at libxml2's `path`, of which `element` is the first step; the nearest one if a step fails."""
    for name, number in _STEP.findall(path.partition("/")[2].partition("/")[2]):
        siblings = [child for child in element.iterchildren("*") if name in {"*", _written(child)}]
        position = int(number or 1) - 1
        if position >= len(siblings):
            break
        element = siblings[position]
    return element


def _written(element: "etree._Element") -> str:
    local = str(element.tag).rpartition("}")[2]
    return f"{element.prefix}:{local}" if element.prefix else local
