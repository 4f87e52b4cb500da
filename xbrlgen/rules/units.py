"""Units must suit the type of their concept."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from types import NoneType
from typing import NamedTuple

from xbrlgen.findings import Finding, Severity
from xbrlgen.model import SHARES, Concept, Fact, QName, Unit, ValueKind
from xbrlgen.model.namespaces import ISO4217, UTR, XBRLI
from xbrlgen.rules.lexical import is_lexical
from xbrlgen.rules.subject import Subject
from xbrlgen.rules.wording import counted, quoted, unit_name
from xbrlgen.taxonomy.units import CURRENCIES, is_currency, usual_units

_REGULATED = {
    ValueKind.PURE: ("XG255", "a ratio or another pure number"),
    ValueKind.PERCENT: ("XG255", "a percentage"),
    ValueKind.PER_SHARE: ("XG256", "an amount of money per share"),
}
_LISTED = 6
"""Units that a message lists for a type."""

_CODE = re.compile("[A-Z]{3}")
_UNITS_OF_XBRL = frozenset({"pure", "shares"})
_UTR_INVALID = "utre:error-NumericFactUtrInvalid"
_NO_CURRENCY = "xbrl.4.8.2:monetaryFactUnit-notMonetaryMeasure"


class _Fault(NamedTuple):
    """A fault of a unit in itself: `clause` follows "the unit"; the rest as findings have it."""

    code: str
    clause: str
    standard: str = ""
    severity: Severity | None = None
    hint: str = ""


def units_against_types(subject: Subject) -> Iterator[Finding]:
    """The unit of each fact against the type of its concept (XBRL 2.1 section 4.8.2, Units Registry 1.0)."""
    for concept, facts in subject.items():
        forms = subject.index.forms(concept.name)
        units = dict.fromkeys(form.unit for form in forms if form.kind is not NoneType or form.unit is not None)
        by_unit: dict[Unit | None, list[Fact]] = {each: [] for each in units if not _suits(subject, concept, each)}
        for fact in facts if by_unit else ():
            if fact.unit in by_unit and (not fact.is_nil or fact.unit is not None):
                by_unit[fact.unit].append(fact)
        for unit, alike in by_unit.items():
            yield from _unit(subject, concept, unit, alike)


def measures(subject: Subject) -> Iterator[Finding]:
    """Whether the measures of each unit exist and are written in the simplest way (XBRL 2.1 sections 4.8.2, 4.8.4)."""
    units = {form.unit for name in subject.index.concepts for form in subject.index.forms(name)}
    faults = {unit: found for unit in units if unit is not None and (found := [*_faults(subject, unit)])}
    by_unit: dict[Unit, list[Fact]] = {}
    for fact in subject.report.facts if faults else ():
        if fact.unit is not None and fact.unit in faults:
            by_unit.setdefault(fact.unit, []).append(fact)
    for unit, facts in by_unit.items():
        for fault in faults[unit]:
            message = f"The unit {unit_name(unit)} of {counted(len(facts), 'fact')} {fault.clause}."
            hint, standard = fault.hint, fault.standard
            if standard == _UTR_INVALID and all(_fits(subject, fact.concept, unit) for fact in facts):
                standard = ""  # the registry says nothing of measures where their types have no units in it
            yield subject.finding(fault.code, message, *facts, hint=hint, standard=standard, severity=fault.severity)


def _suits(subject: Subject, concept: Concept, unit: Unit | None) -> bool:
    """Whether facts of the concept may have the unit, or none."""
    if unit is None or not concept.kind.is_numeric:
        return (unit is not None) == concept.kind.is_numeric
    return _fault(subject, concept, unit) is None


def _unit(subject: Subject, concept: Concept, unit: Unit | None, facts: list[Fact]) -> Iterator[Finding]:
    if unit is None or not concept.kind.is_numeric:
        if (unit is None) == concept.kind.is_numeric:
            yield _of_wrong_nature(subject, concept, facts)
        return
    if (fault := _fault(subject, concept, unit)) is None:
        return
    code, wanted, standard = fault
    name = subject.spelt(concept.name)
    message = f"{name} is {wanted}, but {counted(len(facts), 'fact')} of it {_have(facts)} the unit {unit_name(unit)}."
    severity = subject.strict if standard == _UTR_INVALID else None
    yield subject.finding(code, message, *facts, standard=standard, severity=severity, hint=_hint(concept, unit))


def _hint(concept: Concept, unit: Unit) -> str:
    """How to write a unit per share of the currency that was written alone; empty where none was."""
    above = unit.numerators[0] if len(unit.numerators) == 1 else None
    is_money = above is not None and above.namespace == ISO4217
    if concept.kind is not ValueKind.PER_SHARE or above is None or not is_money:
        return ""
    return f"Write unit: {above.local_name}/shares, or leave the unit out."


def _of_wrong_nature(subject: Subject, concept: Concept, facts: list[Fact]) -> Finding:
    """A number without a unit, or a unit on what is no number."""
    name, count, have = subject.spelt(concept.name), counted(len(facts), "fact"), _have(facts)
    if concept.kind.is_numeric:
        return subject.finding("XG250", f"{name} is a number, but {count} of it {have} no unit.", *facts)
    return subject.finding("XG251", f"{name} is no number, but {count} of it {have} a unit.", *facts)


def _fault(subject: Subject, concept: Concept, unit: Unit) -> tuple[str, str, str] | None:
    """The code, what facts of the concept are, and the standard's code, for a unit that does not suit the concept."""
    single = len(unit.numerators) == 1 and not unit.denominators
    if concept.kind is ValueKind.MONETARY:
        fault = "notMonetaryMeasure" if single else "notSingleMeasure"
        is_money = single and unit.numerators[0].namespace == ISO4217  # whether the currency exists is said once, below
        return None if is_money else ("XG252", "an amount of money", f"xbrl.4.8.2:monetaryFactUnit-{fault}")
    if concept.kind is ValueKind.SHARES:
        fault = "notSharesMeasure" if single else "notSingleMeasure"
        return None if unit == SHARES else ("XG254", "a number of shares", f"xbrl.4.8.2:sharesFactUnit-{fault}")
    types = subject.types(concept.name)
    measures = (*unit.numerators, *unit.denominators)
    if _fits(subject, concept.name, unit) or any(True for each in measures for _ in _faults_of_measure(subject, each)):
        return None  # what is wrong with a measure is said once, below
    code, what = _REGULATED.get(concept.kind, ("XG257", "of a type with units of its own"))
    usual = " or ".join(usual_units(types, subject.units)[:_LISTED])
    return code, f"{what}, in {usual}" if usual else what, _UTR_INVALID


def _fits(subject: Subject, name: QName, unit: Unit) -> bool:
    return subject.units.fits(unit, subject.types(name))


def _faults(subject: Subject, unit: Unit) -> Iterator[_Fault]:
    """What is wrong with a unit in itself."""
    if not unit.numerators:
        yield _Fault("XG258", "has no measure")
    for measure in sorted({*unit.numerators, *unit.denominators}):
        yield from _faults_of_measure(subject, measure)
    both = sorted({*unit.numerators}.intersection(unit.denominators))
    if both:
        yield _Fault("XG259", f"both multiplies and divides by {both[0].local_name}")


def _faults_of_measure(subject: Subject, measure: QName) -> Iterator[_Fault]:
    name = measure.local_name
    if not is_lexical("NCName", name):
        yield _Fault("XG258", f"has the measure {quoted(name)}, which is no name")
    elif not measure.namespace:
        clause = f"has the measure {quoted(name)} without a namespace, so that nobody knows whose it is"
        yield _Fault("XG258", clause, _UTR_INVALID, subject.strict)
    elif measure.namespace == ISO4217 and not is_currency(measure):
        yield _unknown_currency(subject, name)
    elif measure.namespace == XBRLI and name not in _UNITS_OF_XBRL:
        yield _Fault("XG258", f"has the measure xbrli:{name}, but XBRL itself has only pure and shares")
    elif measure.namespace == UTR and name not in subject.units.names:
        clause = f"has the measure utr:{name}, which the Units Registry does not have"
        yield _Fault("XG258", clause, _UTR_INVALID, subject.strict)


def _unknown_currency(subject: Subject, code: str) -> _Fault:
    similar = get_close_matches(code.upper(), sorted(CURRENCIES), n=1)
    clause = f"has {quoted(code)} for a currency, which ISO 4217 does not have"
    hint = f"Did you mean {similar[0]}?" if similar else ""
    if _CODE.fullmatch(code):  # only the registry knows that it does not exist
        return _Fault("XG253", clause, _UTR_INVALID, subject.strict, hint)
    return _Fault("XG253", clause, _NO_CURRENCY, Severity.ERROR, hint)


def _have(facts: Iterable[Fact]) -> str:
    return "has" if len(list(facts)) == 1 else "have"
