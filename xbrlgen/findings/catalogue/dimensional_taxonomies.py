"""What taxonomies declare of axes, hypercubes, domains and defaults."""

from xbrlgen.findings.finding import CatalogueEntry, Severity

_URL = "https://www.xbrl.org/specification/dimensions/rec-2012-01-25/dimensions-rec-2006-09-18+corrected-errata-2012-01-25-clean.html"


def _section(number: str) -> str:
    return f"XBRL Dimensions 1.0, section {number}, {_URL}"


ENTRIES: tuple[CatalogueEntry, ...] = (
    CatalogueEntry(
        code="XG860",
        name="axis-or-hypercube-not-abstract",
        severity=Severity.ERROR,
        summary="The taxonomy declares an axis or a hypercube that is not abstract.",
        reason="Axes and hypercubes arrange facts; a fact of one would mean nothing.",
        example='<xs:element name="SegmentsAxis" substitutionGroup="xbrldt:dimensionItem" abstract="false" .../>',
        fix='Declare it with abstract="true".',
        reference=_section("2.2.1 and 2.5.1"),
    ),
    CatalogueEntry(
        code="XG861",
        name="values-for-what-is-no-axis",
        severity=Severity.ERROR,
        summary="A concept that is no axis refers to an element for values.",
        reason="Only an axis takes values, so the reference shows that a substitution group is wrong.",
        example='<xs:element name="Revenue" substitutionGroup="xbrli:item" xbrldt:typedDomainRef="#customer" .../>',
        fix="Take xbrldt:typedDomainRef out, or put the element into the group xbrldt:dimensionItem.",
        reference=_section("2.5.2.1.1"),
        standard="xbrldte:TypedDomainRefError",
    ),
    CatalogueEntry(
        code="XG862",
        name="values-of-no-element",
        severity=Severity.ERROR,
        summary="An axis for values refers to a document without naming an element in it.",
        reason="The element says what the values look like.",
        example='xbrldt:typedDomainRef="customers.xsd"',
        fix="Add a number sign and the id of the element.",
        reference=_section("2.5.2.1.1"),
        standard="xbrldte:TypedDimensionURIError",
    ),
    CatalogueEntry(
        code="XG863",
        name="values-outside-the-taxonomy",
        severity=Severity.ERROR,
        summary="An axis for values refers to an element that the taxonomy does not have.",
        reason="Without the element nobody can know what the values look like.",
        example='xbrldt:typedDomainRef="customers.xsd#c_id", and no document imports customers.xsd',
        fix="Import the schema that declares the element, or correct the reference.",
        reference=_section("2.5.2.1.1"),
        standard="xbrldte:OutOfDTSSchemaError",
    ),
    CatalogueEntry(
        code="XG864",
        name="values-of-unusable-element",
        severity=Severity.ERROR,
        summary="An axis for values refers to what cannot hold a value.",
        reason="The values are written within a global element that is not abstract.",
        example='xbrldt:typedDomainRef="#c_CustomerType", the id of a type',
        fix="Refer to the declaration of a global element that is not abstract.",
        reference=_section("2.5.2.1.1"),
        standard="xbrldte:TypedDimensionError",
    ),
    CatalogueEntry(
        code="XG865",
        name="dimensional-relationship-between-wrong-kinds",
        severity=Severity.ERROR,
        summary="A relationship of dimensions joins concepts that are not what it is for.",
        reason=(
            "Line items have hypercubes, hypercubes have axes, axes have domains, and domains have members: whatever "
            "is joined otherwise is read by nobody."
        ),
        example="an arc hypercube-dimension from a hypercube to a line item",
        fix="Correct the arcrole, or point the arc at the concept that is meant.",
        reference=_section("2.2.2, 2.3.1, 2.5.3 and 2.7.1"),
    ),
    CatalogueEntry(
        code="XG866",
        name="hypercube-without-container",
        severity=Severity.ERROR,
        summary="A hypercube does not say whether it is about the segment or the scenario of contexts.",
        reason="Facts cannot be held against it.",
        example="an arc with the arcrole all and no xbrldt:contextElement",
        fix='Add xbrldt:contextElement="scenario" (or "segment") to the arc.',
        reference=_section("2.3.1.2"),
        standard="xbrldte:HasHypercubeMissingContextElementAttributeError",
    ),
    CatalogueEntry(
        code="XG867",
        name="target-role-without-reference",
        severity=Severity.ERROR,
        summary="A definition arc leads to a role that its linkbase does not refer to.",
        reason="The role is not declared there, so nobody can follow the arc.",
        example='xbrldt:targetRole="http://example.com/role/products" without a link:roleRef for it',
        fix="Add a link:roleRef for the role to the linkbase, or correct the role.",
        reference=_section("2.4.3"),
        standard="xbrldte:TargetRoleNotResolvedError",
    ),
    CatalogueEntry(
        code="XG868",
        name="several-default-members",
        severity=Severity.ERROR,
        summary="An axis has several default members.",
        reason="The default is what facts without the axis have, in all roles; it can be only one.",
        example="arcs dimension-default from SegmentsAxis to AllSegmentsMember and, in another role, to GroupMember",
        fix="Keep one of the defaults.",
        reference=_section("2.7.1"),
        standard="xbrldte:TooManyDefaultMembersError",
    ),
    CatalogueEntry(
        code="XG869",
        name="domain-in-a-circle",
        severity=Severity.ERROR,
        summary="The members of an axis stand above each other in a circle.",
        reason="A member would be a part of itself.",
        example="EuropeMember above GermanyMember, and in the role that it leads to, GermanyMember above EuropeMember",
        fix="Take the arc out that leads back.",
        reference=_section("2.4.2"),
        standard="xbrldte:DRSDirectedCycleError",
    ),
    CatalogueEntry(
        code="XG871",
        name="line-item-is-a-member-too",
        severity=Severity.ERROR,
        summary="A line item of a hypercube is also a member of one of its axes.",
        reason="The same concept would say what a figure is and whose it is.",
        example="Revenue below the line items of a table, and below the domain of its SegmentsAxis",
        fix="Declare a member of its own, or take the concept out of the domain.",
        reference=_section("2.5.3.1.1"),
        standard="xbrldte:PrimaryItemPolymorphismError",
    ),
    CatalogueEntry(
        code="XG872",
        name="unit-registry-malformed",
        severity=Severity.ERROR,
        summary="A registry of units that was given is not one, or has entries that contradict themselves.",
        reason="Facts would be judged by units that nobody can tell; entries at fault are left out.",
        example="<unit><unitId>sqm</unitId><status>REC</status></unit> without an itemType",
        fix="Get the registry from its publisher again, or correct the entry.",
        reference="Units Registry - Structure 1.0, section 2",
    ),
    CatalogueEntry(
        code="XG880",
        name="fact-in-no-table",
        severity=Severity.ERROR,
        summary="Facts have members or axes that no table of the taxonomy gives their concept.",
        reason=(
            "The taxonomy lists, role by role, which axes and members a concept may have (hypercubes). Facts have to "
            "suit all hypercubes of one role; an axis that is left out counts with its default."
        ),
        example="Revenue with SegmentsAxis=CapitalMember, where the table has only segments on that axis",
        fix="Use the axes and members of the table that is named, or a concept that is reported with these members.",
        reference=_section("3.1.1"),
        standard="xbrldie:PrimaryItemDimensionallyInvalidError",
    ),
)
