"""An instance whose simple items were let go while it was read; whoever needs their elements has them parsed again."""

from array import array
from collections.abc import Callable, Container, Iterator, Mapping
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING

from xbrlgen.findings import Location
from xbrlgen.instance import InstanceContext, InstanceDocument, PlacedItem
from xbrlgen.model import QName, Vocabulary
from xbrlgen.readers.xbrl_xml.items import TUPLE
from xbrlgen.readers.xml_syntax.children import UnstreamableError, kept
from xbrlgen.readers.xml_syntax.contexts import instance_context
from xbrlgen.readers.xml_syntax.source import LINK, OF_XBRL, XBRLI, XLINK, Source

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from xbrlgen.readers.xbrl_xml.item_rows import ItemRows
    from xbrlgen.readers.xbrl_xml.one_pass import OnePass
    from xbrlgen.readers.xml_syntax.children import Children, Parsed


class XmlInstance(InstanceDocument):
    """An instance of which `root` has references, links, units, tuples, and one context of those that are alike.

    `parse` begins to parse the document again. `is_valid` is whether the schema took it by which it was judged while it
    was read, and its ids and references are sound; `tags` are those of the children of the root that are no references.
    """

    def __init__(
        self,
        found: "OnePass",
        parse: "Callable[[], Children | Parsed]",
        vocabulary: Vocabulary | None,
        *,
        is_valid: bool,
    ) -> None:
        resources = found.resources
        super().__init__((found.root,), found.source.path, found.source.at, resources.contexts, resources.units)
        self.is_valid = is_valid and not found.is_unusual
        self.tags = frozenset(found.tags)
        self.unreported = tuple(found.unreported)
        self.is_beyond_oim = found.is_beyond_oim
        self._rows = found.rows
        self._tuples = sum(len(each) for (_, kind), each in found.left_out.items() if kind == TUPLE)
        self._parse = parse
        self._vocabulary = vocabulary
        self._lines: array[int] | None = None

    @property
    def count(self) -> int:
        """How many items and tuples there are."""
        return len(self._rows) + self._tuples

    def facts(self) -> "Iterator[Element]":
        """The elements of all items and tuples; they take far more memory than facts do."""
        return self.facts_in(self._kept(lambda child: not str(child.tag).startswith(OF_XBRL)))

    def facts_of(self, concepts: Container[QName]) -> "Iterator[Element]":
        """The elements of the items and tuples of these concepts."""
        root = self._kept(lambda child: len(child) > 0 or self.name(child) in concepts)
        return (each for each in self.facts_in(root) if self.name(each) in concepts)

    def structured(self) -> "Iterator[Element]":
        """The elements of tuples and fractions, and of all else that is no simple item."""
        return self.facts_in(self.root)

    def placements(self, alike: Mapping[str, str]) -> Iterator[tuple[QName, str]]:
        """Which concepts have items in which contexts, each pair once."""
        contexts = self._rows.contexts
        pairs = dict.fromkeys(zip(self._rows.tags, map(alike.get, contexts, contexts), strict=True))
        return ((QName.parse(tag), context or "") for tag, context in pairs)

    def placed_items(self) -> Iterator[PlacedItem]:
        """All items, those in tuples too."""
        names = {tag: QName.parse(tag) for tag in dict.fromkeys(self._rows.tags)}
        columns = zip(self._rows.tags, self._rows.contexts, self._rows.ids, strict=True)
        for number, (tag, context, identifier) in enumerate(columns):
            yield PlacedItem(names[tag], context, identifier, partial(self.place_of_row, number))

    def linked_root(self) -> "Element":
        """The root with the footnote links and all that their locators point at."""
        locators = (each for link in self.footnote_links for each in link.iterchildren(f"{LINK}loc"))
        pointers = {each.get(f"{XLINK}href", "").partition("#")[2] for each in locators}
        if not pointers:
            return self.root
        by_number = any("(" in each for each in pointers)

        def is_wanted(child: "Element") -> bool:
            return (
                by_number or str(child.tag).startswith(LINK) or any(each.get("id") in pointers for each in child.iter())
            )

        return self._kept(is_wanted)

    def contexts_in_full(self) -> Mapping[str, InstanceContext]:
        """The contexts with elements of their own, though many say the same."""
        root = self._kept(lambda child: child.tag == f"{XBRLI}context")
        aside = Source(self.path)
        read = (instance_context(each, aside, self._vocabulary) for each in root)
        return {context.id: context for context in read}

    def _kept(self, wanted: "Callable[[Element], bool]") -> "Element":
        """The root with the children that are wanted; with none where the file is no more what it was."""
        try:
            return kept(self._parse(), wanted)
        except UnstreamableError:
            return self.root.makeelement(self.root.tag)

    def place_of_row(self, number: int) -> Location:
        """Where the item in that row stands; what that takes of all plain items is found out with the first."""
        known = self._rows.places.get(number)
        if known is not None:
            return known
        if self._lines is None:
            self._lines = self._lines_of_items()
        child = self._rows.child(number)
        return Location(self.path, self._lines[child] if child < len(self._lines) else 0)

    def _lines_of_items(self) -> "array[int]":
        """The lines of all children of the root that are no elements of XBRL's own."""
        found, source = array("L"), Source(self.path)

        def is_wanted(child: "Element") -> bool:
            if not str(child.tag).startswith(OF_XBRL):
                found.append(source.at(child).line)
            return False

        self._kept(is_wanted)
        return found


class Places(Mapping[str, Location]):
    """Where the facts and footnotes of an instance stand, by their ids; `others` are those of all but plain items."""

    def __init__(self, document: XmlInstance, rows: "ItemRows", others: Mapping[str, Location]) -> None:
        self._document = document
        self._rows = rows
        self._others = others

    def __getitem__(self, identifier: str) -> Location:
        known = self._others.get(identifier)
        return known if known is not None else self._document.place_of_row(self._numbers[identifier])

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._others or identifier in self._numbers

    def __iter__(self) -> Iterator[str]:
        return chain(self._numbers, self._others)

    def __len__(self) -> int:
        return len(self._rows) - len(self._rows.places) + len(self._others)

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        places = self._rows.places
        return {name: number for number, name in enumerate(self._rows.ids) if number not in places}
