"""An inline XBRL document set: one or more pages that make up a report together (Inline XBRL 1.1 section 3.1)."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from xbrlgen.readers.canonical import collapsed
from xbrlgen.readers.inline import rules
from xbrlgen.readers.inline.page import Page, Tag
from xbrlgen.readers.inline.shapes import OF_RESOURCES

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class DocumentSet:
    """The pages of a set and their tags, by kind and by id.

    Of the facts those that are not plain are at hand; `starts` are the numbers of the first one of each page, among all
    facts of the set.
    """

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = tuple(pages)
        self.has_tags = any(page.has_tags for page in self.pages)
        surveys = [page.survey for page in self.pages]
        self.tuples_exist = any(kind == "tuple" for each in surveys for kind in each.kinds_of_unusual())
        self.has_unique_ids = _are_unique(self.pages)
        if not self.has_unique_ids:
            _find_repeated(self.pages)
        if self.tuples_exist or not all(each.has_tidy_ids for each in surveys):
            for page in self.pages:
                page.doubt()
        self.starts = tuple(accumulate((len(each.shapes) for each in surveys), initial=0))[:-1]
        self.unusual = tuple(page.fact(number) for page in self.pages for number in page.survey.unusual)
        self._kinds = self._sorted_out()
        named = ((tag.get("tupleID"), tag) for tag in reversed(tuple(self.of("tuple"))))
        self.tuples = {identifier: tag for identifier, tag in named if identifier}

    def _sorted_out(self) -> dict[str, list[Tag]]:
        """The tags by kind, without plain ones."""
        kinds: dict[str, list[Tag]] = {}
        for tag in self.unusual:
            kinds.setdefault(tag.kind, []).append(tag)
        for page in self.pages:
            for kind, elements in page.survey.others.items():
                kinds.setdefault(kind, []).extend(Tag.of(page, each, kind) for each in elements)
        return kinds

    def elements(self, target: str | None) -> "Iterator[Element]":
        """The elements of the tags that report facts for `target`, in document order."""
        for page in self.pages:
            yield from page.facts if [*self.first_facts] == [target] else page.facts_for(target)

    def fact(self, number: int) -> Tag:
        """The tag of a fact by its number."""
        page = bisect_right(self.starts, number) - 1
        return self.pages[page].fact(number - self.starts[page])

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id of the pages."""
        return frozenset(chain.from_iterable(page.ids() for page in self.pages))

    def of(self, *kinds: str) -> Iterator[Tag]:
        """The tags of these kinds that are not plain, in document order where it is one kind."""
        for kind in kinds:
            yield from self._kinds.get(kind, ())

    @cached_property
    def _ids(self) -> dict[str, Tag]:
        tags = chain.from_iterable(page.tags() for page in self.pages)
        found: dict[str, Tag] = {}
        for tag in tags:
            found.setdefault(tag.id, tag)
        return found

    def tag(self, identifier: str) -> Tag | None:
        """The tag with that id."""
        return self._ids.get(identifier) if identifier else None

    @cached_property
    def first_facts(self) -> dict[str | None, int]:
        """The number of the first fact for each target document that facts are for."""
        first: dict[str | None, int] = {}
        for start, page in zip(self.starts, self.pages, strict=True):
            for target, number in page.survey.targets.items():
                first.setdefault(target, start + number)
        return first

    def targets(self) -> tuple[str | None, ...]:
        """The target documents that facts or references name, the default one (None) first."""
        named = {*self.first_facts, *(tag.target for tag in self.of("references"))}
        return tuple(sorted(named, key=lambda target: (target is not None, target or "")))

    def resources(self, tag: str) -> Iterator[tuple[Page, "Element"]]:
        """The elements named `tag` (in Clark notation) of all ix:resources."""
        for resources in self.of("resources"):
            for element in resources.element.iterchildren(tag):
                yield resources.page, element


def _are_unique(pages: Sequence[Page]) -> bool:
    """Whether no id is there twice in the whole set, as in nearly all."""
    if len(pages) == 1 or not all(page.has_distinct_ids for page in pages):
        return all(page.has_distinct_ids for page in pages)
    found = [page.ids() for page in pages]
    return len(frozenset().union(*found)) == sum(map(len, found))


def _find_repeated(pages: Sequence[Page]) -> None:
    """Findings for ids: each stands once in a page, and those of tags, contexts and units once in the set."""
    places: dict[str, Page] = {}
    for page in pages:
        seen: set[str] = set()
        for element in page.whole_root.iter("*"):
            identifier = element.get("id")
            if identifier is None:
                continue
            identifier, tag = collapsed(identifier), str(element.tag)
            is_shared = tag.startswith(page.namespace) or tag in OF_RESOURCES
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
    if tag in OF_RESOURCES:
        return rules.REPEATED_RESOURCE_ID
    return rules.REPEATED_REFERENCES_ID if tag == f"{page.namespace}references" else rules.REPEATED_ID
