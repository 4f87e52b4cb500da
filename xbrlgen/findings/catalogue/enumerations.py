"""Enumerations: what taxonomies declare of them, and which members facts name."""

from xbrlgen.findings.finding import CatalogueEntry, Severity

_URL = "https://www.xbrl.org/Specification/extensible-enumerations-2.0/REC-2020-02-12/extensible-enumerations-2.0-REC-2020-02-12.html"


def _section(number: str) -> str:
    return f"Extensible Enumerations 2.0, section {number}, {_URL}"


ENTRIES: tuple[CatalogueEntry, ...] = (
    CatalogueEntry(
        code="XG890",
        name="enumeration-without-domain",
        severity=Severity.ERROR,
        summary="The taxonomy declares an enumeration without saying which members it takes.",
        reason="No value of it can be right or wrong.",
        example='<xs:element name="Method" type="enum2:enumerationItemType" enum2:linkrole="..."/>, no enum2:domain',
        fix="Add the attribute domain with the concept that stands above the members.",
        reference=_section("2"),
        standard="enum2te:MissingDomainError",
    ),
    CatalogueEntry(
        code="XG891",
        name="enumeration-domain-no-member",
        severity=Severity.ERROR,
        summary="The head of an enumeration's domain is not declared, or is an axis or a hypercube.",
        reason="Members stand below an item that could be a member itself.",
        example='enum2:domain="own:MethodsAxis"',
        fix="Name the item above the members.",
        reference=_section("2"),
        standard="enum2te:InvalidDomainError",
    ),
    CatalogueEntry(
        code="XG892",
        name="enumeration-without-role",
        severity=Severity.ERROR,
        summary="The taxonomy declares an enumeration without saying in which role its members stand.",
        reason="The same head may have other members in another role.",
        example='<xs:element name="Method" type="enum2:enumerationItemType" enum2:domain="own:Methods"/>',
        fix="Add the attribute linkrole.",
        reference=_section("2"),
        standard="enum2te:MissingLinkRoleError",
    ),
    CatalogueEntry(
        code="XG893",
        name="enumeration-value-not-allowed",
        severity=Severity.ERROR,
        summary="A fact names a member that its enumeration does not take.",
        reason="The taxonomy lists the values: the usable members below the head of the domain.",
        example="Method,DepreciationMethod,ifrs-full:LandMember",
        fix="Name one of the members that are listed.",
        reference=_section("4"),
        standard="enum2ie:InvalidEnumerationValue",
    ),
    CatalogueEntry(
        code="XG895",
        name="enumeration-values-out-of-order",
        severity=Severity.ERROR,
        summary="A set of values is not written in the order of their names.",
        reason="One order makes the same set the same text.",
        example="<own:Markets ...>http://example.com/own#Tokyo http://example.com/own#London</own:Markets>",
        fix="Sort the names.",
        reference=_section("4.1.2"),
        standard="enum2ie:InvalidEnumerationSetOrder",
    ),
)
