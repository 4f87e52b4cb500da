"""What schemas say of elements and attributes: the types of their values, and values that nobody wrote.

Follows XML Schema Part 1 sections 3.2 to 3.6; XBRL 2.1 compares values by type (section 4.10), defaults included.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.model import QName
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.taxonomy.schema import Schema

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_XS = "http://www.w3.org/2001/XMLSchema"
_ATTRIBUTE, _ATTRIBUTE_GROUP, _GROUP = f"{{{_XS}}}attribute", f"{{{_XS}}}attributeGroup", f"{{{_XS}}}group"
_ELEMENT = f"{{{_XS}}}element"
_TYPES = (f"{{{_XS}}}complexType", f"{{{_XS}}}simpleType")
_CONTENTS = (f"{{{_XS}}}simpleContent", f"{{{_XS}}}complexContent")
_DERIVATIONS = (f"{{{_XS}}}restriction", f"{{{_XS}}}extension")
_ANY_SIMPLE = "anySimpleType"
_DEEPEST = 100
"""Derivations and groups within each other that are followed; circles of them end there."""


class AttributeType(NamedTuple):
    """An attribute: the built-in type of its values, and the value that it has where it is not written, if any."""

    base: str
    default: str | None


class ElementType(NamedTuple):
    """An element: the built-in type of its text (empty where it has none), its default, attributes and local elements.

    Attributes and elements are by their names in Clark notation.
    """

    base: str
    default: str | None
    attributes: Mapping[str, AttributeType]
    elements: "Mapping[str, tuple[Schema, Element]]"


@dataclass(slots=True)
class _Found:
    """What was found of one type so far."""

    base: str = ""
    attributes: dict[str, AttributeType] = field(default_factory=dict)
    elements: "dict[str, tuple[Schema, Element]]" = field(default_factory=dict)


class SchemaTypes:
    """The elements that the schemas of a taxonomy declare, concepts or not; each is worked out once."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        self._known: dict[str, ElementType | None] = {}
        self._local: dict[Element, ElementType] = {}

    def of(self, tag: str, parent: ElementType | None = None) -> ElementType | None:
        """The type of an element by its name in Clark notation, local to `parent` or global; None if there is none."""
        if parent is not None and tag in parent.elements:
            schema, element = parent.elements[tag]
            if element not in self._local:
                self._local[element] = self._element_type(schema, element)
            return self._local[element]
        if tag not in self._known:
            found = self._global(QName.parse(tag), "elements")
            self._known[tag] = None if found is None else self._element_type(*found)
        return self._known[tag]

    def _global(self, name: QName, kind: str) -> "tuple[Schema, Element] | None":
        for schema in self._taxonomy.schemas_of(name.namespace):
            found: Element | None = getattr(schema, kind).get(name.local_name)
            if found is not None:
                return schema, found
        return None

    def _element_type(self, schema: Schema, element: "Element") -> ElementType:
        found = _Found()
        self._collect_element(schema, element, found, 0)
        default = element.get("default", element.get("fixed"))
        return ElementType(found.base, default, found.attributes, found.elements)

    def _collect_element(self, schema: Schema, element: "Element", found: _Found, depth: int) -> None:
        inner = next(element.iterchildren(*_TYPES), None)
        if inner is not None:
            self._collect(schema, inner, found, depth)
        elif name := element.get("type"):
            self._collect_named(schema.resolve(name, element), found, depth)
        elif depth < _DEEPEST and (head := element.get("substitutionGroup")):
            declared = self._global(schema.resolve(head, element), "elements")
            if declared is not None:
                self._collect_element(*declared, found, depth + 1)

    def _collect_named(self, name: QName, found: _Found, depth: int) -> None:
        if name.namespace == _XS:
            found.base = "" if name.local_name == "anyType" else name.local_name
        elif depth < _DEEPEST and (declared := self._global(name, "types")) is not None:
            self._collect(*declared, found, depth + 1)

    def _collect(self, schema: Schema, type_element: "Element", found: _Found, depth: int) -> None:
        """Add what a type says: that of its base first, so that its own declarations take their place."""
        content = next(type_element.iterchildren(*_CONTENTS), type_element)
        derivation = next(content.iterchildren(*_DERIVATIONS), None)
        if derivation is None:
            if type_element.tag == _TYPES[1]:
                found.base = _ANY_SIMPLE  # a list or a union
            self._add_parts(schema, content, found, depth)
            return
        if name := derivation.get("base"):
            self._collect_named(schema.resolve(name, derivation), found, depth)
        inner = next(derivation.iterchildren(_TYPES[1]), None)
        if inner is not None:
            self._collect(schema, inner, found, depth + 1)
        self._add_parts(schema, derivation, found, depth)

    def _add_parts(self, schema: Schema, parent: "Element", found: _Found, depth: int) -> None:
        for child in _particles(parent):
            if child.tag == _ATTRIBUTE:
                self._add_attribute(schema, child, found)
            elif child.tag == _ELEMENT and (name := child.get("name")):
                is_qualified = child.get("form", schema.document.root.get("elementFormDefault")) == "qualified"
                found.elements[_clark(schema.namespace if is_qualified else "", name)] = schema, child
            elif depth < _DEEPEST and child.tag in {_ATTRIBUTE_GROUP, _GROUP} and (reference := child.get("ref")):
                for owner, group in self._groups(schema.resolve(reference, child), str(child.tag)):
                    self._add_parts(owner, group, found, depth + 1)

    def _groups(self, name: QName, tag: str) -> "Iterator[tuple[Schema, Element]]":
        for schema in self._taxonomy.schemas_of(name.namespace):
            for element in schema.document.root.iterchildren(tag):
                if element.get("name") == name.local_name:
                    yield schema, element

    def _add_attribute(self, schema: Schema, element: "Element", found: _Found) -> None:
        default = element.get("default", element.get("fixed"))
        if reference := element.get("ref"):
            name = schema.resolve(reference, element)
            declared = next(iter(self._groups(name, _ATTRIBUTE)), None)
            key, owner, element = (str(name), *(declared or (schema, element)))
            default = element.get("default", element.get("fixed")) if default is None else default
        else:
            is_qualified = element.get("form", schema.document.root.get("attributeFormDefault")) == "qualified"
            key, owner = _clark(schema.namespace if is_qualified else "", element.get("name", "")), schema
        if element.get("use") == "prohibited":
            found.attributes.pop(key, None)
            return
        value = _Found()
        self._collect_element(owner, element, value, 0)
        found.attributes[key] = AttributeType(value.base, default)


def _particles(parent: "Element") -> "Iterator[Element]":
    """The declarations in a type or group, in whatever sequences and choices; not those within other elements."""
    for child in parent.iterchildren("*"):
        yield child
        if child.tag in {f"{{{_XS}}}sequence", f"{{{_XS}}}choice", f"{{{_XS}}}all"}:
            yield from _particles(child)


def _clark(namespace: str, name: str) -> str:
    return f"{{{namespace}}}{name}" if namespace else name
