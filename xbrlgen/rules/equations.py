"""Declared totals, sums over members, roll-forwards and tie-outs must hold within rounding.

Follows Calculations 1.1 (rounding mode),
https://www.xbrl.org/Specification/calculation-1.1/REC-2023-02-22/calculation-1.1-REC-2023-02-22.html
"""

from collections.abc import Iterator
from decimal import Decimal, localcontext

from xbrlgen.findings import Finding
from xbrlgen.model import Equation, EquationKind, Reference
from xbrlgen.model.binding import Bound
from xbrlgen.model.evaluation import Evaluation
from xbrlgen.model.exact import EXACT
from xbrlgen.model.summation import obstacle
from xbrlgen.rules.subject import Subject
from xbrlgen.rules.wording import measured, member_name, place, scaled

_LISTED = 12
"""Terms that a hint lists."""


def calculations(subject: Subject) -> Iterator[Finding]:
    """Totals of items in one context."""
    yield from _check(subject, EquationKind.CALCULATION, "XG410", "the sum of its items")


def aggregations(subject: Subject) -> Iterator[Finding]:
    """Totals over members of a dimension, such as segments."""
    yield from _check(subject, EquationKind.AGGREGATION, "XG411", "the sum over its members")


def roll_forwards(subject: Subject) -> Iterator[Finding]:
    """Closing balances from opening balances and movements."""
    yield from _check(subject, EquationKind.ROLL_FORWARD, "XG412", "the sum of its opening balance and movements")


def tie_outs(subject: Subject) -> Iterator[Finding]:
    """Figures of two statements that must agree."""
    yield from _check(subject, EquationKind.TIE_OUT, "XG413", "the sum that it must agree with")


def unchecked_equations(subject: Subject) -> Iterator[Finding]:
    """Equations that are checked nowhere, because their total and a term never meet."""
    for equation in subject.report.equations:
        if not subject.bindings.of(equation):
            message = f"Nothing is reported that '{equation.text}' could be checked with."
            yield subject.finding("XG414", message, further=(equation.id,))


def inexpressible_calculations(subject: Subject) -> Iterator[Finding]:
    """Totals that hold, but that no network of the issuer's taxonomy can declare."""
    for equation in subject.report.equations:
        total = subject.concept(equation.total.concept) if equation.total.concept else None
        if equation.kind is not EquationKind.CALCULATION or total is None:
            continue
        for weight, reference in equation.terms:
            item = subject.concept(reference.concept) if reference.concept else None
            if item is not None and (words := obstacle(total, item, int(weight))):
                message = f"{subject.spelt(item.name)} is no part of {subject.spelt(total.name)} to XBRL: {words}."
                yield subject.finding("XG415", message, further=(equation.id,))


def _check(subject: Subject, kind: EquationKind, code: str, counterpart: str) -> Iterator[Finding]:
    """The equations of one kind that do not hold; one that several tables declare is told once for each place."""
    told: set[object] = set()
    for equation in subject.report.equations:
        content = (equation.total, equation.terms, equation.concepts)
        if equation.kind is not kind or content in told:
            continue
        told.add(content)
        for found in subject.bindings.of(equation):
            same = (equation.total, equation.terms, found.at)
            if not found.holds and same not in told:
                told.add(same)
                yield _finding(subject, equation, found, code, counterpart)


def _finding(subject: Subject, equation: Equation, found: Bound, code: str, counterpart: str) -> Finding:
    total = found.total.facts[0]
    scale = subject.display(total).scale
    message = (
        f"{subject.label(total)} {scaled(found.total.value, scale)}"
        f" differs from {_counterpart(subject, found) or counterpart} {scaled(found.sum, scale)}"
        f" by {measured(found.difference, scale, total.unit)} ({place(found.at.period, total.dimensions)});"
        f" rounding explains at most {scaled(found.explained, scale)}."
    )
    hint = " ".join(part for part in (_suspicion(subject, found, scale), _terms(subject, found, scale)) if part)
    return subject.finding(code, message, *found.facts, hint=hint, further=(equation.id,))


def _counterpart(subject: Subject, found: Bound) -> str:
    """The name of the one figure that a total must agree with; empty where there are several or it is called alike."""
    (_, first), *others = found.terms
    name = subject.label(first.facts[0])
    return "" if others or name == subject.label(found.total.facts[0]) else name


def _terms(subject: Subject, found: Bound, scale: int) -> str:
    """The terms with their figures, and those that are not reported here."""
    listed = [_term(subject, weight, figure, scale) for weight, figure in found.terms[:_LISTED]]
    more = f" and {len(found.terms) - _LISTED} more" if len(found.terms) > _LISTED else ""
    missing = ", ".join(_missing(found, reference) for reference in found.missing[:_LISTED])
    return f"Its terms: {'; '.join(listed)}{more}." + (f" Not reported here: {missing}." if missing else "")


def _term(subject: Subject, weight: Decimal, figure: Evaluation, scale: int) -> str:
    fact = figure.facts[0]
    sign = "less " if weight < 0 else ""
    times = "" if abs(weight) == 1 else f"{abs(weight)} \N{MULTIPLICATION SIGN} "
    return f"{sign}{times}{subject.label(fact)} {scaled(figure.value, scale)}"


def _missing(found: Bound, reference: Reference) -> str:
    concept = reference.concept or found.at.concept
    members = ", ".join(map(member_name, reference.dimensions))
    return f"{concept.local_name}[{members}]" if members else concept.local_name


def _suspicion(subject: Subject, found: Bound, scale: int) -> str:
    """What one slip would explain the difference to the last digit; empty if none would."""
    for weight, figure in found.terms:
        label = subject.label(figure.facts[0])
        with localcontext(EXACT):
            part = weight * figure.value
            has_wrong_sign, is_too_much = found.difference == -2 * part, found.difference == -part
        if part and has_wrong_sign:
            return f"If {label} had the opposite sign, it would hold."
        if part and is_too_much:
            return f"Without {label} it would hold: is it in the total?"
    if _are_swapped(found.total.value, found.sum, scale):
        return "Two digits look swapped."
    return ""


def _are_swapped(one: Decimal, other: Decimal, scale: int) -> bool:
    """Whether two numbers differ in the order of two neighbouring digits."""
    first, second = scaled(one, scale), scaled(other, scale)
    if len(first) != len(second):
        return False
    differing = [index for index, (left, right) in enumerate(zip(first, second, strict=True)) if left != right]
    if len(differing) != 2:  # noqa: PLR2004
        return False
    left, right = differing
    between = first[left + 1 : right].strip(",.")
    return not between and first[left] == second[right] and first[right] == second[left]
