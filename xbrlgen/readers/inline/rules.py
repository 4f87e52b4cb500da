"""The rules of Inline XBRL 1.1 that a reader checks: the code of the finding, and the specification's own code.

A rule of the specification is known by the section of an element, the part of that section, and a name. The sections
are those of Inline XBRL 1.1 (REC 2013-11-18) and 1.0 (REC 2010-04-20).
"""

from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

INLINE_1_0 = "{http://www.xbrl.org/2008/inlineXBRL}"
INLINE_1_1 = "{http://www.xbrl.org/2013/inlineXBRL}"

_SECTIONS_1_0 = {
    "footnote": 5,
    "fraction": 6,
    "numerator": 6,
    "denominator": 6,
    "header": 7,
    "hidden": 8,
    "nonFraction": 9,
    "nonNumeric": 10,
    "references": 11,
    "resources": 12,
    "tuple": 13,
}
_SECTIONS_1_1 = {
    "continuation": 4,
    "exclude": 5,
    "footnote": 6,
    "fraction": 7,
    "numerator": 7,
    "denominator": 7,
    "header": 8,
    "hidden": 9,
    "nonFraction": 10,
    "nonNumeric": 11,
    "references": 12,
    "relationship": 13,
    "resources": 14,
    "tuple": 15,
}
_VERSIONS = {INLINE_1_0: ("ix10", _SECTIONS_1_0), INLINE_1_1: ("ix11", _SECTIONS_1_1)}

_CONSTRAINTS, _VALIDATION, _ADVICE = "constraints", "validation", "advice"
_PARTS = {_CONSTRAINTS: 1, _VALIDATION: 2}
_OTHER_PARTS = {
    ("ix10", "header"): {_CONSTRAINTS: 1, _ADVICE: 2, _VALIDATION: 3},
    ("ix11", "header"): {_CONSTRAINTS: 1, _ADVICE: 2, _VALIDATION: 3},
    ("ix11", "fraction"): {_CONSTRAINTS: 2, _VALIDATION: 3},
    ("ix11", "numerator"): {_CONSTRAINTS: 1, _VALIDATION: 3},
    ("ix11", "denominator"): {_CONSTRAINTS: 1, _VALIDATION: 3},
}


class Rule(NamedTuple):
    """A rule: the code in our catalogue, its name in the specification's codes (empty: the section says it all).

    `element` is the one whose section has the rule, empty for that of the element at fault.
    """

    code: str
    name: str = ""
    element: str = ""
    part: str = _VALIDATION

    def standard(self, namespace: str, kind: str) -> str:
        """The specification's code for an element with the local name `kind`, as ix11.4.1.2:continuationMissing."""
        found = section(namespace, self.element or kind, self.part)
        return f"{found}:{self.name}" if self.name else found


@cache
def section(namespace: str, kind: str, part: str = _VALIDATION) -> str:
    """The section that rules an element, as codes begin; the version alone where no section does."""
    version, numbers = _VERSIONS[namespace]
    if kind == "html":
        return f"{version}.3.3.1"
    if kind not in numbers:
        return version
    return f"{version}.{numbers[kind]}.1.{_OTHER_PARTS.get((version, kind), _PARTS)[part]}"


def known_elements(namespace: str) -> AbstractSet[str]:
    """The local names of the elements that a version has."""
    return _VERSIONS[namespace][1].keys()


ROOT = Rule("XG187", "rootElement", "html")
NO_TAGS = Rule("XG187", "", "html")
NAMESPACES = Rule("XG187", "multipleIxNamespaces", "html")

HEADER_MISSING = Rule("XG188", "headerMissing", "header")
RESOURCES_MISSING = Rule("XG188", "missingResources", "resources")
REFERENCES_MISSING = Rule("XG188", "missingReferences", "references")
TARGET_WITHOUT_REFERENCES = Rule("XG188", "missingReferenceTargets", "references")

MISPLACED = Rule("XG189", part=_CONSTRAINTS)
EXCLUDE_MISPLACED = Rule("XG189", "excludeMisplaced", "exclude", _CONSTRAINTS)
HIDDEN_CONTINUATION = Rule("XG189", "ancestorNodeDisallowed", "continuation", _CONSTRAINTS)

ATTRIBUTE = Rule("XG191", part=_CONSTRAINTS)
QUALIFIED_ATTRIBUTE = Rule("XG191", "qualifiedAttributeDisallowed", part=_CONSTRAINTS)

CONTINUATION_MISSING = Rule("XG192", "continuationMissing")
CONTINUATION_TARGET = Rule("XG192", "continuationTarget")
CONTINUATION_CYCLE = Rule("XG192", "continuationCycle")
CONTINUATION_NESTED = Rule("XG192", "continuationChainNested")
CONTINUATION_SHARED = Rule("XG192", "continuationReferences", "continuation")
CONTINUATION_UNUSED = Rule("XG192", "continuationNotReferenced", "continuation")

NUMBER_EMPTY = Rule("XG193", "nonFraction", part=_CONSTRAINTS)
NUMBER_CHILDREN = Rule("XG193", "nonFractionChildren")
NUMBER_MIXED = Rule("XG193", "nonFractionChildren", part=_CONSTRAINTS)
NUMBER_NESTED = Rule("XG193", "nestedNonFractionProperties")
NUMBER_NESTED_NIL = Rule("XG193", "nestedNonFractionIsNil")
NUMBER_NEGATIVE = Rule("XG194", "nonFractionNegative")

UNKNOWN_FORMAT = Rule("XG195", "invalidTransformation")
NOT_TRANSFORMED = Rule("XG196", "transformValueError", part=_CONSTRAINTS)

REFERENCES_ATTRIBUTE = Rule("XG197", "referencesAttributeDuplication")
REFERENCES_PREFIX = Rule("XG197", "referencesNamespacePrefixConflict")
REFERENCES_DEFAULT_NAMESPACE = Rule("XG197", "referenceInconsistentDefaultNamespaces", "documents")
REFERENCES_ID = Rule("XG197", "referencesTargetId")

HEADER_VISIBLE = Rule("XG198", "headerDisplayNone", "header", _ADVICE)

FRACTION_DECLARATION = Rule("XG199", "fractionDeclaration", "fraction")
FRACTION_TERMS = Rule("XG199", "fractionTerms", "fraction")
FRACTION_NIL_TERMS = Rule("XG199", "fractionNilTerms", "fraction")
FRACTION_DESCENDANTS = Rule("XG199", "fractionDescendants", "fraction")
FRACTION_ATTRIBUTES = Rule("XG199", "fractionChildAttributes", "fraction")
FRACTION_NESTED_NIL = Rule("XG199", "nestedFractionIsNil", "fraction")
TERM_DESCENDANTS = Rule("XG199", "fractionTermDescendants")
TERM_NEGATIVE = Rule("XG199", "fractionTermNegative")
TUPLE_ID_REPEATED = Rule("XG199", "tupleIdDuplication")
TUPLE_WITHOUT_ID = Rule("XG199", "tupleID")
TUPLE_MISSING = Rule("XG199", "tupleRefMissing")
TUPLE_ORDER_MISSING = Rule("XG199", "tupleMemberOrderMissing")
TUPLE_TARGET = Rule("XG199", "tupleMemberDifferentTarget")
TUPLE_CONTENT = Rule("XG199", "tupleContentError", "tuple")
TUPLE_SAME_ORDER = Rule("XG199", "tupleSameOrderMembersUnequal")
TUPLE_CYCLE = Rule("XG199", "tupleNestingCycle")

REPEATED_ID = Rule("XG153", "uniqueIxId")
REPEATED_RESOURCE_ID = Rule("XG153", "resourceIdDuplication", "resources")
REPEATED_REFERENCES_ID = Rule("XG153", "referencesIdDuplication", "references")

FOOTNOTE_LANGUAGE = Rule("XG163", "footnoteLang", "footnote")
FOOTNOTE_MISSING = Rule("XG163", "footnoteRef", "footnote")
RELATIONSHIP_FROM = Rule("XG163", "relationshipFromRef", "relationship")
RELATIONSHIP_TO = Rule("XG163", "relationshipToRef", "relationship")
RELATIONSHIP_MIXED = Rule("XG163", "relationshipToRefMix", "relationship")
RELATIONSHIP_OVERLAP = Rule("XG163", "relationshipFromToMatch", "relationship")
