"""Tuples of a page, written into an instance: its facts are written as if there were none, and then gathered.

A page says of each member which tuple it is in and at which place (Inline XBRL 1.1 section 15.1); an instance has the
members within the element of the tuple (XBRL 2.1 section 4.9).
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.conversion.destination import Syntax
from xbrlgen.conversion.source import Source
from xbrlgen.instance import InstanceDocument
from xbrlgen.model import QName, Report
from xbrlgen.readers.xml_syntax.source import XSI

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NIL = f"{XSI}nil"


class Tuple(NamedTuple):
    """A tuple with its members in order: the ids of facts, and tuples."""

    name: QName
    id: str
    is_nil: bool
    members: "tuple[str | Tuple, ...]"


def has_tuples_to_gather(source: Source, syntax: Syntax) -> bool:
    """Whether a page becomes an instance, and what no report holds of it are tuples of facts alone."""
    instance = source.reading.instance
    if instance is None or not instance.is_inline or syntax is not Syntax.XML or instance.is_beyond_oim:
        return False
    structured = [*instance.structured()]
    is_fraction = any(str(each.tag).endswith("}fraction") for each in structured)
    return not is_fraction and any(instance.is_tuple(each) for each in structured)


def flat(source: Source, report: Report) -> Report:
    """The report with the facts in tuples among the others."""
    instance = source.reading.instance
    return report if instance is None else replace(report, facts=(*report.facts, *instance.unreported))


def tuples_of_page(instance: InstanceDocument) -> tuple[Tuple, ...]:
    """The tuples that are in no other."""
    members: dict[Element, list[tuple[Decimal, str | Element]]] = {}
    tags = instance.elements_of_facts()
    tuples = [each for each in instance.structured() if instance.is_tuple(each)]
    for name in (fact.id for fact in instance.unreported):
        members.setdefault(instance.parents(tags[name])[0], []).append((_order(tags[name]), name))
    tops = []
    for each in tuples:
        around = instance.parents(each)
        if len(around) > 1:
            members.setdefault(around[0], []).append((_order(each), each))
        else:
            tops.append(each)

    def made(element: "Element") -> Tuple:
        ordered = sorted(members.get(element, ()), key=lambda member: member[0])
        inner = tuple(each if isinstance(each, str) else made(each) for _, each in ordered)
        name = instance.name(element) or QName("", "")
        return Tuple(name, element.get("id", ""), element.get(_NIL) in {"true", "1"}, inner)

    return tuple(map(made, tops))


def _order(element: "Element") -> Decimal:
    try:
        return Decimal(element.get("order", "0").strip())
    except InvalidOperation:  # which the reader has told
        return Decimal()


def gather(path: Path, tuples: tuple[Tuple, ...]) -> None:
    """Put the members of `tuples`, which stand by themselves in the instance at `path`, into them."""
    from lxml import etree

    root = etree.fromstring(path.read_bytes(), etree.XMLParser(no_network=True, resolve_entities=False))
    items = {each.get("id", ""): each for each in root.iterchildren("*")}

    def add(parent: "Element", each: Tuple) -> None:
        element = etree.SubElement(parent, str(each.name))
        if each.id:
            element.set("id", each.id)
        if each.is_nil:
            element.set(_NIL, "true")
        for member in each.members:
            if isinstance(member, Tuple):
                add(element, member)
            else:
                element.append(items[member])

    for each in tuples:
        add(root, each)
    etree.cleanup_namespaces(root, keep_ns_prefixes=[prefix for prefix in root.nsmap if prefix])
    path.write_bytes(etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8") + b"\n")


def tuples_of_instance(instance: InstanceDocument) -> tuple[Tuple, ...]:
    """The tuples that are in no other, as an instance has them."""
    tops = (each for each in instance.root.iterchildren("*") if instance.is_tuple(each))
    wanted = {each for each in instance.structured() if instance.is_tuple(each)}
    return tuple(_of_element(each, instance) for each in tops if each in wanted)


def _of_element(element: "Element", instance: InstanceDocument) -> Tuple:
    def inner() -> Iterator[str | Tuple]:
        for each in element.iterchildren("*"):
            yield _of_element(each, instance) if instance.is_tuple(each) else each.get("id", "")

    name = instance.name(element) or QName("", "")
    return Tuple(name, element.get("id", ""), element.get(_NIL) in {"true", "1"}, tuple(inner()))
