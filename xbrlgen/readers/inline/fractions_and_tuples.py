"""ix:fraction and ix:tuple: no report can hold them, but they can be wrong (Inline XBRL 1.1 sections 7 and 15)."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from xbrlgen.readers.canonical import UnreadableError, collapsed, decimal_number
from xbrlgen.readers.inline import rules
from xbrlgen.readers.inline.document_set import DocumentSet
from xbrlgen.readers.inline.page import Tag
from xbrlgen.readers.inline.shapes import FACTS
from xbrlgen.readers.xml_syntax.items import is_nil

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TERMS = ("numerator", "denominator")


def check_fractions(documents: DocumentSet) -> None:
    """Findings for fractions and their terms."""
    for fraction in documents.of("fraction"):
        _check_terms(fraction)
        if is_nil(fraction.element) and fraction.parent() == "fraction":
            fraction.fault(rules.FRACTION_NESTED_NIL, f"{fraction} is nil and in another ix:fraction")
        for inner in fraction.inner("fraction"):
            for name in _shared_attributes(fraction.element):
                if collapsed(fraction.element.get(name, "")) != collapsed(inner.get(name, "")):
                    fraction.fault(rules.FRACTION_ATTRIBUTES, f"{fraction} and the one in it differ in {name}")
    for term in documents.of(*_TERMS):
        if len(term.element):
            term.fault(rules.TERM_DESCENDANTS, f"{term} holds elements")
        if term.get("format") is None and (term.element.text or "").strip().startswith("-"):
            term.fault(rules.TERM_NEGATIVE, f"the text of {term} is negative")


def _check_terms(fraction: Tag) -> None:
    found = Counter(str(each.tag).rpartition("}")[2] for each in fraction.inner("*"))
    if is_nil(fraction.element):
        if any(found[term] for term in _TERMS):
            fraction.fault(rules.FRACTION_NIL_TERMS, f"{fraction} is nil and has terms")
    elif any(found[term] != 1 for term in _TERMS):
        fraction.fault(rules.FRACTION_TERMS, f"{fraction} does not have one numerator and one denominator")
    others = sorted(found.keys() - {*_TERMS, "fraction"})
    if others:
        fraction.fault(rules.FRACTION_DESCENDANTS, f"{fraction} holds ix:{', ix:'.join(others)}")


def _shared_attributes(element: "Element") -> Iterator[str]:
    return (name for name in map(str, element.attrib) if name.startswith("{") or name == "unitRef")


def tuple_of(tag: Tag, documents: DocumentSet) -> Tag | None:
    """The tuple that a fact is a member of: the one it refers to, or the nearest tag around it (section 15.1.1)."""
    reference = tag.get("tupleRef")
    if reference is not None:
        return documents.tuples.get(reference)
    around = next(tag.ancestors(), None)
    if around is None or around.tag != f"{tag.page.namespace}tuple":
        return None
    return Tag.of(tag.page, around, "tuple")


def check_tuples(documents: DocumentSet) -> None:
    """Findings for tuples, and for the members of each."""
    for each in documents.of("tuple"):
        identifier = each.get("tupleID")
        if identifier is None and not is_nil(each.element) and next(each.inner(*FACTS), None) is None:
            each.fault(rules.TUPLE_WITHOUT_ID, f"{each} is empty and has no tupleID to which members could refer")
        elif identifier is not None and documents.tuples[identifier].element is not each.element:
            each.fault(rules.TUPLE_ID_REPEATED, f"the tupleID {identifier!r} is given twice")
    for term in documents.of(*_TERMS):
        if term.parent() == "tuple":
            term.fault(rules.TUPLE_CONTENT, f"{term} is directly in an ix:tuple")
    _check_members(documents)


def _check_members(documents: DocumentSet) -> None:
    parents: dict[Element, Element] = {}
    members: dict[tuple[Element, Decimal], Tag] = {}
    for tag in documents.unusual:
        parent = tuple_of(tag, documents)
        if parent is None:
            if (reference := tag.get("tupleRef")) is not None:
                tag.fault(rules.TUPLE_MISSING, f"{tag} refers to the tuple {reference!r}, which does not exist")
            continue
        parents[tag.element] = parent.element
        if tag.target != parent.target:
            tag.fault(rules.TUPLE_TARGET, f"{tag} is for another target document than its tuple")
        order = _order(tag)
        if order is None:
            tag.fault(rules.TUPLE_ORDER_MISSING, f"{tag} is in a tuple and has no order, or one that is no number")
        elif not _is_same(members.setdefault((parent.element, order), tag), tag):
            tag.fault(rules.TUPLE_SAME_ORDER, f"{tag} has the order {order} of another member, which differs")
    _check_cycles(documents, parents)


def _order(tag: Tag) -> Decimal | None:
    try:
        return decimal_number(tag.get("order") or "", "decimal")
    except UnreadableError:
        return None


def _is_same(first: Tag, second: Tag) -> bool:
    return first is second or (
        {**first.element.attrib, "order": ""} == {**second.element.attrib, "order": ""}
        and collapsed("".join(map(str, first.element.itertext())))
        == collapsed("".join(map(str, second.element.itertext())))
    )


def _check_cycles(documents: DocumentSet, parents: dict["Element", "Element"]) -> None:
    """Each tuple has one parent: following parents from each, once, finds all circles."""
    settled: set[Element] = set()
    for each in documents.of("tuple"):
        way: dict[Element, None] = {}
        element: Element | None = each.element
        while element is not None and element not in settled and element not in way:
            way[element] = None
            element = parents.get(element)
        if element is not None and element in way:
            each.fault(rules.TUPLE_CYCLE, f"{each} is a member of itself")
        settled.update(way)
