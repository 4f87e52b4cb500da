"""Role types and arcrole types that schemas declare (XBRL 2.1 sections 5.1.3 and 5.1.4)."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Location
from xbrlgen.model import QName
from xbrlgen.taxonomy.documents import LINK
from xbrlgen.taxonomy.dts import Dts
from xbrlgen.taxonomy.schema import Schema

if TYPE_CHECKING:
    from lxml.etree import _Element


class RoleType(NamedTuple):
    """A role that a schema declares: its URI, and the elements that may have it."""

    uri: str
    id: str
    definition: str
    used_on: tuple[QName, ...]
    place: Location


class ArcroleType(NamedTuple):
    """An arcrole that a schema declares; `cycles_allowed` is ``any``, ``undirected`` or ``none``."""

    uri: str
    id: str
    definition: str
    used_on: tuple[QName, ...]
    cycles_allowed: str
    place: Location


def role_types(dts: Dts) -> Mapping[str, tuple[RoleType, ...]]:
    """The declarations of each role, in the order of discovery."""
    found: dict[str, list[RoleType]] = {}
    for schema, element in _declared(dts, "roleType"):
        uri = element.get("roleURI", "").strip()
        declared = RoleType(uri, *_common(schema, element), schema.document.place(element))
        found.setdefault(uri, []).append(declared)
    return {uri: tuple(declared) for uri, declared in found.items()}


def arcrole_types(dts: Dts) -> Mapping[str, tuple[ArcroleType, ...]]:
    """The declarations of each arcrole, in the order of discovery."""
    found: dict[str, list[ArcroleType]] = {}
    for schema, element in _declared(dts, "arcroleType"):
        uri, cycles = element.get("arcroleURI", "").strip(), element.get("cyclesAllowed", "").strip()
        declared = ArcroleType(uri, *_common(schema, element), cycles, schema.document.place(element))
        found.setdefault(uri, []).append(declared)
    return {uri: tuple(declared) for uri, declared in found.items()}


def _declared(dts: Dts, name: str) -> "Iterator[tuple[Schema, _Element]]":
    for schema in dts.schemas.values():
        for element in schema.annotations(name):
            yield schema, element


def _common(schema: Schema, element: "_Element") -> tuple[str, str, tuple[QName, ...]]:
    """The id, the definition, and the names of the elements that may have the role."""
    texts = ((each, "".join(map(str, each.itertext()))) for each in element.iterchildren(f"{{{LINK}}}usedOn"))
    used_on = tuple(schema.resolve(text, each) for each, text in texts)
    return element.get("id", ""), element.findtext(f"{{{LINK}}}definition", "").strip(), used_on
