"""Axes must be axes, members must be members, and defaults stay unwritten."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from xbrlgen.findings import Finding, Severity, finding
from xbrlgen.model import Axis, Concept, Dimension, Fact, QName, TypedMember, ValueKind
from xbrlgen.rules.dimensional.axes import declaration
from xbrlgen.rules.lexical import is_lexical, normalized
from xbrlgen.rules.subject import SHOWN_PLACES, Subject
from xbrlgen.rules.wording import counted, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

    from xbrlgen.findings import Location
    from xbrlgen.instance import Container

_OF_READERS = frozenset({"XG365"})
"""What readers of instances tell themselves, as they leave it out of the report."""

_OF_SCHEMAS = frozenset({"XG369"})
"""What the schemas of an instance tell; they do not see into the contexts of a page."""


class _Fault(NamedTuple):
    """A code, what is wrong, and where the catalogue's do not fit, the standard's code and the severity."""

    code: str
    words: str
    standard: str = ""
    severity: Severity | None = None


def dimensions(subject: Subject) -> Iterator[Finding]:
    """Each axis with each of its members once, however many facts or contexts have them (XBRL Dimensions 1.0 section
    3.1). An instance is judged by its contexts, also those that no fact has.
    """
    axes = {axis.name: axis for axis in subject.report.extension.axes} if subject.report.extension else {}
    if subject.instance is None:
        yield from _on_facts(subject, axes)
    else:
        yield from _in_contexts(subject)


def repeated_axes(subject: Subject) -> Iterator[Finding]:
    """Facts with two members of one axis (XBRL Dimensions 1.0 section 3.1)."""
    are_any = any(_are_repeated(each.dimensions) for each in subject.index.situations)
    for fact in subject.report.facts if are_any else ():
        if _are_repeated(fact.dimensions):
            counts = Counter(dimension.axis for dimension in fact.dimensions)
            for axis in (axis for axis, count in counts.items() if count > 1):
                message = f"{subject.told(fact)} has {counts[axis]} members of {subject.spelt(axis)}."
                yield subject.finding("XG366", message, fact)


def is_sound(subject: Subject, dimension: Dimension) -> bool:
    """Whether the axis is one, and the member is of the kind that it takes: what hypercubes go by."""
    return _of_axis(subject, dimension) is None and _of_unknown(subject, dimension) is None


def _are_repeated(dimensions: tuple[Dimension, ...]) -> bool:
    return len(dimensions) > 1 and len({each.axis for each in dimensions}) < len(dimensions)


def _on_facts(subject: Subject, axes: dict[QName, Axis]) -> Iterator[Finding]:
    found = dict.fromkeys(dimension for situation in subject.index.situations for dimension in situation.dimensions)
    faults = {each: fault for each in found if (fault := _fault(subject, each, axes.get(each.axis))) is not None}
    by_dimension: dict[Dimension, list[Fact]] = {dimension: [] for dimension in faults}
    for fact in subject.report.facts if faults else ():
        for dimension in fact.dimensions:
            if dimension in faults:
                by_dimension[dimension].append(fact)
    for dimension, facts in by_dimension.items():
        places = subject.places(*(fact.id for fact in facts[:SHOWN_PLACES]))
        used = f"used by {counted(len(facts), 'fact')}"
        yield _finding(subject, dimension, faults[dimension], used, places, fact=facts[0].id if facts else "")


def _in_contexts(subject: Subject) -> Iterator[Finding]:
    """The members in the contexts of an instance; its reader told of those that it could not read."""
    instance = subject.instance
    if instance is None:
        return
    told = _OF_READERS if instance.is_inline else _OF_READERS | _OF_SCHEMAS
    faults: dict[Dimension, _Fault] = {}
    for dimension in dict.fromkeys(each for each, _ in _members(instance.containers)):
        fault = _fault(subject, dimension, None)
        if fault is not None and fault.code not in told:
            faults[dimension] = fault
    found: dict[Dimension, list[Element]] = {dimension: [] for dimension in faults}
    for context in instance.contexts_in_full().values() if faults else ():
        for dimension, element in _members((context.segment, context.scenario)):
            if dimension in faults:
                found[dimension].append(element)
    for dimension, elements in found.items():
        places = map(instance.place, elements[:SHOWN_PLACES])
        used = f"in {counted(len(elements), 'context')}"
        yield _finding(subject, dimension, faults[dimension], used, places)


def _members(containers: "Iterable[Container]") -> "Iterator[tuple[Dimension, Element]]":
    """The dimensions in containers with their elements."""
    for each in containers:
        if len(each.dimensions) == len(each.members):
            yield from zip(each.dimensions, each.members, strict=True)


def _finding(
    subject: Subject, dimension: Dimension, fault: _Fault, used: str, places: "Iterable[Location]", *, fact: str = ""
) -> Finding:
    message, hint = f"{fault.words}, {used}.", _hint(subject, dimension, fault)
    return finding(fault.code, message, *places, hint=hint, standard=fault.standard, severity=fault.severity, fact=fact)


def _hint(subject: Subject, dimension: Dimension, fault: _Fault) -> str:
    unknown = {"XG360": dimension.axis, "XG362": dimension.member}.get(fault.code)
    return subject.suggestion(unknown) if isinstance(unknown, QName) else ""


def _fault(subject: Subject, dimension: Dimension, own: Axis | None) -> _Fault | None:
    """What is wrong with a member on an axis; `own` is what the report declares of the axis."""
    fault = _of_axis(subject, dimension)
    if fault is None and isinstance(dimension.member, TypedMember):
        return _of_value(subject, dimension.axis, dimension.member)
    return fault or _of_unknown(subject, dimension) or _of_member(subject, dimension, own)


def _of_axis(subject: Subject, dimension: Dimension) -> _Fault | None:
    axis = subject.concept(dimension.axis)
    has_value = isinstance(dimension.member, TypedMember)
    takes_values = axis is not None and subject.takes_values(axis)
    if axis is not None and axis.is_dimension and takes_values == has_value:
        return None
    name = subject.spelt(dimension.axis)
    kind = "TypedMemberNotTypedDimensionError" if has_value else "ExplicitMemberNotExplicitDimensionError"
    standard = f"xbrldie:{kind}"
    if axis is None:
        return _Fault("XG360", f"The taxonomy has no axis {name}", standard)
    if not axis.is_dimension:
        return _Fault("XG361", f"{name} is not an axis", standard)
    if has_value:
        words = f"{name} takes members of the taxonomy, not the value {_member(subject, dimension)}"
        return _Fault("XG368", words, standard)
    return _Fault("XG368", f"{name} takes values, not the member {_member(subject, dimension)}", standard)


def _of_unknown(subject: Subject, dimension: Dimension) -> _Fault | None:
    """A member that no schema declares."""
    member = dimension.member
    if isinstance(member, TypedMember) or subject.concept(member) is not None:
        return None
    if declaration(member, subject.taxonomy) is not None:  # any global element may be named (section 3.1.4.3)
        return None
    words = f"The taxonomy has no member {_member(subject, dimension)} for {subject.spelt(dimension.axis)}"
    return _Fault("XG362", words)


def _of_member(subject: Subject, dimension: Dimension, own: Axis | None) -> _Fault | None:
    """A fault of an explicit member that the taxonomy has."""

    def fault(code: str, what: str, of_axis: str) -> _Fault:
        words = f"{_member(subject, dimension)} {what} {subject.spelt(dimension.axis)}{of_axis}"
        return _Fault(code, words, "", subject.strict if code == "XG363" else None)

    member = None if isinstance(dimension.member, TypedMember) else subject.concept(dimension.member)
    if member is not None and (found := _of_concept(member)) is not None:
        return fault(found[0], f"is {found[1]}, but stands as a member of", "")
    if subject.taxonomy.default_member(dimension.axis) == dimension.member:
        return fault("XG365", "is the default of", " and must not be written on facts")
    if own is not None and own.default is not None and dimension.member not in own.members:
        return fault("XG367", "is not among the members that the report gives", "")
    return None


def _of_concept(member: Concept) -> tuple[str, str] | None:
    """The code and the words for a concept that is not there to be a member."""
    if member.is_dimension:
        return "XG363", "an axis"
    if member.is_hypercube or member.item_type is None:
        return "XG363", "a tuple" if member.item_type is None else "a table of the taxonomy (hypercube)"
    is_line_item = member.kind is not ValueKind.DOMAIN and not member.is_abstract
    return ("XG364", "a line item") if is_line_item else None


def _of_value(subject: Subject, axis: QName, member: TypedMember) -> _Fault | None:
    concept: Concept | None = subject.concept(axis)
    domain = concept.typed_domain if concept is not None else None
    if domain is None or domain.item_type is None or member.value is None:
        return None
    base = domain.item_type.base
    if is_lexical(base, normalized(base, member.value)):
        return None
    return _Fault("XG369", f"{quoted(member.value)} is no value of the type {base} that {subject.spelt(axis)} has")


def _member(subject: Subject, dimension: Dimension) -> str:
    member = dimension.member
    return quoted(member.value or "nil") if isinstance(member, TypedMember) else subject.spelt(member)
