"""An instance and two linkbases that use everything the standard schemas declare for them."""

from small_taxonomy import NAMESPACES

PREFIXES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
ENTITY = '<xbrli:identifier scheme="http://example.com/scheme">1</xbrli:identifier>'

INSTANCE = f"""<xbrli:xbrl {PREFIXES} xml:lang="en">
  <link:schemaRef xlink:type="simple" xlink:href="taxonomy.xsd"/>
  <link:linkbaseRef xlink:type="simple" xlink:href="labels.xml" xlink:role="http://example.com/role"
    xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>
  <link:roleRef roleURI="http://example.com/role" xlink:type="simple" xlink:href="taxonomy.xsd#role"/>
  <link:arcroleRef arcroleURI="http://example.com/arcrole" xlink:type="simple" xlink:href="taxonomy.xsd#arcrole"/>
  <xbrli:context id="c1">
    <xbrli:entity>{ENTITY}
      <xbrli:segment><xbrldi:explicitMember dimension="t:Axis">t:Abstract</xbrldi:explicitMember></xbrli:segment>
    </xbrli:entity>
    <xbrli:period><xbrli:instant>2023-09-30</xbrli:instant></xbrli:period>
    <xbrli:scenario>
      <xbrldi:typedMember dimension="t:Axis"><t:Member>2023</t:Member></xbrldi:typedMember>
    </xbrli:scenario>
  </xbrli:context>
  <xbrli:context id="c2">
    <xbrli:entity>{ENTITY}</xbrli:entity>
    <xbrli:period><xbrli:startDate>2023-04-01</xbrli:startDate><xbrli:endDate>2023-09-30T00:00:00</xbrli:endDate></xbrli:period>
  </xbrli:context>
  <xbrli:context id="c3">
    <xbrli:entity>{ENTITY}</xbrli:entity>
    <xbrli:period><xbrli:forever/></xbrli:period>
  </xbrli:context>
  <xbrli:unit id="u1"><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unit>
  <xbrli:unit id="u2">
    <xbrli:divide>
      <xbrli:unitNumerator><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unitNumerator>
      <xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unitDenominator>
    </xbrli:divide>
  </xbrli:unit>
  <t:xbrli.monetary id="f1" contextRef="c1" unitRef="u1" decimals="-6">1000000</t:xbrli.monetary>
  <t:xbrli.pure contextRef="c1" unitRef="u1" precision="3">1.25</t:xbrli.pure>
  <t:xbrli.string id="f2" contextRef="c2" xml:lang="ja">text</t:xbrli.string>
  <t:dtr.domain contextRef="c1"/>
  <t:xbrli.date contextRef="c1" xsi:nil="true"/>
  <t:NotNillable contextRef="c3">x</t:NotNillable>
  <t:Substitute contextRef="c3">y</t:Substitute>
  <t:Ratio contextRef="c1" unitRef="u2"><xbrli:numerator>1</xbrli:numerator><xbrli:denominator>3</xbrli:denominator></t:Ratio>
  <t:Person id="p1">
    <t:Substitute contextRef="c1">name</t:Substitute>
    <t:Narrow contextRef="c1" unitRef="u1" decimals="INF">12.5</t:Narrow>
    <t:Person><t:NotNillable id="f3" contextRef="c1">name</t:NotNillable></t:Person>
  </t:Person>
  <link:footnoteLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link" xlink:title="Notes" id="n">
    <link:loc xlink:type="locator" xlink:href="#f1" xlink:label="fact"/>
    <link:footnoteArc xlink:type="arc" xlink:arcrole="http://www.xbrl.org/2003/arcrole/fact-footnote" xlink:from="fact"
      xlink:to="note" order="1.5" use="optional" priority="1" xlink:show="none" xlink:actuate="other"/>
    <link:footnote xlink:type="resource" xlink:label="note" xlink:role="http://www.xbrl.org/2003/role/footnote" id="fn"
      xml:lang="en">See <p xmlns="http://www.w3.org/1999/xhtml">this</p>.</link:footnote>
    <link:documentation>Notes</link:documentation>
  </link:footnoteLink>
</xbrli:xbrl>""".encode()

EXTENDED = 'xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link"'
LOCATORS = """<link:loc xlink:type="locator" xlink:href="taxonomy.xsd#a" xlink:label="a" xlink:title="A"/>
    <link:loc xlink:type="locator" xlink:href="taxonomy.xsd#b" xlink:label="b"/>"""


def arc(name: str, arcrole: str, attributes: str = "") -> str:
    return (
        f'<{name} xlink:type="arc" xlink:arcrole="http://www.xbrl.org/2003/arcrole/{arcrole}" '
        f'xlink:from="a" xlink:to="b" {attributes}/>'
    )


LINKBASE = f"""<link:linkbase {PREFIXES} id="l">
  <link:documentation>All kinds of links</link:documentation>
  <link:roleRef roleURI="http://example.com/role" xlink:type="simple" xlink:href="taxonomy.xsd#role"/>
  <link:arcroleRef arcroleURI="http://example.com/arcrole" xlink:type="simple" xlink:href="taxonomy.xsd#arcrole"/>
  <link:presentationLink {EXTENDED} id="p">
    {LOCATORS}
    {arc("link:presentationArc", "parent-child", 'order="1" preferredLabel="http://www.xbrl.org/2003/role/totalLabel"')}
  </link:presentationLink>
  <link:calculationLink {EXTENDED}>
    {LOCATORS}
    {arc("link:calculationArc", "summation-item", 'weight="-1" order="2"')}
  </link:calculationLink>
  <link:definitionLink {EXTENDED} xlink:title="Dimensions">
    {LOCATORS}
    {arc("link:definitionArc", "general-special", 'xbrldt:closed="true" xbrldt:contextElement="segment" use="prohibited"')}
    {arc("link:definitionArc", "essence-alias", 'xbrldt:targetRole="http://example.com/role" xbrldt:usable="false"')}
  </link:definitionLink>
  <link:labelLink {EXTENDED}>
    {LOCATORS}
    <link:label xlink:type="resource" xlink:label="b" xml:lang="en" id="x">Assets, <b xmlns="http://www.w3.org/1999/xhtml">net</b></link:label>
    {arc("link:labelArc", "concept-label")}
  </link:labelLink>
  <link:referenceLink {EXTENDED}>
    {LOCATORS}
    <link:reference xlink:type="resource" xlink:label="b" xlink:role="http://www.xbrl.org/2003/role/reference">
      <ref:Name>IAS</ref:Name><ref:Number>1</ref:Number><ref:URI>http://example.com/</ref:URI><ref:URIDate>2023-01-01</ref:URIDate>
    </link:reference>
    {arc("link:referenceArc", "concept-reference")}
  </link:referenceLink>
  <gen:link xlink:type="extended" xlink:role="http://www.xbrl.org/2008/role/link">
    <link:loc xlink:type="locator" xlink:href="taxonomy.xsd#role" xlink:label="a"/>
    <label:label xlink:type="resource" xlink:label="b" xml:lang="en">Statement</label:label>
    <gen:arc xlink:type="arc" xlink:arcrole="http://xbrl.org/arcrole/2008/element-label" xlink:from="a" xlink:to="b" id="g"/>
  </gen:link>
</link:linkbase>""".encode()
