"""An instance as XBRL 2.1 knows it: with tuples, fractions, segments and scenarios, which no report model has."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Container as AnyContainer
from functools import cached_property, partial
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Location
from xbrlgen.instance.context import Container, InstanceContext
from xbrlgen.model import Fact, QName

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

XBRLI = "{http://www.xbrl.org/2003/instance}"
LINK = "{http://www.xbrl.org/2003/linkbase}"
_OF_XBRL = (XBRLI, LINK)
_LINKS = (f"{LINK}footnoteLink", f"{LINK}roleRef", f"{LINK}arcroleRef")


class PlacedItem(NamedTuple):
    """An item with the ids of its context and of itself, as written; `place` says where it stands."""

    concept: QName
    context: str
    id: str
    place: Callable[[], Location]


class InstanceDocument:
    """An instance over the elements that its reader parsed; nothing is kept for each fact.

    `roots` is the root of an instance, or those of the pages of an inline document set. `contexts` and `units` are by
    id, the last of those that share one. Follows XBRL 2.1 section 4,
    https://www.xbrl.org/Specification/XBRL-2.1/REC-2003-12-31/XBRL-2.1-REC-2003-12-31+corrected-errata-2013-02-20.html
    """

    is_inline = False

    def __init__(
        self,
        roots: tuple["Element", ...],
        path: str,
        place: Callable[["Element"], Location],
        contexts: Mapping[str, InstanceContext],
        units: Mapping[str, "Element"],
    ) -> None:
        self.roots = roots
        self.path = path
        self.place = place
        self.contexts = contexts
        self.units = units
        self._names: dict[str, QName] = {}
        self.url = path
        """What its relative references start from: another than its path where it lies in a package."""
        self.unreported: tuple[Fact, ...] = ()
        """Facts that the rules judge, and that no report can hold: those in tuples and of contexts beyond OIM."""
        self.is_beyond_oim = False
        """Whether there are such facts outside of tuples."""

    @property
    def root(self) -> "Element":
        """The root of the instance, or of its first page."""
        return self.roots[0]

    @property
    def footnote_links(self) -> tuple["Element", ...]:
        """The footnote links; a page has relationships instead."""
        return tuple(self.root.iterchildren(f"{LINK}footnoteLink"))

    @property
    def has_links(self) -> bool:
        """Whether there are footnote links, or references to roles that they may have."""
        return next(self.root.iterchildren(*_LINKS), None) is not None

    def path_of(self, _element: "Element") -> str:
        """The document that an element is in, as findings call it."""
        return self.path

    @property
    def count(self) -> int:
        """How many items and tuples there are."""
        return sum(1 for _ in self.facts())

    def facts(self) -> Iterator["Element"]:
        """The elements of all items and tuples in document order, those in tuples too."""
        return self.facts_in(self.root)

    def facts_of(self, concepts: AnyContainer[QName]) -> Iterator["Element"]:
        """The elements of the items and tuples of these concepts."""
        return (element for element in self.facts() if self.name(element) in concepts)

    def structured(self) -> Iterator["Element"]:
        """The elements of tuples and fractions; there may be others among them."""
        return self.facts()

    def facts_in(self, root: "Element") -> Iterator["Element"]:
        """The elements of items and tuples in the root of an instance."""
        for element in root.iterchildren("*"):
            if not str(element.tag).startswith(_OF_XBRL):
                yield element
                if len(element) and element.get("contextRef") is None:
                    yield from (each for each in element.iterdescendants("*") if not _is_of_xbrl(each))

    def inline_tags(self, _kind: str) -> Iterator["Element"]:
        """The tags of one kind in pages of inline XBRL, other than those of facts; none in an instance."""
        return iter(())

    def placements(self, alike: Mapping[str, str]) -> Iterator[tuple[QName, str]]:
        """Which concepts have items in which contexts; `alike` gives for a context the one that stands for it."""
        return ((each.concept, alike.get(each.context, each.context)) for each in self.placed_items())

    def placed_items(self) -> Iterator[PlacedItem]:
        """All items, those in tuples too, but for those whose concept cannot be resolved."""
        for each in self.items():
            name = self.name(each)
            if name is not None:
                context, identifier = each.get("contextRef", "").strip(), each.get("id", "")
                yield PlacedItem(name, context, identifier, partial(self.place, each))

    def linked_root(self) -> "Element":
        """The root with the footnote links and all that their locators point at."""
        return self.root

    @cached_property
    def containers(self) -> Sequence[Container]:
        """The segments and scenarios of the contexts, each once however many contexts share it."""
        pairs = map(attrgetter("segment", "scenario"), self.contexts.values())
        return tuple({id(each): each for each in chain.from_iterable(pairs)}.values())

    def contexts_in_full(self) -> Mapping[str, InstanceContext]:
        """The contexts, each with elements of its own."""
        return self.contexts

    def items(self) -> Iterator["Element"]:
        """The elements of all items, those in tuples too."""
        return (element for element in self.facts() if not self.is_tuple(element))

    def tuples(self) -> Iterator["Element"]:
        """The elements of all tuples, those in tuples too."""
        return (element for element in self.facts() if self.is_tuple(element))

    def is_tuple(self, element: "Element") -> bool:
        """Whether the element of a fact is that of a tuple: it has no context."""
        return element.get("contextRef") is None

    def parents(self, element: "Element") -> tuple["Element", ...]:
        """The tuples that the element of a fact is in, the nearest first, and the root."""
        return tuple(element.iterancestors())

    def elements_of_facts(self) -> Mapping[str, "Element"]:
        """The tags of facts by the ids that a report gives them; none but pages need this to know the values."""
        return {}

    def name(self, element: "Element") -> QName | None:
        """The concept of the element of a fact; None where a page names none that can be resolved."""
        tag = str(element.tag)
        known = self._names.get(tag)
        if known is None:
            known = self._names[tag] = QName.parse(tag)
        return known


def _is_of_xbrl(element: "Element") -> bool:
    return str(element.tag).startswith(_OF_XBRL)
