"""The facts of a target document, each made from the tag that reports it (Inline XBRL 1.1 sections 10.2 and 11.2)."""

from array import array
from decimal import Decimal

from xbrlgen.model import Concept, Fact, QName
from xbrlgen.readers.canonical import UnreadableError
from xbrlgen.readers.inline import rules
from xbrlgen.readers.inline.continuations import Chains
from xbrlgen.readers.inline.document_set import DocumentSet
from xbrlgen.readers.inline.fractions_and_tuples import tuple_of
from xbrlgen.readers.inline.numbers import number_content
from xbrlgen.readers.inline.page import Page, Tag
from xbrlgen.readers.inline.plain_facts import PlainFact, PlainFacts
from xbrlgen.readers.inline.texts import text_content
from xbrlgen.readers.inline.transformation import Transformations
from xbrlgen.readers.xml_syntax.items import Item, Items, is_nil, language_of, own_ids

_ITEMS = frozenset({"nonFraction", "nonNumeric"})
_MOST_REPETITION = 20
"""How many times the size of its pages the values of a report may have: texts within texts are reported each."""


def _declared(concept: Concept) -> str:
    """The kind of tag that reports a concept, empty for an item of one value."""
    if concept.item_type is None:
        return "tuple"
    return "fraction" if concept.item_type.name.local_name == "fractionItemType" else ""


class Facts:
    """The facts of a target document as they are read, and what reading one needs of the rest of the set.

    `numbers` are those of their tags among all in the set that report facts.
    """

    def __init__(self, documents: DocumentSet, items: Items, chains: Chains, transformations: Transformations) -> None:
        self.facts: list[Fact] = []
        self.numbers = array("L")
        self._documents = documents
        self._items = items
        self._chains = chains
        self._transformations = transformations
        self._used: set[str] = set()
        self._kinds: dict[QName, str] = {}
        self._left = _MOST_REPETITION * sum(page.size for page in documents.pages)

    def read(self, target: str | None) -> None:
        """Read the facts for `target`, in document order; one that cannot be read is left out, with findings."""
        for start, page in zip(self._documents.starts, self._documents.pages, strict=True):
            self._read_page(page, start, target)

    def _read_page(self, page: Page, start: int, target: str | None) -> None:
        """One loop that does little for each plain tag: there may be a million."""
        plain_facts = PlainFacts(page, self._items, self._transformations)
        contexts = {name: each for name, each in self._items.contexts.items() if each and not each.beyond_oim}
        has_own_ids, new = self._documents.has_unique_ids, tuple.__new__
        for number, (shape, reference, identifier, text) in enumerate(page.survey.facts()):
            if shape is not None and shape.target != target:
                continue
            plain, context = plain_facts[shape], contexts.get(reference)
            value, language = None, None
            if plain and context and self._left >= 0:
                value = plain.content(text)
                if isinstance(value, str):
                    value, language = self._text(value, plain, page, number)
            if plain is None or context is None or value is None:
                self._read_unusual(page.fact(number), start + number, target)
                continue
            name = identifier if has_own_ids and identifier else self._id(identifier, start + number)
            _, entity, period, dimensions, _ = context
            fact = (name, plain.concept, entity, period, value, plain.unit, plain.decimals, language, dimensions)
            self.facts.append(new(Fact, fact))  # what Fact(...) does, in half of the time
            self.numbers.append(start + number)

    def _text(self, content: str, plain: PlainFact, page: Page, number: int) -> tuple[str | None, str | None]:
        """The value and the language of a text; no value where there have been too many texts."""
        if len(content) > self._left:
            return None, None
        self._left -= len(content)
        value = content if plain.value is None else plain.value(content)
        return value, plain.language if plain.is_stated else language_of(page.element(number), self._items.language)

    def _read_unusual(self, tag: Tag, number: int, target: str | None) -> None:
        """Read the fact of any tag."""
        if tag.target == target and (fact := self._read_carefully(tag, self._id(tag.id, number))) is not None:
            self.facts.append(fact)
            self.numbers.append(number)

    def _id(self, identifier: str, number: int) -> str:
        """The id of a fact: its own, or one that no other has."""
        if not identifier or identifier in self._used:
            taken = self._documents.ids
            identifier = next(each for each in own_ids(number + 1) if each not in taken and each not in self._used)
        self._used.add(identifier)
        return identifier

    def _read_carefully(self, tag: Tag, identifier: str) -> Fact | None:
        name = self._name(tag, identifier)
        if name is None or not self._is_item(tag, name):
            return None
        content = "" if is_nil(tag.element) else self._content(tag, identifier)
        if content is None:
            return None
        in_tuple = self._documents.tuples_exist and tuple_of(tag, self._documents) is not None
        return self._items.fact(Item(identifier, name, tag.element, tag.page.source, content, tag.section, in_tuple))

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
            concept = self._items.concept(name)
            kind = self._kinds[name] = "" if concept is None else _declared(concept)
        if not kind and tag.kind in _ITEMS:
            return True
        fault = tag.page.source.fault
        kind = kind or tag.kind if self._items.concept(name) is None else kind
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
            return number_content(tag, self._transformations, identifier)
        content = text_content(tag, self._chains, self._transformations, identifier)
        self._left -= len(content or "")
        if self._left < 0:
            what = f"texts within texts make more than {_MOST_REPETITION} times the size of the pages"
            left_out = f"{what}; {tag} and all facts after it are left out"
            tag.page.source.fault("XG161", left_out, tag.element, fact=identifier)
            return None
        return content
