"""The fast engine: libxml2 judges elements one by one and says what is wrong with them."""

import re
from collections.abc import Container, Iterator
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from xbrlgen.schema_validation.excerpts import MOST_CHILDREN, excerpt
from xbrlgen.schema_validation.names import clark, xs
from xbrlgen.schema_validation.positions import written
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
# libxml2 cuts longer names in its paths.
_LONGEST = 98
# So many places are named in a second or two, however many elements stand side by side.
_MANY = 100
_NAME = re.compile(r"[^\W\d][\w.\-]*")


def violations(element: "etree._Element", schema: "etree.XMLSchema", declared: Container[str]) -> Iterator[Violation]:
    """What is wrong in `element` and below, by the global declaration of its name; `declared` are all such names."""
    from lxml import etree

    if not _is_wide(element):
        try:
            if not schema.validate(element):
                yield from _logged(element, schema)
        except etree.XMLSchemaValidateError:  # a pattern that it gives up on
            yield Violation(Offence.OTHER, element)
        return
    count = faults(etree.tostring(element, with_tail=False), schema)
    pieces = _in_pieces(element, schema, declared) if count > _MANY else iter(())
    if (first := next(pieces, None)) is not None:
        yield from chain([first], pieces)
    elif count:
        schema.validate(element)
        yield from _logged(element, schema)


def faults(content: bytes, schema: "etree.XMLSchema") -> int:
    """How many rules the document `content` breaks, duplicate ids apart; it has been parsed before.

    A parser that judges on the way takes no longer than one that does not, but knows no places.
    """
    from lxml import etree

    parser = etree.XMLParser(schema=schema, no_network=True, resolve_entities=False)
    try:
        etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        return len(parser.error_log)
    return 0


def _is_wide(element: "etree._Element") -> bool:
    """Whether so many elements stand side by side that naming the places of many faults would take minutes.

    For each fault lxml writes down a path, and to number its steps it walks along the siblings.
    """
    return len(element) > 0 and bool(_wide()(element))


@cache
def _wide() -> "etree.XPath":
    from lxml import etree

    return etree.XPath(f"boolean(descendant-or-self::*[*[{MOST_CHILDREN + 1}]])")


def _in_pieces(element: "etree._Element", schema: "etree.XMLSchema", declared: Container[str]) -> Iterator[Violation]:
    """What is wrong with `element` itself and then with one child after the other.

    Which children it has and in which order is not asked: that can be told when all the other faults are mended.
    Nothing where its children have no declarations of their own.
    """
    if not any(child.tag in declared for child in element.iterchildren("*")):
        return
    bare = next(iter(excerpt(element, ())))
    own = violations(bare, schema, declared)
    yield from (each._replace(element=element) for each in own if each.offence is not Offence.INCOMPLETE)
    for child in element.iterchildren("*"):
        if child.tag in declared:
            yield from violations(child, schema, declared)
        else:
            yield Violation(Offence.UNDECLARED_ELEMENT, child)


def _logged(element: "etree._Element", schema: "etree.XMLSchema") -> Iterator[Violation]:
    """What `schema` has just found in `element`, each place once."""
    seen = set()
    places = Places(element)
    for entry in list(schema.error_log):
        found = violation(entry, places.of(entry))
        if found.place not in seen:
            seen.add(found.place)
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
    elif "namespace declaration" in message:
        phrase = of_type(xs("QName"))
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


class Places:
    """The elements in `element` that entries of libxml2's log are about."""

    def __init__(self, element: "etree._Element") -> None:
        self._element = element
        self._children: dict[tuple[etree._Element, str], list[etree._Element]] = {}

    def of(self, entry: "etree._LogEntry") -> "etree._Element":
        """The element that `entry` is about; the nearest one around it if a step of its path fails."""
        element = self._element
        for name, number in _STEP.findall(_path(entry).partition("/")[2].partition("/")[2]):
            children = self._named(element, name)
            position = int(number or 1) - 1
            if position >= len(children):
                break
            element = children[position]
        return element

    def _named(self, parent: "etree._Element", name: str) -> "list[etree._Element]":
        if (parent, name) not in self._children:
            children = parent.iterchildren("*")
            self._children[parent, name] = [each for each in children if name in {"*", written(each)[:_LONGEST]}]
        return self._children[parent, name]


def _path(entry: "etree._LogEntry") -> str:
    """Where libxml2 sees what an entry is about; empty where it has cut a long name within a character.

    The first step is the element that was judged.
    """
    try:
        return entry.path or ""
    except UnicodeDecodeError:
        return ""
