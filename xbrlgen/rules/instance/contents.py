"""What stands in segments, scenarios and tuples, and the periods of fractions (XBRL 2.1 sections 4.6, 4.7 and 4.9)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xbrlgen.findings import Finding
from xbrlgen.instance import Container, InstanceContext
from xbrlgen.model import QName
from xbrlgen.model.namespaces import XBRLI
from xbrlgen.rules.instance.subject import InstanceSubject

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_XBRLI = f"{{{XBRLI}}}"
_SECTIONS = (("segment", "xbrl.4.7.3.2"), ("scenario", "xbrl.4.7.4"))
_OF_ITEMS = {
    "contextRef": "xbrl.4.6.1:tupleContextRef",
    "unitRef": "xbrl.4.6.2:tupleUnitRef",
    "decimals": "xbrl.4.6.3:tuplePrecisionDecimals",
    "precision": "xbrl.4.6.3:tuplePrecisionDecimals",
}
_OF_XBRL = (
    _XBRLI,
    "{http://www.xbrl.org/2003/linkbase}",
    "{http://www.w3.org/1999/xlink}",
    "{http://www.xbrl.org/2003/XLink}",
)
_TERMS = frozenset({f"{_XBRLI}numerator", f"{_XBRLI}denominator"})


def containers(subject: InstanceSubject) -> Iterator[Finding]:
    """Segments and scenarios hold something, which is neither XBRL's own nor reports facts.

    Those that contexts share are looked at once; where something is wrong with any, all are told of with their places.
    """
    if any(True for part in subject.document.containers for _ in _wrong(subject, part)):
        for context in subject.document.contexts_in_full().values():
            for (name, section), part in zip(_SECTIONS, (context.segment, context.scenario), strict=True):
                yield from _container(subject, context, part, name, section)


def _container(
    subject: InstanceSubject, context: InstanceContext, container: Container, name: str, section: str
) -> Iterator[Finding]:
    for element, what, kind in _wrong(subject, container):
        message = f"context '{context.id}' has a {name} with {what}"
        yield subject.finding("XG831", message, element, standard=f"{section}:{name}{kind}")


def _wrong(subject: InstanceSubject, container: Container) -> "Iterator[tuple[Element, str, str]]":
    """What has no place in a container: the element, in words, and as the codes of the standard end."""
    if container.element is None:
        return
    if not container.members and not container.other:
        yield container.element, "nothing in it", "Empty"
    waiting = [*reversed((*container.other, *container.members))]
    while waiting:
        element = waiting.pop()
        tag = str(element.tag)
        if tag.startswith(_XBRLI):
            yield element, f"{tag.replace(_XBRLI, 'xbrli:')} in it", "XbrliElement"
        elif subject.taxonomy.concept(QName.parse(tag)) is not None:
            yield element, f"{subject.spelt(QName.parse(tag))} in it, which is an item or tuple", "ItemOrTuple"
        else:
            waiting += reversed([*element.iterchildren("*")])


def structured_facts(subject: InstanceSubject) -> Iterator[Finding]:
    """Tuples and fractions; other items are judged as facts of a report."""
    for element in subject.document.structured():
        if len(element) and element[0].tag in _TERMS:
            yield from _fraction(subject, element)
        elif len(element) or element.get("contextRef") is None:
            yield from _tuple(subject, element)


def _tuple(subject: InstanceSubject, element: "Element") -> Iterator[Finding]:
    """Tuples have no attributes that XBRL defines (section 4.9); pages write theirs on tags of their own."""
    concept = None if subject.document.is_inline else subject.concept(element)
    if concept is None or concept.substitution_group.local_name != "tuple":
        return
    for attribute in map(str, element.attrib):
        standard = _OF_ITEMS.get(attribute, "xbrl.4.9:tupleAttribute")
        if attribute in _OF_ITEMS or attribute.startswith(_OF_XBRL):
            message = f"{subject.spelt(concept.name)} is a tuple and has the attribute {attribute}"
            yield subject.finding("XG832", message, element, standard=standard)


def _fraction(subject: InstanceSubject, element: "Element") -> Iterator[Finding]:
    """Fractions are at moments or over durations as their concepts are (section 4.7.2)."""
    concept = subject.concept(element)
    context = subject.document.contexts.get(element.get("contextRef", "").strip())
    if concept is None or context is None or context.period is None:
        return
    is_instant = context.period.find(f"{_XBRLI}instant") is not None
    if (concept.period_type == "instant") != is_instant:
        wanted = "a moment" if concept.period_type == "instant" else "a stretch of time"
        message = f"{subject.spelt(concept.name)} is measured for {wanted}, but context '{context.id}' is not of one"
        yield subject.finding("XG833", message, element)
