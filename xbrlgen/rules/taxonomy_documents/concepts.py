"""How items and tuples are declared (XBRL 2.1 sections 4.9 and 5.1.1)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Finding, finding
from xbrlgen.model import QName, ValueKind
from xbrlgen.model.namespaces import XBRLI
from xbrlgen.rules.taxonomy_documents.subject import TaxonomyDocuments
from xbrlgen.taxonomy.concepts import TUPLE
from xbrlgen.taxonomy.item_types import Definition
from xbrlgen.taxonomy.schema import Schema

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PERIOD_TYPE, _BALANCE = f"{{{XBRLI}}}periodType", f"{{{XBRLI}}}balance"
_ITEM_TYPES = frozenset(
    f"{name}ItemType"
    for name in (
        *("decimal", "float", "double", "integer", "nonPositiveInteger", "negativeInteger", "long", "int", "short"),
        *("byte", "nonNegativeInteger", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"),
        *("positiveInteger", "monetary", "shares", "pure", "fraction", "string", "boolean", "hexBinary"),
        *("base64Binary", "anyURI", "QName", "duration", "dateTime", "time", "date", "gYearMonth", "gYear"),
        *("gMonthDay", "gDay", "gMonth", "normalizedString", "token", "language", "Name", "NCName"),
    )
)
"""The item types of XBRL 2.1 (section 5.1.1.3)."""


class _Fault(NamedTuple):
    """A fault of a declaration: `clause` follows the name of the concept."""

    code: str
    standard: str
    clause: str


def declarations(documents: TaxonomyDocuments) -> Iterator[Finding]:
    """The attributes and types of items and tuples; declarations that say the same are judged once."""
    for schema in documents.schemas:
        known: dict[tuple[str | None, ...], tuple[_Fault, ...]] = {}
        for name, element in schema.elements.items():
            key = (*map(element.get, ("substitutionGroup", "type", _PERIOD_TYPE, _BALANCE)),)
            if key not in known or len(element) or schema.document.has_local_prefixes:
                known[key] = tuple(_faults(documents, schema, element))
            for fault in known[key]:
                message = f"'{name}' {fault.clause}"
                yield finding(fault.code, message, schema.document.place(element), standard=fault.standard)


def _faults(documents: TaxonomyDocuments, schema: Schema, element: "Element") -> Iterator[_Fault]:
    concept = documents.concepts.get(QName(schema.namespace, element.get("name", "")))
    if concept is None:
        return
    if concept.substitution_group == TUPLE:
        yield from _faults_of_tuple(element)
        return
    definition = documents.concepts.definition(schema, element)
    if definition is None:
        return  # told when the taxonomy is loaded
    if not _is_item_type(definition):
        clause = f"has the type '{element.get('type', '')}', which derives from no item type of XBRL"
        yield _Fault("XG807", "xbrl.5.1.1.3:itemType", clause)
    if concept.balance and concept.kind is not ValueKind.MONETARY:
        yield _Fault("XG808", "xbrl.5.1.1.2:itemBalance", f"is {concept.balance}, but no amount of money")


def _faults_of_tuple(element: "Element") -> Iterator[_Fault]:
    for attribute, standard in ((_PERIOD_TYPE, "xbrl.4.9:tuplePeriodType"), (_BALANCE, "xbrl.4.9:tupleBalance")):
        if element.get(attribute) is not None:
            name = attribute.rpartition("}")[2]
            yield _Fault("XG805", standard, f"is a tuple, but says {name}='{element.get(attribute)}'")


def _is_item_type(definition: Definition) -> bool:
    """Whether a type is one of the item types of XBRL 2.1 or derives from one."""
    return any(each.namespace == XBRLI and each.local_name in _ITEM_TYPES for each in definition.ancestors)
