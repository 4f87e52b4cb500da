"""Discovering the documents of a taxonomy."""

from xbrlgen.findings.finding import CatalogueEntry, Severity

ENTRIES: tuple[CatalogueEntry, ...] = (
    CatalogueEntry(
        code="XG373",
        name="not-a-linkbase",
        severity=Severity.ERROR,
        summary="A reference to a linkbase leads to something else.",
        reason="The relationships, labels and references that it promises are not there.",
        example="A link:linkbaseRef with the name of a schema in xlink:href.",
        fix="Refer to the linkbase, or take the reference out.",
        reference="XBRL 2.1, sections 4.3 and 5.1.2",
        standard="xbrl.4.3.2",
    ),
    CatalogueEntry(
        code="XG374",
        name="too-many-relationships",
        severity=Severity.ERROR,
        summary="The arcs of a linkbase or of a whole taxonomy join more pairs than any honest ones do.",
        reason="An arc joins every locator of one label with every locator of another: a few lines can ask for more "
        "relationships than a machine can hold.",
        example="2,000 locators that all have the label 'a', and an arc from 'a' to 'a'.",
        fix="Give each locator a label of its own, and join those that belong together.",
        reference="XBRL 2.1, section 3.5.3.9",
    ),
    CatalogueEntry(
        code="XG375",
        name="too-many-documents",
        severity=Severity.ERROR,
        summary="The taxonomy has more documents than any honest one does.",
        reason="Documents may refer to each other without end; the largest taxonomies have a few thousand.",
        example="A schema that imports 30,000 others.",
        fix="Start from an entry point that needs less of the taxonomy.",
        reference="XBRL 2.1, section 3.2",
    ),
    CatalogueEntry(
        code="XG376",
        name="taxonomy-document-too-large",
        severity=Severity.ERROR,
        summary="A schema or linkbase is larger than any honest one.",
        reason="A document of the taxonomy is read into memory, which a file of any size could fill.",
        example="A linkbase of 3 GB beside an instance.",
        fix="Refer to the true file; split a linkbase that is so large.",
        reference="XBRL 2.1, section 3.2",
    ),
)
