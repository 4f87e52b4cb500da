"""What can be wrong with the documents of a taxonomy: one change to the sound one each."""

from dataclasses import dataclass

from sound_taxonomy import FILES, TREE, XBRL, arc

_SIMPLE_ARCROLE = 'xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"'
_SHEET = "http://example.com/role/sheet"
_LOC = '<link:loc xlink:type="locator" xlink:href="t.xsd#Cash" xlink:label="Cash"/>'
_ROLE_TYPE = '<link:roleType roleURI="http://example.com/role/x"><link:usedOn>link:label</link:usedOn></link:roleType>'


@dataclass(frozen=True)
class Fault:
    """In `file`, `old` (there once) becomes `new`; our code, the specification's, and Arelle's if it is another one.

    Arelle has one code for all networks of an arcrole that generic arcs have; it looks for what is wrong with tuples
    neither in groups nor at the types themselves, and fails where a calculation leads to a role type.
    """

    file: str
    old: str
    new: str
    code: str
    standard: str
    arelle: str = ""
    also: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.code} {self.standard}"

    def damaged(self) -> str:
        content = FILES[self.file]
        assert content.count(self.old) == 1, (self.file, self.old)
        return content.replace(self.old, self.new)

    def line(self) -> int:
        """The line where the change begins."""
        same = next(
            (
                place
                for place, (one, two) in enumerate(zip(FILES[self.file], self.damaged(), strict=False))
                if one != two
            )
        )
        return FILES[self.file][:same].count("\n") + 1


def _schema(old: str, new: str, code: str, standard: str, **more: object) -> Fault:
    return Fault("t.xsd", old, new, code, standard, **more)


SCHEMAS = (
    _schema('id="Remark"', 'id="Share"', "XG620", "xml.3.3.1:idMustBeUnique"),
    _schema(
        '<xs:include schemaLocation="more.xsd"/>',
        '<xs:redefine schemaLocation="more.xsd"/>',
        "XG800",
        "xbrl.5.6.1:Redefine",
    ),
    Fault(
        "more.xsd",
        'targetNamespace="http://example.com/t"',
        'targetNamespace=""',
        "XG801",
        "xbrl.5.1:emptyTargetNamespace",
        also=("XG604",),
    ),
    _schema(
        '<xs:element name="Remark" id="Remark" type="xs:string"/>',
        f'<xs:element name="Remark" id="Remark" type="xs:string"><xs:annotation><xs:appinfo>{_ROLE_TYPE}</xs:appinfo></xs:annotation></xs:element>',
        *("XG802", "xbrl.5.1.3.roleTypeLocation"),
    ),
    Fault(
        "more.xsd",
        f'roleURI="{_SHEET}"',
        'roleURI="#sharp#signs"',
        "XG803",
        "xbrl.5.1.3:roleURIMissing",
        also=("XG618",),
    ),
    _schema(
        'arcroleURI="http://example.com/arcrole/tree"',
        'arcroleURI="#sharp#signs"',
        "XG803",
        "xbrl.5.1.4:arcroleURIMissing",
        also=("XG811", "XG813", "XG618"),
    ),
    _schema(
        'cyclesAllowed="none"', 'cyclesAllowed="no"', "XG803", "xbrl.5.1.4:arcroleTypeCyclesAllowed", also=("XG618",)
    ),
    Fault("more.xsd", "Balance sheet", "Another sheet", "XG804", "xbrl.5.1.3:roleTypes-inequality"),
    Fault("more.xsd", "<link:usedOn>gen:link</link:usedOn>", "", "XG804", "xbrl.5.1.3:roleTypes-inequality"),
    Fault(
        *("more.xsd", "</xs:appinfo>"),
        f'<link:roleType roleURI="{_SHEET}"><link:usedOn>link:label</link:usedOn></link:roleType>\n</xs:appinfo>',
        *("XG804", "xbrl.5.1.3:roleTypeDuplicate"),
    ),
    _schema(
        "<link:usedOn>link:definitionArc</link:usedOn>",
        "<link:usedOn>link:definitionArc</link:usedOn><link:usedOn>link:definitionArc</link:usedOn>",
        "XG804",
        "xbrl.5.1.4:arcroleTypes-inequality",
    ),
    _schema(
        'id="Person" substitutionGroup',
        'id="Person" xbrli:periodType="instant" substitutionGroup',
        "XG805",
        "xbrl.4.9:tuplePeriodType",
    ),
    _schema('id="Partner" type', 'id="Partner" xbrli:balance="debit" type', "XG805", "xbrl.4.9:tupleBalance"),
    _schema(
        '<xs:complexType name="partnerType">',
        '<xs:complexType name="partnerType" mixed="true">',
        "XG806",
        "xbrl.4.9:tupleMixedContent",
        arelle="none",
    ),
    _schema(
        'id="Partner" type="t:partnerType"',
        'id="Partner" type="t:nameItemType"',
        "XG806",
        "xbrl.4.9:tupleSimpleContent",
    ),
    _schema(
        '<xs:choice><xs:element ref="t:Person"/>',
        '<xs:choice><xs:element name="own" type="xs:string"/>',
        "XG806",
        "xbrl.4.9:tupleElementItemOrTuple",
    ),
    _schema(
        '<xs:element ref="t:Cash" minOccurs="0"/>',
        '<xs:element ref="t:Remark" minOccurs="0"/>',
        "XG806",
        "xbrl.4.9:tupleElementItemOrTuple",
        arelle="none",
    ),
    _schema(
        '<xs:attribute name="id" type="xs:ID"/>\n</xs:restriction></xs:complexContent></xs:complexType>\n<xs:group',
        '<xs:attribute ref="xbrli:balance"/>\n</xs:restriction></xs:complexContent></xs:complexType>\n<xs:group',
        "XG806",
        "xbrl.4.9:tupleAttribute",
    ),
    _schema(
        'id="Name" type="t:nameItemType"',
        'id="Name" type="xs:string"',
        "XG807",
        "xbrl.5.1.1.3:itemType",
        also=("XG604",),
    ),
    _schema(
        'substitutionGroup="xbrli:item" xbrli:periodType="duration"',
        'substitutionGroup="xbrli:item" xbrli:balance="debit" xbrli:periodType="duration"',
        "XG808",
        "xbrl.5.1.1.2:itemBalance",
    ),
)
REFERENCES = (
    _schema(
        f'xlink:href="generic.xml"\n  {_SIMPLE_ARCROLE}',
        'xlink:href="generic.xml"',
        "XG809",
        "xbrl.4.3.3:linkbaseRefArcrole",
        also=("XG616",),
    ),
    _schema(
        f'xlink:href="generic.xml"\n  {_SIMPLE_ARCROLE}',
        f'xlink:href="generic.xml" xlink:role=""\n  {_SIMPLE_ARCROLE}',
        "XG809",
        "xbrl.3.5.1.2:simpleLink{http://www.w3.org/1999/xlink}role",
        also=("XG618",),
    ),
    _schema(
        f'xlink:role="{XBRL}/role/labelLinkbaseRef"',
        f'xlink:role="{XBRL}/role/referenceLinkbaseRef"',
        "XG810",
        "xbrl.4.3.4:linkbaseRefLinks",
    ),
    _schema(
        f'xlink:href="reference.xml" xlink:role="{XBRL}/role/referenceLinkbaseRef"',
        'xlink:href="more.xsd"',
        "XG810",
        "xbrl.4.3.2:linkbaseRefHref",
        also=("XG373",),
    ),
    _schema(f'xlink:role="{XBRL}/role/labelLinkbaseRef"', f'xlink:role="{XBRL}/role/label"', "XG812", "xbrl.4.3.4"),
    Fault(
        "label.xml",
        "</link:labelLink>",
        f'</link:labelLink><link:roleRef roleURI="{_SHEET}" xlink:type="simple" xlink:href="t.xsd#sheet"/>',
        "XG811",
        "xbrl.3.5.2.4.5:roleRefDuplicate",
    ),
    Fault(
        "label.xml",
        f'roleURI="{_SHEET}" xlink:type="simple" xlink:href="t.xsd#sheet"',
        'roleURI="http://example.com/other" xlink:type="simple" xlink:href="t.xsd#sheet"',
        "XG811",
        "xbrl.3.5.2.4.5:roleRefNotDefined",
        also=("XG812",),
    ),
    Fault(
        "definition.xml",
        'xlink:href="t.xsd#tree"',
        'xlink:href="t.xsd#sheet"',
        "XG811",
        "xbrl.3.5.2.5.5:arcroleRefMismatch",
    ),
)
ROLES = (
    Fault(
        "presentation.xml",
        f'roleURI="{_SHEET}" xlink:type="simple" xlink:href="t.xsd#sheet"',
        'roleURI="" xlink:type="simple" xlink:href="t.xsd#sheet"',
        "XG812",
        "xbrl.3.5.2.4:missingRoleRef",
        also=("XG811", "XG618"),
    ),
    Fault("reference.xml", f'xlink:role="{XBRL}/role/link"', f'xlink:role="{XBRL}/role/label"', "XG812", "xbrl.3.5.3"),
    Fault(
        "reference.xml", f'xlink:role="{XBRL}/role/link"', 'xlink:role="sheet"', "XG812", "xbrl.3.5.2.4:roleNotAbsolute"
    ),
    Fault(
        "reference.xml",
        f'xlink:role="{XBRL}/role/link"',
        'xlink:role=""',
        "XG812",
        "xbrl.3.5.3.3:emptyStdExtLinkRole",
        also=("XG618",),
    ),
    Fault(
        "reference.xml",
        f'xlink:role="{XBRL}/role/reference"',
        f'xlink:role="{XBRL}/role/label"',
        "XG812",
        "xbrl.5.2.3.2.1",
    ),
    Fault(
        "label.xml",
        f'xlink:role="{XBRL}/role/totalLabel"',
        f'xlink:role="{XBRL}/role/reference"',
        "XG812",
        "xbrl.5.2.2.2.2",
        also=("XG312",),
    ),
    Fault(
        "label.xml", f'xlink:role="{XBRL}/role/link"', f'xlink:role="{_SHEET}"', "XG812", "xbrl.5.1.3.4:custRoleUsedOn"
    ),
    Fault(
        "generic.xml",
        f'roleURI="{_SHEET}" xlink:type="simple" xlink:href="t.xsd#sheet"',
        'roleURI="" xlink:type="simple" xlink:href="t.xsd#sheet"',
        "XG812",
        "xbrlgene:missingRoleRefForLinkRole",
        also=("XG811", "XG618"),
    ),
    Fault(
        "calculation.xml",
        'xlink:arcrole="http://www.xbrl.org/2003/arcrole/summation-item" xlink:from="Assets" xlink:to="Cash"',
        'xlink:arcrole="http://www.xbrl.org/2003/arcrole/parent-child" xlink:from="Assets" xlink:to="Cash"',
        "XG813",
        "xbrl.5.1.4.5:custArcroleUsedOn",
    ),
    Fault(
        "presentation.xml",
        'xlink:arcrole="http://www.xbrl.org/2003/arcrole/parent-child" xlink:from="Money"',
        f'xlink:arcrole="{TREE}" xlink:from="Money"',
        "XG813",
        "xbrl.3.5.2.5:missingArcroleRef",
    ),
    Fault(
        "definition.xml",
        f'xlink:arcrole="{TREE}" xlink:from="Assets" xlink:to="Loans"',
        'xlink:arcrole="tree" xlink:from="Assets" xlink:to="Loans"',
        "XG813",
        "xbrl.3.5.2.5:arcroleNotAbsolute",
    ),
    Fault(
        "generic.xml",
        f'xlink:arcrole="{TREE}"',
        'xlink:arcrole="http://example.com/arcrole/other"',
        "XG813",
        "xbrlgene:missingRoleRefForArcRole",
    ),
)
LOCATORS = (
    Fault(
        "calculation.xml",
        _LOC,
        _LOC.replace('xlink:type="locator" ', ""),
        "XG814",
        "xbrl.3.5.3.7.1:linkLocType",
        also=("XG816", "XG616", "XG822"),
    ),
    Fault(
        "calculation.xml",
        _LOC,
        _LOC.replace(' xlink:label="Cash"', ""),
        "XG814",
        "xbrl.3.5.3.7.3:linkLocLabel",
        also=("XG816", "XG616"),
    ),
    Fault("calculation.xml", "t.xsd#Cash", "t.xsd#xpointer(//*[@id='Cash'])", "XG815", "xbrl.3.5.4:hrefScheme"),
    Fault("calculation.xml", "t.xsd#Cash", "t.xsd#element(/1/99)", "XG316", "xbrl.3.5.4:hrefIdNotFound"),
    Fault(
        "calculation.xml", "t.xsd#Loans", "t.xsd#sheet", "XG815", "xbrl.5.2.5.1:calculationLinkLocTarget", arelle="none"
    ),
    Fault("presentation.xml", "t.xsd#Cash", "t.xsd", "XG815", "xbrl.5.2.4.1:presentationLinkLocTarget"),
    Fault("presentation.xml", "t.xsd#Cash", f't.xsd#Cash" xlink:role="{XBRL}/role/link', "XG812", "xbrl.3.5.3.7"),
)
ARCS = (
    Fault("calculation.xml", 'xlink:to="Loans"', 'xlink:to="Lones"', "XG816", "xbrl.3.5.3.9.3:arcResource"),
    Fault("definition.xml", 'xlink:from="Person"', 'xlink:from="Persons"', "XG816", "xbrl.3.5.3.9.2:arcResource"),
    Fault(
        "calculation.xml",
        'xlink:to="Loans" weight="-1"',
        'xlink:to="Cash" weight="1" priority="1"',
        "XG311",
        "xlink:dupArcs",
    ),
    Fault("label.xml", 'xlink:to="own"/>', 'xlink:to="Assets"/>', "XG817", "xbrl.5.2.2.3:labelArcRemoteResource"),
    Fault("label.xml", ' xml:lang="en">Cash</link:label>', ">Cash</link:label>", "XG818", "xbrl.5.2.2.2.1:labelLang"),
    Fault(
        "reference.xml",
        '<link:reference xlink:type="resource" ',
        "<link:reference ",
        "XG822",
        "xbrl.3.5.3.8.1:resourceType",
        also=("XG816", "XG616"),
    ),
)
NETWORKS = (
    Fault(
        "presentation.xml",
        'xlink:from="Money" xlink:to="Name"',
        'xlink:from="Money" xlink:to="Assets"',
        "XG819",
        "xbrl.5.2.4.2",
    ),
    Fault(
        "definition.xml",
        'xlink:from="Assets" xlink:to="Loans"/>',
        f'xlink:from="Cash" xlink:to="Loans"/>\n{arc("definition", TREE, "Assets", "Loans")}',
        "XG819",
        "xbrl.5.1.4.3:cycles",
        arelle="xbrlgene:violatedCyclesConstraint",
    ),
    Fault(
        "definition.xml",
        'xlink:from="Assets" xlink:to="Loans"/>',
        f'xlink:from="Cash" xlink:to="Assets"/>\n{arc("definition", TREE, "Assets", "Loans")}',
        "XG819",
        "xbrl.5.1.4.3:cycles",
        arelle="xbrlgene:violatedCyclesConstraint",
    ),
    Fault(
        "generic.xml",
        "</gen:link>",
        f"{arc('gen:arc', TREE, 'Cash', 'Assets')}</gen:link>",
        "XG819",
        "xbrlgene:violatedCyclesConstraint",
    ),
    Fault("calculation.xml", 'weight="-1"', 'weight="0"', "XG820", "xbrl.5.2.5.2.1:zeroWeight"),
    Fault("calculation.xml", 'weight="-1"', 'weight="1"', "XG313", "xbrl.5.1.1.2:balanceCalcWeightIllegalPositive"),
    Fault(
        "calculation.xml",
        'xlink:to="Cash" weight="1"',
        'xlink:to="Cash" weight="-0.5"',
        "XG313",
        "xbrl.5.1.1.2:balanceCalcWeightIllegalNegative",
    ),
    Fault(
        "calculation.xml",
        'xlink:to="Loans" weight="-1"',
        'xlink:to="Name" weight="1"',
        "XG314",
        "xbrl.5.2.5.2:nonNumericCalc",
    ),
    Fault("presentation.xml", "role/totalLabel", "role/verboseLabel", "XG312", "xbrl.5.2.4.2.1:preferredLabelMissing"),
    Fault(
        "definition.xml",
        'xlink:from="Cash" xlink:to="Money"',
        'xlink:from="Cash" xlink:to="Name"',
        "XG821",
        "xbrl.5.2.6.2.2:essenceAliasTypes",
    ),
    Fault(
        "definition.xml",
        'xlink:from="Cash" xlink:to="Money"',
        'xlink:from="Cash" xlink:to="Loans"',
        "XG821",
        "xbrl.5.2.6.2.2:essenceAliasBalance",
    ),
    Fault(
        "definition.xml",
        "arcrole/similar-tuples",
        "arcrole/essence-alias",
        "XG821",
        "xbrl.5.2.6.2.2:essenceAliasTypes",
    ),
    Fault(
        "definition.xml",
        'xlink:from="Person" xlink:to="Partner"',
        'xlink:from="Person" xlink:to="Name"',
        "XG823",
        "xbrl.5.2.6.2.3",
        arelle="none",
    ),
)
FAULTS = (*SCHEMAS, *REFERENCES, *ROLES, *LOCATORS, *ARCS, *NETWORKS)
