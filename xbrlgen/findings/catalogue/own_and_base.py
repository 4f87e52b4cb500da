"""What an issuer's own taxonomy has to have, and what it must leave to the base taxonomy, to a regulator."""

from xbrlgen.findings.finding import CatalogueEntry, Severity

_MANUAL = (
    "ESEF Reporting Manual, "
    "https://www.esma.europa.eu/sites/default/files/library/esma32-60-254_esef_reporting_manual.pdf"
)

ENTRIES: tuple[CatalogueEntry, ...] = (
    CatalogueEntry(
        code="XG380",
        name="linkbase-missing",
        severity=Severity.ERROR,
        summary="The issuer's taxonomy lacks one of the linkbases that the regulator wants.",
        reason="Regulators' software looks for each kind of linkbase in a file of its own.",
        example="a taxonomy without a calculation linkbase, or with an empty one",
        fix=(
            "Declare the totals of the statements, so that there is something to calculate; labels, "
            "presentation and definitions follow from the report."
        ),
        reference=f"Guidance 3.1.1 of the {_MANUAL}",
    ),
    CatalogueEntry(
        code="XG381",
        name="reported-without-label",
        severity=Severity.ERROR,
        summary="A concept of the base taxonomy is reported, and has no label in the language of the filing.",
        reason="The regulator's viewer shows figures by their labels.",
        example="Revenue, with a taxonomy package that holds no labels",
        fix="Pass the official package of the taxonomy, which has the labels.",
        reference="EDGAR Filer Manual II, 6.10.1",
    ),
    CatalogueEntry(
        code="XG382",
        name="labels-alike",
        severity=Severity.ERROR,
        summary="Two concepts have the same standard label.",
        reason="Readers could not tell their figures apart.",
        example="an own concept 'Revenue' beside ifrs-full:Revenue",
        fix="Write into the label what sets the concept apart.",
        reference="EDGAR Filer Manual II, 6.10.4",
    ),
    CatalogueEntry(
        code="XG383",
        name="base-documented",
        severity=Severity.ERROR,
        summary="The issuer's linkbase explains a concept of the base taxonomy.",
        reason="What a concept means is for its publisher to say.",
        example="a label of the role documentation for ifrs-full:Revenue",
        fix="Take the label out.",
        reference="EDGAR Filer Manual II, 6.10.5",
    ),
    CatalogueEntry(
        code="XG384",
        name="import-not-wanted",
        severity=Severity.WARNING,
        summary="The issuer's schema imports a part of the base taxonomy that is no entry point for issuers.",
        reason=(
            "The entry point brings along what issuers need; other parts hold more, such as the regulator's own view."
        ),
        example="an import of esef_all.xsd beside that of esef_cor.xsd",
        fix="Import the entry point alone.",
        reference=f"Guidance 3.1.1 of the {_MANUAL}",
    ),
    CatalogueEntry(
        code="XG385",
        name="own-namespace-form",
        severity=Severity.ERROR,
        summary="The issuer's namespace, or its prefix, is not formed as the regulator wants it.",
        reason="Software of the regulator takes them apart.",
        example="a prefix my_company, whose underscore parts prefix and name in ids",
        fix="Write a prefix without an underscore, and a namespace as the message says.",
        reference="EDGAR Filer Manual II, 6.7.4 and 6.7.7; Global Filing Manual 1.3.4 and 1.3.7",
    ),
    CatalogueEntry(
        code="XG386",
        name="own-name-of-base",
        severity=Severity.ERROR,
        summary="The issuer declares an element by the name of one of the base taxonomy.",
        reason="Readers take the two for the same.",
        example="an own element Revenue",
        fix="Take the element of the base taxonomy if it means the same, else another name.",
        reference="EDGAR Filer Manual II, 6.7.16; Global Filing Manual 1.3.18",
    ),
    CatalogueEntry(
        code="XG387",
        name="own-type-repeated",
        severity=Severity.ERROR,
        summary="The issuer declares a type that is one of XBRL's under another name.",
        reason="Software knows the types of the specification and of the Data Type Registry.",
        example="<xs:complexType name='amount'> that restricts xbrli:monetaryItemType by nothing",
        fix="Take the type of XBRL itself.",
        reference="Delegated Regulation (EU) 2019/815, Annex IV, paragraph 11",
    ),
    CatalogueEntry(
        code="XG388",
        name="base-default-changed",
        severity=Severity.ERROR,
        summary="The issuer's linkbase changes which member of an axis is its default.",
        reason="Figures without that axis would mean something else than in other filings.",
        example="a dimension-default arc from ifrs-full:SegmentsAxis",
        fix="Take the arc out; own axes have a default of their own.",
        reference=f"Guidance 3.4.3 of the {_MANUAL}",
    ),
    CatalogueEntry(
        code="XG389",
        name="base-reference-changed",
        severity=Severity.ERROR,
        summary="The issuer's linkbase changes the references of a concept of the base taxonomy.",
        reason="Which paragraph of a standard a concept stands for is for its publisher to say.",
        example="an arc with use='prohibited' to a reference of ifrs-full:Revenue",
        fix="Take the arc out.",
        reference="Delegated Regulation (EU) 2019/815, Annex IV, paragraph 8; EDGAR Filer Manual II, 6.18.2",
    ),
    CatalogueEntry(
        code="XG390",
        name="definition-arcrole-not-accepted",
        severity=Severity.ERROR,
        summary="A definition is of a kind that the regulator does not accept.",
        reason=(
            "Definitions say which dimensions a figure has, and which concept an own one is anchored to, and "
            "nothing else."
        ),
        example="a definition arc of the arcrole essence-alias",
        fix="Take the arc out, or use the arcrole of anchors.",
        reference="Delegated Regulation (EU) 2019/815, Annex IV",
    ),
    CatalogueEntry(
        code="XG391",
        name="moment-label-of-duration",
        severity=Severity.WARNING,
        summary="A movement is to be shown by the label of a balance at the start or end of a period.",
        reason="The regulator's viewer leaves such a label aside.",
        example="preferredLabel='.../periodStartLabel' for a line of revenue",
        fix="Take another label for the line.",
        reference="EDGAR Filer Manual II, 6.12.7",
    ),
    CatalogueEntry(
        code="XG392",
        name="axis-without-members",
        severity=Severity.WARNING,
        summary="An axis of the presentation has no members below it.",
        reason="The regulator's viewer shows the facts of the members below an axis; so it shows none.",
        example="SegmentsAxis in a table, with its members in another one",
        fix="Put the domain or the members below the axis.",
        reference="EDGAR Filer Manual II, 6.12.8",
    ),
)
