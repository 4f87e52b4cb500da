"""Items: the facts of an instance (XBRL 2.1 section 4.6)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from xbrlgen.model import Concept, Fact, ItemType, QName, Unit, Vocabulary
from xbrlgen.readers.canonical import UnreadableError, collapsed, decimal_number, has_language, text_value
from xbrlgen.readers.xbrl_xml.accuracy import read_decimals, refuse_accuracy
from xbrlgen.readers.xbrl_xml.contexts import Context
from xbrlgen.readers.xbrl_xml.source import XBRLI, XML, XSI, Source, name_of, resolved

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(slots=True)
class Items:
    """What reading an item needs of the rest of the document; None in a mapping is one too broken to be used."""

    source: Source
    vocabulary: Vocabulary | None
    contexts: Mapping[str, Context | None]
    units: Mapping[str, Unit | None]
    _concepts: dict[str, tuple[QName, Concept | None]] = field(default_factory=dict)

    def read(self, element: "Element", fact_id: str) -> Fact | None:
        """The fact of `element`; None, with findings, where it cannot be one."""
        name, concept = self._concept(str(element.tag))
        if _is_tuple(element, concept):
            self._fault("XG160", f"{name} is a tuple; its facts are left out", element, "", "xbrlxe:unsupportedTuple")
            return None
        if element.find(f"{XBRLI}numerator") is not None:
            self._fault("XG160", f"{name} is a fraction; it is left out", element, "", "xbrlxe:unsupportedFraction")
            return None
        item_type = None if concept is None else concept.item_type
        context = self._context(element, name, fact_id)
        unit, is_numeric = self._unit(element, name, item_type, fact_id)
        try:
            value = self._value(element, item_type, is_numeric=is_numeric)
        except UnreadableError as error:
            self._fault("XG161", f"{name}: {error}", element, fact_id, "cvc-datatype-valid.1")
            return None
        decimals = self._decimals(element, value, fact_id, is_numeric=is_numeric)
        if context is None or (is_numeric and unit is None):
            return None
        return Fact(
            id=fact_id,
            concept=name,
            entity=context.entity,
            period=context.period,
            value=value,
            unit=unit,
            decimals=decimals,
            language=None if is_numeric or not has_language(item_type) else language_of(element),
            dimensions=context.dimensions,
        )

    def _concept(self, tag: str) -> tuple[QName, Concept | None]:
        if tag not in self._concepts:
            name = name_of(tag)
            self._concepts[tag] = (name, None if self.vocabulary is None else self.vocabulary.concept(name))
        return self._concepts[tag]

    def _fault(self, code: str, message: str, element: "Element", fact: str, standard: str) -> None:
        self.source.fault(code, message, element, standard=standard, fact=fact)

    def _context(self, element: "Element", name: QName, fact: str) -> Context | None:
        reference = collapsed(element.get("contextRef", ""))
        if reference not in self.contexts:
            what = (
                f"{name} refers to context {reference!r}, which does not exist"
                if reference
                else f"{name} has no context"
            )
            self._fault("XG154", what, element, fact, "xbrl.4.6.1")
        return self.contexts.get(reference)

    def _unit(self, element: "Element", name: QName, item_type: ItemType | None, fact: str) -> tuple[Unit | None, bool]:
        """The unit, and whether the fact is numeric: by its type, or where that is not known because it has a unit."""
        reference = element.get("unitRef")
        is_numeric = item_type.kind.is_numeric if item_type is not None else reference is not None
        if is_numeric != (reference is not None):
            what = f"{name} is a number and has no unit" if is_numeric else f"{name} is no number but has a unit"
            self._fault("XG155", what, element, fact, "xbrl.4.6.2")
        elif reference is not None and collapsed(reference) not in self.units:
            self._fault(
                "XG155", f"{name} refers to unit {reference!r}, which does not exist", element, fact, "xbrl.4.6.2"
            )
        unit = self.units.get(collapsed(reference)) if is_numeric and reference is not None else None
        return unit, is_numeric

    def _value(self, element: "Element", item_type: ItemType | None, *, is_numeric: bool) -> Decimal | str | None:
        if collapsed(element.get(f"{XSI}nil", "")) in {"true", "1"}:
            if len(element) or element.text:
                self.source.fault("XG162", f"{name_of(str(element.tag))} is nil and has content", element)
            return None
        if len(element):
            raise UnreadableError("elements where a value should be")
        text = element.text or ""
        if is_numeric:
            return decimal_number(text, "" if item_type is None else item_type.base)
        return text_value(text, item_type, lambda word: _name(word, element, item_type))

    def _decimals(self, element: "Element", value: Decimal | str | None, fact: str, *, is_numeric: bool) -> int | None:
        if is_numeric:
            return read_decimals(element, value if isinstance(value, Decimal) else None, self.source, fact)
        refuse_accuracy(element, self.source, fact)
        return None


def _is_tuple(element: "Element", concept: Concept | None) -> bool:
    if concept is not None:
        return concept.item_type is None
    return element.get("contextRef") is None and len(element) > 0


def _name(word: str, element: "Element", item_type: ItemType | None) -> QName:
    """A name in a value: with a prefix, or expanded as Extensible Enumerations 2.0 writes it (section 4)."""
    if item_type is not None and item_type.base == "QName":
        return resolved(word, element)
    namespace, hash_sign, local = word.rpartition("#")
    if not hash_sign or not namespace or not local:
        raise UnreadableError(f"{word!r} is no expanded name, such as http://example.com/taxonomy#Name")
    return QName(namespace, local)


def language_of(element: "Element") -> str | None:
    """The language that holds at `element`, in lower case (XML 1.0 section 2.12)."""
    for each in _with_ancestors(element):
        language = each.get(f"{XML}lang")
        if language is not None:
            return collapsed(language).lower() or None
    return None


def _with_ancestors(element: "Element") -> Iterator["Element"]:
    yield element
    yield from element.iterancestors()
