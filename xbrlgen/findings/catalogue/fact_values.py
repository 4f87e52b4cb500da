"""Values of facts, and the periods that they stand for."""

from xbrlgen.findings.finding import CatalogueEntry, Severity

_XBRL = "https://www.xbrl.org/Specification/XBRL-2.1/REC-2003-12-31/XBRL-2.1-REC-2003-12-31+corrected-errata-2013-02-20.html"
_TYPES = "XML Schema Part 2: Datatypes, https://www.w3.org/TR/xmlschema-2/"

ENTRIES: tuple[CatalogueEntry, ...] = (
    CatalogueEntry(
        code="XG230",
        name="value-not-of-its-type",
        severity=Severity.ERROR,
        summary="A value is not of the type that its concept has.",
        reason=(
            "Software reads a date as a date and a number as a number; a value of another form makes the report "
            "invalid."
        ),
        example="Date of release,iij:DateOfRelease,November 6",
        fix="Write the value in the form that the type wants: 2023-11-06, true or false, a number.",
        reference=_TYPES,
    ),
    CatalogueEntry(
        code="XG231",
        name="value-beyond-limits-of-type",
        severity=Severity.ERROR,
        summary="A value breaks a limit that its type sets.",
        reason="The taxonomy allows only certain values: at least zero, so many characters, one of a list, a pattern.",
        example="Number of employees,NumberOfEmployees,-3",
        fix="Correct the value, or use a concept whose type allows it.",
        reference=_TYPES,
    ),
    CatalogueEntry(
        code="XG232",
        name="nil-not-allowed",
        severity=Severity.ERROR,
        summary="A fact is nil, but its concept must have a value.",
        reason="The taxonomy declares the concept as not nillable: that there is no value cannot be reported.",
        example="Revenue,Revenue,nil",
        fix="Leave the cell empty, so that nothing is reported, or give the value.",
        reference="XML Schema Part 1: Structures, section 3.3.4, https://www.w3.org/TR/xmlschema-1/",
    ),
    CatalogueEntry(
        code="XG233",
        name="text-block-not-well-formed",
        severity=Severity.WARNING,
        summary="The markup of a text block is not well-formed XHTML.",
        reason="Viewers show a text block as a part of a page; broken markup is shown as source or not at all.",
        example="<p>Revenue grew.<br>",
        fix="Close every tag, and write & as &amp; and a space that must not break as a character.",
        reference="Data Types Registry, textBlockItemType, https://www.xbrl.org/dtr/dtr.html",
    ),
    CatalogueEntry(
        code="XG234",
        name="text-is-empty",
        severity=Severity.WARNING,
        summary="A text fact has no text.",
        reason="Regulators take an empty text for a disclosure that was forgotten (ESEF 1.3.3).",
        example="- {text: notes/going-concern.md, concept: DisclosureOfGoingConcernExplanatory}",
        fix="Write the text, or leave the disclosure out.",
    ),
    CatalogueEntry(
        code="XG235",
        name="enumeration-value-unknown",
        severity=Severity.ERROR,
        summary="A fact names a value that the taxonomy does not have.",
        reason="The values of an enumeration are members of the taxonomy; another name means nothing.",
        example="Method,DepreciationMethodCategorical,ifrs-full:StrightlineMethodMember",
        fix="Name a member of the taxonomy: xbrlgen concepts finds it by words.",
        reference="Extensible Enumerations 2.0, https://www.xbrl.org/Specification/extensible-enumerations-2.0/",
        standard="enum2ie:InvalidEnumerationValue",
    ),
    CatalogueEntry(
        code="XG236",
        name="enumeration-value-repeated",
        severity=Severity.ERROR,
        summary="A fact names the same value of an enumeration twice.",
        reason="A set has each value once.",
        example="Markets,iij:Markets,iij:TokyoMember iij:TokyoMember",
        fix="Name each value once.",
        reference="Extensible Enumerations 2.0, https://www.xbrl.org/Specification/extensible-enumerations-2.0/",
        standard="enum2ie:RepeatedEnumerationSetValue",
    ),
    CatalogueEntry(
        code="XG240",
        name="period-of-wrong-type",
        severity=Severity.ERROR,
        summary="A balance is reported for a stretch of time, or a flow at a moment.",
        reason=(
            "Each concept is measured at an instant or over a duration, and says which; the other one makes the "
            "report invalid."
        ),
        example=('columns: {FY23: {period: FY23}}   # a duration\nassets: Total assets,Assets,"259,108"'),
        fix="Give a balance the date on which it stands, and a flow the first and the last day.",
        reference=f"XBRL 2.1, section 4.7.2, {_XBRL}",
        standard="xbrl.4.7.2:contextPeriodType",
    ),
    CatalogueEntry(
        code="XG241",
        name="period-without-length",
        severity=Severity.ERROR,
        summary="A duration ends before it begins, or at the moment at which it begins.",
        reason="Nothing can be measured over no time.",
        example="1H23: 2023-09-30/2023-04-01",
        fix="Write the first day, a slash, the last day.",
        reference=f"XBRL 2.1, section 4.7.2, {_XBRL}",
        standard="xbrl.4.7.2:periodStartBeforeEnd",
    ),
    CatalogueEntry(
        code="XG242",
        name="period-forever",
        severity=Severity.WARNING,
        summary="A fact stands forever.",
        reason="XBRL allows it, but regulators do not, and no reader can place the fact in a statement.",
        example="<xbrli:period><xbrli:forever/></xbrli:period>",
        fix="Give the fact the period of the report.",
        reference=f"XBRL 2.1, section 4.7.2, {_XBRL}",
    ),
    CatalogueEntry(
        code="XG243",
        name="period-with-time-of-day",
        severity=Severity.WARNING,
        summary="A period begins or ends within a day.",
        reason=(
            "Reports are made by the day; regulators refuse times (ESEF 2.1.2), and facts of nearly the same "
            "period do not meet."
        ),
        example="<xbrli:instant>2023-09-30T15:00:00</xbrli:instant>",
        fix="Write dates without a time.",
        reference=f"XBRL 2.1, section 4.7.2, {_XBRL}",
    ),
    CatalogueEntry(
        code="XG244",
        name="opening-balance-on-first-day",
        severity=Severity.WARNING,
        summary="A balance stands at the end of the first day of a duration.",
        reason=(
            "An opening balance is the closing balance of the day before; a day later it meets no other balance, "
            "and ESEF 2.1.2 refuses it."
        ),
        example="Apr22: 2022-04-01   # the opening balance of 2022-04-01/2022-09-30",
        fix="Take the last day of the earlier period, or say period: start on the row.",
        reference=f"XBRL 2.1, section 4.7.2, {_XBRL}",
    ),
    CatalogueEntry(
        code="XG245",
        name="duration-a-day-too-long",
        severity=Severity.WARNING,
        summary="A duration runs from the first of a month to the first of another, or from last to last.",
        reason="It is a day longer than whole months: facts of it do not meet those of the period that was meant.",
        example="1H23: 2023-03-31/2023-09-30",
        fix="Begin on the day after the earlier period ended.",
    ),
    CatalogueEntry(
        code="XG246",
        name="expected-figure-as-result",
        severity=Severity.WARNING,
        summary="A figure for a period that ends after the report's own stands without a dimension.",
        reason="A forecast without a mark of its own is read as a result.",
        example="columns: {Full year: {period: FY23}}   # in a report on 1H23",
        fix="Keep forecasts apart by a dimension, such as an axis of results and forecasts, or correct the period.",
    ),
    CatalogueEntry(
        code="XG247",
        name="date-implausible",
        severity=Severity.WARNING,
        summary="A period lies in another century.",
        reason="A slip in the year is easily made and makes the fact one of a period that nobody reads.",
        example="1H23: 0203-04-01/2023-09-30",
        fix="Correct the year.",
    ),
)
