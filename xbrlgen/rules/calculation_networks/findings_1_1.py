"""What Calculations 1.1 finds in a report, as findings with the numbers behind each verdict."""

from collections import Counter
from collections.abc import Iterator

from xbrlgen.findings import Finding, finding
from xbrlgen.model import Concept
from xbrlgen.rules.calculation_networks.calculations_1_1 import Verdict, failures
from xbrlgen.rules.calculation_networks.figures import Contradiction, Figure, Figures
from xbrlgen.rules.calculation_networks.summations import CURRENT, LEGACY, Summation, summations
from xbrlgen.rules.calculation_networks.wording import figure, listed, missing, role_name, told, told_sum
from xbrlgen.rules.subject import Subject

_INCONSISTENT = {
    False: "calc11e:inconsistentCalculationUsingRounding",
    True: "calc11e:inconsistentCalculationUsingTruncation",
}
_DUPLICATES = {False: "oime:disallowedDuplicateFacts", True: "calc11e:disallowedDuplicateFactsUsingTruncation"}
_NOT_DECIMAL = frozenset({"float", "double"})


def check_1_1(subject: Subject, *, truncates: bool) -> Iterator[Finding]:
    """The sums of the taxonomy, by either arcrole, that do not hold within rounding, or truncation."""
    sums = tuple(summations(subject.taxonomy, LEGACY, CURRENT))
    for each in sums:
        if each.arcrole == CURRENT:
            yield from _declaration(subject, each)
    figures = Figures(subject.index, truncates=truncates)
    for found in failures(sums, figures, truncates=truncates):
        if isinstance(found, Contradiction):
            yield _contradiction(subject, found, truncates=truncates)
        else:
            yield _inconsistency(subject, found, truncates=truncates)


def _declaration(subject: Subject, summation: Summation) -> Iterator[Finding]:
    """What Calculations 1.1 asks of arcs that have its own arcrole (section 3); XBRL 2.1 asks less of the others."""
    names = Counter(name for name, _ in summation.items)
    repeated = sorted(name for name, count in names.items() if count > 1)
    not_decimal = [name for name in dict.fromkeys((summation.total, *names)) if not _is_decimal(subject.concept(name))]
    where = f"in {role_name(subject, summation.role)}" if repeated or not_decimal else ""
    for name in repeated:
        message = f"{subject.spelt(name)} is an item of {subject.spelt(summation.total)} twice {where}."
        yield finding("XG854", message, summation.place, standard="calc11e:duplicateCalculationRelationships")
    for name in not_decimal:
        message = f"{subject.spelt(name)} is summed up {where}, but is no decimal number."
        yield finding("XG854", message, summation.place, standard="calc11e:nonDecimalItemNode")


def _is_decimal(concept: Concept | None) -> bool:
    item_type = None if concept is None else concept.item_type
    return item_type is not None and item_type.kind.is_numeric and item_type.base not in _NOT_DECIMAL


def _contradiction(subject: Subject, found: Contradiction, *, truncates: bool) -> Finding:
    values = ", ".join(dict.fromkeys(figure(fact) for fact in found.facts))
    what = told(subject, found.facts[0])
    if found.has_excess_digits:
        message = f"{what} is {values}, with digits beyond its decimals; no sum with it is checked."
        return subject.finding("XG853", message, *found.facts)
    message = f"{what} is reported as {values}; no sum with it is checked."
    return subject.finding("XG852", message, *found.facts, standard=_DUPLICATES[truncates])


def _inconsistency(subject: Subject, found: Verdict, *, truncates: bool) -> Finding:
    values = (found.total.value, found.sum, found.difference)
    message = told_sum(subject, found.total.facts[0], values, found.summation.role)
    items = ((weight, each.facts[0].concept, _within(each)) for weight, each in found.items)
    hint = (
        f"The total stands for {found.total.range}, its items together for {found.range}."
        f" Its items: {listed(subject, items)}.{missing(subject, found.missing)}"
    )
    facts = (*found.total.facts, *(fact for _, each in found.items for fact in each.facts))
    return subject.finding("XG850", message, *facts, hint=hint, standard=_INCONSISTENT[truncates])


def _within(found: Figure) -> str:
    best = next(fact for fact in found.facts if fact.value == found.value)
    return f"{figure(best)} within {found.range}"
