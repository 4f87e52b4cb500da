"""One schema document: what it declares, and what it leads to."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Finding, finding
from xbrlgen.model import QName
from xbrlgen.taxonomy.documents import LINK, XS, Document, declared

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
        self._in_frame = declared(document.frame, _ELEMENT)
        self.elements: Mapping[str, _Element] = self._in_frame if document.plain is None else document.plain
        self.types: Mapping[str, _Element] = declared(document.frame, *_TYPES)
        self.prefixes: Mapping[str | None, str] = dict(document.frame.nsmap)

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
            for element in self.document.frame.iterchildren(*_REFERENCES)
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
        return tuple(self.document.frame.iterchildren(_ANNOTATION))

    @cached_property
    def ids(self) -> Mapping[str, QName]:
        """The names of the elements that are declared, by their ids."""
        plain = {} if self.document.plain is None else self.document.plain.names_by_id
        named = ((element.get("id"), name) for name, element in self._in_frame.items())
        return _QNames(self.namespace, {**plain, **{identifier: name for identifier, name in named if identifier}})

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
        if self.document.plain is not None:
            found.update(self.document.plain.names_by("substitutionGroup"))
        for name, element in self._in_frame.items():
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


class _QNames(Mapping[str, QName]):
    """Names in a namespace; so many that they are made of local ones when they are asked for."""

    def __init__(self, namespace: str, local_names: Mapping[str, str]) -> None:
        self._namespace = namespace
        self._local_names = local_names
        self._made: dict[str, QName] = {}

    def __getitem__(self, key: str) -> QName:
        if key not in self._made:
            self._made[key] = QName(self._namespace, self._local_names[key])
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in self._local_names

    def __iter__(self) -> Iterator[str]:
        return iter(self._local_names)

    def __len__(self) -> int:
        return len(self._local_names)


def _numbered(parent: "_Element", tag: str) -> "Iterator[tuple[int, _Element]]":
    """The children of that name with their places among all."""
    return ((place, child) for place, child in enumerate(parent.iterchildren("*"), 1) if child.tag == tag)


def read_schema(document: Document, including: str = "") -> Schema | Finding:
    """The schema in `document`; one without a namespace takes that of its includer (XML Schema 1, section 4.2.1)."""
    root = document.frame
    if root.tag != f"{{{XS}}}schema":
        message = f"'{document.source}' is not an XML schema: its root is {root.tag!s}"
        return finding("XG310", message, document.place(root))
    return Schema(document, root.get("targetNamespace", including))
