"""From a document set to the report of one target document (Inline XBRL 1.1 section 3)."""

from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from xbrlgen.findings import Finding, Location
from xbrlgen.readers.contents import content_of
from xbrlgen.readers.inline import rules
from xbrlgen.readers.inline.document_set import DocumentSet
from xbrlgen.readers.inline.fractions_and_tuples import check_fractions, check_tuples
from xbrlgen.readers.inline.numbers import check_number
from xbrlgen.readers.inline.page import Page
from xbrlgen.readers.inline.references import check_references
from xbrlgen.readers.inline.structure import check_roots, check_structure
from xbrlgen.readers.inline.target import TargetDocument
from xbrlgen.readers.inline.transformation import Transformations
from xbrlgen.readers.reading import AnyVocabulary, Reading
from xbrlgen.readers.xml_syntax.source import LINK, XBRLI, Source, parse

_PLACED = (rules.INLINE_1_1, rules.INLINE_1_0, XBRLI, LINK)
"""The namespaces of the elements that findings are about."""


class InlineDocument(NamedTuple):
    """One page of a document set: what findings call it, and its bytes."""

    name: str
    content: bytes


def read_inline_xbrl(
    documents: Sequence[Path | InlineDocument],
    vocabulary: AnyVocabulary,
    transformations: Transformations,
    target: str | None = None,
) -> Reading:
    """Read one target document of a document set, by default the one without a name.

    `vocabulary` is one, or what finds one for the hrefs of the target's schema references; `transformations` finds what
    a format means. Facts are read as those of an instance are; what OIM cannot hold (tuples, fractions) is a finding.
    Follows Inline XBRL 1.1, and 1.0 as far as it differs,
    https://www.xbrl.org/specification/inlinexbrl-part1/rec-2013-11-18/inlinexbrl-part1-rec-2013-11-18.html
    """
    findings: list[Finding] = []
    pages = _pages(documents, findings)
    sound = [page for page in pages if page is not None]
    read = DocumentSet(sound) if sound and len(sound) == len(documents) else None
    report, locations, instance = None, dict[str, Location](), None
    if read is not None and read.tags:
        _check(read)
        document = TargetDocument(read, target, transformations)
        report, locations = document.read(vocabulary)
        instance = document.instance()
    elif read is not None:
        check_roots(read)
        sound[0].fault(rules.NO_TAGS, "there is no tag of inline XBRL", sound[0].root)
    for page in sound:
        findings += page.source.findings
    return Reading(report, MappingProxyType(locations), tuple(findings), instance)


def _check(documents: DocumentSet) -> None:
    """Findings for all that is wrong whichever target is read."""
    check_structure(documents)
    check_references(documents)
    for tag in documents.of("nonFraction"):
        check_number(tag)
    check_fractions(documents)
    check_tuples(documents)


def target_names(documents: Sequence[Path | InlineDocument]) -> tuple[str | None, ...]:
    """The target documents of a set, the default one (None) first; none where a page cannot be parsed."""
    pages = [page for page in _pages(documents, []) if page is not None]
    return DocumentSet(pages).targets() if len(pages) == len(documents) else ()


def _pages(documents: Sequence[Path | InlineDocument], findings: list[Finding]) -> list[Page | None]:
    """The pages, None for one that cannot be parsed; the findings on it are put into `findings`."""
    pages: list[Page | None] = []
    for document in documents:
        path, given = (str(document), document) if isinstance(document, Path) else document
        source = Source(path)
        content = content_of(given, path, source.findings)
        root = None if content is None else parse(content, source, takes_doctype=True)
        if root is None or content is None:
            findings += source.findings
            pages.append(None)
        else:
            source.place(root, content, _PLACED)
            pages.append(Page(root, source, len(content)))
    return pages
