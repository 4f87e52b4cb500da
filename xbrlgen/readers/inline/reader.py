"""From a document set to the report of one target document (Inline XBRL 1.1 section 3)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
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
from xbrlgen.readers.inline.plain_tags import TakenTags, Watch
from xbrlgen.readers.inline.references import check_references
from xbrlgen.readers.inline.structure import check_roots, check_structure
from xbrlgen.readers.inline.target import Parts, TargetDocument
from xbrlgen.readers.inline.transformation import Transformations
from xbrlgen.readers.reading import AnyVocabulary, Reading
from xbrlgen.readers.xml_syntax.source import LINK, XBRLI, Source, parse

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ParsePage = Callable[[bytes, Watch], "Element | None"]
"""Parses and judges a page; None for one that it does not take, which is then parsed by the reader."""
_PLACED = (rules.INLINE_1_1, rules.INLINE_1_0, XBRLI, LINK)
"""The namespaces of the elements that findings are about."""


def _unparsed(_content: bytes, _watch: Watch) -> None:
    """What parses no page."""


class InlineDocument(NamedTuple):
    """One page of a document set: what findings call it, its bytes, and what parses it if it takes it, showing tags."""

    name: str
    content: bytes
    parse: ParsePage = _unparsed


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
        return _WholeRoots({page.source.path: page for page in self._pages})

    @property
    def bare_roots(self) -> Mapping[str, "Element"]:
        """The same for those who look at no tag that reports a fact: some of these may have lost their attributes."""
        return {page.source.path: page.root for page in self._pages}

    @property
    def taken(self) -> frozenset[str]:
        """Which pages were parsed and judged by those who gave them, by what findings call them."""
        return frozenset(page.source.path for page in self._pages if page.is_judged)

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
        path, given, judged = (str(document), document, _unparsed) if isinstance(document, Path) else document
        source = Source(path)
        content = content_of(given, path, source.findings)
        page = None if content is None else _page(content, source, judged)
        if page is None:
            findings += source.findings
        pages.append(page)
    return pages


def _page(content: bytes, source: Source, judged: ParsePage) -> Page | None:
    """A page, None with findings for one that cannot be parsed."""
    taken = TakenTags()
    accepted = judged(content, taken.watch)
    root = parse(content, source, takes_doctype=True, parsed=accepted)
    if root is None:
        return None
    source.place(root, content, _PLACED)
    is_judged = accepted is not None
    return Page(root, source, content, taken if is_judged else TakenTags(), is_judged=is_judged)


class _WholeRoots(Mapping[str, "Element"]):
    """The roots of pages with all attributes, which are put back where a root is asked for."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        self._pages = pages

    def __getitem__(self, name: str) -> "Element":
        return self._pages[name].whole_root

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)
