"""Contexts: entity, period and dimensions (XBRL 2.1 section 4.7, XBRL Dimensions 1.0 section 3)."""

import re
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Severity
from xbrlgen.instance import NO_CONTAINER, Container, InstanceContext
from xbrlgen.model import Dimension, Entity, Period, QName, TypedMember, Vocabulary
from xbrlgen.readers.canonical import UnreadableError, collapsed, moment, typed_value
from xbrlgen.readers.xml_syntax.source import XBRLDI, XBRLI, XSI, Source, name_of, resolved

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ZONE = re.compile(r"(?:Z|(?<=.{9})(?P<sign>[+-])(?P<hours>[0-9]{2}):(?P<minutes>[0-9]{2}))$")
_MEMBERS = frozenset({f"{XBRLDI}explicitMember", f"{XBRLDI}typedMember"})


class Context(NamedTuple):
    """What a context says of its facts; `beyond_oim` says that a report cannot hold all of it."""

    id: str
    entity: Entity
    period: Period | None
    dimensions: tuple[Dimension, ...]
    beyond_oim: bool = False


def instance_context(element: "Element", source: Source, vocabulary: Vocabulary | None) -> InstanceContext:
    """The context as XBRL 2.1 knows it, with findings for dimensions that cannot be read."""
    identifier = collapsed(element.get("id", ""))
    entity, period = element.find(f"{XBRLI}entity"), element.find(f"{XBRLI}period")
    segment = read_container(element.find(f"{XBRLI}entity/{XBRLI}segment"), source, vocabulary)
    scenario = read_container(element.find(f"{XBRLI}scenario"), source, vocabulary)
    return InstanceContext(identifier, entity, period, segment, scenario)


def read_context(
    element: "Element", context: InstanceContext, source: Source, vocabulary: Vocabulary | None
) -> Context | None:
    """What a report keeps of the context in `element`, with findings where OIM cannot hold it all.

    None where it is too broken.
    """
    entity = read_entity(element, source)
    period, is_read = read_period(element, source)
    dimensions = read_dimensions(context, source, vocabulary)
    if entity is None or not is_read or dimensions is None:
        return None
    return Context(context.id, entity, period, dimensions, _is_beyond_oim(context, source))


def _fault(element: "Element", source: Source, standard: str, what: str) -> None:
    code = "XG157" if standard.startswith("xbrldie") else "XG156"
    source.fault(code, f"context {_context_of(element)!r}: {what}", element, standard=standard)


def _context_of(element: "Element") -> str:
    context = next(each for each in (element, *element.iterancestors()) if each.tag == f"{XBRLI}context")
    return context.get("id", "")


def beyond_oim(container: Container) -> "Element | None":
    """What OIM has no place for in a container, the first of it (xBRL-XML 1.0 section 2.1.7)."""
    complex_members = (member for member in container.members if len(member) == 1 and len(member[0]))
    return next(chain(container.other, complex_members), None)


def _is_beyond_oim(context: InstanceContext, source: Source) -> bool:
    """Whether a context says what OIM has no place for, with a finding."""
    for container in (context.segment, context.scenario):
        part = beyond_oim(container)
        if part is not None and part.tag in _MEMBERS:
            what = f"its typed member on {part.get('dimension')} has elements within {name_of(str(part[0].tag))}"
            _leave_out(context, part, source, "xbrlxe:unsupportedComplexTypedDimension", what)
            return True
        if part is not None:
            what = f"{name_of(str(part.tag))} in segment or scenario is no dimension member"
            _leave_out(context, part, source, "xbrlxe:nonDimensionalSegmentScenarioContent", what)
            return True
    return False


def _leave_out(context: InstanceContext, part: "Element", source: Source, standard: str, what: str) -> None:
    source.fault("XG830", f"context {context.id!r}: {what}; its facts are left out", part, standard=standard)


def read_entity(element: "Element", source: Source) -> Entity | None:
    """The entity of the context in `element`; None, with a finding, where it names none."""
    identifier = element.find(f"{XBRLI}entity/{XBRLI}identifier")
    if identifier is None:
        _fault(element, source, "xbrl.4.7.3", "it names no entity")
        return None
    scheme, text = collapsed(identifier.get("scheme", "")), collapsed(identifier.text or "")
    if not scheme:
        _fault(identifier, source, "xbrl.4.7.3.1", "its entity lacks a scheme")
        return None
    if not text:  # which the schema allows
        what = f"context {_context_of(identifier)!r}: its entity has an empty identifier"
        source.fault("XG156", what, identifier, standard="xbrl.4.7.3.1", severity=Severity.WARNING)
    return _entity_of(scheme, text)


@lru_cache(maxsize=4096)
def _entity_of(scheme: str, identifier: str) -> Entity:
    """One object for the same entity, however many contexts name it."""
    return Entity(scheme, identifier)


@lru_cache(maxsize=4096)
def _period_of(start: datetime | None, end: datetime) -> Period:
    """One object for the same period."""
    return Period(start, end)


def read_period(element: "Element", source: Source) -> tuple[Period | None, bool]:
    """The period (None for forever), and whether it could be read."""
    period = element.find(f"{XBRLI}period")
    parts = {} if period is None else {str(part.tag): part for part in period}
    match sorted(tag.removeprefix(XBRLI) for tag in parts):
        case ["forever"]:
            return None, True
        case ["instant"]:
            first, last = None, parts[f"{XBRLI}instant"]
        case ["endDate", "startDate"]:
            first, last = parts[f"{XBRLI}startDate"], parts[f"{XBRLI}endDate"]
        case _:
            _fault(element, source, "xbrl.4.7.2", "its period is neither an instant, a start and an end, nor forever")
            return None, False
    try:
        start = None if first is None else _moment(first, source, is_end=False)
        end = _moment(last, source, is_end=True)
    except UnreadableError as error:
        _fault(last if first is None else first, source, "xbrl.4.7.2", str(error))
        return None, False
    if first is None or start is None:
        return _period_of(start, end), True
    length = end - start - _later_by_zone(first, last)
    if length <= timedelta():
        _fault(last, source, "xbrl.4.7.2", f"it ends at {end} but starts at {start}")
        return None, False
    return _period_of(start, end if start < end else start + length), True


def _later_by_zone(first: "Element", last: "Element") -> timedelta:
    """By how much the clocks of a period's end are ahead of those of its start; of a date without zone nobody knows."""
    zones = _zone(first), _zone(last)
    return timedelta() if zones[0] is None or zones[1] is None else zones[1] - zones[0]


def _zone(element: "Element") -> timedelta | None:
    """The time zone of a date; None where it has none."""
    match = _ZONE.search(collapsed(element.text or ""))
    if match is None:
        return None
    offset = timedelta(hours=int(match["hours"] or 0), minutes=int(match["minutes"] or 0))
    return -offset if match["sign"] == "-" else offset


def _moment(element: "Element", source: Source, *, is_end: bool) -> datetime:
    when, has_zone = moment(element.text or "", is_end=is_end)
    if has_zone:
        source.fault("XG168", f"the time zone of {element.text} is left aside", element)
    return when


def read_container(element: "Element | None", source: Source, vocabulary: Vocabulary | None) -> Container:
    """What stands in a segment or scenario; findings for dimensions that cannot be read."""
    if element is None:
        return NO_CONTAINER
    parts = [*element.iterchildren("*")]
    members = [part for part in parts if part.tag in _MEMBERS]
    dimensions = [read for each in members if (read := _dimension(each, source, vocabulary)) is not None]
    other = [part for part in parts if part.tag not in _MEMBERS] if len(members) < len(parts) else ()
    return Container(tuple(dimensions), tuple(other), tuple(members), element)


def read_dimensions(
    context: InstanceContext, source: Source, vocabulary: Vocabulary | None
) -> tuple[Dimension, ...] | None:
    """The dimensions of both containers as a report has them; None, with findings, where they cannot be read."""
    found: dict[QName, Dimension] = {}
    is_whole = True
    for container in (context.segment, context.scenario):
        is_whole = is_whole and len(container.dimensions) == len(container.members)
        for dimension, member in zip(container.dimensions, container.members, strict=False):
            if dimension.axis in found:
                _fault(member, source, "xbrldie:RepeatedDimensionInInstanceError", f"it has {_axis(member)} twice")
                is_whole = False
            elif vocabulary is not None and dimension.member == vocabulary.default_member(dimension.axis):
                what = (
                    f"it writes {collapsed(member.text or '')}, the default of {_axis(member)}, which is to be left out"
                )
                _fault(member, source, "xbrldie:DefaultValueUsedInInstanceError", what)
            else:
                found[dimension.axis] = dimension
    return tuple(sorted(found.values(), key=lambda each: each.sort_key)) if is_whole else None


def _dimension(member: "Element", source: Source, vocabulary: Vocabulary | None) -> Dimension | None:
    try:
        axis = resolved(collapsed(member.get("dimension", "")), member)
        if member.tag == f"{XBRLDI}explicitMember":
            return Dimension(axis, resolved(collapsed(member.text or ""), member))
    except UnreadableError as error:
        is_typed = member.tag == f"{XBRLDI}typedMember"  # whose dimension is then no typed one
        standard = "TypedMemberNotTypedDimensionError" if is_typed else "ExplicitMemberUndefinedQNameError"
        _fault(member, source, f"xbrldie:{standard}", str(error))
        return None
    return _typed(member, axis, source, vocabulary)


def _typed(member: "Element", axis: QName, source: Source, vocabulary: Vocabulary | None) -> Dimension | None:
    if len(member) != 1:
        what = f"the value on {_axis(member)} has {len(member)} elements instead of one"
        _fault(member, source, "xbrldie:IllegalTypedDimensionContentError", what)
        return None
    value = member[0]
    if beside := collapsed(f"{member.text or ''} {value.tail or ''}"):  # schemas of pages do not look into segments
        what = f"the value on {_axis(member)} has the text {beside!r} beside its element"
        _fault(member, source, "xbrldie:IllegalTypedDimensionContentError", what)
    if collapsed(value.get(f"{XSI}nil", "")) in {"true", "1"}:
        return Dimension(axis, TypedMember(None))
    concept = vocabulary.concept(axis) if vocabulary is not None else None
    domain = None if concept is None else concept.typed_domain
    if domain is not None and domain.element != name_of(str(value.tag)):
        what = f"the value on {_axis(member)} is in {name_of(str(value.tag))} instead of {domain.element}"
        _fault(member, source, "xbrldie:IllegalTypedDimensionContentError", what)
    if len(value):
        return Dimension(axis, TypedMember(_canonical(value)))
    item_type = None if domain is None else domain.item_type
    return Dimension(axis, TypedMember(typed_value(value.text or "", item_type, lambda word: resolved(word, value))))


def _axis(member: "Element") -> str:
    """The name of the axis as it is written."""
    return collapsed(member.get("dimension", ""))


def _canonical(element: "Element") -> str:
    """An element in the one spelling of Canonical XML, whatever prefixes are in scope around it."""
    from lxml import etree

    return etree.tostring(element, method="c14n", exclusive=True).decode()
