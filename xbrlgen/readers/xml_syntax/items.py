"""Items: the facts of an instance, and those that an inline document makes one from (XBRL 2.1 section 4.6)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.model import Concept, Fact, ItemType, QName, Unit, Vocabulary
from xbrlgen.readers.canonical import UnreadableError, collapsed, decimal_number, has_language, text_value
from xbrlgen.readers.xml_syntax.accuracy import is_meaningless, read_decimals, refuse_accuracy
from xbrlgen.readers.xml_syntax.contexts import Context
from xbrlgen.readers.xml_syntax.source import XML, XSI, Source, resolved

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NIL = f"{XSI}nil"
_NOTHING: Mapping[str, str] = MappingProxyType({})


class Item(NamedTuple):
    """One item: the element that has its attributes, and what the syntax writes in its own way.

    `content` is what the element of an instance has, or would have, as its text; or that number, written without an
    exponent. `section` is the section of Inline XBRL that rules the element, as its codes begin; empty in an instance.
    `in_tuple` says that it is within a tuple.
    """

    id: str
    name: QName
    element: "Element"
    source: Source
    content: str | Decimal
    section: str = ""
    in_tuple: bool = False

    @property
    def is_nil(self) -> bool:
        """Whether the item says that there is no value."""
        return is_nil(self.element)

    def fault(self, code: str, message: str, standard: str) -> None:
        """Note that something is wrong with the item."""
        self.source.fault(code, message, self.element, standard=standard, fact=self.id)


class Items:
    """What a fact takes from the rest of the document; None in a mapping is a context or unit too broken to be used.

    `language` is that of texts which have none of their own and none around them. `unreported` are the facts so far
    that no report can hold, with their items: members of tuples, numbers of which nothing is known, and those of
    contexts beyond OIM.
    """

    def __init__(
        self,
        vocabulary: Vocabulary | None,
        contexts: Mapping[str, Context | None],
        units: Mapping[str, Unit | None],
        language: str | None = None,
    ) -> None:
        self.vocabulary = vocabulary
        self.contexts = contexts
        self.units = units
        self.language = language
        self.unreported: list[tuple[Fact, Item]] = []
        self._concepts: dict[QName, Concept | None] = {}

    def concept(self, name: QName) -> Concept | None:
        """The concept of that name as far as it is known."""
        if name not in self._concepts:
            self._concepts[name] = None if self.vocabulary is None else self.vocabulary.concept(name)
        return self._concepts[name]

    def fact(self, item: Item) -> Fact | None:
        """The fact that `item` reports; None, with findings, where it cannot be one or no report can hold it."""
        concept = self.concept(item.name)
        item_type = None if concept is None else concept.item_type
        context = self._context(item)
        unit, is_numeric = self._unit(item, item_type)
        try:
            value = _value(item, item_type, is_numeric=is_numeric)
        except UnreadableError as error:
            item.fault("XG161", f"{item.name}: {error}", "cvc-datatype-valid.1")
            return None
        decimals = _decimals(item, value, item_type, is_numeric=is_numeric)
        if context is None or (is_numeric and unit is None):
            return None
        fact = Fact(
            id=item.id,
            concept=item.name,
            entity=context.entity,
            period=context.period,
            value=value,
            unit=unit,
            decimals=decimals,
            language=None if is_numeric or not has_language(item_type) else language_of(item.element, self.language),
            dimensions=context.dimensions,
        )
        if item.in_tuple or context.beyond_oim or (decimals is None and is_numeric and _is_unknown(item, item_type)):
            self.unreported.append((fact, item))
            return None
        return fact

    def check_fraction(self, item: Item) -> None:
        """Findings for a fraction, which no report can hold, as far as its context, unit and accuracy go."""
        self._context(item)
        if item.element.get("unitRef") is None:
            item.fault("XG155", f"{item.name} is a number and has no unit", "xbrl.4.6.2")
        else:
            self._unit(item, None)
        refuse_accuracy(item.element, item.source, item.id)

    def _context(self, item: Item) -> Context | None:
        reference = item.element.get("contextRef", "")
        if reference in self.contexts:
            return self.contexts[reference]
        reference = collapsed(reference)
        if reference not in self.contexts:
            what = f"refers to context {reference!r}, which does not exist" if reference else "has no context"
            standard = f"{item.section}:contextReference" if item.section else "xbrl.4.6.1"
            item.fault("XG154", f"{item.name} {what}", standard)
        return self.contexts.get(reference)

    def _unit(self, item: Item, item_type: ItemType | None) -> tuple[Unit | None, bool]:
        """The unit, and whether the fact is numeric: by its type, or where that is not known because it has a unit."""
        reference = item.element.get("unitRef")
        is_numeric = item_type.kind.is_numeric if item_type is not None else reference is not None
        if is_numeric != (reference is not None):
            what = "is a number and has no unit" if is_numeric else "is no number but has a unit"
            item.fault("XG155", f"{item.name} {what}", "xbrl.4.6.2")
        elif reference is not None and reference in self.units:
            return self.units[reference], is_numeric
        elif reference is not None and collapsed(reference) not in self.units:
            standard = f"{item.section}:unitReference" if item.section else "xbrl.4.6.2"
            item.fault("XG155", f"{item.name} refers to unit {reference!r}, which does not exist", standard)
        unit = self.units.get(collapsed(reference)) if is_numeric and reference is not None else None
        return unit, is_numeric


def _value(item: Item, item_type: ItemType | None, *, is_numeric: bool) -> Decimal | str | None:
    if item.is_nil:
        if len(item.element) or item.element.text:
            item.fault("XG162", f"{item.name} is nil and has content", "")
        return None
    content = item.content
    if is_numeric:
        if isinstance(content, Decimal):
            return content
        return decimal_number(content, "" if item_type is None else item_type.base)
    text = content if isinstance(content, str) else format(content, "f")
    return text_value(text, item_type, lambda word: _name(word, item.element, item_type))


def _decimals(item: Item, value: Decimal | str | None, item_type: ItemType | None, *, is_numeric: bool) -> int | None:
    if is_numeric:
        number = value if isinstance(value, Decimal) else None
        return read_decimals(item.element, number, item.source, item.id, _defaults(item_type))
    refuse_accuracy(item.element, item.source, item.id)
    return None


def _defaults(item_type: ItemType | None) -> Mapping[str, str]:
    return _NOTHING if item_type is None else item_type.defaults


def _is_unknown(item: Item, item_type: ItemType | None) -> bool:
    """Whether nothing is known of a number, with a finding: OIM has no place for that."""
    if item.is_nil or not is_meaningless(item.element, _defaults(item_type)):
        return False
    what = f"{item.name} has a precision of 0, which says nothing of its value; it is left out"
    item.fault("XG830", what, "xbrlxe:unsupportedZeroPrecisionFact")
    return True


def is_fraction(item_type: ItemType | None) -> bool:
    """Whether items of the type are fractions: they alone have no simple type (XBRL 2.1 section 5.1.1.3.1)."""
    return item_type is not None and not item_type.base


def _name(word: str, element: "Element", item_type: ItemType | None) -> QName:
    """A name in a value: with a prefix, or expanded as Extensible Enumerations 2.0 writes it (section 4)."""
    if item_type is not None and item_type.base == "QName":
        return resolved(word, element)
    namespace, hash_sign, local = word.rpartition("#")
    if not hash_sign or not namespace or not local:
        raise UnreadableError(f"{word!r} is no expanded name, such as http://example.com/taxonomy#Name")
    return QName(namespace, local)


def is_nil(element: "Element") -> bool:
    """Whether an element has xsi:nil."""
    nil = element.get(_NIL)
    return nil is not None and collapsed(nil) in {"true", "1"}


def language_of(element: "Element", default: str | None = None) -> str | None:
    """The language that holds at `element`, in lower case (XML 1.0 section 2.12); `default` where none is stated."""
    for each in _with_ancestors(element):
        language = each.get(f"{XML}lang")
        if language is not None:
            return collapsed(language).lower() or None
    return default


def _with_ancestors(element: "Element") -> Iterator["Element"]:
    yield element
    yield from element.iterancestors()


def own_ids(number: int) -> Iterator[str]:
    """Ids for a fact that has none, by its place among the facts."""
    candidate = f"fact-{number}"
    while True:
        yield candidate
        candidate += "_"
