"""Compares the dimensions of facts with those that the suite of Dimensions lists, defaults included.

Its lists have for each item the position of its element, and its dimensions: those of its context, and those that it
has by their defaults.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.conformance.variations import FACTS, Variation
from xbrlgen.loading import load_document
from xbrlgen.model import QName

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from xbrlgen.loading import Loaded


def differences(variation: Variation) -> str:
    """In which way the facts have other dimensions than listed; empty where they agree or no list is there."""
    name = variation.expected[0].removeprefix(FACTS)
    listed = next((each for each in (variation.folder / name, variation.folder / "out" / name) if _is_list(each)), None)
    if listed is None:
        return ""
    loaded = load_document(variation.document, variation.document.read_bytes())
    return "; ".join(_compared(_root(listed), _root(variation.document), loaded))


def _is_list(path: Path) -> bool:
    """Whether a file holds facts; instances of the suite have names like those of its lists."""
    return path.is_file() and str(_root(path).tag).rpartition("}")[2] == "facts"


def _root(path: Path) -> "Element":
    from lxml import etree

    return etree.fromstring(path.read_bytes(), etree.XMLParser(no_network=True, resolve_entities=False))


def _compared(facts: "Element", document: "Element", loaded: "Loaded") -> Iterator[str]:
    instance, taxonomy = loaded.reading.instance, loaded.taxonomy
    if instance is None or taxonomy is None:
        yield "the instance could not be read"
        return
    for item in facts.iterchildren("item"):
        place = item.findtext("sPointer", "").strip()
        fact = _at(document, place)
        name = _name(item.find("qnElement"))
        if fact is None or QName.parse(str(fact.tag)) != name:
            yield f"there is no {name} at {place}"
            continue
        context = instance.contexts[fact.get("contextRef", "")]
        written = {each.axis for each in (*context.segment.dimensions, *context.scenario.dimensions)}
        members = [(_name(each.find("qnDimension")), _is_true(each)) for each in item.iterchildren("member")]
        if written != {axis for axis, is_default in members if not is_default}:
            yield f"{name} at {place} has the dimensions {sorted(written)}"
        for axis in (axis for axis, is_default in members if is_default):
            if axis in written or taxonomy.default_member(axis) is None:
                yield f"{name} at {place} does not have {axis} by default"


def _at(root: "Element", place: str) -> "Element | None":
    """The element at a child sequence such as ``4/2``, which begins in the root."""
    found: Element | None = root
    for step in place.split("/"):
        children = [] if found is None else list(found.iterchildren("*"))
        found = children[int(step) - 1] if 0 < int(step) <= len(children) else None
    return found


def _name(element: "Element | None") -> QName:
    prefix, _, local = ("" if element is None else element.text or "").strip().rpartition(":")
    return QName("" if element is None else element.nsmap.get(prefix or None, ""), local)


def _is_true(member: "Element") -> bool:
    return member.findtext("bDefaulted", "").strip() in {"true", "1"}
