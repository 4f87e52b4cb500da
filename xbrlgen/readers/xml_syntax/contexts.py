"""Contexts: entity, period and dimensions (XBRL 2.1 section 4.7, XBRL Dimensions 1.0 section 3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from xbrlgen.model import Dimension, Entity, Period, QName, TypedMember, Vocabulary
from xbrlgen.readers.canonical import UnreadableError, collapsed, moment, typed_value
from xbrlgen.readers.xml_syntax.source import XBRLDI, XBRLI, XSI, Source, name_of, resolved

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(frozen=True, slots=True)
class Context:
    """What a context says of its facts."""

    entity: Entity
    period: Period | None
    dimensions: tuple[Dimension, ...]


def read_context(element: "Element", source: Source, vocabulary: Vocabulary | None) -> Context | None:
    """The context, None, with findings, where it is too broken to be one."""
    entity = _entity(element, source)
    period, is_read = _period(element, source)
    dimensions = _dimensions(element, source, vocabulary)
    if entity is None or not is_read or dimensions is None:
        return None
    return Context(entity, period, dimensions)


def _fault(element: "Element", source: Source, standard: str, what: str) -> None:
    context = next(each for each in (element, *element.iterancestors()) if each.tag == f"{XBRLI}context")
    code = "XG157" if standard.startswith(("xbrldie", "xbrlxe")) else "XG156"
    source.fault(code, f"context {context.get('id', '')!r}: {what}", element, standard=standard)


def _entity(element: "Element", source: Source) -> Entity | None:
    identifier = element.find(f"{XBRLI}entity/{XBRLI}identifier")
    if identifier is None:
        _fault(element, source, "xbrl.4.7.3", "it names no entity")
        return None
    scheme, text = collapsed(identifier.get("scheme", "")), collapsed(identifier.text or "")
    if not scheme or not text:
        _fault(identifier, source, "xbrl.4.7.3.1", "its entity lacks a scheme or an identifier")
        return None
    return Entity(scheme, text)


def _period(element: "Element", source: Source) -> tuple[Period | None, bool]:
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
    if start is not None and start >= end:
        _fault(last, source, "xbrl.4.7.2", f"it ends at {end} but starts at {start}")
        return None, False
    return Period(start, end), True


def _moment(element: "Element", source: Source, *, is_end: bool) -> datetime:
    when, has_zone = moment(element.text or "", is_end=is_end)
    if has_zone:
        source.fault("XG168", f"the time zone of {element.text} is left aside", element)
    return when


def _dimensions(element: "Element", source: Source, vocabulary: Vocabulary | None) -> tuple[Dimension, ...] | None:
    found: dict[QName, Dimension] = {}
    is_whole = True
    for member in _members(element, source):
        dimension = _dimension(member, source, vocabulary)
        if dimension is None:
            is_whole = False
        elif dimension.axis in found:
            _fault(member, source, "xbrldie:RepeatedDimensionInInstanceError", f"it has {dimension.axis} twice")
            is_whole = False
        elif vocabulary is not None and dimension.member == vocabulary.default_member(dimension.axis):
            what = f"it writes {dimension.member}, the default of {dimension.axis}"
            _fault(member, source, "xbrldie:DefaultValueUsedInInstanceError", what)
        else:
            found[dimension.axis] = dimension
    return tuple(sorted(found.values(), key=lambda each: each.sort_key)) if is_whole else None


def _members(element: "Element", source: Source) -> Iterator["Element"]:
    """The dimension members in segment and scenario; OIM has no place for other content of theirs."""
    for container in element.iterfind(f"{XBRLI}entity/{XBRLI}segment"), element.iterfind(f"{XBRLI}scenario"):
        for part in (part for each in container for part in each):
            if str(part.tag) in {f"{XBRLDI}explicitMember", f"{XBRLDI}typedMember"}:
                yield part
            else:
                what = f"{name_of(str(part.tag))} in segment or scenario is no dimension member"
                _fault(part, source, "xbrlxe:nonDimensionalSegmentScenarioContent", what)


def _dimension(member: "Element", source: Source, vocabulary: Vocabulary | None) -> Dimension | None:
    try:
        axis = resolved(collapsed(member.get("dimension", "")), member)
        if member.tag == f"{XBRLDI}explicitMember":
            return Dimension(axis, resolved(collapsed(member.text or ""), member))
    except UnreadableError as error:
        _fault(member, source, "xbrldie:ExplicitMemberUndefinedQNameError", str(error))
        return None
    return _typed(member, axis, source, vocabulary)


def _typed(member: "Element", axis: QName, source: Source, vocabulary: Vocabulary | None) -> Dimension | None:
    if len(member) != 1:
        what = f"the typed member on {axis} has {len(member)} elements instead of one"
        _fault(member, source, "xbrldie:IllegalTypedDimensionContentError", what)
        return None
    value = member[0]
    if len(value):
        what = f"the typed member on {axis} has elements within {name_of(str(value.tag))}"
        _fault(member, source, "xbrlxe:unsupportedComplexTypedDimension", what)
        return None
    if collapsed(value.get(f"{XSI}nil", "")) in {"true", "1"}:
        return Dimension(axis, TypedMember(None))
    concept = vocabulary.concept(axis) if vocabulary is not None else None
    domain = None if concept is None else concept.typed_domain
    if domain is not None and domain.element != name_of(str(value.tag)):
        what = f"the typed member on {axis} is in {name_of(str(value.tag))} instead of {domain.element}"
        _fault(member, source, "xbrldie:IllegalTypedDimensionContentError", what)
    item_type = None if domain is None else domain.item_type
    return Dimension(axis, TypedMember(typed_value(value.text or "", item_type, lambda word: resolved(word, value))))
