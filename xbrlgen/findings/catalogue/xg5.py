"""Rendering."""

from xbrlgen.findings.catalogue import inline_writing, viewers
from xbrlgen.findings.finding import CatalogueEntry, Severity

ENTRIES: tuple[CatalogueEntry, ...] = (
    CatalogueEntry(
        code="XG501",
        name="character-outside-xml",
        severity=Severity.ERROR,
        summary="A text holds a character that no XML document can hold.",
        reason="XML 1.0 has no way to write control characters, lone surrogates, U+FFFE or U+FFFF, not even escaped. "
        "Leaving them out would alter what is reported.",
        example='"value": "Going concern\\u0007"',
        fix="Delete the character from the text; it usually came in by copying from a PDF or a terminal.",
        reference="XML 1.0, section 2.2",
    ),
    CatalogueEntry(
        code="XG502",
        name="entity-identifier-with-space",
        severity=Severity.ERROR,
        summary="The entity's identifier is empty or holds white space.",
        reason="xBRL-JSON writes scheme and identifier as one name, which holds no space, and XML would collapse it.",
        example='identifier: "37 740"',
        fix="Write the identifier as its register prints it, without spaces.",
        reference="xBRL-JSON 1.0, section 5.2; XBRL 2.1, section 4.7.3.1",
        standard="oimce:invalidSQName",
    ),
    CatalogueEntry(
        code="XG503",
        name="typed-axis-without-element",
        severity=Severity.ERROR,
        summary="A fact has a typed member on an axis for which the taxonomy names no element.",
        reason="In xBRL-XML a typed member stands inside the element that xbrldt:typedDomainRef of the axis points to.",
        example="a member given as text on an axis whose members are concepts",
        fix="Use a member of the axis, or an axis that the taxonomy declares as typed.",
        reference="XBRL Dimensions 1.0, section 2.5.2.1.1",
        standard="xbrldie:IllegalTypedDimensionContentError",
    ),
    *inline_writing.ENTRIES,
    *viewers.ENTRIES,
)
