"""The explaining engine: the `xmlschema` library on the schemas as they are.

It is slow and knows what would have been right: it judges again what the fast engine rejects, and proves it in tests.
"""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from xbrlgen.schema_validation.excerpts import MOST_CHILDREN, excerpt
from xbrlgen.schema_validation.names import link, xs
from xbrlgen.schema_validation.schema_document import SchemaDocument
from xbrlgen.schema_validation.value_spaces import of_facet, of_type
from xbrlgen.schema_validation.violation import LIMIT, Offence, Violation
from xbrlgen.taxonomy.costly_patterns import is_costly

if TYPE_CHECKING:
    from lxml import etree
    from xmlschema import XMLSchema

_ATTRIBUTE = re.compile(r"^(?:missing required )?attribute '?([^'=\s]+)|^'([^']+)' attribute not allowed")
_OFFENCES = {
    "missing required attribute": Offence.MISSING_ATTRIBUTE,
    "not allowed": Offence.ATTRIBUTE_NOT_ALLOWED,
    "prohibited": Offence.ATTRIBUTE_NOT_ALLOWED,
    "character data": Offence.TEXT,
    "abstract": Offence.ABSTRACT,
    "nil": Offence.NIL,
    "child elements": Offence.MISPLACED_ELEMENT,
    "xs:ID": Offence.DUPLICATE_ID,
}

_REFERENCES = {link(name) for name in ("schemaRef", "linkbaseRef", "roleRef", "arcroleRef")}
# An excerpt does not know all ids.
_PARTIAL = {Offence.DUPLICATE_ID, Offence.DANGLING_REFERENCE}


def built(documents: Sequence[SchemaDocument], names: frozenset[str] | None = None) -> "XMLSchema":
    """The schemas as `xmlschema` has them; given local `names`, without what a document of these names cannot meet.

    A global element that no document, reference or substitution names has no say, and leaving out thousands of unused
    concepts turns seconds into a fraction of one.
    """
    from xmlschema import XMLSchema

    met = None if names is None else names.union(*(_named(document.root) for document in documents))
    sources: list[Any] = [_source(document, met) for document in documents]
    return XMLSchema(sources, validation="lax", allow="none", use_fallback=False)


def violations(root: "etree._Element", schema: "XMLSchema") -> Iterator[Violation]:
    """What is wrong in the document of `root`; references and ids apart, for it may be a part of a document."""
    errors = schema.iter_errors(cast("Any", root))
    while True:
        try:
            error = next(errors, None)
        except (ArithmeticError, LookupError, RecursionError, ValueError):
            return  # what the library cannot take, such as years of 20 digits, is for the fast engine alone
        if error is None:
            return
        if error.elem is not None and "IDREF" not in (error.reason or ""):
            yield _violation(error)


def explained(
    root: "etree._Element", found: Sequence[Violation], documents: Sequence[SchemaDocument]
) -> list[Violation]:
    """The violations `found` in the document of `root`, with what was expected there, and others that hide near them.

    Only an excerpt is judged: the document's references and the children of the root that are faulty, of these in turn
    only the faulty children where they have thousands. What is said of an element that lacks children there would be
    about the excerpt, and is left out.
    """
    from xmlschema import XMLSchemaException

    faulty = {each for violation in found for each in (violation.element, *violation.element.iterancestors())}
    shown = [each for each in root.iterchildren("*") if each in faulty or each.tag in _REFERENCES]
    originals = excerpt(root, shown, faulty)
    partial = {root, *(each for each in shown if len(each) > MOST_CHILDREN)}
    names = frozenset(str(element.tag).rpartition("}")[2] for element in originals)
    try:
        said = list(islice(violations(next(iter(originals)), built(documents, names)), LIMIT))
    except XMLSchemaException:
        return list(found)
    meant = (each._replace(element=originals.get(each.element, root)) for each in said if each.offence not in _PARTIAL)
    more = {each.place: each for each in meant if not _is_about(each, partial)}
    known = {each.element for each in found}
    joined = [_joined(each, more.get(each.place)) for each in found]
    return [*joined, *(each for each in more.values() if each.element not in known)]


def _is_about(violation: Violation, elements: "Container[etree._Element]") -> bool:
    """Whether a violation is about one of `elements`, its content included."""
    misplaced = violation.offence is Offence.MISPLACED_ELEMENT
    return violation.element in elements or (misplaced and violation.element.getparent() in elements)


def _joined(violation: Violation, other: Violation | None) -> Violation:
    """What the fast engine found, completed by what the other one expected."""
    if other is None or violation.expected or other.offence is not violation.offence:
        return violation
    return violation._replace(expected=other.expected)


def _named(root: "etree._Element") -> set[str]:
    """The local names that a schema refers to."""
    references = root.xpath("//@ref | //@substitutionGroup", smart_strings=False)
    return {str(name).rpartition(":")[2].strip() for name in references} if isinstance(references, list) else set()


def _source(document: SchemaDocument, met: frozenset[str] | None) -> str:
    from lxml import etree

    root = (document if met is None else document.reduced(met)).copy()
    for include in list(root.iterchildren(xs("include"))):
        root.remove(include)
    for declaration in list(root.iterchildren(xs("element"))):
        if met is not None and declaration.get("name") not in met:
            root.remove(declaration)
    for pattern in list(root.iter(xs("pattern"))):  # the library tries one way after the other, maybe for ever
        if is_costly(pattern.get("value", "")) and (restriction := pattern.getparent()) is not None:
            restriction.remove(pattern)
    if document.namespace:
        root.set("targetNamespace", document.namespace)
    return etree.tostring(root, encoding="unicode")


def _violation(error: Any) -> Violation:
    reason = error.reason or ""
    if (child := error.invalid_child) is not None:
        return Violation(Offence.MISPLACED_ELEMENT, child, "", _tags(error))
    if hasattr(error, "particle"):
        return Violation(Offence.INCOMPLETE, error.elem, "", _tags(error))
    named = _ATTRIBUTE.search(reason)
    attribute = (named[1] or named[2]) if named else ""
    offence = next((each for words, each in _OFFENCES.items() if words in reason), None)
    element = error.elem[0] if offence is Offence.MISPLACED_ELEMENT and len(error.elem) else error.elem
    if offence is None:
        offence = Offence.ATTRIBUTE_VALUE if attribute else Offence.VALUE
    return Violation(offence, element, attribute, _values(error.validator))


def _tags(error: Any) -> tuple[str, ...]:
    """The names of the elements that might have stood there; wildcards have none."""
    return tuple(each.name for each in error.expected or () if getattr(each, "name", None))


def _values(validator: Any) -> tuple[str, ...]:
    """A phrase for what `validator`, a type or a facet, allows."""
    name = getattr(validator, "name", None) or ""
    values = (getattr(validator, each, None) for each in ("enumeration", "regexps", "value"))
    limit = next((value for value in values if value is not None), "")
    limits = " or ".join(map(str, limit)) if isinstance(limit, list) else str(limit)
    phrase = of_type(name) or of_facet(name.rpartition("}")[2], limits)
    return (phrase,) if phrase else ()
