"""One schema document, and what is found out about it once however many sets it is part of."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from copy import deepcopy
from functools import cached_property
from typing import TYPE_CHECKING

from xbrlgen.addresses import absolute
from xbrlgen.schema_validation.documents import HINTS
from xbrlgen.schema_validation.names import STANDARD_SCHEMAS, XS, xs
from xbrlgen.taxonomy.documents import Document
from xbrlgen.taxonomy.plain_elements import is_plain
from xbrlgen.taxonomy.schema import Schema

if TYPE_CHECKING:
    from lxml import etree

_ELEMENT, _IMPORT = xs("element"), xs("import")
_REFERENCES = (_IMPORT, xs("include"), xs("redefine"))
_NAMING = ("name", "ref", "substitutionGroup")


class SchemaDocument:
    """A schema document, be it one that a taxonomy has read or one that was read to be judged itself.

    Its tree is left as it is. `content` are its bytes, if they are at hand.
    """

    def __init__(self, schema: Schema, content: bytes | None = None) -> None:
        self.url = schema.document.url
        self.namespace = schema.namespace
        self.elements = schema.elements
        """Its global element declarations by local name."""
        self.references = tuple(_references(schema))
        """The URL of each schema that it imports or includes, and the namespace it lends to an included one."""
        self._document = schema.document
        self._content = content

    @property
    def root(self) -> "etree._Element":
        """Its tree."""
        return self._document.root

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
        frame = self._document.frame
        root = etree.Element(frame.tag, dict(frame.attrib), nsmap=frame.nsmap)
        root.extend(deepcopy(each) for each in self._others)
        root.extend(deepcopy(self.elements[name]) for name in sorted(self.plain & met))
        return self.with_tree(root)

    def with_tree(self, root: "etree._Element") -> "SchemaDocument":
        """The document as if it had another tree."""
        document = Document(self.url, self._document.source, root)
        return SchemaDocument(Schema(document, self.namespace), self._content)

    @cached_property
    def plain(self) -> AbstractSet[str]:
        """The names of its plain elements."""
        if self._document.plain is not None:
            return self._document.plain.names
        return {name for name, each in self.elements.items() if is_plain(each)}

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
        return [each for each in self._document.frame.iterchildren("*") if each.tag != _ELEMENT or not is_plain(each)]


def _references(schema: Schema) -> Iterator[tuple[str, str]]:
    for reference in schema.document.frame.iterchildren(*_REFERENCES):
        location = reference.get("schemaLocation")
        if location is None:
            continue
        url = absolute(location.strip(), schema.document.url)
        if reference.tag == _IMPORT:
            yield STANDARD_SCHEMAS.get(reference.get("namespace", ""), url), ""
        else:
            yield url, schema.namespace
