"""Faults in contexts, facts, languages and footnotes."""

import esef_filing as small
from esef_filing import LEI
from filing_fault import REVENUE, Fault, after, lei, resource

CONTEXTS = (
    Fault(
        "scheme",
        "XG431",
        "ESEF.2.1.1.nonLEIContextScheme",
        (("http://standards.iso.org/iso/17442", "http://www.companieshouse.gov.uk/"),),
        'id="h1"',
    ),
    Fault("short-lei", "XG432", "ESEF.2.1.1.invalidIdentifierFormat", ((LEI, LEI[:-1]),), 'id="h1"'),
    Fault("wrong-lei", "XG433", "ESEF.2.1.1.invalidIdentifier", ((LEI, f"{LEI[:-1]}3"),), 'id="h1"'),
    Fault(
        "two-entities",
        "XG434",
        "ESEF.2.1.4.multipleIdentifiers",
        (
            (
                small.context("i", "<xbrli:instant>2024-12-31</xbrli:instant>"),
                small.context("i", "<xbrli:instant>2024-12-31</xbrli:instant>", lei=lei("254900OTHERTIDES00")),
            ),
        ),
        'id="h1"',
    ),
    Fault(
        "segment",
        "XG435",
        "ESEF.2.1.3.segmentUsed",
        (
            (
                f"{LEI}</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:instant>",
                f'{LEI}</xbrli:identifier><xbrli:segment><xbrldi:explicitMember dimension="lantern:SiteAxis">lantern:HarbourMember</xbrldi:explicitMember></xbrli:segment></xbrli:entity><xbrli:period><xbrli:instant>',
            ),
        ),
        "<xbrli:segment>",
        extension={
            "own": '<xs:element id="lantern_SiteAxis" name="SiteAxis" type="xbrli:stringItemType" abstract="true" substitutionGroup="xbrldt:dimensionItem" xbrli:periodType="duration" nillable="true"/>\n'
            '<xs:element id="lantern_HarbourMember" name="HarbourMember" type="dtr:domainItemType" abstract="true" substitutionGroup="xbrli:item" xbrli:periodType="duration" nillable="true"/>'
        },
    ),
    Fault(
        "scenario",
        "XG436",
        "ESEF.2.1.3.scenarioContainsNonDimensionalContent",
        (
            (
                "2024-12-31</xbrli:instant></xbrli:period>",
                "2024-12-31</xbrli:instant></xbrli:period><xbrli:scenario><lantern:Budget/></xbrli:scenario>",
            ),
        ),
        "lantern:Budget",
    ),
    Fault(
        "time",
        "XG437",
        "ESEF.2.1.2.periodWithTimeContent",
        (("<xbrli:instant>2024-12-31<", "<xbrli:instant>2025-01-01T00:00:00<"),),
        "T00:00:00",
    ),
    Fault(
        "zone",
        "XG438",
        "ESEF.2.1.2.periodWithTimeZone",
        (("<xbrli:instant>2024-12-31<", "<xbrli:instant>2024-12-31Z<"),),
        "31Z",
    ),
    Fault(
        "new-year",
        "XG439",
        "ESEF.2.1.2.inappropriateInstantDate",
        (("<xbrli:instant>2024-12-31<", "<xbrli:instant>2024-01-01<"),),
        'id="f1"',
    ),
)

FACTS = (
    Fault(
        "two-values",
        "XG400",
        "ESEF.2.2.4.inconsistentDuplicateNumericFactInInlineXbrlDocument",
        after(f'<p><ix:nonFraction id="f6" {REVENUE}>765</ix:nonFraction></p>'),
        'id="f2"',
    ),
    Fault(
        "two-texts",
        "XG403",
        "ESEF.2.2.4.inconsistentDuplicateNonnumericFactInInlineXbrlDocument",
        (("ifrs-full:PrincipalPlaceOfBusiness", "ifrs-full:DomicileOfEntity"),),
        'id="t3"',
        also=frozenset({"XG446"}),
    ),
    Fault("precision", "XG442", "ESEF.2.2.1.precisionAttributeUsed", (('decimals="3"', 'precision="3"'),), 'id="f3"'),
    Fault("percent", "XG443", "ESEF.2.2.2.percentGreaterThan100", (('scale="-2"', 'scale="0"'),), 'id="f3"'),
    Fault(
        "below-scale",
        "XG444",
        "ESEF.2.2.5.roundedValueBelowScaleNotNull",
        ((f'id="f2" {REVENUE}', f'id="f2" {REVENUE.replace("-3", "-8")}'),),
        'id="f2"',
    ),
    Fault(
        "custom-unit",
        "XG445",
        "ESEF.RTS.III.1.G1-7-1.customUnitInUtr",
        (
            resource('<xbrli:unit id="kWh"><xbrli:measure>lantern:kWh</xbrli:measure></xbrli:unit>'),
            *after(
                '<p><ix:nonFraction id="f5" name="ifrs-full:EnergyUsed" contextRef="d" unitRef="kWh" decimals="0">5</ix:nonFraction></p>'
            ),
        ),
        'id="f5"',
    ),
    Fault(
        "empty-block",
        "XG404",
        "ESEF.1.3.3.emptyTextBlock",
        (("<p>Lamps.</p>", "<p> </p>"),),
        'id="b1"',
        arelle="",
        why="guidance 1.3.3 means what readers see; Arelle takes the element around nothing for a text",
    ),
    Fault("no-block", "XG404", "ESEF.1.3.3.emptyTextBlock", (("<p>Lamps.</p>", " "),), 'id="b1"'),
    Fault(
        "mandatory",
        "XG446",
        "ESEF.RTS.Annex.II.Par.2.missingMandatoryMarkups",
        (("ifrs-full:LegalFormOfEntity", "ifrs-full:DomicileOfEntity"), (">LegalFormOfEntity<", ">DomicileOfEntity<")),
    ),
    Fault(
        "currency",
        "XG447",
        "ESEF.RTS.Annex.II.Par.1.factsWithOtherThanDeclaredCurrencyOnly",
        (
            resource('<xbrli:unit id="USD"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>'),
            (
                'id="f4" name="ifrs-full:CurrentAssets" contextRef="i" unitRef="EUR"',
                'id="f4" name="ifrs-full:CurrentAssets" contextRef="i" unitRef="USD"',
            ),
        ),
        'id="f4"',
    ),
    Fault(
        "no-statement",
        "XG448",
        "ESEF.RTS.Annex.II.Par.1.Par.7.missingPrimaryFinancialStatement",
        extension={"statement": "NotesAbstract"},
    ),
    Fault(
        "no-language",
        "XG449",
        "ESEF.2.5.2.undefinedLanguageForTextFact",
        ((' xml:lang="en">\n<head>', ">\n<head>"), ('<ix:references xml:lang="en">', "<ix:references>")),
        'id="t1"',
        also=frozenset({"XG453"}),
    ),
    Fault(
        "other-language",
        "XG450",
        "ESEF.2.5.2.taggedTextFactOnlyInLanguagesOtherThanLanguageOfAReport",
        (('id="t1"', 'id="t1" xml:lang="de"'),),
        'id="t1"',
    ),
    Fault(
        "unused-note",
        "XG451",
        "ESEF.2.3.1.unusedFootnote",
        (('<ix:relationship fromRefs="f1" toRefs="n1"/>', ""),),
        'id="n1"',
    ),
    Fault(
        "note-role",
        "XG452",
        "ESEF.2.3.1.nonStandardRoleForFootnote",
        (('id="n1"', 'id="n1" footnoteRole="http://lantern.example/role"'),),
        'id="n1"',
    ),
    Fault(
        "french-note",
        "XG453",
        "ESEF.2.3.1.footnoteInLanguagesOtherThanLanguageOfContentOfAnyTextualFact",
        (('id="n1" xml:lang="en"', 'id="n1" xml:lang="fr"'),),
        'id="n1"',
        also=frozenset({"XG454"}),
    ),
    Fault(
        "german-note",
        "XG454",
        "ESEF.2.3.1.footnoteOnlyInLanguagesOtherThanLanguageOfAReport",
        (
            ('id="n1" xml:lang="en"', 'id="n1" xml:lang="de"'),
            *after(
                '<p><ix:nonNumeric id="t1d" xml:lang="de" name="ifrs-full:DomicileOfEntity" contextRef="d">D</ix:nonNumeric></p>'
            ),
        ),
        'id="f1"',
    ),
    Fault(
        "empty-cell",
        "XG487",
        "ESEF.2.2.5",
        after(
            '<p><ix:nonFraction id="f5" xsi:nil="true" name="ifrs-full:EnergyUsed" contextRef="d" unitRef="pure"></ix:nonFraction></p>'
        ),
        'id="f5"',
        arelle="",
        why="guidance 2.2.5 of the manual of 2024 wants empty cells untagged; Arelle looks at values only",
    ),
)
