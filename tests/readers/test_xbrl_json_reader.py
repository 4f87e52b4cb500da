"""xBRL-JSON read: what was written before, the published mutants, and every fault as a finding."""

import json
from copy import deepcopy
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import kinds
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xbrlgen.comparison import differences
from xbrlgen.findings import Severity
from xbrlgen.model import PURE, SHARES, Entity, Link, QName, TypedMember, Unit
from xbrlgen.readers.xbrl_json import read_xbrl_json
from xbrlgen.readers.xbrl_xml import read_xbrl_xml
from xbrlgen.target import target_document
from xbrlgen.writers.xbrl_json import write_xbrl_json

DOCUMENT = {
    "documentInfo": {
        "documentType": "https://xbrl.org/2021/xbrl-json",
        "features": {"xbrl:canonicalValues": False},
        "linkGroups": {"_": "http://www.xbrl.org/2003/role/link"},
        "linkTypes": {
            "footnote": "http://www.xbrl.org/2003/arcrole/fact-footnote",
            "explanatoryFact": "http://www.xbrl.org/2009/arcrole/fact-explanatoryFact",
        },
        "namespaces": {
            "k": kinds.NAMESPACE,
            "sicc": kinds.ENTITY.scheme,
            "xbrl": "https://xbrl.org/2021",
            "xbrli": "http://www.xbrl.org/2003/instance",
            "iso4217": "http://www.xbrl.org/2003/iso4217",
        },
        "taxonomy": ["kinds.xsd"],
    },
    "facts": {
        "f": {
            "value": "1000",
            "decimals": -3,
            "dimensions": {
                "concept": "k:Cash",
                "entity": "sicc:37740",
                "period": "2023-10-01T00:00:00",
                "unit": "iso4217:JPY",
            },
            "links": {"footnote": {"_": ["note"]}},
        },
        "t": {
            "value": " IIJ ",
            "dimensions": {
                "concept": "k:Name",
                "entity": "sicc:37740",
                "period": "2023-04-01T00:00:00/2023-10-01T00:00:00",
                "language": "en",
            },
        },
        "note": {
            "value": "See <b>this</b>",
            "dimensions": {"concept": "xbrl:note", "language": "en", "noteId": "note"},
        },
    },
}
NOTHING = object()


def changed(pointer: str, value: object) -> dict:
    """The document with another value at `pointer`, or without what is there."""
    document = deepcopy(DOCUMENT)
    *parents, last = pointer.strip("/").split("/")
    place = document
    for step in parents:
        place = place[step.replace("~1", "/")]
    if value is NOTHING:
        del place[last]
    else:
        place[last] = value
    return document


def read(document: dict):
    return read_xbrl_json(json.dumps(document).encode(), kinds.taxonomy(), "r.json")


def fact(document: dict, name: str = "f"):
    reading = read(document)
    assert reading.findings == ()
    return next(each for each in reading.report.facts if each.id == name)


# --- what was written before ------------------------------------------------------------------------------------------


def test_a_report_of_every_kind_comes_back_whole():
    report = kinds.one_of_each_kind()
    reading = _written_and_read(report)
    assert reading.findings == ()
    assert list(differences(report, reading.report)) == []
    assert set(reading.locations) == {each.id for each in (*report.facts, *report.footnotes)}
    assert reading.report.schema_refs == report.schema_refs


@given(kinds.reports())
@settings(max_examples=150, deadline=None)
def test_any_report_comes_back_whole(report):
    reading = _written_and_read(report)
    assert reading.findings == ()
    assert list(differences(report, reading.report)) == []


def _written_and_read(report):
    out = BytesIO()
    write_xbrl_json(target_document(report, kinds.taxonomy()), out)
    return read_xbrl_json(out.getvalue(), kinds.taxonomy())


def test_the_published_example_says_the_same_in_both_syntaxes(shared: Path):
    mutants = shared / "conformance/mutants"
    as_json = read_xbrl_json(mutants / "json/nil-null-with-decimals-removed-ok.json", None)
    as_xml = read_xbrl_xml(mutants / "xml/valid.xbrl", None)
    assert as_json.findings == as_xml.findings == ()
    numbers = [
        sorted(
            (each.concept.local_name, each.value) for each in reading.report.facts if isinstance(each.value, Decimal)
        )
        for reading in (as_json, as_xml)
    ]
    assert len(numbers[0]) >= 9
    assert len(set(numbers[1]) - set(numbers[0])) <= 1


# --- values and dimensions --------------------------------------------------------------------------------------------


def test_links_of_all_types_and_groups_are_kept_and_those_from_notes():
    document = deepcopy(DOCUMENT)
    info, facts = document["documentInfo"], document["facts"]
    info["linkTypes"]["own"] = "http://example.com/arcrole/see"
    info["linkGroups"]["part"] = "http://example.com/role/part"
    facts["t"]["links"] = {"explanatoryFact": {"_": ["f"]}, "own": {"part": ["note", "f"]}}
    facts["note"]["links"] = {"own": {"_": ["t"]}}
    reading = read(document)
    assert reading.findings == ()
    groups, own = info["linkGroups"], info["linkTypes"]["own"]
    assert set(reading.report.links) == {
        Link(info["linkTypes"]["explanatoryFact"], groups["_"], "t", "f"),
        Link(own, groups["part"], "t", "note"),
        Link(own, groups["part"], "t", "f"),
        Link(own, groups["_"], "note", "t"),
    }
    assert [each.facts for each in reading.report.footnotes] == [("f",)]


def test_the_document_is_read():
    reading = read(DOCUMENT)
    assert reading.findings == ()
    first, second = reading.report.facts
    assert (first.value, first.decimals, first.unit, first.period) == (1000, -3, kinds.YEN, kinds.SEPTEMBER)
    assert (second.value, second.language, second.period, second.entity) == (" IIJ ", "en", kinds.HALF, kinds.ENTITY)
    (note,) = reading.report.footnotes
    assert (note.id, note.language, note.content, note.facts) == ("note", "en", "See <b>this</b>", ("f",))
    assert str(reading.locations["f"]) == "r.json#/facts/f"
    assert reading.report.schema_refs == ("kinds.xsd",)


@pytest.mark.parametrize(
    ("concept", "text", "value"),
    [
        ("Ratio", "-1.50", Decimal("-1.5")),
        ("Measured", "1.5E3", Decimal(1500)),
        ("Audited", "1", "true"),
        ("Approved", "2023-11-07", "2023-11-07"),
        ("Code", " a  b ", "a b"),
        ("Form", "k:Name", f"{{{kinds.NAMESPACE}}}Name"),
        ("Region", "k:NorthMember", f"{{{kinds.NAMESPACE}}}NorthMember"),
        (
            "Regions",
            "k:SouthMember k:NorthMember",
            f"{{{kinds.NAMESPACE}}}NorthMember {{{kinds.NAMESPACE}}}SouthMember",
        ),
        ("Regions", "", ""),
        ("Audited", None, None),
    ],
)
def test_values_are_read_in_canonical_form(concept, text, value):
    document = changed("facts/t/dimensions/language", NOTHING)
    document["facts"]["t"]["dimensions"]["concept"] = f"k:{concept}"
    document["facts"]["t"]["value"] = text
    found = fact(document, "t")
    assert found.value == value
    assert found.unit == (PURE if concept in {"Ratio", "Measured"} else None)


UTR = "http://www.xbrl.org/2009/utr"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("iso4217:JPY/xbrli:shares", kinds.YEN.per(SHARES)),
        ("k:a*k:b", Unit.of((kinds.name("a"), kinds.name("b")))),
        ("(k:a*k:b)/k:c", Unit.of((kinds.name("a"), kinds.name("b")), (kinds.name("c"),))),
        ("k:c/(k:a*k:a)", Unit.of((kinds.name("c"),), (kinds.name("a"), kinds.name("a")))),
    ],
)
def test_units_are_read(text, expected):
    assert fact(changed("facts/f/dimensions/unit", text)).unit == expected


def test_dimensions_are_explicit_or_typed_as_the_taxonomy_says():
    document = deepcopy(DOCUMENT)
    members = {"k:SegmentsAxis": "k:NorthMember", "k:BondAxis": "k:NorthMember", "k:YearAxis": None}
    document["facts"]["f"]["dimensions"] |= members
    assert [each.member for each in fact(document).dimensions] == [
        TypedMember("k:NorthMember"),
        kinds.name("NorthMember"),
        TypedMember(None),
    ]


def test_without_a_taxonomy_members_are_explicit_where_they_are_names():
    document = deepcopy(DOCUMENT)
    document["facts"]["f"]["dimensions"] |= {"k:A": "k:NorthMember", "k:B": "north", "k:C": "zz:north"}
    reading = read_xbrl_json(json.dumps(document).encode(), None)
    found = reading.report.facts[0]
    assert [each.member for each in found.dimensions] == [
        kinds.name("NorthMember"),
        TypedMember("north"),
        TypedMember("zz:north"),
    ]
    assert (found.value, reading.report.facts[1].value) == (Decimal(1000), " IIJ ")


def test_a_report_may_name_no_entity_and_a_fact_no_period():
    document = changed("facts/f/dimensions/entity", NOTHING)
    del document["facts"]["f"]["dimensions"]["period"]
    found = fact(document)
    assert found.entity == Entity("https://xbrl.org/2021/entities", "NA")
    assert found.period is None


def test_references_start_from_the_base_url():
    document = changed("documentInfo/baseURL", "https://example.com/reports/2023/report.json")
    document["documentInfo"]["taxonomy"] = ["../taxonomy.xsd", "https://example.com/other.xsd"]
    refs = read(document).report.schema_refs
    assert refs == ("https://example.com/reports/taxonomy.xsd", "https://example.com/other.xsd")


def test_members_of_ones_own_are_left_alone():
    document = deepcopy(DOCUMENT)
    for place in (document, document["documentInfo"], document["facts"]["f"], document["documentInfo"]["features"]):
        place["k:own"] = {"anything": [1, 2.5, None, {"value": True}]}
    assert read(document).findings == ()


# --- faults -----------------------------------------------------------------------------------------------------------

LONG = "9" * 5000


@pytest.mark.parametrize(
    ("pointer", "value", "code", "standard"),
    [
        ("documentInfo", NOTHING, "XG172", "oimce:unsupportedDocumentType"),
        ("documentInfo", [], "XG171", "xbrlje:invalidJSONStructure"),
        ("unknown", 1, "XG171", "xbrlje:invalidJSONStructure"),
        ("zz:own", 1, "XG173", "oimce:unboundPrefix"),
        ("facts", [], "XG171", "xbrlje:invalidJSONStructure"),
        ("documentInfo/documentType", "https://xbrl.org/2019/xbrl-json", "XG172", "oimce:unsupportedDocumentType"),
        ("documentInfo/documentType", NOTHING, "XG172", "oimce:unsupportedDocumentType"),
        ("documentInfo/taxonomy", NOTHING, "XG171", "xbrlje:invalidJSONStructure"),
        ("documentInfo/taxonomy", [], "XG166", "oime:noTaxonomy"),
        ("documentInfo/taxonomy", [1], "XG171", "xbrlje:invalidJSONStructure"),
        ("documentInfo/baseURL", "here", "XG171", "oime:invalidBaseURL"),
        ("documentInfo/features/own", True, "XG171", "xbrlje:invalidJSONStructure"),
        ("documentInfo/features/zz:own", True, "XG173", "oimce:unboundPrefix"),
        ("documentInfo/features/xbrl:allowedDuplicates", "some", "XG171", "xbrlje:invalidJSONStructure"),
        ("documentInfo/features/xbrl:allowedDuplicates", ["none"], "XG171", "xbrlje:invalidJSONStructure"),
        ("documentInfo/namespaces/x y", "http://x", "XG171", "xbrlje:invalidJSONStructure"),
        ("documentInfo/namespaces/x", 1, "XG171", "xbrlje:invalidJSONStructure"),
        ("documentInfo/namespaces/x", "here", "XG173", "oimce:invalidURI"),
        ("documentInfo/namespaces/x", " http://x", "XG171", "xbrlje:invalidJSONStructure"),
        ("documentInfo/namespaces/x", kinds.NAMESPACE, "XG173", "oimce:multipleAliasesForURI"),
        ("documentInfo/namespaces/utr", "http://x", "XG173", "oimce:invalidURIForReservedAlias"),
        ("documentInfo/namespaces/x", UTR, "XG173", "oimce:invalidAliasForReservedURI"),
        (
            "documentInfo/linkGroups/g",
            "http://www.xbrl.org/2003/role/link",
            "XG173",
            "oimce:invalidAliasForReservedURI",
        ),
        ("facts/1 2", DOCUMENT["facts"]["t"], "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t", "text", "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t/value", NOTHING, "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t/value", 5, "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t/value", ["a"], "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t/dimensions", NOTHING, "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t/own", 1, "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t/zz:own", 1, "XG173", "oimce:unboundPrefix"),
        ("facts/f/decimals", 1.5, "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/f/decimals", "INF", "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/f/decimals", None, "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/f/decimals", 10**30, "XG159", "xbrl.4.6.3"),
        ("facts/t/decimals", 0, "XG159", "oime:misplacedDecimalsProperty"),
        ("facts/f/value", None, "XG159", "oime:misplacedDecimalsProperty"),
        ("facts/f/value", "1,000", "XG161", "xbrlje:invalidFactValue"),
        ("facts/f/value", "", "XG161", "xbrlje:invalidFactValue"),
        ("facts/f/value", LONG, "XG161", "xbrlje:invalidFactValue"),
        ("facts/f/value", "1e999999999", "XG161", "xbrlje:invalidFactValue"),
        ("facts/t/dimensions/concept", NOTHING, "XG174", "oime:missingConceptDimension"),
        ("facts/t/dimensions/concept", "zz:Name", "XG173", "oimce:unboundPrefix"),
        ("facts/t/dimensions/concept", 5, "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t/dimensions/entity", "37740", "XG174", "oimce:invalidSQName"),
        ("facts/t/dimensions/entity", "sicc:37 740", "XG174", "oimce:invalidSQName"),
        ("facts/t/dimensions/entity", "zz:37740", "XG174", "oimce:unboundPrefix"),
        ("facts/t/dimensions/period", "2023-10-01", "XG174", "oimce:invalidPeriodRepresentation"),
        ("facts/t/dimensions/period", "2023-10-01T00:00:00+00:00", "XG174", "oimce:invalidPeriodRepresentation"),
        ("facts/t/dimensions/period", "2023-13-01T00:00:00", "XG174", "oimce:invalidPeriodRepresentation"),
        (
            "facts/t/dimensions/period",
            "2023-10-01T00:00:00/2023-04-01T00:00:00",
            "XG174",
            "oimce:invalidPeriodRepresentation",
        ),
        ("facts/t/dimensions/period", "2023-10-01T00:00:00Z", "XG168", ""),
        ("facts/t/dimensions/unit", "iso4217:JPY", "XG174", "oime:misplacedUnitDimension"),
        ("facts/f/dimensions/unit", "xbrli:pure", "XG174", "oime:illegalPureUnit"),
        ("facts/f/dimensions/unit", "iso4217:JPY per xbrli:shares", "XG174", "oimce:invalidUnitStringRepresentation"),
        ("facts/f/dimensions/unit", "k:b*k:a", "XG174", "oimce:invalidUnitStringRepresentation"),
        ("facts/f/dimensions/unit", "k:a*k:b/k:c", "XG174", "oimce:invalidUnitStringRepresentation"),
        ("facts/f/dimensions/unit", "(k:a*k:b)", "XG174", "oimce:invalidUnitStringRepresentation"),
        ("facts/f/dimensions/unit", "(k:a)/k:b", "XG174", "oimce:invalidUnitStringRepresentation"),
        ("facts/f/dimensions/unit", "k:a/", "XG174", "oimce:invalidUnitStringRepresentation"),
        ("facts/f/dimensions/unit", "k:a/k:b/k:c", "XG174", "oimce:invalidUnitStringRepresentation"),
        ("facts/f/dimensions/unit", "zz:a", "XG174", "oimce:unboundPrefix"),
        ("facts/f/dimensions/unit", "", "XG174", "oimce:invalidUnitStringRepresentation"),
        ("facts/f/dimensions/language", "en", "XG174", "oime:misplacedLanguageDimension"),
        ("facts/t/dimensions/language", "en-US", "XG174", "xbrlje:invalidLanguageCodeCase"),
        ("facts/t/dimensions/noteId", "t", "XG174", "oime:misplacedNoteIDDimension"),
        ("facts/t/dimensions/other", "x", "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t/dimensions/zz:Axis", "k:x", "XG173", "oimce:unboundPrefix"),
        ("facts/t/dimensions/k:SegmentsAxis", "North", "XG174", "xbrlje:invalidDimensionValue"),
        ("facts/t/dimensions/k:SegmentsAxis", "k:GroupMember", "XG174", "oime:invalidDimensionValue"),
        ("facts/t/dimensions/k:SegmentsAxis", 5, "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t/links", {"footnote": {"_": ["nothing"]}}, "XG175", "xbrlje:unknownLinkTarget"),
        ("facts/t/links", {"footnote": {"_": ["f"]}}, "XG175", "oime:illegalStandardFootnoteTarget"),
        ("facts/t/links", {"other": {"_": ["note"]}}, "XG175", "xbrlje:unknownLinkType"),
        ("facts/t/links", {"footnote": {"other": ["note"]}}, "XG175", "xbrlje:unknownLinkGroup"),
        ("facts/t/links", {"footnote": {"_": "note"}}, "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t/links", {"footnote": ["note"]}, "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/t/links", {"footnote": {"_": [{}]}}, "XG171", "xbrlje:invalidJSONStructure"),
        ("facts/f/links", NOTHING, "XG175", "oime:unusedNoteFact"),
        ("facts/note/dimensions/language", NOTHING, "XG175", "oime:missingLanguageForNoteFact"),
        ("facts/note/dimensions/noteId", NOTHING, "XG175", "oime:missingNoteIDDimension"),
        ("facts/note/dimensions/noteId", "other", "XG175", "oime:invalidNoteIDValue"),
        ("facts/note/dimensions/period", "2023-10-01T00:00:00", "XG175", "oime:misplacedNoteFactDimension"),
        ("facts/note/dimensions/k:SegmentsAxis", "k:x", "XG175", "oime:misplacedNoteFactDimension"),
        ("facts/note/dimensions/unit", "iso4217:JPY", "XG175", "oime:misplacedUnitDimension"),
        ("facts/note/decimals", 1, "XG175", "oime:misplacedDecimalsProperty"),
        ("facts/note/value", "<b>x", "XG175", "oime:invalidXHTMLFragment"),
        ("facts/note/value", "R&D", "XG175", "oime:invalidXHTMLFragment"),
        ("facts/note/value", '<x xmlns="http://x"/>', "XG175", "oime:invalidXHTMLFragment"),
        (
            "facts/note/value",
            '<x:b xmlns:x="http://www.w3.org/1999/xhtml">x</x:b>',
            "XG175",
            "oime:xhtmlElementInNonDefaultNamespace",
        ),
    ],
)
def test_a_fault_is_found_with_its_place_and_the_specifications_code(pointer, value, code, standard):
    found = read(changed(pointer, value)).findings
    assert [(each.code, each.standard) for each in found] == [(code, standard)]
    assert str(found[0].locations[0]).startswith("r.json")


def test_decimals_as_a_string_are_taken_with_a_warning():
    reading = read(changed("facts/f/decimals", "-3"))
    assert [(each.code, each.severity) for each in reading.findings] == [("XG171", Severity.WARNING)]
    assert reading.report.facts[0].decimals == -3


def test_all_faults_are_reported_at_once_and_the_rest_is_read():
    document = changed("facts/t/dimensions/period", "today")
    document["facts"]["x"] = {"value": 1}
    reading = read(document)
    assert [each.code for each in reading.findings] == ["XG174", "XG171", "XG171"]
    assert [each.id for each in reading.report.facts] == ["f"]


@pytest.mark.parametrize(
    ("concept", "value", "is_canonical"),
    [
        *((each, "1000", False) for each in ("Cash", "Ratio")),
        ("Cash", "1000.0", True),
        ("Cash", "01.0", False),
        ("Cash", "+1.0", False),
        ("Cash", "1.10", False),
        ("Employees", "7", True),
        ("Employees", "07", False),
        ("Employees", "0", True),
        ("Change", "-0", False),
        ("Measured", "1.5E3", True),
        ("Measured", "15E2", False),
        ("Audited", "true", True),
        ("Audited", "1", False),
        ("Signed", "2023-01-01T24:00:00", False),
        ("Signed", "2023-01-01T00:00:00", True),
        ("Name", " any ", True),
    ],
)
def test_a_promise_of_canonical_values_is_held(concept, value, is_canonical):
    document = changed("documentInfo/features/xbrl:canonicalValues", True)
    del document["facts"]["f"]["decimals"], document["facts"]["f"]["dimensions"]["unit"]
    document["facts"]["f"]["dimensions"]["concept"] = f"k:{concept}"
    document["facts"]["f"]["value"] = value
    found = [(each.code, each.standard) for each in read(document).findings]
    assert found == ([] if is_canonical else [("XG176", "xbrlje:nonCanonicalValue")])


@pytest.mark.parametrize(
    ("allowed", "value", "expected"),
    [
        ("none", "1000", ["XG177"]),
        ("complete", "1000", []),
        ("complete", "2000", ["XG177"]),
        ("all", "2000", []),
        (NOTHING, "2000", []),
    ],
)
def test_a_promise_about_duplicates_is_held(allowed, value, expected):
    document = deepcopy(DOCUMENT)
    if allowed is not NOTHING:
        document["documentInfo"]["features"]["xbrl:allowedDuplicates"] = allowed
    document["facts"]["again"] = document["facts"]["f"] | {"value": value}
    assert [each.code for each in read(document).findings] == expected


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"null", "null"),
        (b"[]", "not an object"),
        (b'{"a": 1,}', "not JSON"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": "\x01"}', "not JSON"),
        (b"\xff\xfe{\x00}\x00", "UTF-8"),
        (b'{"facts": "\xe9"}', "UTF-8"),
        (b'{"a": {"b": 1, "b": 2}, "c": [{"d": 1, "d": 1}]}', "'b' is repeated"),
        (b'{"a": "\\ud800"}', "surrogate"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"a":' * 200_000, "nested too deeply"),
        (b"[" * 5000 + b"]" * 5000, "nested too deeply"),
    ],
)
def test_what_is_no_json_document_is_a_finding(content, words):
    reading = read_xbrl_json(content, kinds.taxonomy(), "r.json")
    assert reading.report is None
    assert reading.findings[0].code == ("XG171" if words in {"null", "not an object"} else "XG170")
    assert words in reading.findings[0].message
    assert reading.findings[0].locations[0].path == "r.json"


def test_a_repeated_key_is_found_where_it_is():
    reading = read_xbrl_json(b'{"a~b": [{}, {"c/d": 1, "c/d": 2}]}', None, "r.json")
    assert [str(each.locations[0]) for each in reading.findings] == ["r.json#/a~0b/1/c~1d"]


def test_a_byte_order_mark_is_a_warning():
    reading = read_xbrl_json(b"\xef\xbb\xbf" + json.dumps(DOCUMENT).encode(), kinds.taxonomy())
    assert [each.severity for each in reading.findings] == [Severity.WARNING]
    assert len(reading.report.facts) == 2


def test_a_huge_number_costs_nothing():
    reading = read_xbrl_json(json.dumps(DOCUMENT).replace("-3", "1" * 100_000).encode(), kinds.taxonomy())
    assert [each.code for each in reading.findings] == ["XG159"]


_WHOLE = json.dumps(DOCUMENT).encode()


@given(
    st.integers(0, len(_WHOLE) - 1),
    st.integers(0, 30),
    st.sampled_from([b"", b"{}", b'"', b"null", b"[[", b"1", b"\xff", b'":"', b":"]),
)
@settings(max_examples=400, deadline=None)
def test_damage_never_raises(start, length, inserted):
    damaged = _WHOLE[:start] + inserted + _WHOLE[start + length :]
    reading = read_xbrl_json(damaged, kinds.taxonomy())
    assert reading.report is not None or reading.findings


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
_POINTERS = [
    *("documentInfo", "facts", "documentInfo/features", "documentInfo/namespaces", "documentInfo/taxonomy"),
    *("documentInfo/linkTypes", "documentInfo/linkGroups", "facts/f", "facts/f/dimensions", "facts/f/links"),
    *("facts/f/links/footnote", "facts/f/links/footnote/_", "facts/note", "facts/note/dimensions", "facts/note/value"),
    *("facts/f/value", "facts/f/decimals", "facts/f/dimensions/unit", "facts/f/dimensions/k:BondAxis"),
]


@given(st.sampled_from(_POINTERS), _JSON)
@settings(max_examples=400, deadline=None)
def test_no_value_anywhere_raises(pointer, value):
    reading = read(changed(pointer, value))
    assert reading.report is not None or reading.findings


# --- mutants ----------------------------------------------------------------------------------------------------------

MUTANTS = {
    "decimals-string": "xbrlje:invalidJSONStructure",
    "docType-wrong": "oimce:unsupportedDocumentType",
    "entity-no-prefix": "oimce:invalidSQName",
    "fact-id-space": "xbrlje:invalidJSONStructure",
    "language-uppercase": "xbrlje:invalidLanguageCodeCase",
    "link-target-missing": "xbrlje:unknownLinkTarget",
    "note-no-language": "oime:missingLanguageForNoteFact",
    "note-noteId-mismatch": "oime:invalidNoteIDValue",
    "note-with-period": "oime:misplacedNoteFactDimension",
    "period-plusoffset": "oimce:invalidPeriodRepresentation",
    "pure-unit-explicit": "oime:illegalPureUnit",
    "taxonomy-empty": "oime:noTaxonomy",
    "thousands": "xbrlje:invalidFactValue",
    "trailing-comma": "xbrlje:invalidJSON",
    "unbound-prefix": "oimce:unboundPrefix",
    "unit-bad-syntax": "oimce:invalidUnitStringRepresentation",
    "value-number-not-string": "xbrlje:invalidJSONStructure",
    "nil-null-with-decimals-removed-ok": None,
    "dup-inconsistent": None,
    "taxonomy-not-found": None,
}
"""Faults that can be seen without the taxonomy; Arelle's code where it is the specification's."""


@pytest.mark.parametrize("mutant", sorted(MUTANTS))
def test_published_mutants_are_found(shared: Path, mutant: str):
    reading = read_xbrl_json(shared / f"conformance/mutants/json/{mutant}.json", None)
    expected = MUTANTS[mutant]
    assert [expected] * bool(expected) == sorted({each.standard for each in reading.findings} - {"oime:unusedNoteFact"})


def test_a_name_is_read_without_its_prefix():
    document = json.loads(json.dumps(DOCUMENT).replace('"k:', '"kk:').replace('"k"', '"kk"'))
    assert fact(document).concept == QName(kinds.NAMESPACE, "Cash")
