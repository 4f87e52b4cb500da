"""A taxonomy with tuples and fractions, and instances of it, as files: the tests say only what matters to them."""

from pathlib import Path

from xbrlgen.findings import Finding
from xbrlgen.validation import validate

NAMESPACE = "http://example.com/filed"
_HEAD = f"""xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance"
  xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:iso4217="http://www.xbrl.org/2003/iso4217"
  xmlns:f="{NAMESPACE}" """

_ITEM = 'substitutionGroup="xbrli:item" nillable="true" xbrli:periodType'
SCHEMA = f"""<xs:schema {_HEAD} targetNamespace="{NAMESPACE}" elementFormDefault="qualified">
<xs:annotation><xs:appinfo><link:linkbaseRef xlink:type="simple" xlink:href="arcs.xml"
  xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/></xs:appinfo></xs:annotation>
<xs:import namespace="http://www.xbrl.org/2003/instance"
  schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>
<xs:complexType name="thousands"><xs:simpleContent><xs:restriction base="xbrli:monetaryItemType">
  <xs:attribute name="decimals" type="xbrli:decimalsType" default="-3"/>
  <xs:attribute name="precision" type="xbrli:precisionType" use="prohibited"/>
</xs:restriction></xs:simpleContent></xs:complexType>
<xs:element name="Name" id="Name" type="xbrli:stringItemType" {_ITEM}="duration"/>
<xs:element name="Cash" id="Cash" type="xbrli:monetaryItemType" {_ITEM}="instant"/>
<xs:element name="Liquid" id="Liquid" type="xbrli:monetaryItemType" {_ITEM}="instant"/>
<xs:element name="Rough" id="Rough" type="f:thousands" {_ITEM}="instant"/>
<xs:element name="None" id="None" type="xbrli:monetaryItemType" default="0" {_ITEM}="instant"/>
<xs:element name="Half" id="Half" type="xbrli:fractionItemType" {_ITEM}="instant"/>
<xs:element name="Person" id="Person" substitutionGroup="xbrli:tuple" nillable="true"><xs:complexType><xs:complexContent>
  <xs:restriction base="xs:anyType"><xs:sequence>
    <xs:element ref="f:Name"/><xs:element ref="f:Cash" minOccurs="0" maxOccurs="9"/>
    <xs:element ref="f:Liquid" minOccurs="0"/><xs:element ref="f:Person" minOccurs="0"/>
  </xs:sequence><xs:attribute name="id" type="xs:ID"/><xs:anyAttribute namespace="##other" processContents="lax"/>
  </xs:restriction></xs:complexContent></xs:complexType></xs:element>
<xs:element name="place"><xs:complexType><xs:simpleContent><xs:extension base="xs:decimal">
  <xs:attribute name="exact" type="xs:boolean" default="true"/></xs:extension></xs:simpleContent></xs:complexType>
</xs:element>
<xs:element name="planet" type="xs:string" default="Earth"/>
</xs:schema>"""

PERIODS = {
    "i": "<xbrli:instant>2024-12-31</xbrli:instant>",
    "d": "<xbrli:startDate>2024-01-01</xbrli:startDate><xbrli:endDate>2024-12-31</xbrli:endDate>",
}
CASH = '<f:Cash id="cash" contextRef="i" unitRef="EUR" decimals="0">5</f:Cash>'
NAME = '<f:Name id="name" contextRef="d">a</f:Name>'


def context(identifier: str, period: str = PERIODS["i"], segment: str = "", scenario: str = "") -> str:
    """A context; segment and scenario are left out where they are empty, and given as elements."""
    return (
        f'<xbrli:context id="{identifier}"><xbrli:entity><xbrli:identifier scheme="http://s">e</xbrli:identifier>'
        f"{segment}</xbrli:entity><xbrli:period>{period}</xbrli:period>{scenario}</xbrli:context>"
    )


def filed(folder: Path, body: str = CASH, *, contexts: str = "", references: str = "", arcs: str = "") -> Path:
    """An instance of the taxonomy with contexts ``i`` and ``d``; `arcs` are those of a definition link."""
    names = ("Name", "Cash", "Liquid", "Person")
    locators = "".join(
        f'<link:loc xlink:type="locator" xlink:href="filed.xsd#{name}" xlink:label="{name}"/>' for name in names
    )
    (folder / "filed.xsd").write_text(SCHEMA)
    (folder / "arcs.xml").write_text(
        f'<link:linkbase {_HEAD}><link:definitionLink xlink:type="extended"'
        f' xlink:role="http://www.xbrl.org/2003/role/link">{locators}{arcs}</link:definitionLink></link:linkbase>'
    )
    own = "".join(context(name, period) for name, period in PERIODS.items())
    path = folder / "filed.xbrl"
    path.write_text(
        f'<xbrli:xbrl {_HEAD}><link:schemaRef xlink:type="simple" xlink:href="filed.xsd"/>{references}\n'
        f'{own}{contexts}<xbrli:unit id="EUR"><xbrli:measure>iso4217:EUR</xbrli:measure></xbrli:unit>'
        f'<xbrli:unit id="pure"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>\n{body}</xbrli:xbrl>'
    )
    return path


def arc(arcrole: str, source: str, target: str) -> str:
    """A definition arc of XBRL 2.1's own arcroles."""
    role = f"http://www.xbrl.org/2003/arcrole/{arcrole}"
    return f'<link:definitionArc xlink:type="arc" xlink:arcrole="{role}" xlink:from="{source}" xlink:to="{target}"/>'


def faults(path: Path) -> list[Finding]:
    """What is found beyond remarks."""
    return [each for each in validate([path]).findings if each.severity != "info"]


def codes(path: Path) -> list[tuple[str, str]]:
    """Codes with the specification's own, without the warnings that something has no place in a report."""
    return [(each.code, each.standard) for each in faults(path) if each.code not in {"XG160", "XG830"}]
