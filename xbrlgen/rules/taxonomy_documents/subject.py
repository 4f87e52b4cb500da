"""What the rules on taxonomy documents judge: the schemas and linkbases of a DTS that did not come with the product."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from xbrlgen.addresses import absolute, split
from xbrlgen.model import QName
from xbrlgen.model.namespaces import XBRLI
from xbrlgen.resources import bundled
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.taxonomy.concepts import Concepts
from xbrlgen.taxonomy.documents import LINK, XLINK, Document, Source
from xbrlgen.taxonomy.pointers import pointed
from xbrlgen.taxonomy.schema import Schema

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from lxml.etree import _Element as Element

    from xbrlgen.taxonomy.linkbase import LinkbaseDocument
    from xbrlgen.taxonomy.networks import BaseSet

XL = "http://www.xbrl.org/2003/XLink"
XBRLDT = "http://xbrl.org/2005/xbrldt"
STANDARD_NAMESPACES = frozenset({XBRLI, LINK, XLINK, XL, XBRLDT})
"""Namespaces whose schemas the specifications themselves publish."""


class TaxonomyDocuments:
    """The documents of a taxonomy that are to be judged.

    What the product brings along is known to be right, and so are the documents that lie at a source in `sound`.
    """

    def __init__(self, taxonomy: Taxonomy, sound: "Container[Source]" = ()) -> None:
        self.taxonomy = taxonomy
        self.sound = sound
        self._bundled = bundled("taxonomy")
        self._documents: dict[tuple[str, str], Document | None] = {}
        self._heads: dict[QName, frozenset[QName]] = {}

    @cached_property
    def schemas(self) -> tuple[Schema, ...]:
        """The schemas, in the order of discovery."""
        schemas = self.taxonomy.dts.schemas.values()
        return tuple(
            each
            for each in schemas
            if each.namespace not in STANDARD_NAMESPACES and self.is_judged(each.document.source)
        )

    @cached_property
    def linkbases(self) -> "tuple[LinkbaseDocument, ...]":
        """The linkbases, those within schemas too, in the order of discovery."""
        return tuple(each for each in self.taxonomy.dts.linkbases.values() if self.is_judged(each.source))

    def is_judged(self, source: Source) -> bool:
        """Whether the document at `source` is to be judged."""
        return not (isinstance(source, Path) and source.is_relative_to(self._bundled)) and source not in self.sound

    def base_sets(self, *arcroles: str) -> "Iterator[BaseSet]":
        """The base sets that documents to be judged have a part in; of the given arcroles, or all."""
        judged = {each.url for each in self.linkbases}
        networks = self.taxonomy.networks
        for each in networks.base_sets():
            if (not arcroles or each.arcrole in arcroles) and judged.intersection(networks.linkbases(each)):
                yield each

    @cached_property
    def concepts(self) -> Concepts:
        """The concepts with the definitions of their types."""
        return Concepts(self.taxonomy.dts)

    def knows(self, href: str, element: "Element", document: Document) -> bool:
        """Whether the document that `href` on an element leads to is one of the taxonomy, or `document` itself."""
        return self._document(split(href)[0], element, document) is not None

    def target(self, href: str, element: "Element", document: Document) -> "Element | None":
        """The element that `href` on an element points at, None if there is none (XBRL 2.1 section 3.5.4)."""
        location, pointer = split(href)
        found = self._document(location, element, document)
        if found is None:
            return None
        return pointed(found, pointer) if pointer else found.root

    def _document(self, location: str, element: "Element", document: Document) -> Document | None:
        base = document.absolute("", element) if document.has_bases else document.url
        if (base, location) not in self._documents:
            url = absolute(location, base)
            found = document if url == document.url else self.taxonomy.dts.document(url)
            self._documents[base, location] = found
        return self._documents[base, location]

    def heads(self, name: QName) -> frozenset[QName]:
        """An element and all those that it substitutes for."""
        if name not in self._heads:
            found: dict[QName, None] = {}
            above: QName | None = name
            while above is not None and above not in found:
                found[above] = None
                above = self._head(above)
            self._heads[name] = frozenset(found)
        return self._heads[name]

    def _head(self, name: QName) -> QName | None:
        declaration = self.concepts.declaration(name)
        if declaration is None or not (group := declaration[1].get("substitutionGroup")):
            return None
        return declaration[0].resolve(group, declaration[1])

    def spelt(self, name: QName) -> str:
        """A name with its usual prefix."""
        prefix = self.taxonomy.prefixes.get(name.namespace, "")
        return f"{prefix}:{name.local_name}" if prefix else name.local_name
