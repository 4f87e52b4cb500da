"""A taxonomy with a concept of every item type, tuples, dimensions and typed members; under 100 concepts of a kind."""

XBRLI_NUMBERS = [
    "decimal",
    "float",
    "double",
    "integer",
    "nonPositiveInteger",
    "negativeInteger",
    "long",
    "int",
    "short",
    "byte",
    "nonNegativeInteger",
    "unsignedLong",
    "unsignedInt",
    "unsignedShort",
    "unsignedByte",
    "positiveInteger",
    "monetary",
    "shares",
    "pure",
]
XBRLI_TEXTS = [
    "string",
    "boolean",
    "hexBinary",
    "base64Binary",
    "anyURI",
    "QName",
    "duration",
    "dateTime",
    "time",
    "date",
    "gYearMonth",
    "gYear",
    "gMonthDay",
    "gDay",
    "gMonth",
    "normalizedString",
    "token",
    "language",
    "Name",
    "NCName",
]
DTR_NUMBERS = [
    "percent",
    "perShare",
    "area",
    "volume",
    "mass",
    "weight",
    "energy",
    "power",
    "length",
    "memory",
    "monetaryPerArea",
    "monetaryPerDuration",
    "monetaryPerEnergy",
    "monetaryPerLength",
    "monetaryPerMass",
    "monetaryPerVolume",
    "planeAngle",
    "massFlow",
    "flow",
    "speed",
    "force",
    "pressure",
    "temperature",
    "frequency",
    "electricCharge",
    "electricCurrent",
    "voltage",
    "insolation",
    "irradiance",
    "ghgEmissions",
    "nonNegativeMonetary",
    "noDecimalsMonetary",
    "nonNegativeNoDecimalsMonetary",
    "energyPerMonetary",
    "ghgEmissionsPerMonetary",
    "volumePerMonetary",
]
DTR_TEXTS = [
    "domain",
    "escaped",
    "xmlNodes",
    "xml",
    "textBlock",
    "noLangToken",
    "noLangString",
    "prefixedContent",
    "SQName",
    "SQNames",
    "dateTime",
    "gYearList",
    "guidance",
]
OLD_NUMBERS = ["percent", "perShare", "area", "volume", "mass", "weight", "energy", "power", "length", "memory"]
OLD_TEXTS = ["domain", "escaped", "xmlNodes", "xml", "textBlock"]

NAMESPACES = {
    "xs": "http://www.w3.org/2001/XMLSchema",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xbrli": "http://www.xbrl.org/2003/instance",
    "link": "http://www.xbrl.org/2003/linkbase",
    "xlink": "http://www.w3.org/1999/xlink",
    "xbrldi": "http://xbrl.org/2006/xbrldi",
    "xbrldt": "http://xbrl.org/2005/xbrldt",
    "gen": "http://xbrl.org/2008/generic",
    "label": "http://xbrl.org/2008/label",
    "ref": "http://www.xbrl.org/2006/ref",
    "nonnum": "http://www.xbrl.org/dtr/type/non-numeric",
    "num": "http://www.xbrl.org/dtr/type/numeric",
    "dtr": "http://www.xbrl.org/dtr/type/2024-01-31",
    "dtr22": "http://www.xbrl.org/dtr/type/2022-03-31",
    "dtr20": "http://www.xbrl.org/dtr/type/2020-01-21",
    "enum": "http://xbrl.org/2014/extensible-enumerations",
    "enum2": "http://xbrl.org/2020/extensible-enumerations-2.0",
    "iso4217": "http://www.xbrl.org/2003/iso4217",
    "t": "http://example.com/taxonomy",
}
IMPORTS = {
    "xbrli": "http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd",
    "xbrldi": "http://www.xbrl.org/2006/xbrldi-2006.xsd",
    "xbrldt": "http://www.xbrl.org/2005/xbrldt-2005.xsd",
    "gen": "http://www.xbrl.org/2008/generic-link.xsd",
    "label": "http://www.xbrl.org/2008/generic-label.xsd",
    "ref": "http://www.xbrl.org/2006/ref-2006-02-27.xsd",
    "nonnum": "http://www.xbrl.org/dtr/type/nonNumeric-2009-12-16.xsd",
    "num": "http://www.xbrl.org/dtr/type/numeric-2009-12-16.xsd",
    "dtr": "https://www.xbrl.org/dtr/type/2024-01-31/types.xsd",
    "dtr22": "https://www.xbrl.org/dtr/type/2022-03-31/types.xsd",
    "dtr20": "https://www.xbrl.org/dtr/type/2020-01-21/types.xsd",
    "enum": "http://www.xbrl.org/2014/extensible-enumerations.xsd",
    "enum2": "https://www.xbrl.org/2020/extensible-enumerations-2.0.xsd",
}
EVERY_TYPE = {
    "xbrli": ([*XBRLI_NUMBERS], [*XBRLI_TEXTS]),
    "dtr": (DTR_NUMBERS, DTR_TEXTS),
    "num": (OLD_NUMBERS, []),
    "nonnum": ([], OLD_TEXTS),
    "dtr22": ([name for name in DTR_NUMBERS if not name.endswith("PerMonetary")], DTR_TEXTS),
    "dtr20": (
        [name for name in DTR_NUMBERS if not name.endswith("PerMonetary") and name != "ghgEmissions"],
        [name for name in DTR_TEXTS if name != "dateTime"],
    ),
    "enum": ([], ["enumeration"]),
    "enum2": ([], ["enumeration", "enumerationSet"]),
}
SHARED_TYPES = {"xbrli": EVERY_TYPE["xbrli"], "dtr": EVERY_TYPE["dtr"], "enum2": EVERY_TYPE["enum2"]}
"""Few enough concepts for libxml2 to compile the published content of a root."""

DECLARATIONS = """
  <xs:element name="Abstract" type="xbrli:stringItemType" substitutionGroup="xbrli:item" abstract="true" nillable="true"
              xbrli:periodType="duration"/>
  <xs:element name="NotNillable" type="xbrli:stringItemType" substitutionGroup="xbrli:item" xbrli:periodType="instant"/>
  <xs:element name="Narrow" type="t:percentageType" substitutionGroup="xbrli:item" xbrli:periodType="instant"/>
  <xs:element name="Substitute" type="xbrli:stringItemType" substitutionGroup="t:NotNillable"
              xbrli:periodType="instant"/>
  <xs:element name="Axis" type="xbrli:stringItemType" substitutionGroup="xbrldt:dimensionItem" abstract="true"
              xbrli:periodType="duration" xbrldt:typedDomainRef="#t_Member"/>
  <xs:element name="Ratio" type="xbrli:fractionItemType" substitutionGroup="xbrli:item" nillable="true"
              xbrli:periodType="instant"/>
  <xs:element id="t_Member" name="Member" type="xs:gYear"/>
  <xs:complexType name="percentageType">
    <xs:simpleContent>
      <xs:restriction base="xbrli:decimalItemType">
        <xs:minInclusive value="0"/>
        <xs:maxInclusive value="100"/>
        <xs:fractionDigits value="2"/>
      </xs:restriction>
    </xs:simpleContent>
  </xs:complexType>
  <xs:element name="Person" substitutionGroup="xbrli:tuple" nillable="true">
    <xs:complexType>
      <xs:complexContent>
        <xs:restriction base="xs:anyType">
          <xs:sequence>
            <xs:element ref="t:NotNillable"/>
            <xs:element ref="t:Narrow" minOccurs="0" maxOccurs="2"/>
            <xs:element ref="t:Person" minOccurs="0"/>
          </xs:sequence>
          <xs:attribute name="id" type="xs:ID"/>
        </xs:restriction>
      </xs:complexContent>
    </xs:complexType>
  </xs:element>
"""


def concept(prefix: str, name: str) -> str:
    """The name of the concept of an item type."""
    return f"{prefix}.{name}"


def schema(types: dict[str, tuple[list[str], list[str]]]) -> bytes:
    """The schema with a concept of each of `types`."""
    prefixes = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    imports = "".join(
        f'<xs:import namespace="{NAMESPACES[each]}" schemaLocation="{IMPORTS[each]}"/>\n' for each in IMPORTS
    )
    concepts = "".join(
        f'<xs:element name="{concept(prefix, name)}" type="{prefix}:{name}ItemType" substitutionGroup="xbrli:item" '
        f'nillable="true" xbrli:periodType="instant"/>\n'
        for prefix, (numbers, texts) in types.items()
        for name in (*numbers, *texts)
    )
    return (
        f'<xs:schema {prefixes} targetNamespace="{NAMESPACES["t"]}" elementFormDefault="qualified">\n'
        f"{imports}{DECLARATIONS}{concepts}</xs:schema>"
    ).encode()
