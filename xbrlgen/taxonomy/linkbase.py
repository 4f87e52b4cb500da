"""A linkbase of a DTS: its XML and its content, each read when it is first asked for."""

import json
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from xbrlgen.addresses import absolute
from xbrlgen.findings import Finding, Location
from xbrlgen.taxonomy.documents import Document, Source, read_document
from xbrlgen.taxonomy.linkbase_content import Content

if TYPE_CHECKING:
    from lxml.etree import _Element


class Lead(NamedTuple):
    """A document that a linkbase leads to, and where it first does."""

    url: str
    place: Location


class Resource(NamedTuple):
    """A resource of an extended link: a label, a reference or another one.

    `content` is text as it is written, or the parts of a reference: names in Clark notation with texts.
    """

    name: str
    role: str
    language: str
    id: str
    link: int
    position: int
    line: int
    content: str | Sequence[Sequence[str]]


class LinkbaseDocument:
    """A linkbase of a DTS.

    `url` is that of its document; one that is embedded in a schema has that of the schema with a pointer as fragment.
    `digest` is that of its own document (see `Document`).
    """

    def __init__(
        self,
        url: str,
        source: Source,
        content: Content,
        root: "_Element | None" = None,
        digest: str = "",
    ) -> None:
        self.url = url
        self.source = source
        self.content = content
        self.digest = digest
        self._root = root

    @property
    def base(self) -> str:
        """The URL of the document that the linkbase stands in."""
        return self.url.partition("#")[0]

    @cached_property
    def root(self) -> "_Element":
        """The linkbase as XML, read anew where only its content was kept."""
        return self.document.root if self._root is None else self._root

    @cached_property
    def document(self) -> Document:
        """The document that the linkbase stands in; raises OSError where it was kept and is not what it was."""
        if self._root is not None:
            return Document(self.base, self.source, self._root.getroottree().getroot())
        document = read_document(self.base, self.source)
        if isinstance(document, Finding):
            raise OSError(document.message)
        if document.digest != self.digest:
            raise OSError(f"'{self.source}' has changed")
        return document

    def place(self, line: int) -> Location:
        """A line of the document as a place."""
        return Location(str(self.source), line)

    @cached_property
    def _leads(self) -> Any:
        return json.loads(self.content.leads)

    def leads(self) -> Iterator[Lead]:
        """The documents that belong to the DTS because of this one (XBRL 2.1 section 3.2)."""
        for location, line in self._leads["documents"]:
            yield Lead(absolute(location, self.base), self.place(line))

    @property
    def base_sets(self) -> Sequence[Sequence[str]]:
        """Arcrole, role, name of the link and name of the arc, in the order of their numbers."""
        sets: Sequence[Sequence[str]] = self._leads["sets"]
        return sets

    @property
    def pairs(self) -> int:
        """How many pairs the arcs join."""
        return int(self._leads["pairs"])

    @property
    def acts_on_others(self) -> bool:
        """Whether it may prohibit or override something, or has arcs that lead to what is no resource of its own."""
        return bool(self._leads["acts_on_others"])

    def may_label_in(self, language: str) -> bool:
        """Whether labels in a language, named by its first subtag, may depend on this linkbase; empty: any language."""
        return not language or self.acts_on_others or language in self._leads["languages"]

    @cached_property
    def arcs(self) -> Any:
        """The part `arcs` of the content (see `xbrlgen.taxonomy.linkbase_content.Content`)."""
        return json.loads(self.content.arcs)

    @cached_property
    def resources(self) -> tuple[Resource, ...]:
        """The resources of all links, in order."""
        return tuple(Resource(*each) for each in json.loads(self.content.resources))
