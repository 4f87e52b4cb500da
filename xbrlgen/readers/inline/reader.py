"""From a document set to the report of one target document (Inline XBRL 1.1 section 3)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Finding
from xbrlgen.readers.contents import content_of
from xbrlgen.readers.inline import rules
from xbrlgen.readers.inline.document_set import DocumentSet
from xbrlgen.readers.inline.fractions_and_tuples import check_fractions, check_tuples
from xbrlgen.readers.inline.numbers import check_number
from xbrlgen.readers.inline.page import Page
from xbrlgen.readers.inline.references import check_references
from xbrlgen.readers.inline.structure import check_roots, check_structure
from xbrlgen.readers.inline.target import Parts, TargetDocument
from xbrlgen.readers.inline.transformation import Transformations
from xbrlgen.readers.reading import AnyVocabulary, Reading
from xbrlgen.readers.xml_syntax.source import LINK, XBRLI, Source, parse

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PLACED = (rules.INLINE_1_1, rules.INLINE_1_0, XBRLI, LINK)
"""The namespaces of the elements that findings are about."""


class InlineDocument(NamedTuple):
    """One page of a document set: what findings call it, its bytes, and its root where it was parsed already."""

    name: str
    content: bytes
    root: "Element | None" = None


class InlineDocumentSet:
    """A document set, parsed and judged once; each of its target documents can be read from it.

    `findings` are about the set whichever target is read. Follows Inline XBRL 1.1, and 1.0 as far as it differs,
    https://www.xbrl.org/specification/inlinexbrl-part1/rec-2013-11-18/inlinexbrl-part1-rec-2013-11-18.html
    """

    def __init__(self, documents: Sequence[Path | InlineDocument]) -> None:
        findings: list[Finding] = []
        pages = _pages(documents, findings)
        self._pages = [page for page in pages if page is not None]
        read = DocumentSet(self._pages) if pages and len(self._pages) == len(pages) else None
        self._tagged = read if read is not None and read.has_tags else None
        if self._tagged is not None:
            _check(self._tagged)
            self._parts = Parts.of(self._tagged)
        elif read is not None:
            check_roots(read)
            self._pages[0].fault(rules.NO_TAGS, "there is no tag of inline XBRL", self._pages[0].root)
        self.findings = (*findings, *self._told())

    @property
    def roots(self) -> Mapping[str, "Element"]:
        """The root of each page that could be parsed, by what findings call it."""
        return {page.source.path: page.root for page in self._pages}

    @property
    def distinct(self) -> frozenset[str]:
        """Which pages have no id twice, by what findings call them."""
        return frozenset(page.source.path for page in self._pages if page.has_distinct_ids)

    @property
    def targets(self) -> tuple[str | None, ...]:
        """The target documents, the default one (None) first; none where a page cannot be parsed or has no tags."""
        return self._tagged.targets() if self._tagged is not None else ()

    def read(self, vocabulary: AnyVocabulary, transformations: Transformations, target: str | None = None) -> Reading:
        """Read one target document, by default the one without a name; its findings are those of this target alone.

        `vocabulary` is one, or what finds one for the hrefs of the target's schema references; `transformations` finds
        what a format means. Facts are read as those of an instance are; what OIM cannot hold (tuples, fractions) is a
        finding.
        """
        if self._tagged is None:
            return Reading(None, MappingProxyType({}), ())
        document = TargetDocument(self._tagged, self._parts, target, transformations)
        report, locations = document.read(vocabulary)
        return Reading(report, locations, tuple(self._told()), document.instance())

    def _told(self) -> Iterator[Finding]:
        """What was found since the last time."""
        for page in self._pages:
            yield from page.source.findings
            page.source.findings.clear()


def read_inline_xbrl(
    documents: Sequence[Path | InlineDocument],
    vocabulary: AnyVocabulary,
    transformations: Transformations,
    target: str | None = None,
) -> Reading:
    """Read one target document of a document set, with all findings, as InlineDocumentSet has it."""
    parsed = InlineDocumentSet(documents)
    reading = parsed.read(vocabulary, transformations, target)
    return replace(reading, findings=(*parsed.findings, *reading.findings))


def _check(documents: DocumentSet) -> None:
    """Findings for all that is wrong whichever target is read."""
    check_structure(documents)
    check_references(documents)
    for tag in documents.of("nonFraction"):
        check_number(tag)
    check_fractions(documents)
    check_tuples(documents)


def _pages(documents: Sequence[Path | InlineDocument], findings: list[Finding]) -> list[Page | None]:
    """The pages, None for one that cannot be parsed; the findings on it are put into `findings`."""
    pages: list[Page | None] = []
    for document in documents:
        path, given, parsed = (str(document), document, None) if isinstance(document, Path) else document
        source = Source(path)
        content = content_of(given, path, source.findings)
        root = None if content is None else parse(content, source, takes_doctype=True, parsed=parsed)
        if root is None or content is None:
            findings += source.findings
            pages.append(None)
        else:
            source.place(root, content, _PLACED)
            pages.append(Page(root, source, content))
    return pages
