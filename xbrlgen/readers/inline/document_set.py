"""An inline XBRL document set: one or more pages that make up a report together (Inline XBRL 1.1 section 3.1)."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from xbrlgen.readers.canonical import collapsed
from xbrlgen.readers.inline import rules
from xbrlgen.readers.inline.page import Page, Tag
from xbrlgen.readers.xml_syntax.source import XBRLI

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

FACTS = ("nonFraction", "nonNumeric", "fraction", "tuple")
"""The tags that report facts."""

_RESOURCES = frozenset({f"{XBRLI}context", f"{XBRLI}unit"})


class DocumentSet:
    """The pages of a set and their tags, by kind and by id."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = tuple(pages)
        self.tags = tuple(tag for page in self.pages for tag in page.tags())
        self._kinds: dict[str, list[Tag]] = {}
        self._ids: dict[str, Tag] = {}
        for tag in self.tags:
            self._kinds.setdefault(tag.kind, []).append(tag)
            self._ids.setdefault(tag.id, tag)
        self.facts = tuple(tag for tag in self.tags if tag.kind in FACTS)
        named = ((tag.get("tupleID"), tag) for tag in reversed(tuple(self.of("tuple"))))
        self.tuples = {identifier: tag for identifier, tag in named if identifier}
        self.tuples_exist = "tuple" in self._kinds
        self.ids = frozenset(_checked_ids(self.pages))

    def of(self, *kinds: str) -> Iterator[Tag]:
        """The tags of these kinds, in document order where it is one kind."""
        for kind in kinds:
            yield from self._kinds.get(kind, ())

    def tag(self, identifier: str) -> Tag | None:
        """The tag with that id."""
        return self._ids.get(identifier) if identifier else None

    def targets(self) -> tuple[str | None, ...]:
        """The target documents that facts or references name, the default one (None) first."""
        named = dict.fromkeys(tag.target for tag in (*self.facts, *self.of("references")))
        return tuple(sorted(named, key=lambda target: (target is not None, target or "")))

    def resources(self, tag: str) -> Iterator[tuple[Page, "Element"]]:
        """The elements named `tag` (in Clark notation) of all ix:resources."""
        for resources in self.of("resources"):
            for element in resources.element.iterchildren(tag):
                yield resources.page, element


def _checked_ids(pages: Sequence[Page]) -> Iterator[str]:
    """Every id of the pages, with findings for those that are given twice."""
    if not _are_unique([page.ids for page in pages]):
        _find_repeated(pages)
    for page in pages:
        yield from page.ids


def _are_unique(found: Sequence[Sequence[str]]) -> bool:
    return len(frozenset().union(*found)) == sum(map(len, found))


def _find_repeated(pages: Sequence[Page]) -> None:
    """Each id stands once in a page, and those of tags, contexts and units once in the set."""
    places: dict[str, Page] = {}
    for page in pages:
        seen: set[str] = set()
        for element in page.root.iter("*"):
            identifier = element.get("id")
            if identifier is None:
                continue
            identifier, tag = collapsed(identifier), str(element.tag)
            is_shared = tag.startswith(page.namespace) or tag in _RESOURCES
            if identifier in seen or (is_shared and identifier in places):
                other = places.get(identifier, page)
                what = f"the id {identifier!r} is given twice"
                message = what if other is page else f"{what}, here and in {other.source.path}"
                rule = _rule(tag, page)
                if is_shared and (rule is not rules.REPEATED_ID or identifier not in seen):
                    page.fault(rule, message, element, kind=tag.rpartition("}")[2])
                else:
                    page.source.fault("XG153", message, element)
            elif is_shared:
                places[identifier] = page
            seen.add(identifier)


def _rule(tag: str, page: Page) -> rules.Rule:
    if tag in _RESOURCES:
        return rules.REPEATED_RESOURCE_ID
    return rules.REPEATED_REFERENCES_ID if tag == f"{page.namespace}references" else rules.REPEATED_ID
