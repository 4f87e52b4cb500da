"""A small taxonomy with everything that the rules look at, and nothing wrong with it."""

from pathlib import Path

XBRL = "http://www.xbrl.org/2003"
PREFIXES = (
    f'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="{XBRL}/instance" xmlns:link="{XBRL}/linkbase" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:t="http://example.com/t" '
    'xmlns:gen="http://xbrl.org/2008/generic"'
)
_REFERENCE = (
    f'<link:linkbaseRef xlink:type="simple" xlink:href="{{0}}.xml" xlink:role="{XBRL}/role/{{0}}LinkbaseRef" '
    'xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>'
)
_KINDS = ("label", "reference", "presentation", "calculation", "definition")

SCHEMA = f"""<xs:schema {PREFIXES} targetNamespace="http://example.com/t" elementFormDefault="qualified">
<xs:annotation><xs:appinfo>
{chr(10).join(_REFERENCE.format(kind) for kind in _KINDS)}
<link:linkbaseRef xlink:type="simple" xlink:href="generic.xml"
  xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>
<link:roleType roleURI="http://example.com/role/sheet" id="sheet">
<link:definition>Balance sheet</link:definition>
<link:usedOn>link:presentationLink</link:usedOn>
<link:usedOn>link:label</link:usedOn>
<link:usedOn>gen:link</link:usedOn>
</link:roleType>
<link:arcroleType arcroleURI="http://example.com/arcrole/tree" id="tree" cyclesAllowed="none">
<link:definition>Is above</link:definition>
<link:usedOn>link:definitionArc</link:usedOn>
<link:usedOn>gen:arc</link:usedOn>
</link:arcroleType>
</xs:appinfo></xs:annotation>
<xs:import namespace="{XBRL}/instance" schemaLocation="{XBRL}/xbrl-instance-2003-12-31.xsd"/>
<xs:import namespace="http://xbrl.org/2008/generic" schemaLocation="http://www.xbrl.org/2008/generic-link.xsd"/>
<xs:include schemaLocation="more.xsd"/>
<xs:element name="Assets" id="Assets" type="xbrli:monetaryItemType" substitutionGroup="xbrli:item" nillable="true"
  xbrli:periodType="instant" xbrli:balance="debit"/>
<xs:element name="Cash" id="Cash" type="xbrli:monetaryItemType" substitutionGroup="xbrli:item" nillable="true"
  xbrli:periodType="instant" xbrli:balance="debit"/>
<xs:element name="Loans" id="Loans" type="xbrli:monetaryItemType" substitutionGroup="xbrli:item" nillable="true"
  xbrli:periodType="instant" xbrli:balance="credit"/>
<xs:element name="Money" id="Money" type="xbrli:monetaryItemType" substitutionGroup="xbrli:item" nillable="true"
  xbrli:periodType="instant" xbrli:balance="debit"/>
<xs:element name="Name" id="Name" type="t:nameItemType" substitutionGroup="xbrli:item" xbrli:periodType="duration"/>
<xs:element name="Share" id="Share" type="xbrli:fractionItemType" substitutionGroup="xbrli:item" xbrli:periodType="instant"/>
<xs:element name="Person" id="Person" substitutionGroup="xbrli:tuple" nillable="true">
<xs:complexType><xs:complexContent><xs:restriction base="xs:anyType"><xs:sequence>
<xs:element ref="t:Name"/>
<xs:group ref="t:Belongings"/>
</xs:sequence>
<xs:attribute name="id" type="xs:ID"/>
</xs:restriction></xs:complexContent></xs:complexType>
</xs:element>
<xs:element name="Partner" id="Partner" type="t:partnerType" substitutionGroup="xbrli:tuple" nillable="true"/>
<xs:element name="Remark" id="Remark" type="xs:string"/>
<xs:complexType name="partnerType"><xs:complexContent><xs:restriction base="xs:anyType">
<xs:choice><xs:element ref="t:Person"/><xs:element ref="t:Name"/></xs:choice>
<xs:attribute name="id" type="xs:ID"/>
</xs:restriction></xs:complexContent></xs:complexType>
<xs:group name="Belongings"><xs:sequence>
<xs:element ref="t:Cash" minOccurs="0"/>
</xs:sequence></xs:group>
<xs:complexType name="nameItemType"><xs:simpleContent><xs:restriction base="xbrli:stringItemType">
<xs:maxLength value="99"/></xs:restriction></xs:simpleContent></xs:complexType>
</xs:schema>
"""
MORE = f"""<xs:schema {PREFIXES} targetNamespace="http://example.com/t" elementFormDefault="qualified">
<xs:annotation><xs:appinfo>
<link:roleType roleURI="http://example.com/role/sheet" id="sheet">
<link:definition>Balance sheet</link:definition>
<link:usedOn>link:presentationLink</link:usedOn>
<link:usedOn>link:label</link:usedOn>
<link:usedOn>gen:link</link:usedOn>
</link:roleType>
</xs:appinfo></xs:annotation>
<xs:import namespace="{XBRL}/linkbase" schemaLocation="{XBRL}/xbrl-linkbase-2003-12-31.xsd"/>
</xs:schema>
"""


def _linkbase(kind: str, content: str, *concepts: str) -> str:
    locators = "\n".join(
        f'<link:loc xlink:type="locator" xlink:href="t.xsd#{each}" xlink:label="{each}"/>' for each in concepts
    )
    references = {
        "roleRef": '<link:roleRef roleURI="http://example.com/role/sheet" xlink:type="simple" xlink:href="t.xsd#sheet"/>',
        "arcroleRef": '<link:arcroleRef arcroleURI="http://example.com/arcrole/tree" xlink:type="simple" '
        'xlink:href="t.xsd#tree"/>',
    }
    name, wanted = {
        "label": ("link:labelLink", ["roleRef"]),
        "presentation": ("link:presentationLink", ["roleRef"]),
        "definition": ("link:definitionLink", ["arcroleRef"]),
        "generic": ("gen:link", ["roleRef", "arcroleRef"]),
    }.get(kind, (f"link:{kind}Link", []))
    role = "http://example.com/role/sheet" if kind in {"presentation", "generic"} else f"{XBRL}/role/link"
    lines = "\n".join(references[each] for each in wanted)
    return (
        f"<link:linkbase {PREFIXES}>\n{lines}\n"
        f'<{name} xlink:type="extended" xlink:role="{role}">\n{locators}\n{content}</{name}>\n</link:linkbase>\n'
    )


def arc(kind: str, arcrole: str, source: str, target: str, attributes: str = "") -> str:
    """An arc of one of XBRL's own kinds, on a line of its own."""
    uri = arcrole if ":" in arcrole else f"{XBRL}/arcrole/{arcrole}"
    name = kind if ":" in kind else f"link:{kind}Arc"
    ends = f'xlink:from="{source}" xlink:to="{target}"'
    return f'<{name} xlink:type="arc" xlink:arcrole="{uri}" {ends}{attributes and " " + attributes}/>\n'


def _label(label: str, role: str, text: str) -> str:
    return f'<link:label xlink:type="resource" xlink:label="{label}" xlink:role="{role}" xml:lang="en">{text}</link:label>\n'


TREE = "http://example.com/arcrole/tree"
FILES = {
    "t.xsd": SCHEMA,
    "more.xsd": MORE,
    "label.xml": _linkbase(
        "label",
        _label("cash", f"{XBRL}/role/label", "Cash")
        + _label("total", f"{XBRL}/role/totalLabel", "Cash, total")
        + _label("own", "http://example.com/role/sheet", "Cash in the sheet")
        + arc("label", "concept-label", "Cash", "cash")
        + arc("label", "concept-label", "Cash", "total")
        + arc("label", "concept-label", "Cash", "own"),
        *("Assets", "Cash"),
    ),
    "reference.xml": _linkbase(
        "reference",
        f'<link:reference xlink:type="resource" xlink:label="law" xlink:role="{XBRL}/role/reference"/>\n'
        + arc("reference", "concept-reference", "Cash", "law"),
        "Cash",
    ),
    "presentation.xml": _linkbase(
        "presentation",
        arc("presentation", "parent-child", "Assets", "Cash", f'preferredLabel="{XBRL}/role/totalLabel"')
        + arc("presentation", "parent-child", "Assets", "Money", 'order="2"')
        + arc("presentation", "parent-child", "Money", "Name"),
        *("Assets", "Cash", "Money", "Name"),
    ),
    "calculation.xml": _linkbase(
        "calculation",
        arc("calculation", "summation-item", "Assets", "Cash", 'weight="1"')
        + arc("calculation", "summation-item", "Assets", "Loans", 'weight="-1"'),
        *("Assets", "Cash", "Loans", "Name"),
    ),
    "definition.xml": _linkbase(
        "definition",
        arc("definition", "essence-alias", "Cash", "Money")
        + arc("definition", "similar-tuples", "Person", "Partner")
        + arc("definition", TREE, "Assets", "Cash")
        + arc("definition", TREE, "Assets", "Loans"),
        *("Assets", "Cash", "Loans", "Money", "Name", "Person", "Partner"),
    ),
    "generic.xml": _linkbase("generic", arc("gen:arc", TREE, "Assets", "Cash"), *("Assets", "Cash")),
}


def write(folder: Path, changes: dict[str, str] | None = None) -> Path:
    """Write the taxonomy into `folder`, with `changes` in place of some files; the path of its schema."""
    for name, content in (FILES | (changes or {})).items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder / "t.xsd"
