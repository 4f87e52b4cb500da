"""Judges the concepts that the schemas of others declare (XBRL 2.1 section 5.1.1)."""

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding, finding
from xbrlgen.model import Concept, QName
from xbrlgen.model.namespaces import XBRLI
from xbrlgen.taxonomy.concepts import TUPLE, XBRLDT, Concepts
from xbrlgen.taxonomy.documents import Source
from xbrlgen.taxonomy.schema import Schema

if TYPE_CHECKING:
    from lxml.etree import _Element

_STANDARD = {XBRLI, XBRLDT}
_PERIOD_TYPES = {"instant", "duration"}


def check_declarations(concepts: Concepts, sound: Container[Source] = ()) -> Iterator[Finding]:
    """What is wrong with the declarations of concepts outside of documents known as `sound`."""
    for schema in concepts.dts.schemas.values():
        if schema.namespace in _STANDARD or schema.document.source in sound:
            continue
        for local_name, element in schema.elements.items():
            yield from _check(QName(schema.namespace, local_name), schema, element, concepts)


def _check(name: QName, schema: Schema, element: "_Element", concepts: Concepts) -> Iterator[Finding]:
    concept = concepts.get(name)
    if concept is not None and concept.item_type is not None and concept.period_type in _PERIOD_TYPES:
        return
    place = schema.document.place(element)
    group = element.get("substitutionGroup", "")
    if concept is None:
        if group and concepts.declaration(schema.resolve(group, element)) is None:
            message = f"'{name.local_name}' substitutes for '{group}', which the taxonomy does not declare"
            yield finding("XG308", message, place)
        return
    if concept.substitution_group == TUPLE:
        return
    if concept.item_type is None:
        message = f"the type '{element.get('type', '')}' of '{name.local_name}' is not declared in the taxonomy"
        yield finding("XG306", message, place)
    if concept.period_type not in _PERIOD_TYPES:
        yield finding("XG309", _period_type(concept), place)


def _period_type(concept: Concept) -> str:
    given = f"has the period type '{concept.period_type}'" if concept.period_type else "has no period type"
    return f"'{concept.name.local_name}' {given}; it has to be instant or duration"
