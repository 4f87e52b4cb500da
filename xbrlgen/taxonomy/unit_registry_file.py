"""Reads a registry of units from the form in which the registry is published.

Follows Units Registry - Structure 1.0, section 2,
https://www.xbrl.org/Specification/utr/REC-2013-11-18/utr-REC-2013-11-18-clean.html
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, finding
from xbrlgen.model import QName
from xbrlgen.model.namespaces import UTR
from xbrlgen.taxonomy.documents import Document, read_document
from xbrlgen.taxonomy.unit_registry import RegisteredUnit, TypeName, UnitRegistry

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_IN_FORCE = "REC"
"""The status of units by which facts are judged; others are candidates, or were withdrawn (section 5)."""


def read_unit_registry(path: Path) -> tuple[UnitRegistry | None, tuple[Finding, ...]]:
    """The registry at `path` and what is wrong with it; None where it is none. Units at fault are left out."""
    document = read_document(str(path), path)
    if isinstance(document, Finding):
        return None, (document,)
    if document.root.tag != f"{{{UTR}}}utr":
        return None, (finding("XG872", f"'{path}' is not a registry of units", document.place(document.root)),)
    findings: list[Finding] = []
    units: list[RegisteredUnit] = []
    seen: set[tuple[str, ...]] = set()
    for element in document.root.iter(f"{{{UTR}}}unit"):
        key = tuple(_text(element, each) for each in ("unitId", "nsUnit", "status"))
        faults = list(_faults(element))
        if key in seen:
            faults.append("stands in the registry twice with the same status")
        seen.add(key)
        findings += (_finding(document, element, each) for each in faults)
        if not faults and _text(element, "status") == _IN_FORCE:
            units.append(_unit(element))
    return UnitRegistry(units), tuple(findings)


def _faults(element: "Element") -> Iterator[str]:
    """What is wrong with an entry, as clauses that follow its name."""
    above, below = _type(element, "numeratorItemType"), _type(element, "denominatorItemType")
    if not _text(element, "unitId"):
        yield "has no unitId"
    if not _text(element, "itemType"):
        yield "does not say for facts of which type it is (itemType)"
    for name, kind in (("Numerator", above), ("Denominator", below)):
        if not kind.local_name and kind.namespace:
            yield f"has ns{name}ItemType without {name.lower()}ItemType"
    if bool(above.local_name) != bool(below.local_name):
        yield "names the type of its numerator or its denominator, and not of both"
    elif above.local_name and _text(element, "symbol"):
        yield "is a quotient of types, and has a symbol"


def _unit(element: "Element") -> RegisteredUnit:
    above, below = _type(element, "numeratorItemType"), _type(element, "denominatorItemType")
    item_type = _type(element, "itemType")
    if above.local_name:
        return RegisteredUnit(item_type, None, above, below)
    return RegisteredUnit(item_type, QName(_text(element, "nsUnit"), _text(element, "unitId")))


def _type(element: "Element", name: str) -> TypeName:
    return TypeName(_text(element, name), _text(element, f"ns{name[0].upper()}{name[1:]}"))


def _text(element: "Element", name: str) -> str:
    return (element.findtext(f"{{{UTR}}}{name}") or "").strip()


def _finding(document: Document, element: "Element", clause: str) -> Finding:
    name = _text(element, "unitId") or element.get("id", "")
    return finding("XG872", f"the unit '{name}' {clause}", document.place(element))
