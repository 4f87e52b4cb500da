"""Small taxonomies with hypercubes, and instances over them, written as their arcs and contexts are listed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from xbrlgen.model import QName
from xbrlgen.taxonomy import Taxonomy, load_taxonomy

NAMESPACE = "http://example.com/dimensions"
ROLE = "http://example.com/role/"
SHORT = {
    **{each: f"http://xbrl.org/int/dim/arcrole/{each}" for each in ("all", "notAll")},
    **{each: f"http://xbrl.org/int/dim/arcrole/{each}" for each in ("hypercube-dimension", "dimension-domain")},
    **{each: f"http://xbrl.org/int/dim/arcrole/{each}" for each in ("domain-member", "dimension-default")},
}
ITEMS = ("Lines", "Sales", "Costs", "Profit")
MEMBERS = ("Whole", "North", "South", "West", "Rest")
AXES, TYPED, TABLES = ("Region", "Product"), ("Customer",), ("Table", "OtherTable")
ROLES = ("one", "two", "three")


def name(local_name: str) -> QName:
    return QName(NAMESPACE, local_name)


@dataclass(frozen=True)
class Arc:
    """One arc of the definition linkbase, in a role of its own or of others."""

    kind: str
    source: str
    target: str
    role: str = "one"
    to_role: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)

    def xml(self, number: int) -> str:
        further = {f"xbrldt:{key}": value for key, value in self.attributes.items()}
        if self.to_role:
            further["xbrldt:targetRole"] = f"{ROLE}{self.to_role}"
        written = "".join(f' {key}="{value}"' for key, value in further.items())
        ends = "".join(
            f'<link:loc xlink:type="locator" xlink:href="d.xsd#d_{each}" xlink:label="{end}{number}"/>'
            for end, each in (("f", self.source), ("t", self.target))
        )
        arc = (
            f'<link:definitionArc xlink:type="arc" xlink:arcrole="{SHORT[self.kind]}" xlink:from="f{number}" '
            f'xlink:to="t{number}" order="{number}"{written}/>'
        )
        return f'<link:definitionLink xlink:type="extended" xlink:role="{ROLE}{self.role}">{ends}{arc}</link:definitionLink>'


def arc(kind: str, source: str, target: str, role: str = "one", to_role: str = "", **attributes: str) -> Arc:
    return Arc(kind, source, target, role, to_role, attributes)


def has(source: str, table: str = "Table", role: str = "one", to_role: str = "", **attributes: str) -> Arc:
    """A closed hypercube about the scenario, unless said otherwise."""
    return arc("all", source, table, role, to_role, **({"contextElement": "scenario", "closed": "true"} | attributes))


PLAIN = (
    has("Lines"),
    arc("domain-member", "Lines", "Sales"),
    arc("domain-member", "Lines", "Costs"),
    arc("hypercube-dimension", "Table", "Region"),
    arc("dimension-domain", "Region", "Whole"),
    arc("domain-member", "Whole", "North"),
    arc("domain-member", "Whole", "South"),
    arc("dimension-default", "Region", "Whole"),
)
"""A table with one axis; its default is the whole of two regions."""


def _element(local_name: str, kind: str, group: str, further: str = 'abstract="true"') -> str:
    return (
        f'<xs:element name="{local_name}" id="d_{local_name}" type="xbrli:{kind}ItemType" nillable="true" '
        f'substitutionGroup="{group}" xbrli:periodType="duration" {further}/>'
    )


def schema(more: str = "", roles: Iterable[str] = ROLES, imports: str = "") -> str:
    """The schema; `more` are further declarations, `imports` further imports."""
    declared = [
        *(_element(each, "monetary", "xbrli:item", "") for each in ITEMS),
        *(_element(each, "string", "xbrli:item") for each in MEMBERS),
        *(_element(each, "string", "xbrldt:dimensionItem") for each in AXES),
        *(
            _element(each, "string", "xbrldt:dimensionItem", 'abstract="true" xbrldt:typedDomainRef="#d_number"')
            for each in TYPED
        ),
        *(_element(each, "string", "xbrldt:hypercubeItem") for each in TABLES),
        '<xs:element name="number" id="d_number" type="xs:positiveInteger"/>',
        '<xs:element name="note" id="d_note" type="xs:string"/>',
    ]
    types = "".join(
        f'<link:roleType roleURI="{ROLE}{each}" id="{each}"><link:definition>Statement {each}</link:definition>'
        "<link:usedOn>link:definitionLink</link:usedOn></link:roleType>"
        for each in roles
    )
    return f"""<?xml version="1.0"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance"
 xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:xbrldt="http://xbrl.org/2005/xbrldt" xmlns:d="{NAMESPACE}" targetNamespace="{NAMESPACE}" elementFormDefault="qualified">
<xs:annotation><xs:appinfo>{types}<link:linkbaseRef xlink:type="simple" xlink:href="definition.xml"
 xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"
 xlink:role="http://www.xbrl.org/2003/role/definitionLinkbaseRef"/></xs:appinfo></xs:annotation>
<xs:import namespace="http://www.xbrl.org/2003/instance" schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>
<xs:import namespace="http://xbrl.org/2005/xbrldt" schemaLocation="http://www.xbrl.org/2005/xbrldt-2005.xsd"/>{imports}
{"".join(declared)}{more}
</xs:schema>"""


def linkbase(arcs: Iterable[Arc], roles: Iterable[str] = ROLES) -> str:
    """A definition linkbase; `roles` are those that it refers to."""
    references = "".join(
        f'<link:roleRef xlink:type="simple" xlink:href="d.xsd#{each}" roleURI="{ROLE}{each}"/>' for each in roles
    )
    arcroles = "".join(
        f'<link:arcroleRef xlink:type="simple" xlink:href="http://www.xbrl.org/2005/xbrldt-2005.xsd#{each}" '
        f'arcroleURI="{uri}"/>'
        for each, uri in SHORT.items()
    )
    links = "\n".join(each.xml(number) for number, each in enumerate(arcs, 1))
    return f"""<?xml version="1.0"?>
<link:linkbase xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:xbrldt="http://xbrl.org/2005/xbrldt">{references}{arcroles}
{links}
</link:linkbase>"""


def write_taxonomy(folder: Path, arcs: Iterable[Arc], more: str = "", imports: str = "") -> Path:
    """Write the taxonomy into `folder`; the path of its schema."""
    (folder / "definition.xml").write_text(linkbase(arcs), encoding="utf-8")
    (folder / "d.xsd").write_text(schema(more, imports=imports), encoding="utf-8")
    return folder / "d.xsd"


def taxonomy(folder: Path, arcs: Iterable[Arc], more: str = "") -> Taxonomy:
    return load_taxonomy(str(write_taxonomy(folder, arcs, more)))


@dataclass(frozen=True)
class Context:
    """What stands in scenario and segment: members by axis, numbers for a typed one; `other` is no dimension."""

    scenario: Mapping[str, str] = field(default_factory=dict)
    segment: Mapping[str, str] = field(default_factory=dict)
    other: bool = False

    def xml(self, identifier: str) -> str:
        other = "<d:note>remark</d:note>" if self.other else ""
        segment, scenario = (
            _container(*each) for each in (("segment", self.segment, ""), ("scenario", self.scenario, other))
        )
        return (
            f'<context id="{identifier}"><entity><identifier scheme="http://example.com">1</identifier>{segment}</entity>'
            f"<period><startDate>2023-01-01</startDate><endDate>2023-12-31</endDate></period>{scenario}</context>"
        )


def _container(tag: str, members: Mapping[str, str], other: str) -> str:
    parts = [
        f'<xbrldi:typedMember dimension="d:{axis}"><d:number>{member}</d:number></xbrldi:typedMember>'
        if member.isdecimal()
        else f'<xbrldi:explicitMember dimension="d:{axis}">d:{member}</xbrldi:explicitMember>'
        for axis, member in members.items()
    ]
    content = "".join(parts) + other
    return f"<{tag}>{content}</{tag}>" if content else ""


def instance(contexts: Iterable[Context], items: Iterable[str] = ("Sales",), further: str = "") -> str:
    """An instance with each item in each context; the id of a fact is its item and the number of its context."""
    numbered = list(enumerate(contexts, 1))
    facts = (
        f'<d:{item} id="{item}{number}" contextRef="c{number}" unitRef="u" decimals="0">{number}</d:{item}>'
        for number, _ in numbered
        for item in items
    )
    return f"""<?xml version="1.0"?>
<xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:d="{NAMESPACE}"
 xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:iso4217="http://www.xbrl.org/2003/iso4217">
<link:schemaRef xlink:type="simple" xlink:href="d.xsd"/>
{chr(10).join(each.xml(f"c{number}") for number, each in numbered)}
<unit id="u"><measure>iso4217:EUR</measure></unit>
{chr(10).join(facts)}{further}
</xbrl>"""
