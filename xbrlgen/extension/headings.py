"""The concept that heads a section: that of a statement where it is one, else that of its first heading."""

from collections.abc import Callable
from typing import NamedTuple

from xbrlgen.extension.lines import Line
from xbrlgen.extension.subject import Subject
from xbrlgen.model import QName, Section


class _Statement(NamedTuple):
    """A primary statement of IFRS: the abstract element that stands for it, and what tells it from the others."""

    element: str
    is_told_by: Callable[[frozenset[str]], bool]


_STATEMENTS = (
    _Statement("StatementOfChangesInEquityAbstract", lambda names: "ComponentsOfEquityAxis" in names),
    _Statement("StatementOfCashFlowsAbstract", lambda names: "CashFlowsFromUsedInOperatingActivities" in names),
    _Statement(
        "StatementOfFinancialPositionAbstract",
        lambda names: names >= {"Assets", "EquityAndLiabilities"} and not names & {"Revenue", "ProfitLoss"},
    ),
    _Statement(
        "StatementOfProfitOrLossAndOtherComprehensiveIncomeAbstract",
        lambda names: "ComprehensiveIncome" in names and bool(names & {"Revenue", "ProfitLossBeforeTax"}),
    ),
    _Statement("StatementOfComprehensiveIncomeAbstract", lambda names: "ComprehensiveIncome" in names),
    _Statement("IncomeStatementAbstract", lambda names: "ProfitLoss" in names),
)
"""From the most telling to the least: the figures of one statement stand in the next as well."""

PLACEHOLDERS = frozenset(
    {*(each.element for each in _STATEMENTS), "StatementOfChangesInNetAssetsAvailableForBenefitsAbstract"}
)
"""The elements that head primary statements (ESEF RTS, Annex II, paragraphs 1 and 7)."""


def heading(section: Section, lines: tuple[Line, ...], subject: Subject) -> QName | None:
    """The concept that heads a section, None where the report and the base taxonomy have none for it."""
    first = lines[0] if lines and lines[0].is_heading else None
    if first is not None and first.concept is not None and first.concept.local_name in PLACEHOLDERS:
        return first.concept
    if (placeholder := _placeholder(lines, section, subject)) is not None:
        return placeholder
    if first is not None and not any(line.is_heading and line.level <= first.level for line in lines[1:]):
        return first.concept
    return None


def _placeholder(lines: tuple[Line, ...], section: Section, subject: Subject) -> QName | None:
    """The element of the base taxonomy that such a section begins with."""
    if section.kind != "Statement":
        return subject.base_concept(subject.settings.disclosure_heading)
    namespace = subject.base.namespace
    axes = {each.axis for fact in subject.facts_of(section) for each in fact.dimensions}
    concepts = (*axes, *(line.concept for line in lines if line.concept is not None))
    names = frozenset(each.local_name for each in concepts if each.namespace == namespace)
    element = next((each.element for each in _STATEMENTS if each.is_told_by(names)), None)
    found = subject.base.concept(QName(namespace, element)) if element else None
    return None if found is None else found.name
