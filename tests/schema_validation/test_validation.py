"""Every way to break a schema is a finding that says what, where, and whose."""

from pathlib import Path

import pytest
import small_taxonomy as small
from cpu_time import within
from documents import INSTANCE, LINKBASE, PREFIXES
from standard_schemas import TAXONOMY, Edition

from xbrlgen.findings import Finding, Location
from xbrlgen.schema_validation.schema_set import SchemaSet
from xbrlgen.schema_validation.validation import validate_instance, validate_linkbase, validate_schemas
from xbrlgen.taxonomy import load_taxonomy

UNIQUE = b"""<xs:element name="Unique" substitutionGroup="xbrli:tuple">
  <xs:complexType><xs:complexContent><xs:restriction base="xs:anyType">
    <xs:sequence><xs:element ref="t:NotNillable" maxOccurs="2"/></xs:sequence>
  </xs:restriction></xs:complexContent></xs:complexType>
  <xs:unique name="once"><xs:selector xpath="t:NotNillable"/><xs:field xpath="."/></xs:unique>
</xs:element></xs:schema>"""


@pytest.fixture(scope="module")
def schemas() -> SchemaSet:
    schema = small.schema(small.SHARED_TYPES).replace(b"</xs:schema>", UNIQUE)
    return Edition(published=False, beside={TAXONOMY: schema}).schema_set(TAXONOMY)


def damaged(old: str, new: str, document: bytes = INSTANCE) -> bytes:
    assert document.count(old.encode()) >= 1
    return document.replace(old.encode(), new.encode(), 1)


MONEY = '<t:xbrli.monetary id="f1" contextRef="c1" unitRef="u1" decimals="-6">1000000</t:xbrli.monetary>'
CASES = {
    "XG601": (("</xbrli:entity>", ""), "a.xbrl is not well-formed XML: Opening and ending tag mismatch: "),
    "XG602": (("<xbrli:xbrl", "<!DOCTYPE x><xbrli:xbrl"), "a.xbrl declares a document type (DOCTYPE)."),
    "XG610": (("<xbrli:xbrl", "<t:report"), "The root element is 't:report'; expected 'xbrli:xbrl'."),
    "XG611": ((MONEY, '<t:Sales contextRef="c1"/>'), "No schema declares the element 't:Sales'."),
    "XG612": (
        ("<xbrli:instant>2023-09-30</xbrli:instant>", "<xbrli:endDate>2023-09-30</xbrli:endDate>"),
        "'xbrli:endDate' may not stand here in 'xbrli:period'; expected 'xbrli:instant' or 'xbrli:startDate' or ",
    ),
    "XG613": (
        ("<xbrli:forever/>", ""),
        "'xbrli:period' lacks content; expected 'xbrli:instant' or 'xbrli:startDate' or 'xbrli:forever'.",
    ),
    "XG614": (
        (MONEY, '<t:Abstract contextRef="c1"/>'),
        "'t:Abstract' is abstract: it structures the taxonomy and may not be used.",
    ),
    "XG615": (
        ("<xbrli:divide>", "<xbrli:divide>yen"),
        "'xbrli:divide' holds the text \"yen\", but may hold no text of its own.",
    ),
    "XG616": ((' unitRef="u1" decimals="-6"', ""), "'t:xbrli.monetary' lacks the attribute 'unitRef'."),
    "XG617": (('decimals="-6"', 'decimal="-6"'), "'t:xbrli.monetary' may not have the attribute 'decimal'."),
    "XG618": (
        ('decimals="-6"', 'decimals="millions"'),
        "The attribute 'decimals' of 't:xbrli.monetary' is \"millions\"; expected a whole number or INF.",
    ),
    "XG619": (
        (">1000000<", ">1,000,000<"),
        "'t:xbrli.monetary' has the value \"1,000,000\"; expected a decimal number, without an exponent.",
    ),
    "XG620": (('id="f2"', 'id="c1"'), "The id \"c1\" of 't:xbrli.string' is already taken by another element."),
    "XG621": (
        ('contextRef="c1"', 'contextRef="c9"'),
        "'contextRef' of 't:xbrli.monetary' names \"c9\", but no element has that id.",
    ),
    "XG622": (
        (' xsi:nil="true"/>', ' xsi:nil="true">2023-01-01</t:xbrli.date>'),
        "'t:xbrli.date' is nil (xsi:nil) and still has content.",
    ),
    "XG623": (
        ('decimals="-6"', 'decimals="-6" xsi:type="xbrli:stringItemType"'),
        "'t:xbrli.monetary' may not take the type that its xsi:type names.",
    ),
    "XG624": (
        (MONEY, "<t:Unique>" + '<t:NotNillable contextRef="c1">x</t:NotNillable>' * 2 + "</t:Unique>"),
        "'t:NotNillable' does not follow its schema (rule cvc-identity-constraint)",
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_a_fault_is_told_in_words(code: str, schemas: SchemaSet):
    (old, new), message = CASES[code]
    document = damaged(old, new)
    if code == "XG610":
        document = document.replace(b"</xbrli:xbrl", b"</t:report")
    findings = validate_instance(document, schemas, "a.xbrl")
    assert [(each.code, each.message) for each in findings if each.message.startswith(message)], findings
    assert len(findings) == 1
    assert findings[0].locations[0].path == "a.xbrl"


def test_a_fault_has_line_column_and_path_of_its_element(schemas: SchemaSet):
    (found,) = validate_instance(damaged('decimals="-6"', 'decimals="x"'), schemas, "a.xbrl")
    lines = INSTANCE.decode().splitlines()
    line = next(number for number, text in enumerate(lines, 1) if 'id="f1"' in text)
    assert found.locations == (Location("a.xbrl", line, 3, "/xbrli:xbrl/t:xbrli.monetary"),)
    assert found.standard == "cvc-datatype-valid.1.2.3"


def test_a_fault_is_led_back_to_the_cell_of_its_fact(schemas: SchemaSet):
    cell = Location("results.csv", 7, 12)
    cells = {"f1": cell, "f3": Location("people.csv", 3, 4)}
    (money,) = validate_instance(damaged(">1000000<", ">much<"), schemas, "a.xbrl", cells.get)
    assert (money.fact, money.locations[0]) == ("f1", cell)
    assert money.locations[1].path == "a.xbrl"
    (nested,) = validate_instance(damaged('id="f3" contextRef="c1"', 'id="f3"'), schemas, "a.xbrl", cells.get)
    assert (nested.fact, nested.locations[0]) == ("f3", cells["f3"])
    (unit,) = validate_instance(
        damaged('<xbrli:unit id="u2">', '<xbrli:unit id="u2" x="">'), schemas, "a.xbrl", cells.get
    )
    assert (unit.fact, len(unit.locations)) == ("", 1)


def test_all_faults_are_told_at_once(schemas: SchemaSet):
    document = damaged('decimals="-6">1000000<', 'decimals="x" other="">1e6<')
    document = damaged("<xbrli:forever/>", "<xbrli:never/>", document)
    document = damaged('xlink:label="fact"/>', "/>", document)
    codes = [each.code for each in validate_instance(document, schemas, "a.xbrl")]
    assert codes == ["XG612", "XG617", "XG618", "XG619", "XG616"]


def test_what_only_one_engine_refuses_is_refused(schemas: SchemaSet):
    """Fullwidth digits are numbers to Python and to the xmlschema library; "1e" is a double to libxml2."""
    number = '<t:xbrli.{} contextRef="c1" unitRef="u1" decimals="0">{}</t:xbrli.{}>'
    for name, text in (("integer", "１２"), ("decimal", "1 2"), ("double", "1e")):
        (found,) = validate_instance(damaged(MONEY, number.format(name, text, name)), schemas, "a.xbrl")
        assert (found.code, found.locations[0].column) == ("XG619", 3)


def test_the_order_of_references_counts(schemas: SchemaSet):
    late = '<link:schemaRef xlink:type="simple" xlink:href="other.xsd"/>'
    (found,) = validate_instance(damaged("</xbrli:xbrl>", f"{late}</xbrli:xbrl>"), schemas, "a.xbrl")
    assert found.code == "XG612"
    (found,) = validate_instance(
        damaged('  <link:schemaRef xlink:type="simple" xlink:href="taxonomy.xsd"/>', ""), schemas, "a.xbrl"
    )
    message = "'link:linkbaseRef' may not stand here in 'xbrli:xbrl'; expected 'link:schemaRef'."
    assert (found.code, found.message) == ("XG612", message)
    (found,) = validate_instance(f"<xbrli:xbrl {PREFIXES}/>".encode(), schemas, "a.xbrl")
    assert (found.code, found.message) == ("XG613", "'xbrli:xbrl' lacks content; expected 'link:schemaRef'.")


def test_a_linkbase_is_judged_by_its_own_root(schemas: SchemaSet):
    assert validate_linkbase(LINKBASE, schemas, "labels.xml") == ()
    assert [each.code for each in validate_linkbase(INSTANCE, schemas, "labels.xml")] == ["XG610"]
    (found,) = validate_linkbase(damaged('weight="-1"', "", LINKBASE), schemas, "labels.xml")
    assert (found.code, found.message) == ("XG616", "'link:calculationArc' lacks the attribute 'weight'.")


@pytest.mark.parametrize(
    ("element", "kind", "wrong"),
    [("calculationLink", "extended", "arc"), ("loc", "locator", "resource"), ("roleRef", "simple", "locator")],
)
def test_a_linking_element_has_the_type_of_its_declaration(element: str, kind: str, wrong: str, schemas: SchemaSet):
    """libxml2 lets any of XLink's types pass."""
    before, _, after = LINKBASE.partition(f"<link:{element} ".encode())
    document = before + f"<link:{element} ".encode() + after.replace(f'"{kind}"'.encode(), f'"{wrong}"'.encode(), 1)
    (found,) = validate_linkbase(document, schemas, "labels.xml")
    assert (found.code, found.standard) == ("XG618", "cvc-complex-type.3.1")
    assert found.message.startswith(f"The attribute 'xlink:type' of 'link:{element}' is \"{wrong}\"; expected '{kind}'")


def test_a_document_of_a_thousand_faults_is_cut_short(schemas: SchemaSet):
    facts = '<t:xbrli.monetary contextRef="c1" unitRef="u1" decimals="0">x</t:xbrli.monetary>\n' * 20_000
    with within(20):
        findings = validate_instance(damaged(MONEY, facts), schemas, "a.xbrl")
    assert len(findings) == 1001
    assert {each.code for each in findings} == {"XG605", "XG619"}


HOSTILE = {
    "an entity bomb": b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>',
    "a file as an entity": b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]><a>&a;</a>',
    "an external DTD": b'<?xml version="1.0"?><!-- x --><!DOCTYPE a SYSTEM "http://example.com/a.dtd"><a/>',
    "a DOCTYPE in UTF-16": '<!DOCTYPE a [<!ENTITY a "b">]><a>&a;</a>'.encode("utf-16"),
    "many comments before a DOCTYPE": b"<!-- -->" * 50_000 + b"<!DOCTYPE a><a/>",
    "many comments and nothing else": b"<!-- -->" * 50_000,
    "too many levels": b"<a>" * 5000 + b"</a>" * 5000,
    "a text without end": b"<a>" + b"x" * 12_000_000 + b"</a>",
    "nothing": b"",
    "white space": b" \n ",
    "NUL": INSTANCE.replace(b"1000000", b"1\x00"),
    "a control character": INSTANCE.replace(b"1000000", b"1\x0b"),
    "broken UTF-8": INSTANCE.replace(b"1000000", b"\xff\xfe1"),
    "another encoding than it says": b'<?xml version="1.0" encoding="utf-16"?><a/>',
    "an unknown encoding": b'<?xml version="1.0" encoding="klingon"?><a/>',
    "no XML": b"PK\x03\x04",
    "an unbound prefix": b"<xbrli:xbrl/>",
    "a reference to an entity": b"<a>&nbsp;</a>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_is_a_finding(name: str, schemas: SchemaSet):
    with within(2):
        (found,) = validate_instance(HOSTILE[name], schemas, "a.xbrl")
    assert found.code in {"XG601", "XG602"}
    assert found.locations[0].path == "a.xbrl"


def test_hints_to_schemas_elsewhere_are_not_followed(schemas: SchemaSet, tmp_path: Path):
    trap = tmp_path / "trap.xsd"
    trap.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:x"><xs:element name="x"/></xs:schema>'
    )
    hint = f'xsi:schemaLocation="urn:x {trap.as_uri()}"'
    document = damaged('xml:lang="en">', f'xml:lang="en" {hint}>').replace(
        MONEY.encode(), f'<x xmlns="urn:x" {hint}/>'.encode()
    )
    assert [each.code for each in validate_instance(document, schemas, "a.xbrl")] == ["XG611"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_places_are_right_in_any_encoding(encoding: str, schemas: SchemaSet, tmp_path: Path):
    declared = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    text = (
        f'<?xml version="1.0" encoding="{declared}"?>\n'
        + damaged(MONEY, f"<!-- é -->{MONEY}").replace(b'"-6"', b'"x"').decode()
    )
    path = tmp_path / "a.xbrl"
    path.write_bytes(text.encode(encoding))
    (found,) = validate_instance(path, schemas, "a.xbrl")
    assert text.splitlines()[found.locations[0].line - 1][found.locations[0].column - 1 :].startswith(
        "<t:xbrli.monetary"
    )


def schema_findings(**documents: str) -> tuple[Finding, ...]:
    """What is wrong with a.xsd beside other documents."""
    head = f'<xs:schema {PREFIXES} elementFormDefault="qualified" '
    xbrli = f'<xs:import namespace="{small.NAMESPACES["xbrli"]}" schemaLocation="{small.IMPORTS["xbrli"]}"/>'
    beside = {
        f"http://example.com/{name}.xsd": (head + text.replace("<import/>", xbrli) + "</xs:schema>").encode()
        for name, text in documents.items()
    }
    return validate_schemas(Edition(published=False, beside=beside).schema_set("http://example.com/a.xsd"))


TARGET = 'targetNamespace="http://example.com/taxonomy">'
CONCEPT = '<xs:element name="C" type="{}" substitutionGroup="xbrli:item" xbrli:periodType="{}"/>'
GOOD = CONCEPT.format("xbrli:stringItemType", "instant")


def test_a_schema_that_is_not_available_is_named():
    (found,) = schema_findings(a=TARGET + '<xs:import namespace="urn:x" schemaLocation="b.xsd"/>')
    assert (found.code, found.message) == ("XG603", "The schema http://example.com/b.xsd is not available.")


def test_a_schema_with_an_unknown_type_is_invalid():
    (found,) = schema_findings(a=TARGET + "<import/>\n" + CONCEPT.format("xbrli:moneyItemType", "instant"))
    name = "{http://www.xbrl.org/2003/instance}moneyItemType"
    assert (found.code, found.message) == ("XG604", f"'xs:element' \"C\": no schema declares the type '{name}'.")
    assert (found.locations[0].line, found.locations[0].column) == (2, 1)


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        (
            GOOD + GOOD,
            "XG604",
            "'xs:element' \"C\": A global element declaration '{http://example.com/taxonomy}C' does already exist.",
        ),
        (
            CONCEPT.format("xbrli:stringItemType", "month"),
            "XG618",
            "The attribute 'xbrli:periodType' of 'xs:element' is \"month\"; expected instant or duration.",
        ),
        ('<xs:element nam="C"/>', "XG616", "'xs:element' lacks the attribute 'name'."),
        ('<xs:elment name="C"/>', "XG612", "'xs:elment' may not stand here in 'xs:schema'."),
        (
            GOOD.replace("<xs:element", '<xs:element abstract="maybe"'),
            "XG618",
            "The attribute 'abstract' of 'xs:element' is \"maybe\"; expected true or false.",
        ),
        (
            '<xs:annotation><xs:appinfo><link:roleType id="r"/></xs:appinfo></xs:annotation>' + GOOD,
            "XG616",
            "'link:roleType' lacks the attribute 'roleURI'.",
        ),
    ],
)
def test_a_fault_of_a_schema_is_told_in_words(text: str, code: str, message: str):
    findings = schema_findings(a=TARGET + "<import/>" + text)
    assert (code, message) in [(each.code, each.message) for each in findings]
    assert all(each.locations[0].line for each in findings)


def test_documents_of_one_namespace_are_read_together():
    """Two imports and an include of one namespace, one document without a namespace, and a circle."""
    assert (
        schema_findings(
            a=TARGET
            + '<import/><xs:import namespace="urn:b" schemaLocation="b.xsd"/><xs:import namespace="urn:b" schemaLocation="c.xsd"/>'
            '<xs:include schemaLocation="d.xsd"/><xs:element name="X" xmlns:b="urn:b" type="b:one"/>'
            '<xs:element name="Y" xmlns:b="urn:b" type="b:two"/><xs:element name="Z" type="t:local"/>',
            b='targetNamespace="urn:b"><xs:include schemaLocation="c.xsd"/><xs:complexType name="one"/>',
            c='targetNamespace="urn:b"><xs:include schemaLocation="b.xsd"/>'
            '<xs:import namespace="http://example.com/taxonomy" schemaLocation="a.xsd"/><xs:complexType name="two"/>',
            d='><xs:complexType name="local"/>',
        )
        == ()
    )


def test_a_copy_of_a_standard_schema_gives_way_to_the_bundled_one():
    assert (
        schema_findings(
            a=TARGET + '<xs:import namespace="http://www.xbrl.org/2003/instance" schemaLocation="b.xsd"/>' + GOOD,
            b='targetNamespace="http://www.xbrl.org/2003/instance"><xs:element name="item"/>',
        )
        == ()
    )


def test_an_instance_of_invalid_schemas_is_not_judged():
    bad = Edition(published=False, beside={TAXONOMY: b"<xs:schema/>"}).schema_set(TAXONOMY)
    assert [each.code for each in validate_instance(INSTANCE, bad, "a.xbrl")] == ["XG601"]
    wrong = Edition(published=False, beside={TAXONOMY: b"<schema/>"}).schema_set(TAXONOMY)
    assert [each.code for each in validate_instance(INSTANCE, wrong, "a.xbrl")] == ["XG604"]


def test_a_taxonomy_whose_tuples_take_every_item_is_judged_by_the_explaining_engine():
    """libxml2 would need minutes to compile it."""
    many = "".join(GOOD.replace('"C"', f'"C{number}"') for number in range(400))
    holder = UNIQUE.replace(b't:NotNillable" maxOccurs="2"', b'xbrli:item"').decode().replace("</xs:schema>", "")
    schema = small.schema(small.SHARED_TYPES).replace(b"</xs:schema>", (many + holder + "</xs:schema>").encode())
    schemas = Edition(published=False, beside={TAXONOMY: schema}).schema_set(TAXONOMY)
    assert validate_schemas(schemas) == ()
    assert schemas.compilation.schema is None
    good = '<t:Unique><t:C7 contextRef="c1">x</t:C7></t:Unique>'
    assert validate_instance(damaged(MONEY, good), schemas, "a.xbrl") == ()
    (found,) = validate_instance(damaged(MONEY, good.replace(' contextRef="c1"', "")), schemas, "a.xbrl")
    assert (found.code, found.message) == ("XG616", "'t:C7' lacks the attribute 'contextRef'.")


def test_the_bundled_taxonomies_can_judge():
    for name in ("ifrs-2022", "ifrs-2023", "ifrs-2025"):
        dts = load_taxonomy(name).dts
        assert validate_schemas(SchemaSet(dts.schemas, dts.locate)) == ()


def test_a_missing_schema_is_told_beside_what_the_others_say():
    beside = {
        TAXONOMY: small.schema(small.SHARED_TYPES).replace(
            b"<xs:import", b'<xs:import namespace="urn:x" schemaLocation="x.xsd"/><xs:import', 1
        )
    }
    schemas = Edition(published=False, beside=beside).schema_set(TAXONOMY)
    assert [each.code for each in validate_instance(INSTANCE, schemas, "a.xbrl")] == ["XG603"]
    faulty = damaged(">1000000<", ">much<")
    assert [each.code for each in validate_instance(faulty, schemas, "a.xbrl")] == ["XG619", "XG603"]
