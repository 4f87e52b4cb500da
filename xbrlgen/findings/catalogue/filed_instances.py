"""Instances by the letter of XBRL 2.1 section 4: what they hold, refer to and link (XG830 to XG849)."""

from xbrlgen.findings.finding import CatalogueEntry, Severity

_URL = "https://www.xbrl.org/Specification/XBRL-2.1/REC-2003-12-31/XBRL-2.1-REC-2003-12-31+corrected-errata-2013-02-20.html"


def _section(number: str) -> str:
    return f"XBRL 2.1, section {number}, {_URL}"


ENTRIES: tuple[CatalogueEntry, ...] = (
    CatalogueEntry(
        code="XG830",
        name="beyond-the-report-model",
        severity=Severity.WARNING,
        summary="A context or a number says what the Open Information Model has no place for.",
        reason=(
            "XBRL 2.1 allows it, and the facts are judged by its rules; but they are left out of whatever is made from "
            "the document in another syntax."
        ),
        example="<xbrli:segment><x:country>DE</x:country></xbrli:segment>",
        fix="Nothing need be done for a filing as xBRL-XML; else tell facts apart by dimensions of the taxonomy.",
        reference="xBRL-XML 1.0, sections 2.1.4 to 2.1.7",
    ),
    CatalogueEntry(
        code="XG831",
        name="broken-segment-or-scenario",
        severity=Severity.ERROR,
        summary="A segment or scenario is empty, or holds an element of XBRL itself, an item or a tuple.",
        reason="It says what the facts are about; what reports facts cannot stand there, and nothing says nothing.",
        example="<xbrli:segment><ifrs-full:Assets/></xbrli:segment>",
        fix="Put dimension members or elements of your own there, or take the segment or scenario out.",
        reference=_section("4.7.3.2 and 4.7.4"),
    ),
    CatalogueEntry(
        code="XG832",
        name="tuple-with-attribute-of-xbrl",
        severity=Severity.ERROR,
        summary="A tuple has a context, a unit, an accuracy or another attribute of XBRL's own.",
        reason="A tuple has no value: only the items in it are of a period and in a unit.",
        example='<x:Manager contextRef="c1">...</x:Manager>',
        fix="Take the attribute out.",
        reference=_section("4.9"),
        standard="xbrl.4.9:tupleAttribute",
    ),
    CatalogueEntry(
        code="XG833",
        name="period-of-fraction",
        severity=Severity.ERROR,
        summary="A fraction is of a moment while its concept is of a stretch of time, or the other way round.",
        reason="The type of a period is part of what a concept means.",
        example="a fraction declared with periodType instant in a context with a start and an end",
        fix="Refer to a context of the right kind.",
        reference=_section("4.7.2"),
        standard="xbrl.4.7.2:contextPeriodType",
    ),
    CatalogueEntry(
        code="XG836",
        name="broken-footnote-link",
        severity=Severity.ERROR,
        summary="An arc or locator of a footnote link is none that XBRL allows there.",
        reason="The standard arc goes from located facts to footnotes, once for each pair of labels.",
        example="a link:footnoteArc from one link:footnote to another with the arcrole fact-footnote",
        fix="Let arcs start from link:loc elements and end at link:footnote elements.",
        reference=_section("4.11.1"),
    ),
    CatalogueEntry(
        code="XG837",
        name="schema-reference-to-other",
        severity=Severity.ERROR,
        summary="A reference to a schema leads to something else.",
        reason="The schema says which concepts the facts may be of.",
        example='<link:schemaRef xlink:href="labels.xml" .../>',
        fix="Refer to a schema; a linkbase has references of its own, link:linkbaseRef.",
        reference=_section("4.2.2"),
        standard="xbrl.4.2.2:schemaRefHref",
    ),
    CatalogueEntry(
        code="XG840",
        name="alias-contradicts-essence",
        severity=Severity.WARNING,
        summary="Two concepts that mean the same are reported with different values.",
        reason="The taxonomy says that one is an alias of the other, so that their facts must agree.",
        example="TaxExpense 100 and its alias IncomeTax 101 in the same context",
        fix="Correct one of the values, or report only one of the concepts.",
        reference=_section("5.2.6.2.2"),
        standard="xbrl.5.2.6.2.2:essenceAliasUnitsInconsistency",
    ),
    CatalogueEntry(
        code="XG841",
        name="required-concept-missing",
        severity=Severity.WARNING,
        summary="A concept is reported, and another one that it requires is not.",
        reason="The taxonomy says that readers need both.",
        example="a fact of Adjustments without one of ReasonForAdjustments",
        fix="Report the required concept, too.",
        reference=_section("5.2.6.2.4"),
        standard="xbrl.5.2.6.2.4:requiresElementInconsistency",
    ),
)
