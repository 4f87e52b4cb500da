"""The facts of a target document, each made from the tag that reports it (Inline XBRL 1.1 sections 10.2 and 11.2)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from xbrlgen.model import Concept, Fact, QName
from xbrlgen.readers.canonical import UnreadableError
from xbrlgen.readers.inline import rules
from xbrlgen.readers.inline.continuations import Chains
from xbrlgen.readers.inline.document_set import DocumentSet
from xbrlgen.readers.inline.fractions_and_tuples import tuple_of
from xbrlgen.readers.inline.numbers import number_content
from xbrlgen.readers.inline.page import Page, Tag
from xbrlgen.readers.inline.texts import text_content
from xbrlgen.readers.inline.transformation import Transformations
from xbrlgen.readers.inline.usual_numbers import UsualNumbers
from xbrlgen.readers.xml_syntax.items import Item, Items, is_nil, own_ids

_ITEMS = frozenset({"nonFraction", "nonNumeric"})
_MOST_REPETITION = 20
"""How many times the size of its pages the values of a report may have: texts within texts are reported each."""


def _declared(concept: Concept) -> str:
    """The kind of tag that reports a concept, empty for an item of one value."""
    if concept.item_type is None:
        return "tuple"
    return "fraction" if concept.item_type.name.local_name == "fractionItemType" else ""


@dataclass(slots=True)
class Facts:
    """What reading a fact needs of the rest of the set."""

    documents: DocumentSet
    items: Items
    chains: Chains
    transformations: Transformations
    _taken: set[str] = field(init=False)
    _used: set[str] = field(default_factory=set)
    _kinds: dict[QName, str] = field(default_factory=dict)
    _usual: dict[Page, UsualNumbers] = field(default_factory=dict)
    _left: int = field(init=False)

    def __post_init__(self) -> None:
        self._taken = set(self.documents.ids)
        self._left = _MOST_REPETITION * sum(page.size for page in self.documents.pages)
        if not self.documents.tuples_exist:
            pages = self.documents.pages
            self._usual = {page: UsualNumbers(page, self.items, self.transformations) for page in pages}

    def of(self, target: str | None) -> Iterator[tuple[Fact, Tag]]:
        """The facts for `target`, in document order; one that cannot be read is left out, with findings."""
        for number, tag in enumerate(self.documents.facts, start=1):
            if tag.target == target:
                fact = self._read(tag, self._id(tag, number))
                if fact is not None:
                    yield fact, tag

    def _id(self, tag: Tag, number: int) -> str:
        identifier = tag.id
        if not identifier or identifier in self._used:
            identifier = next(each for each in own_ids(number) if each not in self._taken)
            self._taken.add(identifier)
        self._used.add(identifier)
        return identifier

    def _read(self, tag: Tag, identifier: str) -> Fact | None:
        usual = self._usual.get(tag.page) if tag.kind == "nonFraction" and self._left >= 0 else None
        return (usual and usual.fact(tag, identifier)) or self._read_carefully(tag, identifier)

    def _read_carefully(self, tag: Tag, identifier: str) -> Fact | None:
        name = self._name(tag, identifier)
        if name is None or not self._is_item(tag, name):
            return None
        content = "" if is_nil(tag.element) else self._content(tag, identifier)
        if content is None:
            return None
        in_tuple = self.documents.tuples_exist and tuple_of(tag, self.documents) is not None
        return self.items.fact(Item(identifier, name, tag.element, tag.page.source, content, tag.section, in_tuple))

    def _name(self, tag: Tag, identifier: str) -> QName | None:
        try:
            name = tag.name("name")
            problem = "has no name"
        except UnreadableError as error:
            name, problem = None, f"has a name that cannot be resolved: {error}"
        if name is None:
            tag.fault(rules.ATTRIBUTE, f"{tag} {problem}", fact=identifier)
        return name

    def _is_item(self, tag: Tag, name: QName) -> bool:
        """Whether a fact is an item of one value (xBRL-XML 1.0 sections 2.1.4 and 2.1.5), and tagged as what it is."""
        kind = self._kinds.get(name)
        if kind is None:
            concept = self.items.concept(name)
            kind = self._kinds[name] = "" if concept is None else _declared(concept)
        if not kind and tag.kind in _ITEMS:
            return True
        fault = tag.page.source.fault
        kind = kind or tag.kind if self.items.concept(name) is None else kind
        if "tuple" in {kind, tag.kind}:
            what = f"{name} is a tuple; its facts are left out"
            fault("XG160", what, tag.element, standard="xbrlxe:unsupportedTuple")
        elif (kind == "fraction") != (tag.kind == "fraction"):
            tag.fault(rules.FRACTION_DECLARATION, f"{tag} does not fit its concept: one of them is a fraction")
        else:
            what = f"{name} is a fraction; it is left out"
            fault("XG160", what, tag.element, standard="xbrlxe:unsupportedFraction")
        return False

    def _content(self, tag: Tag, identifier: str) -> Decimal | str | None:
        if self._left < 0:
            return None
        if tag.kind == "nonFraction":
            return number_content(tag, self.transformations, identifier)
        content = text_content(tag, self.chains, self.transformations, identifier)
        self._left -= len(content or "")
        if self._left < 0:
            what = f"texts within texts make more than {_MOST_REPETITION} times the size of the pages"
            left_out = f"{what}; {tag} and all facts after it are left out"
            tag.page.source.fault("XG161", left_out, tag.element, fact=identifier)
            return None
        return content
