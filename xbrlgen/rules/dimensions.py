"""Axes must be axes, members must be members, and defaults stay unwritten."""

from collections import Counter
from collections.abc import Iterator

from xbrlgen.findings import Finding
from xbrlgen.model import Axis, Concept, Dimension, Fact, QName, TypedMember, ValueKind
from xbrlgen.rules.lexical import is_lexical, normalized
from xbrlgen.rules.subject import Subject
from xbrlgen.rules.wording import counted, quoted

_Fault = tuple[str, str, str]
"""A code, what is wrong, and the standard's code where the catalogue's does not fit."""


def dimensions(subject: Subject) -> Iterator[Finding]:
    """Each axis with each of its members once, however many facts have them (XBRL Dimensions 1.0 section 3.1)."""
    by_dimension: dict[Dimension, list[Fact]] = {}
    for fact in subject.report.facts:
        for dimension in fact.dimensions:
            by_dimension.setdefault(dimension, []).append(fact)
    axes = {axis.name: axis for axis in subject.report.extension.axes} if subject.report.extension else {}
    for dimension, facts in by_dimension.items():
        fault = _of_axis(subject, dimension) or _of_member(subject, dimension, axes.get(dimension.axis))
        if fault is not None:
            code, words, standard = fault
            unknown = {"XG360": dimension.axis, "XG362": dimension.member}.get(code)
            hint = subject.suggestion(unknown) if isinstance(unknown, QName) else ""
            message = f"{words}, used by {counted(len(facts), 'fact')}."
            yield subject.finding(code, message, *facts, hint=hint, standard=standard)


def repeated_axes(subject: Subject) -> Iterator[Finding]:
    """Facts with two members of one axis (XBRL Dimensions 1.0 section 3.1)."""
    for fact in subject.report.facts:
        if len(fact.dimensions) > 1:
            counts = Counter(dimension.axis for dimension in fact.dimensions)
            for axis in (axis for axis, count in counts.items() if count > 1):
                message = f"{subject.told(fact)} has {counts[axis]} members of {subject.spelt(axis)}."
                yield subject.finding("XG366", message, fact)


def _of_axis(subject: Subject, dimension: Dimension) -> _Fault | None:
    axis, name = subject.concept(dimension.axis), subject.spelt(dimension.axis)
    is_typed = isinstance(dimension.member, TypedMember)
    if axis is None:
        return "XG360", f"The taxonomy has no axis {name}", ""
    if not axis.is_dimension:
        kind = "TypedMemberNotTypedDimensionError" if is_typed else "ExplicitMemberNotExplicitDimensionError"
        return "XG361", f"{name} is not an axis", f"xbrldie:{kind}"
    if is_typed and axis.typed_domain is None:
        message = f"{name} takes members of the taxonomy, not the value {_member(subject, dimension)}"
        return "XG368", message, "xbrldie:TypedMemberNotTypedDimensionError"
    if not is_typed and axis.typed_domain is not None:
        message = f"{name} takes values, not the member {_member(subject, dimension)}"
        return "XG368", message, "xbrldie:ExplicitMemberNotExplicitDimensionError"
    return None


def _of_member(subject: Subject, dimension: Dimension, own: Axis | None) -> _Fault | None:
    """A fault of the member, on an axis that is right; `own` is what the report declares of the axis."""
    axis, name = subject.spelt(dimension.axis), _member(subject, dimension)
    if isinstance(dimension.member, TypedMember):
        return _of_value(subject, dimension.axis, dimension.member)
    member = subject.concept(dimension.member)
    if member is None:
        return "XG362", f"The taxonomy has no member {name} for {axis}", ""
    if (fault := _of_concept(member)) is not None:
        code, what = fault
        return code, f"{name} is {what}, but stands as a member of {axis}", ""
    if subject.taxonomy.default_member(dimension.axis) == dimension.member:
        return "XG365", f"{name} is the default of {axis} and must not be written on facts", ""
    if own is not None and own.default is not None and dimension.member not in own.members:
        return "XG367", f"{name} is not among the members that the report gives {axis}", ""
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
    return "XG369", f"{quoted(member.value)} is no value of the type {base} that {subject.spelt(axis)} has", ""


def _member(subject: Subject, dimension: Dimension) -> str:
    member = dimension.member
    return quoted(member.value or "nil") if isinstance(member, TypedMember) else subject.spelt(member)
