"""What taxonomies may declare of axes, hypercubes and domains: each code with a case that passes and one that fails."""

from pathlib import Path

import arelle_referee
import pytest
from dimensional_documents import PLAIN, Arc, arc, has, linkbase, taxonomy, write_taxonomy

from xbrlgen.findings import Finding
from xbrlgen.rules.dimensional.taxonomies import check_dimensional_taxonomy
from xbrlgen.taxonomy import load_taxonomy

AXIS = 'substitutionGroup="xbrldt:dimensionItem" type="xbrli:stringItemType" xbrli:periodType="duration"'

TABLE = AXIS.replace("xbrldt:dimensionItem", "d:Table")
Y = (
    '<xs:element name="Y" id="d_Y" abstract="true"/>'
    '<xs:simpleType name="T" id="t"><xs:restriction base="xs:string"/></xs:simpleType>'
)


def found(folder: Path, *arcs: Arc, more: str = "") -> list[Finding]:
    return list(check_dimensional_taxonomy(taxonomy(folder, arcs, more)))


def test_a_plain_table_is_right(tmp_path: Path):
    assert found(tmp_path, *PLAIN) == []


ITEM = AXIS.replace("xbrldt:dimensionItem", "xbrli:item")
DECLARATIONS = [
    (f'<xs:element name="X" {AXIS}/>', "XG860", "DimensionElementIsNotAbstractError"),
    (f'<xs:element name="X" {TABLE}/>', "XG860", "HypercubeElementIsNotAbstractError"),
    (f'<xs:element name="X" xbrldt:typedDomainRef="#d_number" {ITEM}/>', "XG861", "TypedDomainRefError"),
    (f'<xs:element name="X" abstract="true" xbrldt:typedDomainRef="d.xsd" {AXIS}/>', "XG862", "TypedDimensionURIError"),
    (f'<xs:element name="X" abstract="true" xbrldt:typedDomainRef="e.xsd#x" {AXIS}/>', "XG863", "OutOfDTSSchemaError"),
    (f'<xs:element name="X" abstract="true" xbrldt:typedDomainRef="#d_none" {AXIS}/>', "XG863", "OutOfDTSSchemaError"),
    (f'<xs:element name="X" abstract="true" xbrldt:typedDomainRef="#d_Y" {AXIS}/>{Y}', "XG864", "TypedDimensionError"),
    (f'<xs:element name="X" abstract="true" xbrldt:typedDomainRef="#t" {AXIS}/>{Y}', "XG864", "TypedDimensionError"),
]


@pytest.mark.parametrize(("declaration", "code", "standard"), DECLARATIONS)
def test_a_declaration_at_fault(declaration: str, code: str, standard: str, tmp_path: Path):
    faults = found(tmp_path, *PLAIN, more=declaration)
    assert [(each.code, each.standard) for each in faults] == [(code, f"xbrldte:{standard}")]
    assert faults[0].locations[0].path.endswith("d.xsd")
    assert faults[0].locations[0].line > 0
    assert f"xbrldte:{standard}" in arelle_referee.load(tmp_path / "d.xsd").errors


ARCS = [
    (arc("all", "Region", "Table", contextElement="scenario"), "XG865", "HasHypercubeSourceError"),
    (arc("notAll", "Sales", "Region", contextElement="scenario"), "XG865", "HasHypercubeTargetError"),
    (arc("hypercube-dimension", "Sales", "Product"), "XG865", "HypercubeDimensionSourceError"),
    (arc("hypercube-dimension", "Table", "Costs"), "XG865", "HypercubeDimensionTargetError"),
    (arc("dimension-domain", "Customer", "West"), "XG865", "DimensionDomainSourceError"),
    (arc("dimension-domain", "Table", "West"), "XG865", "DimensionDomainSourceError"),
    (arc("dimension-domain", "Product", "OtherTable"), "XG865", "DimensionDomainTargetError"),
    (arc("domain-member", "Product", "West"), "XG865", "DomainMemberSourceError"),
    (arc("domain-member", "Whole", "Product"), "XG865", "DomainMemberTargetError"),
    (arc("dimension-default", "Customer", "West"), "XG865", "DimensionDefaultSourceError"),
    (arc("dimension-default", "Product", "Table"), "XG865", "DimensionDefaultTargetError"),
    (arc("all", "Profit", "Table", contextElement=""), "XG866", "HasHypercubeMissingContextElementAttributeError"),
    (arc("domain-member", "North", "West", to_role="unheard-of"), "XG867", "TargetRoleNotResolvedError"),
    (arc("dimension-default", "Region", "North", "two"), "XG868", "TooManyDefaultMembersError"),
    (arc("domain-member", "Whole", "Sales"), "XG871", "PrimaryItemPolymorphismError"),
]


@pytest.mark.parametrize(("added", "code", "standard"), ARCS, ids=lambda each: each if isinstance(each, str) else "")
def test_an_arc_at_fault(added: Arc, code: str, standard: str, tmp_path: Path):
    faults = found(tmp_path, *PLAIN, added)
    assert (code, f"xbrldte:{standard}") in [(each.code, each.standard) for each in faults]
    line = next(each.locations[0].line for each in faults if each.code == code)
    assert line == 4 + len(PLAIN), "the line of the arc that was added"
    assert f"xbrldte:{standard}" in arelle_referee.load(tmp_path / "d.xsd").errors


def test_a_circle_along_target_roles(tmp_path: Path):
    leads_back = (
        arc("domain-member", "South", "West", to_role="two"),
        arc("domain-member", "West", "Whole", "two"),
    )
    faults = found(tmp_path, *PLAIN, *leads_back)
    assert [(each.code, each.standard) for each in faults] == [("XG869", "xbrldte:DRSDirectedCycleError")]
    assert "Whole > South > West > Whole" in faults[0].message
    assert "xbrldte:DRSDirectedCycleError" in arelle_referee.load(tmp_path / "d.xsd").errors


def test_a_circle_that_no_hypercube_leads_to_is_none(tmp_path: Path):
    arcs = (arc("domain-member", "North", "South", to_role="two"), arc("domain-member", "South", "North", "two"))
    assert found(tmp_path, *arcs) == []


def test_a_member_that_is_not_usable_may_be_a_line_item(tmp_path: Path):
    assert found(tmp_path, *PLAIN, arc("domain-member", "Whole", "Sales", usable="false")) == []


def test_the_same_default_in_two_roles_is_one(tmp_path: Path):
    assert found(tmp_path, *PLAIN, arc("dimension-default", "Region", "Whole", "two")) == []


def test_a_prohibited_arc_says_nothing(tmp_path: Path):
    schema = write_taxonomy(tmp_path, PLAIN)
    wrong = arc("hypercube-dimension", "Table", "Costs")
    twice = linkbase((*PLAIN, wrong, wrong)).rsplit("<link:definitionArc", 1)
    prohibiting = '<link:definitionArc use="prohibited" priority="1"'.join(twice)
    number = len(PLAIN) + 1
    prohibiting = prohibiting.replace(f'order="{number + 1}"', f'order="{number}"')
    (tmp_path / "definition.xml").write_text(prohibiting, encoding="utf-8")
    assert list(check_dimensional_taxonomy(load_taxonomy(str(schema)))) == []


def test_hypercubes_may_name_other_roles(tmp_path: Path):
    arcs = (
        has("Lines", role="one", to_role="two"),
        arc("hypercube-dimension", "Table", "Region", "two", "three"),
        arc("dimension-domain", "Region", "Whole", "three"),
    )
    assert found(tmp_path, *arcs) == []


def test_what_sound_documents_say_among_themselves_is_not_judged_again(tmp_path: Path):
    """The extension of a sound taxonomy is judged by the roles that it touches, where these are its own."""
    base, own = tmp_path / "base", tmp_path / "own"
    for folder in (base, own):
        folder.mkdir()
    write_taxonomy(base, (*PLAIN, arc("domain-member", "Whole", "Sales")))
    write_taxonomy(own, ())
    (own / "d.xsd").unlink()
    text = linkbase((has("Profit", role="two", to_role="one"), arc("hypercube-dimension", "Sales", "Region", "two")))
    (own / "definition.xml").write_text(text.replace("d.xsd", "../base/d.xsd"), encoding="utf-8")
    whole = load_taxonomy(str(base / "d.xsd"), str(own / "definition.xml"))
    standards = [each.standard.partition(":")[2] for each in check_dimensional_taxonomy(whole)]
    assert standards == ["HypercubeDimensionSourceError", "PrimaryItemPolymorphismError"]
    sound = {each.source for each in whole.dts.linkbases.values() if "base" in str(each.source)}
    extension = [each.standard.partition(":")[2] for each in check_dimensional_taxonomy(whole, sound)]
    assert extension == ["HypercubeDimensionSourceError"]
