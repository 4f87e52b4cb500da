"""Derives what a type means from its chain of definitions: kind, built-in base type and facets."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.model import ItemType, QName, ValueKind
from xbrlgen.model.namespaces import XBRLI
from xbrlgen.taxonomy.documents import XS
from xbrlgen.taxonomy.schema import Schema

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIMPLE_TYPE, _COMPLEX_TYPE = f"{{{XS}}}simpleType", f"{{{XS}}}complexType"
_CONTENTS = (f"{{{XS}}}simpleContent", f"{{{XS}}}complexContent")
_RESTRICTION = f"{{{XS}}}restriction"
_ATTRIBUTE = f"{{{XS}}}attribute"
_DERIVATIONS = (_RESTRICTION, f"{{{XS}}}extension")
_UNION, _LIST = f"{{{XS}}}union", f"{{{XS}}}list"
_FACETS = {
    *("length", "minLength", "maxLength", "pattern", "enumeration", "whiteSpace"),
    *("maxInclusive", "maxExclusive", "minInclusive", "minExclusive", "totalDigits", "fractionDigits"),
}
_ANY = "anySimpleType"
_DEEPEST = 40
"""How many unions and lists may be members of each other."""

_LONGEST = 300
"""How many steps of derivation may lead to a built-in type."""

_KINDS: Mapping[str, ValueKind] = {
    "monetaryItemType": ValueKind.MONETARY,
    "sharesItemType": ValueKind.SHARES,
    "pureItemType": ValueKind.PURE,
    "booleanItemType": ValueKind.BOOLEAN,
    "dateItemType": ValueKind.DATE,
    "dateTimeItemType": ValueKind.DATE_TIME,
    "QNameItemType": ValueKind.NAME,
} | dict.fromkeys(
    (
        "stringItemType",
        "normalizedStringItemType",
        "tokenItemType",
        "languageItemType",
        "NameItemType",
        "NCNameItemType",
    ),
    ValueKind.STRING,
)
"""What item types of XBRL 2.1 (section 5.1.1.3) mean, numbers apart."""

_NUMERIC_BASES = {
    *("decimal", "float", "double", "integer", "nonPositiveInteger", "negativeInteger", "nonNegativeInteger"),
    *("positiveInteger", "long", "int", "short", "byte"),
    *("unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"),
}

_BUILTIN_KINDS: Mapping[str, ValueKind] = {
    "boolean": ValueKind.BOOLEAN,
    "date": ValueKind.DATE,
    "dateTime": ValueKind.DATE_TIME,
    "QName": ValueKind.NAME,
} | dict.fromkeys(("string", "normalizedString", "token", "language", "Name", "NCName"), ValueKind.STRING)

_REGISTRY = re.compile(r"http://www\.xbrl\.org/dtr/type/|http://(xbrl\.us|fasb\.org)/us-types/")
_REGISTRY_KINDS: Mapping[str, ValueKind] = {
    "perShareItemType": ValueKind.PER_SHARE,
    "percentItemType": ValueKind.PERCENT,
    "domainItemType": ValueKind.DOMAIN,
    "textBlockItemType": ValueKind.TEXT_BLOCK,
    "escapedItemType": ValueKind.TEXT_BLOCK,
}
"""What types of the data type registry (in any of its versions) mean beyond the item type that they derive from."""

_ENUMERATIONS = re.compile(r"http://xbrl\.org/\d+/extensible-enumerations")
_ENUMERATION_KINDS: Mapping[str, ValueKind] = {
    "enumerationItemType": ValueKind.NAME,
    "enumerationSetItemType": ValueKind.NAME_SET,
    "enumerationsItemType": ValueKind.NAME_SET,
}


class Definition(NamedTuple):
    """A type as far as it is derived: the item type, and the names of its ancestors, itself first.

    In `item_type.facets`, each value of ``pattern`` is one step of derivation and all of them must match (alternatives
    of one step are joined by ``|``); ``enumeration`` lists what is allowed. A union has the base ``anySimpleType`` and
    its built-in members under ``union``; a list has its built-in item type under ``list``.
    """

    item_type: ItemType
    ancestors: tuple[QName, ...]


class _Trail:
    """What was met on the way from the type called `name` to the built-in one."""

    def __init__(self, name: QName) -> None:
        self.ancestors = [name]
        self.facets: dict[str, tuple[str, ...]] = {}
        self.attributes: dict[str, str | None] = {}
        self.base = ""

    def declare(self, derivation: "_Element") -> None:
        """Take the values of attributes that are not written; the nearest declaration counts."""
        for attribute in derivation.iterchildren(_ATTRIBUTE):
            if name := attribute.get("name"):
                self.attributes.setdefault(name, attribute.get("default", attribute.get("fixed")))

    def restrict(self, restriction: "_Element") -> None:
        """Take the facets of one step; the nearest step is the tightest, but patterns add up (XML Schema 2, 4.3.4)."""
        found: dict[str, list[str]] = {}
        for child in restriction:
            name = str(child.tag).rpartition("}")[2]
            if name in _FACETS:
                found.setdefault(name, []).append(child.get("value", ""))
        for name, values in found.items():
            if name == "pattern":
                step = values[0] if len(values) == 1 else "|".join(f"({each})" for each in values)
                self.facets[name] = (*self.facets.get(name, ()), step)
            else:
                self.facets.setdefault(name, tuple(values))


class ItemTypes:
    """The types of a DTS by name, worked out when they are asked for; `schemas` map a namespace to its schemas."""

    def __init__(self, schemas: Mapping[str, tuple[Schema, ...]]) -> None:
        self.schemas = schemas
        self._known: dict[QName, Definition | None] = {}
        self._depth = 0

    def definition(self, name: QName) -> Definition | None:
        """The definition of a simple or item type, None if the DTS has none of that name or its base is missing."""
        if name not in self._known:
            self._known[name] = None  # stops a circle
            if self._depth < _DEEPEST:
                self._depth += 1
                self._known[name] = self._define(name)
                self._depth -= 1
        return self._known[name]

    def anonymous(self, type_element: "_Element", schema: Schema, name: QName) -> Definition | None:
        """The definition of a type without a name, which stands inside the element called `name`."""
        return self._finish(name, [(schema, type_element)])

    def _define(self, name: QName) -> Definition | None:
        if name.namespace == XS:
            kind = _builtin_kind(name.local_name)
            return Definition(ItemType(name, kind, name.local_name, MappingProxyType({})), (name,))
        found = self._find(name)
        return None if found is None else self._finish(name, [found])

    def _finish(self, name: QName, todo: "list[tuple[Schema, _Element]]") -> Definition | None:
        trail = _Trail(name)
        while todo:
            schema, element = todo.pop()
            base = self._step(schema, element, trail)
            if base is None or base in trail.ancestors or len(trail.ancestors) > _LONGEST:
                break
            if base.namespace == XS:
                trail.base = base.local_name
                break
            trail.ancestors.append(base)
            if (found := self._find(base)) is None:
                return None
            todo.append(found)
        defaults = {attribute: value for attribute, value in trail.attributes.items() if value is not None}
        facets = MappingProxyType(trail.facets)
        item_type = ItemType(name, _kind(trail), trail.base, facets, MappingProxyType(defaults))
        return Definition(item_type, tuple(trail.ancestors))

    def _step(self, schema: Schema, element: "_Element", trail: _Trail) -> QName | None:
        """Take what one definition adds; the base that it names, None if it names none."""
        derivation = _derivation(element)
        if derivation is None:
            return None
        if derivation.tag in {_UNION, _LIST}:
            trail.base = _ANY
            key, attribute = ("union", "memberTypes") if derivation.tag == _UNION else ("list", "itemType")
            trail.facets[key] = tuple(self._bases(schema, derivation, attribute))
            return None
        trail.declare(derivation)
        if derivation.tag == _RESTRICTION:
            trail.restrict(derivation)
        inner = derivation.find(_SIMPLE_TYPE)
        restricted = None if inner is None else self._step(schema, inner, trail)
        base = derivation.get("base")
        return restricted if base is None else schema.resolve(base, derivation)

    def _bases(self, schema: Schema, element: "_Element", attribute: str) -> Iterator[str]:
        """The built-in types of the members of a union or list."""
        for text in element.get(attribute, "").split():
            definition = self.definition(schema.resolve(text, element))
            if definition is not None:
                yield definition.item_type.base
        for child in element.iterchildren(_SIMPLE_TYPE):
            definition = self.anonymous(child, schema, QName(schema.namespace, ""))
            if definition is not None:
                yield definition.item_type.base

    def _find(self, name: QName) -> "tuple[Schema, _Element] | None":
        for schema in self.schemas.get(name.namespace, ()):
            if (element := schema.types.get(name.local_name)) is not None:
                return schema, element
        return None


def _derivation(type_element: "_Element") -> "_Element | None":
    """How a type is made from another one, None for a type that is made from none."""
    content = type_element
    if type_element.tag == _COMPLEX_TYPE:
        content = next(type_element.iterchildren(*_CONTENTS), content)
    return next(content.iterchildren(*_DERIVATIONS, _UNION, _LIST), None)


def _kind(trail: _Trail) -> ValueKind:
    for name in trail.ancestors:
        if _REGISTRY.match(name.namespace) and name.local_name in _REGISTRY_KINDS:
            return _REGISTRY_KINDS[name.local_name]
        if _ENUMERATIONS.match(name.namespace) and name.local_name in _ENUMERATION_KINDS:
            return _ENUMERATION_KINDS[name.local_name]
        if name.namespace == XBRLI and name.local_name in _KINDS:
            return _KINDS[name.local_name]
    return _builtin_kind(trail.base)


def _builtin_kind(base: str) -> ValueKind:
    return ValueKind.NUMERIC if base in _NUMERIC_BASES else _BUILTIN_KINDS.get(base, ValueKind.OTHER)
