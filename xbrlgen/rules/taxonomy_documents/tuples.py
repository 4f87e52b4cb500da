"""What tuples may hold (XBRL 2.1 section 4.9)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.model import QName
from xbrlgen.model.namespaces import XBRLI
from xbrlgen.rules.taxonomy_documents.subject import XL, TaxonomyDocuments
from xbrlgen.taxonomy.concepts import ITEM, TUPLE
from xbrlgen.taxonomy.documents import LINK, XLINK, XS
from xbrlgen.taxonomy.schema import Schema

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_RESERVED = frozenset({XBRLI, LINK, XLINK, XL})
_TRUE = frozenset({"true", "1"})
_COMPLEX_TYPE, _SIMPLE_TYPE = f"{{{XS}}}complexType", f"{{{XS}}}simpleType"
_GROUPS = {f"{{{XS}}}group": "group", f"{{{XS}}}attributeGroup": "attributeGroup"}


def tuple_contents(documents: TaxonomyDocuments) -> Iterator[Finding]:
    """The content models and attributes of tuples; the type of several tuples is judged once."""
    judged: set[QName] = set()
    for schema in documents.schemas:
        for name, element in schema.elements.items():
            concept = documents.concepts.get(QName(schema.namespace, name))
            if concept is not None and concept.substitution_group == TUPLE:
                yield from _Content(documents, judged).of_tuple(schema, element)


@dataclass(slots=True)
class _Content:
    """What is met on the way through the types and groups that make up the content of a tuple.

    Types and groups wait in `todo`: chains of them may be longer than calls can be deep.
    """

    documents: TaxonomyDocuments
    judged: set[QName]
    name: str = field(default="", init=False)
    declared: Location = field(default=Location(""), init=False)
    todo: "list[tuple[Schema, Element]]" = field(default_factory=list, init=False)

    def of_tuple(self, schema: Schema, element: "Element") -> Iterator[Finding]:
        self.name, self.declared = element.get("name", ""), schema.document.place(element)
        if element.get("type"):
            yield from self._wants(schema.resolve(element.get("type", ""), element), schema, element)
        self.todo += ((schema, each) for each in element.iterchildren(_COMPLEX_TYPE, _SIMPLE_TYPE))
        while self.todo:
            around, each = self.todo.pop()
            if each.tag == _SIMPLE_TYPE:
                yield self._simple(around, each)
            elif each.tag == _COMPLEX_TYPE:
                yield from self._type(around, each)
            else:
                yield from self._particles(around, each)

    def _wants(self, name: QName, schema: Schema, element: "Element") -> Iterator[Finding]:
        """Have the type of that name judged, once; `element` is what names it."""
        if name in self.judged or name == QName(XS, "anyType"):
            return
        self.judged.add(name)
        if name.namespace == XS:
            yield self._simple(schema, element)
        for each in self.documents.concepts.schemas.get(name.namespace, ()):
            if (found := each.types.get(name.local_name)) is not None:
                self.todo.append((each, found))

    def _type(self, schema: Schema, element: "Element") -> Iterator[Finding]:
        """One complex type: its own part; what it derives from comes later."""
        contents = element.findall(f"{{{XS}}}complexContent")
        if any(each.get("mixed", "").strip() in _TRUE for each in (element, *contents)):
            yield self._found(schema, element, "may hold text between its items", "xbrl.4.9:tupleMixedContent")
        if element.find(f"{{{XS}}}simpleContent") is not None:
            yield self._simple(schema, element)
            return
        for derivation in (each for content in contents for each in content.iterchildren("*")):
            if derivation.get("base"):
                yield from self._wants(schema.resolve(derivation.get("base", ""), derivation), schema, derivation)
        yield from self._particles(schema, element)

    def _particles(self, schema: Schema, element: "Element") -> Iterator[Finding]:
        for each in element.iterdescendants(f"{{{XS}}}element", f"{{{XS}}}attribute", *_GROUPS):
            if each.tag in _GROUPS:
                self._wants_group(schema.resolve(each.get("ref", ""), each), str(each.tag))
            elif each.tag == f"{{{XS}}}attribute":
                yield from self._attribute(schema, each)
            else:
                yield from self._child(schema, each)

    def _wants_group(self, name: QName, tag: str) -> None:
        key = QName(name.namespace, f"{_GROUPS[tag]} {name.local_name}")
        if key in self.judged:
            return
        self.judged.add(key)
        for schema in self.documents.concepts.schemas.get(name.namespace, ()):
            groups = schema.document.root.iterchildren(tag)
            self.todo += ((schema, each) for each in groups if each.get("name") == name.local_name)

    def _child(self, schema: Schema, element: "Element") -> Iterator[Finding]:
        reference = element.get("ref")
        if reference is None:
            clause = f"declares '{element.get('name', '')}' itself, instead of referring to an item or a tuple"
            yield self._found(schema, element, clause, "xbrl.4.9:tupleElementItemOrTuple")
            return
        name = schema.resolve(reference, element)
        is_concept = name in {ITEM, TUPLE} or self.documents.concepts.get(name) is not None
        if not is_concept and self.documents.concepts.declaration(name) is not None:
            clause = f"holds '{reference}', which is neither an item nor a tuple"
            yield self._found(schema, element, clause, "xbrl.4.9:tupleElementItemOrTuple")

    def _attribute(self, schema: Schema, element: "Element") -> Iterator[Finding]:
        reference = element.get("ref", "")
        if schema.resolve(reference, element).namespace in _RESERVED and reference:
            clause = f"may have the attribute '{reference}', which XBRL keeps for other things"
            yield self._found(schema, element, clause, "xbrl.4.9:tupleAttribute")

    def _simple(self, schema: Schema, element: "Element") -> Finding:
        return self._found(schema, element, "holds a value instead of items", "xbrl.4.9:tupleSimpleContent")

    def _found(self, schema: Schema, element: "Element", clause: str, standard: str) -> Finding:
        message = f"the tuple '{self.name}' {clause}"
        places = dict.fromkeys((self.declared, schema.document.place(element)))
        return finding("XG806", message, *places, standard=standard)
