"""A target document as an instance: its contexts and units, and the tags that report its facts."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from xbrlgen.findings import Location
from xbrlgen.instance import InstanceContext, InstanceDocument
from xbrlgen.model import QName
from xbrlgen.readers.canonical import UnreadableError, collapsed
from xbrlgen.readers.inline.document_set import DocumentSet
from xbrlgen.readers.inline.fractions_and_tuples import tuple_of
from xbrlgen.readers.inline.page import Tag
from xbrlgen.readers.xml_syntax.source import XBRLI

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
    ) -> None:
        units = {collapsed(each.get("id", "")): each for _, each in documents.resources(f"{XBRLI}unit")}
        roots = tuple(page.root for page in documents.pages)
        super().__init__(roots, documents.pages[0].source.path, self._at, contexts, units)
        self._documents = documents
        self._target = target
        self._tags = tags
        self._pages = {page.root: page for page in documents.pages}

    @property
    def footnote_links(self) -> tuple["Element", ...]:
        """None: a page has relationships instead."""
        return ()

    def facts(self) -> Iterator["Element"]:
        """The tags of all facts for the target, those in others too."""
        return self._documents.elements(self._target)

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

    def _at(self, element: "Element") -> Location:
        return self._pages[element.getroottree().getroot()].source.at(element)
