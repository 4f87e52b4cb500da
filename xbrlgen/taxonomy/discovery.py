"""Discovers the documents of a taxonomy from where it starts (XBRL 2.1 section 3.2).

What belongs to it: what an instance refers to; what a schema imports, includes, refers to as a linkbase or holds as
one; and what a linkbase refers to or has locators for.
"""

from collections import deque
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from xbrlgen.addresses import split
from xbrlgen.findings import Finding, Location, finding
from xbrlgen.taxonomy.catalog import Catalog
from xbrlgen.taxonomy.documents import XLINK, Document, Source, is_packaged, read_document
from xbrlgen.taxonomy.dts import NOWHERE, Dts, Folders, locate, unanswered
from xbrlgen.taxonomy.kept_contents import KeptContents
from xbrlgen.taxonomy.kept_linkbases import KeptPackages
from xbrlgen.taxonomy.linkbase import LinkbaseDocument
from xbrlgen.taxonomy.linkbase_content import read_content
from xbrlgen.taxonomy.schema import LINKBASE, Schema, read_schema

MOST_DOCUMENTS = 20_000
"""How many documents a DTS may have; the largest in use have a few thousand."""

MOST_RELATIONSHIPS = 2_000_000
"""How many relationships a DTS may hold; the largest in use have some hundred thousand."""

_HREF = f"{{{XLINK}}}href"


def discover(entry_points: Iterable[str], catalog: Catalog, referrer: Location = NOWHERE) -> Dts:
    """The DTS that starts at these URLs or paths; `referrer` is the place that names them, for findings.

    Of files on disk those are read that lie with the referrer, or with the entry points where there is none (see
    `Folders`).
    """
    starts = tuple(entry_points)
    discovery = _Discovery(catalog, Folders.of([referrer.path] if referrer.path else starts))
    for url in starts:
        discovery.wants(_Wanted(split(url)[0], referrer))
    discovery.run()
    return Dts(
        entry_points=starts,
        catalog=catalog,
        folders=discovery.folders,
        schemas=discovery.schemas,
        linkbases=discovery.linkbases,
        findings=tuple(discovery.findings),
        urls=discovery.urls,
    )


class _Wanted(NamedTuple):
    """A document to read, who asks for it, and what it has to be: for an import or include, the namespace."""

    url: str
    place: Location
    is_schema: bool = False
    is_linkbase: bool = False
    namespace: str | None = None
    including: str = ""


class _Discovery:
    """The documents still to read, those that were read, and what was wrong with them."""

    def __init__(self, catalog: Catalog, folders: Folders) -> None:
        self.catalog = catalog
        self.folders = folders
        self.schemas: dict[str, Schema] = {}
        self.linkbases: dict[str, LinkbaseDocument] = {}
        self.findings: list[Finding] = []
        self.urls: dict[Source, str] = {}
        self._kept = KeptPackages()
        self._own = KeptContents()
        self._queue: deque[_Wanted] = deque()
        self._pairs = 0
        self._has_given_up = False
        self._known: dict[str, str] = {}
        """The URLs that were looked for, with those that their documents are known by."""
        self._unanswered: dict[str, Location] = {}
        """The URLs that nothing answers, and who asks for each first."""

    def wants(self, wanted: _Wanted) -> None:
        self._queue.append(wanted)

    def run(self) -> None:
        while self._queue and not self._has_given_up:
            wanted = self._queue.popleft()
            if (known := self._known.get(wanted.url)) is not None:
                self._check(wanted, known)
            elif len(self._known) < MOST_DOCUMENTS:
                self._read(wanted)
            else:
                message = f"the taxonomy has more than {MOST_DOCUMENTS:,} documents"
                self._give_up(finding("XG375", message, wanted.place))
        self.findings += unanswered(self._unanswered)
        self._kept.save()
        self._own.save()

    def _give_up(self, problem: Finding) -> None:
        self.findings += [] if self._has_given_up else [problem]
        self._has_given_up = True

    def _read(self, wanted: _Wanted) -> None:
        source = locate(wanted.url, self.catalog, self.folders)
        known = "" if source is None else self.urls.setdefault(source, wanted.url)
        self._known[wanted.url] = known
        if source is None:
            self._unanswered[wanted.url] = wanted.place
        elif known == wanted.url and (problem := self._document(wanted, source)) is not None:
            if isinstance(source, Path) and not self.folders.hold(source):
                self._unanswered[wanted.url] = wanted.place  # nothing is told of what is no taxonomy
            else:
                self.findings.append(problem)
        self._check(wanted, known)

    def _document(self, wanted: _Wanted, source: Source) -> Finding | None:
        """Take in the document at `source`; the finding that says why it cannot be used, if it cannot."""
        is_of_package = self.catalog.locate(wanted.url) == source
        key = (wanted.url, source)
        known = self.catalog.kept_of(*key).linkbases if is_of_package else {}
        if key not in known and (kept := self._kept_linkbase(wanted.url, source)) is not None:
            known[key] = kept
        if key in known:
            self._follow(known[key])
            return None
        document = (self.catalog.document if is_of_package else read_document)(wanted.url, source)
        if isinstance(document, Finding):
            return document
        self._own.start(document)
        if document.frame.tag == LINKBASE:
            linkbase = self._linkbase(wanted.url, document)
            if isinstance(linkbase, Finding):
                return linkbase
            known[key] = linkbase
            self._follow(linkbase)
            return None
        schema = (self.catalog.schema if is_of_package else read_schema)(document, wanted.including)
        if isinstance(schema, Finding):
            return schema
        self._schema(wanted.url, schema)
        return None

    def _kept_linkbase(self, url: str, source: Source) -> LinkbaseDocument | None:
        """The linkbase at `source` if what it says is known already."""
        if not is_packaged(source):
            return self._own.find(url, source)
        content = self._kept.find(source)
        return None if content is None else LinkbaseDocument(url, source, content)

    def _schema(self, url: str, schema: Schema) -> None:
        self.schemas[url] = schema
        for each in schema.references():
            including = schema.namespace if each.namespace is None else ""
            place = schema.document.place(each.element)
            self.wants(_Wanted(each.url, place, is_schema=True, namespace=each.namespace, including=including))
        for element in schema.linkbase_references():
            location, pointer = split(element.get(_HREF, ""))
            wanted = schema.document.absolute(location, element)
            self.wants(_Wanted(wanted, schema.document.place(element), is_linkbase=not pointer))
        for pointer, element in schema.embedded_linkbases():
            content = read_content(element, schema.document)
            if isinstance(content, Finding):
                self.findings.append(content)
            else:
                self._follow(LinkbaseDocument(f"{url}#{pointer}", schema.document.source, content, element))

    def _linkbase(self, url: str, document: Document) -> LinkbaseDocument | Finding:
        content = read_content(document.root, document)
        if isinstance(content, Finding):
            return content
        source = document.source
        self._kept.add(source, content)
        self._own.add(document, content)
        # the tree of a linkbase in a package may be large and is not held: it can be read again
        return LinkbaseDocument(url, source, content, None if is_packaged(source) else document.root, document.digest)

    def _follow(self, linkbase: LinkbaseDocument) -> None:
        self._pairs += linkbase.pairs
        if self._pairs > MOST_RELATIONSHIPS:
            message = f"the arcs of the taxonomy join more than {MOST_RELATIONSHIPS:,} pairs"
            self._give_up(finding("XG374", message, linkbase.place(1)))
            return
        self.linkbases[linkbase.url] = linkbase
        for lead in linkbase.leads():
            if lead.url not in self._known:
                self.wants(_Wanted(lead.url, lead.place))

    def _check(self, wanted: _Wanted, url: str) -> None:
        """Whether the document that is known by `url` is what `wanted` says it is."""
        schema = self.schemas.get(url)
        if schema is None and wanted.is_schema and url in self.linkbases:
            message = f"'{wanted.url}' is a linkbase, where a schema has to be"
            self.findings.append(finding("XG310", message, wanted.place))
        elif schema is not None and wanted.is_linkbase:
            message = f"'{wanted.url}' is a schema, where a linkbase has to be"
            self.findings.append(finding("XG373", message, wanted.place))
        elif schema is not None and wanted.namespace not in {None, schema.namespace}:
            # XML Schema 1, section 4.2.3: an import and what it imports name the same namespace
            message = (
                f"'{wanted.url}' has the namespace '{schema.namespace}', not '{wanted.namespace}' as the import says"
            )
            self.findings.append(finding("XG307", message, wanted.place))
