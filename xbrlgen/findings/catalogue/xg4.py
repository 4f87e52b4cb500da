"""Calculations, duplicates and tie-outs."""

from xbrlgen.findings.catalogue import regulators
from xbrlgen.findings.finding import CatalogueEntry, Severity

_CALCULATIONS = "Calculations 1.1, https://www.xbrl.org/Specification/calculation-1.1/REC-2023-02-22/calculation-1.1-REC-2023-02-22.html"
_DUPLICATES = "OIM 1.0, section 4.2, https://www.xbrl.org/Specification/oim/"

ENTRIES: tuple[CatalogueEntry, ...] = (
    CatalogueEntry(
        code="XG400",
        name="duplicate-facts-contradict",
        severity=Severity.ERROR,
        summary="One fact is reported with values that cannot all be true.",
        reason=(
            "Concept, period, unit and members are the same, so it is one figure; readers would see one of the "
            "values and not know which."
        ),
        example=('Revenue,Revenue,"128,198"   # in one table\nRevenue,Revenue,"128,918"   # in another'),
        fix=(
            "Correct the wrong one; if both are right, something that sets them apart is missing: a member, a "
            "period, another concept."
        ),
        reference=_DUPLICATES,
        standard="oime:disallowedDuplicateFacts",
    ),
    CatalogueEntry(
        code="XG401",
        name="duplicate-facts-of-different-precision",
        severity=Severity.INFO,
        summary="A filing has one figure several times, with different precision.",
        reason="The values agree within rounding; readers differ in which one they take.",
        example="128,198 million JPY and 128.2 billion JPY",
        fix="Report the most precise one.",
        reference=_DUPLICATES,
    ),
    CatalogueEntry(
        code="XG402",
        name="duplicate-facts",
        severity=Severity.INFO,
        summary="A filing has the same fact several times.",
        reason="It does no harm, but some regulators refuse it.",
        example="two facts with the same value and dimensions",
        fix="Report it once.",
        reference=_DUPLICATES,
    ),
    CatalogueEntry(
        code="XG403",
        name="duplicate-texts-contradict",
        severity=Severity.ERROR,
        summary="One fact that is no number is reported with different values.",
        reason="Concept, period, language and members are the same, so there is one text, date or yes or no.",
        example=(
            '- {concept: "iij:DateOfRelease", value: 2023-11-06}\n- {concept: "iij:DateOfRelease", value: 2023-11-07}'
        ),
        fix="Keep one value; give texts in two languages their languages.",
        reference=_DUPLICATES,
        standard="oime:disallowedDuplicateFacts",
    ),
    CatalogueEntry(
        code="XG410",
        name="calculation-inconsistent",
        severity=Severity.WARNING,
        summary="A total is not the sum of its items, even within rounding.",
        reason=(
            "Either a figure is wrong or an item is missing from the equation. Each figure is taken for any that "
            "rounds to it, so that rounding alone never leads to this."
        ),
        example="CurrentAssets = CashAndCashEquivalents + CurrentTradeReceivables   # 106,678 is not 42,472 + 41,340",
        fix="Compare the figures with their source; look for a wrong sign, swapped digits, an item left out.",
        reference=_CALCULATIONS,
        standard="calc11e:inconsistentCalculationUsingRounding",
    ),
    CatalogueEntry(
        code="XG411",
        name="aggregation-inconsistent",
        severity=Severity.WARNING,
        summary="A figure is not the sum over its members, even within rounding.",
        reason=(
            "Segments, products or components of equity make up the whole: one of the figures is wrong, or a "
            "member is missing."
        ),
        example="fact = fact[SegmentsAxis=A] + fact[SegmentsAxis=B]",
        fix="Compare the figures with their source; look for eliminations and adjustments that are left out.",
        reference=_CALCULATIONS,
    ),
    CatalogueEntry(
        code="XG412",
        name="roll-forward-inconsistent",
        severity=Severity.WARNING,
        summary="A closing balance is not the opening balance and its movements, even within rounding.",
        reason="A movement is missing or wrong, or the opening balance is not the one that was carried over.",
        example="Equity@end = Equity@start + ComprehensiveIncome - DividendsPaid",
        fix="Compare the movements with the statement; look for a wrong sign.",
        reference=_CALCULATIONS,
    ),
    CatalogueEntry(
        code="XG413",
        name="tie-out-inconsistent",
        severity=Severity.WARNING,
        summary="Two statements show different figures for the same thing.",
        reason="Readers compare statements first of all.",
        example=(
            "ProfitLossAttributableToOwnersOfParent = "
            "ProfitLoss[ComponentsOfEquityAxis=EquityAttributableToOwnersOfParentMember]"
        ),
        fix="Compare both figures with their source.",
        reference=_CALCULATIONS,
    ),
    CatalogueEntry(
        code="XG414",
        name="equation-never-checked",
        severity=Severity.INFO,
        summary="An equation meets no facts that it could be checked with.",
        reason=(
            "What is declared to be checked and never is gives a false feeling of safety; most often a member or "
            "a moment is misspelt."
        ),
        example="CashAndCashEquivalents@end = CashAndCashEquivalents@start + IncreaseDecreaseInCashAndCashEquivalents",
        fix="Compare concepts, members and periods with those of the tables, or take the equation out.",
    ),
    CatalogueEntry(
        code="XG415",
        name="calculation-not-expressible",
        severity=Severity.WARNING,
        summary="A calculation contradicts what XBRL lets a network of sums say.",
        reason="It is checked here, but the filing cannot declare it: viewers and receivers do not know of the total.",
        example="GrossProfit = Revenue + CostOfSales, where cost of sales is a debit and gross profit a credit",
        fix="Choose concepts of balances that go with the signs, or make it a tie-out.",
        reference="XBRL 2.1 sections 5.2.5.2 and 5.1.1.2, table 6",
    ),
    CatalogueEntry(
        code="XG420",
        name="computed-figure-differs",
        severity=Severity.WARNING,
        summary="A printed figure is not what its expression comes to.",
        reason=(
            "Either the printed figure or one that it is worked out from is wrong, and rounding does not explain it."
        ),
        example='YoY: {computed: "fact@1H23 / fact@1H22 - 1"}   # prints 5.2, 128,198 / 121,962 - 1 is 5.1 %',
        fix="Compare all figures with their source, and the expression with what the heading says.",
    ),
    CatalogueEntry(
        code="XG421",
        name="computed-figure-differs-by-rounding",
        severity=Severity.INFO,
        summary="A printed figure differs from its expression by no more than the rounding of its figures.",
        reason="It was probably worked out from figures that are not rounded: both are right.",
        example="prints 5.2 %, the rounded figures come to 5.1 %",
        fix="Nothing need be done.",
    ),
    CatalogueEntry(
        code="XG422",
        name="computed-figure-without-value",
        severity=Severity.WARNING,
        summary="A printed figure cannot be worked out by its expression.",
        reason=(
            "A figure that the expression refers to is not reported, contradicts another, or is zero where it "
            "divides: what is printed stays unchecked."
        ),
        example="computed: fact@1H23 / fact@1H21 - 1   # 1H21 is not in the report",
        fix="Report the figure that is missing, or leave the expression out and report what is printed.",
    ),
    *regulators.ENTRIES,
)
