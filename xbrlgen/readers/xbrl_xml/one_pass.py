"""One pass over an instance: facts are made of items as they come, and the elements of these are let go."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING

from xbrlgen.model import Fact, QName, Unit, Vocabulary
from xbrlgen.readers.canonical import collapsed
from xbrlgen.readers.known_facts import KnownFacts
from xbrlgen.readers.xbrl_xml.item_rows import ItemRows
from xbrlgen.readers.xbrl_xml.items import TUPLE, left_out, read_item
from xbrlgen.readers.xbrl_xml.plain_items import PLAIN_NUMBER, PlainItem, PlainItems, Shape, shape_of
from xbrlgen.readers.xml_syntax.children import Children, Parsed
from xbrlgen.readers.xml_syntax.context_reader import ContextReader
from xbrlgen.readers.xml_syntax.items import Items, language_of, own_ids
from xbrlgen.readers.xml_syntax.repeated_contexts import PLACEHOLDER, MistakenError
from xbrlgen.readers.xml_syntax.source import LINK, XBRLI, XLINK, XML, Source, name_of
from xbrlgen.readers.xml_syntax.units import read_unit

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from xbrlgen.findings import Location
    from xbrlgen.instance import InstanceContext
    from xbrlgen.readers.xml_syntax.contexts import Context

REFERENCES = frozenset({f"{LINK}schemaRef", f"{LINK}linkbaseRef", f"{LINK}roleRef", f"{LINK}arcroleRef"})
_CONTEXT, _UNIT, _FOOTNOTES = f"{XBRLI}context", f"{XBRLI}unit", f"{LINK}footnoteLink"
_CONTEXTS = frozenset({_CONTEXT, PLACEHOLDER})
_OF_XBRL = (XBRLI, LINK)
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
        self.facts: list[Fact] = []
        self.rows = ItemRows()
        self.contexts: dict[str, InstanceContext] = {}
        self.units: dict[str, Element] = {}
        self.locations: dict[str, Location] = {}
        self.unreported: list[Fact] = []
        self.is_beyond_oim = False
        self.left_out: dict[tuple[QName, str], list[Element]] = {}
        self.is_to_repeat = self.is_unusual = False
        self.ids_of_facts: set[str] = set()
        self.ids_of_others: set[str] = set()
        self.without_fact: set[str] = set()
        self._before = before
        self.on_ids, self.on_contexts, self.on_units = Source(path), Source(path), Source(path)
        self.read_contexts: dict[str, Context | None] = {}
        self.read_units: dict[str, Unit | None] = {}
        self._repeated = children.repeated
        self._context_reader = ContextReader(self.on_contexts, vocabulary, repeats=children.repeated)
        first = before or self
        self._items = Items(vocabulary, first.read_contexts, first.read_units)
        self._plain: dict[Shape, PlainItem | None] = {}
        self._plain_items = PlainItems(self._items, language_of(self.root))
        self._children = 0
        self._known = KnownFacts(known)
        self.given: set[str] = set()
        self._missing: set[str] = set()
        self._tags_of_xbrl: dict[str, None] = {}
        self._check((self.root,))
        for batch in children:
            row = len(self.rows)
            self._read(batch)
            self.rows.replace_ids(self._known.replace(self.facts, self.ids_of_facts), row)
        self._conclude()

    @property
    def tags(self) -> Iterator[str]:
        """The tags of the children of the root that are no references, each at least once."""
        return chain((shape[0] for shape in self._plain), self._tags_of_xbrl)

    def _read(self, batch: "list[Element]") -> None:
        """Read some children of the root; plain items here and at once, for there may be a million of them."""
        contexts, items, ids, others = self._items.contexts, self._plain, self.ids_of_facts, self.ids_of_others
        add_fact, add_row, remove = self.facts.append, self.rows.add, self.root.remove
        for child in batch:
            tag, after = str(child.tag), child.tail
            if after is not None and after.strip(_WHITE_SPACE):
                self.is_unusual = True
            if tag in _CONTEXTS:
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
            add_row(tag, where, identifier, self._children)
            ids.add(identifier)
            self._children += 1
            remove(child)

    def _other(self, child: "Element") -> None:
        """Read a child that is no plain item."""
        tag = str(child.tag)
        self._check(child.iter("*"))
        if not tag.startswith(_OF_XBRL):
            self._item(child)
            return
        if tag not in REFERENCES:
            self._tags_of_xbrl[tag] = None
        elif self._tags_of_xbrl or self.rows:
            self.is_unusual = True
        if tag == _UNIT:
            self._unit(child)
        elif tag not in REFERENCES and tag != _FOOTNOTES:
            self.source.fault("XG165", f"{name_of(tag)} has no place here", child, standard="xbrl.4")

    def _check(self, elements: "Iterable[Element]") -> None:
        """Every id of a document must be there once (XML Schema Part 1, cvc-id.2)."""
        for element in elements:
            for name, value in element.items():
                if name == "id":
                    self._take(value, element)
                elif name in {"contextRef", "unitRef"}:
                    self._refer(collapsed(value))
                elif name == f"{XML}base":
                    what = f"{name_of(str(element.tag))} has an xml:base"
                    self.on_ids.fault("XG167", what, element, standard="xbrlxe:unsupportedXmlBase")
                elif name == f"{XML}id" or (name == f"{XLINK}type" and not str(element.tag).startswith(LINK)):
                    self.is_unusual = True

    def _take(self, identifier: str, element: "Element") -> None:
        collapsed_id = collapsed(identifier)
        if collapsed_id in self.given:
            self.is_to_repeat = True
        elif self.has(collapsed_id):
            if self._repeated is not None:  # which tells contexts by their ids
                raise MistakenError
            self.on_ids.fault("XG153", f"the id {identifier!r} is given twice", element)
            self.is_unusual = True
        self.ids_of_others.add(collapsed_id)

    def _refer(self, identifier: str) -> None:
        if identifier not in self.read_contexts and identifier not in self.read_units:
            self._missing.add(identifier)

    def _context(self, element: "Element") -> None:
        if element.tag == PLACEHOLDER:
            self._repeat()
            self.root.remove(element)
            return
        context, read = self._context_reader.read(element)
        if self._context_reader.is_known:
            self._take(element.get("id", ""), element)
            self.root.remove(element)
        else:
            self._check(element.iter("*"))
        self.is_to_repeat |= context.id in self.contexts
        self._add_context(context, read)

    def _repeat(self) -> None:
        """Read contexts that the parser was spared."""
        written = () if self._repeated is None else self._repeated.next()
        for context, read in self._context_reader.repeated(written):
            if self.has(context.id) or context.id in self.given:
                raise MistakenError
            self.ids_of_others.add(context.id)
            self._add_context(context, read)

    def _add_context(self, context: "InstanceContext", read: "Context | None") -> None:
        self._tags_of_xbrl[_CONTEXT] = None
        self.contexts[context.id] = context
        self.read_contexts[context.id] = read

    def _unit(self, element: "Element") -> None:
        identifier = collapsed(element.get("id", ""))
        self.is_to_repeat |= identifier in self.units
        self.units[identifier] = element
        self.read_units[identifier] = read_unit(element, self.on_units)

    def _item(self, child: "Element") -> None:
        """Read an item that is not plain, or a tuple with the items in it; only what has a structure is kept."""
        shape = shape_of(child)
        if shape not in self._plain:
            self._plain[shape] = self._plain_items.of(shape)
        kind = left_out(child, self._items)
        for element, inner in self._inner(child, kind) if kind else ((child, kind),):
            self._fact(element, inner)
        self._children += 1
        if not kind and not len(child) and child.get("contextRef") is not None:
            self.root.remove(child)

    def _inner(self, element: "Element", kind: str) -> Iterator[tuple["Element", str]]:
        """The items in a tuple, at any depth, or the fraction that `element` is; both are noted as left out."""
        found = (each for each in element.iter("*") if not str(each.tag).startswith(_OF_XBRL))
        for each in found if kind == TUPLE else (element,):
            inner = left_out(each, self._items)
            if inner:
                self.left_out.setdefault((name_of(str(each.tag)), inner), []).append(each)
            if inner != TUPLE:
                yield each, inner or kind

    def _fact(self, element: "Element", kind: str) -> None:
        row, place = len(self.rows), self.source.at(element)
        self.rows.add(str(element.tag), element.get("contextRef", "").strip(), element.get("id", ""), self._children)
        self.rows.places[row] = place
        identifier = self._fact_id(element, row)
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

    def _fact_id(self, element: "Element", row: int) -> str:
        identifier = collapsed(element.get("id", ""))
        if not identifier or identifier in self.ids_of_facts:
            identifier = next(each for each in own_ids(row + 1) if not self._is_taken(each))
            self.given.add(identifier)
        self.ids_of_facts.add(identifier)
        return identifier

    def _is_taken(self, identifier: str) -> bool:
        before = self._before
        return self.has(identifier) or (
            before is not None and identifier not in before.given and before.has(identifier)
        )

    def has(self, identifier: str) -> bool:
        """Whether anything has that id."""
        return identifier in self.ids_of_others or identifier in self.ids_of_facts

    def _conclude(self) -> None:
        """Whether parts came after items that need them, and whether some did not come at all."""
        if self._repeated is not None:
            self._repeated.conclude()
        found = {each for each in self._missing if each in self.read_contexts or each in self.read_units}
        self.is_to_repeat = self._before is None and (self.is_to_repeat or bool(found))
        self.is_unusual |= bool((self.root.text or "").strip(_WHITE_SPACE))
        self.is_unusual |= any(each not in self.ids_of_others for each in self._missing - found)
