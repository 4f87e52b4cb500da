"""Judges how schemas declare axes and hypercubes (XBRL Dimensions 1.0 sections 2.2.1, 2.5.1 and 2.5.2.1)."""

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from xbrlgen.findings import Finding, Location, finding
from xbrlgen.model import Concept, QName
from xbrlgen.rules.dimensional.axes import TYPED_DOMAIN, is_bundled
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.taxonomy.concepts import HEADS, ITEM, TUPLE
from xbrlgen.taxonomy.documents import XS
from xbrlgen.taxonomy.schema import Schema

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TRUE = {"true", "1"}
_PLAIN = {ITEM, TUPLE}
_ELEMENT, _SCHEMA = f"{{{XS}}}element", f"{{{XS}}}schema"


def check_declarations(taxonomy: Taxonomy, sound: Container[object] = frozenset()) -> Iterator[Finding]:
    """What is wrong with the axes and hypercubes that are declared outside bundled and `sound` documents."""
    for schema in taxonomy.dts.schemas.values():
        if not is_bundled(schema) and schema.document.source not in sound:
            for name, element in _candidates(schema):
                yield from _check(taxonomy, QName(schema.namespace, name), schema, element)


def _candidates(schema: Schema) -> "Iterator[tuple[str, Element]]":
    """The elements that may be axes or hypercubes, or that are declared as if they were."""
    plain: dict[str, bool] = {}
    for name, element in schema.elements.items():
        group = element.get("substitutionGroup", "")
        if group not in plain or schema.document.has_local_prefixes:
            plain[group] = not group or schema.resolve(group, element) in _PLAIN
        if not plain[group] or element.get(TYPED_DOMAIN) is not None:
            yield name, element


def _check(taxonomy: Taxonomy, name: QName, schema: Schema, element: "Element") -> Iterator[Finding]:
    concept = taxonomy.concept(name)
    place = schema.document.place(element)
    if concept is not None and not concept.is_abstract and (concept.is_dimension or concept.is_hypercube):
        yield _not_abstract(concept, place)
    reference = element.get(TYPED_DOMAIN)
    if reference is None or name in HEADS:
        return
    if concept is None or not concept.is_dimension:
        message = f"'{name.local_name}' refers to the type of its values by xbrldt:typedDomainRef, but is no axis"
        yield finding("XG861", message, place)
    else:
        yield from _reference(taxonomy, name, reference, schema, element)


def _not_abstract(concept: Concept, place: Location) -> Finding:
    what, kind = ("axis", "Dimension") if concept.is_dimension else ("hypercube", "Hypercube")
    message = f"the {what} '{concept.name.local_name}' is not abstract, so that facts could be reported for it"
    return finding("XG860", message, place, standard=f"xbrldte:{kind}ElementIsNotAbstractError")


def _reference(
    taxonomy: Taxonomy, name: QName, reference: str, schema: Schema, element: "Element"
) -> Iterator[Finding]:
    """What is wrong with the reference of a typed axis to the element that holds its values (section 2.5.2.1.1)."""
    place = schema.document.place(element)
    says = f"the axis '{name.local_name}' takes its values from '{reference}'"
    if not unquote(reference.partition("#")[2]):
        yield finding("XG862", f"{says}, which names a document and no element in it", place)
    elif (found := taxonomy.dts.element(reference, schema.document)) is None:
        yield finding("XG863", f"{says}, which is no part of the taxonomy", place)
    elif (fault := _fault(found[1])) is not None:
        yield finding("XG864", f"{says}, which is {fault}", place)


def _fault(target: "Element") -> str | None:
    if target.tag != _ELEMENT:
        return f"no declaration of an element, but an xs:{str(target.tag).rpartition('}')[2]}"
    parent = target.getparent()
    if parent is None or parent.tag != _SCHEMA:
        return "declared within another element, and has to be a global one"
    return "abstract, so that nothing can be written with it" if target.get("abstract") in _TRUE else None
