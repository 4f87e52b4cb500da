"""The items of an instance as its own rules compare them: within their tuples, by equal contexts and units."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.model import Concept, Fact, QName
from xbrlgen.rules.instance.rounding import Accuracy, accuracy
from xbrlgen.rules.instance.s_equality import typed
from xbrlgen.rules.instance.subject import InstanceSubject

if TYPE_CHECKING:
    from collections.abc import Hashable

    from lxml.etree import _Element as Element

_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """An item: `parent` is its tuple, or the root; `value` is None for nil, a Decimal for a number."""

    element: "Element"
    concept: QName
    parent: "Element"
    value: "Hashable"
    accuracy: Accuracy
    unit: int | None

    @property
    def number(self) -> Decimal:
        """The value of a number."""
        return self.value if isinstance(self.value, Decimal) else Decimal(0)


class Bind(NamedTuple):
    """What items have in common that are compared: an element that they are within, context and unit by number.

    The unit is None where it does not count.
    """

    ancestor: "Element"
    context: int
    unit: int | None


class ItemIndex:
    """The items of the concepts that rules are about, each in its tuple and in all those around that.

    `units` says whether items of different units are told apart.
    """

    def __init__(self, subject: InstanceSubject, concepts: AbstractSet[QName], *, units: bool) -> None:
        self._subject = subject
        self._wanted = concepts
        self._units = units
        self._facts: Mapping[Element, Fact] = {}
        self._items: dict[QName, dict[int, list[Item]]] = {}
        self._places: dict[Bind, int] = {}
        self._reported: set[QName] = set()
        for element in subject.document.facts_of(concepts):
            self._add(element)

    @property
    def reported(self) -> AbstractSet[QName]:
        """The wanted concepts that have facts, tuples among them."""
        return self._reported

    def of(self, concept: QName) -> Mapping[int, Sequence[Item]]:
        """The items of a concept by places: a number for what they have in common with others."""
        return self._items.get(concept, {})

    @cached_property
    def ancestors(self) -> "Sequence[Element]":
        """The element that the items of each place are within, by the number of the place."""
        return tuple(bind.ancestor for bind in self._places)

    def _add(self, element: "Element") -> None:
        name = self._subject.document.name(element)
        if name is None or name not in self._wanted:
            return
        self._reported.add(name)
        concept = self._subject.concept(element)
        context = self._subject.equality.context(element.get("contextRef", "").strip())
        if concept is None or concept.item_type is None or context is None:
            return
        unit = self._subject.equality.unit(element.get("unitRef", "").strip())
        parents = self._subject.document.parents(element)
        item = self._item(element, name, concept, parents[0], unit)
        if item is not None:
            places = self._items.setdefault(name, {})
            for each in parents:
                bind = Bind(each, context, unit if self._units else None)
                places.setdefault(self._places.setdefault(bind, len(self._places)), []).append(item)

    def _item(
        self, element: "Element", name: QName, concept: Concept, parent: "Element", unit: int | None
    ) -> Item | None:
        """The item of an element; None for a number that is none, or that a page does not report."""
        value, accuracy = self._value(element, concept)
        is_number = concept.kind.is_numeric and value is not None
        return (
            None if is_number and not isinstance(value, Decimal) else Item(element, name, parent, value, accuracy, unit)
        )

    def _value(self, element: "Element", concept: Concept) -> "tuple[Hashable, Accuracy]":
        if element.get(_NIL, "").strip() in {"true", "1"}:
            return None, None
        if self._subject.document.is_inline:
            fact = self._subject.facts_of_tags.get(element)
            return ("", None) if fact is None else (fact.value, fact.decimals)
        text = element.text or concept.default or ""
        item_type = concept.item_type
        if item_type is None or not concept.kind.is_numeric:
            return typed(text, "" if item_type is None else item_type.base), None
        try:
            number = Decimal(text.strip())
        except InvalidOperation:
            return "", None
        if not number.is_finite():
            return "", None
        return number, accuracy(element, number, item_type.defaults)
