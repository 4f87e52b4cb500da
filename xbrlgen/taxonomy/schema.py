"""One schema document: what it declares, and what it leads to."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Finding, finding
from xbrlgen.model import QName
from xbrlgen.taxonomy.documents import LINK, XS, Document

if TYPE_CHECKING:
    from lxml.etree import _Element

_ELEMENT = f"{{{XS}}}element"
_TYPES = (f"{{{XS}}}complexType", f"{{{XS}}}simpleType")
_REFERENCES = (f"{{{XS}}}import", f"{{{XS}}}include", f"{{{XS}}}redefine")
_ANNOTATION, _APPINFO = f"{{{XS}}}annotation", f"{{{XS}}}appinfo"
LINKBASE = f"{{{LINK}}}linkbase"


class SchemaReference(NamedTuple):
    """An import or include: the namespace that it names (None for an include), the URL or path, and the element."""

    namespace: str | None
    url: str
    element: "_Element"


class Schema:
    """A schema document of a DTS; elements and types by their local names, as XML."""

    def __init__(self, document: Document, namespace: str) -> None:
        self.document = document
        self.namespace = namespace
        root = document.root
        self.elements: Mapping[str, _Element] = {
            name: each for each in root.iterchildren(_ELEMENT) if (name := each.get("name"))
        }
        self.types: Mapping[str, _Element] = {
            name: each for each in root.iterchildren(*_TYPES) if (name := each.get("name"))
        }
        self.prefixes: Mapping[str | None, str] = dict(root.nsmap)

    def resolve(self, text: str, element: "_Element") -> QName:
        """The QName written as `text` on `element`; an unbound prefix gives a name in no namespace."""
        prefix, separator, local_name = text.strip().rpartition(":")
        key = prefix if separator else None
        # nsmap walks up the tree for each element, so it is asked only where some element may bind a prefix itself
        prefixes = element.nsmap if self.document.has_local_prefixes else self.prefixes
        return QName(prefixes.get(key, ""), local_name)

    def references(self) -> Sequence[SchemaReference]:
        """The schemas that this one imports or includes, as far as it says where they are."""
        return self._references

    @cached_property
    def _references(self) -> Sequence[SchemaReference]:
        return tuple(
            SchemaReference(
                element.get("namespace", "") if element.tag == _REFERENCES[0] else None,
                self.document.absolute(location, element),
                element,
            )
            for element in self.document.root.iterchildren(*_REFERENCES)
            if (location := element.get("schemaLocation", "").strip())
        )

    def linkbase_references(self) -> "Iterator[_Element]":
        """The references to linkbases (XBRL 2.1 section 5.1.2)."""
        yield from self.annotations("linkbaseRef")

    def embedded_linkbases(self) -> "Iterator[tuple[str, _Element]]":
        """The linkbases that stand in the schema itself (XBRL 2.1 section 3.2), with pointers to them."""
        if next(self.annotations("linkbase"), None) is None:  # it takes long to number thousands of declarations
            return
        for first, annotation in _numbered(self.document.root, _ANNOTATION):
            for second, appinfo in _numbered(annotation, _APPINFO):
                for third, element in _numbered(appinfo, LINKBASE):
                    yield f"element(/1/{first}/{second}/{third})", element

    def annotations(self, name: str) -> "Iterator[_Element]":
        """The elements ``link:name`` that say something of the schema, such as role types."""
        for annotation in self._annotations:
            yield from annotation.iterfind(f"{_APPINFO}/{{{LINK}}}{name}")

    @cached_property
    def _annotations(self) -> "Sequence[_Element]":
        return tuple(self.document.root.iterchildren(_ANNOTATION))

    @cached_property
    def ids(self) -> Mapping[str, QName]:
        """The names of the elements that are declared, by their ids."""
        named = ((element.get("id"), local_name) for local_name, element in self.elements.items())
        return {identifier: QName(self.namespace, local_name) for identifier, local_name in named if identifier}

    @cached_property
    def positions(self) -> Mapping[str, QName]:
        """The names of the elements that are declared, by child sequences such as ``/1/3``."""
        return {
            f"/1/{position}": QName(self.namespace, name)
            for position, element in enumerate(self.document.root.iterchildren("*"), 1)
            if element.tag == _ELEMENT and (name := element.get("name"))
        }

    @cached_property
    def substituting(self) -> Sequence[Sequence[str]]:
        """The names of the elements that substitute for others, together those that substitute for the same one."""
        found: dict[str | QName, list[str]] = {}
        for name, element in self.elements.items():
            if group := element.get("substitutionGroup"):
                head = self.resolve(group, element) if self.document.has_local_prefixes else group
                found.setdefault(head, []).append(name)
        return tuple(found.values())

    def usual_prefix(self) -> str:
        """The prefix that the schema itself binds to its namespace, else that of its ids, else empty."""
        for prefix, namespace in self.prefixes.items():
            if prefix and namespace == self.namespace:
                return prefix
        ids = (element.get("id", "") for element in self.elements.values())
        return next((each.rpartition("_")[0] for each in ids if "_" in each), "")


def _numbered(parent: "_Element", tag: str) -> "Iterator[tuple[int, _Element]]":
    """The children of that name with their places among all."""
    return ((place, child) for place, child in enumerate(parent.iterchildren("*"), 1) if child.tag == tag)


def read_schema(document: Document, including: str = "") -> Schema | Finding:
    """The schema in `document`; one without a namespace takes that of its includer (XML Schema 1, section 4.2.1)."""
    root = document.root
    if root.tag != f"{{{XS}}}schema":
        message = f"'{document.source}' is not an XML schema: its root is {root.tag!s}"
        return finding("XG310", message, document.place(root))
    return Schema(document, root.get("targetNamespace", including))
