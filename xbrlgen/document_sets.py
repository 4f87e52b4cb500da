"""Which files make up one report: pages that need each other are a document set (Inline XBRL 1.1 section 3.1)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.syntaxes import PAGES

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_IDS = "//@id | //@tupleID | //@footnoteID"
_REFERENCES = "//@contextRef | //@unitRef | //@continuedAt | //@fromRefs | //@toRefs | //@footnoteRefs | //@tupleRef"
_HEADER = "boolean(//*[local-name() = 'header' and contains(namespace-uri(), 'inlineXBRL')])"


class _Page(NamedTuple):
    """A page: the ids that it has, and those that it refers to without having them."""

    path: Path
    ids: frozenset[str]
    missing: frozenset[str]
    has_header: bool


def grouped(files: Sequence[Path]) -> Iterator[tuple[Path, ...]]:
    """The files in order, each by itself; but pages in one folder that need each other are together.

    A page needs the one with the contexts, units, texts or notes that it refers to and does not have; one without an
    ix:header and such references needs the page with whose name its own begins. Raises OSError for a page that cannot
    be read.
    """
    sets: dict[Path, list[Path]] = {path: [path] for path in files}
    folders: dict[Path, list[Path]] = {}
    for path in sets:
        if path.suffix.lower() in PAGES:
            folders.setdefault(path.parent, []).append(path)
    for paths in folders.values():
        pages = [page for path in paths if (page := _page(path)) is not None] if len(paths) > 1 else []
        for one, other in _bound(pages):
            _unite(sets, one.path, other.path)
    places = {path: place for place, path in enumerate(sets)}
    told: set[Path] = set()
    for path, together in sets.items():
        if path not in told:
            told.update(together)
            yield tuple(sorted(together, key=places.__getitem__))


def _unite(sets: dict[Path, list[Path]], one: Path, other: Path) -> None:
    if sets[one] is not sets[other]:
        fewer, more = sorted((sets[one], sets[other]), key=len)
        more += fewer
        for each in fewer:
            sets[each] = more


def _bound(pages: Sequence[_Page]) -> Iterator[tuple[_Page, _Page]]:
    """Each page of a folder with those that it needs; found by what they have, so that a set may be of many pages."""
    missed = frozenset[str]().union(*(page.missing for page in pages))
    holders: dict[str, list[int]] = {}
    by_stem: dict[str, list[int]] = {}
    for number, page in enumerate(pages):
        by_stem.setdefault(page.path.stem, []).append(number)
        for each in page.ids & missed:
            holders.setdefault(each, []).append(number)
    for number, page in enumerate(pages):
        if page.missing:
            yield from ((page, other) for other in _needed(page, pages, holders))
        elif not page.has_header:
            stem = page.path.stem
            named = [each for end in range(len(stem) + 1) for each in by_stem.get(stem[:end], ()) if each != number]
            yield from ((page, pages[each]) for each in sorted(named)[:1])


def _needed(page: _Page, pages: Sequence[_Page], holders: Mapping[str, Sequence[int]]) -> Iterator[_Page]:
    """The pages without which `page` makes no report; of several that would do, the one with the most similar name."""
    missing = page.missing
    while counts := Counter(number for each in missing for number in holders.get(each, ())):
        found = pages[max(sorted(counts), key=lambda number: (counts[number], _likeness(page, pages[number])))]
        yield found
        missing -= found.ids


def _likeness(page: _Page, other: _Page) -> int:
    """How many letters the names begin with in common."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(page.path.name, other.path.name, strict=False))
    return sum(1 for _ in alike)


def _page(path: Path) -> _Page | None:
    """What a page has and lacks; None where it cannot be parsed, which its reader tells."""
    from xbrlgen.readers.xml_syntax.source import Source, parse

    root = parse(path.read_bytes(), Source(str(path)), takes_doctype=True)
    if root is None:
        return None
    ids, references = (frozenset(_words(root, each)) for each in (_IDS, _REFERENCES))
    return _Page(path, ids, references - ids, bool(root.xpath(_HEADER)))


def _words(root: "Element", expression: str) -> Iterator[str]:
    found = root.xpath(expression, smart_strings=False)
    for value in found if isinstance(found, list) else ():
        yield from str(value).split()
