"""One pass over an instance: facts are made of items as they come, and the elements of these are let go."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING

from xbrlgen.model import Fact, QName, Vocabulary
from xbrlgen.readers.canonical import collapsed
from xbrlgen.readers.known_facts import KnownFacts
from xbrlgen.readers.xbrl_xml.identifiers import Identifiers
from xbrlgen.readers.xbrl_xml.item_rows import ItemRows
from xbrlgen.readers.xbrl_xml.items import TUPLE, left_out, read_item
from xbrlgen.readers.xbrl_xml.plain_items import PLAIN_NUMBER, PlainItem, PlainItems, Shape, shape_of
from xbrlgen.readers.xbrl_xml.resources import Resources
from xbrlgen.readers.xml_syntax.children import Children, Parsed
from xbrlgen.readers.xml_syntax.items import Items, language_of
from xbrlgen.readers.xml_syntax.repeated_contexts import PLACEHOLDER
from xbrlgen.readers.xml_syntax.source import LINK, OF_XBRL, XBRLI, XLINK, XML, Source, name_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from xbrlgen.findings import Location

REFERENCES = frozenset({f"{LINK}schemaRef", f"{LINK}linkbaseRef", f"{LINK}roleRef", f"{LINK}arcroleRef"})
_CONTEXT, _UNIT, _FOOTNOTES = f"{XBRLI}context", f"{XBRLI}unit", f"{LINK}footnoteLink"
_WHITE_SPACE = "\t\n\r "
_UNSPACED = re.compile(r"\S+").fullmatch


class OnePass:
    """What one pass finds: facts and rows of items, contexts and units, and `root` with all that is no simple item.

    Where a part is needed before it comes, `is_to_repeat` says that another pass will know better, with this one as
    `before`. `is_unusual` is whether the document says anything that the schemas may mind and this pass did not look
    at: text between the children, references to nothing, ids that are given twice or in another way, XLink where nobody
    expects it.
    """

    def __init__(
        self,
        children: Children | Parsed,
        path: str,
        vocabulary: Vocabulary | None,
        before: "OnePass | None" = None,
        known: Sequence[Fact] = (),
    ) -> None:
        self.root = children.root
        self.source = Source(path)
        earlier = None if before is None else before.ids
        self.ids: Identifiers = Identifiers(path, earlier, is_sparing=children.repeated is not None)
        self.resources = Resources(path, vocabulary, children.repeated)
        self.facts: list[Fact] = []
        self.rows = ItemRows()
        self.locations: dict[str, Location] = {}
        self.without_fact: set[str] = set()
        self.unreported: list[Fact] = []
        self.is_beyond_oim = False
        self.left_out: dict[tuple[QName, str], list[Element]] = {}
        self.is_unusual = False
        known_resources = self.resources if before is None else before.resources
        self._items = Items(vocabulary, known_resources.read_contexts, known_resources.read_units)
        self._plain: dict[Shape, PlainItem | None] = {}
        self._plain_items = PlainItems(self._items, language_of(self.root))
        self._missing: set[str] = set()
        self._tags_of_xbrl: dict[str, None] = {}
        self._tags_of_contexts = {_CONTEXT} if children.repeated is None else {_CONTEXT, PLACEHOLDER}
        self._check((self.root,))
        self._pass(children, KnownFacts(known))
        self.is_to_repeat = before is None and self._is_to_repeat()
        self.is_unusual |= bool((self.root.text or "").strip(_WHITE_SPACE)) or not self.ids.are_unique
        self.is_unusual |= any(each not in self.ids.of_others for each in self._missing)

    @property
    def tags(self) -> Iterator[str]:
        """The tags of the children of the root that are no references, each at least once."""
        return chain((shape[0] for shape in self._plain), self._tags_of_xbrl)

    def _pass(self, children: Children | Parsed, known: KnownFacts) -> None:
        for batch in children:
            row = len(self.rows)
            self._read(batch)
            self.rows.replace_ids(known.replace(self.facts, self.ids.of_facts), row)
        if children.repeated is not None:
            children.repeated.conclude()

    def _is_to_repeat(self) -> bool:
        """Whether parts came after items that need them."""
        is_found = (each in self.resources for each in self._missing)
        return self.ids.is_to_repeat or self.resources.has_same_ids or any(is_found)

    def _read(self, batch: "list[Element]") -> None:
        """Read some children of the root; plain items here and at once, for there may be a million of them."""
        contexts, items, ids, others = self._items.contexts, self._plain, self.ids.of_facts, self.ids.of_others
        add_fact, add_row, remove = self.facts.append, self.rows.add, self.root.remove
        tags_of_contexts = self._tags_of_contexts
        for child in batch:
            tag, after = str(child.tag), child.tail
            if after is not None and after.strip(_WHITE_SPACE):
                self.is_unusual = True
            if tag in tags_of_contexts:
                self._context(child)
                continue
            item = items.get((tag, child.get("unitRef"), child.get("decimals"), len(child.attrib)))
            context, identifier = contexts.get(child.get("contextRef", "")), child.get("id", "")
            if item is None or context is None or context.beyond_oim or len(child) or not _UNSPACED(identifier):
                self._other(child)
                continue
            if identifier in ids or identifier in others:
                self._other(child)
                continue
            text = child.text
            if item.canonical is not None:
                value: Decimal | str = item.canonical(text)
            elif text is not None and PLAIN_NUMBER(text):
                value = Decimal(text)
            else:
                self._other(child)
                continue
            tag, concept, unit, decimals, language, _ = item
            where, entity, period, dimensions, _ = context
            add_fact(Fact(identifier, concept, entity, period, value, unit, decimals, language, dimensions))
            add_row(tag, where, identifier)
            ids.add(identifier)
            remove(child)

    def _other(self, child: "Element") -> None:
        """Read a child that is no plain item."""
        tag = str(child.tag)
        self._check(child.iter("*"))
        if not tag.startswith(OF_XBRL):
            self._item(child)
            return
        if tag not in REFERENCES:
            self._tags_of_xbrl[tag] = None
        elif self._tags_of_xbrl or self.rows:
            self.is_unusual = True
        if tag == _UNIT:
            self.resources.add_unit(child)
        elif tag not in REFERENCES and tag != _FOOTNOTES:
            self.source.fault("XG165", f"{name_of(tag)} has no place here", child, standard="xbrl.4")

    def _check(self, elements: "Iterable[Element]") -> None:
        """Every id of a document must be there once (XML Schema Part 1, cvc-id.2)."""
        for element in elements:
            for name, value in element.items():
                if name == "id":
                    self.ids.take(value, element)
                elif name in {"contextRef", "unitRef"}:
                    self._refer(collapsed(value))
                elif name == f"{XML}base":
                    what = f"{name_of(str(element.tag))} has an xml:base"
                    self.ids.source.fault("XG167", what, element, standard="xbrlxe:unsupportedXmlBase")
                elif name == f"{XML}id" or (name == f"{XLINK}type" and not str(element.tag).startswith(LINK)):
                    self.is_unusual = True

    def _refer(self, identifier: str) -> None:
        if identifier not in self.resources:
            self._missing.add(identifier)

    def _context(self, element: "Element") -> None:
        """Read a context, or those that the parser was spared; only the first one with some part is kept."""
        self._tags_of_xbrl[_CONTEXT] = None
        if element.tag == PLACEHOLDER:
            self.resources.add_repeated(self.ids)
            self.root.remove(element)
            return
        found = self.resources.add_context(element)
        if found.is_plain:
            self.ids.take(element.get("id", ""), element)
        else:
            self._check(element.iter("*"))
        if found.is_plain and not found.is_new:
            self.root.remove(element)

    def _item(self, child: "Element") -> None:
        """Read an item that is not plain, or a tuple with the items in it; only what has a structure is kept."""
        shape = shape_of(child)
        if shape not in self._plain:
            self._plain[shape] = self._plain_items.of(shape)
        kind, number = left_out(child, self._items), self.rows.next_child
        for element, inner in self._inner(child, kind) if kind else ((child, kind),):
            self.rows.next_child = number
            self._fact(element, inner)
        self.rows.next_child = number + 1
        if not kind and not len(child) and child.get("contextRef") is not None:
            self.root.remove(child)

    def _inner(self, element: "Element", kind: str) -> Iterator[tuple["Element", str]]:
        """The items in a tuple, at any depth, or the fraction that `element` is; both are noted as left out."""
        found = (each for each in element.iter("*") if not str(each.tag).startswith(OF_XBRL))
        for each in found if kind == TUPLE else (element,):
            inner = left_out(each, self._items)
            if inner:
                self.left_out.setdefault((name_of(str(each.tag)), inner), []).append(each)
            if inner != TUPLE:
                yield each, inner or kind

    def _fact(self, element: "Element", kind: str) -> None:
        row, place = len(self.rows), self.source.at(element)
        self.rows.add(str(element.tag), element.get("contextRef", "").strip(), element.get("id", ""))
        self.rows.places[row] = place
        identifier = self.ids.of_fact(element, row)
        fact = read_item(element, identifier, self._items, self.source, kind)
        for unreported, item in self._items.unreported:
            self.unreported.append(unreported)
            self.is_beyond_oim |= not item.in_tuple
            self.locations[identifier] = place
        self._items.unreported.clear()
        if fact is None:
            self.without_fact.add(identifier)
        else:
            self.facts.append(fact)
            self.locations[identifier] = place
