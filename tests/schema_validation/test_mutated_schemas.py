"""Hundreds of damaged taxonomy schemas get one verdict beside our standard schemas and beside the published ones."""

import re
from collections import Counter

from documents import PREFIXES
from lxml import etree
from mutations import mutants
from small_taxonomy import DECLARATIONS, IMPORTS, NAMESPACES
from standard_schemas import TAXONOMY, Edition

from xbrlgen.findings import Finding
from xbrlgen.schema_validation.validation import validate_schemas

USED = ("xbrli", "xbrldt", "dtr", "enum2")
SCHEMA = f"""<xs:schema {PREFIXES} targetNamespace="{NAMESPACES["t"]}" elementFormDefault="qualified">
  <xs:annotation><xs:appinfo>
    <link:linkbaseRef xlink:type="simple" xlink:href="labels.xml" xlink:title="Labels"
      xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>
    <link:roleType id="role" roleURI="http://example.com/role">
      <link:definition>A role</link:definition><link:usedOn>link:presentationLink</link:usedOn>
    </link:roleType>
    <link:arcroleType id="arcrole" arcroleURI="http://example.com/arcrole" cyclesAllowed="none">
      <link:usedOn>link:definitionArc</link:usedOn>
    </link:arcroleType>
  </xs:appinfo></xs:annotation>
  {"".join(f'<xs:import namespace="{NAMESPACES[each]}" schemaLocation="{IMPORTS[each]}"/>' for each in USED)}
  {DECLARATIONS}
  <xs:element id="t_Revenue" name="Revenue" type="xbrli:monetaryItemType" substitutionGroup="xbrli:item" nillable="true"
    abstract="false" xbrli:periodType="duration" xbrli:balance="credit"/>
  <xs:element name="Share" type="dtr:perShareItemType" substitutionGroup="xbrli:item" xbrli:periodType="duration"/>
  <xs:element name="Choice" type="enum2:enumerationItemType" substitutionGroup="xbrli:item" xbrli:periodType="duration"
    enum2:domain="t:Member" enum2:linkrole="http://example.com/role" enum2:headUsable="false"/>
  <xs:element name="Cube" type="xbrli:stringItemType" substitutionGroup="xbrldt:hypercubeItem" abstract="true"
    xbrli:periodType="duration"/>
</xs:schema>""".encode()
EVERY = 6
FOREIGN = re.compile(r"The attribute '\w+:")


def beside(schema: bytes) -> tuple[Edition, Edition]:
    return tuple(Edition(published=published, beside={TAXONOMY: schema}) for published in (True, False))


def compiles(edition: Edition) -> bool:
    try:
        edition.compiled(TAXONOMY)
    except etree.XMLSchemaParseError:
        return False
    return True


def test_the_schema_itself_is_valid_for_everybody(published: Edition):
    for edition in beside(SCHEMA):
        assert compiles(edition)
        assert edition.components(TAXONOMY).all_errors == []
    assert validate_schemas(edition.schema_set(TAXONOMY)) == ()


def test_every_mutant_gets_one_verdict(published: Edition):
    verdicts: Counter[bool] = Counter()
    for name, mutant in mutants(SCHEMA, every=EVERY):
        theirs, ours = beside(mutant)
        verdict = compiles(theirs)
        assert compiles(ours) == verdict, name
        verdicts[verdict] += 1
        findings = validate_schemas(ours.schema_set(TAXONOMY))
        assert findings or verdict, name
        assert all(map(_is_a_rule_of_xbrl, findings)) or not verdict, name
    assert verdicts[True] > 100
    assert verdicts[False] > 100


def _is_a_rule_of_xbrl(finding: Finding) -> bool:
    """libxml2 does not look into annotations, nor at attributes of other namespaces, when it compiles schemas."""
    return "/xs:appinfo/" in finding.locations[0].pointer or FOREIGN.match(finding.message) is not None


def test_the_xmlschema_library_agrees_about_both_editions(published: Edition):
    verdicts: Counter[bool] = Counter()
    for name, mutant in mutants(SCHEMA, every=EVERY * 30):
        theirs, ours = (not edition.components(TAXONOMY).all_errors for edition in beside(mutant))
        assert ours == theirs, name
        verdicts[theirs] += 1
    assert min(verdicts[True], verdicts[False]) > 2
