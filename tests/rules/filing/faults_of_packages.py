"""Faults in names, packages and taxonomies."""

import esef_filing as small
from filing_fault import Fault, after, own_element

PACKAGES = (
    Fault(
        "report-name",
        "XG488",
        "ESEF.2.6.3.incorrectNamingConventionReportPackageReportFile",
        at="<html",
        year="2025",
        filing={"name": "lantern"},
        also=frozenset({"XG490"}),
    ),
    Fault(
        "package-name",
        "XG490",
        "ESEF.2.6.3.incorrectNamingConventionReportPackage",
        year="2025",
        filing={"name": "lantern", "report": f"{small.NAME}-1-en"},
        arelle="",
        why="requirements 2.1.1 want the pattern of the report's name for the package, too; Arelle looks at the report's alone",
    ),
    Fault("report-extension", "XG489", "ESEF.2.6.1.incorrectFileExtension", at="<html", filing={"extension": ".htm"}),
    Fault(
        "package-of-2022",
        "XG491",
        "ESEF.RTS.Annex.III.3.missingOrInvalidTaxonomyPackage",
        year="2022",
        date="2022-03-24",
        filing={"suffix": ".xbri"},
    ),
    Fault(
        "package-extension",
        "XG491",
        "ESEF.2.6.3.disallowedReportPackageFileExtension",
        filing={"suffix": ".xbr"},
        arelle="rpe:incorrectReportType",
        why="Arelle goes no further than the rules of report packages, which this breaks, too",
    ),
    Fault("old-core", "XG493", "ESEF.3.1.2.incorrectEsefTaxonomyVersionUsed", date="2021-03-24"),
    Fault(
        "no-core",
        "XG494",
        "ESEF.3.1.2.requiredEntryPointNotImported",
        extension={
            "entry_point": f'<xs:import namespace="{small.ifrs("2024-03-27")}" schemaLocation="https://xbrl.ifrs.org/taxonomy/2024-03-27/stand-in/ifrs.xsd"/>'
        },
    ),
    Fault(
        "other-year",
        "XG495",
        "ESEF.1.2.IFRSNotYetIncluded",
        (
            ("xmlns:lantern=", f'xmlns:old="{small.ifrs("2022-03-24")}" xmlns:lantern='),
            *after('<p><ix:nonNumeric id="t11" name="old:LegalFormOfEntity" contextRef="d">x</ix:nonNumeric></p>'),
        ),
        'id="t11"',
        extension={
            "imports": f'<xs:import namespace="{small.ifrs("2022-03-24")}" schemaLocation="https://xbrl.ifrs.org/taxonomy/2022-03-24/stand-in/ifrs.xsd"/>'
        },
    ),
    Fault(
        "own-name",
        "XG496",
        "ESEF.3.2.1.extensionTaxonomyElementNameDoesNotFollowLc3Convention",
        at='name="price_of_oil"',
        extension=own_element("price_of_oil"),
        arelle="",
        why="guidance 3.2.1 wants names in LC3; Arelle checks it for 2021 only",
    ),
    Fault(
        "own-revenue",
        "XG497",
        "ESEF.RTS.Annex.IV.Par.4.1.extensionElementDuplicatesCoreElement",
        at='id="lantern_Revenue"',
        extension=own_element(
            "Revenue",
            'type="xbrli:monetaryItemType" substitutionGroup="xbrli:item" xbrli:periodType="duration" xbrli:balance="credit" nillable="true"',
        ),
    ),
    Fault(
        "typed-axis",
        "XG498",
        "ESEF.3.2.3.typedDimensionDefinitionInExtensionTaxonomy",
        at='id="lantern_ShipAxis"',
        extension={
            "own": '<xs:element id="lantern_Ship" name="Ship" type="xs:string"/>\n'
            '<xs:element id="lantern_ShipAxis" name="ShipAxis" type="xbrli:stringItemType" abstract="true" substitutionGroup="xbrldt:dimensionItem" xbrli:periodType="duration" nillable="true" xbrldt:typedDomainRef="#lantern_Ship"/>'
        },
    ),
)
