"""Which files make up one report: pages that need each other are a document set (Inline XBRL 1.1 section 3.1)."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.loading import PAGES

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
    for path in dict.fromkeys(files):
        if path.suffix.lower() in PAGES:
            folders.setdefault(path.parent, []).append(path)
    for paths in folders.values():
        pages = [page for path in paths if (page := _page(path)) is not None] if len(paths) > 1 else []
        for page in pages:
            for other in _needed(page, [each for each in pages if each is not page]):
                _unite(sets, page.path, other.path)
    told: set[Path] = set()
    for path in files:
        if path not in told:
            together = [each for each in files if each in sets[path]]
            told.update(together)
            yield tuple(dict.fromkeys(together))


def _unite(sets: dict[Path, list[Path]], one: Path, other: Path) -> None:
    if sets[one] is not sets[other]:
        sets[one] += sets[other]
        for each in sets[other]:
            sets[each] = sets[one]


def _needed(page: _Page, others: Sequence[_Page]) -> Iterator[_Page]:
    """The pages without which `page` makes no report; of several that would do, the one with the most similar name."""
    missing = page.missing
    while missing and (found := max(others, key=lambda each: _fit(page, each, missing), default=None)) is not None:
        if not missing & found.ids:
            return
        yield found
        missing -= found.ids
    if not page.missing and not page.has_header:
        named = [each for each in others if page.path.stem.startswith(each.path.stem)]
        yield from named[:1]


def _fit(page: _Page, other: _Page, missing: frozenset[str]) -> tuple[int, int]:
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(page.path.name, other.path.name, strict=False))
    return len(missing & other.ids), sum(1 for _ in alike)


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
