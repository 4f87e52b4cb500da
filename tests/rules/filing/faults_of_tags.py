"""Faults in how a page is tagged."""

from esef_filing import NAME
from filing_fault import BLOCK, REVENUE, Fault, after

TAGS = (
    Fault(
        "hidden-figure",
        "XG471",
        "ESEF.2.4.1.transformableElementIncludedInHiddenSection",
        (("<ix:hidden>\n", f'<ix:hidden>\n<ix:nonFraction id="h2" {REVENUE}>567</ix:nonFraction>\n'),),
        'id="h2"',
    ),
    Fault(
        "hidden-unseen",
        "XG472",
        "ESEF.2.4.1.factInHiddenSectionNotInReport",
        ((' style="-esef-ix-hidden:h1"', ""),),
        'id="h1"',
    ),
    Fault(
        "hidden-nowhere",
        "XG473",
        "ESEF.2.4.1.esefIxHiddenStyleNotLinkingFactInHiddenSection",
        after('<p style="-esef-ix-hidden:f2">x</p>'),
        "-esef-ix-hidden:f2",
    ),
    Fault(
        "other-style",
        "XG474",
        "ESEF.2.4.1.IxHiddenStyleDisallowed",
        after('<p style="-ix-hidden:h1">x</p>'),
        '"-ix-hidden:h1"',
    ),
    Fault(
        "style-of-2024",
        "XG474",
        "ESEF.2.4.1.IxHiddenStyleDisallowed",
        after('<p style="-esef-ix-hidden:h1">x</p>'),
        "-esef-ix-hidden:h1",
        year="2025",
    ),
    Fault(
        "plain-block", "XG476", "ESEF.2.2.7.improperApplicationOfEscapeAttribute", ((' escape="true"', ""),), 'id="b1"'
    ),
    Fault(
        "escaped-text",
        "XG476",
        "ESEF.2.2.7.improperApplicationOfEscapeAttribute",
        (('id="t1"', 'id="t1" escape="true"'),),
        'id="t1"',
    ),
    Fault(
        "ampersand-in-text",
        "XG476",
        "ESEF.2.2.7.improperApplicationOfEscapeAttribute",
        ((">DomicileOfEntity<", ">A &amp; B<"),),
        'id="t3"',
        year="2025",
    ),
    Fault(
        "ampersand-in-block",
        "XG477",
        "ESEF.2.2.6.escapedHTMLUsedInBlockTagWithSpecialCharacters",
        (('escape="true"><p>Lamps.</p>', "><p>Lamps &amp; oil.</p>"),),
        'id="b1"',
        year="2022",
        date="2022-03-24",
    ),
    Fault(
        "ampersand-in-block-of-2024",
        "XG477",
        "ESEF.2.2.7.escapedHTMLUsedInBlockTagWithSpecialCharacters",
        (('escape="true"><p>Lamps.</p>', "><p>Lamps &amp; oil.</p>"),),
        'id="b1"',
        also=frozenset({"XG476"}),
    ),
    Fault(
        "same-id",
        "XG153",
        "ESEF.2.2.8.duplicatedIdAttribute",
        (('id="f2"', 'id="f1"'),),
        'id="f1"',
        year="2025",
        arelle="ESEF.2.2.8.duplicatedIdAttribute",
        why="a warning to Arelle; an error here, for no XML parser that knows ids takes the page",
    ),
    Fault("no-id", "XG478", "ESEF.2.2.8.missingFactID", ((' id="f2"', ""),), "567"),
    Fault(
        "old-registry",
        "XG479",
        "ESEF.2.2.3.incorrectTransformationRuleApplied",
        (("transformation/2022-02-16", "transformation/2015-02-26"), ("num-dot-decimal", "numdotdecimal")),
        'id="f1"',
    ),
    Fault(
        "registry-of-2024",
        "XG479",
        "ESEF.2.2.3.incorrectTransformationRuleApplied",
        (("transformation/2022-02-16", "transformation/2020-02-12"),),
        'id="f1"',
        year="2025",
    ),
    Fault(
        "backwards",
        "XG480",
        "ESEF.2.2.6.textContentOrdering",
        (
            (
                BLOCK,
                '<p><ix:continuation id="c1">oil.</ix:continuation></p>\n'
                + BLOCK.replace('escape="true"', 'escape="true" continuedAt="c1"'),
            ),
        ),
        'id="b1"',
    ),
    Fault(
        "target",
        "XG481",
        "ESEF.2.5.3.targetAttributeUsedForESEFContents",
        (
            (
                "<ix:resources>",
                f'<ix:references target="x"><link:schemaRef xlink:type="simple" xlink:href="../{NAME}.xsd"/></ix:references>\n<ix:resources>',
            ),
            *after(f'<p><ix:nonFraction id="x1" target="x" {REVENUE}>567</ix:nonFraction></p>'),
        ),
        'target="x"',
    ),
    Fault(
        "tuple",
        "XG483",
        "ESEF.2.4.1.tupleElementUsed",
        after('<p><ix:tuple id="u1" tupleID="u1" name="ifrs-full:NotesAbstract"></ix:tuple></p>'),
        "ix:tuple",
    ),
    Fault(
        "fraction",
        "XG484",
        "ESEF.2.4.1.fractionElementUsed",
        after(
            '<p><ix:fraction id="u1" name="ifrs-full:EnergyUsed" contextRef="d" unitRef="pure"><ix:numerator>1</ix:numerator>/<ix:denominator>2</ix:denominator></ix:fraction></p>'
        ),
        "ix:fraction",
    ),
)
