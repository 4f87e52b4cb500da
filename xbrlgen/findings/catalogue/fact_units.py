"""Units, decimals and signs of facts."""

from xbrlgen.findings.finding import CatalogueEntry, Severity

_XBRL = "https://www.xbrl.org/Specification/XBRL-2.1/REC-2003-12-31/XBRL-2.1-REC-2003-12-31+corrected-errata-2013-02-20.html"
_REGISTRY = "Units Registry 1.0, https://www.xbrl.org/utr/"

ENTRIES: tuple[CatalogueEntry, ...] = (
    CatalogueEntry(
        code="XG250",
        name="unit-missing",
        severity=Severity.ERROR,
        summary="A number has no unit.",
        reason="Without a unit a number cannot be read, and the report is invalid.",
        example='"f1": {"value": "128198000000", "dimensions": {"concept": "ifrs-full:Revenue"}}',
        fix="Give the fact a unit: a currency, shares, or pure for a ratio.",
        reference=f"XBRL 2.1, section 4.6.2, {_XBRL}",
        standard="xbrl.4.6.2:numericUnit",
    ),
    CatalogueEntry(
        code="XG251",
        name="unit-on-text",
        severity=Severity.ERROR,
        summary="A fact that is no number has a unit.",
        reason="Units are for numbers; on a text or a date the report is invalid.",
        example="Date of release,iij:DateOfRelease,2023-11-06   # unit: JPY",
        fix="Leave the unit out, or use a concept of a number.",
        reference=f"XBRL 2.1, section 4.6.2, {_XBRL}",
    ),
    CatalogueEntry(
        code="XG252",
        name="monetary-unit-not-a-currency",
        severity=Severity.ERROR,
        summary="An amount of money is not in one currency.",
        reason=(
            "The unit of a monetary concept is a single ISO 4217 currency; an amount per share or a pure number "
            "needs a concept of that type."
        ),
        example="Revenue,Revenue,5.1   # unit: percent",
        fix="Give it the currency, or use a concept that is a ratio or an amount per share.",
        reference=f"XBRL 2.1, section 4.8.2, {_XBRL}",
        standard="xbrl.4.8.2:monetaryFactUnit-notMonetaryMeasure",
    ),
    CatalogueEntry(
        code="XG253",
        name="currency-unknown",
        severity=Severity.ERROR,
        summary="ISO 4217 does not have the code of a currency.",
        reason="Whoever reads the report looks the currency up by its code.",
        example="currency: YEN",
        fix="Write the code of three capital letters: JPY, EUR, USD.",
        reference=f"XBRL 2.1, section 4.8.2, {_XBRL}",
    ),
    CatalogueEntry(
        code="XG254",
        name="share-unit-not-shares",
        severity=Severity.ERROR,
        summary="A number of shares is not in shares.",
        reason="The unit of a concept that counts shares is xbrli:shares and nothing else.",
        example='Shares issued,NumberOfSharesIssued,"183,141,100"   # unit: pure',
        fix="Write unit: shares, or leave the unit out.",
        reference=f"XBRL 2.1, section 4.8.2, {_XBRL}",
        standard="xbrl.4.8.2:sharesFactUnit-notSharesMeasure",
    ),
    CatalogueEntry(
        code="XG255",
        name="ratio-unit-not-pure",
        severity=Severity.ERROR,
        summary="A ratio or another pure number has a unit of its own.",
        reason="Ratios, rates and percentages are pure numbers; with a currency they would be amounts.",
        example="Equity ratio,iij:EquityRatio,44.5   # unit: JPY",
        fix="Write unit: percent where it is printed in percent, else unit: pure.",
        reference=f"XBRL 2.1, section 4.8.2, {_XBRL}",
        standard="utre:error-NumericFactUtrInvalid",
    ),
    CatalogueEntry(
        code="XG256",
        name="per-share-unit-not-currency-per-share",
        severity=Severity.ERROR,
        summary="An amount per share is not in a currency per share.",
        reason="Earnings per share in yen alone would be an amount of money.",
        example="Basic earnings per share,BasicEarningsLossPerShare,46.78   # unit: JPY",
        fix="Write unit: JPY/shares, or leave the unit out.",
        reference=_REGISTRY,
        standard="utre:error-NumericFactUtrInvalid",
    ),
    CatalogueEntry(
        code="XG257",
        name="unit-not-registered-for-type",
        severity=Severity.ERROR,
        summary="A quantity is in a unit that the registry does not have for its type.",
        reason="Areas, energies, masses and the like are compared by the units of the registry.",
        example='Floor space,iij:FloorSpace,"1,200"   # unit: iij:tsubo',
        fix="Use a unit of the registry, or a concept of the plain type decimal.",
        reference=_REGISTRY,
        standard="utre:error-NumericFactUtrInvalid",
    ),
    CatalogueEntry(
        code="XG258",
        name="measure-not-known",
        severity=Severity.ERROR,
        summary="A unit has a measure that does not exist.",
        reason=(
            "A measure is a name within a namespace; XBRL's own namespace and that of the registry have only the "
            "names that they list."
        ),
        example="<xbrli:measure>xbrli:percent</xbrli:measure>",
        fix="Use xbrli:pure, xbrli:shares, a currency, a unit of the registry, or a name within your own namespace.",
        reference=f"XBRL 2.1, section 4.8.2, {_XBRL}",
        standard="xbrl.4.8.2:measureElement",
    ),
    CatalogueEntry(
        code="XG259",
        name="unit-not-in-lowest-terms",
        severity=Severity.ERROR,
        summary="A unit multiplies and divides by the same measure.",
        reason="Such a unit says nothing, and equal units would not look equal.",
        example="unit: JPY/JPY",
        fix="Take the measure away from both sides; a ratio of two amounts is pure.",
        reference=f"XBRL 2.1, section 4.8.4, {_XBRL}",
        standard="xbrl.4.8.4:measureBothNumDenom",
    ),
    CatalogueEntry(
        code="XG260",
        name="decimals-misplaced",
        severity=Severity.ERROR,
        summary="A fact that is nil or no number has decimals.",
        reason="Decimals say how accurate a number is; where there is none they make the report invalid.",
        example='<ifrs-full:Revenue contextRef="c" unitRef="u" xsi:nil="true" decimals="-6"/>',
        fix="Leave the decimals out.",
        reference=f"XBRL 2.1, section 4.6.3, {_XBRL}",
    ),
    CatalogueEntry(
        code="XG261",
        name="digits-beyond-decimals",
        severity=Severity.WARNING,
        summary="A value has digits that its decimals say do not count.",
        reason=(
            "Either the value is more accurate than it says or it was not rounded; regulators refuse it, and "
            "calculations with it are not checked."
        ),
        example="value 128,198,400,000 JPY, decimals -6",
        fix="Round the value, or raise the decimals.",
        reference="Calculations 1.1, https://www.xbrl.org/Specification/calculation-1.1/",
        standard="calc11e:excessDigits",
    ),
    CatalogueEntry(
        code="XG262",
        name="decimals-implausible",
        severity=Severity.WARNING,
        summary="A number of decimals is one that no figure of a report has.",
        reason=(
            "Decimals count places after the decimal mark: -6 for millions, 2 for hundredths. A figure accurate "
            "to the 40th place is a slip."
        ),
        example="decimals: 1000000",
        fix="Write -3 for thousands, -6 for millions, INF for an exact figure.",
        reference=f"XBRL 2.1, section 4.6.5, {_XBRL}",
    ),
    CatalogueEntry(
        code="XG263",
        name="percentage-above-one",
        severity=Severity.WARNING,
        summary="A percentage is above 100 %.",
        reason=(
            "Percentages are reported as fractions: 12.3 % is 0.123. Who types 12.3 without saying percent "
            "reports 1,230 % (ESEF 2.2.2)."
        ),
        example="Tax rate,EffectiveTaxRate,33.0   # unit: pure",
        fix="Write unit: percent where the figure is typed in percent.",
        reference="ESEF Reporting Manual, 2.2.2",
        standard="ESEF.2.2.2.percentGreaterThan100",
    ),
    CatalogueEntry(
        code="XG270",
        name="sign-implausible",
        severity=Severity.WARNING,
        summary="A figure that is above zero by its nature is reported below zero.",
        reason=(
            "Wrong signs are the most frequent error in filings. Expenses, payments and treasury shares are "
            "positive numbers; that they are taken away shows in the print alone."
        ),
        example='Cost of sales,CostOfSales,"(99,009)"',
        fix="Say negated: yes on a row whose figures are printed in parentheses because they are taken away.",
        reference=f"XBRL 2.1, section 5.1.1.2, {_XBRL}",
    ),
)
