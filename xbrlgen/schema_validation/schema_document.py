"""One schema document, and what is found out about it once however many sets it is part of."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from functools import cached_property
from typing import TYPE_CHECKING

from xbrlgen.addresses import absolute
from xbrlgen.schema_validation.documents import HINTS
from xbrlgen.schema_validation.names import STANDARD_SCHEMAS, XS, xs
from xbrlgen.taxonomy.schema import Schema

if TYPE_CHECKING:
    from lxml import etree

_ELEMENT, _IMPORT = xs("element"), xs("import")
_REFERENCES = (_IMPORT, xs("include"), xs("redefine"))
_NAMING = ("name", "ref", "substitutionGroup")
_HEADS = frozenset({"", "item", "tuple", "dimensionItem", "hypercubeItem"})
"""The local names of what concepts substitute for; members of typed dimensions substitute for nothing."""


class SchemaDocument:
    """A schema document, be it one that a taxonomy has read or one that was read to be judged itself.

    Its tree is left as it is. `content` are its bytes, if they are at hand.
    """

    def __init__(self, schema: Schema, content: bytes | None = None) -> None:
        self.url = schema.document.url
        self.namespace = schema.namespace
        self.root = schema.document.root
        self.elements = schema.elements
        """Its global element declarations by local name."""
        self.references = tuple(_references(self))
        """The URL of each schema that it imports or includes, and the namespace it lends to an included one."""
        self._document = schema.document
        self._content = content

    @property
    def content(self) -> bytes:
        """Its bytes."""
        return self._document.source.read_bytes() if self._content is None else self._content

    @cached_property
    def offers_all(self) -> bool:
        """Whether a content model in it offers every item or every tuple."""
        from lxml import etree

        offers = etree.XPath(
            ".//xs:element[contains(@ref, ':item') or contains(@ref, ':tuple') or @ref='item' or @ref='tuple']",
            namespaces={"xs": XS},
        )
        return any(offers(each) for each in self._others)

    @cached_property
    def text(self) -> bytes:
        """A copy of its tree as text."""
        from lxml import etree

        return etree.tostring(self.copy())

    def copy(self) -> "etree._Element":
        """A copy of its tree in which imports name a namespace and no place, and includes name a whole URL.

        A set has all documents, so no processor needs to look for one.
        """
        copied = deepcopy(self.root)
        for hint in HINTS:
            copied.attrib.pop(hint, None)
        for reference in copied.iterchildren(*_REFERENCES):
            location = reference.attrib.pop("schemaLocation", None)
            if location is not None and reference.tag != _IMPORT:
                reference.set("schemaLocation", absolute(str(location).strip(), self.url))
        return copied

    def reduced(self, met: frozenset[str]) -> "SchemaDocument":
        """The document without the plain elements whose local names are not `met`, where it can do without."""
        from lxml import etree

        if self._document.has_local_prefixes:  # which a copy may lose
            return self
        root = etree.Element(self.root.tag, dict(self.root.attrib), nsmap=self.root.nsmap)
        root.extend(deepcopy(each) for each in self._others)
        root.extend(deepcopy(self.plain[name]) for name in sorted(self.plain.keys() & met))
        return self.with_tree(root)

    def with_tree(self, root: "etree._Element") -> "SchemaDocument":
        """The document as if it had another tree."""
        return SchemaDocument(Schema(self._document._replace(root=root), self.namespace), self._content)

    @cached_property
    def plain(self) -> "Mapping[str, etree._Element]":
        """The elements that attributes alone declare, and that substitute for nothing but what makes them concepts.

        Nothing depends on such a declaration but what names the element.
        """
        return {name: each for name, each in self.elements.items() if _is_plain(each)}

    @cached_property
    def names(self) -> frozenset[str]:
        """The local names of all that stands in it, and of the elements that it names; plain elements apart."""
        written: set[str] = set()
        for element in (each for other in self._others for each in other.iter("*")):
            written.add(str(element.tag).rpartition("}")[2])
            written.update(element.get(each, "").rpartition(":")[2].strip() for each in _NAMING)
        return frozenset(written)

    @cached_property
    def _others(self) -> "Sequence[etree._Element]":
        """All that it declares but plain elements."""
        return [each for each in self.root.iterchildren("*") if each.tag != _ELEMENT or not _is_plain(each)]


def _is_plain(element: "etree._Element") -> bool:
    return not len(element) and element.get("substitutionGroup", "").rpartition(":")[2].strip() in _HEADS


def _references(document: SchemaDocument) -> Iterator[tuple[str, str]]:
    for reference in document.root.iterchildren(*_REFERENCES):
        location = reference.get("schemaLocation")
        if location is None:
            continue
        url = absolute(location.strip(), document.url)
        if reference.tag == _IMPORT:
            yield STANDARD_SCHEMAS.get(reference.get("namespace", ""), url), ""
        else:
            yield url, document.namespace
