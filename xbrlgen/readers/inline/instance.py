"""A target document as an instance: its contexts and units, and the tags that report its facts."""

from collections.abc import Container, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from xbrlgen.findings import Location
from xbrlgen.instance import InstanceContext, InstanceDocument, PlacedItem
from xbrlgen.model import QName, Vocabulary
from xbrlgen.readers.canonical import UnreadableError, collapsed
from xbrlgen.readers.inline.document_set import DocumentSet
from xbrlgen.readers.inline.fractions_and_tuples import tuple_of
from xbrlgen.readers.inline.page import Page, Tag
from xbrlgen.readers.inline.shapes import Shape
from xbrlgen.readers.inline.survey import target_of
from xbrlgen.readers.xml_syntax.contexts import instance_context
from xbrlgen.readers.xml_syntax.source import XBRLI, Source

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class InlineInstance(InstanceDocument):
    """The target document named `target` (None: the default one) of a set.

    Its contexts and units are those of the whole set, wherever they stand (Inline XBRL 1.1 section 14); each of its
    facts is the tag that reports it, at the place where the page shows it.
    """

    is_inline = True

    def __init__(
        self,
        documents: DocumentSet,
        target: str | None,
        contexts: Mapping[str, InstanceContext],
        tags: Mapping[str, Tag],
        vocabulary: Vocabulary | None,
    ) -> None:
        units = {collapsed(each.get("id", "")): each for _, each in documents.resources(f"{XBRLI}unit")}
        roots = tuple(page.root for page in documents.pages)
        pages = {page.root: page for page in documents.pages}
        # a method of its own would tie the instance, and with it the whole page, to itself beyond its use
        super().__init__(roots, documents.pages[0].source.path, partial(_place_in, pages), contexts, units)
        self._documents = documents
        self._target = target
        self._tags = tags
        self._vocabulary = vocabulary
        self._pages = pages

    @property
    def footnote_links(self) -> tuple["Element", ...]:
        """None: a page has relationships instead."""
        return ()

    @property
    def count(self) -> int:
        """How many items and tuples there are."""
        return sum(1 for _ in self._rows())

    def facts(self) -> Iterator["Element"]:
        """The tags of all facts for the target, those in others too."""
        return self._documents.elements(self._target)

    def facts_of(self, concepts: Container[QName]) -> Iterator["Element"]:
        """The tags of the facts of these concepts."""
        return (self._documents.fact(number).element for number, name, _, _ in self._rows() if name in concepts)

    def structured(self) -> Iterator["Element"]:
        """The tags that have elements in them, and some others."""
        return (tag.element for tag in self._documents.unusual if tag.target == self._target)

    def placements(self, alike: Mapping[str, str]) -> Iterator[tuple[QName, str]]:
        """Which concepts have items in which contexts; of plain tags each pair once, then of the others."""
        known: dict[Shape | None, QName] = {}
        for page in self._documents.pages:
            survey = page.survey
            for shape in dict.fromkeys(survey.shapes):
                if shape is not None and shape.target == self._target and (name := _name_of(shape, page)) is not None:
                    known[shape] = name
            contexts = map(alike.get, survey.contexts, survey.contexts)
            for shape, context in dict.fromkeys(zip(survey.shapes, contexts, strict=True)):
                if shape in known:
                    yield known[shape], alike.get(context.strip(), context.strip())
        for _, other, where, _ in self._rows(known):
            if other is not None and where is not None:
                yield other, alike.get(where.strip(), where.strip())

    def placed_items(self) -> Iterator[PlacedItem]:
        """All items, but for those whose concept cannot be resolved."""
        for number, name, context, identifier in self._rows():
            if name is not None and context is not None:
                yield PlacedItem(name, context.strip(), identifier, partial(self._place_of, number))

    def _place_of(self, number: int) -> Location:
        return self.place(self._documents.fact(number).element)

    def _rows(self, known: Container[Shape | None] = ()) -> Iterator[tuple[int, QName | None, str | None, str]]:
        """The number of each fact for the target, its concept, context (None for a tuple) and id, as written.

        Plain tags of shapes that are `known` are passed over.
        """
        for start, page in zip(self._documents.starts, self._documents.pages, strict=True):
            names: dict[Shape, QName | None] = {}
            for number, (shape, context, identifier, _) in enumerate(page.survey.facts()):
                if shape is None:
                    element = page.survey.unusual[number]
                    if target_of(element) == self._target:
                        context_or_none = None if self.is_tuple(element) else element.get("contextRef", "")
                        yield start + number, self.name(element), context_or_none, element.get("id", "")
                elif shape.target == self._target and shape not in known:
                    if shape not in names:
                        names[shape] = _name_of(shape, page)
                    yield start + number, names[shape] or self.name(page.element(number)), context, identifier

    def contexts_in_full(self) -> Mapping[str, InstanceContext]:
        """The contexts with elements of their own, though many say the same."""
        read = (
            instance_context(element, Source(page.source.path), self._vocabulary)
            for page, element in self._documents.resources(f"{XBRLI}context")
        )
        return {context.id: context for context in read}

    def inline_tags(self, kind: str) -> Iterator["Element"]:
        """The tags of one kind, other than those that report facts."""
        return (tag.element for tag in self._documents.of(kind))

    def is_tuple(self, element: "Element") -> bool:
        """Whether a tag is ix:tuple."""
        return str(element.tag).endswith("}tuple")

    def name(self, element: "Element") -> QName | None:
        """The concept that a tag names, None where it names none that can be resolved."""
        pages = self._documents.pages
        page = pages[0] if len(pages) == 1 else self._pages[element.getroottree().getroot()]
        try:
            return page.name(element.get("name", ""), element)
        except UnreadableError:
            return None

    def parents(self, element: "Element") -> tuple["Element", ...]:
        """The ix:tuple elements that a tag belongs to, the nearest first, and the root of the first page."""
        found: dict[Element, None] = {}
        current: Tag | None = self._tag(element)
        while self._documents.tuples_exist and current is not None and current.element not in found:
            current = tuple_of(current, self._documents)
            if current is not None:
                found[current.element] = None
        return (*found, self.root)

    def elements_of_facts(self) -> Mapping[str, "Element"]:
        """The tags of facts by the ids that the report gives these."""
        return {name: tag.element for name, tag in self._tags.items()}

    def _tag(self, element: "Element") -> Tag:
        page = self._pages[element.getroottree().getroot()]
        return Tag.of(page, element, str(element.tag).removeprefix(page.namespace))

    def path_of(self, element: "Element") -> str:
        """The page that an element is on, as findings call it."""
        return self._pages[element.getroottree().getroot()].source.path


def _place_in(pages: Mapping["Element", Page], element: "Element") -> Location:
    """Where an element stands on the page that it is on."""
    return pages[element.getroottree().getroot()].source.at(element)


def _name_of(shape: Shape, page: Page) -> QName | None:
    """The concept that tags of a shape name; None where it depends on the tag, or cannot be resolved."""
    return page.name_on_root(shape.attributes.get("name", ""))
