"""Thousands of faults side by side, in one extended link or one tuple, are told in seconds."""

import pytest
import small_taxonomy as small
from cpu_time import within
from documents import INSTANCE, LINKBASE
from lxml import etree
from standard_schemas import TAXONOMY, Edition

from xbrlgen.schema_validation.positions import Paths
from xbrlgen.schema_validation.schema_set import SchemaSet
from xbrlgen.schema_validation.validation import validate_instance, validate_linkbase

LONG = "Name" * 40
TUPLE = f"""<xs:element name="{LONG}" type="xbrli:stringItemType" substitutionGroup="xbrli:item" xbrli:periodType="instant"/>
<xs:element name="Many" substitutionGroup="xbrli:tuple">
  <xs:complexType><xs:complexContent><xs:restriction base="xs:anyType">
    <xs:sequence>
      <xs:element ref="t:NotNillable" minOccurs="0" maxOccurs="unbounded"/>
      <xs:element ref="t:{LONG}" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
  </xs:restriction></xs:complexContent></xs:complexType>
</xs:element></xs:schema>"""
COUNT = 40_000
LOCATOR = '<link:loc xlink:type="locator" xlink:href="taxonomy.xsd#a" xlink:label="x"{}/>\n'
FACT = '<t:NotNillable contextRef="c1"{}>x</t:NotNillable>\n'
LIMIT = 10


@pytest.fixture(scope="module")
def schemas() -> SchemaSet:
    schema = small.schema(small.SHARED_TYPES).replace(b"</xs:schema>", TUPLE.encode())
    made = Edition(published=False, beside={TAXONOMY: schema}).schema_set(TAXONOMY)
    assert made.findings == ()
    return made


def link(parts: str) -> bytes:
    return LINKBASE.replace(b"</link:calculationLink>", parts.encode() + b"</link:calculationLink>", 1)


def a_tuple(parts: str) -> bytes:
    return INSTANCE.replace(b"<t:Person id", b"<t:Many>" + parts.encode() + b"</t:Many><t:Person id", 1)


KINDS = {"link": (link, LOCATOR, validate_linkbase), "tuple": (a_tuple, FACT, validate_instance)}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("first", "step", "told"), [(0, 1, 1001), (0, 100, 400), (COUNT - 900, 1, 900), (5, 10_000, 4)]
)
def test_faults_are_told_where_they_are(kind: str, first: int, step: int, told: int, schemas: SchemaSet):
    document, part, validate = KINDS[kind]
    faulty = set(range(first, COUNT, step))
    content = document("".join(part.format(' bad="1"' if number in faulty else "") for number in range(COUNT)))
    with within(LIMIT):
        findings = validate(content, schemas, "a.xml")
    assert len(findings) == told
    lines = content.decode().splitlines()
    for each in findings:
        (place,) = each.locations
        assert each.code == "XG605" or "bad=" in lines[place.line - 1][place.column - 1 :]


def test_faults_of_order_among_thousands_are_told(schemas: SchemaSet):
    parts = FACT.format("") * COUNT + f'<t:{LONG} contextRef="c1">x</t:{LONG}>' + FACT.format("")
    (found,) = validate_instance(a_tuple(parts), schemas, "a.xbrl")
    assert found.code == "XG612"
    assert found.locations[0].pointer == f"/xbrli:xbrl/t:Many/t:NotNillable[{COUNT + 1}]"


def test_a_name_that_libxml2_cuts_is_found(schemas: SchemaSet):
    (found,) = validate_instance(a_tuple(f'<t:{LONG} contextRef="c1" bad=""/>'), schemas, "a.xbrl")
    assert (found.code, found.locations[0].pointer) == ("XG617", f"/xbrli:xbrl/t:Many/t:{LONG}")
    name = "ん" * 60
    (found,) = validate_instance(
        INSTANCE.replace(b"<t:Person id", f"<t:{name}/><t:Person id".encode(), 1), schemas, "a.xbrl"
    )
    assert (found.code, found.locations[0].pointer) == ("XG611", f"/xbrli:xbrl/t:{name}")


def test_paths_are_those_of_lxml():
    for content in (INSTANCE, LINKBASE, b"<a xmlns='urn:x'><b/><b/><c xmlns=''/><d><e/></d></a>"):
        root = etree.fromstring(content)
        paths = Paths()
        for element in root.iter("*"):
            assert paths.of(element) == root.getroottree().getpath(element)
