"""Reads concepts from the element declarations of a DTS (XBRL 2.1 section 5.1.1)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from xbrlgen.addresses import split
from xbrlgen.model import Concept, ItemType, QName, TypedDomain
from xbrlgen.model.namespaces import XBRLI
from xbrlgen.taxonomy.documents import XS
from xbrlgen.taxonomy.dts import Dts
from xbrlgen.taxonomy.item_types import Definition, ItemTypes
from xbrlgen.taxonomy.schema import Schema

if TYPE_CHECKING:
    from lxml.etree import _Element

XBRLDT = "http://xbrl.org/2005/xbrldt"
ITEM, TUPLE = QName(XBRLI, "item"), QName(XBRLI, "tuple")
DIMENSION_ITEM, HYPERCUBE_ITEM = QName(XBRLDT, "dimensionItem"), QName(XBRLDT, "hypercubeItem")
HEADS = frozenset((ITEM, TUPLE, DIMENSION_ITEM, HYPERCUBE_ITEM))
"""The substitution groups that make an element a concept."""

_PERIOD_TYPE, _BALANCE = f"{{{XBRLI}}}periodType", f"{{{XBRLI}}}balance"
_TYPED_DOMAIN = f"{{{XBRLDT}}}typedDomainRef"
_ANONYMOUS = (f"{{{XS}}}complexType", f"{{{XS}}}simpleType")
_TRUE = {"true", "1"}


class Concepts:
    """The concepts of a DTS by name, read when they are asked for; `schemas` are its schemas by namespace."""

    def __init__(self, dts: Dts) -> None:
        by_namespace: dict[str, list[Schema]] = defaultdict(list)
        for schema in dts.schemas.values():
            by_namespace[schema.namespace].append(schema)
        self.dts = dts
        self.schemas: Mapping[str, tuple[Schema, ...]] = {name: tuple(each) for name, each in by_namespace.items()}
        self.types = ItemTypes(self.schemas)
        self._known: dict[QName, Concept | None] = {}
        self._heads: dict[QName, QName | None] = {head: head for head in HEADS}
        self._inherited: dict[QName, Definition | None] = {}

    def get(self, name: QName) -> Concept | None:
        """The concept of that name, None if the DTS declares none."""
        if name not in self._known:
            found = self.declaration(name)
            self._known[name] = None if found is None else self._concept(name, *found)
        return self._known[name]

    def declaration(self, name: QName) -> "tuple[Schema, _Element] | None":
        """The element declaration of that name, whether it is a concept or not."""
        for schema in self.schemas.get(name.namespace, ()):
            if (element := schema.elements.get(name.local_name)) is not None:
                return schema, element
        return None

    def names(self, namespace: str) -> Iterator[str]:
        """The local names of the concepts in `namespace`."""
        for schema in self.schemas.get(namespace, ()) if namespace not in {XBRLI, XBRLDT} else ():
            for names in schema.substituting:
                if self._head(schema, schema.elements[names[0]]) is not None:
                    yield from names

    def types_of(self, name: QName) -> tuple[QName, ...]:
        """The type of a declared element and those that it derives from, itself first; empty for an unknown one."""
        found = self.declaration(name)
        definition = None if found is None else self.definition(*found)
        return definition.ancestors if definition else ()

    def definition(self, schema: Schema, element: "_Element") -> Definition | None:
        """The definition of the type of an element; without one, it is that of the element it substitutes for."""
        passed: list[QName] = []
        found: tuple[Schema, _Element] | None = (schema, element)
        definition = None
        while found is not None:
            if _has_own_type(found[1]):
                definition = self._own_definition(*found)
                break
            group = found[0].resolve(found[1].get("substitutionGroup", ""), found[1])
            if group in self._inherited:
                definition = self._inherited[group]
                break
            passed.append(group)
            found = None if self._head(*found) is None or group in HEADS else self.declaration(group)
        self._inherited |= dict.fromkeys(passed, definition)
        return definition

    def _own_definition(self, schema: Schema, element: "_Element") -> Definition | None:
        if text := element.get("type"):
            return self.types.definition(schema.resolve(text, element))
        inner = next(element.iterchildren(*_ANONYMOUS), None)
        name = QName(schema.namespace, element.get("name", ""))
        return None if inner is None else self.types.anonymous(inner, schema, name)

    def _concept(self, name: QName, schema: Schema, element: "_Element") -> Concept | None:
        head = self._head(schema, element)
        if head is None or name in HEADS:
            return None
        definition = None if head == TUPLE else self.definition(schema, element)
        return Concept(
            name=name,
            item_type=definition.item_type if definition else None,
            substitution_group=head,
            period_type=element.get(_PERIOD_TYPE, ""),
            balance=element.get(_BALANCE, ""),
            is_abstract=element.get("abstract") in _TRUE,
            is_nillable=element.get("nillable") in _TRUE,
            typed_domain=self._typed_domain(schema, element),
            default=element.get("default", element.get("fixed")),
        )

    def _head(self, schema: Schema, element: "_Element") -> QName | None:
        """Which of the heads an element substitutes for, through any number of other elements."""
        passed: list[QName] = []
        found: tuple[Schema, _Element] | None = (schema, element)
        head = None
        while found is not None and (group := found[1].get("substitutionGroup")):
            name = found[0].resolve(group, found[1])
            if name in self._heads:
                head = self._heads[name]
                break
            self._heads[name] = None  # stops a circle
            passed.append(name)
            found = self.declaration(name)
        self._heads |= dict.fromkeys(passed, head)
        return head

    def _typed_domain(self, schema: Schema, element: "_Element") -> TypedDomain | None:
        """The element that a typed dimension refers to (XBRL Dimensions 1.0 section 2.5.2.1.1)."""
        reference = element.get(_TYPED_DOMAIN)
        if not reference:
            return None
        location, identifier = split(reference)
        target = self.dts.schema(schema.document.absolute(location, element)) if location else schema
        found = (
            next((each for each in target.elements.values() if each.get("id") == identifier), None) if target else None
        )
        if target is None or found is None:
            return None
        definition = self.definition(target, found)
        item_type: ItemType | None = definition.item_type if definition and definition.item_type.base else None
        return TypedDomain(QName(target.namespace, found.get("name", "")), item_type)


def _has_own_type(element: "_Element") -> bool:
    return bool(element.get("type")) or next(element.iterchildren(*_ANONYMOUS), None) is not None
